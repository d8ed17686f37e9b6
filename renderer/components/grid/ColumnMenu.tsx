// The menu that chooses which columns of a list are shown; it stands in the list's toolbar.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../../texts/texts'
import { hiddenIds, type Column, type ColumnLayout } from './column'

export interface ColumnMenuProps<Row> {
  columns: readonly Column<Row>[]
  layout: ColumnLayout
  onLayout: (layout: { widths: Record<string, number>; hidden: string[] | null }) => void
}

export function ColumnMenu<Row>({ columns, layout, onLayout }: ColumnMenuProps<Row>): JSX.Element {
  const { t } = useTexts()
  const hidden = hiddenIds(columns, layout)
  const toggle = (id: string): void => {
    const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]
    onLayout({ widths: { ...layout.widths }, hidden: next })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('common.grid.columns')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('common.grid.columns')}>
            <IconColumns3 size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={!hidden.includes(column.id)}
            disabled={column.fixed === true}
            onChange={() => toggle(column.id)}
          >
            {column.label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onLayout({ widths: {}, hidden: null })}>{t('common.grid.columnsReset')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
