// A decision in the form: the paper with everything it does. Pure; the registry's own rule (checkActs) says which dates cannot be.
import { formatDate, isPartialIso, type PartialDate } from '../../../../db/model/dates/partial'
import type { decisionKinds } from '../../../../db/model/vocabulary'
import type { FieldProblem } from '../../../../db/model/errors'
import type { DecisionChange } from '../../../../db/model/inputs'
import { checkActs } from '../../../../db/model/rules'
import type { DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Language } from '../../../texts/formats'
import { actValues, changesRows, dayOf, newAct, type ActValues } from './actValues'
import { same } from './values'

export interface DecisionValues {
  kind: (typeof decisionKinds)[number] | null
  number: string | null
  signed: PartialDate | null
  issuer: string | null
  issuerPrinted: string | null
  replaces: string | null
  replacesPrinted: string | null
  note: string | null
  acts: ActValues[]
}

/** A new paper of the accreditation's own issuer; which act it holds is for the person to say. */
export function newDecision(page: LabPage, wanted: string | undefined): DecisionValues {
  const only = page.accreditations.length === 1 ? page.accreditations[0]?.id : undefined
  const accreditation = wanted ?? only ?? null
  const issuer = page.accreditations.find((each) => each.id === accreditation)?.issuer?.id ?? null
  return {
    kind: 'QD',
    number: null,
    signed: null,
    issuer,
    issuerPrinted: null,
    replaces: null,
    replacesPrinted: null,
    note: null,
    acts: [newAct(page, accreditation)],
  }
}

/** Every decision of the laboratory once, also one that acts on several of its accreditations. */
export function decisionsOf(page: LabPage): DecisionPage[] {
  const all = page.accreditations.flatMap(({ decisions }) => decisions)
  return all.filter((decision, at) => all.findIndex(({ id }) => id === decision.id) === at)
}

export function decisionValues(page: LabPage, decision: DecisionPage): DecisionValues {
  const { kind, number, signed, issuer, issuerPrinted, replaces, replacesPrinted, note } = decision
  return {
    kind,
    number,
    signed,
    issuer: issuer?.id ?? null,
    issuerPrinted,
    replaces: replaces?.id ?? null,
    replacesPrinted,
    note,
    acts: decision.acts.map((act) => actValues(page, act)),
  }
}

const readable = (date: PartialDate | null): PartialDate | null =>
  date !== null && isPartialIso(date.iso) ? date : null

/** The registry's rules over the dates that can be read; what cannot be read has an error of its own. */
export function decisionProblems({ acts, signed }: DecisionValues): FieldProblem[] {
  const dated = acts.map(({ effective, expiry }) => ({ effective: readable(effective), expiry: readable(expiry) }))
  const undated = acts.flatMap((act, at): FieldProblem[] =>
    changesRows(act) && dayOf(act, signed) === null && isBlank(act.effective) && isBlank(signed)
      ? [{ field: `acts.${at}.effective`, rule: 'day_needed' }]
      : [],
  )
  const problems = [...checkActs(dated, readable(signed)), ...undated]
  return acts.length === 0 ? [...problems, { field: 'acts', rule: 'required' }] : problems
}

const isBlank = (date: PartialDate | null): boolean => date === null

const ALWAYS = new Set(['id', 'accreditation', 'kind'])

/** Of the acts known to the registry only what changed in them is sent: what others changed beside it stands. */
export function narrowActs(change: Partial<DecisionChange>, base: DecisionValues): Partial<DecisionChange> {
  if (change.acts === undefined) return change
  const acts = change.acts.map((act) => {
    const was = base.acts.find(({ id }) => id !== undefined && id === act.id)
    if (was === undefined) return act
    const entries = Object.entries(act).filter(
      ([key, value]) => ALWAYS.has(key) || !same(value, was[key as keyof ActValues]),
    )
    return Object.fromEntries(entries) as typeof act
  })
  return { ...change, acts }
}

/** “Quyết định 893.2022/QĐ-VPCNCL (16/11/2022)”, as the choices of a decision name it. */
export function decisionLabel(
  decision: { number: string | null; signed: PartialDate | string | null },
  paper: string,
  language: Language,
): string {
  const day = typeof decision.signed === 'string' ? decision.signed : decision.signed?.iso
  const signed = day === undefined ? '' : ` (${formatDate(day, language)})`
  return `${paper} ${decision.number ?? '…'}${signed}`
}
