// A list of records as a grid: virtual rows, keyboard, selection, sorting, widths, copying. It asks for rows by index and never
// loads, sorts or filters itself: 32,000 rows cost what the screen shows.
import { useCallback, useId, useImperativeHandle, useMemo, useState, type JSX, type ReactNode, type Ref } from 'react'
import { useTexts } from '../../texts/texts'
import { moved, shownColumns, type Column, type ColumnLayout, type NewLayout, type Sort } from './column'
import classes from './grid.module.css'
import { GridHeader, type GridHeaderProps } from './GridHeader'
import { GridSaid, SkeletonRows, useCopied } from './GridNotes'
import { GridRow, HeadingRow } from './GridRow'
import { Heading, rowsOnly, useGridLines, type Grouping, type Line, type Lines } from './grouping'
import { useGridCopy, useGridEvents, type GridEventsSource } from './useGridEvents'
import { useGridPlace, useRowsInSight, type RowsInSight } from './useGridRows'
import { useGridSelection, type GridSelection, type SelectionMode, type SelectionSource } from './useGridSelection'
import { trackStyle, useWidths } from './widths'

export interface DataGridProps<Row> {
  /** what the list is, for readers: “Phòng thí nghiệm” */
  label: string
  columns: readonly Column<Row>[]
  count: number
  /** undefined: not loaded yet; keep the function's identity until the rows change */
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string
  /** rows now on the screen, both ends included; load them */
  onRange?: (start: number, end: number) => void
  /** loads a range (both ends included) that a selection reaches over; without it such a selection holds the loaded rows only */
  loadRows?: (start: number, end: number) => Promise<readonly Row[]>
  selection?: SelectionMode
  selected?: ReadonlyMap<string, Row>
  onSelect?: (selected: ReadonlyMap<string, Row>) => void
  /** the row with the focus has changed */
  onActive?: (row: Row | undefined, index: number) => void
  /** the row that has the focus when the list is shown: where it was left */
  start?: { index: number; key: string } | undefined
  /** Enter or double click */
  onOpen?: (row: Row) => void
  /** F2 */
  onEdit?: (row: Row) => void
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  layout?: ColumnLayout
  onLayout?: (layout: NewLayout) => void
  /** rows under headings; then it is a treegrid, and `onRange` is not told */
  grouping?: Grouping | undefined
  /** the first answer is on its way: nothing for 300 ms, then skeleton rows */
  busy?: boolean
  /** shown instead of rows when there are none */
  empty?: ReactNode
  /** the scroller, to move the focus into the list */
  ref?: Ref<HTMLDivElement | null>
}

const noLayout: ColumnLayout = { widths: {}, hidden: null }

export function DataGrid<Row>({ ref, ...props }: DataGridProps<Row>): JSX.Element {
  const { columns, selection = 'single', layout = noLayout, busy = false, grouping } = props
  const shown = useMemo(() => shownColumns(columns, layout), [columns, layout])
  const id = useId()
  const [ownSelection, setOwnSelection] = useState<ReadonlyMap<string, Row>>(() => new Map())
  const selected = props.selected ?? ownSelection
  const onSelect = props.onSelect ?? setOwnSelection
  const [copied, setCopied] = useCopied()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const lines = useGridLines(props)
  const { count } = lines
  const rows = useGridPlace(scroller)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => scroller, [scroller])
  const choose = useLineSelection(props, lines, { mode: selection, selected, onSelect })
  const [widths, setWidth] = useWidths(layout, props.onLayout)
  const moveColumn = useColumnMove(props, shown)
  const check = selection === 'multi'
  const source: GridEventsSource<Row> = {
    lines,
    columns: shown,
    mode: selection,
    selected,
    rows,
    choose,
    onOpen: props.onOpen,
    onEdit: props.onEdit,
    onCopied: setCopied,
  }
  const events = useGridEvents(source)
  useGridCopy(scroller, source)
  return (
    <div className={classes['frame']} style={trackStyle(shown, widths, check, rows.rowHeight)}>
      <div
        ref={setScroller}
        role={grouping === undefined ? 'grid' : 'treegrid'}
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={shown.length + (check ? 1 : 0)}
        aria-multiselectable={check || undefined}
        aria-busy={busy || choose.state === 'choosing'}
        aria-activedescendant={choose.active >= 0 ? rowId(id, choose.active) : undefined}
        className={classes['scroller']}
        data-autofocus
        {...events}
      >
        <div role="rowgroup" className={classes['headers']}>
          <GridHeader
            columns={shown}
            sort={props.sort ?? null}
            onSort={props.onSort}
            onWidth={setWidth}
            onMove={moveColumn}
            check={check ? checkOf(selected.size, grouping?.total ?? count, choose) : null}
            onLeave={() => scroller?.focus()}
          />
        </div>
        <GridBody
          {...{ id, scroller, shown, check, selected, lines }}
          rowHeight={rows.rowHeight}
          level={grouping === undefined ? undefined : 2}
          active={choose.active}
          selectable={selection !== 'none'}
        />
      </div>
      {count === 0 && busy && <SkeletonRows columns={shown.length + (check ? 1 : 0)} />}
      {count === 0 && !busy && <div className={classes['empty']}>{props.empty}</div>}
      <GridSaid copied={copied} state={choose.state} />
    </div>
  )
}

/** Takes a column over its neighbour on the screen. */
function useColumnMove<Row>(
  { columns, layout = noLayout, onLayout }: DataGridProps<Row>,
  shown: readonly Column<Row>[],
): (id: string, step: -1 | 1) => void {
  return (id, step) => {
    const next = moved(columns, layout, { id, step, among: shown })
    if (next !== null) onLayout?.(next)
  }
}

type Chosen<Row> = Pick<SelectionSource<Row>, 'mode' | 'selected' | 'onSelect'>

/** Focus and selection over lines; of headings only the focus knows. */
function useLineSelection<Row>(
  { busy = false, start, onActive }: DataGridProps<Row>,
  lines: Lines<Row>,
  { mode, selected, onSelect }: Chosen<Row>,
): GridSelection {
  const tellActive = useCallback(
    (line: Line<Row> | undefined, index: number) => onActive?.(line instanceof Heading ? undefined : line, index),
    [onActive],
  )
  return useGridSelection<Line<Row>>({
    count: lines.count,
    rowAt: lines.lineAt,
    rowKey: lines.keyOf,
    loadRows: lines.loadLines,
    loadAll: lines.loadAll,
    busy,
    mode,
    selected,
    onSelect: (next) => onSelect(rowsOnly(next)),
    onActive: tellActive,
    start,
  })
}

interface GridBodyProps<Row> {
  id: string
  scroller: HTMLDivElement | null
  /** px */
  rowHeight: number
  shown: readonly Column<Row>[]
  check: boolean
  selected: ReadonlyMap<string, Row>
  lines: Lines<Row>
  /** of a row that stands under a heading */
  level: number | undefined
  active: number
  selectable: boolean
}

function GridBody<Row>(props: GridBodyProps<Row>): JSX.Element {
  const { t } = useTexts()
  const loadingText = t('common.grid.unloaded')
  const { rowHeight, scroller } = props
  const { count, onRange } = props.lines
  const inSight = useRowsInSight(scroller, { count, rowHeight, onRange })
  return (
    <div role="rowgroup" className={classes['body']} style={{ height: count * rowHeight }}>
      {drawn(inSight, props.active).map(({ index, key }) => {
        const line = props.lines.lineAt(index)
        const place = {
          id: rowId(props.id, index),
          index,
          top: index * rowHeight,
          active: index === props.active,
        }
        if (line instanceof Heading)
          return <HeadingRow key={key} {...place} heading={line} span={props.shown.length + (props.check ? 1 : 0)} />
        return (
          <GridRow
            key={key}
            {...place}
            row={line}
            level={props.level}
            columns={props.shown}
            selected={props.selectable ? line !== undefined && props.selected.has(props.lines.keyOf(line)) : null}
            check={props.check}
            loadingText={loadingText}
          />
        )
      })}
    </div>
  )
}

interface Drawn {
  index: number
  key: number | 'active'
}

/**
 * Rows to draw: those on the screen, and the row with the focus wherever it is, so that it can be read out. A row that comes into sight takes the
 * place of one that left it: what is drawn is filled anew, not made anew.
 */
function drawn({ first, last, places }: RowsInSight, active: number): Drawn[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at): Drawn => {
    const index = first + at
    return { index, key: index % places }
  })
  if (active >= 0 && active < first) rows.unshift({ index: active, key: 'active' })
  if (active > last && last >= 0) rows.push({ index: active, key: 'active' })
  return rows
}

/** The box in the header: all, some or none are selected, and what a press makes of it. */
function checkOf(selected: number, count: number, choose: GridSelection): GridHeaderProps<never>['check'] {
  const all = count > 0 && selected >= count
  return { state: all ? 'all' : selected > 0 ? 'some' : 'none', toggle: all ? choose.clear : choose.selectAll }
}

const rowId = (grid: string, index: number): string => `${grid}-row-${index}`
