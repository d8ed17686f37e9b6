// An exported file read back as it is sealed: every line of its sheet from the first to the last, blank ones too, and its manifest.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { RegistryError } from '../model/errors'
import { textOf, type Cell } from './cells'
import { sniff } from './container'
import { csvRows } from './csv'
import { decodeText } from './encoding'
import type { ColumnKind } from './form'
import { tooLarge, type Limits } from './limits'
import { isManifest, isManifestLine, readManifest, type Sealed } from './writing/manifest'
import { readWhole, sheetNames, sheetRows, type SheetRow } from './spreadsheet'
import { expandedSize } from './zip-parts'

export interface ExportedFile {
  sealed: Sealed
  lines: (readonly Cell[])[]
}

/** Workbooks that expand to more are read in a stream. */
const WHOLE = 24 * 2 ** 20

/** Null: it has no manifest. Throws what reading an outside file throws. */
export async function readExported(path: string, most: Limits): Promise<ExportedFile | null> {
  if (!existsSync(path))
    throw new RegistryError('file_missing', 'no such file', [{ field: 'file', rule: 'file.missing' }])
  if (statSync(path).size > most.bytes) throw tooLarge('file.too_big', Math.floor(most.bytes / 2 ** 20))
  const bytes = readFileSync(path)
  const format = sniff(bytes, most.expanded)
  if (format === 'text') return fromText(decodeText(bytes), most)
  const isLong = format === 'xlsx' && expandedSize(bytes) > WHOLE
  return isLong ? fromStream(bytes) : fromWhole(await readWhole(bytes, format, most.rows))
}

/** Rows as lines: a line that holds nothing has no row. */
function linesOf(rows: readonly SheetRow[]): (readonly Cell[])[] {
  const lines: (readonly Cell[])[] = []
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push([])
    lines.push(cells)
  }
  return lines
}

function fromWhole(sheets: readonly { name: string; rows: SheetRow[] }[]): ExportedFile | null {
  const listed = sheets.find(({ rows }) => rows[0] !== undefined && isManifest(rows[0].cells))
  const sealed = listed === undefined ? null : readManifest(listed.rows.map(({ cells }) => cells))
  const sheet = sheets.find(({ name }) => name === sealed?.sheet)
  return sealed === null || sheet === undefined ? null : { sealed, lines: linesOf(sheet.rows) }
}

async function fromStream(bytes: Uint8Array): Promise<ExportedFile | null> {
  for (const { name } of (await sheetNames(bytes)).toReversed()) {
    const rows: SheetRow[] = []
    for await (const row of sheetRows(bytes, name)) {
      rows.push(row)
      if (!isManifest(rows[0]!.cells)) break
    }
    const sealed = rows[0] === undefined ? null : readManifest(rows.map(({ cells }) => cells))
    if (sealed === null) continue
    const lines: SheetRow[] = []
    for await (const row of sheetRows(bytes, sealed.sheet)) lines.push(row)
    return { sealed, lines: linesOf(lines) }
  }
  return null
}

/** The manifest is the line that begins with it; what comes behind it was put there later. */
function fromText(text: string, most: Limits): ExportedFile | null {
  const score = (rows: Cell[][]): number => Math.max(0, ...rows.map((cells) => cells.length))
  const { rows } = csvRows(text, score, most.rows)
  const at = rows.findLastIndex(({ cells }) => isManifestLine(cells))
  const sealed = at === -1 ? null : readManifest([rows[at]!.cells])
  if (sealed === null) return null
  const own = rows.filter((_, place) => place !== at)
  return { sealed, lines: linesOf(own).map((cells) => cells.map((cell, column) => typed(cell, sealed.kinds[column]))) }
}

/** A text has no days and numbers of its own: in a column of such cells, what reads as one is one. */
function typed(cell: Cell, kind: ColumnKind | undefined): Cell {
  const text = textOf(cell)
  if (text === null) return null
  if (kind === 'number' && /^-?\d+(,\d+)?$/.test(text)) return Number(text.replace(',', '.'))
  const day = kind === 'date' ? /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) : null
  return day === null ? text : { day: `${day[3]}-${day[2]}-${day[1]}` }
}
