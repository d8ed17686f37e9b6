// Fills a register that nobody reads yet: what is derived, search texts, indexes and the check of references come once at the end.
// The log is written as ever. Only for a file that is thrown away when filling it fails.
import { RegistryError } from '../model/errors'
import { prepare, type ReadDb, type WriteDb } from './database'
import { deriveAll } from './derive'

const filling = new WeakSet<ReadDb>()

/** True while sets leave what is derived for later. */
export const isFilling = (db: ReadDb): boolean => filling.has(db)

/** Runs `fill`; inside it nothing derived (spans, sort keys, day bounds, search) can be read. */
export async function whileFilling(db: WriteDb, fill: (db: WriteDb) => void | Promise<void>): Promise<void> {
  const finish = beginFilling(db)
  filling.add(db)
  try {
    await fill(db)
  } finally {
    filling.delete(db)
  }
  finish()
}

/** Takes the indexes and the check of references away; what it returns brings them back and derives everything, all or nothing. */
export function beginFilling(db: WriteDb): () => void {
  const indexes = prepare<[], { name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid`,
  ).all()
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  db.pragma('foreign_keys = OFF')
  const finish = db.transaction(() => {
    for (const { sql } of indexes) db.exec(sql)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new RegistryError('internal', `${broken.length} broken references`)
    deriveAll(db)
  })
  return () => finish.immediate()
}
