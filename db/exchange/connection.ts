// A job's own connection: reads one moment of the register, however long the job takes, and never writes.
import Database from 'better-sqlite3'
import type { ReadDb } from '../store/database'

/** Opens the register, holds one snapshot while `work` runs, closes it. */
export async function withSnapshot<T>(file: string, work: (db: ReadDb) => T | Promise<T>): Promise<T> {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    db.exec('BEGIN')
    return await work(db)
  } finally {
    db.close()
  }
}
