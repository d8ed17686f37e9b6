// What a restore would change, in numbers and names: records made, changed and removed since the backup, and the change sets they came in.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Job } from '../jobs/job'
import type { BackupDifference, DifferenceCount } from '../model/shapes/backup'
import type { ReadDb } from '../store/database'
import { labelOf } from '../store/history'
import { labOf } from '../store/record-lab'
import { differingRecords, type Differing } from './differing'
import { manifestOf } from './folder'
import { inScratch, putBack, type Stored } from './scratch'

export type CompareJob = Stored & { register: string }

export type Difference = Omit<BackupDifference, 'backup'>
type What = 'added' | 'changed' | 'removed'

const MOST_LABS = 50

export function compareBackup({ register, ...stored }: CompareJob, job: Job): Promise<Difference> {
  const manifest = manifestOf(stored.folder, stored.id)
  return inScratch(stored.scratch, (scratch) => {
    const copy = join(scratch, 'backup.scn')
    putBack(stored, manifest, copy)
    const counts = new Map<string, DifferenceCount>()
    const labs = new Map<string, { id: string; name: string; what: What }>()
    const [now, then] = [register, copy].map((file) => new Database(file, { readonly: true }) as ReadDb)
    try {
      for (const record of differingRecords(now!, then!, job)) {
        const what = whatOf(record)
        const count = counts.get(record.entity) ?? { entity: record.entity, added: 0, changed: 0, removed: 0 }
        counts.set(record.entity, { ...count, [what]: count[what] + 1 })
        noteLab(labs, { record, what, db: record.a === null ? then! : now! })
      }
      return {
        ...setsSince(now!, then!),
        counts: [...counts.values()],
        labs: [...labs.values()].slice(0, MOST_LABS),
        moreLabs: Math.max(0, labs.size - MOST_LABS),
      }
    } finally {
      now!.close()
      then!.close()
    }
  })
}

/** `a` is now, `b` the backup. What lies in the trash counts as removed. */
function whatOf({ a, b }: Differing): What {
  const lives = (record: Record<string, unknown> | null): boolean =>
    record !== null && (record['trashedAt'] ?? null) === null
  if (lives(a) === lives(b)) return 'changed'
  return lives(a) ? 'added' : 'removed'
}

function noteLab(
  labs: Map<string, { id: string; name: string; what: What }>,
  { record, what, db }: { record: Differing; what: What; db: ReadDb },
): void {
  const id = labOf(db, record.entity, record.id)
  if (id === null) return
  const own = record.entity === 'laboratory'
  if (labs.has(id) && !own) return
  labs.set(id, { id, name: labelOf(db, 'laboratory', id), what: own ? what : 'changed' })
}

const SETS = 'SELECT id, actor, recorded_at AS at FROM change_set ORDER BY commit_seq'

function setsSince(now: ReadDb, then: ReadDb): Pick<Difference, 'sets' | 'first' | 'last' | 'actors'> {
  const known = new Set(then.prepare<[], string>('SELECT id FROM change_set').pluck().all())
  const since = now
    .prepare<[], { id: string; actor: string; at: string }>(SETS)
    .all()
    .filter(({ id }) => !known.has(id))
  return {
    sets: since.length,
    first: since[0]?.at ?? null,
    last: since.at(-1)?.at ?? null,
    actors: [...new Set(since.map(({ actor }) => actor))],
  }
}
