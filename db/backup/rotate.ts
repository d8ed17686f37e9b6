// Which backups stay. THE RULE: all of today; the newest good one of each of the last 7 days, 8 weeks (from Monday) and 12 months that have any; whatever
// stands before something risky, or was asked for by a person, for 30 days and the newest three of them for good; a bad one for 30 days.
// Days without a backup do not count, so a long holiday loses nothing; the newest good one is always among those that stay. One from a day to
// come was made before the clock was set back: it stays and takes nobody's place, until its day is over.
import { addDays } from '../model/dates/partial'
import type { BackupReason } from '../model/shapes/backup'

export const DAILY = 7
export const WEEKLY = 8
export const MONTHLY = 12
export const ASIDE_DAYS = 30
export const ASIDE_NEWEST = 3

export interface Kept {
  id: string
  /** calendar day in Asia/Ho_Chi_Minh */
  day: string
  reason: BackupReason
  good: boolean
}

/** Ids of those that stay; `all` newest first. */
export function keptBackups(all: readonly Kept[], today: string): Set<string> {
  const kept = new Set<string>()
  const good = all.filter((backup) => backup.good && backup.day <= today)
  for (const { id, day } of all) if (day > today) kept.add(id)
  for (const [most, period] of periods) {
    const seen = new Set<string>()
    for (const { id, day } of good) {
      const key = period(day)
      if (seen.has(key)) continue
      if (seen.size === most) break
      seen.add(key)
      kept.add(id)
    }
  }
  const since = addDays(today, -ASIDE_DAYS)
  const aside = good.filter(({ reason }) => reason !== 'daily')
  for (const [at, { id, day }] of aside.entries()) if (at < ASIDE_NEWEST || day > since) kept.add(id)
  for (const { id, day, good: fine } of all) if ((day === today || !fine) && day > since) kept.add(id)
  return kept
}

const periods: readonly [number, (day: string) => string][] = [
  [DAILY, (day) => day],
  [WEEKLY, mondayOf],
  [MONTHLY, (day) => day.slice(0, 7)],
]

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
