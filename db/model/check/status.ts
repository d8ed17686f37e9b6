// Was the accreditation in force on the day of the report? Told from the same status rules as everywhere, with the decision that proves it.
import { lastDay } from '../dates/partial'
import type { ActShown, Explained } from '../shapes/status'
import { explain } from '../status/explain'
import { grants, type Act } from '../status/spans'
import type { Reason } from './report'
import { sourceWords, type Speaker } from './speak'

export interface StatusFacts {
  explained: Explained
  /** all living acts of the accreditation */
  acts: readonly Act[]
  /** what is only said about it */
  statements: readonly { id: string; value: string; source: string }[]
  day: string
}

/** One reason, whose details are the whole chain. */
export function judgeStatus(facts: StatusFacts, speak: Speaker): Reason {
  const { explained, statements, day } = facts
  const details = explain(speak.language, explained, day)
  const act = provingAct(explained)
  const record = act && ({ entity: 'decision', id: act.decision } as const)
  const params = {
    day: speak.day(day),
    expiry: explained.expiry === null ? '' : speak.day(explained.expiry),
    paper: act === null ? '' : speak.paper(act),
  }
  const more = { params, record, details }
  if (facts.acts.length === 0) {
    const [said] = statements
    if (said === undefined) return speak.reason('no_decision', 'insufficient_data', more)
    const claim = {
      ...params,
      said: statements.map(({ value }) => `“${value}”`).join(', '),
      source: sourceWords(speak.language, said.source),
    }
    return speak.reason('claimed_only', 'insufficient_data', {
      params: claim,
      record: { entity: 'statement', id: said.id },
      details,
    })
  }
  if (explained.status === 'unknown')
    return speak.reason(`unknown_${unknownBecause(explained)}`, 'insufficient_data', more)
  if (!explained.certain && !(explained.status === 'expired' && nothingReaches(facts)))
    return speak.reason('status_uncertain', 'insufficient_data', more)
  return ofStatus(explained, speak, more)
}

function ofStatus({ status, expiry }: Explained, speak: Speaker, more: Parameters<Speaker['note']>[1]): Reason {
  switch (status) {
    case 'expired':
    case 'withdrawn':
      return speak.reason(status, 'not_accredited', more)
    case 'not_accredited':
      return speak.reason('before_first_grant', 'not_accredited', more)
    case 'suspended':
      return speak.reason('suspended', 'suspended', more)
    case 'partly_suspended':
      return speak.note('partly_suspended', more)
    default:
      return speak.note(expiry === 'none' ? 'in_force_unlimited' : 'in_force', more)
  }
}

function unknownBecause({ reason }: Explained): 'before_first_record' | 'no_expiry' | 'no_basis' {
  return reason === 'before_first_record' || reason === 'no_expiry' ? reason : 'no_basis'
}

/** However its undated papers follow one another, none of them reaches to the day. */
function nothingReaches({ acts, day }: StatusFacts): boolean {
  return acts.every((act) => (act.expiry === null ? !grants.has(act.kind) : lastDay(act.expiry) < day))
}

/** The act that decides: what suspends or withdraws, else the last grant, else the last told. */
function provingAct({ acts, status }: Explained): ActShown | null {
  const ofKind = (...kinds: ActShown['kind'][]): ActShown | undefined =>
    acts.findLast((act) => kinds.includes(act.kind))
  const wanted =
    status === 'withdrawn'
      ? ofKind('withdrawal')
      : status === 'suspended' || status === 'partly_suspended'
        ? ofKind('suspension')
        : ofKind('grant', 'renewal', 'recognition')
  return wanted ?? acts.at(-1) ?? null
}
