// Status from acts: the one place that knows how decisions make an accreditation valid, suspended, expired…
// `evaluate` answers for one day; `statusSpans` cuts time at every day on which the answer can change. Nothing here reads a clock.
import type { actKinds } from '../vocabulary'
import { addDays, daysBetween, firstDay, lastDay } from '../dates/partial'

export const FIRST_DAY = '0000-01-01'
export const LAST_DAY = '9999-12-31'

/** Statuses as stored in spans; `expiring` is never stored, it is arithmetic on the day asked. */
export const spanStatuses = [
  'valid',
  'partly_suspended',
  'suspended',
  'expired',
  'withdrawn',
  'not_accredited',
  'unknown',
] as const
export type SpanStatus = (typeof spanStatuses)[number]
export const statuses = [
  'valid',
  'expiring',
  'expired',
  'suspended',
  'partly_suspended',
  'withdrawn',
  'not_accredited',
  'unknown',
] as const
export type Status = (typeof statuses)[number]

/** Days before the end from which an accreditation is “sắp hết hạn”, and the ladder inside (AOSC: contact at 90, assessment by 60). */
export const EXPIRING_WITHIN = 180
export const expiryWindows = [30, 60, 90, 180] as const
/** What ends within so many days is work to do now: an accreditor is asked for a renewal about three months ahead. */
export const TASK_WINDOW = 90
export type ExpiryWindow = (typeof expiryWindows)[number]

export interface Act {
  id: string
  kind: (typeof actKinds)[number]
  /** reduced ISO date; null: not known, then the signing date of the decision counts */
  effective: string | null
  signed: string | null
  /** end of validity, inclusive, or of the suspension; 'none': stated unlimited; null: not known */
  expiry: string | null
  /** covers named lines only */
  partial: boolean
  /** the act that this one ends */
  ends: string | null
  /** tie-break among acts of one day: order in which the register lists them */
  order: number
}

export type ReasonCode =
  | 'valid'
  | 'unlimited'
  | 'expired'
  | 'withdrawn'
  | 'suspended'
  | 'partly_suspended'
  | 'before_first_grant'
  | 'before_first_record'
  | 'no_decision'
  | 'no_basis'
  | 'no_expiry'

export interface Answer {
  status: SpanStatus
  reason: ReasonCode
  /** reduced ISO end of validity; null: not known or not applicable */
  expiry: string | null
  /** false inside the span that an imprecise date leaves open: a checker must answer “chưa đủ dữ liệu” */
  certain: boolean
  /** acts in force that make it so, in order */
  acts: string[]
}

export interface Span extends Answer {
  from: string
  to: string
}

/** Reduced ISO date from which an act counts: its own, else the day its decision was signed; null: neither is known. */
export const startOf = (act: Pick<Act, 'effective' | 'signed'>): string | null => act.effective ?? act.signed
/** First day on which an act counts; always, when no day is known. */
export const startDay = (act: Act): string => {
  const start = startOf(act)
  return start === null ? FIRST_DAY : (firstDay(start) ?? FIRST_DAY)
}
/** Last possible day of a reduced ISO end. */
export const endDay = (expiry: string): string => lastDay(expiry) ?? LAST_DAY

/** Acts that begin a cycle of their own: whatever was suspended before counts no more. */
export const grants = new Set<Act['kind']>(['grant', 'renewal', 'recognition'])
const interruptions = new Set<Act['kind']>(['suspension', 'resumption', 'withdrawal'])
/** A suspension or withdrawal of unknown day: it is taken to have come last, so that it is never lost behind a dated grant. */
const isUndated = (act: Act): boolean => interruptions.has(act.kind) && startOf(act) === null

export const byStart = (a: Act, b: Act): number => {
  if (isUndated(a) !== isUndated(b)) return isUndated(a) ? 1 : -1
  const [x, y] = [startDay(a), startDay(b)]
  return x < y ? -1 : x > y ? 1 : a.order - b.order
}

/** An act with what its place in time is told by, found once for all days that are asked about. */
interface Placed {
  act: Act
  /** null: undated */
  from: string | null
}

const placed = (acts: readonly Act[]): Placed[] =>
  [...acts].sort(byStart).map((act) => ({ act, from: isUndated(act) ? null : startDay(act) }))

interface Standing {
  basis: Act | null
  /** null: not known */
  expiry: string | null
  /** renewed without a known end: the earlier end still holds, after it nothing is known */
  openEnd: boolean
  withdrawal: Act | null
  suspension: Act | null
  partials: Act[]
  /** acts that explain the standing, in order */
  told: Act[]
}

function standingFrom(acts: Act[]): Standing {
  const at: Standing = {
    basis: null,
    expiry: null,
    openEnd: false,
    withdrawal: null,
    suspension: null,
    partials: [],
    told: [],
  }
  for (const act of acts) apply(at, act)
  return at
}

function apply(at: Standing, act: Act): void {
  at.told.push(act)
  if (grants.has(act.kind)) {
    at.openEnd = act.expiry === null
    at.expiry = act.expiry ?? (act.kind === 'grant' ? null : at.expiry)
    Object.assign(at, { basis: act, withdrawal: null, suspension: null, partials: [], told: [act] })
  } else if (act.kind === 'edition_transition') {
    at.basis ??= act
    at.openEnd &&= act.expiry === null
    at.expiry = act.expiry ?? at.expiry
  } else if (act.kind === 'extension' || act.kind === 'reduction') {
    // never changes the expiry; without a grant in the register, the latest printed end is all that is known of the running cycle
    const alone = at.basis === null || at.basis.kind === 'extension' || at.basis.kind === 'reduction'
    if (alone && act.expiry !== null) {
      at.basis ??= act
      at.expiry = at.expiry !== null && endDay(at.expiry) >= endDay(act.expiry) ? at.expiry : act.expiry
    }
  } else if (act.kind === 'suspension') {
    if (act.partial) at.partials.push(act)
    else at.suspension = act
  } else if (act.kind === 'resumption') {
    resume(at, act)
  } else if (act.kind === 'withdrawal' && !act.partial) {
    at.withdrawal = act
  }
}

/** Ends the suspension it names, else all of them. A resumption in part leaves the rest suspended: a whole suspension becomes one in part. */
function resume(at: Standing, act: Act): void {
  const meant = (suspension: Act) => act.ends === null || suspension.id === act.ends
  const whole = at.suspension !== null && meant(at.suspension) ? at.suspension : null
  if (!(act.partial && act.ends === null)) at.partials = at.partials.filter((partial) => !meant(partial))
  if (!whole) return
  at.suspension = null
  if (act.partial) at.partials.push(whole)
}

/** True while `act`, a suspension, has not run out by itself. */
const stillRuns = (act: Act, day: string): boolean => act.expiry === null || day <= endDay(act.expiry)

/** The standing on one day, from all acts of one accreditation in any order. Law: exactly one answer for every day. */
export const evaluate = (acts: readonly Act[], day: string): Answer => evaluatePlaced(placed(acts), day)

function evaluatePlaced(sorted: readonly Placed[], day: string): Answer {
  const begun = sorted.filter(({ from }) => from !== null && from <= day)
  // what interrupts at an unknown day can only interrupt what has begun
  const inForce = (begun.length ? [...begun, ...sorted.filter(({ from }) => from === null)] : []).map(({ act }) => act)
  const at = standingFrom(inForce)
  const answer = (status: SpanStatus, reason: ReasonCode): Answer => ({
    status,
    reason,
    expiry: at.expiry,
    certain: isCertain(inForce, at, day),
    acts: at.told.map((act) => act.id),
  })
  if (sorted.length === 0) return answer('unknown', 'no_decision')
  if (inForce.length === 0) {
    const beforeFirst = sorted[0]?.act.kind === 'grant'
    return {
      ...answer(beforeFirst ? 'not_accredited' : 'unknown', beforeFirst ? 'before_first_grant' : 'before_first_record'),
      acts: [sorted[0]!.act.id],
    }
  }
  if (at.withdrawal) return answer('withdrawn', 'withdrawn')
  if (!at.basis) return answer('unknown', 'no_basis')
  if (at.expiry === null) return answer('unknown', 'no_expiry')
  if (day > endDay(at.expiry))
    return at.openEnd ? { ...answer('unknown', 'no_expiry'), expiry: null } : answer('expired', 'expired')
  if (at.suspension && stillRuns(at.suspension, day)) return answer('suspended', 'suspended')
  if (at.partials.some((act) => stillRuns(act, day))) return answer('partly_suspended', 'partly_suspended')
  return answer('valid', at.expiry === 'none' ? 'unlimited' : 'valid')
}

const within = (reduced: string | null, day: string): boolean => {
  if (reduced === null || reduced === 'none' || reduced.length === 10) return false
  return (firstDay(reduced) ?? FIRST_DAY) <= day && day <= (lastDay(reduced) ?? LAST_DAY)
}

function isCertain(inForce: readonly Act[], at: Standing, day: string): boolean {
  if (at.basis && startOf(at.basis) === null) return false
  if (at.told.some(isUndated)) return false
  const decisive = inForce.filter(
    (act) => act.kind !== 'extension' && act.kind !== 'reduction' && !act.kind.startsWith('change_'),
  )
  if (decisive.some((act) => within(startOf(act), day))) return false
  const suspensions = at.suspension ? [at.suspension, ...at.partials] : at.partials
  return ![at.expiry, ...suspensions.map((act) => act.expiry)].some((end) => within(end, day))
}

/** Days on which the answer may change: starts and ends of acts, and the edges of the months or years an imprecise date leaves open. */
function eventDays(acts: readonly Act[]): string[] {
  const days = new Set([FIRST_DAY])
  for (const act of acts) {
    for (const reduced of [startOf(act), act.expiry]) {
      if (reduced === null || reduced === 'none') continue
      days.add(firstDay(reduced) ?? FIRST_DAY)
      const last = lastDay(reduced)
      if (last && last < LAST_DAY) days.add(addDays(last, 1))
    }
  }
  return [...days].sort()
}

const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status &&
  a.reason === b.reason &&
  a.expiry === b.expiry &&
  a.certain === b.certain &&
  a.acts.join() === b.acts.join()

/** Consecutive spans from FIRST_DAY to LAST_DAY without gap or overlap, each with its answer; oldest first. */
export function statusSpans(acts: readonly Act[]): Span[] {
  const spans: Span[] = []
  const sorted = placed(acts)
  for (const from of eventDays(acts)) {
    const answer = evaluatePlaced(sorted, from)
    const last = spans.at(-1)
    if (last && sameAnswer(last, answer)) continue
    if (last) last.to = addDays(from, -1)
    spans.push({ ...answer, from, to: LAST_DAY })
  }
  return spans
}

/** Days left to the first possible end day (0 on that day, negative inside the open span); null when unknown or unlimited. */
export function daysLeft(expiry: string | null, day: string): number | null {
  if (expiry === null || expiry === 'none') return null
  const first = firstDay(expiry)
  return first === null ? null : daysBetween(day, first)
}

/** What a person sees: `valid` becomes `expiring` within EXPIRING_WITHIN days of the first possible end; the window is the rung of the ladder. */
export function shownStatus(
  status: SpanStatus,
  expiry: string | null,
  day: string,
): { status: Status; daysLeft: number | null; window: ExpiryWindow | null } {
  const left =
    status === 'valid' || status === 'partly_suspended' || status === 'suspended' ? daysLeft(expiry, day) : null
  const window = left === null ? null : (expiryWindows.find((rung) => left <= rung) ?? null)
  return { status: status === 'valid' && window !== null ? 'expiring' : status, daysLeft: left, window }
}
