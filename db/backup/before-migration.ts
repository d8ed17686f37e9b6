// The copy that stands before a migration: made, read through and named before the first step is taken, all in one go because nothing else
// can happen meanwhile; with the attached files that no earlier backup has. It lies beside the register, which has no lock either: it waits for
// one until the next backup (lock-all.ts), and no second folder gets it before.
import { mkdirSync } from 'node:fs'
import { unwatched } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { ReadDb } from '../store/database'
import { localValue } from '../store/local'
import { removeDatabase } from '../store/register-file'
import { keepAttached, sha256Of } from './attached'
import { backupsFolder, bytesOf, copyPath, newId } from './folder'
import { inspectCopy, stateOf } from './inspect'
import { publish, settleCopy } from './publish'

/** Throws what SQLite and the disk throw, and damaged_register: then nothing is migrated. */
export function backUpBeforeMigration(db: ReadDb, register: string, instant: number): void {
  const folder = backupsFolder(register)
  mkdirSync(folder, { recursive: true })
  const now = new Date(instant).toISOString()
  const id = newId(folder, now, 'migration')
  const part = `${copyPath(folder, id)}.part`
  removeDatabase(part)
  const state = stateOf(db)
  db.prepare('VACUUM INTO ?').run(part)
  const expected = { ...state, counts: { ...state.counts, local: settleCopy(part) } }
  const trouble = inspectCopy(part, expected, unwatched)
  // a log that was altered elsewhere is no reason to keep a register from its tables
  if (trouble !== null && trouble !== 'log') {
    removeDatabase(part)
    throw new RegistryError('damaged_register', `the copy before the migration is ${trouble}`)
  }
  const lacking = keepAttached(register, state.attachments, null, unwatched)
  publish(folder, part, {
    ...expected,
    format: 1,
    id,
    reason: 'migration',
    madeAt: now,
    register: { id: localValue(db, 'register_id'), name: localValue(db, 'register_name') },
    version: '',
    schema: db.pragma('user_version', { simple: true }) as number,
    bytes: bytesOf(part) ?? 0,
    sha256: sha256Of(part),
    lock: null,
    verifiedAt: trouble === null && lacking.length === 0 ? now : null,
    trouble: trouble ?? (lacking.length > 0 ? 'attachments' : null),
  })
}
