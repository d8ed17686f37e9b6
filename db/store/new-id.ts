// Random bytes and ids of new records. Random bytes are drawn for many at once: asked for one by one they cost more than writing the row.
import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const BYTES = 16
const pool = new Uint8Array(BYTES * 1024)
let at = pool.length

/** Sixteen random bytes, given out once. */
export function randomBytes(): Uint8Array {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  return pool.slice(at, (at += BYTES))
}

let msecs = -Infinity
let seq = 0

/** A new UUIDv7, greater than every one before it in this process (RFC 9562, 6.2, method 1). */
export function newId(): string {
  const random = randomBytes()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    seq = ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!
  } else {
    seq = (seq + 1) | 0
    if (seq === 0) msecs += 1
  }
  return uuidv7({ random, msecs, seq })
}
