// Bytes of whatever format → the rows of one sheet, with merged cells filled down. A big workbook is read in a stream, where merged cells are not known.
import type { ImportChoices } from '../model/imports'
import type { FileReading } from '../model/shapes/exchange'
import { RegistryError } from '../model/errors'
import { isHiddenSheet } from './book/manifest'
import { textOf, type Cell } from './cells'
import { carried, sniff } from './container'
import { csvRows } from './csv'
import { decodeText, encodingOf } from './encoding'
import { headerScore, HEADER_WITHIN } from './headings'
import { tooLarge, type Limits } from './limits'
import { isManifestLine } from './writing/manifest'
import { readWhole, sheetNames, sheetRows, type Merge, type SheetRow } from './spreadsheet'
import { expandedSize } from './zip-parts'

export interface RawTable extends Omit<FileReading, 'headerRow'> {
  sheet: string
  sheets: { name: string; hidden: boolean }[]
  rows: SheetRow[]
}

/** Rows of every sheet, hidden ones too, under the same limits for all of them together. */
export async function readSheets(
  bytes: Uint8Array,
  most: Limits,
): Promise<Pick<FileReading, 'format' | 'carried'> & { sheets: { name: string; rows: SheetRow[] }[] }> {
  const format = sniff(bytes, most.expanded)
  if (format === 'text') throw badFile('file.not_a_book')
  const sheets: { name: string; rows: SheetRow[] }[] = []
  const rows = counted(most)
  const take = (name: string, from: number): void => void sheets.push({ name, rows: rows.all.slice(from) })
  if (format === 'xlsx' && expandedSize(bytes) > WHOLE) {
    for (const { name } of await sheetNames(bytes)) {
      const from = rows.all.length
      for await (const row of sheetRows(bytes, name)) rows.add(row)
      take(name, from)
    }
  } else
    for (const sheet of await readWhole(bytes, format, most.rows + HEADER_WITHIN + 1)) {
      const from = rows.all.length
      for (const row of sheet.rows) rows.add(row)
      take(sheet.name, from)
    }
  return { format, carried: carried(bytes), sheets }
}

/** Workbooks that expand to no more than this are read whole: only so are merged cells known. */
const WHOLE = 24 * 2 ** 20

export async function readRows(
  bytes: Uint8Array,
  file: string,
  choices: ImportChoices,
  most: Limits,
): Promise<RawTable> {
  const format = sniff(bytes, most.expanded)
  const target = choices.target ?? 'registry'
  if (format === 'text') return readText(bytes, file, choices, most)
  const about = { format, encoding: null, delimiter: null, carried: carried(bytes) }
  if (format === 'xlsx' && expandedSize(bytes) > WHOLE) return { ...about, ...(await readStream(bytes, choices, most)) }
  const sheets = await readWhole(bytes, format, most.rows + HEADER_WITHIN + 1)
  if (sheets.some(({ rows }) => isHiddenSheet(rows[0]?.cells))) throw badFile(WORKING_COPY)
  const seen = sheets.filter((sheet) => !sheet.hidden)
  const best = pick(
    seen.map(({ name, rows }) => ({
      name,
      score: headerScore(
        rows.slice(0, HEADER_WITHIN).map((row) => row.cells),
        target,
      ),
    })),
    sheets.map(({ name }) => name),
    choices,
  )
  const sheet = sheets.find(({ name }) => name === best)!
  const rows = counted(most)
  for (const row of sheet.rows) rows.add(row)
  return {
    ...about,
    sheet: best,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: filledDown(rows.all, sheet.merges),
  }
}

const badFile = (rule: string): RegistryError => new RegistryError('bad_file', rule, [{ field: 'file', rule }])
/** Its sheets look like lists, but only the three-way merge knows which of its cells were edited. */
const WORKING_COPY = 'file.working_copy'

/** The sheet that was chosen; else the visible one whose top rows name most columns, or the first. */
function pick(
  seen: readonly { name: string; score: number }[],
  all: readonly string[],
  { sheet }: ImportChoices,
): string {
  if (sheet !== undefined) {
    if (!all.includes(sheet)) throw badFile('file.no_such_sheet')
    return sheet
  }
  const best = seen.reduce<(typeof seen)[number] | undefined>(
    (found, each) => (found === undefined || each.score > found.score ? each : found),
    undefined,
  )
  if (best === undefined) throw badFile('file.empty')
  return best.name
}

/** Takes rows until there are too many: the first one too many is refused. */
function counted(most: Limits): { all: SheetRow[]; add(row: SheetRow): void } {
  const all: SheetRow[] = []
  let cells = 0
  return {
    all,
    add(row) {
      let columns = row.cells.length
      while (columns > 0 && textOf(row.cells[columns - 1]!) === null) columns -= 1
      if (columns === 0) return
      if (columns > most.columns) throw tooLarge('file.too_many_columns', most.columns)
      if (all.length >= most.rows + HEADER_WITHIN) throw tooLarge('file.too_many_rows', most.rows)
      cells += columns
      if (cells > most.cells) throw tooLarge('file.too_many_cells', most.cells)
      all.push(columns === row.cells.length ? row : { ...row, cells: row.cells.slice(0, columns) })
    },
  }
}

function readText(bytes: Uint8Array, file: string, choices: ImportChoices, most: Limits): RawTable {
  const score = (rows: Cell[][]): number => headerScore(rows, choices.target ?? 'registry')
  const read = csvRows(decodeText(bytes, choices.text), score, most.rows + HEADER_WITHIN + 1)
  const rows = counted(most)
  // the manifest of an exported list, and what was put behind it, is no part of the table
  const end = read.rows.findIndex(({ cells }) => isManifestLine(cells))
  for (const row of end === -1 ? read.rows : read.rows.slice(0, end)) rows.add(row)
  return {
    format: 'csv',
    encoding: encodingOf(bytes),
    delimiter: read.delimiter,
    carried: [],
    sheet: file,
    sheets: [],
    rows: rows.all,
  }
}

async function readStream(
  bytes: Uint8Array,
  choices: ImportChoices,
  most: Limits,
): Promise<Pick<RawTable, 'sheet' | 'sheets' | 'rows'>> {
  const sheets = await sheetNames(bytes)
  for (const { name } of sheets.filter(({ hidden }) => hidden))
    for await (const { cells } of sheetRows(bytes, name, 1)) if (isHiddenSheet(cells)) throw badFile(WORKING_COPY)
  const names = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
  const scores: { name: string; score: number }[] = []
  for (const name of names.slice(0, 50)) {
    const top: SheetRow[] = []
    if (names.length > 1 && choices.sheet === undefined)
      for await (const row of sheetRows(bytes, name, HEADER_WITHIN)) top.push(row)
    scores.push({
      name,
      score: headerScore(
        top.map((row) => row.cells),
        choices.target ?? 'registry',
      ),
    })
  }
  const sheet = pick(
    scores,
    sheets.map(({ name }) => name),
    choices,
  )
  const rows = counted(most)
  for await (const row of sheetRows(bytes, sheet)) rows.add(row)
  return { sheet, sheets, rows: rows.all }
}

/** A cell merged over several rows says the same for each of them; one merged over columns is a title and says it once. */
function filledDown(rows: SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const tall = merges.filter((merge) => merge.bottom > merge.top && merge.left === merge.right)
  if (tall.length === 0) return rows
  for (const { top, bottom, left } of tall) {
    const first = firstFrom(rows, top + 1)
    const said = rows[first]?.number === top + 1 ? (rows[first].cells[left] ?? null) : null
    if (said === null) continue
    // rows that are there, not numbers that may be: a merge over a million rows costs nothing
    for (let at = first + 1; at < rows.length && rows[at]!.number <= bottom + 1; at += 1) {
      const { cells } = rows[at]!
      while (cells.length <= left) cells.push(null)
      cells[left] ??= said
    }
  }
  return rows
}

/** Place of the first row with this number or a later one. */
function firstFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle]!.number < number) low = middle + 1
    else high = middle
  }
  return low
}
