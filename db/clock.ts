// The registry's clock: the machine's own, or one that stays on a given day (`--today`, for tests, drills and reproducible exports).
export interface Clock {
  /** milliseconds since 1970-01-01T00:00Z */
  now(): number
}

const NOON = 'T12:00:00+07:00'
const LAST_OF_DAY = 'T23:59:59.999+07:00'

/** Without a day the machine's clock. With one (`yyyy-MM-dd`, Asia/Ho_Chi_Minh) it starts at noon that day, runs on and never leaves the day. */
export function clockOn(day?: string): Clock {
  if (day === undefined) return { now: () => Date.now() }
  const start = Date.parse(day + NOON) - performance.now()
  const end = Date.parse(day + LAST_OF_DAY)
  return { now: () => Math.min(Math.floor(start + performance.now()), end) }
}
