// The only importer of the spreadsheet library: rows of sheets in, under limits. What goes out we write ourselves (out/).
import { EncryptedFileError, readXls } from 'hucre'
import { readOds } from 'hucre/ods'
import { readXlsx, streamXlsxRows, type CellValue } from 'hucre/xlsx'
import { RegistryError } from '../model/errors'
import type { Cell } from './cells'
import { withBareRows } from './ods-rows'

/** Sheets in workbook order, hidden ones too. Throws bad_file. */
export async function sheetNames(bytes: Uint8Array): Promise<{ name: string; hidden: boolean }[]> {
  const names: { name: string; hidden: boolean }[] = []
  await guarded(() =>
    readXlsx(bytes, {
      sheets: (info) => {
        names.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true })
        return false
      },
    }),
  )
  return names
}

export interface SheetRow {
  /** from 1, as the spreadsheet program counts */
  number: number
  cells: Cell[]
}

/** Rows of one sheet in order, blank ones left out. Formulas come as their last result. Throws bad_file. */
export async function* sheetRows(
  bytes: Uint8Array,
  sheet: string,
  atMost?: number,
): AsyncGenerator<SheetRow, void, undefined> {
  const rows = streamXlsxRows(bytes, { sheet, ...(atMost === undefined ? {} : { maxRows: atMost }) })
  for (;;) {
    const next = await guarded(() => rows.next())
    if (next.done) return
    const cells = next.value.values.map(fromValue)
    if (cells.some((cell) => cell !== null && cell !== '')) yield { number: next.value.index + 1, cells }
  }
}

function fromValue(value: CellValue): Cell {
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) }
}

export interface Merge {
  /** places counted from 0, ends included */
  top: number
  left: number
  bottom: number
  right: number
}

export interface WholeSheet {
  name: string
  hidden: boolean
  rows: SheetRow[]
  merges: Merge[]
}

const readers = { xlsx: readXlsx, xls: readXls, ods: readOds }

/** Every sheet at once, with its merged cells: for files that are small, and for those that cannot be read in a stream. Throws bad_file. */
export async function readWhole(
  bytes: Uint8Array,
  format: keyof typeof readers,
  atMost: number,
): Promise<WholeSheet[]> {
  const book = await guarded(() => readers[format](format === 'ods' ? withBareRows(bytes) : bytes, { maxRows: atMost }))
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.flatMap((values, at) => {
      const cells = values.map(fromValue)
      return cells.some((cell) => cell !== null && cell !== '') ? [{ number: at + 1, cells }] : []
    }),
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
  }))
}

/** Whatever the library says against a workbook makes it a broken one for people; memory and time are limited outside. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const rule = error instanceof EncryptedFileError ? 'file.encrypted' : 'file.broken'
    throw new RegistryError('bad_file', error instanceof Error ? error.message : String(error), [
      { field: 'file', rule },
    ])
  }
}
