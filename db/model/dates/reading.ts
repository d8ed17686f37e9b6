// A typed date as the calls answer it: how it was read, how exact it is and which days it may mean.
import { firstDay, lastDay, parseDate, precision, type DateProblem, type Precision } from './partial'

export type DateReading =
  | {
      ok: true
      /** reduced ISO text: `2026-11-25`, `2026-11`, `2026`; `none` stated unlimited */
      iso: string
      printed: string | null
      precision: Precision
      /** first and last possible day; null for `none` */
      first: string | null
      last: string | null
      understood: string
    }
  | { ok: false; problem: DateProblem }

export function readingOf(text: string): DateReading {
  const read = parseDate(text)
  if (!read.ok) return read
  const { iso, printed } = read.value
  const unlimited = iso === 'none'
  return {
    ok: true,
    iso,
    printed: printed ?? null,
    precision: precision(iso),
    first: unlimited ? null : firstDay(iso),
    last: unlimited ? null : lastDay(iso),
    understood: read.understood,
  }
}
