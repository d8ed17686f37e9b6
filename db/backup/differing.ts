// Records of which two register files say different things. Rows are first compared whole inside SQLite, which leaves few; those are read as
// their logged fields, so that row numbers and derived columns do not count.
import Database from 'better-sqlite3'
import type { Job } from '../jobs/job'
import { entityNames, type EntityName } from '../model/entities'
import { columnsOf, readRecord } from '../store/columns'
import { prepare, type ReadDb } from '../store/database'

export interface Differing {
  entity: EntityName
  id: string
  /** null: the record is not in that file */
  a: Record<string, unknown> | null
  b: Record<string, unknown> | null
}

export function* differingRecords(fileA: string, fileB: string, job: Job): Generator<Differing> {
  const a = new Database(fileA, { readonly: true }) as ReadDb
  const b = new Database(fileB, { readonly: true }) as ReadDb
  try {
    a.prepare('ATTACH ? AS other').run(fileB)
    for (const [at, entity] of entityNames.entries()) {
      job.check()
      job.progress(at, entityNames.length)
      for (const id of candidates(a, entity)) {
        const [x, y] = [recordOr(a, entity, id), recordOr(b, entity, id)]
        if (JSON.stringify(x) !== JSON.stringify(y)) yield { entity, id, a: x, b: y }
      }
    }
  } finally {
    a.close()
    b.close()
  }
}

function candidates(db: ReadDb, entity: EntityName): string[] {
  const columns = ['id', ...columnsOf(entity).flatMap(({ names }) => names)].join(', ')
  const only = (one: string, two: string): string =>
    `SELECT id FROM (SELECT ${columns} FROM ${one}.${entity} EXCEPT SELECT ${columns} FROM ${two}.${entity})`
  return db
    .prepare<[], string>(`${only('main', 'other')} UNION ${only('other', 'main')}`)
    .pluck()
    .all()
}

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
