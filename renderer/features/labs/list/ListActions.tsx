// The list's buttons at the right of its title: add, import, export.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconEdit, IconForms, IconPlus, IconTable, IconTableImport } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import { currentActions, runAction, shortcutsOf } from '../../../actions/action'
import { showShortcut } from '../../../actions/shortcut'
import { presentPlace } from '../../../stores/navigation'
import { useTexts, type TextKey } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { useCanEdit } from '../../../useCanEdit'
import { ExportMenu } from '../../../exports/ExportMenu'
import type { Save } from '../../../exports/saveTable'

export interface ListActionsProps {
  onExport: Save
  /** nothing to export */
  empty: boolean
}

export const ListActions = memo(function ListActions({ onExport, empty }: ListActionsProps): JSX.Element {
  return (
    <>
      <AddAndImport />
      <EditMany empty={empty} />
      <ExportMenu onExport={onExport} empty={empty} onPaper={() => runHere('labs.document')} />
    </>
  )
})

/** What is done to the chosen laboratories together, with the keys that do it from the list. */
function EditMany({ empty }: { empty: boolean }): JSX.Element | null {
  const { t } = useTexts()
  if (!useCanEdit()) return null
  const item = (id: string, label: TextKey, icon: JSX.Element): JSX.Element => (
    <Menu.Item leftSection={icon} rightSection={<Key of={id} />} onClick={() => runHere(id)}>
      {t(label)}
    </Menu.Item>
  )
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          disabled={empty}
          leftSection={<IconEdit size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('many.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item('labs.bulk', 'many.actions.bulk', <IconForms size={16} aria-hidden />)}
        {item('labs.sheet', 'many.actions.laboratory', <IconTable size={16} aria-hidden />)}
        {item('accreditations.sheet', 'many.actions.accreditation', <IconTable size={16} aria-hidden />)}
      </Menu.Dropdown>
    </Menu>
  )
}

function Key({ of }: { of: string }): JSX.Element | null {
  const found = currentActions().find(({ id }) => id === of)
  const [shortcut] = found === undefined ? [] : shortcutsOf(found)
  return shortcut === undefined ? null : <kbd>{showShortcut(shortcut)}</kbd>
}

const runHere = (id: string): void => void runAction(id, { screen: presentPlace().screen, typing: false })

/** Also what an empty register offers. */
export function AddAndImport(): JSX.Element | null {
  const { t } = useTexts()
  if (!useCanEdit()) return null
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openForm({ form: 'laboratory' })}>
        {t('labs.add')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTableImport size={16} aria-hidden />}
        onClick={() => runHere('exchange.import')}
      >
        {t('labs.imports')}
      </Button>
    </>
  )
}
