// From rows to the rows that hang on them, all by one statement.
import { prepare, type ReadDb } from './database'

/** What `sql` finds as `rid` for the rids asked about: its one parameter is their JSON list. */
export function reached(db: ReadDb, sql: string, asked: ReadonlySet<number>): number[] {
  if (asked.size === 0) return []
  return prepare<[string], { rid: number }>(db, sql)
    .all(JSON.stringify([...asked]))
    .map(({ rid }) => rid)
}
