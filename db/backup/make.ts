// Makes one backup while writing goes on: SQLite's backup API inside one read transaction of its own connection (a writer neither waits nor
// makes it begin again), read through ON THE COPY, flushed, renamed, and only then named by a manifest. After it the old ones are rotated.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import type { Job } from '../jobs/job'
import type { BackupReason } from '../model/shapes/backup'
import type { ReadDb } from '../store/database'
import { localValue } from '../store/local'
import { removeDatabase } from '../store/register-file'
import { keepAttached, sha256Of } from './attached'
import { backupsFolder, bytesOf, copyPath, dropParts, newId, type Manifest } from './folder'
import { inspectCopy, stateOf, type State } from './inspect'
import type { Key } from './lock'
import { lockPart, publish, settleCopy } from './publish'
import { lockAll } from './lock-all'
import { bringToSecond } from './second'
import { sweep } from './sweep'

export interface MakeJob {
  register: string
  reason: BackupReason
  now: string
  version: string
  /** null: without a passphrase */
  key: Key | null
}

const PAGES_A_STEP = 500

export async function makeBackup(input: MakeJob, job: Job): Promise<Manifest> {
  const folder = backupsFolder(input.register)
  mkdirSync(folder, { recursive: true })
  dropParts(folder)
  const id = newId(folder, input.now, input.reason)
  const part = `${copyPath(folder, id)}.part`
  try {
    const taken = await takeCopy(input.register, part, job)
    const lock = input.key?.lock ?? null
    const lacking = keepAttached(input.register, taken.state.attachments, input.key, job)
    const trouble = inspectCopy(part, taken.state, job)
    if (input.key !== null) lockPart(part, input.key)
    const manifest: Manifest = {
      format: 1,
      id,
      reason: input.reason,
      madeAt: input.now,
      register: taken.register,
      version: input.version,
      schema: taken.schema,
      bytes: bytesOf(part) ?? 0,
      sha256: sha256Of(part),
      lock,
      ...taken.state,
      verifiedAt: trouble === null && lacking.length === 0 ? input.now : null,
      trouble: trouble ?? (lacking.length > 0 ? 'attachments' : null),
    }
    publish(folder, part, manifest)
    sweep(folder, input.now)
    // one that was made before a migration, or by a person without the passphrase, has none yet
    if (input.key !== null) lockAll({ register: input.register, key: input.key, now: input.now }, job)
    else bringToSecond(input.register, input.now, job)
    return manifest
  } catch (error) {
    removeDatabase(part)
    throw error
  }
}

interface Taken {
  state: State
  register: { id: string; name: string }
  schema: number
}

async function takeCopy(register: string, part: string, job: Job): Promise<Taken> {
  removeDatabase(part)
  const source = new Database(register, { readonly: true, fileMustExist: true }) as ReadDb
  try {
    source.exec('BEGIN')
    const state = stateOf(source)
    const about = {
      state,
      register: { id: localValue(source, 'register_id'), name: localValue(source, 'register_name') },
      schema: source.pragma('user_version', { simple: true }) as number,
    }
    await source.backup(part, {
      progress({ totalPages, remainingPages }) {
        job.check()
        job.progress(totalPages - remainingPages, totalPages * 2)
        return PAGES_A_STEP
      },
    })
    source.exec('COMMIT')
    // the marks of a copy are its own
    return { ...about, state: { ...state, counts: { ...state.counts, local: settleCopy(part) } } }
  } finally {
    source.close()
  }
}
