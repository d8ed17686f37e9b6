// The trash as a table: the columns of the screen without its buttons, and the moment as a day and a time of their own.
import type { JSX } from 'react'
import type { TrashedRecord } from '../../../db/model/shapes/history'
import type { Column, ColumnLayout } from '../../components/grid/column'
import { TableExport } from '../../exports/TableExport'
import { formatDate } from '../../../db/model/dates/partial'
import { formatTime } from '../../texts/formats'
import { dayOf } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { RESTORE, TRASHED_AT } from './columns'

export interface TrashExportProps {
  columns: readonly Column<TrashedRecord>[]
  layout: ColumnLayout
  rows: readonly TrashedRecord[]
}

export function TrashExport({ columns, layout, rows }: TrashExportProps): JSX.Element {
  const { t, language } = useTexts()
  const leaving = columns.flatMap((column) => {
    if (column.id === RESTORE) return []
    if (column.id !== TRASHED_AT) return [column]
    const day = ({ trashedAt }: TrashedRecord): string => dayOf(trashedAt)
    return [
      { ...column, width: 84, day, text: (row: TrashedRecord) => formatDate(day(row), language) },
      {
        id: 'time',
        label: t('exports.columns.time'),
        width: 70,
        text: ({ trashedAt }: TrashedRecord) => formatTime(trashedAt),
      },
    ]
  })
  return (
    <TableExport
      id="trash.export"
      title={t('trash.title')}
      about={[]}
      columns={leaving}
      layout={withTime(layout, leaving)}
      count={rows.length}
      rows={(most) => rows.slice(0, most)}
    />
  )
}

/** The time goes where its day goes. */
function withTime(layout: ColumnLayout, columns: readonly { id: string }[]): ColumnLayout {
  const kept = layout.order?.filter((id) => columns.some((column) => column.id === id))
  return {
    widths: {},
    hidden: layout.hidden === null ? null : beside(layout.hidden),
    ...(kept !== undefined && { order: beside(kept) }),
  }
}

const beside = (ids: readonly string[]): string[] => ids.flatMap((id) => (id === TRASHED_AT ? [id, 'time'] : [id]))
