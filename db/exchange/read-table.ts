// The one door for outside tables: a file's bytes (or a pasted text) → header and rows, under limits and as a person chose to have it read.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RegistryError } from '../model/errors'
import type { ImportChoices, Target } from '../model/imports'
import type { FileReading, LeftOutRow } from '../model/shapes/exchange'
import { fromLegacy, legacyTextOf, type LegacyText } from '../model/text/legacy'
import { textOf, type Cell } from './cells'
import { wrongEncoding } from './encoding'
import { findHeader, HEADER_WITHIN, type Header } from './headings'
import { repeatsInGroups, whyLeftOut } from './left-out'
import { readRows, type RawTable } from './read-rows'
import { splitRows } from './split-rows'
import { limits, tooLarge, type Limits } from './limits'
import type { SheetRow } from './spreadsheet'
import { tableRow, type TableRow } from './table-row'

/** A file, or what somebody copied from a table elsewhere. */
export type TableSource = { path: string } | { pasted: string }

export interface Table {
  /** name of the file without its folder; null: pasted */
  file: string | null
  sha256: string
  /** name of the sheet; of a text its file name */
  sheet: string
  sheets: { name: string; hidden: boolean }[]
  reading: FileReading
  header: Header
  /** rows below the header, blank ones and those left out not among them */
  rows: TableRow[]
  leftOut: LeftOutRow[]
  choices: ImportChoices
}

export interface OpenedTable extends RawTable {
  file: string | null
  sha256: string
  /** the old encoding that the cells seem to be in; null too once they were converted */
  legacy: LegacyText | null
}

const badFile = (rule: string, params: Record<string, string | number> = {}): RegistryError =>
  new RegistryError('bad_file', rule, [{ field: 'file', rule, params }])

/** The rows as they stand, converted if so chosen. Throws file_missing, too_large, bad_file, wrong_encoding, each with the field `file` and a rule with words. */
export async function openTable(
  source: TableSource,
  choices: ImportChoices,
  most: Limits,
  convertCells = true,
): Promise<OpenedTable> {
  const bytes = 'path' in source ? bytesOf(source.path, most) : Buffer.from(source.pasted, 'utf8')
  const file = 'path' in source ? basename(source.path).normalize('NFC') : null
  const raw = await readRows(bytes, file ?? '', choices, most)
  const { text } = choices
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (convertCells && (text === 'tcvn3' || text === 'vni'))
    return { ...raw, file, sha256, legacy: null, rows: raw.rows.map((row) => converted(row, text)) }
  return { ...raw, file, sha256, legacy: text === undefined ? legacyTextOf(wordsOf(raw.rows.slice(0, 200))) : null }
}

const convert = (cell: Cell, from: LegacyText): Cell => (typeof cell === 'string' ? fromLegacy(from, cell) : cell)
/** Cells in a capital font are capitals, whatever was typed. */
export const converted = (row: SheetRow, from: LegacyText): SheetRow => ({
  ...row,
  cells: row.cells.map((cell, at) => {
    const text = convert(cell, from)
    return from === 'tcvn3' && typeof text === 'string' && row.capitals?.has(at) ? text.toLocaleUpperCase('vi') : text
  }),
})

/** Enough of a cell to tell in what letters it is written; one may hold megabytes. */
const TELLING = 1_000

/** How the cells with text begin. */
export const wordsOf = (rows: readonly SheetRow[]): string[] =>
  rows.flatMap((row) => row.cells.flatMap((cell) => (typeof cell === 'string' ? [cell.slice(0, TELLING)] : [])))

/** As `openTable`; also throws where there is no header, or two columns of one meaning. */
export async function readTable(
  source: TableSource | string,
  choices: ImportChoices = {},
  most: Limits = limits,
): Promise<Table> {
  const opened = await openTable(typeof source === 'string' ? { path: source } : source, choices, most)
  if (opened.legacy !== null) throw wrongEncoding(`file.${opened.legacy}`)
  const { rows } = opened
  const header = findHeader(rows, choices)
  if (!header) throw noHeader(rows, choices.target ?? 'registry')
  const twice = header.columns.find(
    (column, at) => column.key !== null && header.columns.findIndex((other) => other.key === column.key) < at,
  )
  if (twice) throw badFile('file.heading_twice', { heading: twice.heading })
  const { format, encoding, delimiter, carried } = opened
  const below = sorted(rows.slice(header.at + 1), header, choices)
  return {
    file: opened.file,
    sha256: opened.sha256,
    sheet: opened.sheet,
    sheets: opened.sheets,
    reading: { format, encoding, delimiter, carried, headerRow: rows[header.at]!.number },
    header,
    rows: below.rows,
    leftOut: below.leftOut,
    choices,
  }
}

function sorted(
  rows: readonly SheetRow[],
  header: Header,
  choices: ImportChoices,
): { rows: TableRow[]; leftOut: LeftOutRow[] } {
  const kept: TableRow[] = []
  const leftOut: LeftOutRow[] = []
  const left = new Set(choices.leave)
  const repeats = repeatsInGroups(header)
  for (const read of splitRows(rows, header, choices.split ?? [])) {
    const row = tableRow(read)
    const why = left.has(row.number) ? 'chosen' : whyLeftOut(row, header, choices.target ?? 'registry')
    const reason = repeats(row, why) ? 'repeated' : why
    if (reason === null) kept.push(row)
    else
      leftOut.push({
        row: row.number,
        reason,
        text: row.texts
          .filter((text) => text !== null)
          .join(' | ')
          .slice(0, 200),
      })
  }
  return { rows: kept, leftOut }
}

export function bytesOf(path: string, most: Limits): Buffer {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile())
    throw new RegistryError('file_missing', 'no such file', [{ field: 'file', rule: 'file.missing' }])
  if (found.size > most.bytes) throw tooLarge('file.too_big', Math.floor(most.bytes / 2 ** 20))
  return readFileSync(path)
}

/** What the headings must have where rows are no laboratories. */
const headless: Partial<Record<Target, string>> = {
  accreditations: 'no_header_codes',
  decisions: 'no_header_decisions',
  scope: 'no_header_scope',
}

function noHeader(rows: readonly SheetRow[], target: Target): RegistryError {
  return rows.every(({ cells }) => cells.every((cell) => textOf(cell) === null))
    ? badFile('file.empty')
    : badFile(`file.${headless[target] ?? 'no_header'}`, { rows: HEADER_WITHIN })
}
