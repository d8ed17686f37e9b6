// The export of a list of work, as its grid shows it.
import type { JSX } from 'react'
import type { Task } from '../../../db/model/tasks/kinds'
import type { Column } from '../../components/grid/column'
import { TableExport } from '../../exports/TableExport'
import { useGridLayout } from '../../stores/layouts'
import type { Rows } from '../../useRows'

export interface WorkExportProps {
  id: string
  title: string
  about: readonly string[]
  /** of the grid */
  layout: string
  columns: readonly Column<Task>[]
  rows: Rows<Task>
}

export function WorkExport({ layout: kept, rows, ...list }: WorkExportProps): JSX.Element {
  const [layout] = useGridLayout(kept)
  return (
    <TableExport
      {...list}
      layout={layout}
      count={rows.count}
      rows={(most) => (most === 0 ? [] : rows.loadRows(0, most - 1))}
    />
  )
}
