// The one writer: every change to a register passes here, in one transaction with its log entry and everything derived from it.
// A field conflicts only when somebody changed that very field after the caller's `seen`; equal values never conflict.
import { entities, fieldsOf, type Entity, type EntityName, type NewEntity } from '../model/entities'
import { RegistryError, type FieldProblem } from '../model/errors'
import { columnOf, fromSql, ridFinder, rowOf } from './columns'
import { prepare, whileWriting, type WriteDb } from './database'
import { derive, isDerivedFrom, touch, touchChanged, type Touched } from './derive'
import { isFilling } from './filling'
import { newId } from './ids'
import { beginSet, chainHead, type SetHeader, type SetKind } from './log'
import { localValue } from './local'
import { storedValue, type Logged } from './logged'
import { schemaVersion } from './migrations/index'
import { keyOf } from './record-key'
import { insertRow, updateRow } from './rows'

export interface SetContext {
  actor: string
  /** instant of recording, ISO 8601 UTC */
  now: string
  kind?: SetKind
  reason?: string | null
  source?: string | null
  batch?: string | null
  undoes?: string | null
}

export interface Tx {
  readonly db: WriteDb
  /** Creates a record and returns its id; unknown fields are null. */
  create<E extends EntityName>(entity: E, fields: NewEntity<E>, id?: string): string
  /** Changes fields of a record; `seen` is the seq of the read the change was made from. Conflicts are gathered and thrown at the end of the set. */
  change<E extends EntityName>(
    entity: E,
    id: string,
    change: { [K in keyof Entity<E>]?: Entity<E>[K] | undefined },
    seen?: number,
  ): void
}

export interface Written<T> {
  value: T
  /** commit_seq of the set, or the register's current one when nothing changed */
  seq: number
  /** id of the set; null: nothing was written */
  set: string | null
  areas: EntityName[]
}

/** Runs `fn` in one transaction and logs what it changed as one set; nothing is written when it throws or changes nothing. A record is written after
    those it refers to, so references need not wait for the end. */
export function writeSet<T>(db: WriteDb, context: SetContext, fn: (tx: Tx) => T): Written<T> {
  return whileWriting(db, (): Written<T> => {
    const areas = new Set<EntityName>()
    const touched: Touched = new Map()
    const rids = ridFinder(db)
    const conflicts: FieldProblem[] = []
    let set: ReturnType<typeof beginSet> | null = null
    const id = newId()
    const log = () => (set ??= beginSet(db, nextHeader(db, id, context)))
    const tx: Tx = {
      db,
      create(entity, fields, id = newId()) {
        const record = wholeRecord(entity, fields)
        log().append({ record: id, entity, field: null, value: record })
        const rid = insertRow(db, { entity, id, fields: record }, rids.find)
        rids.know(entity, id, rid)
        areas.add(entity)
        touch(touched, entity, rid)
        return id
      },
      change(entity, id, change, seen) {
        const row = rowOf(db, entity, id)
        for (const [field, given] of Object.entries(change)) {
          if (given === undefined) continue
          const value = tidy(entity, field, given)
          if (same(fromSql(db, columnOf(entity, field), row), value)) continue
          const conflict = seen === undefined ? null : conflictOf(db, { id, field, seen, value })
          if (conflict) {
            conflicts.push(conflict)
            continue
          }
          log().append({ record: id, entity, field, value })
          updateRow(db, { entity, id, field, value }, rids.find)
          areas.add(entity)
          if (isDerivedFrom(entity, field)) touchChanged(touched, entity, field, row)
        }
      },
    }
    const value = fn(tx)
    if (conflicts.length) throw new RegistryError('conflict', 'changed by someone else', conflicts)
    const seq = set ? (set as ReturnType<typeof beginSet>).close() : currentOf(db)
    if (!isFilling(db)) derive(db, touched)
    return { value, seq, set: set && id, areas: [...areas] }
  })
}

const currentOf = (db: WriteDb): number =>
  prepare<[], { seq: number }>(db, 'SELECT coalesce(max(commit_seq), 0) AS seq FROM change_set').get()!.seq

function nextHeader(db: WriteDb, id: string, context: SetContext): SetHeader {
  const replica = localValue(db, 'replica')
  const head = chainHead(db, replica)
  return {
    id,
    replica,
    replicaSeq: (head?.replicaSeq ?? 0) + 1,
    prevHash: head?.hash ?? localValue(db, 'old_head', null),
    schemaVersion,
    kind: context.kind ?? 'edit',
    undoes: context.undoes ?? null,
    actor: context.actor,
    recordedAt: context.now,
    reason: context.reason ?? null,
    source: context.source ?? null,
    batch: context.batch ?? null,
  }
}

/** Empty text means unknown; a required field cannot be emptied. */
function tidy(entity: EntityName, field: string, value: unknown): unknown {
  const empty = value === '' || value === null
  if (empty && fieldsOf(entity)[field]?.required)
    throw new RegistryError('invalid_input', `${entity}.${field} is required`, [{ field, rule: 'required' }])
  return empty ? null : value
}

function wholeRecord<E extends EntityName>(entity: E, fields: NewEntity<E>): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const name of Object.keys(entities[entity])) {
    const value = tidy(entity, name, (fields as Record<string, unknown>)[name] ?? null)
    if (value !== null) record[name] = value
  }
  return record
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

interface LastChange {
  value: string | null
  actor: string
  at: string
}

const LATER = `
  SELECT c.value, s.actor, s.recorded_at AS at FROM change c JOIN change_set s USING (commit_seq)
   WHERE c.record = ${keyOf(':id')} AND c.field = :field AND c.commit_seq > :seen ORDER BY c.commit_seq DESC LIMIT 1`
const BASE = `
  SELECT entity, field, value FROM change WHERE record = ${keyOf(':id')} AND (field = :field OR field IS NULL) AND commit_seq <= :seen ORDER BY commit_seq DESC, rid DESC LIMIT 1`

function conflictOf(
  db: WriteDb,
  wanted: { id: string; field: string; seen: number; value: unknown },
): FieldProblem | null {
  const key = { id: wanted.id, field: wanted.field, seen: wanted.seen }
  const later = prepare<[object], LastChange>(db, LATER).get(key)
  if (!later) return null
  const theirs: unknown = later.value === null ? null : JSON.parse(later.value)
  if (same(theirs, wanted.value)) return null
  const base = storedValue(prepare<[object], Logged>(db, BASE).get(key), wanted.field)
  return {
    field: wanted.field,
    record: wanted.id,
    rule: 'changed_since',
    base,
    yours: wanted.value,
    theirs,
    by: later.actor,
    at: later.at,
  }
}
