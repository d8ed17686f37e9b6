// The rail's part “Chế độ xem đã lưu”: the pinned views, opened by Enter, renamed by F2, moved by Alt+↑↓, thrown away by Delete.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconTableShortcut } from '@tabler/icons-react'
import type { JSX, KeyboardEvent } from 'react'
import type { ViewRow } from '../../db/model/shapes/views'
import { usePlace } from '../stores/navigation'
import { openView, useViews } from '../stores/views'
import { useTexts } from '../texts/texts'
import { useCanEdit } from '../useCanEdit'
import { moveView, trashView } from './viewDeeds'
import { ViewItems } from './ViewItems'
import { useSavedViews } from './useSavedViews'
import classes from './views.module.css'

export function PinnedViews({ open }: { open: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const rows = useSavedViews()?.rows.filter(({ pinned }) => pinned) ?? []
  if (rows.length === 0) return null
  return (
    <section className={classes['pinned']} aria-label={t('views.title')}>
      <h2 className={open ? classes['heading'] : 'seen-by-readers'}>{t('views.title')}</h2>
      <ul>
        {rows.map((row) => (
          <Pinned key={row.id} {...{ row, rows, open }} />
        ))}
      </ul>
    </section>
  )
}

interface PinnedProps {
  row: ViewRow
  rows: readonly ViewRow[]
  open: boolean
}

function Pinned({ row, rows, open }: PinnedProps): JSX.Element {
  const { t } = useTexts()
  const canEdit = useCanEdit()
  const active = useViews((state) => state.active)
  const isShown = usePlace().screen === 'labs' && active === row.id
  const onKeyDown = useItemKeys(row, rows)
  return (
    <li className={classes['item']}>
      <Tooltip label={row.name} position="right">
        <button
          type="button"
          className={classes['entry']}
          aria-current={isShown ? 'true' : undefined}
          aria-keyshortcuts={canEdit ? 'F2 Delete Alt+ArrowUp Alt+ArrowDown' : undefined}
          onClick={() => openView(row.id)}
          onKeyDown={canEdit ? onKeyDown : undefined}
        >
          <IconTableShortcut size={19} stroke={1.5} aria-hidden />
          <span className={open ? classes['name'] : 'seen-by-readers'}>{row.name}</span>
        </button>
      </Tooltip>
      {open && canEdit && (
        <Menu position="right-start">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('views.more', { name: row.name })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <ViewItems row={row} rows={rows} keys />
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

function useItemKeys(row: ViewRow, rows: readonly ViewRow[]): (event: KeyboardEvent<HTMLElement>) => void {
  const texts = useTexts()
  return (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (ctrlKey || metaKey || shiftKey) return
    if (key === 'F2' && !altKey) useViews.getState().name({ kind: 'rename', row })
    else if (key === 'Delete' && !altKey) {
      neighbourOf(event.currentTarget)?.focus()
      void trashView(texts, row)
    } else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
      void moveView(texts, rows, row, key === 'ArrowUp' ? -1 : 1)
    else return
    event.preventDefault()
  }
}

/** Where the focus goes when this entry goes away: the next one, else the one before it, else the rail's first entry. */
function neighbourOf(entry: HTMLElement): HTMLElement | null {
  const item = entry.closest('li')
  const near = item?.nextElementSibling ?? item?.previousElementSibling ?? entry.closest('nav')
  return near?.querySelector('button') ?? null
}
