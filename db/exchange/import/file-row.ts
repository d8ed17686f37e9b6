// One row of the file seen through its header: the cell and text under each column of the form.
import { matchingOnly, targetKeys, type ImportChoices } from '../../model/imports'
import { clean, textOf, type Cell } from '../cells'
import type { HeadingKey } from '../form'
import { headingKeys } from '../heading-names'
import type { Header } from '../headings'
import type { TableRow } from '../table-row'
import type { Problem } from './row-plan'

export interface FileRow {
  number: number
  cell(key: HeadingKey): Cell
  /** null: blank, or no such column */
  text(key: HeadingKey): string | null
  /** the text on one line: how names are compared */
  line(key: NameKey): string | null
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

export type NameKey = 'nameVi' | 'owner'

/** What is the same for all rows of a file. */
interface Head {
  places: ReadonlyMap<HeadingKey, number>
  fixes: ReadonlyMap<string, string>
  reads(key: HeadingKey): boolean
  takes: ReadonlySet<HeadingKey>
  headings: ReadonlyMap<HeadingKey, string>
  /** columns whose cells are kept in the note */
  kept: readonly { at: number; heading: string }[]
  clears: boolean
}

/** Makes row views for a header; columns and cells put right are looked up once. */
export function rowReader(header: Header, choices: ImportChoices = {}): (row: TableRow) => FileRow {
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
    headings: new Map(header.columns.flatMap(({ key, heading }) => (key === null ? [] : [[key, heading] as const]))),
    kept: header.columns.flatMap(({ kept, heading }, at) => (kept === true ? [{ at, heading }] : [])),
    clears: choices.blank === 'clear',
  }
  return (row) => new SeenRow(head, row)
}

const NOTHING: readonly string[] = []

const keptOf = ({ kept }: Head, texts: readonly (string | null)[]): string[] =>
  kept.flatMap(({ at, heading }) => {
    const said = texts[at] ?? null
    return said === null ? [] : [`${heading}: ${said}`]
  })

class SeenRow implements FileRow {
  readonly number: number
  readonly kept: readonly string[]
  readonly #head: Head
  readonly #cells: readonly Cell[]
  readonly #texts: readonly (string | null)[]
  /** asked for many times, and made once */
  #name: string | null | undefined
  #owner: string | null | undefined

  constructor(head: Head, { number, cells, texts }: TableRow) {
    this.number = number
    this.#head = head
    this.#cells = cells
    this.#texts = texts
    this.kept = head.kept.length === 0 ? NOTHING : keptOf(head, texts)
  }

  cell(key: HeadingKey): Cell {
    return this.#fix(key) ?? this.#cells[this.#head.places.get(key) ?? -1] ?? null
  }

  text(key: HeadingKey): string | null {
    const fixed = this.#fix(key)
    if (fixed !== undefined) return textOf(fixed)
    const place = this.#head.places.get(key)
    return place === undefined ? null : (this.#texts[place] ?? null)
  }

  line(key: NameKey): string | null {
    return key === 'nameVi' ? (this.#name ??= this.#onLine(key)) : (this.#owner ??= this.#onLine(key))
  }

  #onLine(key: NameKey): string | null {
    const text = this.text(key)
    return text === null ? null : squash(text)
  }

  heading(key: HeadingKey): string | null {
    return this.#head.headings.get(key) ?? null
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
