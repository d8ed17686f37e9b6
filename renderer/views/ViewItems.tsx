// What can be done to one saved view, as items of its menu in the rail and in the list.
import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { ViewRow } from '../../db/model/shapes/views'
import { useViews } from '../stores/views'
import { useTexts } from '../texts/texts'
import { moveView, pinView, trashView } from './viewDeeds'

export interface ViewItemsProps {
  row: ViewRow
  /** the views it stands among, as shown */
  rows: readonly ViewRow[]
  /** also where it is on the keyboard */
  keys: boolean
}

export function ViewItems({ row, rows, keys }: ViewItemsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const at = rows.findIndex(({ id }) => id === row.id)
  const key = (name: string): JSX.Element | null => (keys ? <kbd>{name}</kbd> : null)
  const Pin = row.pinned ? IconPinnedOff : IconPin
  return (
    <>
      <Menu.Item
        leftSection={<IconPencil size={16} aria-hidden />}
        rightSection={key('F2')}
        onClick={() => useViews.getState().name({ kind: 'rename', row })}
      >
        {t('views.rename')}
      </Menu.Item>
      <Menu.Item leftSection={<Pin size={16} aria-hidden />} onClick={() => void pinView(texts, row)}>
        {t(row.pinned ? 'views.unpin' : 'views.pin')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowUp size={16} aria-hidden />}
        rightSection={key('Alt+↑')}
        disabled={at <= 0}
        onClick={() => void moveView(texts, rows, row, -1)}
      >
        {t('views.up')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown size={16} aria-hidden />}
        rightSection={key('Alt+↓')}
        disabled={at >= rows.length - 1}
        onClick={() => void moveView(texts, rows, row, 1)}
      >
        {t('views.down')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} aria-hidden />}
        rightSection={key('Delete')}
        onClick={() => void trashView(texts, row)}
      >
        {t('views.trash')}
      </Menu.Item>
    </>
  )
}
