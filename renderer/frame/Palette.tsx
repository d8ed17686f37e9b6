// Ctrl+K: everything that can be done now and everything a source can find, from one field. Words are matched without accents;
// what the registry found is shown in its own order.
import { Modal } from '@mantine/core'
import { Command } from 'cmdk'
import { useEffect, useRef, useState, type JSX } from 'react'
import { distinctActions, isOffered, shortcutsOf, type ActionContext } from '../actions/action'
import { paletteSources, type PaletteItem } from '../actions/palette'
import { showShortcut } from '../actions/shortcut'
import { presentPlace } from '../stores/navigation'
import { exactFirst, hasWords } from '../texts/hasWords'
import { useTexts, type TextKey, type Translate } from '../texts/texts'
import classes from './dialogs.module.css'

interface Group {
  id: string
  label: TextKey
  items: readonly PaletteItem[]
}

const PAUSE_MS = 100
const MOVES = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End'])

export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <Modal.Root opened={opened} onClose={onClose} size={640} yOffset="12vh" centered={false}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('frame.search.title')} className={classes['palette']}>
        <Modal.Body p={0}>{opened && <Finder onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Finder({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const found = useFound(text)
  const [actions] = useState(() => actionItems(t))
  const isStart = text.trim() === ''
  const offered = isStart
    ? actions
    : exactFirst(
        actions.filter((item) => hasWords(item.label, text)),
        text,
        (item) => item.label,
      )
  const groups: Group[] = [
    ...(isStart ? startGroups() : found),
    { id: 'actions', label: 'frame.search.actions', items: offered },
  ]
  // the first answer is chosen until somebody moves: answers that come later must not leave the choice behind them
  const [moved, setMoved] = useState<string | null>(null)
  const isMoving = useRef(false)
  const values = groups.flatMap((group) => group.items.map((item) => valueOf(group, item)))
  const chosen = moved !== null && values.includes(moved) ? moved : (values[0] ?? '')
  const type = (next: string): void => {
    isMoving.current = false
    setMoved(null)
    setText(next)
  }
  const choose = (item: PaletteItem): void => {
    onClose()
    // after the dialog has given the focus back, so that the action may move it
    setTimeout(item.run)
  }
  return (
    <Command
      shouldFilter={false}
      loop
      label={t('frame.search.title')}
      vimBindings={false}
      value={chosen}
      onValueChange={(value) => isMoving.current && setMoved(value)}
      onKeyDownCapture={(event) => (isMoving.current = MOVES.has(event.key))}
      onPointerMoveCapture={() => (isMoving.current = true)}
    >
      <Command.Input
        data-autofocus
        value={text}
        onValueChange={type}
        placeholder={t('frame.search.placeholder')}
        className={classes['input']}
      />
      <Command.List className={classes['list']}>
        <Command.Empty className={classes['nothing']}>{t('frame.search.nothing')}</Command.Empty>
        {groups.map(
          (group) =>
            group.items.length > 0 && (
              <Command.Group key={group.id} heading={t(group.label)} className={classes['found']}>
                {group.items.map((item) => (
                  <Command.Item
                    key={item.id}
                    value={valueOf(group, item)}
                    onSelect={() => choose(item)}
                    className={classes['item']}
                  >
                    <span className={classes['sign']}>
                      {item.icon !== undefined && <item.icon size={16} stroke={1.6} aria-hidden />}
                    </span>
                    <span className={classes['label']}>{item.label}</span>
                    {item.note !== undefined && <span className={classes['note']}>{item.note}</span>}
                    {item.shortcut !== undefined && <kbd>{showShortcut(item.shortcut)}</kbd>}
                  </Command.Item>
                ))}
              </Command.Group>
            ),
        )}
      </Command.List>
      <p className={classes['hint']}>{t('frame.search.hint')}</p>
    </Command>
  )
}

const startGroups = (): Group[] =>
  paletteSources().flatMap(({ id, label, start }) => (start === undefined ? [] : [{ id, label, items: start() }]))

const valueOf = (group: Group, item: PaletteItem): string => `${group.id} ${item.id}`

function actionItems(t: Translate): PaletteItem[] {
  const context: ActionContext = { screen: presentPlace().screen, typing: false }
  return distinctActions(context)
    .filter((action) => action.hidden !== true && isOffered(action, context))
    .map((action) => {
      const [shortcut] = shortcutsOf(action)
      return {
        id: action.id,
        label: t(action.label),
        run: () => action.run(context),
        ...(action.icon !== undefined && { icon: action.icon }),
        ...(shortcut !== undefined && { shortcut }),
      }
    })
}

/** Answers of all sources to the last text that stood still; answers to older texts are dropped. Till then those shown stay as far as they
    have the words typed since: Enter never opens what does not fit. */
function useFound(text: string): readonly Group[] {
  const [{ groups, words }, setFound] = useState<{ groups: readonly Group[]; words: string }>({ groups: [], words: '' })
  const asked = text.trim()
  useEffect(() => {
    let dropped = false
    const timer = setTimeout(
      () => {
        const searches =
          asked === ''
            ? []
            : paletteSources().map(async (source) => ({
                id: source.id,
                label: source.label,
                items: await source.search(asked),
              }))
        void Promise.allSettled(searches).then((settled) => {
          const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
          if (!dropped) setFound({ groups: answers, words: asked })
        })
      },
      asked === '' ? 0 : PAUSE_MS,
    )
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [asked])
  if (words === asked) return groups
  return groups.map((group) => ({
    ...group,
    items: group.items.filter(({ label, note = '' }) => hasWords(`${label} ${note}`, asked)),
  }))
}
