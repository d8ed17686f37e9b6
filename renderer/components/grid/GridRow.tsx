// One row of a DataGrid. Clicks are handled by the grid (data-index), so that a row draws again only when its own content changes.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import type { Column } from './column'
import classes from './grid.module.css'
import type { Heading } from './grouping'

export interface GridRowProps<Row> {
  id: string
  row: Row | undefined
  index: number
  top: number
  columns: readonly Column<Row>[]
  active: boolean
  /** depth in a treegrid */
  level?: number | undefined
  /** null: rows of this list cannot be selected */
  selected: boolean | null
  check: boolean
  loadingText: string
}

function Plain<Row>(props: GridRowProps<Row>): JSX.Element {
  const { id, row, index, top, columns, active, level, selected, check, loadingText } = props
  const offset = check ? 2 : 1
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={selected ?? undefined}
      data-index={index}
      data-active={active || undefined}
      data-selected={selected || undefined}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      {check && (
        <div role="gridcell" aria-colindex={1} className={classes['check']} data-check>
          <span className={classes['box']} data-on={selected || undefined} aria-hidden />
        </div>
      )}
      {row === undefined ? (
        <div role="gridcell" aria-colindex={offset} aria-label={loadingText} className={classes['pending']}>
          <span className={classes['bone']} />
        </div>
      ) : (
        columns.map((column, at) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + offset}
            className={column.render === undefined ? classes['words'] : classes['cell']}
            data-number={column.number || undefined}
          >
            {column.render === undefined ? column.text(row) : column.render(row)}
          </div>
        ))
      )}
    </div>
  )
}

export const GridRow = memo(Plain) as typeof Plain

export interface HeadingRowProps {
  id: string
  index: number
  top: number
  active: boolean
  heading: Heading
  /** columns it reaches over */
  span: number
}

function PlainHeading({ id, index, top, active, heading, span }: HeadingRowProps): JSX.Element {
  const { group, isOpen } = heading
  const Sign = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={isOpen}
      data-index={index}
      data-active={active || undefined}
      data-group
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={span} className={classes['heading']}>
        <Sign size={16} aria-hidden />
        <strong title={group.label}>{group.label}</strong>
        <span>{group.words}</span>
      </div>
    </div>
  )
}

export const HeadingRow = memo(PlainHeading)
