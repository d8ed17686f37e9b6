// The registry's clock: a fixed day stays that day.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clockOn } from '../db/clock'
import { dayInVietnam } from '../db/model/dates/partial'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z'), toFake: ['Date', 'performance'] }))
afterEach(() => void vi.useRealTimers())

it('is the machine’s without a fixed day', () => {
  expect(new Date(clockOn().now()).toISOString()).toBe('2030-01-01T00:00:00.000Z')
})

it('starts at noon in Vietnam on the fixed day and runs on', () => {
  const clock = clockOn('2026-11-23')
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T05:00:00.000Z')
  vi.advanceTimersByTime(90_000)
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T05:01:30.000Z')
})

it('never leaves the fixed day, however long it runs', () => {
  const clock = clockOn('2026-11-23')
  vi.advanceTimersByTime(5 * 86_400_000)
  expect(dayInVietnam(clock.now())).toBe('2026-11-23')
})
