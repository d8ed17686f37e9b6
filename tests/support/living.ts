// A fingerprint of everything a register holds now, to compare it with what replaying its log gives.
import { createHash } from 'node:crypto'
import { entityNames } from '../../db/model/entities'
import { readRecord } from '../../db/store/columns'
import { prepare, type WriteDb } from '../../db/store/database'

/** Every logged and derived row, by table, without local row numbers. */
export function livingTables(db: WriteDb): string {
  const hash = createHash('sha256')
  for (const entity of entityNames) {
    const ids = prepare<[], { id: string }>(db, `SELECT id FROM ${entity} ORDER BY id`).all()
    for (const { id } of ids) hash.update(JSON.stringify([entity, id, readRecord(db, entity, id)]))
  }
  for (const table of ['status_span', 'lab_status_span', 'accreditation_flag', 'annex_span', 'line_limit'])
    hash.update(JSON.stringify(prepare(db, `SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()))
  hash.update(
    JSON.stringify(prepare(db, 'SELECT folded, sort_key, from_day, to_day FROM laboratory_name ORDER BY id').all()),
  )
  return hash.digest('hex')
}
