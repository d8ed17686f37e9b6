// Law: replaying a log into an empty register gives the living tables. Also the means of as-of views and recovery.
import { unwatched, type Job } from '../jobs/job'
import type { EntityName } from '../model/entities'
import { prepare, type ReadDb, type WriteDb } from './database'
import { deriveAll } from './derive'
import { ridFinder } from './columns'
import { loggedValue } from './logged'
import { idOf } from './record-key'
import { insertRow, updateRow } from './rows'

interface LoggedChange {
  record: string
  entity: EntityName
  field: string | null
  value: string | null
}

const CHANGES = `SELECT ${idOf('record')} AS record, entity, field, value FROM change WHERE commit_seq <= ? ORDER BY commit_seq, rid`

export interface ReplayOptions {
  /** commit_seq of the last set to count; everything when left out */
  upTo?: number
  job?: Job
  /** false: only the logged fields are wanted */
  derived?: boolean
}

const REPORT_EVERY = 5_000

/** Fills the empty register `into` with the state after `upTo`. The log itself is not copied. */
export function replay(
  from: ReadDb,
  into: WriteDb,
  { upTo = Number.MAX_SAFE_INTEGER, job = unwatched, derived = true }: ReplayOptions = {},
): void {
  const total = prepare<[number], { n: number }>(from, 'SELECT count(*) AS n FROM change WHERE commit_seq <= ?').get(
    upTo,
  )!.n
  let done = 0
  into
    .transaction(() => {
      into.pragma('defer_foreign_keys = ON')
      const { find } = ridFinder(into)
      for (const change of prepare<[number], LoggedChange>(from, CHANGES).iterate(upTo)) {
        const value = loggedValue(change)
        const { entity, record: id, field } = change
        if (field === null) insertRow(into, { entity, id, fields: value as Record<string, unknown> }, find)
        else updateRow(into, { entity, id, field, value }, find)
        done += 1
        if (done % REPORT_EVERY !== 0) continue
        job.check()
        job.progress(done, total + 1)
      }
      if (derived) deriveAll(into)
    })
    .immediate()
}
