// “Việc cần làm”: what a person has to do about the laboratories of a day, from the most pressing to the least. Nothing is asked for the
// dead: accreditations withdrawn or ended more than JUST_ENDED days ago, dissolved laboratories, what lies in the trash.
import type { Flag } from '../status/flags'
import type { ShownStatus } from '../shapes/status'
import type { Page } from '../shapes/answer'

/** In the order in which work is shown; the first ten of the list are the overview's. */
export const taskKinds = [
  'expiring',
  'expired',
  'surveillance_overdue',
  'surveillance_due',
  'edition_withdrawn',
  'scheme_issuer_disagree',
  'code_shared',
  'incomplete',
  'unsourced',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Days before the end at which the ladder of “Hạn hiệu lực” has a rung; 0 is the last day itself. */
export const ladder = [0, 30, 60, 90, 180] as const
export const LADDER_TOP = 180
/** What ended so many days ago or less is “vừa hết hạn” and still asks for a new decision; later it is left in peace. */
export const JUST_ENDED = 90
/** A surveillance visit is announced so many days before its first possible day (AOSC sets the last 60 days for being on site). */
export const VISIT_AHEAD = 60

/** The work that a flag calls for; a flag that is not here is only a mark. A missing table of signatories is one: new annexes have none. */
export const workOfFlag: Partial<Record<Flag, TaskKind>> = {
  surveillance_overdue: 'surveillance_overdue',
  edition_withdrawn: 'edition_withdrawn',
  scheme_issuer_disagree: 'scheme_issuer_disagree',
  code_shared: 'code_shared',
  date_imprecise: 'incomplete',
  start_unknown: 'incomplete',
  code_missing: 'incomplete',
  edition_missing: 'incomplete',
  claimed_only: 'unsourced',
  unverified: 'unsourced',
  not_checked_lately: 'unsourced',
}

/** One thing to do about one accreditation, or about a laboratory that has none. */
export interface Task extends ShownStatus {
  /** id of the accreditation or laboratory; with `about` it names the work to tasks.snooze */
  record: string
  about: TaskKind
  /** the first living laboratory that the accreditation covers, and how many others it covers */
  lab: string
  nameVi: string
  nameEn: string | null
  others: number
  /** as printed */
  code: string | null
  /** flags that call for it, in their order; `unsourced` without any: the register names no source at all */
  flags: Flag[]
  /** editions that are no longer recognised, with their last day; empty for other work */
  editions: { title: string; lastDay: string }[]
  /** reduced ISO: the visit that is due; null for other work */
  visit: string | null
  /** put off until that day, on which it returns */
  snoozed: { until: string; reason: string | null } | null
}

export interface TaskPage extends Page<Task> {
  /** all work of each kind that there is, whatever kind was asked for */
  kinds: { kind: TaskKind; tasks: number }[]
  /** accreditations that end within so many days, and those that have just ended */
  ladder: { within: number; tasks: number }[]
  justEnded: number
  /** work that is put off */
  snoozed: number
}
