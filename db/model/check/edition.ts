// Was the edition of the standard still recognised on the day? An edition that no paper prints can still be told where every other edition
// had ended before the accreditation began.
import { firstDay } from '../dates/partial'
import type { Reason } from './report'
import type { Speaker } from './speak'

export interface EditionFact {
  id: string
  /** as printed, else as the register calls it */
  title: string
  edition: string | null
  /** last day on which it is recognised */
  lastDay: string | null
  superseded: boolean
}

export interface EditionFacts {
  day: string
  standards: readonly EditionFact[]
  /** scheme under a law, without a standard of editions (LAS-XD, VIMCERTS …) */
  licence: boolean
  /** last days of the editions of the family that have ended, latest first */
  ended: readonly { title: string; lastDay: string }[]
  /** reduced ISO start of the act it rests on */
  since: string | null
  /** nothing but statements: an edition is then claimed as well */
  claimed: boolean
}

export function judgeEdition(facts: EditionFacts, speak: Speaker): Reason[] {
  const { standards, day } = facts
  const over = standards.filter(({ lastDay }) => lastDay !== null && lastDay < day)
  const [first] = over
  if (first !== undefined && over.length === standards.length) {
    const more = {
      params: { standard: first.title, lastDay: speak.day(first.lastDay!), day: speak.day(day) },
      record: { entity: 'accreditation_standard', id: first.id } as const,
    }
    return [
      facts.claimed ? speak.note('edition_claimed_over', more) : speak.reason('edition_over', 'wrong_edition', more),
    ]
  }
  if (facts.claimed) return []
  const known = standards.find(({ edition, lastDay }) => edition !== null && (lastDay === null || lastDay >= day))
  if (known === undefined) return facts.licence ? [] : [unprinted(facts, speak)]
  const more = {
    params: { standard: known.title, day: speak.day(day) },
    record: { entity: 'accreditation_standard', id: known.id } as const,
  }
  return known.superseded && known.lastDay === null
    ? [speak.reason('edition_end_unknown', 'insufficient_data', more)]
    : [speak.note('edition_recognised', more)]
}

function unprinted({ ended, since, standards }: EditionFacts, speak: Speaker): Reason {
  const start = since === null ? null : firstDay(since)
  const [latest] = ended
  const [printed] = standards
  const record = printed === undefined ? null : ({ entity: 'accreditation_standard', id: printed.id } as const)
  if (latest === undefined || (start !== null && start > latest.lastDay)) {
    const params = { old: latest?.title ?? '', lastDay: latest === undefined ? '' : speak.day(latest.lastDay) }
    return speak.note(latest === undefined ? 'edition_unprinted' : 'edition_implied', { params, record })
  }
  return speak.reason('edition_unknown', 'insufficient_data', { record })
}
