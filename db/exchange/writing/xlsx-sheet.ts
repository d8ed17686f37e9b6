// One sheet of a workbook of Excel, line by line. Texts stand in their cells: nothing is gathered, so that memory stays the same however
// long the list is.
import { formatDate } from '../../model/dates/partial'
import { isDay, type Cell } from '../cells'
import { dress, headerLine, xml, type OutLine, type SheetOut } from './book'
import { formatOf, formats, HEAD, MAIN } from './xlsx-styles'

/** What the workbook says of a sheet once it is written. */
export interface SheetEnd {
  /** where its filter lies, as `$A$1:$C$9` */
  filter: string
}

/** A, B, … Z, AA of a column counted from 0. */
export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)

/** `ends` gets this sheet's end when all is written. */
export function* sheetXml(sheet: SheetOut, isFirst: boolean, ends: SheetEnd[]): Generator<string, void, undefined> {
  const { columns, above } = sheet
  const header = headerLine(above)
  yield top(sheet, isFirst, header)
  const widths = columns.map(({ width, hidden }) => (hidden ? Number.MAX_SAFE_INTEGER : width))
  const cell = cellWriter(columns.map(({ kind }) => formatOf[kind]))
  for (const [at, text] of above.entries())
    yield `<row r="${at + 1}">${textCell(`A${at + 1}`, at === 0 ? formats.title : formats.above, text)}</row>`
  const headed = linesIn(
    columns.map(({ heading }) => heading),
    widths,
  )
  yield `<row r="${header}" ht="${Math.max(headed, 1) * LINE_POINTS + 3}">${columns.map(({ heading }, at) => textCell(`${columnLetters(at)}${header}`, formats.header, heading)).join('')}</row>`
  let line = header
  for (const each of sheet.lines) {
    line += 1
    yield 'heading' in each ? groupRow(each, line, columns.length) : rowXml(each, line, { cell, widths })
  }
  const last = columnLetters(columns.length - 1)
  ends.push({ filter: `$A$${header}:$${last}$${line}` })
  yield bottom(sheet, `A${header}:${last}${line}`)
}

function top({ hidden, columns }: SheetOut, isFirst: boolean, header: number): string {
  const view = hidden
    ? '<sheetView workbookViewId="0"/>'
    : `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${header + 1}" sqref="A${header + 1}"/></sheetView>`
  const widths = columns.map(
    ({ width, kind, hidden: isHidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${formatOf[kind]}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols>${widths.join('')}</cols><sheetData>`
}

function bottom({ hidden, foot }: SheetOut, filter: string): string {
  if (hidden) return '</sheetData></worksheet>'
  const { margins } = dress
  const left = foot === undefined ? '' : `&amp;L&amp;8${xml(foot().replaceAll('&', '&&'))}`
  return `</sheetData><autoFilter ref="${filter}"/><pageMargins left="${margins.side}" right="${margins.side}" top="${margins.top}" bottom="${margins.bottom}" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${left}&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
}

type WriteCell = (at: number, line: string, cell: Cell) => string

const LINE_POINTS = 15
const MOST_LINES = 27

/**
 * How many lines of text the row needs, about: programs that do not measure rows when they open a file would lay long texts over each other.
 * A little more than the letters alone ask for, as words break early.
 */
function linesIn(cells: readonly Cell[], widths: readonly number[]): number {
  let most = 1
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    const width = widths[at] ?? 0
    if (typeof cell !== 'string' || (cell.length <= width && !cell.includes('\n'))) continue
    const own = cell.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.15) / width)), 0)
    if (own > most) most = own
  }
  return Math.min(most, MOST_LINES)
}

interface RowWriting {
  cell: WriteCell
  widths: readonly number[]
}

function rowXml(
  { cells, under }: Extract<OutLine, { cells: unknown }>,
  line: number,
  { cell, widths }: RowWriting,
): string {
  const number = String(line)
  const lines = linesIn(cells, widths)
  const height = lines === 1 ? '' : ` ht="${lines * LINE_POINTS}"`
  const group = under === undefined ? '' : ` outlineLevel="1"${under === 'closed' ? ' hidden="1"' : ''}`
  let row = `<row r="${number}"${height}${group}>`
  for (let at = 0; at < cells.length; at += 1) row += cell(at, number, cells[at] ?? null)
  return `${row}</row>`
}

function groupRow({ heading }: Extract<OutLine, { heading: string }>, line: number, width: number): string {
  const rest = Array.from(
    { length: width - 1 },
    (_, at) => `<c r="${columnLetters(at + 1)}${line}" s="${formats.group}"/>`,
  )
  // no mark that it is folded: LibreOffice would fold the group above it, and the hidden rows say it to both
  return `<row r="${line}">${textCell(`A${line}`, formats.group, heading)}${rest.join('')}</row>`
}

function cellWriter(columns: readonly number[]): WriteCell {
  const letters = columns.map((_, at) => columnLetters(at))
  const starts = columns.map((_, at) => `<c r="${letters[at]}`)
  const styles = columns.map((format) => `" s="${format}`)
  return (at, line, cell) => {
    const start = `${starts[at]}${line}${styles[at]}`
    if (cell === null || cell === '') return `${start}"/>`
    if (typeof cell === 'string') return `${start}" t="inlineStr"><is>${inline(cell)}</is></c>`
    if (typeof cell === 'number') return `${start}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `${start}" t="b"><v>${cell ? 1 : 0}</v></c>`
    const serial = isDay(cell) ? serialOf(cell.day) : null
    if (serial !== null) return `${start}"><v>${serial}</v></c>`
    return `${start}" t="inlineStr"><is>${inline(formatDate(cell.day))}</is></c>`
  }
}

const textCell = (reference: string, format: number, text: string): string =>
  `<c r="${reference}" s="${format}" t="inlineStr"><is>${inline(text)}</is></c>`

/** `_x0041_` in a text would be read back as “A”: its underscore is itself escaped, as Office does. */
function inline(text: string): string {
  const safe = text.includes('_x') ? text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
  return /^\s|\s$|\n| {2}/.test(text) ? `<t xml:space="preserve">${xml(safe)}</t>` : `<t>${xml(safe)}</t>`
}

const DAY_MS = 86_400_000
const FIRST = Date.UTC(1899, 11, 30) / DAY_MS
/** 1 March 1900: Excel counts a 29 February before it that never was */
const SURE_FROM = 61
const serials = new Map<string, number | null>()

/** Null: before the days that every program counts alike; such a day is written in words. */
function serialOf(day: string): number | null {
  let serial = serials.get(day)
  if (serial === undefined) {
    if (serials.size > 50_000) serials.clear()
    const counted = Date.parse(`${day}T00:00:00Z`) / DAY_MS - FIRST
    serials.set(day, (serial = counted >= SURE_FROM ? counted : null))
  }
  return serial
}
