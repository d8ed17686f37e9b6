// What a workbook says about itself in its hidden sheet: of which register and moment it is, and, row by row, which record each code means, how it
// was called, and what it held then. The hash over those rows tells a damaged copy; where the register's own log knows the moment, the log is believed.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { entityNames, type EntityName } from '../../model/entities'
import { Day, Id } from '../../model/fields'
import { languages } from '../../model/texts/say'
import { LONGEST_CELL, textOf, type Cell } from '../cells'

export const BOOK_FORMAT = 'so-cong-nhan/workbook/1'
export const HIDDEN_SHEET = '_so'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Manifest = z.strictObject({
  format: z.literal(BOOK_FORMAT),
  /** of this export: rows added in the workbook get their ids from it */
  book: Id,
  /** `register_id` of the register: the same in all its copies */
  register: z.string().min(1).max(100),
  /** last set that the workbook knows, with the fingerprint of the whole log at that moment */
  set: z.string().max(100).nullable(),
  fingerprint: Hash,
  day: Day,
  exportedAt: z.iso.datetime(),
  language: z.enum(languages),
  version: z.string().max(40),
  /** over the rows below */
  base: Hash,
})
export type Manifest = z.infer<typeof Manifest>

export interface BaseRecord {
  entity: EntityName
  id: string
  /** null: an item of a list */
  code: string | null
  label: string
  /** logged values that were known; of a list item none */
  values: Record<string, unknown>
}

type Line = (string | null)[]

const toLine = ({ entity, id, code, label, values }: BaseRecord): Line => {
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const json = JSON.stringify(known).replaceAll(NOT_XML, (sign) => String.raw`\u${sign.codePointAt(0)!.toString(16)}`)
  return [entity, id, code, label, ...(json.match(CHUNKS) ?? [])]
}
const NOT_XML = /[\uFFFE\uFFFF]/g
/** A cell holds no more; a record of long texts takes several. */
const CHUNKS = new RegExp(`[^]{1,${LONGEST_CELL - 767}}`, 'gu')

const hashOf = (lines: readonly Line[]): string => {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(JSON.stringify(line)).update('\n')
  return hash.digest('hex')
}

export function hiddenRows(
  about: Omit<Manifest, 'format' | 'base'>,
  records: readonly BaseRecord[],
): { rows: Cell[][]; base: string } {
  const lines = records.map(toLine)
  const manifest: Manifest = { format: BOOK_FORMAT, ...about, base: hashOf(lines) }
  return { rows: [[BOOK_FORMAT, JSON.stringify(manifest)], ...lines], base: manifest.base }
}

/** Whether the first row of a sheet is that of the hidden one. */
export const isHiddenSheet = (first: readonly Cell[] | undefined): boolean =>
  typeof first?.[0] === 'string' && first[0].startsWith('so-cong-nhan/workbook/')

/** Null: made by another version of the program, or changed by hand. */
export function readHidden(rows: readonly (readonly Cell[])[]): { manifest: Manifest; records: BaseRecord[] } | null {
  const [first, ...rest] = rows
  const manifest = Manifest.safeParse(parsed(first?.[1]))
  if (!manifest.success) return null
  const lines = rest.map(toText)
  if (hashOf(lines) !== manifest.data.base) return null
  return { manifest: manifest.data, records: lines.map(fromLine) }
}

function toText(cells: readonly Cell[]): Line {
  const line = cells.map((cell) => textOf(cell))
  const last = line.findLastIndex((cell) => cell !== null)
  while (line.length < 5) line.push(null)
  return [...line.slice(0, 3), line[3] ?? '', ...line.slice(4, Math.max(last + 1, 5))]
}

function fromLine([entity, id, code, label, ...json]: Line): BaseRecord {
  return {
    entity: entityNames.find((name) => name === entity)!,
    id: id ?? '',
    code: code ?? null,
    label: label ?? '',
    values: parsed(json.join('')) as Record<string, unknown>,
  }
}

function parsed(text: Cell | undefined): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    return null // no manifest that this program wrote
  }
}
