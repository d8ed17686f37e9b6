// Which backups stay: 7 days, 8 weeks, 12 months, and what stands before something risky.
import { describe, expect, it } from 'vitest'
import { keptBackups, type Kept } from '../../db/backup/rotate'
import { addDays } from '../../db/model/dates/partial'

const daily = (day: string, more: Partial<Kept> = {}): Kept => ({ id: day, day, reason: 'daily', good: true, ...more })
/** One good backup a day, newest first. */
const everyDay = (last: string, days: number): Kept[] =>
  Array.from({ length: days }, (_, back) => daily(addDays(last, -back)))
const kept = (all: Kept[], today = all[0]!.day): string[] => [...keptBackups(all, today)].sort().reverse()

describe('rotation of backups', () => {
  it('keeps the last 7 days, the newest of 8 weeks from Monday, the newest of 12 months', () => {
    const stay = kept(everyDay('2026-11-26', 500))
    expect(stay.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6].map((back) => addDays('2026-11-26', -back)))
    // Sundays end the weeks; the week of the 16th is among the seven days already
    for (const sunday of [
      '2026-11-22',
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
    ])
      expect(stay).toContain(sunday)
    expect(stay).not.toContain('2026-10-04')
    for (const month of ['2026-10-31', '2026-09-30', '2026-02-28', '2025-12-31']) expect(stay).toContain(month)
    expect(stay).not.toContain('2025-11-30')
    expect(stay).toHaveLength(7 + 6 + 11)
  })

  it('holds over the edge of a year: the last day of December stands for its month and its week begins in December', () => {
    const stay = kept(everyDay('2027-01-03', 40))
    expect(stay).toContain('2026-12-31')
    expect(stay).toContain('2026-12-27')
    expect(stay).toContain('2026-11-30')
  })

  it('holds over the end of February in a leap year', () => {
    expect(kept(everyDay('2028-03-20', 60))).toContain('2028-02-29')
  })

  it('counts days that have one: after a long holiday nothing is lost', () => {
    expect(kept(everyDay('2026-05-01', 7), '2026-11-26')).toEqual(everyDay('2026-05-01', 7).map(({ id }) => id))
  })

  it('goes on beside backups from days to come, made before the clock was set back: none of either goes for the other', () => {
    const ahead = everyDay('2026-11-26', 300)
    const since = everyDay('2025-11-26', 3)
    const stay = kept([...ahead, ...since], '2025-11-26')
    for (const { id } of [...ahead, ...since]) expect(stay).toContain(id)
  })

  it('keeps all of today, and of a day that has passed the newest', () => {
    const all = [daily('2026-11-26', { id: 'b' }), daily('2026-11-26', { id: 'a' })]
    expect(kept(all)).toEqual(['b', 'a'])
    expect(kept(all, '2026-11-27')).toEqual(['b'])
  })

  it('keeps what stands before something risky for 30 days, and the newest three for good', () => {
    const before = ['2026-11-25', '2026-10-28', '2026-10-27', '2026-10-26', '2026-01-02'].map((day) =>
      daily(day, { id: `import ${day}`, reason: 'import' }),
    )
    const all = [...everyDay('2026-11-26', 60), ...before].sort((a, b) => (a.day < b.day ? 1 : -1))
    const stay = keptBackups(all, '2026-11-26')
    // the last one stands alone for its month
    expect(before.map(({ id }) => stay.has(id))).toEqual([true, true, true, false, true])
  })

  it('never drops the only good one, however old and however many bad ones came after', () => {
    const bad = everyDay('2026-11-26', 500).map((each) => ({ ...each, good: false }))
    const stay = kept([...bad, daily('2020-01-01')])
    expect(stay).toContain('2020-01-01')
    expect(stay).toContain('2026-10-28')
    expect(stay).not.toContain('2026-10-26')
  })
})
