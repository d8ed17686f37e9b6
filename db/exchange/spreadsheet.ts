// The only importer of the spreadsheet library: rows of sheets in, under limits. What goes out we write ourselves (out/).
import { EncryptedFileError, readXls, type Sheet } from 'hucre'
import { readOds } from 'hucre/ods'
import {
  readXlsx,
  streamXlsxRows,
  writeXlsx,
  type Cell as SheetCell,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx'
import { RegistryError } from '../model/errors'
import { isCapitalFont } from '../model/text/tcvn3'
import { isDay, type Cell } from './cells'
import { hiddenSheets, withBareRows } from './ods-rows'
import { contentOf, zipParts } from './zip-parts'

const FONT = { name: 'Calibri', size: 11 }
const wrapped = { vertical: 'top', wrapText: true } as const
const TEXT: CellStyle = { numFmt: '@', alignment: wrapped }
const DATE: CellStyle = { numFmt: 'dd/mm/yyyy', alignment: { vertical: 'top', horizontal: 'left' } }
const HEADER: CellStyle = {
  numFmt: '@',
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EEF7' } },
  border: { bottom: { style: 'thin' } },
  alignment: { vertical: 'center', wrapText: true },
}

/** `_x0041_` in a text would be read back as “A”: its underscore is itself escaped, as Office does. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function toValue(cell: Cell): CellValue {
  if (isDay(cell)) return new Date(`${cell.day}T00:00:00Z`)
  return typeof cell === 'string' ? escaped(cell) : cell
}

/** A, B, … Z, AA of a column counted from 0. */
export function columnLetters(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)
}

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
  /** places of cells set in a font whose small letters look like capitals (.VnTimeH) */
  capitals?: ReadonlySet<number>
}

/** Rows of one sheet in order, blank ones left out. Formulas come as their last result. Throws bad_file. */
export async function* sheetRows(
  bytes: Uint8Array,
  sheet: string,
  atMost?: number,
): AsyncGenerator<SheetRow, void, undefined> {
  try {
    // whoever takes the rows and throws does not come by here: only the library's own errors do
    for await (const { index, values } of streamXlsxRows(bytes, { sheet, ...(atMost && { maxRows: atMost }) })) {
      const cells = values.map(fromValue)
      if (cells.some((cell) => cell !== null && cell !== '')) yield { number: index + 1, cells }
    }
  } catch (error) {
    throw asBroken(error)
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
  const options = { maxRows: atMost, readStyles: hasCapitalFonts(bytes) }
  const book = await guarded(() => readers[format](format === 'ods' ? withBareRows(bytes) : bytes, options))
  const hidden = format === 'ods' ? hiddenSheets(bytes) : new Set<string>()
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true || hidden.has(sheet.name.normalize('NFC')),
    rows: sheet.rows.flatMap((values, at) => {
      const cells = values.map(fromValue)
      if (!cells.some((cell) => cell !== null && cell !== '')) return []
      const capitals = options.readStyles ? inCapitalFont(sheet, at, cells.length) : undefined
      return [{ number: at + 1, cells, ...(capitals && { capitals }) }]
    }),
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
  }))
}

const STYLES = /^(?:xl\/styles|styles|content)\.xml$/

/** Whether any cell can be in one: reading styles costs time, and such fonts are rare by now. */
function hasCapitalFonts(bytes: Uint8Array): boolean {
  const parts = (zipParts(bytes) ?? []).filter(({ name }) => STYLES.test(name))
  return parts.some((part) => /\.Vn[\w ]*H["'&;]/.test(new TextDecoder().decode(contentOf(bytes, part) ?? undefined)))
}

function inCapitalFont(sheet: Pick<Sheet, 'cells'>, row: number, width: number): Set<number> {
  const places = Array.from({ length: width }, (_, column) => column)
  return new Set(
    places.filter((column) => isCapitalFont(sheet.cells?.get(`${row},${column}`)?.style?.font?.name ?? '')),
  )
}

/** Whatever the library says against a workbook makes it a broken one for people; memory and time are limited outside. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asBroken(error)
  }
}

function asBroken(error: unknown): RegistryError {
  const rule = error instanceof EncryptedFileError ? 'file.encrypted' : 'file.broken'
  return new RegistryError('bad_file', error instanceof Error ? error.message : String(error), [
    { field: 'file', rule },
  ])
}

export interface BookSheetOut {
  name: string
  /** not seen, and not offered for showing either */
  hidden?: boolean
  columns: readonly ({ heading: string; width: number; hidden: boolean } & {
    /** what may be chosen in its cells; `strict`: nothing else */
    list?: { range: string; strict: boolean }
  })[]
  /** below the headings; without headings (`bare`) from the first row on */
  rows: readonly (readonly Cell[])[]
  bare?: boolean
}

/** A workbook of several sheets. Text columns are text also where a day stands in them: only that cell is a day. */
export async function writeSheets(sheets: readonly BookSheetOut[], creator: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(bookSheet),
    namedRanges: sheets
      .filter(({ bare }) => !bare)
      .map(({ name }) => ({ name: '_xlnm.Print_Titles', range: `${quoted(name)}!$1:$1`, scope: name })),
    properties: { creator },
    defaultFont: FONT,
  })
}

/** A sheet's name as a formula takes it. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

function bookSheet({ name, hidden, columns, rows, bare }: BookSheetOut): WriteSheet {
  const head = bare ? [] : [columns.map((column) => column.heading)]
  const cells = new Map<string, Partial<SheetCell>>()
  if (!bare) for (const [at, { heading }] of columns.entries()) cells.set(`0,${at}`, { value: heading, style: HEADER })
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries())
      if (isDay(cell)) cells.set(`${at + head.length},${column}`, { value: toValue(cell), style: DATE })
  }
  const bottom = Math.max(rows.length + 1, 2)
  return {
    name,
    ...(hidden ? { veryHidden: true } : {}),
    columns: columns.map((column): ColumnDef => ({
      width: column.width,
      style: TEXT,
      hidden: column.hidden,
    })),
    rows: [...head, ...rows.map((row) => row.map(toValue))],
    cells,
    ...(bare
      ? {}
      : {
          freezePane: { rows: 1 },
          autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${bottom}` },
        }),
    dataValidations: columns.flatMap(({ list }, at): DataValidation[] =>
      list === undefined
        ? []
        : [
            {
              type: 'list',
              formula1: list.range,
              allowBlank: true,
              showErrorMessage: list.strict,
              errorStyle: 'stop',
              range: `${columnLetters(at)}2:${columnLetters(at)}${bottom}`,
            },
          ],
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C&A – &P/&N' },
  }
}
