// The list's buttons at the right of its title: add, import, export.
import { Button, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconFileSpreadsheet,
  IconFileText,
  IconPlus,
  IconTableExport,
  IconTableImport,
} from '@tabler/icons-react'
import type { JSX } from 'react'
import { runAction } from '../../../actions/action'
import { presentPlace } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { useCanEdit } from '../../../useCanEdit'
import type { ExportFormat } from './useExport'

export interface ListActionsProps {
  onExport: (format: ExportFormat) => void
  /** nothing to export */
  empty: boolean
}

export function ListActions({ onExport, empty }: ListActionsProps): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <AddAndImport />
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={empty}
            leftSection={<IconTableExport size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('labs.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => onExport('xlsx')}>
            {t('labs.exported.xlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => onExport('csv')}>
            {t('labs.exported.csv')}
          </Menu.Item>
          <Menu.Label>{t('labs.exported.note')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

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
        onClick={() => runAction('exchange.import', { screen: presentPlace().screen, typing: false })}
      >
        {t('labs.imports')}
      </Button>
    </>
  )
}
