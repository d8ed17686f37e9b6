// “Theo sổ lúc đó”: the register as its log stood after an earlier set, made as a file of its own beside this machine's profile.
// The file is a whole register without a future: log, tables and derived data, so every read runs on it unchanged; nobody writes to it.
import Database from 'better-sqlite3'
import { renameSync } from 'node:fs'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { RecordedMoment } from '../model/recorded'
import { prepare, type ReadDb, type WriteDb } from './database'
import { rulesVersion } from './derive'
import { beginFilling } from './filling'
import { CACHE_KB, scratchRegister } from './open'
import { removeDatabase } from './register-file'
import { replay } from './replay'
import { changesAround, rewind } from './rewind'

export interface RecordedJob {
  /** file of the living register */
  register: string
  /** commit_seq of the last set to count */
  seq: number
  /** the file to make */
  target: string
}

const LAST_BEFORE = `
  SELECT commit_seq AS seq, committed_at AS committedAt, actor, reason FROM change_set WHERE committed_at <= ? ORDER BY commit_seq DESC LIMIT 1`

/** The last set at or before the instant (ISO 8601 UTC). Null: the register did not exist yet. */
export function momentAt(db: ReadDb, instant: string): RecordedMoment | null {
  return prepare<[string], RecordedMoment>(db, LAST_BEFORE).get(instant) ?? null
}

/** Name of the file for that state: the same log and the same rules give the same one. Throws not_found. */
export function recordedName(db: ReadDb, seq: number): string {
  const row = prepare<[number], { hash: string }>(db, 'SELECT hash FROM change_set WHERE commit_seq = ?').get(seq)
  if (!row) throw new RegistryError('not_found', `set ${seq}`)
  return `${row.hash.slice(0, 32)}-${seq}-${rulesVersion}.scn`
}

/** Makes the file: beside first, then renamed, so that a half state is never read. By the shorter way: the log from its beginning, or back from now. */
export async function makeRecorded({ register, seq, target }: RecordedJob, job: Job): Promise<number> {
  const part = `${target}.part`
  removeDatabase(part)
  const from = new Database(register, { readonly: true }) as ReadDb
  try {
    const { earlier, later } = changesAround(from, seq)
    const into = later < earlier ? await copied(from, part, job) : scratchRegister(part)
    try {
      // thrown away when anything goes wrong: nothing of it need survive a failure
      into.pragma('journal_mode = MEMORY')
      into.pragma('synchronous = OFF')
      into.pragma(`cache_size = -${CACHE_KB}`)
      if (later < earlier) goBack(into, seq, job)
      else fillAnew(from, into, seq, job)
    } finally {
      into.close()
    }
    renameSync(part, target)
  } catch (error) {
    removeDatabase(part)
    throw error
  } finally {
    from.close()
  }
  return seq
}

const PAGES_A_STEP = 500

async function copied(from: ReadDb, part: string, job: Job): Promise<WriteDb> {
  await from.backup(part, {
    progress({ totalPages, remainingPages }) {
      job.check()
      job.progress(totalPages - remainingPages, totalPages)
      return PAGES_A_STEP
    },
  })
  const copy = new Database(part) as WriteDb
  copy.pragma('journal_mode = DELETE')
  return copy
}

/** Secrets and what was written later are not only out of the tables but out of the file. */
function goBack(into: WriteDb, seq: number, job: Job): void {
  into.pragma('secure_delete = ON')
  into.exec('DELETE FROM account_secret')
  rewind(into, seq, job)
}

function fillAnew(from: ReadDb, into: WriteDb, seq: number, job: Job): void {
  const finish = beginFilling(into)
  replay(from, into, { upTo: seq, job, derived: false })
  into.prepare('ATTACH ? AS living').run(from.name)
  into.transaction(() => {
    into.prepare('INSERT INTO change_set SELECT * FROM living.change_set WHERE commit_seq <= ?').run(seq)
    into.prepare('INSERT INTO change SELECT * FROM living.change WHERE commit_seq <= ?').run(seq)
    into.exec('INSERT OR REPLACE INTO local SELECT * FROM living.local')
  })()
  into.exec('DETACH living')
  finish()
}
