// Undo and redo, derived from the log and never stored. An undo is a set of its own (kind `undo`, `undoes` the set it takes back); a redo takes
// back such an undo. Both put back the value that each field had before, and only where it still has the value that the set gave it.
import { fieldsOf, type EntityName } from '../model/entities'
import { RegistryError, type FieldProblem } from '../model/errors'
import { isRedacted } from '../model/redacted'
import type { Undoable } from '../model/shapes/journal'
import { shownSet } from './change-sets'
import { readRecord } from './columns'
import { prepare, type ReadDb } from './database'
import { isTrashable, trash } from './history'
import { localValue } from './local'
import { storedValue, type Logged } from './logged'
import { idOf, keyOf } from './record-key'
import { labOf } from './record-lab'
import type { Tx } from './write'

interface SetRow {
  seq: number
  id: string
  kind: string
  undoes: string | null
}

const OWN = `SELECT commit_seq AS seq, id, kind, undoes FROM change_set WHERE actor = ? AND replica = ? AND commit_seq > ? ORDER BY commit_seq DESC`
/** Whether a later set takes it back, and is not taken back itself. */
const TAKERS = `SELECT commit_seq AS seq, id, kind, undoes FROM change_set WHERE commit_seq > ? AND undoes = ?`
const BY_ID = 'SELECT commit_seq AS seq, id, kind, undoes FROM change_set WHERE id = ? AND replica = ?'
/** Settings and accounts are not undone: somebody may rely on them at this moment. Nor is what was taken out on request, or taking it out. */
const FIXED = `SELECT EXISTS (SELECT 1 FROM change WHERE commit_seq = ? AND (entity IN ('setting', 'account') OR salt IS NULL)) AS fixed`

const isTaken = (db: ReadDb, { seq, id }: SetRow): boolean =>
  prepare<[number, string], SetRow>(db, TAKERS)
    .all(seq, id)
    .some((taker) => !isTaken(db, taker))

const mayBeUndone = (db: ReadDb, { seq, kind }: SetRow): boolean =>
  (kind === 'edit' || kind === 'import' || kind === 'restore') &&
  seq > lastFilled(db) &&
  prepare<[number], { fixed: number }>(db, FIXED).get(seq)!.fixed === 0

/** The sets up to this one made the register what it was when it was new. */
const lastFilled = (db: ReadDb): number => Number(localValue(db, 'filled', '0'))

/** The stack of one person in this file, its top only. A new edit leaves nothing to redo. */
export function undoable(db: ReadDb, actor: string): Undoable {
  const found: Undoable = { undo: null, redo: null }
  let mayRedo = true
  for (const set of prepare<[string, string, number], SetRow>(db, OWN).iterate(
    actor,
    localValue(db, 'replica'),
    lastFilled(db),
  )) {
    if (set.kind === 'undo') {
      if (mayRedo && found.redo === null && !isTaken(db, set))
        found.redo = { set: set.id, shown: shownSet(db, baseOf(db, set).seq) }
      continue
    }
    if (!mayBeUndone(db, set)) continue
    if (isTaken(db, set)) continue
    mayRedo = false
    found.undo = { set: set.id, shown: shownSet(db, set.seq) }
    break
  }
  return found
}

function setCalled(db: ReadDb, id: string): SetRow {
  const set = prepare<[string, string], SetRow>(db, BY_ID).get(id, localValue(db, 'replica'))
  if (set === undefined) throw new RegistryError('not_found', `set ${id}`)
  return set
}

const baseOf = (db: ReadDb, set: SetRow): SetRow => (set.undoes === null ? set : baseOf(db, setCalled(db, set.undoes)))

/** Takes one set back. Throws not_found; invalid_input with rule not_undoable where it cannot be or is taken back already; in_use; conflict where a field
    has another value by now, unless `keepTheirs`: then those fields stay as they are and all others go back. A record that others have changed since the
    set created it is never trashed. Answers the commit_seq of the edit that this is about. */
export function takeBack(
  tx: Tx,
  asked: { set: string; kind: 'undo' | 'redo'; keepTheirs: boolean },
  now: string,
): number {
  const set = setCalled(tx.db, asked.set)
  const fits = asked.kind === 'redo' ? set.kind === 'undo' : mayBeUndone(tx.db, set)
  if (!fits || isTaken(tx.db, set)) throw notUndoable(asked.set)
  const changes = valuesOf(tx.db, set.seq).reverse()
  if (changes.length === 0) throw notUndoable(asked.set)
  const conflicts: FieldProblem[] = []
  for (const change of changes) {
    const { record, entity, field, before, after } = change
    const present = readRecord(tx.db, entity, record)[field]
    if (same(field, present, before)) continue
    const clash = same(field, present, after) ? othersSince(tx.db, change, set.seq) : lastChange(tx.db, change)
    if (clash !== null)
      conflicts.push({
        ...clash,
        field,
        record,
        rule: 'changed_since',
        params: whereOf(tx.db, entity, record),
        base: before,
        yours: after,
        theirs: present,
      })
    else if (field !== 'trashedAt') tx.change(entity, record, { [field]: before })
    else putAway(tx, change, now)
  }
  // what others have worked on since it was created here does not go to the trash half
  const whole = conflicts.every(({ field }) => field !== 'trashedAt')
  if (conflicts.length > 0 && !(asked.keepTheirs && whole))
    throw new RegistryError('conflict', 'changed by someone else since', conflicts)
  return baseOf(tx.db, set).seq
}

const notUndoable = (set: string): RegistryError =>
  new RegistryError('invalid_input', `set ${set} cannot be taken back`, [{ field: 'set', rule: 'not_undoable' }])

function putAway(tx: Tx, { entity, record, before }: ValueChange, now: string): void {
  if (before === null) tx.change(entity, record, { trashedAt: null })
  else if (isTrashable(entity)) trash(tx, entity, record, now)
  else tx.change(entity, record, { trashedAt: now })
}

interface ValueChange {
  record: string
  entity: EntityName
  field: string
  before: unknown
  after: unknown
}

interface ChangeRow {
  rid: number
  record: string
  entity: EntityName
  field: string | null
  value: string | null
}

const CHANGES = `SELECT rid, ${idOf('record')} AS record, entity, field, value FROM change WHERE commit_seq = ? ORDER BY rid`
const BEFORE = `SELECT entity, field, value FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND rid < ? ORDER BY rid DESC LIMIT 1`

/** What a set did, one entry per field: the value before it and the one that it left. A record that it created had been in the trash, so to speak. */
function valuesOf(db: ReadDb, seq: number): ValueChange[] {
  const created = new Set<string>()
  const changes = new Map<string, ValueChange>()
  for (const { rid, record, entity, field, value } of prepare<[number], ChangeRow>(db, CHANGES).all(seq)) {
    if (field === null) {
      created.add(record)
      changes.set(`${record} trashedAt`, { record, entity, field: 'trashedAt', before: CREATED, after: null })
      continue
    }
    const key = `${record} ${field}`
    const known = changes.get(key)
    const after: unknown = value === null ? null : JSON.parse(value)
    if (known !== undefined) known.after = after
    else if (!created.has(record))
      changes.set(key, { record, entity, field, before: valueBefore(db, record, field, rid), after })
  }
  return [...changes.values()].flatMap(withoutRedacted)
}

/** What stood there before and was taken out on request does not come back: the field is emptied, or kept where it must not be empty. */
function withoutRedacted(change: ValueChange): ValueChange[] {
  if (!isRedacted(change.before)) return [change]
  return fieldsOf(change.entity)[change.field]?.required ? [] : [{ ...change, before: null }]
}

/** Stands for the instant at which a created record goes to the trash. */
const CREATED = 'created'

const valueBefore = (db: ReadDb, record: string, field: string, rid: number): unknown =>
  storedValue(prepare<[string, string, number], Logged>(db, BEFORE).get(record, field, rid), field)

/** Of the trash only whether a record lies there counts, not since when. */
export function same(field: string, a: unknown, b: unknown): boolean {
  if (field === 'trashedAt') return ((a ?? null) === null) === ((b ?? null) === null)
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

const LAB_NAME = `SELECT n.vi FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid WHERE lab.id = ?
  ORDER BY n.trashed_at IS NOT NULL, n.to_day DESC LIMIT 1`

/** For people: what kind of record a conflict is in, and the laboratory on whose page it stands. */
function whereOf(db: ReadDb, entity: EntityName, record: string): Record<string, string> {
  const id = labOf(db, entity, record)
  const lab = id === null ? undefined : prepare<[string], { vi: string }>(db, LAB_NAME).get(id)?.vi
  return { entity, ...(lab !== undefined && { lab }) }
}

type Who = { by: string; at: string }
const LAST = `SELECT s.actor AS by, s.recorded_at AS at FROM change c JOIN change_set s USING (commit_seq)
  WHERE c.record = ${keyOf('?')} AND c.field = ? ORDER BY c.commit_seq DESC LIMIT 1`
const OTHERS = `SELECT s.actor AS by, s.recorded_at AS at FROM change c JOIN change_set s USING (commit_seq)
  WHERE c.record = ${keyOf('?')} AND c.commit_seq > ? AND s.actor <> (SELECT actor FROM change_set WHERE commit_seq = ?) ORDER BY c.commit_seq DESC LIMIT 1`

const lastChange = (db: ReadDb, { record, field }: ValueChange): Who =>
  prepare<[string, string], Who>(db, LAST).get(record, field) ?? { by: '', at: '' }

/** Who else has changed a record that the set created; null: nobody, or the set did not create it. */
const othersSince = (db: ReadDb, { record, before }: ValueChange, seq: number): Who | null =>
  before === CREATED ? (prepare<[string, number, number], Who>(db, OTHERS).get(record, seq, seq) ?? null) : null
