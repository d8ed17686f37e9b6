// A list of records as a grid: virtual rows, keyboard, selection, sorting, widths, copying. It asks for rows by index and never
// loads, sorts or filters itself: 32,000 rows cost what the screen shows.
import { useId, useImperativeHandle, useMemo, useState, type JSX, type ReactNode, type Ref } from 'react'
import { useTexts } from '../../texts/texts'
import { shownColumns, type Column, type ColumnLayout, type Sort } from './column'
import classes from './grid.module.css'
import { GridHeader, type GridHeaderProps } from './GridHeader'
import { GridSaid, SkeletonRows, useCopied } from './GridNotes'
import { GridRow } from './GridRow'
import { useGridCopy, useGridEvents, type GridEventsSource } from './useGridEvents'
import { useGridRows } from './useGridRows'
import { useGridSelection, type GridSelection, type SelectionMode } from './useGridSelection'
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
  onLayout?: (layout: { widths: Record<string, number>; hidden: string[] | null }) => void
  /** the first answer is on its way: nothing for 300 ms, then skeleton rows */
  busy?: boolean
  /** shown instead of rows when there are none */
  empty?: ReactNode
  /** the scroller, to move the focus into the list */
  ref?: Ref<HTMLDivElement | null>
}

const noLayout: ColumnLayout = { widths: {}, hidden: null }

export function DataGrid<Row>({ ref, ...props }: DataGridProps<Row>): JSX.Element {
  const { columns, count, rowAt, rowKey, selection = 'single', layout = noLayout, busy = false } = props
  const id = useId()
  const [ownSelection, setOwnSelection] = useState<ReadonlyMap<string, Row>>(() => new Map())
  const selected = props.selected ?? ownSelection
  const onSelect = props.onSelect ?? setOwnSelection
  const [copied, setCopied] = useCopied()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const rows = useGridRows(scroller, count, props.onRange)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => scroller, [scroller])
  const { loadRows, onActive } = props
  const choose = useGridSelection({
    count,
    rowAt,
    rowKey,
    loadRows,
    busy,
    mode: selection,
    selected,
    onSelect,
    onActive,
    start: props.start,
  })
  const [widths, setWidth] = useWidths(layout, props.onLayout)
  const shown = useMemo(() => shownColumns(columns, layout), [columns, layout])
  const check = selection === 'multi'
  const source: GridEventsSource<Row> = {
    list: { count, rowAt, keyOf: rowKey },
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
        role="grid"
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
            check={check ? checkOf(selected.size, count, choose) : null}
            onLeave={() => scroller?.focus()}
          />
        </div>
        <GridBody
          {...{ id, rows, shown, check, selected, rowAt, rowKey }}
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

interface GridBodyProps<Row> {
  id: string
  rows: ReturnType<typeof useGridRows>
  shown: readonly Column<Row>[]
  check: boolean
  selected: ReadonlyMap<string, Row>
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string
  active: number
  selectable: boolean
}

function GridBody<Row>(props: GridBodyProps<Row>): JSX.Element {
  const { t } = useTexts()
  const loadingText = t('common.grid.unloaded')
  return (
    <div role="rowgroup" className={classes['body']} style={{ height: props.rows.height }}>
      {drawn(props.rows, props.active).map((index) => {
        const row = props.rowAt(index)
        return (
          <GridRow
            key={index}
            id={rowId(props.id, index)}
            row={row}
            index={index}
            top={index * props.rows.rowHeight}
            columns={props.shown}
            active={index === props.active}
            selected={props.selectable ? row !== undefined && props.selected.has(props.rowKey(row)) : null}
            check={props.check}
            loadingText={loadingText}
          />
        )
      })}
    </div>
  )
}

/** Indices to draw: those on the screen, and the row with the focus wherever it is, so that it can be read out. */
function drawn({ first, last }: GridBodyProps<never>['rows'], active: number): number[] {
  const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  if (active >= 0 && active < first) indices.unshift(active)
  if (active > last && last >= 0) indices.push(active)
  return indices
}

/** The box in the header: all, some or none are selected, and what a press makes of it. */
function checkOf(selected: number, count: number, choose: GridSelection): GridHeaderProps<never>['check'] {
  const all = count > 0 && selected >= count
  return { state: all ? 'all' : selected > 0 ? 'some' : 'none', toggle: all ? choose.clear : choose.selectAll }
}

const rowId = (grid: string, index: number): string => `${grid}-row-${index}`
