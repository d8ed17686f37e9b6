// Columns of a DataGrid: what they show, how wide they are and which of them are shown.
import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  label: string
  /** px at the start; people change it by dragging */
  width: number
  /** plain text: shown unless `render` is given, copied in any case */
  text: (row: Row) => string
  render?: (row: Row) => ReactNode
  /** takes so many shares of the room that is left, until people give it a width; the last column when none does */
  grow?: number
  /** numbers stand at the end and are copied as numbers; everything else is copied as text, so that Excel keeps `016` */
  number?: boolean
  /** of a column of days: ISO, whole or reduced; a whole one leaves in a file as a real date */
  day?: (row: Row) => string | null
  sortable?: boolean
  /** not shown until chosen */
  hidden?: boolean
  /** cannot be hidden */
  fixed?: boolean
}

/** Order, width and visibility as people left them (see stores/layouts). */
export interface ColumnLayout {
  widths: Readonly<Record<string, number>>
  /** null: the columns' own default */
  hidden: readonly string[] | null
  /** all columns in order, shown or not; left out: the columns' own order */
  order?: readonly string[] | undefined
}

/** A layout as it is told back, to be kept. */
export interface NewLayout {
  widths: Record<string, number>
  hidden: string[] | null
  order?: string[]
}

const changeable = ({ widths, hidden, order }: ColumnLayout): NewLayout => ({
  widths: { ...widths },
  hidden: hidden === null ? null : [...hidden],
  ...(order !== undefined && { order: [...order] }),
})

export const withWidths = (layout: ColumnLayout, widths: Readonly<Record<string, number>>): NewLayout => ({
  ...changeable(layout),
  widths: { ...layout.widths, ...widths },
})

export const withHidden = (layout: ColumnLayout, hidden: readonly string[]): NewLayout => ({
  ...changeable(layout),
  hidden: [...hidden],
})

export interface Sort {
  column: string
  descending: boolean
}

export const MIN_WIDTH = 48
export const CHECK_WIDTH = 32

export type AnyColumn = Pick<Column<never>, 'id' | 'width' | 'grow' | 'hidden' | 'fixed'>

export function hiddenIds(columns: readonly AnyColumn[], layout: ColumnLayout): readonly string[] {
  const chosen = layout.hidden ?? columns.filter((column) => column.hidden).map((column) => column.id)
  return chosen.filter((id) => !columns.find((column) => column.id === id)?.fixed)
}

export function shownColumns<C extends AnyColumn>(columns: readonly C[], layout: ColumnLayout): C[] {
  const hidden = hiddenIds(columns, layout)
  return inOrder(columns, layout).filter((column) => !hidden.includes(column.id))
}

/** As people put them; a column that their order does not know stands at the end. */
export function inOrder<C extends AnyColumn>(columns: readonly C[], { order }: ColumnLayout): C[] {
  if (order === undefined) return [...columns]
  const place = ({ id }: C): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return columns.toSorted((a, b) => place(a) - place(b))
}

export interface Moving {
  id: string
  step: -1 | 1
  /** over the next of these columns */
  among: readonly AnyColumn[]
}

/** The column moved over its neighbour; null where it stands at the end already. */
export function moved(
  columns: readonly AnyColumn[],
  layout: ColumnLayout,
  { id, step, among }: Moving,
): NewLayout | null {
  const neighbours = among.map((column) => column.id)
  const neighbour = neighbours[neighbours.indexOf(id) + step]
  if (!neighbours.includes(id) || neighbour === undefined) return null
  const rest = inOrder(columns, layout)
    .map((column) => column.id)
    .filter((other) => other !== id)
  return { ...changeable(layout), order: rest.toSpliced(rest.indexOf(neighbour) + (step === 1 ? 1 : 0), 0, id) }
}

export function widthOf(column: AnyColumn, layout: ColumnLayout): number {
  return Math.max(MIN_WIDTH, layout.widths[column.id] ?? column.width)
}

/** `grid-template-columns` of header and rows, and the least width of a row in px. */
export function template(
  columns: readonly AnyColumn[],
  layout: ColumnLayout,
  check: boolean,
): { columns: string; least: number } {
  const shares = columns.map((column) => (layout.widths[column.id] === undefined ? (column.grow ?? 0) : 0))
  const isFilled = shares.some((share) => share > 0)
  const last = columns.length - 1
  const widths = columns.map((column) => widthOf(column, layout))
  const tracks = columns.map((_, index) => {
    const share = !isFilled && index === last ? 1 : (shares[index] ?? 0)
    return share > 0 ? `minmax(${widths[index]}px, ${share}fr)` : `${widths[index]}px`
  })
  const least = widths.reduce((sum, width) => sum + width, check ? CHECK_WIDTH : 0)
  return { columns: [...(check ? [`${CHECK_WIDTH}px`] : []), ...tracks].join(' '), least }
}

/** The sort after a press on a header: ascending first, then descending, then back. */
export function nextSort(sort: Sort | null, column: string): Sort {
  return { column, descending: sort?.column === column ? !sort.descending : false }
}
