// Judges a history of acts that is typed in, with the rules of `spans.ts`, and says it in sentences: what a form asks before saving and
// what the command line answers. Nothing is read from or written to a register.
import { parseDate } from '../dates/partial'
import { RegistryError, type FieldProblem } from '../errors'
import type { ActQuestion, StatusQuestion } from '../questions'
import type { ActShown, Explained } from '../shapes/status'
import { explain, explainedOn } from './explain'
import { flagSpans, type Flag } from './flags'
import { FIRST_DAY, LAST_DAY, startOf, statusSpans, type Act } from './spans'

export interface Judged extends Explained {
  day: string
  flags: Flag[]
  /** why, in plain words, in reading order */
  sentences: string[]
}

/** What is known of the standard named: null lastDay: still recognised or not known; edition null: the text names none. */
export interface NamedStandard {
  edition: string | null
  lastDay: string | null
}

/** Throws invalid_input naming the act and field that is no date, and bad_dates for an end before its start. */
export function judge(question: StatusQuestion, standard: NamedStandard | null, day: string): Judged {
  const acts = question.acts.map(toAct)
  const explained = explainedOn(statusSpans(acts), day, (id) => shownAct(question.acts[Number(id)]!, acts[Number(id)]!))
  return {
    ...explained,
    day,
    flags: flagsOf(acts, standard, day),
    sentences: explain(question.language ?? 'vi', explained, day),
  }
}

/** The id of an act is its place in the list. */
function toAct(act: ActQuestion, order: number): Act {
  const read = (field: 'signed' | 'effective' | 'expiry') => readDate(act[field] ?? null, `acts.${order}.${field}`)
  const made: Act = {
    id: String(order),
    kind: act.kind,
    signed: read('signed'),
    effective: read('effective'),
    expiry: read('expiry'),
    partial: act.partial ?? false,
    ends: act.ends == null ? null : String(act.ends),
    order,
  }
  const start = startOf(made)
  if (
    start !== null &&
    made.expiry !== null &&
    made.expiry !== 'none' &&
    made.expiry < start.slice(0, made.expiry.length)
  )
    throw new RegistryError('bad_dates', 'an end before its start', [
      { field: `acts.${order}.expiry`, rule: 'bad_dates' },
    ])
  return made
}

function readDate(text: string | null, field: string): string | null {
  if (text === null || text.trim() === '') return null
  if (text === 'none') return 'none'
  const read = parseDate(text)
  if (read.ok) return read.value.iso
  const problem: FieldProblem = { field, rule: `date.${read.problem}`, params: { typed: text } }
  throw new RegistryError('invalid_input', `${field} is not a date`, [problem])
}

const shownAct = (asked: ActQuestion, { id, kind, signed, effective, expiry, partial }: Act): ActShown => ({
  id,
  kind,
  decision: id,
  paper: 'QD',
  number: asked.number ?? null,
  signed,
  effective,
  expiry,
  partial,
  issuer: null,
})

/** Of the flags only those that a history and a standard can show; codes, issuers and evidence are not asked about. */
const askable: ReadonlySet<Flag> = new Set(['edition_withdrawn', 'date_imprecise', 'start_unknown'])

function flagsOf(acts: readonly Act[], standard: NamedStandard | null, day: string): Flag[] {
  const spans = flagSpans({
    schemeKey: null,
    codeScheme: null,
    schemeIssuers: [],
    codeIssuers: [],
    issuerKey: null,
    code: null,
    sharedCode: false,
    standards: standard === null ? [] : [{ ...standard, from: FIRST_DAY, to: LAST_DAY }],
    dates: acts.map((act) => ({ start: startOf(act), expiry: act.expiry })),
    hasActs: acts.length > 0,
    hasStatements: false,
    unverified: false,
    lives: [],
    visits: [],
    checkedOn: [],
    annexes: [],
  })
  const shown = spans.filter(
    ({ flag, from, to }) =>
      from <= day && day <= to && (askable.has(flag) || (flag === 'edition_missing' && standard !== null)),
  )
  return shown.map(({ flag }) => flag)
}
