// “Theo sổ lúc đó”: the register as its log stood after an earlier set, replayed into a file of its own beside this machine's profile.
// The file is a whole register without a future: log, tables and derived data, so every read runs on it unchanged; nobody writes to it.
import Database from 'better-sqlite3'
import { rmSync, renameSync } from 'node:fs'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { RecordedMoment } from '../model/recorded'
import { prepare, type ReadDb } from './database'
import { rulesVersion } from './derive'
import { scratchRegister } from './open'
import { replay } from './replay'

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

/** Makes the file: beside first, then renamed, so that a half replay is never read. */
export function replayRecorded({ register, seq, target }: RecordedJob, job: Job): number {
  const part = `${target}.part`
  rmSync(part, { force: true })
  const from = new Database(register, { readonly: true }) as ReadDb
  const into = scratchRegister(part)
  try {
    into.pragma('synchronous = OFF')
    into.pragma('journal_mode = MEMORY')
    replay(from, into, { upTo: seq, job })
    into.prepare('ATTACH ? AS living').run(register)
    into.transaction(() => {
      into.prepare('INSERT INTO change_set SELECT * FROM living.change_set WHERE commit_seq <= ?').run(seq)
      into.prepare('INSERT INTO change SELECT * FROM living.change WHERE commit_seq <= ?').run(seq)
      into.exec('INSERT OR REPLACE INTO local SELECT * FROM living.local')
    })()
    into.exec('DETACH living')
    into.close()
    from.close()
    renameSync(part, target)
  } catch (error) {
    into.close()
    from.close()
    rmSync(part, { force: true })
    throw error
  }
  return seq
}
