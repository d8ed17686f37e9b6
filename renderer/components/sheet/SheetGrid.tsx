// A sheet of cells to type into, as in Excel. One field stands over the chosen cell and keeps the focus while one moves, so that an input
// method can begin a letter anywhere; the cells below it are only drawn.
import { useMemo, useRef, useState, type JSX, type PointerEvent } from 'react'
import { useTexts } from '../../texts/texts'
import type { Column, ColumnLayout } from '../grid/column'
import grid from '../grid/grid.module.css'
import { GridHeader } from '../grid/GridHeader'
import { useGridPlace, useRowsInSight } from '../grid/useGridRows'
import { trackStyle, useWidths } from '../grid/widths'
import { CellField } from './CellField'
import { selection, type Place, type Sheet, type SheetRow } from './sheet'
import * as sheets from './sheet'
import { SheetLine, type CellProblems } from './SheetLine'
import classes from './sheet.module.css'

export interface SheetColumn {
  id: string
  label: string
  width: number
  grow?: number
  /** words the cell may hold, offered while typing; others stay as typed and are told as a problem */
  options?: readonly string[]
}

export interface SheetGridProps {
  label: string
  columns: readonly SheetColumn[]
  sheet: Sheet
  onChange: (change: (sheet: Sheet) => Sheet) => void
  /** what is wrong with cells of a row, one sentence each; keep the function's identity while nothing changes */
  problemsOf: (row: SheetRow) => CellProblems
  /** a word beside the number of a row: new, changed */
  markOf: (row: SheetRow) => { sign: string; word: string } | null
  /** whose row it is, for readers; its number alone unless told */
  nameOf?: (row: SheetRow) => string
  /** whether a cell says something else than what is stored: it gets a corner */
  differs?: ((row: SheetRow, column: string) => boolean) | undefined
  /** pasted text that is more than a block of cells; true: taken over */
  onPasteText?: (text: string) => boolean
  /** after a block was put in, with the rows it covers */
  onPasted?: (rows: { top: number; bottom: number }) => void
  layout: ColumnLayout
  onLayout: (layout: { widths: Record<string, number>; hidden: string[] | null }) => void
}

const NUMBER_WIDTH = 58

export function SheetGrid(props: SheetGridProps): JSX.Element {
  const { columns, sheet, onChange, layout } = props
  const { t, n } = useTexts()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const count = sheet.rows.length + (sheet.fixed ? 0 : 1)
  const rows = useGridPlace(scroller)
  const { rowHeight } = rows
  const inSight = useRowsInSight(scroller, { count, rowHeight })
  const [widths, setWidth] = useWidths(layout, props.onLayout)
  const tracks = useTracks(columns, t('common.sheet.row'))
  const over = useRef(false)
  const onPointerDown = (event: PointerEvent): void => {
    const place = placeOf(event)
    if (place === null || event.button !== 0) return
    // the focus stays with the field
    event.preventDefault()
    scroller?.querySelector('textarea')?.focus({ preventScroll: true })
    over.current = place.column >= 0
    onChange((now) =>
      place.column >= 0
        ? sheets.goTo(now, place, event.shiftKey)
        : sheets.select(now, { row: place.row, column: now.columns.length - 1 }, { row: place.row, column: 0 }),
    )
  }
  const onPointerMove = (event: PointerEvent): void => {
    const place = over.current && event.buttons === 1 ? placeOf(event) : null
    if (place !== null && place.column >= 0) onChange((now) => sheets.goTo(now, place, true))
  }
  const chosen = selection(sheet)
  return (
    <div className={grid['frame']} style={trackStyle(tracks, widths, false, rowHeight)}>
      <div ref={setScroller} className={`${grid['scroller']} ${classes['scroller']}`}>
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={count + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onDoubleClick={() => onChange((now) => sheets.type(now, sheets.cellAt(now, now.at), 'edit'))}
        >
          <div role="rowgroup" className={grid['headers']}>
            <GridHeader
              columns={tracks}
              sort={null}
              onWidth={setWidth}
              check={null}
              onLeave={() => scroller?.querySelector('textarea')?.focus()}
            />
          </div>
          <div role="rowgroup" className={grid['body']} style={{ height: count * rowHeight }}>
            {drawn(inSight, sheet.at.row, count).map((index) => (
              <SheetLine
                key={sheet.rows[index]?.key ?? 'blank'}
                index={index}
                number={n(index + 1)}
                top={index * rowHeight}
                columns={columns}
                row={sheet.rows[index]}
                locked={sheet.locked}
                active={index === sheet.at.row ? sheet.at.column : -1}
                left={index >= chosen.top && index <= chosen.bottom ? chosen.left : -1}
                right={index >= chosen.top && index <= chosen.bottom ? chosen.right : -1}
                problemsOf={props.problemsOf}
                markOf={props.markOf}
                differs={props.differs}
              />
            ))}
          </div>
        </div>
        <CellField {...props} rows={rows} scroller={scroller} />
      </div>
    </div>
  )
}

/** The cell under the pointer; column -1: the number before a row. */
function placeOf(event: PointerEvent): Place | null {
  const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')
  const row = (event.target as Element).closest<HTMLElement>('[data-index]')
  if (row === null) return null
  return { row: Number(row.dataset['index']), column: cell === null ? -1 : Number(cell.dataset['cell']) }
}

/** The columns as the header takes them, with the numbers of the rows before them. */
function useTracks(columns: readonly SheetColumn[], number: string): Column<SheetRow>[] {
  return useMemo(
    () => [
      { id: '#', label: number, width: NUMBER_WIDTH, text: () => '' },
      ...columns.map((column) => ({ ...column, text: (row: SheetRow) => row.cells[column.id] ?? '' })),
    ],
    [columns, number],
  )
}

function drawn({ first, last }: { first: number; last: number }, active: number, count: number): number[] {
  const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  if (active < count && !indices.includes(active) && last >= 0) indices.push(active)
  return indices
}
