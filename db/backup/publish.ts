// How a copy becomes a backup: marked as a copy, flushed, renamed, and only then named by its manifest.
import Database from 'better-sqlite3'
import { renameSync, rmSync } from 'node:fs'
import type { WriteDb } from '../store/database'
import { setLocal } from '../store/local'
import { removeDatabase, syncPath } from '../store/register-file'
import { copyPath, writeManifest, type Manifest } from './folder'
import { lockFile, type Key } from './lock'

/** One closed file that knows itself for a copy: whoever opens it to write mints a replica of its own (store/replica). Returns how many
    marks (rows of `local`) it has then. */
export function settleCopy(file: string): number {
  const copy = new Database(file) as WriteDb
  try {
    copy.pragma('journal_mode = DELETE')
    setLocal(copy, 'home', 'backup')
    setLocal(copy, 'clean_close', '1')
    return copy.prepare<[], { n: number }>('SELECT count(*) AS n FROM local').get()!.n
  } finally {
    copy.close()
  }
}

/** The copy gives way to the same under its lock, in the same place. */
export function lockPart(part: string, key: Key): void {
  const locked = `${part}.lock.part`
  rmSync(locked, { force: true })
  lockFile(part, locked, key)
  removeDatabase(part)
  renameSync(locked, part)
}

/** The copy gets its name when it lies on the disk, and its manifest after it: what a power cut leaves is whole or none. */
export function publish(folder: string, part: string, manifest: Manifest): void {
  syncPath(part)
  renameSync(part, copyPath(folder, manifest.id, manifest.lock))
  syncPath(folder)
  writeManifest(folder, manifest)
}
