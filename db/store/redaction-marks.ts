// Which values were taken out of the log, as the log itself says. A change whose value was taken out keeps its hash and has no salt, so its set
// and chain still verify; a mark in a later set, hashed like everything else, names it and what stands there now. A value taken out without a
// mark, or something else put in its place, is an alteration. A mark is a logged setting, so that registers of every version can hold it.
import { hash as digestOf } from 'node:crypto'
import { z } from 'zod'
import { MARK_KEY, REDACTED } from '../model/redacted'
import { prepare, type ReadDb } from './database'
import type { Proved } from './log'
import { loggedJson, loggedValue, type Logged } from './logged'

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

const MARKS = `SELECT c.commit_seq AS seq, c.entity, c.field, c.value FROM change c
  WHERE c.entity = 'setting' AND c.field IS NULL AND instr(c.value, '"${MARK_KEY}') > 0 AND c.salt IS NOT NULL ORDER BY c.commit_seq, c.rid`

/** As they stand; whether the sets that hold them are as they were written is for whoever checks the chains. */
export function readMarks(db: ReadDb): Marks {
  const marks = new Map<string, Mark>()
  for (const { seq, ...change } of prepare<[], Logged & { seq: number }>(db, MARKS).iterate()) {
    const read = Mark.safeParse(parsed(change))
    if (read.success) marks.set(markKey(read.data.set, read.data), { ...read.data, seq })
  }
  return marks
}

function parsed(change: Logged): unknown {
  try {
    return JSON.parse((loggedValue(change) as { value: string }).value)
  } catch {
    // a setting of that name that is no mark of ours
    return null
  }
}

/** Whether a later set took this value out and left what stands there. */
export function isMarked(
  set: { id: string; commitSeq: number },
  change: Proved & { record: string },
  marks: Marks,
): boolean {
  const hash = Buffer.from(change.value_hash!).toString('hex')
  const json = loggedJson(change)
  const mark = marks.get(markKey(set.id, { record: change.record, hash }))
  return mark !== undefined && mark.seq > set.commitSeq && json !== null && mark.rest === restHash(json)
}

/** What is left of a change's JSON: of a creation the other fields, of one field nothing. */
export function withoutFields(json: string, { field, fields }: Pick<Mark, 'field' | 'fields'>): string {
  if (field !== null) return JSON.stringify(REDACTED)
  const whole = JSON.parse(json) as Record<string, unknown>
  return JSON.stringify({ ...whole, ...Object.fromEntries(fields.map((name) => [name, REDACTED])) })
}
