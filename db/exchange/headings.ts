// Finds the header row of a list and what each column means; the names themselves are in heading-names.ts.
import { createHash } from 'node:crypto'
import { KEEP, type ImportChoices, type Target } from '../model/imports'
import type { Language } from '../model/texts/say'
import { textOf, type Cell } from './cells'
import type { HeadingKey } from './form'
import { headingKey, headingKeys, recognise } from './heading-names'
import type { SheetRow } from './spreadsheet'

/** Rows from the top among which the header must be: offices put a letterhead and a title above it. */
export const HEADER_WITHIN = 20

export interface HeaderColumn {
  heading: string
  key: HeadingKey | null
  /** means nothing to the form and is kept in the note */
  kept?: true
}

export interface Header {
  /** place of the header row among the rows read; of two rows of headings the lower one */
  at: number
  language: Language
  columns: HeaderColumn[]
  /** two files of the same form have the same headings */
  form: string
}

/** How many different columns of the form a row names. */
function named(cells: readonly Cell[], target: Target): number {
  return new Set(cells.flatMap((cell) => recognise(cell, target)?.key ?? [])).size
}

/** The most columns any of the first rows names: what a guess of delimiter or sheet is judged by. */
export function headerScore(rows: readonly (readonly Cell[])[], target: Target): number {
  return Math.max(0, ...rows.slice(0, HEADER_WITHIN).map((cells) => named(cells, target)))
}

/** Two rows of headings as one: what stands below belongs to the group above it, whose cell spans to the right. */
function combined(upper: readonly Cell[], lower: readonly Cell[], target: Target): Cell[] {
  let group: string | null = null
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [textOf(upper[at] ?? null), textOf(lower[at] ?? null)]
    group = above ?? (below === null ? null : group)
    if (below === null || above === below) return above
    if (group === null) return below
    // the words of both where they mean something together, else those below
    const both = `${group} ${below}`
    return recognise(both, target) !== undefined || recognise(below, target) === undefined ? both : below
  })
}

interface Candidate {
  at: number
  cells: readonly Cell[]
}

function candidates(rows: readonly SheetRow[], target: Target): Candidate[] {
  return rows.slice(0, HEADER_WITHIN).flatMap(({ cells }, at): Candidate[] => {
    const lower = rows[at + 1]
    if (lower === undefined || !rows.slice(0, HEADER_WITHIN).includes(lower)) return [{ at, cells }]
    const both = combined(cells, lower.cells, target)
    const filled = lower.cells.filter((cell) => textOf(cell) !== null)
    // a row of values names no columns; a second row of headings adds to the first
    const isHeading = filled.filter((cell) => recognise(cell, target) !== undefined).length * 2 >= filled.length
    const adds = isHeading && named(both, target) > Math.max(named(cells, target), named(lower.cells, target))
    return adds
      ? [
          { at: at + 1, cells: both },
          { at, cells },
        ]
      : [{ at, cells }]
  })
}

/** The first of the top rows that names most columns, among them the name or the record id; null: there is none. What a person chose goes before. */
export function findHeader(rows: readonly SheetRow[], choices: ImportChoices = {}): Header | null {
  const target = choices.target ?? 'registry'
  const found = candidates(rows, target)
  const chosen = choices.headerRow
  const fitting =
    chosen === undefined
      ? found.filter(({ cells }) => identifies(cells, target))
      : found.filter(({ at }) => rows[at]?.number === chosen)
  const most = Math.max(0, ...fitting.map(({ cells }) => named(cells, target)))
  const own = rows.findIndex(({ number }) => number === chosen)
  const best =
    fitting.find(({ cells }) => named(cells, target) === most) ??
    (own === -1 ? undefined : { at: own, cells: rows[own]!.cells })
  if (best === undefined || (most < 1 && choices.columns === undefined)) return null
  return headerOf(best, rows, choices)
}

function headerOf({ at, cells }: Candidate, rows: readonly SheetRow[], choices: ImportChoices): Header {
  const chosen = choices.columns
  const width = Math.max(cells.length, ...(chosen ? rows.slice(at, at + 50).map((row) => row.cells.length) : []))
  const found = Array.from({ length: width }, (_, place) => {
    const cell = cells[place] ?? null
    return { heading: textOf(cell) ?? '', known: recognise(cell, choices.target ?? 'registry') }
  })
  const english = found.filter((column) => column.known?.language === 'en').length
  const vietnamese = found.filter((column) => column.known?.language === 'vi').length
  return {
    at,
    language: english > vietnamese ? 'en' : 'vi',
    form: formOf(cells),
    columns: found.map(({ heading, known: own }, place): HeaderColumn => {
      const choice = chosen?.[place]
      if (choice === undefined) return { heading, key: own?.key ?? null }
      const key = headingKeys.find((each) => each === choice) ?? null
      return { heading: heading || letters(place), key, ...(choice === KEEP && { kept: true }) }
    }),
  }
}

/** A, B, … AA of a column counted from 0: how a column without heading is called. */
const letters = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)

/** What makes two files the same form: their headings in order, however they are spelt, and whatever was chosen for them. */
export const formOf = (cells: readonly Cell[]): string =>
  createHash('sha256')
    .update(
      cells
        .map((cell) => headingKey(textOf(cell) ?? ''))
        .join('\n')
        .trimEnd(),
    )
    .digest('hex')
    .slice(0, 16)

/** What a row of headings must have to be one: what its rows are known by. */
function identifies(cells: readonly Cell[], target: Target): boolean {
  const keys = new Set(cells.flatMap((cell) => recognise(cell, target)?.key ?? []))
  if (target === 'decisions') return keys.has('decisionNumber') && keys.has('codes')
  if (target === 'scope') return keys.has('codes') && (keys.has('test') || keys.has('quantity') || keys.has('matrix'))
  return keys.has('nameVi') || keys.has('id') || (target === 'accreditations' && keys.has('codes'))
}
