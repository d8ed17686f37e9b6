// The one door for a workbook that comes back: bytes → its manifest, what it remembers of the export, and the rows of its sheets by column. Sheets are
// known by the mark over their hidden ids and columns by their headings: both may be moved and renamed sheets are found.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { EntityName } from '../../model/entities'
import { RegistryError } from '../../model/errors'
import type { BookProblem } from '../../model/shapes/book'
import type { FileReading } from '../../model/shapes/exchange'
import { say, type Language } from '../../model/texts/say'
import { textOf, type Cell } from '../cells'
import { limits, type Limits } from '../limits'
import { readSheets } from '../read-rows'
import { bytesOf } from '../read-table'
import type { SheetRow } from '../spreadsheet'
import { bookSheets, headingOf, sheetName, type BookColumn, type BookSheet } from './layout'
import { isHiddenSheet, readHidden, type BaseRecord, type Manifest } from './manifest'

export interface BookFileRow {
  number: number
  /** null: the cell is blank, or the column is gone */
  code: string | null
  /** of each part */
  ids: (string | null)[]
  cells: ReadonlyMap<BookColumn, Cell>
}

export interface BookFileSheet {
  sheet: BookSheet
  /** as the file calls it */
  name: string
  /** columns that are in the file */
  columns: readonly BookColumn[]
  rows: readonly BookFileRow[]
  notes: BookProblem[]
}

export interface BookFile {
  file: string
  sha256: string
  format: FileReading['format']
  carried: FileReading['carried']
  manifest: Manifest
  records: readonly BaseRecord[]
  /** sheets that are gone are not here */
  sheets: readonly BookFileSheet[]
  /** names of sheets that are gone, as they were exported */
  missing: readonly BookSheet[]
}

const badFile = (rule: string, params: Record<string, string | number> = {}): RegistryError =>
  new RegistryError('bad_file', rule, [{ field: 'file', rule, params }])

/** Throws file_missing, too_large, bad_file, each with the field `file` and a rule with words. */
export async function readBook(path: string, most: Limits = limits): Promise<BookFile> {
  const bytes = bytesOf(path, most)
  const { format, carried, sheets } = await readSheets(bytes, most)
  const hidden = sheets.find(({ rows }) => isHiddenSheet(rows[0]?.cells))
  if (hidden === undefined) throw badFile('file.not_a_book')
  const memory = readHidden(hidden.rows.map(({ cells }) => cells))
  if (memory === null) throw badFile('file.book_damaged')
  const { language } = memory.manifest
  const found = sheets.flatMap(({ name, rows }) => {
    if (name === hidden.name) return []
    const sheet = sheetOf(name, rows[0], language)
    return sheet === null ? [] : [fileSheet(sheet, { name, rows }, language)]
  })
  const twice = found.find(({ sheet }, at) => found.findIndex((other) => other.sheet === sheet) < at)
  if (twice) throw badFile('file.book_sheet_twice', { sheet: twice.name })
  return {
    file: basename(path).normalize('NFC'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format,
    carried,
    ...memory,
    sheets: found,
    missing: bookSheets.filter((sheet) => !found.some((each) => each.sheet === sheet)),
  }
}

const markOf = (entity: EntityName): string => `#${entity}`

/** The sheet whose marks stand in the row (of all its parts, the one with most parts), else the one that is called so. */
function sheetOf(name: string, row: SheetRow | undefined, language: Language): BookSheet | null {
  const texts = new Set(row?.cells.map(textOf))
  const marked = bookSheets
    .filter(({ parts }) => parts.every(({ entity }) => texts.has(markOf(entity))))
    .toSorted((a, b) => b.parts.length - a.parts.length)
  return marked[0] ?? bookSheets.find((sheet) => sheetName(language, sheet) === name) ?? null
}

function fileSheet(
  sheet: BookSheet,
  { name, rows }: { name: string; rows: readonly SheetRow[] },
  language: Language,
): BookFileSheet {
  const heads = rows[0]?.cells.map(textOf) ?? []
  const marks = sheet.parts.map(({ entity }) => heads.indexOf(markOf(entity)))
  const codeAt = heads.indexOf(say(language, 'book.code'))
  if (codeAt < 0) throw badFile('file.book_no_code', { sheet: name, heading: say(language, 'book.code') })
  const places = sheet.columns.map((column) => ({ column, at: heads.indexOf(headingOf(language, sheet, column)) }))
  const known = new Set([...marks, codeAt, ...places.map(({ at }) => at)])
  const extra = heads.filter((head, at) => head !== null && !known.has(at))
  const gone = places.filter(({ at }) => at < 0).map(({ column }) => headingOf(language, sheet, column))
  const there = places.filter(({ at }) => at >= 0)
  const text = (row: SheetRow, at: number): string | null => textOf(row.cells[at] ?? null)
  return {
    sheet,
    name,
    columns: there.map(({ column }) => column),
    rows: rows.slice(1).map((row) => ({
      number: row.number,
      code: text(row, codeAt),
      ids: marks.map((at) => text(row, at)),
      cells: new Map(there.map(({ column, at }) => [column, row.cells[at] ?? null])),
    })),
    notes: [
      ...(gone.length > 0 ? [{ rule: 'book.column_missing', params: { columns: gone.join(', ') } }] : []),
      ...(extra.length > 0 ? [{ rule: 'book.column_extra', params: { columns: extra.join(', ') } }] : []),
    ],
  }
}

export const missingSheet = (language: Language, sheet: BookSheet): { name: string; notes: BookProblem[] } => ({
  name: sheetName(language, sheet),
  notes: [{ rule: 'book.sheet_missing' }],
})
