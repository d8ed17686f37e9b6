// One save: what changed is sent, and the answer becomes one of a few outcomes. A new record has its id from the form: sent again after a
// lost answer it is recognised, so that nothing is ever added twice.
import type { FieldValues } from 'react-hook-form'
import type { FieldProblem } from '../../../../db/model/errors'
import type { Saved } from '../../../../db/model/shapes/answer'
import type { Answer } from '../../../api'
import { toFailure, type Failure } from '../../../failure'
import type { Read, RecordSpec } from './recordSpec'
import { changedFields, same } from './values'

/** The record as this form last knew it in the register. */
export interface Present<V> {
  /** null: not there yet */
  id: string | null
  seen: number
  base: V
  /** the id that the record will have once it is saved; its draft carries it too */
  newId: string
  /** what was sent as new last; null: nothing yet */
  sent: V | null
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
  const answer = await spec.send({ newId: present.newId, change })
  if (answer.ok || !present.unsure || !isSavedBefore(answer.error)) return answer
  return { ok: true, value: { id: present.newId, seq: present.seen, set: null } }
}

const isSavedBefore = ({ fields = [] }: Failure): boolean => fields.some(({ rule }) => rule === 'already_saved')

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
