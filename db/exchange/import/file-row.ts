// One row of the file seen through its header: the cell and text under each column of the form.
import { matchingOnly, targetKeys, type ImportChoices } from '../../model/imports'
import { clean, textOf, type Cell } from '../cells'
import type { HeadingKey } from '../form'
import type { Header } from '../headings'
import type { SheetRow } from '../spreadsheet'
import type { Problem } from './row-plan'

export interface FileRow {
  number: number
  cell(key: HeadingKey): Cell
  /** null: blank, or no such column */
  text(key: HeadingKey): string | null
  heading(key: HeadingKey): string | null
  /** whether the column is one that this import may write; others may still say which record is meant */
  takes(key: HeadingKey): boolean
  /** whether a person put this cell right in the preview */
  fixed(key: HeadingKey): boolean
  /** “Heading: value” of every column that is kept in the note */
  kept: readonly string[]
  /** blank, in a column of the file, where blank means to empty */
  clears(key: HeadingKey): boolean
  problem(key: HeadingKey | null, rule: string, params?: Record<string, string | number>): Problem
}

/** Makes row views for a header; columns and cells put right are looked up once. */
export function rowReader(header: Header, choices: ImportChoices = {}): (row: SheetRow) => FileRow {
  const fixes = new Map((choices.fixes ?? []).map(({ row, key, text }) => [`${row} ${key}`, clean(text)]))
  const places = new Map<HeadingKey, number>()
  for (const [at, column] of header.columns.entries()) if (column.key !== null) places.set(column.key, at)
  const target = choices.target ?? 'registry'
  const own: readonly string[] = targetKeys[target]
  // the whole form has computed columns too, of which it is said that they are
  const reads = (key: HeadingKey): boolean => target === 'registry' || own.includes(key)
  const heading = (key: HeadingKey): string | null => header.columns[places.get(key) ?? -1]?.heading ?? null
  return ({ number, cells }) => {
    const fixed = (key: HeadingKey): string | undefined =>
      fixes.size === 0 ? undefined : fixes.get(`${number} ${key}`)
    const cell = (key: HeadingKey): Cell => (reads(key) ? (fixed(key) ?? cells[places.get(key) ?? -1] ?? null) : null)
    // asked for many times, and cleaned once
    const texts = new Map<HeadingKey, string | null>()
    const text = (key: HeadingKey): string | null => {
      const known = texts.get(key)
      if (known !== undefined) return known
      const made = textOf(cell(key))
      texts.set(key, made)
      return made
    }
    return {
      number,
      cell,
      text,
      heading,
      takes: (key) => reads(key) && !matchingOnly[target].includes(key),
      fixed: (key) => fixed(key) !== undefined,
      kept: header.columns.flatMap((column, at) => {
        const said = column.kept === true ? textOf(cells[at] ?? null) : null
        return said === null ? [] : [`${column.heading}: ${said}`]
      }),
      clears: (key) => choices.blank === 'clear' && reads(key) && places.has(key) && text(key) === null,
      problem: (key, rule, params) => ({
        column: key === null ? null : heading(key),
        rule,
        ...(params ? { params } : {}),
      }),
    }
  }
}

/** One line with single spaces: how names are compared exactly (accents and case count). */
export function squash(text: string): string {
  const joined = text.normalize('NFC').trim()
  return /\s\s|[^\S ]/.test(joined) ? joined.replaceAll(/\s+/g, ' ') : joined
}
