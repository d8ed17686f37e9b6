// Five years of decisions on one sample accreditation, planned so that its status on the chosen day is exactly the slot's fate.
import { addDays, addMonths, daysBetween, type PartialDate } from '../../model/dates/partial'
import type { actKinds } from '../../model/vocabulary'
import type { Random } from './random'
import type { Fate, Slot } from './slots'

export interface PlannedAct {
  kind: (typeof actKinds)[number]
  /** day that stands behind the possibly less precise dates */
  on: string
  signed: PartialDate
  effective: PartialDate
  expiry: PartialDate | null
  partial: boolean
  /** the act of this plan that it ends */
  ends: PlannedAct | null
  annex: 'complete' | 'extension' | 'reduction' | null
  /** scope lines of the annex that are in the register */
  lines: number
}

export interface History {
  /** oldest first; none: the accreditation is only claimed */
  acts: PlannedAct[]
  /** the act whose annex is in force */
  main: PlannedAct | null
  /** the move from the edition before to the present one */
  transition: PlannedAct | null
  renaming: PlannedAct | null
}

export interface LineCount {
  low: number
  high: number
}

export interface Wanted {
  fate: Fate
  day: string
  /** of a whole annex */
  lines: LineCount
  /** length of a cycle of validity */
  months: 36 | 60
  monthOnly?: Slot['monthOnly']
  lineage?: boolean
  renamed?: boolean
  /** it stood on an older edition before, still recognised until `transitionUntil` */
  hadEdition?: boolean
}

/** Editions change hands between these days: ISO 15189:2022 appeared on 06/12/2022, the edition of 2012 counted until 06/12/2025. */
const TRANSITION = { from: '2023-06-01', until: '2025-09-30' }
/** Days from the start of a cycle to its first change, and between a last change and the day asked. */
const QUIET = 45

const exact = (iso: string): PartialDate => ({ iso })
const printedDay = (iso: string): string => iso.split('-').reverse().join('/')

function act(kind: PlannedAct['kind'], on: string, own: Partial<PlannedAct> = {}): PlannedAct {
  return {
    kind,
    on,
    signed: exact(on),
    effective: exact(on),
    expiry: null,
    partial: false,
    ends: null,
    annex: null,
    lines: 0,
    ...own,
  }
}

function daysLeft(random: Random, { fate, months, monthOnly }: Wanted): number {
  const spare = monthOnly === 'expiry' ? 31 : 0
  switch (fate) {
    case 'valid':
      return random.int(181 + spare, months * 27)
    case 'within90':
      return random.int(31, 90)
    case 'within30':
      return random.int(1, 30)
    case 'expired':
      return -random.int(1 + spare, 400)
    default:
      return random.int(200, months * 24)
  }
}

export function planHistory(random: Random, wanted: Wanted): History {
  const none: History = { acts: [], main: null, transition: null, renaming: null }
  if (wanted.fate === 'unknown') return none
  if (wanted.fate === 'not_accredited') return { ...none, ...futureGrant(random, wanted) }
  const end = addDays(wanted.day, daysLeft(random, wanted))
  const start = addDays(addMonths(end, -wanted.months), random.chance(0.3) ? 1 : 0)
  const expiry =
    wanted.monthOnly === 'expiry'
      ? { iso: end.slice(0, 7), printed: `/${end.slice(5, 7)}/${end.slice(0, 4)}` }
      : exact(end)
  const earlier = wanted.lineage || wanted.hadEdition || random.chance(0.8) ? earlierGrant(random, start, wanted) : null
  const main = act(earlier ? 'renewal' : 'grant', start, {
    expiry,
    annex: 'complete',
    lines: random.int(wanted.lines.low, wanted.lines.high),
  })
  if (wanted.monthOnly === 'start') blur(main)
  const last = fateAct(random, wanted)
  const until = addDays([wanted.day, end, ...(last ? [last.on] : [])].sort()[0]!, -QUIET)
  const changes = changesBetween(random, {
    from: addDays(start, QUIET),
    until,
    expiry,
    renamed: wanted.renamed === true,
  })
  const transition = wanted.hadEdition && earlier ? transitionOf(earlier.on, start, until) : null
  const acts = [earlier, main, ...changes, last, transition]
    .filter((each) => each !== null)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return { acts, main, transition, renaming: changes.find((each) => each.kind === 'change_name') ?? null }
}

function futureGrant(random: Random, { day, months, lines }: Wanted): Pick<History, 'acts' | 'main'> {
  const start = addDays(day, random.int(5, 60))
  const main = act('grant', start, {
    signed: exact(addDays(day, -random.int(0, 3))),
    expiry: exact(addMonths(start, months)),
    annex: 'complete',
    lines: random.int(lines.low, lines.high),
  })
  return { acts: [main], main }
}

/** The first grant, one cycle of three years before; its lines are entered only where the new annex continues them. */
function earlierGrant(random: Random, start: string, { lineage }: Wanted): PlannedAct {
  const expiry = exact(addDays(start, random.int(0, 25)))
  return act('grant', addMonths(start, -36), { expiry, annex: 'complete', lines: lineage ? 12 : 0 })
}

/** The paper leaves number and day blank, as BoA's annexes do since 2023. */
function blur(main: PlannedAct): void {
  const [year = '', month = ''] = main.on.split('-')
  main.signed = { iso: `${year}-${month}`, printed: `ngày tháng ${month} năm ${year}` }
  main.effective = { iso: `${year}-${month}`, printed: `/${month}/${year}` }
}

function fateAct(random: Random, { fate, day }: Wanted): PlannedAct | null {
  if (fate === 'suspended' || fate === 'partly_suspended') {
    const expiry = random.chance(0.5) ? exact(addDays(day, random.int(10, 90))) : null
    return act('suspension', addDays(day, -random.int(5, 120)), { expiry, partial: fate === 'partly_suspended' })
  }
  return fate === 'withdrawn' ? act('withdrawal', addDays(day, -random.int(5, 120))) : null
}

interface Between {
  from: string
  until: string
  expiry: PartialDate
  renamed: boolean
}

/** What happened inside the running cycle: extensions and reductions of the scope, a suspension that ended, a move, a new name. */
function changesBetween(random: Random, { from, until, expiry, renamed }: Between): PlannedAct[] {
  const room = daysBetween(from, until)
  if (room < 0) return []
  const on = () => addDays(from, random.int(0, room))
  const changes: PlannedAct[] = []
  if (random.chance(0.5)) changes.push(act('extension', on(), { expiry, annex: 'extension', lines: random.int(3, 9) }))
  if (random.chance(0.12)) changes.push(act('reduction', on(), { annex: 'reduction', lines: random.int(2, 4) }))
  if (random.chance(0.08)) changes.push(act('change_place', on()))
  if (renamed) changes.push(act('change_name', on()))
  if (room > 90 && random.chance(0.15)) {
    const suspended = addDays(from, random.int(0, room - 80))
    const suspension = act('suspension', suspended)
    changes.push(suspension, act('resumption', addDays(suspended, random.int(20, 80)), { ends: suspension }))
  }
  return changes
}

/** Null where no day fits: then the older edition never stood in the register. */
function transitionOf(granted: string, renewed: string, until: string): PlannedAct | null {
  const on = [addDays(granted, 200), TRANSITION.from].sort().at(-1)!
  const last = [TRANSITION.until, until].sort()[0]!
  return on <= last && Math.abs(daysBetween(on, renewed)) > 5 ? act('edition_transition', on) : null
}

/** Yearly from the start of the cycle: the day it was due and, before `day`, mostly the day it was done. */
export function planSurveillance(
  random: Random,
  main: PlannedAct,
  day: string,
): { due: PartialDate; done: PartialDate | null }[] {
  const last = [addDays(day, 365), main.expiry?.iso.padEnd(10, '-28') ?? day].sort()[0]!
  const visits: { due: PartialDate; done: PartialDate | null }[] = []
  for (let due = addMonths(main.on, 12); due < last; due = addMonths(due, 12)) {
    const done = addDays(due, random.int(-20, 30))
    visits.push({
      due: exact(due),
      done: done < day && random.chance(0.9) ? { iso: done, printed: `Ngày ${printedDay(done)}` } : null,
    })
  }
  return visits
}
