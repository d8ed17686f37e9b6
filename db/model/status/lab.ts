// A laboratory's status in a list: the best of the accreditations that cover it on the day, plus a mark when another has expired.
import { addDays } from '../dates/partial'
import { FIRST_DAY, LAST_DAY, type SpanStatus } from './spans'

/** From best to worst. “Chưa rõ” stands above expired: it may be valid, an expired one is known not to be. */
const rank: Record<SpanStatus, number> = {
  valid: 6,
  partly_suspended: 5,
  suspended: 4,
  unknown: 3,
  expired: 2,
  withdrawn: 1,
  not_accredited: 0,
}

export interface CoveredSpan {
  accreditation: number
  from: string
  to: string
  status: SpanStatus
  /** last possible day of validity, null unknown */
  expiry: string | null
  expiryFirst: string | null
}

export interface LabSpan {
  from: string
  to: string
  status: SpanStatus
  /** null: no accreditation covers the laboratory */
  accreditation: number | null
  expiry: string | null
  expiryFirst: string | null
  hasExpired: boolean
}

const better = (a: CoveredSpan, b: CoveredSpan): CoveredSpan => {
  if (rank[a.status] !== rank[b.status]) return rank[a.status] > rank[b.status] ? a : b
  if ((a.expiry ?? '') !== (b.expiry ?? '')) return (a.expiry ?? '') > (b.expiry ?? '') ? a : b
  return a.accreditation <= b.accreditation ? a : b
}

/** Consecutive spans from FIRST_DAY to LAST_DAY. A laboratory that nothing covers is `unknown` with accreditation null. */
export function labSpans(covered: readonly CoveredSpan[]): LabSpan[] {
  const starts = new Set([FIRST_DAY])
  for (const span of covered) {
    starts.add(span.from)
    if (span.to < LAST_DAY) starts.add(addDays(span.to, 1))
  }
  const spans: LabSpan[] = []
  for (const from of [...starts].sort()) {
    const now = covered.filter((span) => span.from <= from && from <= span.to)
    const best = now.length ? now.reduce(better) : null
    const next: LabSpan = {
      from,
      to: LAST_DAY,
      status: best?.status ?? 'unknown',
      accreditation: best?.accreditation ?? null,
      expiry: best?.expiry ?? null,
      expiryFirst: best?.expiryFirst ?? null,
      hasExpired: now.some((span) => span.status === 'expired' && span !== best),
    }
    const last = spans.at(-1)
    if (last) last.to = addDays(from, -1)
    if (last && sameSpan(last, next)) last.to = LAST_DAY
    else spans.push(next)
  }
  return spans
}

const sameSpan = (a: LabSpan, b: LabSpan): boolean =>
  a.status === b.status &&
  a.accreditation === b.accreditation &&
  a.expiry === b.expiry &&
  a.expiryFirst === b.expiryFirst &&
  a.hasExpired === b.hasExpired
