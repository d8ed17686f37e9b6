// One row of a sheet. It draws again only when its own cells, its selection or its problems change.
import { memo, type JSX } from 'react'
import grid from '../grid/grid.module.css'
import type { SheetRow } from './sheet'
import type { SheetColumn, SheetGridProps } from './SheetGrid'
import classes from './sheet.module.css'

/** Sentences by column id. */
export type CellProblems = Readonly<Record<string, string>>

export interface SheetLineProps extends Pick<SheetGridProps, 'problemsOf' | 'markOf' | 'differs'> {
  index: number
  /** as shown */
  number: string
  top: number
  columns: readonly SheetColumn[]
  /** undefined: the blank row at the end */
  row: SheetRow | undefined
  /** columns that are only read */
  locked: readonly string[]
  /** column stood on; -1: another row */
  active: number
  /** columns selected in this row; -1: none */
  left: number
  right: number
}

const nothing: CellProblems = {}

function Line({
  index,
  number,
  top,
  columns,
  row,
  locked,
  active,
  left,
  right,
  problemsOf,
  markOf,
  differs,
}: SheetLineProps): JSX.Element {
  const problems = row === undefined ? nothing : problemsOf(row)
  const mark = row === undefined ? null : markOf(row)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`${grid['row']} ${classes['row']}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={classes['number']} data-chosen={left >= 0 || undefined}>
        <span>{row === undefined ? '*' : number}</span>
        {mark !== null && (
          <span title={mark.word} role="img" aria-label={mark.word} className={classes['mark']}>
            {mark.sign}
          </span>
        )}
      </div>
      {columns.map((column, at) => {
        const text = row?.cells[column.id] ?? ''
        const problem = problems[column.id]
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={at >= left && at <= right}
            aria-readonly={locked.includes(column.id) || undefined}
            aria-invalid={problem !== undefined || undefined}
            data-cell={at}
            data-changed={(row !== undefined && differs?.(row, column.id)) || undefined}
            data-active={at === active || undefined}
            className={`${grid['cell']} ${classes['cell']}`}
            title={problem ?? text}
          >
            <span>{text.replaceAll('\n', ' ⏎ ')}</span>
          </div>
        )
      })}
    </div>
  )
}

export const SheetLine = memo(Line)
