// From reasons to a verdict, and from several accreditations to the one that answers.
import { verdicts, type CheckedAccreditation, type Reason, type Verdict } from './report'

/** The first in the order of `verdicts` that a reason gives; nothing against it: accredited. */
export const decide = (reasons: readonly Reason[]): Verdict =>
  verdicts.find((verdict) => reasons.some((reason) => reason.verdict === verdict)) ?? 'accredited'

/**
 * Across accreditations the best one answers: one that accredits, else one of which the register does not know enough (it may accredit),
 * else the “no” that comes nearest to a yes.
 */
const fromBest: readonly Verdict[] = [
  'accredited',
  'insufficient_data',
  'signatory_not_authorized',
  'wrong_edition',
  'outside_scope',
  'suspended',
  'not_accredited',
]

export function bestFirst(candidates: readonly CheckedAccreditation[]): CheckedAccreditation[] {
  return candidates.toSorted(
    (a, b) =>
      fromBest.indexOf(a.verdict) - fromBest.indexOf(b.verdict) || (b.expiry ?? '').localeCompare(a.expiry ?? ''),
  )
}
