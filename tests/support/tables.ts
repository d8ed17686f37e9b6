// Whole tables of a register with local row numbers and derived columns, to compare a register with the replay of its log.
import { expect } from 'vitest'
import { entityNames } from '../../db/model/entities'
import type { WriteDb } from '../../db/store/database'
import { scratchRegister } from '../../db/store/open'
import { replay } from '../../db/store/replay'

const derived = ['status_span', 'lab_status_span', 'accreditation_flag', 'annex_span', 'line_limit'] as const
const searches = ['lab_search', 'line_search'] as const

/** Every word the search index holds, with where it stands. */
function indexed(db: WriteDb, table: (typeof searches)[number]): unknown[] {
  db.exec(`CREATE VIRTUAL TABLE temp.${table}_words USING fts5vocab('main', '${table}', 'instance')`)
  const rows = db.prepare(`SELECT term, doc, col, offset FROM temp.${table}_words`).all()
  db.exec(`DROP TABLE temp.${table}_words`)
  return rows
}

/** Law: replaying the log into an empty register gives every logged and every derived table. */
export function expectReplayGivesTables(db: WriteDb): void {
  const copy = scratchRegister()
  replay(db, copy)
  for (const table of [...entityNames, ...derived]) {
    const all = (from: WriteDb) => from.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()
    expect(all(copy), table).toEqual(all(db))
  }
  for (const table of searches) expect(indexed(copy, table), table).toEqual(indexed(db, table))
  copy.close()
}
