// The practice register: complete, clearly fictional laboratories whose statuses on one day are known exactly. Used by people to practise,
// by tests and by bench at any size. Equal {labs, seed, day} give equal records, ids included.
import type { WriteDb } from '../../store/database'
import { writeSet } from '../../store/write'
import { readUnits } from '../reference'
import { makeDesk } from './desk'
import type { LineCount } from './history'
import { writeLaboratory, type Made } from './laboratory'
import { seededIds, seededRandom } from './random'
import { BLOCK, blockOf } from './slots'

export interface SampleOptions {
  labs: number
  seed: number
  /** the day on which the promised statuses hold; the withdrawn editions need one after 01/06/2021 */
  day: string
  /** instant of recording */
  now: string
  actor: string
  /** scope lines of a whole annex, as many as a middling real one has unless told */
  lines?: LineCount
}

const LINES: LineCount = { low: 34, high: 46 }

/** Writes `labs` laboratories, one set for each block of 32 so that memory stays flat, giving way to other work between sets. Needs the reference data. */
export async function generateSample(
  db: WriteDb,
  options: SampleOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { labs, seed, day, now, actor, lines = LINES } = options
  const random = seededRandom(seed)
  const nextId = seededIds(random, Date.parse(`${day}T00:00:00Z`))
  const desk = makeDesk({ random, nextId, day, lines, units: readUnits() })
  for (let done = 0; done < labs;) {
    const block = blockOf(random, Math.min(BLOCK, labs - done))
    const reason = `Tạo phòng mẫu ${done + 1}–${done + block.length} (hư cấu)`
    writeSet(db, { actor, now, kind: 'import', reason }, (tx) => {
      desk.use(tx)
      let before: Made | null = null
      for (const [at, slot] of block.entries())
        before = writeLaboratory(desk, slot, done + at + 1, slot.sharesCode ? before : null)
    })
    done += block.length
    onProgress?.(done, labs)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
