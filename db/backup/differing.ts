// Records of which two registers say different things. Every record is read as its logged fields, so that row numbers and derived columns
// do not count. Records whose rows are equal column by column are passed over without being read.
import type { Job } from '../jobs/job'
import { entityNames, type EntityName } from '../model/entities'
import { columnsOf, readRecord } from '../store/columns'
import { prepare, type ReadDb } from '../store/database'

export interface Differing {
  entity: EntityName
  id: string
  /** null: the record is not in that register */
  a: Record<string, unknown> | null
  b: Record<string, unknown> | null
}

const CHECK_EVERY = 2_000

export function* differingRecords(a: ReadDb, b: ReadDb, job: Job): Generator<Differing> {
  for (const [at, entity] of entityNames.entries()) {
    job.progress(at, entityNames.length)
    for (const id of candidates(a, b, { entity, job })) {
      const [x, y] = [recordOr(a, entity, id), recordOr(b, entity, id)]
      if (JSON.stringify(x) !== JSON.stringify(y)) yield { entity, id, a: x, b: y }
    }
  }
}

/** Both tables walked side by side in the order of their ids. Ids whose rows are not equal, or stand on one side only. */
function candidates(a: ReadDb, b: ReadDb, { entity, job }: { entity: EntityName; job: Job }): string[] {
  const columns = ['id', ...columnsOf(entity).flatMap(({ names }) => names)].join(', ')
  const rows = (db: ReadDb): IterableIterator<unknown[]> =>
    db.prepare<[], unknown[]>(`SELECT ${columns} FROM ${entity} ORDER BY id`).raw().iterate()
  const found: string[] = []
  const [left, right] = [rows(a), rows(b)]
  let [x, y] = [left.next(), right.next()]
  for (let step = 0; x.done !== true || y.done !== true; step += 1) {
    if (step % CHECK_EVERY === 0) job.check()
    const [idX, idY] = [x.done === true ? null : String(x.value[0]), y.done === true ? null : String(y.value[0])]
    const first = idY === null || (idX !== null && idX < idY) ? idX! : idY
    const both = idX === idY
    if (!both || !equal(x.value as unknown[], y.value as unknown[])) found.push(first)
    if (idX === first) x = left.next()
    if (idY === first) y = right.next()
  }
  return found
}

const equal = (x: unknown[], y: unknown[]): boolean => x.every((value, at) => value === y[at])

/** A row that points to one that is gone cannot be read as a record: then its columns speak for it. */
function recordOr(db: ReadDb, entity: EntityName, id: string): Record<string, unknown> | null {
  const row = prepare<[string], Record<string, unknown>>(db, `SELECT * FROM ${entity} WHERE id = ?`).get(id)
  if (row === undefined) return null
  const dangling = columnsOf(entity).some(
    ({ kind, names, target }) => kind === 'ref' && row[names[0]!] !== null && !hasRid(db, target!, row[names[0]!]),
  )
  return dangling ? row : readRecord(db, entity, id)
}

const hasRid = (db: ReadDb, entity: EntityName, rid: unknown): boolean =>
  prepare<[unknown]>(db, `SELECT 1 FROM ${entity} WHERE rid = ?`).get(rid) !== undefined
