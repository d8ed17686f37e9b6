// One save: what changed is sent, and the answer becomes one of a few outcomes. A new record whose answer was lost (the registry
// restarted) is looked for before it is sent again, so that nothing is ever added twice.
import type { FieldValues } from 'react-hook-form'
import { fieldsOf } from '../../../../db/model/entities'
import type { FieldProblem } from '../../../../db/model/errors'
import type { ChangeShown } from '../../../../db/model/shapes/history'
import type { Saved } from '../../../../db/model/shapes/answer'
import { call, type Answer } from '../../../api'
import { toFailure, type Failure } from '../../../failure'
import type { Read, RecordSpec } from './recordSpec'
import { changedFields, same, type Values } from './values'

/** The record as this form last knew it in the register. */
export interface Present<V> {
  /** null: not there yet */
  id: string | null
  seen: number
  base: V
  /** it was sent as new and the answer was lost: it may be there after all */
  unsure: boolean
}

/** Holds where the form stands; outside React, because a save reads it after it was rendered. */
export interface Standing<V> {
  present: () => Present<V>
  move: (part: Partial<Present<V>>) => void
}

export function standingOf<V>(start: Present<V>): Standing<V> {
  let present = start
  return {
    present: () => present,
    move: (part) => {
      present = { ...present, ...part }
    },
  }
}

export type Outcome<V> =
  | { kind: 'unchanged' }
  | { kind: 'saved'; saved: Saved }
  | { kind: 'problems'; problems: FieldProblem[]; failure: Failure }
  | { kind: 'clash'; theirs: Read<V>; problems: FieldProblem[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'unanswered' }

export async function saveRecord<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  present: Present<V>,
  parsed: C,
): Promise<Outcome<V>> {
  const { id, seen, base } = present
  if (id === null) return outcomeOf(spec, null, await addOnce(spec, present, known({ ...parsed, ...spec.parents })))
  const changed = changedFields(base, parsed)
  if (Object.keys(changed).length === 0) return { kind: 'unchanged' }
  const change = (spec.narrow?.(changed, base) ?? changed) as C
  return outcomeOf(spec, id, await spec.send({ id, seen, change }))
}

/** What a new record holds: unknown fields are left out. */
function known<C extends object>(fields: C): C {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !same(value, null))) as C
}

async function addOnce<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  present: Present<V>,
  change: C,
): Promise<Answer<Saved>> {
  if (!present.unsure) return spec.send({ change })
  for (let before: number | undefined; ;) {
    const changes = await call('changes.list', { limit: 500, ...(before !== undefined && { before }) })
    if (!changes.ok) return changes
    const there = changes.value.find(
      (row) => row.seq > present.seen && row.field === null && row.entity === spec.entity && isOf(spec, change, row),
    )
    if (there !== undefined) return { ok: true, value: { id: there.record, seq: there.seq } }
    before = changes.value.at(-1)?.seq
    if (before === undefined || before <= present.seen) return spec.send({ change })
  }
}

/** Whether a created record is the one we sent: its own fields are equal, and its name where that lies in another record. */
function isOf<V extends FieldValues, C extends object>(spec: RecordSpec<V, C>, change: C, row: ChangeShown): boolean {
  const after = (row.after ?? {}) as Values
  const sent = change as Values
  const own = Object.keys(sent).filter((key) => Object.hasOwn(fieldsOf(spec.entity), key) && key !== 'code')
  const name = sent['nameVi']
  return own.every((key) => same(after[key], sent[key])) && (name === undefined || same(row.label, name))
}

async function outcomeOf<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  id: string | null,
  answer: Answer<Saved>,
): Promise<Outcome<V>> {
  if (answer.ok) return { kind: 'saved', saved: answer.value }
  const { error } = answer
  if (error.code === 'disconnected') return { kind: 'unanswered' }
  if (error.code === 'conflict' && id !== null) return clash(spec, id, error.fields ?? [])
  if (error.fields !== undefined && error.fields.length > 0) {
    return { kind: 'problems', problems: error.fields, failure: error }
  }
  return { kind: 'failed', failure: error }
}

async function clash<V extends FieldValues, C extends object>(
  spec: RecordSpec<V, C>,
  id: string,
  problems: FieldProblem[],
): Promise<Outcome<V>> {
  try {
    return { kind: 'clash', theirs: await spec.read(id), problems }
  } catch (thrown) {
    const failure = toFailure(thrown)
    return failure.code === 'disconnected' ? { kind: 'unanswered' } : { kind: 'failed', failure }
  }
}
