// “Kiểm tra nhật ký”: recomputes every chain, then replays the log into an empty register and compares it with the living tables, record by
// record. What does not fit was altered by something else than this program, and is named.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Job } from '../jobs/job'
import type { LogCheck, Misfit } from '../model/shapes/backup'
import type { ReadDb } from '../store/database'
import { labelOf } from '../store/history'
import { fingerprint } from '../store/log'
import { scratchRegister } from '../store/open'
import { labOf } from '../store/record-lab'
import { replay } from '../store/replay'
import { checkChains } from './chains'
import { differingRecords, type Differing } from './differing'
import { backupsFolder } from './folder'
import { inScratch } from './scratch'

export interface CheckLogJob {
  register: string
  /** where the scratch copy goes; null: beside the other backups */
  scratch: string | null
  now: string
}

const MOST_NAMED = 100

export function checkLog({ register, scratch, now }: CheckLogJob, job: Job): Promise<LogCheck> {
  return inScratch(scratch ?? backupsFolder(register), (folder) => {
    const living = new Database(register, { readonly: true }) as ReadDb
    const copy = join(folder, 'replayed.scn')
    try {
      living.exec('BEGIN') // one moment of the register, whatever is written meanwhile
      const chains = checkChains(living, job)
      const misfits = compareWithLog(living, copy, job)
      return {
        at: now,
        fingerprint: fingerprint(living),
        ...chains,
        redactions: chains.redactions.slice(0, MOST_NAMED),
        altered: chains.altered.slice(0, MOST_NAMED),
        misfits: misfits.slice(0, MOST_NAMED),
        moreMisfits: Math.max(0, misfits.length - MOST_NAMED),
      }
    } finally {
      living.close()
    }
  })
}

function compareWithLog(living: ReadDb, copy: string, job: Job): Misfit[] {
  const replayed = scratchRegister(copy)
  try {
    replayed.pragma('synchronous = OFF')
    replayed.pragma('journal_mode = MEMORY')
    replay(living, replayed, { job, derived: false })
    const found: Misfit[] = []
    for (const record of differingRecords(living, replayed, job))
      found.push(misfitOf(record, record.a === null ? replayed : living))
    return found
  } finally {
    replayed.close()
  }
}

/** `a` is the living table, `b` what the log says. */
function misfitOf({ entity, id, a, b }: Differing, db: ReadDb): Misfit {
  const lab = labOf(db, entity, id)
  const fields = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])]
    .map((field) => ({ field, stored: a?.[field] ?? null, logged: b?.[field] ?? null }))
    .filter(({ stored, logged }) => JSON.stringify(stored) !== JSON.stringify(logged))
  return {
    entity,
    id,
    what: a === null ? 'missing' : b === null ? 'extra' : 'changed',
    label: labelOf(db, entity, id),
    lab: lab === null ? null : { id: lab, name: labelOf(db, 'laboratory', lab) },
    fields,
  }
}
