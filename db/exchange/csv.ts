// CSV for Vietnamese Excel: UTF-8 with BOM, `;`, CRLF. A text that Excel would take for a formula gets a leading ', which reading takes off again.
import Papa from 'papaparse'
import { RegistryError } from '../model/errors'
import { isDay, textOf, type Cell } from './cells'
import type { SheetRow } from './spreadsheet'

/** Also behind apostrophes of its own, so that exactly one is added and taken off. */
const RISKY = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

function field(cell: Cell): string {
  if (cell === null) return ''
  // Vietnamese Excel takes a comma for the decimal sign, and a point for thousands
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (isDay(cell)) return textOf(cell) ?? ''
  const text = String(cell)
  const safe = RISKY.test(text) ? `'${text}` : text
  return /[;,"\n\r\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export type CsvLine = readonly Cell[]

/** Letters are gathered into pieces of about so many. */
const PIECE = 65_536

/** The file in pieces, the first with its BOM. */
export function* csvLines(lines: Iterable<CsvLine>): Generator<Uint8Array, void, undefined> {
  let held = '\uFEFF'
  for (const cells of lines) {
    held += `${cells.map(field).join(';')}\r\n`
    if (held.length < PIECE) continue
    yield Buffer.from(held)
    held = ''
  }
  if (held !== '') yield Buffer.from(held)
}

const DELIMITERS = [';', ',', '\t'] as const

/**
 * Rows of a CSV text; a `sep=` line decides the delimiter, else the one of `;` `,` tab under which `score` likes the first rows best.
 * Row numbers count records, the `sep=` line included. Throws bad_file where a quotation mark is never closed.
 */
export function csvRows(
  text: string,
  score: (rows: Cell[][]) => number,
  atMost: number,
): { delimiter: string; rows: SheetRow[] } {
  const stated = /^\uFEFF?sep=([^\r\n])[ \t]*(?:\r\n|\r|\n)/i.exec(text)
  const body = stated ? text.slice(stated[0].length) : text.replace(/^\uFEFF/, '')
  const delimiter = stated?.[1] ?? likeliest(body, score)
  const offset = stated ? 2 : 1
  const rows = parse(body, delimiter, atMost).flatMap((cells, at) =>
    cells.some((cell) => cell !== null) ? [{ number: at + offset, cells }] : [],
  )
  return { delimiter, rows }
}

function likeliest(text: string, score: (rows: Cell[][]) => number): string {
  const sample = text.slice(0, 200_000)
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(parse(sample, delimiter, 20, true)) }))
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

function parse(text: string, delimiter: string, atMost: number, lenient = false): Cell[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: atMost, skipEmptyLines: false })
  const open = errors.find((error) => error.code === 'MissingQuotes')
  if (open && !lenient)
    throw new RegistryError('bad_file', open.message, [
      { field: 'file', rule: 'file.quotes', params: { row: (open.row ?? 0) + 1 } },
    ])
  return data.map((row) => row.map(unguarded))
}

function unguarded(text: string): Cell {
  if (text === '') return null
  return GUARDED.test(text) ? text.slice(1) : text
}
