// The acts of one accreditation as a timeline draws them: grants as spans of validity, suspensions until they end, the rest as single days.
import type { AccreditationPage, ActPage } from '../../../../db/model/shapes/accreditation'
import { startOf } from '../../../../db/model/status/spans'
import type { TimelineItem } from '../../../components/timeline/scale'
import { capital } from '../../../texts/capital'
import type { Texts } from '../../../texts/texts'
import { decisionName } from './wording'

const grants: readonly ActPage['kind'][] = ['grant', 'renewal', 'recognition']

/** In the order of the decisions; an act without any date is told but not drawn. */
export function timelineItems(texts: Pick<Texts, 't' | 'language'>, accreditation: AccreditationPage): TimelineItem[] {
  const acts = accreditation.decisions.flatMap((decision) =>
    decision.acts.filter((act) => act.accreditation === accreditation.id),
  )
  return acts.map((act) => ({
    id: act.id,
    label: actWord(texts, act),
    note: decisionName(texts, { kind: act.paper, number: act.number }),
    kind: kindOf(act),
    from: startOf(act),
    ...endOf(act, acts),
  }))
}

/** “Công nhận lại”. */
export function actWord({ t, language }: Pick<Texts, 't' | 'language'>, act: Pick<ActPage, 'kind'>): string {
  return capital(t(`records.choices.acts.${act.kind}`), language)
}

function kindOf(act: ActPage): TimelineItem['kind'] {
  if (grants.includes(act.kind)) return 'validity'
  return act.kind === 'suspension' || act.kind === 'withdrawal' ? act.kind : 'change'
}

/** A grant runs to its expiry; a suspension to its own end or to the act that ends it, whichever comes first; others are one day. */
function endOf(act: ActPage, acts: readonly ActPage[]): { to?: string | null } {
  if (grants.includes(act.kind)) return { to: act.expiry }
  if (act.kind !== 'suspension') return {}
  const start = startOf(act)
  const ended = acts.find(
    (other) => other.kind === 'resumption' && isAfter(other, start) && (other.ends === act.id || other.ends === null),
  )
  const ends = [act.expiry, ended === undefined ? null : startOf(ended)].filter((end) => end !== null)
  return { to: ends.toSorted()[0] ?? null }
}

function isAfter(act: ActPage, start: string | null): boolean {
  const own = startOf(act)
  return own !== null && start !== null && own >= start
}
