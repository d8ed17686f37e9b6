// What the laboratory's accreditations would be today with the decision as it stands in the form. The same pure rule as the registry's;
// only a preview: the register computes the status itself after saving.
import { isPartialIso, type PartialDate } from '../../../../db/model/dates/partial'
import type { AccreditationPage } from '../../../../db/model/shapes/accreditation'
import { evaluate, shownStatus, type Act, type Status } from '../../../../db/model/status/spans'
import type { DecisionValues } from './decision'

export interface Previewed {
  accreditation: string
  /** null: no code */
  code: string | null
  status: Status
  daysLeft: number | null
  /** reduced ISO; null: not known */
  expiry: string | null
}

const isoOf = (date: PartialDate | null): string | null => (date !== null && isPartialIso(date.iso) ? date.iso : null)

/** Accreditations of `pages` on which the decision acts, each with its status on `day`; acts without a kind count for nothing yet. */
export function previewStatus(
  pages: readonly AccreditationPage[],
  decision: { id: string | null; values: DecisionValues },
  day: string,
): Previewed[] {
  return pages.flatMap((page) => {
    const mine = decision.values.acts.flatMap((act, at) =>
      draftAct(act, { at, page: page.id, signed: decision.values.signed }),
    )
    if (mine.length === 0) return []
    const others = page.decisions
      .filter(({ id }) => id !== decision.id)
      .flatMap(({ acts }) => acts)
      .filter((act) => act.accreditation === page.id)
      .map(({ id, kind, effective, signed, expiry, partial, ends }, order) => ({
        id,
        kind,
        effective,
        signed,
        expiry,
        partial,
        ends,
        order,
      }))
    const { status, expiry } = evaluate([...others, ...mine], day)
    const shown = shownStatus(status, expiry, day)
    return [
      { accreditation: page.id, code: page.code?.raw ?? null, status: shown.status, daysLeft: shown.daysLeft, expiry },
    ]
  })
}

function draftAct(
  act: DecisionValues['acts'][number],
  { at, page, signed }: { at: number; page: string; signed: PartialDate | null },
): Act[] {
  if (act.kind === null || act.accreditation !== page) return []
  return [
    {
      id: act.id ?? `new ${at}`,
      kind: act.kind,
      effective: isoOf(act.effective),
      signed: isoOf(signed),
      expiry: isoOf(act.expiry),
      partial: act.partial,
      ends: act.ends,
      order: 1000 + at,
    },
  ]
}
