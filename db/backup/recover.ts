// Makes a whole register out of the newest good backup and what can still be read of the damaged file's log: every set that the backup does
// not hold and that verifies is entered unchanged under its own chain and put into the tables. Without a backup the log alone is read.
import Database from 'better-sqlite3'
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { unwatched, type Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { RecoveryReport } from '../model/shapes/backup'
import { prepare, type WriteDb } from '../store/database'
import { deriveAll } from '../store/derive'
import { setLocal, type LocalKey } from '../store/local'
import { scratchRegister } from '../store/open'
import { removeDatabase, syncPath } from '../store/register-file'
import { applyMarks } from '../store/redact'
import { checkChains } from './chains'
import { enterSet } from './enter'
import { backupsFolder, manifestOf } from './folder'
import { restoringPath } from './restore'
import { salvage, type Salvaged, type SalvagedSet } from './salvage'
import { inScratch, putBack, type Stored } from './scratch'

export interface RecoverJob {
  register: string
  /** the backup to begin with; null: there is none */
  backup: Stored | null
  now: string
}

export type Recovered = Omit<RecoveryReport, 'kept'> & { ready: string }

export function recoverRegister({ register, backup, now }: RecoverJob, job: Job): Promise<Recovered> {
  return inScratch(backupsFolder(register), (scratch) => {
    const ready = restoringPath(register)
    removeDatabase(ready)
    const manifest = backup === null ? null : manifestOf(backup.folder, backup.id)
    if (manifest !== null) putBack(backup!, manifest, ready)
    const into = manifest === null ? scratchRegister(ready) : (new Database(ready) as WriteDb)
    try {
      into.pragma('foreign_keys = ON')
      const known = new Set(into.prepare<[], string>('SELECT id FROM change_set').pluck().all())
      const read = salvage(
        {
          damaged: register,
          copy: join(scratch, 'damaged.scn'),
          donor: manifest === null ? null : ready,
          known,
          knownTo: manifest?.seq ?? 0,
        },
        job,
      )
      if (manifest === null) begin(into, read, { register, now })
      const unplaced = enter(into, read.sets, job)
      assertWhole(into)
      const returned = read.sets.filter(({ set }) => !unplaced.includes(set.commitSeq))
      const report = reportOf(into, { read, returned, unplaced })
      into.close()
      syncPath(ready)
      const from = manifest === null ? null : { id: manifest.id, madeAt: manifest.madeAt, seq: manifest.seq }
      return { at: now, file: basename(register), backup: from, ...report, ready }
    } catch (error) {
      into.close()
      removeDatabase(ready)
      throw error
    }
  })
}

const carried: readonly LocalKey[] = ['register_id', 'register_name', 'register_kind', 'created_at']

/** The marks that any register has; those of the damaged file where they can be read. Throws damaged_register: nothing is left of it. */
function begin(into: WriteDb, read: Salvaged, { register, now }: { register: string; now: string }): void {
  if (read.sets.length === 0) throw new RegistryError('damaged_register', 'neither a backup nor a readable change set')
  const fallback: Partial<Record<LocalKey, string>> = {
    register_id: uuidv7(),
    register_name: basename(register).replace(/\.scn$/i, ''),
    register_kind: 'empty',
    created_at: now,
  }
  for (const key of carried) setLocal(into, key, read.local.get(key) ?? fallback[key]!)
  setLocal(into, 'replica', uuidv7())
  setLocal(into, 'home', 'recovered')
  setLocal(into, 'clean_close', '1')
}

/** Enters the sets in their order; returns the numbers of those that stand on something that is lost. */
function enter(into: WriteDb, sets: readonly SalvagedSet[], job: Job): number[] {
  const unplaced: number[] = []
  into
    .transaction(() => {
      into.pragma('defer_foreign_keys = ON')
      for (const [at, salvaged] of sets.entries()) {
        job.check()
        job.progress(at, sets.length + 1)
        try {
          into.transaction(() => enterSet(into, salvaged.set, salvaged.changes))()
        } catch (error) {
          if (
            !(error instanceof RegistryError) &&
            !(error instanceof Database.SqliteError) &&
            !(error instanceof TypeError)
          )
            throw error
          unplaced.push(salvaged.set.commitSeq)
        }
      }
      if (sets.length === 0) return
      const newest = prepare<[], { hash: string }>(into, 'SELECT hash FROM change_set ORDER BY commit_seq DESC LIMIT 1')
      setLocal(into, 'old_head', newest.get()!.hash)
      // an older backup still has what was taken out since
      applyMarks(into)
      deriveAll(into)
    })
    .immediate()
  return unplaced
}

/** What goes into the register's place is as whole as any backup. */
function assertWhole(db: WriteDb): void {
  const sound =
    db.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
    (db.pragma('foreign_key_check') as unknown[]).length === 0 &&
    checkChains(db, unwatched).altered.length === 0
  if (!sound) throw new RegistryError('damaged_register', 'what was recovered does not hold together')
}

interface Outcome {
  read: Salvaged
  returned: readonly SalvagedSet[]
  unplaced: number[]
}

function reportOf(db: WriteDb, { read, returned, unplaced }: Outcome) {
  const living = (table: string): number =>
    prepare<[], { n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE trashed_at IS NULL`).get()!.n
  return {
    returned: returned.length,
    firstReturned: returned[0]?.set.recordedAt ?? null,
    lastReturned: returned.at(-1)?.set.recordedAt ?? null,
    missing: ranges(read.missing),
    endKnown: read.endKnown,
    unplaced,
    labs: living('laboratory'),
    accreditations: living('accreditation'),
    decisions: living('decision'),
  }
}

/** 4, 5, 6, 9 → 4–6, 9–9 */
export function ranges(numbers: readonly number[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = all.at(-1)
    if (last !== undefined && last.to === number - 1) last.to = number
    else all.push({ from: number, to: number })
  }
  return all
}
