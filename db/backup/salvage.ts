// Reads what can still be read of a damaged register's log, row by row, on a copy: the damaged file itself stays as it is. Only a set whose
// values give its hash counts as read, so that nothing a broken page makes up can get back into a register.
import Database from 'better-sqlite3'
import { closeSync, copyFileSync, existsSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { Job } from '../jobs/job'
import { prepare, type ReadDb } from '../store/database'
import { readMarks, type Marks } from '../store/redaction-marks'
import { CHANGE_COLUMNS, holds, SET_COLUMNS, type StoredChange, type StoredSet } from './chains'

export interface SalvagedSet {
  set: StoredSet
  changes: StoredChange[]
}

export interface Salvaged {
  sets: SalvagedSet[]
  /** numbers up to the highest one seen that could not be read or did not verify; those known elsewhere are left out */
  missing: number[]
  /** false: where the log ended cannot be read, so sets after the last one read may be lost without a trace */
  endKnown: boolean
  /** marks of the file, as far as they can be read */
  local: Map<string, string>
}

export interface SalvageJob {
  damaged: string
  /** where the working copy goes */
  copy: string
  /** a whole backup of the same file: lends the pages without which nothing can be found */
  donor: string | null
  /** ids of sets that need not be read */
  known: ReadonlySet<string>
  /** highest number among them */
  knownTo: number
}

export function salvage({ damaged, copy, donor, known, knownTo }: SalvageJob, job: Job): Salvaged {
  const nothing: Salvaged = { sets: [], missing: [], endKnown: false, local: new Map() }
  if (!existsSync(damaged)) return nothing
  copyFileSync(damaged, copy)
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${copy}-wal`)
  makeWholeLength(copy)
  const db = openSomehow(copy, donor)
  if (db === null) return nothing
  try {
    return readAll(db, { known, knownTo }, job)
  } finally {
    db.close()
  }
}

const HEADER_BYTES = 100

/** A file cut short is refused as a whole: with empty pages at its end what is left of it can be read. */
function makeWholeLength(file: string): void {
  const fd = openSync(file, 'r+')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    if (readSync(fd, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return
    const pages = header.readUInt32BE(28)
    const whole = pages * pageSizeOf(header)
    const { size } = statSync(file)
    // a header that was hit may claim anything
    if (size < whole && whole < size * 8 + 1_000_000) ftruncateSync(fd, whole)
  } finally {
    closeSync(fd)
  }
}

const pageSizeOf = (header: Buffer): number => (header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16))

function openSomehow(copy: string, donor: string | null): ReadDb | null {
  const first = openReadable(copy)
  if (first !== null || donor === null) return first
  lendPages(copy, donor)
  return openReadable(copy)
}

/** Opened and its tables found; null: not so. */
function openReadable(file: string): ReadDb | null {
  let db: Database.Database | null = null
  try {
    db = new Database(file)
    db.prepare('SELECT count(*) FROM change_set WHERE commit_seq = 0').get()
    return db as ReadDb
  } catch (error) {
    db?.close()
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

/** The first page and those of the list of tables, from a backup of the same file: tables lie where they lay then. Where they do not, no set
    read through them verifies. */
function lendPages(copy: string, donor: string): void {
  const from = new Database(donor, { readonly: true })
  const sql = `SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`
  const pages = from.prepare<[], number>(sql).pluck().all()
  from.close()
  const [source, target] = [openSync(donor, 'r'), openSync(copy, 'r+')]
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(source, header, 0, HEADER_BYTES, 0)
    const size = pageSizeOf(header)
    const page = Buffer.alloc(size)
    for (const number of pages) {
      readSync(source, page, 0, size, (number - 1) * size)
      writeSync(target, page, 0, size, (number - 1) * size)
    }
    const count = Buffer.alloc(4)
    count.writeUInt32BE(Math.ceil(statSync(copy).size / size))
    writeSync(target, count, 0, 4, 28)
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** So many numbers in a row without a set: the end of the log. */
const END_AFTER = 2_000

function readAll(db: ReadDb, { known, knownTo }: { known: ReadonlySet<string>; knownTo: number }, job: Job): Salvaged {
  const { top, certain } = highest(db)
  const found: Salvaged = { sets: [], missing: [], endKnown: certain, local: readLocal(db) }
  const scattered = lazily(() => scanChanges(db, job))
  const marks: Marks = orNull(() => readMarks(db)) ?? new Map()
  const absent: number[] = []
  let last = 0
  for (let seq = 1; top === null ? seq - last <= END_AFTER : seq <= top; seq += 1) {
    if (seq % 500 === 0) job.check()
    const set = readSet(db, seq)
    if (set !== null) last = seq
    if (set !== null && known.has(set.id)) continue
    const changes = set === null ? null : changesOf(db, set, { scattered, marks })
    if (set !== null && changes !== null) found.sets.push({ set, changes })
    else absent.push(seq)
  }
  const upTo = Math.max(top ?? 0, last)
  // what the backup holds under that number is not lost, whatever became of it here
  found.missing = absent.filter((seq) => seq > knownTo && seq <= upTo)
  return found
}

function readSet(db: ReadDb, seq: number): StoredSet | null {
  return orNull(
    () =>
      prepare<[number], StoredSet>(db, `SELECT ${SET_COLUMNS} FROM change_set WHERE commit_seq = ?`).get(seq) ?? null,
  )
}

/** By the index first, else from wherever its changes lie. Null: they do not give the set's hash. */
function changesOf(
  db: ReadDb,
  set: StoredSet,
  { scattered, marks }: { scattered: () => ReadonlyMap<number, StoredChange[]>; marks: Marks },
): StoredChange[] | null {
  const sql = `SELECT ${CHANGE_COLUMNS} FROM change WHERE commit_seq = ? ORDER BY rid`
  const indexed = orNull(() => prepare<[number], StoredChange>(db, sql).all(set.commitSeq))
  if (indexed !== null && verifies(set, indexed, marks)) return indexed
  const gathered = scattered().get(set.commitSeq) ?? []
  return verifies(set, gathered, marks) ? gathered : null
}

const verifies = (set: StoredSet, changes: StoredChange[], marks: Marks): boolean => {
  try {
    return changes.length > 0 && holds(set, changes, marks)
  } catch (error) {
    // a value of another type than the column has, made up by a broken page
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Every change that can be read by its own number, under its set's. */
function scanChanges(db: ReadDb, job: Job): ReadonlyMap<number, StoredChange[]> {
  const all = new Map<number, StoredChange[]>()
  const sql = `SELECT commit_seq AS seq, ${CHANGE_COLUMNS} FROM change WHERE rid = ?`
  const top = orNull(() => prepare<[], { n: number }>(db, 'SELECT coalesce(max(rid), 0) AS n FROM change').get()!.n)
  let last = 0
  for (let rid = 1; top === null ? rid - last <= END_AFTER * 10 : rid <= top; rid += 1) {
    if (rid % 5_000 === 0) job.check()
    const row = orNull(() => prepare<[number], StoredChange & { seq: number }>(db, sql).get(rid) ?? null)
    if (row === null) continue
    last = rid
    const { seq, ...change } = row
    all.set(seq, [...(all.get(seq) ?? []), change])
  }
  return all
}

/** The highest number of a set that anything still tells; null: nothing does. Certain where sets and changes both tell their last one. */
function highest(db: ReadDb): { top: number | null; certain: boolean } {
  const tops = ['SELECT max(commit_seq) AS n FROM change_set', 'SELECT max(commit_seq) AS n FROM change'].map((sql) =>
    orNull(() => prepare<[], { n: number | null }>(db, sql).get()?.n ?? null),
  )
  const known = tops.filter((top): top is number => typeof top === 'number' && top > 0 && top < 2 ** 40)
  return {
    top: known.length === 0 ? null : Math.max(...known),
    certain: known.length === tops.length && tops[0] === tops[1],
  }
}

function readLocal(db: ReadDb): Map<string, string> {
  const rows = orNull(() => db.prepare<[], { key: string; value: string }>('SELECT key, value FROM local').all())
  return new Map((rows ?? []).map(({ key, value }) => [key, value]))
}

/** What lies on a broken page is as if it were not there. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
