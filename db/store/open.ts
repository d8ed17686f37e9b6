// Opens and creates register files: header and version checks, pragmas asserted at every open, migrations, one process per file.
// A file that is not ours, newer, or whose migration fails is never opened and never changed.
import Database from 'better-sqlite3'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  accessSync,
  constants,
  statSync,
} from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { dirname } from 'node:path'
import { RegistryError } from '../model/errors'
import type { ReadDb, WriteDb } from './database'
import { deriveAll, rulesVersion } from './derive'
import { localValue, setLocal } from './local'
import { migrations } from './migrations/index'

/** “SCN1”: marks a SQLite file as a register of this application. */
export const APPLICATION_ID = 0x53434e31

export interface OpenRegister {
  file: string
  db: WriteDb
  /** 'locked': another process has it open; 'medium': the file or folder cannot be written; 'recorded': an earlier state of it */
  readOnly: false | 'locked' | 'medium' | 'recorded'
  close(): void
}

/** Searches look up lines all over a large file; SQLite's own 2 MB would read the same pages again and again. */
const CACHE_KB = 64 * 1024

interface Header {
  applicationId: number
  version: number
}

function readHeader(file: string): Header {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch {
    throw new RegistryError('file_missing', file)
  }
  try {
    const header = Buffer.alloc(100)
    const read = readSync(fd, header, 0, 100, 0)
    if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      throw new RegistryError('not_a_register', file)
    return { applicationId: header.readUInt32BE(68), version: header.readUInt32BE(60) }
  } finally {
    closeSync(fd)
  }
}

const canWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Opens an existing register. Throws file_missing, not_a_register, newer_register, damaged_register. */
export function openRegister(file: string): OpenRegister {
  const header = readHeader(file)
  if (header.applicationId !== APPLICATION_ID) throw new RegistryError('not_a_register', file)
  if (header.version > migrations.length) throw new RegistryError('newer_register', file)
  const writable = canWrite(file) && canWrite(dirname(file))
  const lock = writable ? takeLock(file) : null
  const readOnly = !writable ? 'medium' : lock ? false : 'locked'
  try {
    const db = connect(file, readOnly !== false)
    if (!readOnly) bringUpToDate(db, file)
    return { file, db, readOnly, close: () => closeRegister(db, lock, readOnly) }
  } catch (error) {
    lock?.close()
    throw error instanceof RegistryError ? error : asDamaged(error)
  }
}

const asDamaged = (error: unknown): unknown =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code)
    ? new RegistryError('damaged_register', error.message)
    : error

function closeRegister(db: WriteDb, lock: Database.Database | null, readOnly: OpenRegister['readOnly']): void {
  if (!db.open) return
  if (!readOnly) {
    db.pragma('optimize')
    setLocal(db, 'clean_close', '1')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  db.close()
  lock?.close()
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

function connect(file: string, readOnly: boolean): WriteDb {
  const db = new Database(file, { readonly: readOnly, fileMustExist: true }) as WriteDb
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = -${CACHE_KB}`)
  if (!readOnly) {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
  }
  assertPragmas(db, readOnly)
  return db
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
    const copy = `${file}.v${version}-${Date.now()}.bak`
    db.prepare('VACUUM INTO ?').run(copy)
    migrate(db, migrations)
  }
  if (localValue(db, 'rules_version', '0') !== String(rulesVersion)) db.transaction(() => deriveAll(db)).immediate()
  setLocal(db, 'clean_close', '0')
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

/** Creates a register at `file`, fills it and opens it. Built beside and renamed when whole: a crash leaves no half register. Throws file_exists. */
export async function createRegister(
  file: string,
  about: NewRegister,
  fill: (db: WriteDb) => void | Promise<void>,
): Promise<OpenRegister> {
  if (existsSync(file)) throw new RegistryError('file_exists', file)
  const part = `${file}.part`
  removeDatabase(part)
  const db = scratchRegister(part)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = OFF') // fsynced as a whole below, before the name exists
    setLocal(db, 'replica', uuidv7())
    setLocal(db, 'register_id', uuidv7())
    setLocal(db, 'register_name', about.name)
    setLocal(db, 'register_kind', about.kind)
    setLocal(db, 'created_at', about.now)
    setLocal(db, 'rules_version', String(rulesVersion))
    setLocal(db, 'clean_close', '1')
    await fill(db)
    db.pragma('wal_checkpoint(TRUNCATE)')
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

function removeDatabase(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true })
}

/** Flushes a file or, where the system allows it, a folder to disk. */
function syncPath(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const fd = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
