// Opens and creates register files: header and version checks, pragmas asserted at every open, migrations, one process per file.
// A file that is not ours, newer, or whose migration fails is never opened and never changed.
import Database from 'better-sqlite3'
import { accessSync, constants, existsSync, renameSync, statSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { dirname } from 'node:path'
import { backUpBeforeMigration } from '../backup/before-migration'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import { isUnreadableInPlace } from './copy'
import { currentSeq, prepare, type ReadDb, type WriteDb } from './database'
import { whileFilling } from './filling'
import { deriveAll, rulesVersion } from './derive'
import { localValue, setLocal } from './local'
import { chainHead } from './log'
import { migrations } from './migrations/index'
import { APPLICATION_ID, checkRegisterFile, hasJournal, refusal, removeDatabase, syncPath } from './register-file'
import { settleReplica } from './replica'

export interface OpenRegister {
  file: string
  db: WriteDb
  /** 'locked': another process has it open; 'medium': the file or folder cannot be written; 'recorded': an earlier state of it */
  readOnly: false | 'locked' | 'medium' | 'recorded'
  /** Whether the file still lies where it was opened: written into a removed one, a save would be told and gone. */
  inPlace(): boolean
  close(): void
}

/** Searches look up lines all over a large file; SQLite's own 2 MB would read the same pages again and again. */
export const CACHE_KB = 64 * 1024

const canWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Opens an existing register. Throws file_missing, not_a_register, newer_register, damaged_register, read_only (it must be copied first). */
export function openRegister(file: string): OpenRegister {
  checkRegisterFile(file)
  const writable = canWrite(file) && canWrite(dirname(file))
  const lock = writable ? takeLock(file) : null
  const readOnly = !writable ? 'medium' : lock ? false : 'locked'
  let db: WriteDb | null = null
  try {
    db = connect(file, readOnly !== false, lookFirst)
    if (!readOnly) bringUpToDate(db, file)
    readFirst(db)
    const opened = db
    const number = fileNumber(file)
    const inPlace = () => number !== null && fileNumber(file) === number
    return { file, db, readOnly, inPlace, close: () => closeRegister(opened, lock, readOnly) }
  } catch (error) {
    db?.close()
    lock?.close()
    throw asRefusal(error, file)
  }
}

/** Whether opening the file would first take it through new steps, or compute anew what is derived from it: of a large one that is for a job (`bringUp`).
    Throws as the opening does. */
export function isBehind(file: string): boolean {
  checkRegisterFile(file)
  if (hasJournal(file) || !canWrite(file) || !canWrite(dirname(file))) return false
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const version = db.pragma('user_version', { simple: true }) as number
    return version < migrations.length || localValue(db, 'rules_version', '0') !== String(rulesVersion)
  } catch (error) {
    // whatever cannot be read is told by the opening itself
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    db.close()
  }
}

/** Opens an older file once and closes it: what is left for the next opening takes a moment. How far it is, nobody knows. */
export function bringUp(file: string, job: Job): void {
  job.progress(0, null)
  const register = openRegister(file)
  try {
    if (!register.readOnly) closeGaps(register.db)
  } finally {
    register.close()
  }
}

/** of all pages */
const GAPS = 1 / 4

/** Tables and indexes that were written anew leave theirs behind. Where the disk has no room to move the rest together, later writes use the gaps. */
function closeGaps(db: WriteDb): void {
  const count = (what: string): number => db.pragma(what, { simple: true }) as number
  if (count('freelist_count') < count('page_count') * GAPS) return
  try {
    db.exec('VACUUM')
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')) throw error
  }
}

/** What every screen asks first, and what an opening rests on: a file that cannot answer it must not take the place of one that can. */
function readFirst(db: ReadDb): void {
  for (const key of ['register_id', 'register_name', 'replica'] as const) localValue(db, key)
  prepare(db, 'SELECT key, value FROM local').all()
  chainHead(db, localValue(db, 'replica'))
}

/** An opening writes before anybody asks for anything. A closed file is therefore read once before the first write: one that is refused stays byte
    for byte what it was. With a journal beside it there is no such reading: SQLite brings the journal in by itself. */
function lookFirst(db: WriteDb, file: string): void {
  if (hasJournal(file)) return
  try {
    if (db.pragma('user_version', { simple: true }) === migrations.length) readFirst(db)
  } catch (error) {
    // the schema is of this version by its number and cannot be read: only damage makes that
    throw error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
      ? refusal('damaged_register', file)
      : error
  }
}

/** Names the file itself, wherever it lies; null when nothing is there. */
function fileNumber(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof RegistryError && error.code === 'damaged_register') return refusal('damaged_register', file)
  if (isUnreadableInPlace(error)) return refusal('read_only', file)
  const damaged = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code)
  return damaged ? refusal('damaged_register', file) : error
}

/** Waiting longer for a job that still reads is not worth it: the next opening finds everything either way. */
const CLOSING_MS = 200

function closeRegister(db: WriteDb, lock: Database.Database | null, readOnly: OpenRegister['readOnly']): void {
  if (!db.open) return
  try {
    if (!readOnly) leaveInOrder(db)
  } catch (error) {
    // spoilt under us: without the mark of a clean close the next opening looks it through
    if (!(error instanceof Database.SqliteError)) throw error
  } finally {
    db.close()
    lock?.close()
  }
}

function leaveInOrder(db: WriteDb): void {
  db.pragma('optimize')
  setLocal(db, 'clean_close', '1')
  db.pragma(`busy_timeout = ${CLOSING_MS}`)
  db.pragma('wal_checkpoint(TRUNCATE)')
  leaveOneFile(db)
}

/** Out of WAL, a closed register is one file that opens anywhere, also on a disk that cannot be written. Kept in WAL it opens here all the same. */
function leaveOneFile(db: WriteDb): void {
  try {
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    // a job still reads, or the file was moved away under us
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

/** An OS lock on a side file, held by SQLite itself: it goes with the process, however that ends. Null when another process holds it. */
function takeLock(file: string): Database.Database | null {
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** A second connection that writes, for a job; the register's own process lets nothing else write meanwhile. */
export function withWriter<T>(file: string, work: (db: WriteDb) => T): T {
  const db = connect(file, false)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** `first`: done before anything is written, with one reading of the schema for both. */
function connect(file: string, readOnly: boolean, first?: (db: WriteDb, file: string) => void): WriteDb {
  const db = new Database(file, { readonly: readOnly, fileMustExist: true }) as WriteDb
  try {
    db.pragma('foreign_keys = ON') // writes nothing, but throws away what was compiled before
    if (!readOnly) first?.(db, file)
    db.pragma(`cache_size = -${CACHE_KB}`)
    if (!readOnly) {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
    }
    assertPragmas(db, readOnly)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** better-sqlite3 builds default to synchronous=NORMAL in WAL: a saved change could vanish with the power. */
function assertPragmas(db: ReadDb, readOnly: boolean): void {
  const wanted: [string, unknown][] = readOnly
    ? [['foreign_keys', 1]]
    : [
        ['foreign_keys', 1],
        ['journal_mode', 'wal'],
        ['synchronous', 2],
      ]
  for (const [pragma, value] of wanted) {
    if (db.pragma(pragma, { simple: true }) !== value)
      throw new RegistryError('internal', `pragma ${pragma} is not ${String(value)}`)
  }
}

function bringUpToDate(db: WriteDb, file: string): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version < migrations.length) {
    backUpBeforeMigration(db, file, Date.now())
    migrate(db, migrations)
  }
  // whoever closed it cleanly left it whole; after a crash or a power cut it is looked through before anybody works in it
  if (localValue(db, 'clean_close', '1') !== '1' && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw refusal('damaged_register', file)
  settleReplica(db, file)
  if (localValue(db, 'rules_version', '0') !== String(rulesVersion)) db.transaction(() => deriveAll(db)).immediate()
  markOpen(db)
  assertPragmas(db, false)
}

/** Not flushed by itself: the first save flushes it with its own, and without one nothing was written that would have to be looked through. */
function markOpen(db: WriteDb): void {
  db.pragma('synchronous = OFF')
  setLocal(db, 'clean_close', '0')
  db.pragma('synchronous = FULL')
}

/** Takes the missing steps in one transaction; foreign keys are checked before it commits. */
export function migrate(db: WriteDb, steps: readonly { name: string; sql: string }[]): void {
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      const version = db.pragma('user_version', { simple: true }) as number
      for (const step of steps.slice(version)) db.exec(step.sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length)
        throw new RegistryError('damaged_register', `${broken.length} broken references after migration`)
      db.pragma(`user_version = ${steps.length}`)
      db.pragma(`application_id = ${APPLICATION_ID}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

/** An empty register in memory, e.g. to replay a log into. */
export function scratchRegister(path = ':memory:'): WriteDb {
  const db = new Database(path) as WriteDb
  db.pragma('foreign_keys = ON')
  migrate(db, migrations)
  return db
}

export interface NewRegister {
  name: string
  kind: string
  now: string
}

/** Creates a register at `file`, fills it and opens it. Built beside and renamed when whole: a crash leaves no half register.
    Throws file_exists, file_missing (no such folder), read_only. */
export async function createRegister(
  file: string,
  about: NewRegister,
  fill: (db: WriteDb) => void | Promise<void>,
): Promise<OpenRegister> {
  if (existsSync(file)) throw refusal('file_exists', file)
  if (!existsSync(dirname(file))) throw refusal('file_missing', dirname(file))
  if (!canWrite(dirname(file))) throw refusal('read_only', dirname(file))
  const part = `${file}.part`
  removeDatabase(part)
  const db = scratchRegister(part)
  try {
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF') // fsynced as a whole below, before the name exists
    db.pragma(`cache_size = -${CACHE_KB}`)
    setLocal(db, 'replica', uuidv7())
    setLocal(db, 'register_id', uuidv7())
    setLocal(db, 'register_name', about.name)
    setLocal(db, 'register_kind', about.kind)
    setLocal(db, 'created_at', about.now)
    setLocal(db, 'rules_version', String(rulesVersion))
    setLocal(db, 'clean_close', '1')
    await whileFilling(db, fill)
    setLocal(db, 'filled', String(currentSeq(db)))
    db.exec('VACUUM') // what was filled in no order lies in order, without the gaps
    db.close()
    syncPath(part)
    renameSync(part, file)
    syncPath(dirname(file))
  } catch (error) {
    db.close()
    removeDatabase(part)
    throw error
  }
  return openRegister(file)
}
