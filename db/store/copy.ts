// A whole copy of a register with its attached files, also of one that is open elsewhere or lies on a disk that cannot be written. The source is only read.
import Database from 'better-sqlite3'
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyFiles, filesFolder } from './attachment-files'
import { checkRegisterFile, refusal, removeDatabase, syncPath } from './register-file'

/** Written beside and renamed when whole. Throws what `checkRegisterFile` throws, and file_exists. */
export async function copyRegister(from: string, to: string): Promise<void> {
  checkRegisterFile(from)
  if (existsSync(to) || existsSync(filesFolder(to))) throw refusal('file_exists', to)
  const part = `${to}.part`
  removeCopy(part)
  try {
    await copyInto(from, part)
    await copyFiles(filesFolder(from), filesFolder(part))
    syncPath(part)
    // the files first: a register whose files are not there yet would seem to have lost them
    if (existsSync(filesFolder(part))) renameSync(filesFolder(part), filesFolder(to))
    renameSync(part, to)
    syncPath(dirname(to))
  } catch (error) {
    removeCopy(part)
    throw error
  }
}

function removeCopy(part: string): void {
  removeDatabase(part)
  rmSync(filesFolder(part), { recursive: true, force: true })
}

async function copyInto(from: string, part: string): Promise<void> {
  let source: Database.Database
  try {
    source = new Database(from, { readonly: true, fileMustExist: true })
    source.pragma('schema_version')
  } catch (error) {
    // SQLite cannot read a register that was left unclosed on a disk without room for its journal; the bytes themselves can be read
    if (!isUnreadableInPlace(error) || existsSync(`${from}-wal`)) throw error
    return copyFileSync(from, part)
  }
  try {
    await source.backup(part)
  } finally {
    source.close()
  }
}

export const isUnreadableInPlace = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)
