// When single scope lines do not hold although their accreditation does: named by a suspension in part, or taken away by a reduction.
// Pure; lines are whatever key the caller uses for them.
import { addDays } from '../dates/partial'
import { byStart, endDay, grants, LAST_DAY, startDay, type Act } from './spans'

export interface ActWithLines extends Act {
  /** lines the act names, with the lines that continue them; none of an act that may not single out lines */
  lines: readonly number[]
}

export interface LineLimit {
  line: number
  kind: 'suspended' | 'reduced'
  from: string
  to: string
  act: string
}

/** Acts that may limit or free named lines; of the others nobody asks which lines they name. */
const naming: ReadonlySet<Act['kind']> = new Set(['reduction', 'withdrawal', 'suspension', 'resumption'])
export const maySingleOut = (act: Act): boolean => naming.has(act.kind)

const takesAway = (act: Act): boolean => act.kind === 'reduction' || (act.kind === 'withdrawal' && act.partial)

/** Every limit that the acts of one accreditation put on named lines. */
export function lineLimits(acts: readonly ActWithLines[]): LineLimit[] {
  const sorted = [...acts].sort(byStart)
  return sorted.flatMap((act, at): LineLimit[] => {
    const from = startDay(act)
    if (takesAway(act)) return act.lines.map((line) => ({ line, kind: 'reduced', from, to: LAST_DAY, act: act.id }))
    if (act.kind !== 'suspension' || !act.partial) return []
    return act.lines.flatMap((line): LineLimit[] => {
      const to = suspendedUntil(act, line, sorted.slice(at + 1))
      return to < from ? [] : [{ line, kind: 'suspended', from, to, act: act.id }]
    })
  })
}

/** The suspension runs out by itself, or ends on the eve of the act that resumes the line or begins a new cycle. */
function suspendedUntil(suspension: Act, line: number, later: readonly ActWithLines[]): string {
  const own = suspension.expiry === null ? LAST_DAY : endDay(suspension.expiry)
  const ending = later.find(
    (act) =>
      grants.has(act.kind) ||
      (act.kind === 'resumption' &&
        (act.ends === null || act.ends === suspension.id) &&
        (act.lines.length === 0 || act.lines.includes(line))),
  )
  if (!ending) return own
  const eve = addDays(startDay(ending), -1)
  return eve < own ? eve : own
}
