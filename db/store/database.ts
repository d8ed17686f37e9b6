// Database handles and the statement cache. A read handle cannot take part in a write: only `open.ts` and the writer brand a WriteDb.
import type Database from 'better-sqlite3'

declare const writable: unique symbol
export type ReadDb = Database.Database
export type WriteDb = Database.Database & { readonly [writable]: true }

const caches = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/**
 * SQLite compiles a statement anew at every call once its planner has looked at a bound value, which it does beside `=` in joins and ordered
 * queries, beside `LIMIT`, and where a table was analysed: for most statements that takes longer than they run. A sign before the value hides it, and
 * does nothing else. (A flag set by PRAGMA, such as defer_foreign_keys, throws away all of a handle's statements: none is set while the work goes on.)
 */
const withHiddenValues = (sql: string): string => sql.replaceAll(/((?<![<>!])=|LIMIT|OFFSET) (\?|:\w+)/g, '$1 +$2')

/** A prepared statement, compiled once per handle and text. */
export function prepare<P extends unknown[] | {} = unknown[], R = unknown>(
  db: ReadDb,
  sql: string,
): Database.Statement<P, R> {
  let cache = caches.get(db)
  if (!cache) caches.set(db, (cache = new Map<string, Database.Statement>()))
  let statement = cache.get(sql)
  if (!statement) cache.set(sql, (statement = db.prepare(withHiddenValues(sql))))
  return statement as unknown as Database.Statement<P, R>
}

const writing = new WeakSet<ReadDb>()

/** True while a set is being written: what is read then may still be taken back, and its number given to another. */
export const isWriting = (db: ReadDb): boolean => writing.has(db)

const transactions = new WeakMap<WriteDb, Database.Transaction<(write: () => unknown) => unknown>>()

/** Runs `write` in one transaction; better-sqlite3 makes four functions for each, so a handle keeps its own. */
export function whileWriting<T>(db: WriteDb, write: () => T): T {
  let transaction = transactions.get(db)
  if (!transaction) transactions.set(db, (transaction = db.transaction((work: () => unknown) => work())))
  writing.add(db)
  try {
    return transaction.immediate(write) as T
  } finally {
    writing.delete(db)
  }
}

/** Last change set in the file: what a read returns as `seq` and a save sends back as `seen`. 0 in an empty register. */
export function currentSeq(db: ReadDb): number {
  return prepare<[], { seq: number }>(db, 'SELECT coalesce(max(commit_seq), 0) AS seq FROM change_set').get()!.seq
}
