// Chance that repeats: everything in a sample comes from one seeded stream, so the same seed and day give the same register.

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** whole number from `low` to `high`, both included */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** a new list in random order */
  shuffle<T>(items: readonly T[]): T[]
}

/** mulberry32: 32 bits of state, good enough for practice data and bench. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (items) => items[int(0, items.length - 1)]!,
    shuffle(items) {
      const mixed = [...items]
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = int(0, at)
        ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
      }
      return mixed
    },
  }
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

/** Ids in the layout of UUID version 7 whose time part counts up by one from `startMs`: they sort in the order of creation. */
export function seededIds(random: Random, startMs: number): () => string {
  let made = 0
  return () => {
    const time = hex(startMs + made, 12)
    made += 1
    const tail = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6)
    return [
      time.slice(0, 8),
      time.slice(8),
      `7${hex(random.int(0, 0xfff), 3)}`,
      hex(random.int(0x8000, 0xbfff), 4),
      tail,
    ].join('-')
  }
}

/** FNV-1a, to give the same test the same method in every laboratory. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
