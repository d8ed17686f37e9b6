// The one door for outside tables: a file's bytes → header and rows, under limits of size, expansion, rows and columns.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RegistryError } from '../model/errors'
import type { FileReading } from '../model/shapes/exchange'
import { looksLikeTcvn3 } from '../model/text/tcvn3'
import { textOf } from './cells'
import { sniff } from './container'
import { csvRows } from './csv'
import { decodeText, encodingOf, wrongEncoding } from './encoding'
import { findHeader, HEADER_WITHIN, headerScore, type Header } from './headings'
import { sheetNames, sheetRows, type SheetRow } from './spreadsheet'

export interface Limits {
  bytes: number
  expanded: number
  rows: number
  columns: number
}
export const limits: Limits = { bytes: 50 * 2 ** 20, expanded: 400 * 2 ** 20, rows: 200_000, columns: 200 }

export interface Table {
  /** name of the file without its folder */
  file: string
  sha256: string
  /** name of the sheet; of a CSV its file name */
  sheet: string
  reading: FileReading
  header: Header
  /** rows below the header, blank ones left out */
  rows: SheetRow[]
}

const tooLarge = (rule: string, max: number): RegistryError =>
  new RegistryError('too_large', rule, [{ field: 'file', rule, params: { max } }])
const badFile = (rule: string, params: Record<string, string | number> = {}): RegistryError =>
  new RegistryError('bad_file', rule, [{ field: 'file', rule, params }])

/** Throws file_missing, too_large, bad_file or wrong_encoding, each with the field `file` and a rule with words. */
export async function readTable(path: string, within: Limits = limits): Promise<Table> {
  if (sizeOf(path) > within.bytes) throw tooLarge('file.too_big', Math.floor(within.bytes / 2 ** 20))
  const bytes = readFileSync(path)
  const about = { file: basename(path).normalize('NFC'), sha256: createHash('sha256').update(bytes).digest('hex') }
  const { sheet, rows, ...how } =
    sniff(bytes, within.expanded) === 'xlsx'
      ? await readSheet(bytes, within)
      : { sheet: about.file, ...readCsv(bytes, within) }
  const header = findHeader(rows)
  if (!header) throw noHeader(rows)
  const twice = header.columns.find(
    (column, at) => column.key !== null && header.columns.findIndex((other) => other.key === column.key) < at,
  )
  if (twice) throw badFile('file.heading_twice', { heading: twice.heading })
  const reading = { ...how, headerRow: rows[header.at]!.number }
  return { ...about, sheet, reading, header, rows: rows.slice(header.at + 1) }
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile())
    throw new RegistryError('file_missing', 'no such file', [{ field: 'file', rule: 'file.missing' }])
  return found.size
}

/** Rows over the limit are not read to the end: the first one too many is refused. */
function within(rows: SheetRow[], row: SheetRow, most: Limits): void {
  let columns = row.cells.length
  while (columns > 0 && textOf(row.cells[columns - 1]!) === null) columns -= 1
  if (columns > most.columns) throw tooLarge('file.too_many_columns', most.columns)
  if (rows.length >= most.rows + HEADER_WITHIN) throw tooLarge('file.too_many_rows', most.rows)
  rows.push({ number: row.number, cells: row.cells.slice(0, columns) })
}

type Read = Omit<FileReading, 'headerRow'> & { rows: SheetRow[] }

function readCsv(bytes: Uint8Array, most: Limits): Read {
  const read = csvRows(decodeText(bytes), headerScore, most.rows + HEADER_WITHIN + 1)
  const rows: SheetRow[] = []
  for (const row of read.rows) within(rows, row, most)
  return { format: 'csv', encoding: encodingOf(bytes), delimiter: read.delimiter, rows }
}

async function readSheet(bytes: Uint8Array, most: Limits): Promise<Read & { sheet: string }> {
  const sheet = await listSheet(bytes)
  const rows: SheetRow[] = []
  for await (const row of sheetRows(bytes, sheet)) within(rows, row, most)
  return { format: 'xlsx', encoding: null, delimiter: null, sheet, rows }
}

/** The visible sheet whose top rows name most columns of the form; the first where none does. */
async function listSheet(bytes: Uint8Array): Promise<string> {
  const names = await sheetNames(bytes)
  let best = { name: names[0], score: 0 }
  if (names.length > 1) {
    for (const name of names.slice(0, 50)) {
      const top: SheetRow[] = []
      for await (const row of sheetRows(bytes, name, HEADER_WITHIN)) top.push(row)
      const score = headerScore(top.map((row) => row.cells))
      if (score > best.score) best = { name, score }
    }
  }
  if (best.name === undefined) throw badFile('file.empty')
  return best.name
}

function noHeader(rows: readonly SheetRow[]): RegistryError {
  if (rows.every(({ cells }) => cells.every((cell) => textOf(cell) === null))) return badFile('file.empty')
  const sample = rows
    .slice(0, 50)
    .flatMap((row) => row.cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : [])))
  return looksLikeTcvn3(sample.join(' '))
    ? wrongEncoding('file.tcvn3')
    : badFile('file.no_header', { rows: HEADER_WITHIN })
}
