// Which values were taken out of the log, as the log itself says. A change whose value was taken out keeps its hash and has no salt, so its set
// and chain still verify; a mark in a later set, hashed like everything else, names it and what stands there now. A value taken out without a
// mark, or something else put in its place, is an alteration. A mark is a logged setting, so that registers of every version can hold it.
import { hash as digestOf } from 'node:crypto'
import { z } from 'zod'
import { MARK_KEY, REDACTED } from '../model/redacted'
import { prepare, type ReadDb } from './database'
import { hashValue } from './log'

const Mark = z.object({
  /** id of the set that wrote the value */
  set: z.string(),
  record: z.string(),
  /** null: the record's creation, of which `fields` were taken out */
  field: z.string().nullable(),
  fields: z.array(z.string()),
  /** value_hash of the change, hex: what stood there can still be proved by whoever has it with its salt */
  hash: z.string(),
  /** SHA-256 of the JSON that stands there now, hex */
  rest: z.string(),
})
export interface Mark extends z.infer<typeof Mark> {
  /** commit_seq of the set that took it out */
  seq: number
}

/** By the change it is about; of several about one change the last counts. */
export type Marks = ReadonlyMap<string, Mark>

export const markKey = (set: string, { record, hash }: { record: string; hash: string }): string =>
  `${set} ${record} ${hash}`
export const restHash = (json: string): string => digestOf('sha256', json)

const MARKS = `SELECT c.commit_seq AS seq, c.value, c.salt, c.value_hash AS hash FROM change c
  WHERE c.entity = 'setting' AND c.field IS NULL AND instr(c.value, '"${MARK_KEY}') > 0 AND c.salt IS NOT NULL ORDER BY c.commit_seq, c.rid`

/** Those whose own hash holds; whether their set does is for whoever checks the chains. */
export function readMarks(db: ReadDb): Marks {
  const marks = new Map<string, Mark>()
  const rows = prepare<[], { seq: number; value: string; salt: Uint8Array; hash: Uint8Array }>(db, MARKS)
  for (const { seq, value, salt, hash } of rows.iterate()) {
    if (Buffer.compare(hashValue(salt, value), hash) !== 0) continue
    const read = Mark.safeParse(parsed(value))
    if (read.success) marks.set(markKey(read.data.set, read.data), { ...read.data, seq })
  }
  return marks
}

function parsed(value: string): unknown {
  try {
    return JSON.parse((JSON.parse(value) as { value: string }).value)
  } catch {
    // a setting of that name that is no mark of ours
    return null
  }
}

interface TakenOut {
  record: string
  value: string | null
  value_hash: Uint8Array
}

/** Whether a later set took this value out and left what stands there. */
export function isMarked(set: { id: string; commitSeq: number }, change: TakenOut, marks: Marks): boolean {
  const hash = Buffer.from(change.value_hash).toString('hex')
  const mark = marks.get(markKey(set.id, { record: change.record, hash }))
  return mark !== undefined && mark.seq > set.commitSeq && change.value !== null && mark.rest === restHash(change.value)
}

/** What is left of a change's JSON: of a creation the other fields, of one field nothing. */
export function withoutFields(json: string, { field, fields }: Pick<Mark, 'field' | 'fields'>): string {
  if (field !== null) return JSON.stringify(REDACTED)
  const whole = JSON.parse(json) as Record<string, unknown>
  return JSON.stringify({ ...whole, ...Object.fromEntries(fields.map((name) => [name, REDACTED])) })
}
