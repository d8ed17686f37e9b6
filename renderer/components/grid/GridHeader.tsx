// The header row of a DataGrid: sorting by press or Enter, widths by dragging or Shift+←/→, places by Ctrl+←/→, one tab stop for all of it.
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent, type PointerEvent } from 'react'
import { useTexts } from '../../texts/texts'
import { MIN_WIDTH, nextSort, type Column, type Sort } from './column'
import classes from './grid.module.css'

const STEP = 16

export interface GridHeaderProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | null
  onSort?: ((sort: Sort) => void) | undefined
  /** px; called while dragging, and once more with `done` at its end */
  onWidth: (column: string, width: number, done: boolean) => void
  check: { state: 'none' | 'some' | 'all'; toggle: () => void } | null
  /** Ctrl+← and Ctrl+→: over the neighbour */
  onMove?: (column: string, step: -1 | 1) => void
  /** ↓ leaves the header for the rows */
  onLeave: () => void
}

export function GridHeader<Row>(props: GridHeaderProps<Row>): JSX.Element {
  const { columns, check } = props
  const { t } = useTexts()
  const [at, setAt] = useState(0)
  const row = useRef<HTMLDivElement>(null)
  const offset = check === null ? 1 : 2
  // a column that was moved keeps the focus at its new place
  const refocus = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (refocus.current !== null) headAt(row.current, refocus.current)?.focus()
    refocus.current = null
  }, [columns])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key as 'ArrowLeft' | 'ArrowRight'] as
      | -1
      | 1
      | undefined
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    if (ctrl && step !== undefined && !event.shiftKey) return move(event, step)
    // shortcuts of the window (Ctrl+E, Alt+←) go on to it
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') props.onLeave()
    else if (step !== undefined && event.shiftKey) resize(event, step * STEP)
    else if (step !== undefined) goTo(Math.min(columns.length - 1, Math.max(0, at + step)))
    else return
    event.preventDefault()
  }
  const goTo = (index: number): void => {
    setAt(index)
    headAt(row.current, index)?.focus()
  }
  const move = (event: KeyboardEvent<HTMLDivElement>, step: -1 | 1): void => {
    const column = columns[at]
    event.preventDefault()
    if (column === undefined || columns[at + step] === undefined) return
    props.onMove?.(column.id, step)
    refocus.current = at + step
    setAt(at + step)
  }
  const resize = (event: KeyboardEvent<HTMLDivElement>, by: number): void => {
    const column = columns[at]
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[role=columnheader]')
    if (column === undefined || cell === null) return
    props.onWidth(column.id, Math.max(MIN_WIDTH, cell.offsetWidth + by), true)
  }
  return (
    <div role="row" aria-rowindex={1} className={classes['header']} ref={row} onKeyDown={onKeyDown}>
      {check !== null && (
        <div role="columnheader" aria-colindex={1} className={classes['check']}>
          <button
            type="button"
            role="checkbox"
            tabIndex={-1}
            aria-label={t('common.grid.selectAll')}
            aria-checked={check.state === 'some' ? 'mixed' : check.state === 'all'}
            className={classes['boxButton']}
            onClick={check.toggle}
          >
            <span
              className={classes['box']}
              data-on={check.state === 'all' || undefined}
              data-some={check.state === 'some' || undefined}
            />
          </button>
        </div>
      )}
      {columns.map((column, index) => (
        <HeaderCell
          key={column.id}
          column={column}
          colIndex={index + offset}
          tabbable={index === Math.min(at, columns.length - 1)}
          onFocus={() => setAt(index)}
          sort={props.sort?.column === column.id ? props.sort : null}
          onSort={props.onSort === undefined ? undefined : () => props.onSort?.(nextSort(props.sort, column.id))}
          onWidth={(width, done) => props.onWidth(column.id, width, done)}
        />
      ))}
    </div>
  )
}

const headAt = (header: HTMLElement | null, index: number): HTMLElement | undefined =>
  header?.querySelectorAll<HTMLElement>('[data-head]')[index]

interface HeaderCellProps<Row> {
  column: Column<Row>
  colIndex: number
  tabbable: boolean
  onFocus: () => void
  sort: Sort | null
  onSort: (() => void) | undefined
  onWidth: (width: number, done: boolean) => void
}

function HeaderCell<Row>(props: HeaderCellProps<Row>): JSX.Element {
  const { column, sort } = props
  const sortable = column.sortable === true && props.onSort !== undefined
  const order = sort === null ? 'none' : sort.descending ? 'descending' : 'ascending'
  const tabIndex = props.tabbable ? 0 : -1
  return (
    <div
      role="columnheader"
      aria-colindex={props.colIndex}
      aria-sort={sortable ? order : undefined}
      className={classes['head']}
      data-number={column.number || undefined}
    >
      {sortable ? (
        <button
          type="button"
          data-head
          tabIndex={tabIndex}
          onFocus={props.onFocus}
          onClick={props.onSort}
          className={classes['headButton']}
        >
          <span className={classes['headText']} title={column.label}>
            {column.label}
          </span>
          <SortSign order={order} />
        </button>
      ) : (
        <span
          data-head
          tabIndex={tabIndex}
          title={column.label}
          onFocus={props.onFocus}
          className={classes['headText']}
        >
          {column.label}
        </span>
      )}
      <WidthHandle label={column.label} onWidth={props.onWidth} />
    </div>
  )
}

function SortSign({ order }: { order: 'none' | 'ascending' | 'descending' }): JSX.Element {
  if (order === 'none') return <IconArrowsSort size={13} className={classes['sortable']} aria-hidden />
  return order === 'ascending' ? <IconArrowUp size={13} aria-hidden /> : <IconArrowDown size={13} aria-hidden />
}

function WidthHandle({
  label,
  onWidth,
}: {
  label: string
  onWidth: (width: number, done: boolean) => void
}): JSX.Element {
  const { t } = useTexts()
  const start = useRef<{ x: number; width: number } | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    const cell = event.currentTarget.parentElement
    if (event.button !== 0 || cell === null) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: cell.offsetWidth }
  }
  const tell = (event: PointerEvent<HTMLSpanElement>, done: boolean): void => {
    if (start.current === null) return
    onWidth(Math.max(MIN_WIDTH, Math.round(start.current.width + event.clientX - start.current.x)), done)
    if (done) start.current = null
  }
  return (
    <span
      className={classes['handle']}
      title={t('common.grid.resize', { column: label })}
      aria-hidden
      onPointerDown={onPointerDown}
      onPointerMove={(event) => tell(event, false)}
      onPointerUp={(event) => tell(event, true)}
      onPointerCancel={(event) => tell(event, true)}
    />
  )
}
