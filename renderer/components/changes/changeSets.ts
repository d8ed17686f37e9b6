// The log as people read it: one entry per saving, in it one block per record, in it one line per field. Order is the log's, newest first.
import type { ChangeShown } from '../../../db/model/shapes/history'

/** What one saving did to one record. */
export interface RecordChange {
  entity: string
  record: string
  label: string
  /** laboratory whose page shows it */
  lab: string | null
  deed: 'created' | 'removed' | 'restored' | 'changed'
  /** the whole record as it was created; null: it was there before */
  values: Readonly<Record<string, unknown>> | null
  /** changed fields, without the one that says that the record lies in the trash */
  fields: readonly { field: string; before: unknown; after: unknown }[]
}

export interface ChangeSet {
  seq: number
  /** ISO instant of recording */
  at: string
  actor: string
  kind: string
  reason: string | null
  source: string | null
  records: readonly RecordChange[]
}

export function changeSets(changes: readonly ChangeShown[]): ChangeSet[] {
  const sets = new Map<number, ChangeShown[]>()
  for (const change of changes) {
    const set = sets.get(change.seq)
    if (set === undefined) sets.set(change.seq, [change])
    else set.push(change)
  }
  return [...sets.values()].map((all) => {
    const { seq, at, actor, kind, reason, source } = all[0]!
    return { seq, at, actor, kind, reason, source, records: recordsOf(all) }
  })
}

/** The records of one saving, in the order of its changes. */
export function recordsOf(changes: readonly ChangeShown[]): RecordChange[] {
  const records = new Map<string, ChangeShown[]>()
  for (const change of changes) {
    const known = records.get(change.record)
    if (known === undefined) records.set(change.record, [change])
    else known.push(change)
  }
  return [...records.values()].map(toRecord)
}

const TRASHED = 'trashedAt'

function toRecord(changes: readonly ChangeShown[]): RecordChange {
  const { entity, record, label, lab } = changes[0]!
  const creation = changes.find((change) => change.field === null)
  const trashing = changes.find((change) => change.field === TRASHED)
  const fields = changes.flatMap(({ field, before, after }) =>
    field === null || field === TRASHED ? [] : [{ field, before, after }],
  )
  const deed = creation !== undefined ? 'created' : trashing === undefined ? 'changed' : deedOf(trashing)
  return { entity, record, label, lab, deed, values: creation === undefined ? null : valuesOf(creation.after), fields }
}

const deedOf = (trashing: ChangeShown): 'removed' | 'restored' => (trashing.after === null ? 'restored' : 'removed')

/** Only what was known at the creation: empty fields say nothing. */
function valuesOf(after: unknown): Record<string, unknown> {
  if (typeof after !== 'object' || after === null) return {}
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null && value !== ''))
}
