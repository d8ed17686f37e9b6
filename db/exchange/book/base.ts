// What the workbook was exported with, as the base of the three-way comparison. Where this register's log reaches back to the very moment of the
// export (same set, same fingerprint of everything up to it), the log says it; else, in an older or another copy of the register, the file does.
import type { EntityName } from '../../model/entities'
import { prepare, type ReadDb } from '../../store/database'
import { fingerprint } from '../../store/log'
import { storedValue, type Logged } from '../../store/logged'
import { idOf, keyOf } from '../../store/record-key'
import type { BookFile } from './read-book'
import type { BookView } from './view'

export interface Base {
  from: 'log' | 'file'
  /** whether the record was living then */
  has(id: string): boolean
  /** null: unknown then, or no such record */
  value(id: string, field: string): unknown
}

export function baseOf(db: ReadDb, file: BookFile, view: BookView): Base {
  const seq = seqOf(db, file)
  return seq === null ? fromFile(file) : fromLog(db, seq, view)
}

const SEQ = 'SELECT commit_seq AS seq FROM change_set WHERE id = ?'

function seqOf(db: ReadDb, { manifest }: BookFile): number | null {
  const seq = manifest.set === null ? undefined : prepare<[string], { seq: number }>(db, SEQ).get(manifest.set)?.seq
  return seq !== undefined && fingerprint(db, seq) === manifest.fingerprint ? seq : null
}

function fromFile({ records }: BookFile): Base {
  const byId = new Map(records.filter(({ code }) => code !== null).map((record) => [record.id, record.values]))
  return { from: 'file', has: (id) => byId.has(id), value: (id, field) => byId.get(id)?.[field] ?? null }
}

const SINCE = `SELECT DISTINCT ${idOf('record')} AS record, field FROM change WHERE commit_seq > ?`
const BEFORE = `
  SELECT entity, field, value FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND commit_seq <= ? ORDER BY commit_seq DESC, rid DESC LIMIT 1`

/** What was changed since has the value of the log; everything else is as it is now. */
function fromLog(db: ReadDb, seq: number, view: BookView): Base {
  const changed = new Map<string, Set<string>>()
  const created = new Set<string>()
  for (const { record, field } of prepare<[number], { record: string; field: string | null }>(db, SINCE).all(seq)) {
    if (field === null) created.add(record)
    else changed.set(record, (changed.get(record) ?? new Set()).add(field))
  }
  const value = (id: string, field: string): unknown => {
    if (created.has(id)) return null
    if (changed.get(id)?.has(field))
      return storedValue(prepare<[string, string, number], Logged>(db, BEFORE).get(id, field, seq), field)
    return view.record(id)?.values[field] ?? null
  }
  const has = (id: string): boolean =>
    view.record(id) !== undefined && !created.has(id) && value(id, 'trashedAt') === null
  return { from: 'log', has, value }
}

const LAST = `SELECT s.actor AS by, s.recorded_at AS at FROM change c JOIN change_set s USING (commit_seq)
  WHERE c.record = ${keyOf('?')} AND (c.field = ? OR c.field IS NULL) ORDER BY c.commit_seq DESC LIMIT 1`

/** Who gave a field its present value. */
export const changedBy = (db: ReadDb, id: string, field: string): { by?: string; at?: string } =>
  prepare<[string, string], { by: string; at: string }>(db, LAST).get(id, field) ?? {}

/** Main records of a sheet that the workbook was exported with. */
export const exported = (
  { records }: BookFile,
  entity: EntityName,
  prefix: string,
): { id: string; code: string; label: string }[] =>
  records.flatMap(({ entity: kind, id, code, label }) =>
    kind === entity && code !== null && new RegExp(`^${prefix}\\d`).test(code) ? [{ id, code, label }] : [],
  )
