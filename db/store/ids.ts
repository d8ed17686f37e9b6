// Ids of new records and sets: UUIDv7, each greater than the one before, also within a millisecond (of two that begin on one day the greater
// holds). Chance is fetched for a thousand at once: fetched one by one it takes as long as writing the row that gets the id.
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const BYTES = 16
const pool = new Uint8Array(BYTES * 1024)
let used = pool.length

/** Sixteen bytes of chance that nobody else gets. */
export function freshBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool.slice(used, (used += BYTES))
}

const last = { msecs: 0, seq: 0 }
const LARGEST = 2 ** 32 - 1

export function newId(): string {
  const random = freshBytes()
  const now = Date.now()
  if (now > last.msecs) {
    last.msecs = now
    // half of the numbers, so that as many are left to count on
    last.seq = new DataView(random.buffer).getUint32(0) >>> 1
  } else if (last.seq < LARGEST) last.seq += 1
  else {
    last.msecs += 1
    last.seq = 0
  }
  return v7({ random, ...last })
}
