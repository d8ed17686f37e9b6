// All shortcuts that work now, read from the same actions that the keyboard uses; opened with “?”.
import { Modal } from '@mantine/core'
import type { JSX } from 'react'
import { barOf, distinctActions, isOffered, shortcutsOf, type Action } from '../actions/action'
import { showShortcut } from '../actions/shortcut'
import { presentPlace } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import classes from './dialogs.module.css'

interface Line {
  /** null: none */
  keys: string | null
  label: string
}

export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('frame.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened && <Groups />}
    </Modal>
  )
}

function Groups(): JSX.Element {
  const { t } = useTexts()
  const context = { screen: presentPlace().screen, typing: false }
  const offered = distinctActions(context).filter((action) => barOf(action) !== null && isOffered(action, context))
  const [actions, without] = [true, false].map((has) =>
    offered.filter((action) => shortcutsOf(action).length > 0 === has),
  ) as [Action[], Action[]]
  const ofGroup = (group: 'here' | 'screens' | 'frame'): Line[] =>
    actions
      .filter((action) => (action.group ?? 'here') === group)
      .map((action) => ({ keys: shortcutsOf(action).map(showShortcut).join(', '), label: t(action.label) }))
  return (
    <div className={classes['groups']}>
      <Group title={t('frame.shortcuts.groups.here')} lines={ofGroup('here')} />
      <Group title={t('frame.shortcuts.groups.screens')} lines={ofGroup('screens')} />
      <Group title={t('frame.shortcuts.groups.grid')} lines={gridLines(t)} />
      <Group title={t('frame.shortcuts.groups.form')} lines={formLines(t)} />
      <Group
        title={t('frame.shortcuts.groups.frame')}
        lines={[...ofGroup('frame'), { keys: 'Esc', label: t('frame.shortcuts.escape') }]}
      />
      <Group title={t('tabs.noShortcut')} lines={without.map((action) => ({ keys: null, label: t(action.label) }))} />
    </div>
  )
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <section className={classes['group']}>
      <h3>{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={`${line.keys} ${line.label}`}>
            <dt>{line.label}</dt>
            <dd>{line.keys === null ? '–' : <kbd>{line.keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type T = ReturnType<typeof useTexts>['t']

/** Keys of DataGrid (components/grid/moves): they belong to the list itself, not to actions. */
function gridLines(t: T): Line[] {
  return [
    { keys: '↑ ↓', label: t('frame.shortcuts.grid.move') },
    { keys: 'PageUp PageDown', label: t('frame.shortcuts.grid.page') },
    { keys: 'Home End', label: t('frame.shortcuts.grid.ends') },
    { keys: 'Enter', label: t('frame.shortcuts.grid.open') },
    { keys: 'Shift+↑ ↓', label: t('frame.shortcuts.grid.extend') },
    { keys: 'Space', label: t('frame.shortcuts.grid.toggle') },
    { keys: 'Ctrl+A', label: t('frame.shortcuts.grid.all') },
    { keys: 'Ctrl+C', label: t('frame.shortcuts.grid.copy') },
    { keys: 'Shift+← →', label: t('frame.shortcuts.grid.width') },
    { keys: 'Ctrl+← →', label: t('grouping.keys.move') },
    { keys: '← →', label: t('grouping.keys.fold') },
    { keys: '← ↑ ↓ →', label: t('frame.shortcuts.matrix') },
  ]
}

function formLines(t: T): Line[] {
  return [
    { keys: 'Ctrl+S', label: t('frame.shortcuts.form.save') },
    { keys: 'Ctrl+Z', label: t('frame.shortcuts.form.undo') },
  ]
}
