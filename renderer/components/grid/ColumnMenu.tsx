// The menu that chooses which columns of a list are shown and in what order; it stands in the list's toolbar.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import type { JSX, KeyboardEvent, MouseEvent } from 'react'
import { useTexts } from '../../texts/texts'
import { hiddenIds, inOrder, moved, withHidden, type Column, type ColumnLayout, type NewLayout } from './column'
import classes from './grid.module.css'

export interface ColumnMenuProps<Row> {
  columns: readonly Column<Row>[]
  layout: ColumnLayout
  onLayout: (layout: NewLayout) => void
}

export function ColumnMenu<Row>({ columns, layout, onLayout }: ColumnMenuProps<Row>): JSX.Element {
  const { t } = useTexts()
  const hidden = hiddenIds(columns, layout)
  const ordered = inOrder(columns, layout)
  const toggle = (id: string): void =>
    onLayout(withHidden(layout, hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]))
  const move = (id: string, step: -1 | 1): void => {
    const next = moved(columns, layout, { id, step, among: ordered })
    if (next !== null) onLayout(next)
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t('common.grid.columns')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('common.grid.columns')}>
            <IconColumns3 size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes['columnMenu']}>
        {ordered.map((column) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={!hidden.includes(column.id)}
            disabled={column.fixed === true}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            rightSection={<MoveArrows onMove={(step) => move(column.id, step)} />}
            onKeyDown={(event: KeyboardEvent) => {
              const step = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined
              if (step === undefined) return
              event.preventDefault()
              event.stopPropagation()
              move(column.id, step)
            }}
            onChange={() => toggle(column.id)}
          >
            {column.label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick onClick={() => onLayout({ widths: {}, hidden: null })}>
          {t('common.grid.columnsReset')}
        </Menu.Item>
        <Menu.Label>{t('common.grid.moveHint')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}

/** For the mouse; the keyboard has Alt+↑ and Alt+↓ on the entry. */
function MoveArrows({ onMove }: { onMove: (step: -1 | 1) => void }): JSX.Element {
  const press =
    (step: -1 | 1) =>
    (event: MouseEvent): void => {
      event.stopPropagation()
      onMove(step)
    }
  return (
    <span className={classes['moveArrows']} aria-hidden>
      <span onClick={press(-1)}>
        <IconArrowUp size={14} />
      </span>
      <span onClick={press(1)}>
        <IconArrowDown size={14} />
      </span>
    </span>
  )
}
