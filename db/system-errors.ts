// Errors of SQLite and the operating system that a person can act on, as registry errors; anything else stays unexpected.
import Database from 'better-sqlite3'
import { RegistryError, type ErrorCode } from './model/errors'

const codes: [RegExp, ErrorCode][] = [
  [/^SQLITE_CONSTRAINT/, 'conflict'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk_full'],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/, 'read_only'],
  [/^SQLITE_BUSY/, 'file_locked'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'damaged_register'],
  [/^(SQLITE_CANTOPEN|ENOENT)/, 'file_missing'],
]

/** Null when the error is nobody's business but ours. */
export function fromSystem(error: unknown): RegistryError | null {
  if (!(error instanceof Error)) return null
  const code =
    error instanceof Database.SqliteError
      ? error.code
      : 'code' in error && typeof error.code === 'string'
        ? error.code
        : ''
  const found = codes.find(([pattern]) => pattern.test(code))
  return found ? new RegistryError(found[1], code) : null
}
