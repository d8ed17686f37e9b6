// One row of the file seen through its header: the cell and text under each column of the form.
import { matchingOnly, targetKeys, type ImportChoices } from '../../model/imports'
import { clean, textOf, type Cell } from '../cells'
import type { HeadingKey } from '../form'
import { headingKeys } from '../heading-names'
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

/** What is the same for all rows of a file. */
interface Head {
  places: ReadonlyMap<HeadingKey, number>
  fixes: ReadonlyMap<string, string>
  reads(key: HeadingKey): boolean
  takes: ReadonlySet<HeadingKey>
  heading(key: HeadingKey): string | null
  /** columns whose cells are kept in the note */
  kept: readonly { at: number; heading: string }[]
  clears: boolean
}

/** Makes row views for a header; columns and cells put right are looked up once. */
export function rowReader(header: Header, choices: ImportChoices = {}): (row: SheetRow) => FileRow {
  const target = choices.target ?? 'registry'
  const own: readonly string[] = targetKeys[target]
  // the whole form has computed columns too, of which it is said that they are
  const reads = (key: HeadingKey): boolean => target === 'registry' || own.includes(key)
  const places = new Map<HeadingKey, number>()
  for (const [at, column] of header.columns.entries())
    if (column.key !== null && reads(column.key)) places.set(column.key, at)
  const head: Head = {
    places,
    fixes: new Map((choices.fixes ?? []).map(({ row, key, text }) => [`${row} ${key}`, clean(text)])),
    reads,
    takes: new Set(headingKeys.filter((key) => reads(key) && !matchingOnly[target].includes(key))),
    heading: (key) => header.columns.findLast((column) => column.key === key)?.heading ?? null,
    kept: header.columns.flatMap(({ kept, heading }, at) => (kept === true ? [{ at, heading }] : [])),
    clears: choices.blank === 'clear',
  }
  return (row) => new SeenRow(head, row)
}

class SeenRow implements FileRow {
  readonly number: number
  readonly kept: readonly string[]
  readonly #head: Head
  readonly #cells: readonly Cell[]
  /** by place: asked for many times, and cleaned once */
  readonly #texts: (string | null)[] = []

  constructor(head: Head, { number, cells }: SheetRow) {
    this.number = number
    this.#head = head
    this.#cells = cells
    this.kept = head.kept.flatMap(({ at, heading }) => {
      const said = textOf(cells[at] ?? null)
      return said === null ? [] : [`${heading}: ${said}`]
    })
  }

  cell(key: HeadingKey): Cell {
    return this.#fix(key) ?? this.#cells[this.#head.places.get(key) ?? -1] ?? null
  }

  text(key: HeadingKey): string | null {
    const fixed = this.#fix(key)
    if (fixed !== undefined) return textOf(fixed)
    const place = this.#head.places.get(key)
    if (place === undefined) return null
    return (this.#texts[place] ??= textOf(this.#cells[place] ?? null))
  }

  heading(key: HeadingKey): string | null {
    return this.#head.heading(key)
  }

  takes(key: HeadingKey): boolean {
    return this.#head.takes.has(key)
  }

  fixed(key: HeadingKey): boolean {
    return this.#head.fixes.has(`${this.number} ${key}`)
  }

  clears(key: HeadingKey): boolean {
    return this.#head.clears && this.#head.places.has(key) && this.text(key) === null
  }

  problem(key: HeadingKey | null, rule: string, params?: Record<string, string | number>): Problem {
    return { column: key === null ? null : this.heading(key), rule, ...(params ? { params } : {}) }
  }

  #fix(key: HeadingKey): string | undefined {
    const { fixes, reads } = this.#head
    return fixes.size > 0 && reads(key) ? fixes.get(`${this.number} ${key}`) : undefined
  }
}

/** One line with single spaces: how names are compared exactly (accents and case count). */
export function squash(text: string): string {
  const joined = text.normalize('NFC').trim()
  return /\s\s|[^\S ]/.test(joined) ? joined.replaceAll(/\s+/g, ' ') : joined
}
