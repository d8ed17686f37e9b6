// What a living accreditation still asks for: a surveillance visit every twelve months, a check against its source, a table of signatories.
// Each rule gives the days on which it is not met; an accreditation that has ended, or is not known to live, asks for nothing.
import { addDays, addMonths, firstDay, lastDay } from '../dates/partial'
import { LAST_DAY } from './spans'

export interface Days {
  from: string
  to: string
}

/** Months between two surveillance visits (DOMAIN §5: “giám sát mỗi năm 1 lần”, AOSC ≤ 12 months). */
export const SURVEILLANCE_MONTHS = 12
/** Months after which a value counts as not checked lately. */
export const CHECK_MONTHS = 12

export interface Visit {
  /** reduced ISO; null: not planned */
  due: string | null
  /** reduced ISO; null: not done (or not recorded) */
  done: string | null
}

/**
 * Days on which a visit is overdue: from the day after its last possible due day until the eve of the visit that answers it. A visit after
 * which no other is planned makes the next one due twelve months later. With nothing recorded nothing is said: the register does not know.
 */
export function surveillanceOverdue(visits: readonly Visit[]): Days[] {
  const made = visits.flatMap((visit) => (visit.done === null ? [] : [firstDay(visit.done)!])).sort()
  const open = visits.flatMap((visit) => (visit.due === null || visit.done !== null ? [] : [lastDay(visit.due)]))
  const missed = visits.flatMap((visit) => {
    if (visit.due === null) return []
    const due = lastDay(visit.due)
    const own = visit.done === null ? undefined : firstDay(visit.done)!
    // a visit that is not tied to its plan answers the plan of its own year
    return late(due, own ?? made.find((day) => day > addMonths(due, -SURVEILLANCE_MONTHS)))
  })
  const last = made.at(-1)
  const settled = last === undefined || open.some((due) => due > last)
  return united(settled ? missed : [...missed, ...late(addMonths(last, SURVEILLANCE_MONTHS), undefined)])
}

/**
 * The visit that is to be made next as seen on `day`: planned, or twelve months after the last one where none is planned; reduced ISO. Null:
 * none is known, or the only ones are overdue. A visit made later than `day` was not yet made on it.
 */
export function visitDue(visits: readonly Visit[], day: string): string | null {
  const seen = visits.map((visit) =>
    visit.done !== null && firstDay(visit.done)! > day ? { ...visit, done: null } : visit,
  )
  const made = seen.flatMap((visit) => (visit.done === null ? [] : [firstDay(visit.done)!])).sort()
  const planned = seen.flatMap(({ due, done }) => (due === null || done !== null ? [] : [due]))
  const open = planned.filter((due) => !made.some((when) => when > addMonths(lastDay(due)!, -SURVEILLANCE_MONTHS)))
  const last = made.at(-1)
  const settled = last === undefined || planned.some((due) => lastDay(due)! > last)
  const next = settled ? open : [...open, addMonths(last, SURVEILLANCE_MONTHS)]
  return next.filter((due) => lastDay(due)! >= day).sort((a, b) => (firstDay(a)! < firstDay(b)! ? -1 : 1))[0] ?? null
}

function late(due: string, made: string | undefined): Days[] {
  const days = { from: addDays(due, 1), to: made === undefined ? LAST_DAY : addDays(made, -1) }
  return days.from <= days.to ? [days] : []
}

/** Days on which the last check lies more than twelve months back; before the first check nothing is said (“chưa xác minh” says it). */
export function notCheckedLately(checkedOn: readonly string[]): Days[] {
  const days = [...new Set(checkedOn)].sort()
  return days.flatMap((day, at) => {
    const from = addDays(addMonths(day, CHECK_MONTHS), 1)
    const next = days[at + 1]
    const to = next === undefined ? LAST_DAY : addDays(next, -1)
    return from <= to ? [{ from, to }] : []
  })
}

export interface AnnexSigned {
  /** first day on which the annex counts */
  day: string
  complete: boolean
  signatories: number
}

/** Days on which annexes are in force of which none names who may sign; a complete annex replaces the earlier ones, table included. */
export function signatoriesMissing(annexes: readonly AnnexSigned[]): Days[] {
  const sorted = [...annexes].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const starts = [...new Set(sorted.map((annex) => annex.day))]
  const missing = starts.flatMap((from, at) => {
    const complete = sorted.findLast((annex) => annex.complete && annex.day <= from)
    const inForce = sorted.filter((annex) => annex.day <= from && annex.day >= (complete?.day ?? ''))
    if (inForce.some((annex) => annex.signatories > 0)) return []
    const next = starts[at + 1]
    return [{ from, to: next === undefined ? LAST_DAY : addDays(next, -1) }]
  })
  return united(missing)
}

/** Overlapping and adjoining days as one range each, in order. */
export function united(ranges: readonly Days[]): Days[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))
  const whole: Days[] = []
  for (const days of sorted) {
    const last = whole.at(-1)
    if (last !== undefined && (last.to === LAST_DAY || days.from <= addDays(last.to, 1))) {
      if (days.to > last.to) last.to = days.to
    } else whole.push({ ...days })
  }
  return whole
}

/** The parts of `ranges` that lie in one of `within`. */
export function cut(ranges: readonly Days[], within: readonly Days[]): Days[] {
  return united(
    ranges.flatMap((days) =>
      within.flatMap(({ from, to }) => {
        const part = { from: days.from > from ? days.from : from, to: days.to < to ? days.to : to }
        return part.from <= part.to ? [part] : []
      }),
    ),
  )
}
