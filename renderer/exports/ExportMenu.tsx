// The button “Xuất” of a list: which format, the last one marked, and what will be written.
import { Button, Menu } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeDocx,
  IconTableExport,
  type Icon,
} from '@tabler/icons-react'
import type { JSX } from 'react'
import type { TableKind } from '../../db/model/bridge'
import type { Action } from '../actions/action'
import { showShortcut } from '../actions/shortcut'
import { useTexts } from '../texts/texts'
import { tableKinds, useExportFormat } from './exportStore'
import type { Save } from './saveTable'

const EXPORT_KEY = 'Ctrl+E'

/** The same from the keyboard and the application menu, in the last format. */
export const exportAction = (id: string, save: Save, may: () => boolean = () => true): Action => ({
  id,
  bar: 'register',
  label: 'exports.action',
  shortcut: EXPORT_KEY,
  icon: IconTableExport,
  when: may,
  run: () => void save(),
})

const icons: Record<TableKind, Icon> = { xlsx: IconFileSpreadsheet, ods: IconFileSpreadsheet, csv: IconFileText }

export interface ExportMenuProps {
  onExport: Save
  /** nothing to export */
  empty: boolean
  /** beside a heading and not beside the screen's title */
  small?: boolean
  /** the list as an official paper, where there is one of it */
  onPaper?: () => void
}

export function ExportMenu({ onExport, empty, small = false, onPaper }: ExportMenuProps): JSX.Element {
  const { t } = useTexts()
  const last = useExportFormat((state) => state.format)
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant={small ? 'subtle' : 'default'}
          {...(small && { size: 'compact-sm' })}
          disabled={empty}
          leftSection={<IconTableExport size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('exports.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tableKinds.map((format) => {
          const Sign = icons[format]
          return (
            <Menu.Item
              key={format}
              leftSection={<Sign size={16} aria-hidden />}
              rightSection={
                format === last && (
                  <>
                    {small ? <IconCheck size={14} aria-hidden /> : <kbd>{showShortcut(EXPORT_KEY)}</kbd>}
                    <span className="seen-by-readers">{t('exports.last')}</span>
                  </>
                )
              }
              onClick={() => void onExport(format)}
            >
              {t(`exports.formats.${format}`)}
            </Menu.Item>
          )
        })}
        {onPaper !== undefined && (
          <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={onPaper}>
            {t('documents.openers.list')}
          </Menu.Item>
        )}
        <Menu.Label>{t('exports.note')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
