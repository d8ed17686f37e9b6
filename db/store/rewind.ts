// A copy of a register taken back to an earlier set: what was written later is undone in the tables and leaves the log. Gives what a replay up to
// that set gives, and asks only of what has changed since. Only for a copy that is thrown away when it fails: references are not checked.
import { unwatched, type Job } from '../jobs/job'
import type { EntityName } from '../model/entities'
import { columnsOf, ridFinder, rowOf, type FindRid } from './columns'
import { prepare, type ReadDb, type WriteDb } from './database'
import { concernedBy, derive, forgetDerived, touch, touchChanged, type Touched } from './derive'
import { storedValue, type Logged } from './logged'
import { idOf, keyOf } from './record-key'
import { updateRow } from './rows'

interface Later {
  record: string
  entity: EntityName
  field: string | null
}

/** Creations first: the fields of a record that goes need not be set back. */
const LATER = `
  SELECT DISTINCT ${idOf('record')} AS record, entity, field FROM change WHERE commit_seq > ? ORDER BY field IS NOT NULL, change.record`
const BEFORE = `
  SELECT entity, field, value FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND commit_seq <= ? ORDER BY commit_seq DESC, rid DESC LIMIT 1`

const AROUND = `
  SELECT (SELECT count(*) FROM change WHERE commit_seq <= :seq) AS earlier, (SELECT count(*) FROM change WHERE commit_seq > :seq) AS later`
/** How many changes a way to the state after `seq` goes through. */
export const changesAround = (db: ReadDb, seq: number): { earlier: number; later: number } =>
  prepare<[object], { earlier: number; later: number }>(db, AROUND).get({ seq })!

const REPORT_EVERY = 1_000

export function rewind(db: WriteDb, seq: number, job: Job = unwatched): void {
  db.pragma('foreign_keys = OFF') // rows go in any order
  db.transaction(() => {
    const touched: Touched = new Map()
    const gone = new Map<string, { entity: EntityName; rid: number }>()
    const { find } = ridFinder(db)
    const all = prepare<[number], Later>(db, LATER).all(seq)
    for (const [done, later] of all.entries()) {
      if (later.field === null) gone.set(later.record, { entity: later.entity, rid: lose(db, touched, later) })
      else if (!gone.has(later.record)) setBack(db, touched, { ...later, field: later.field }, { seq, find })
      if (done % REPORT_EVERY === 0) job.check()
      if (done % REPORT_EVERY === 0) job.progress(done, all.length)
    }
    for (const { entity, rid } of gone.values()) {
      forgetDerived(db, entity, rid)
      prepare(db, `DELETE FROM ${entity} WHERE rid = ?`).run(rid)
      touched.get(entity)?.delete(rid)
    }
    derive(db, touched)
    prepare(db, 'DELETE FROM change WHERE commit_seq > ?').run(seq)
    prepare(db, 'DELETE FROM change_set WHERE commit_seq > ?').run(seq)
  }).immediate()
}

/** What the row points at loses something. */
function lose(db: WriteDb, touched: Touched, { entity, record }: Later): number {
  const row = rowOf(db, entity, record)
  for (const { target, names } of columnsOf(entity)) {
    const pointed = row[names[0]!]
    if (target && typeof pointed === 'number') touch(touched, target, pointed)
  }
  for (const rid of concernedBy(db, entity, row)) touch(touched, 'accreditation', rid)
  return row.rid
}

function setBack(
  db: WriteDb,
  touched: Touched,
  change: Later & { field: string },
  { seq, find }: { seq: number; find: FindRid },
): void {
  const { entity, record, field } = change
  const row = rowOf(db, entity, record)
  const value = storedValue(prepare<[string, string, number], Logged>(db, BEFORE).get(record, field, seq), field)
  updateRow(db, { entity, id: record, field, value }, find)
  touchChanged(touched, entity, field, row)
}
