// A small table of counts, each a link to the names behind it. One cell is in the tab order; arrows, Home and End go to the others.
import { Tooltip } from '@mantine/core'
import { useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { useTexts } from '../texts/texts'
import classes from './matrix.module.css'

export interface MatrixLine {
  id: string
  label: string
  /** the count of the whole line */
  count: number
}

export interface CountMatrixProps {
  label: string
  /** above the names of the rows */
  corner: string
  /** names the counts of whole rows and columns */
  all: string
  total: number
  rows: readonly MatrixLine[]
  columns: readonly MatrixLine[]
  countAt: (row: string, column: string) => number
  /** null: the whole row, the whole column */
  onOpen: (row: string | null, column: string | null) => void
}

interface At {
  row: number
  column: number
}

const STEPS: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -Infinity },
  End: { row: 0, column: Infinity },
}

const within = (value: number, last: number): number => Math.min(Math.max(value, 0), last)

export function CountMatrix(props: CountMatrixProps): JSX.Element {
  const { label, corner, all, total, rows, columns, countAt, onOpen } = props
  const [at, setAt] = useState<At>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  // row 0 and column 0 hold the counts of whole columns and rows
  const last: At = { row: rows.length, column: columns.length }
  const shownAt: At = { row: within(at.row, last.row), column: within(at.column, last.column) }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const next = {
      row: within(shownAt.row + step.row, last.row),
      column: within(shownAt.column + step.column, last.column),
    }
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus()
  }
  const cell = (place: At, line: { row: MatrixLine | null; column: MatrixLine | null }, count: number): JSX.Element => (
    <CellButton
      place={place}
      current={place.row === shownAt.row && place.column === shownAt.column}
      name={[line.row?.label, line.column?.label].filter((part) => part !== undefined).join(', ') || all}
      count={count}
      onFocus={setAt}
      onOpen={() => onOpen(line.row?.id ?? null, line.column?.id ?? null)}
    />
  )
  return (
    <table ref={table} className={classes['matrix']} aria-label={label} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          <th scope="col">{all}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={classes['sums']}>
          <th scope="row">{all}</th>
          <td>{cell({ row: 0, column: 0 }, { row: null, column: null }, total)}</td>
          {columns.map((column, index) => (
            <td key={column.id}>{cell({ row: 0, column: index + 1 }, { row: null, column }, column.count)}</td>
          ))}
        </tr>
        {rows.map((row, rowIndex) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td>{cell({ row: rowIndex + 1, column: 0 }, { row, column: null }, row.count)}</td>
            {columns.map((column, index) => (
              <td key={column.id}>
                {cell({ row: rowIndex + 1, column: index + 1 }, { row, column }, countAt(row.id, column.id))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellButtonProps {
  place: At
  current: boolean
  name: string
  count: number
  onFocus: (place: At) => void
  onOpen: () => void
}

/** A zero is a quiet dot: nothing to open, but the arrows pass over it as over any other cell. */
function CellButton({ place, current, name, count, onFocus, onOpen }: CellButtonProps): JSX.Element {
  const { t, n } = useTexts()
  const words = t('common.matrix.cell', { name, count, shown: n(count) })
  return (
    <Tooltip label={words}>
      <button
        type="button"
        data-at={`${place.row}:${place.column}`}
        tabIndex={current ? 0 : -1}
        aria-label={words}
        aria-disabled={count === 0 || undefined}
        onFocus={() => onFocus(place)}
        onClick={count === 0 ? undefined : onOpen}
      >
        {count === 0 ? '·' : n(count)}
      </button>
    </Tooltip>
  )
}
