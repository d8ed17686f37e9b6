// What saving the decision would change, from the very rule by which the registry computes the status (db/model/status): only a preview.
import { addDays } from '../../../../db/model/dates/partial'
import type { AccreditationPage, ActPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { ActShown, Explained } from '../../../../db/model/shapes/status'
import { explainedOn } from '../../../../db/model/status/explain'
import { LAST_DAY, statusSpans, type Act, type Span, type SpanStatus } from '../../../../db/model/status/spans'
import { dayOf, isoOf } from './actValues'
import type { DecisionValues } from './decision'

export interface Standing {
  status: SpanStatus
  /** reduced ISO; null: not known */
  expiry: string | null
}

/** Days on which the status or the end is another one. `to` null: from then on. */
export interface Difference {
  from: string
  to: string | null
  before: Standing
  after: Standing
}

export interface Previewed {
  accreditation: string
  /** null: no code */
  code: string | null
  before: Explained
  after: Explained
  differences: Difference[]
}

interface Draft {
  /** null: not in the register yet */
  id: string | null
  values: DecisionValues
}

/** Accreditations of `pages` on which the decision acts, each on `day`; acts without a kind count for nothing yet. */
export function previewStatus(pages: readonly AccreditationPage[], { id, values }: Draft, day: string): Previewed[] {
  return pages.flatMap((page) => {
    const mine = values.acts.flatMap((_, at) => draftAct(values, at, page.id))
    if (mine.length === 0) return []
    const stored = page.decisions.flatMap(({ acts }) => acts).filter((act) => act.accreditation === page.id)
    const before = stored.map(toAct)
    const others = before.filter((_, at) => id === null || stored[at]?.decision !== id)
    const shown = new Map<string, ActShown>([
      ...stored.map((act) => [act.id, act] as const),
      ...mine.map((act) => [act.id, draftShown(act, values)] as const),
    ])
    const actOf = (act: string) => shown.get(act)
    const [was, will] = [statusSpans(before), statusSpans([...others, ...mine])]
    return [
      {
        accreditation: page.id,
        code: page.code?.raw ?? null,
        before: explainedOn(was, day, actOf),
        after: explainedOn(will, day, actOf),
        differences: differencesOf(was, will),
      },
    ]
  })
}

const toAct = ({ id, kind, effective, signed, expiry, partial, ends }: ActPage, order: number): Act => ({
  id,
  kind,
  effective,
  signed,
  expiry,
  partial,
  ends,
  order,
})

function draftAct(values: DecisionValues, at: number, page: string): Act[] {
  const act = values.acts[at]
  if (act === undefined || act.kind === null || act.accreditation !== page) return []
  return [
    {
      id: act.id ?? `new ${at}`,
      kind: act.kind,
      effective: isoOf(act.effective),
      signed: isoOf(values.signed),
      expiry: isoOf(act.expiry),
      partial: act.partial,
      ends: act.ends,
      order: 1000 + at,
    },
  ]
}

const draftShown = (act: Act, values: DecisionValues): ActShown => ({
  ...act,
  decision: '',
  paper: values.kind ?? 'QD',
  number: values.number,
  issuer: null,
})

const standingOn = (spans: readonly Span[], day: string): Standing => {
  const { status, expiry } = spans.find(({ from, to }) => from <= day && day <= to)!
  return { status, expiry }
}
const alike = (a: Standing, b: Standing): boolean => a.status === b.status && a.expiry === b.expiry

function differencesOf(was: readonly Span[], will: readonly Span[]): Difference[] {
  const starts = [...new Set([...was, ...will].map(({ from }) => from))].sort()
  const found: Difference[] = []
  for (const [at, from] of starts.entries()) {
    const next = starts[at + 1]
    const to = next === undefined ? null : addDays(next, -1)
    const [before, after] = [standingOn(was, from), standingOn(will, from)]
    if (alike(before, after)) continue
    const last = found.at(-1)
    if (
      last !== undefined &&
      last.to !== null &&
      addDays(last.to, 1) === from &&
      alike(last.before, before) &&
      alike(last.after, after)
    )
      last.to = to
    else found.push({ from, to, before, after })
  }
  return found.map((each) => ({ ...each, to: each.to === LAST_DAY ? null : each.to }))
}

/** A change of what lives in dated rows, with the day it begins and what holds until then ('' not known). */
export type Change =
  | { what: 'name' | 'ownerName' | 'owner' | 'standards' | 'place'; day: string; before: string; after: string }
  | { what: 'noDay' }

interface Words {
  organization: (id: string) => string | undefined
  standard: (id: string) => string
}

const filled = (text: string | null): text is string => text !== null && text.trim() !== ''

/** Names, owners, editions and places that would begin, in the order of the acts. */
export function previewChanges(lab: LabPage, values: DecisionValues, words: Words): Change[] {
  return values.acts.flatMap((act): Change[] => {
    const day = dayOf(act, values.signed)
    const made: { what: Exclude<Change['what'], 'noDay'>; before: string; after: string }[] = []
    for (const { record, vi } of act.names) {
      if (!filled(vi)) continue
      if (record === lab.id) made.push({ what: 'name', before: nameBefore(lab, day), after: vi.trim() })
      else if (record === lab.owner?.id) made.push({ what: 'ownerName', before: lab.owner.name, after: vi.trim() })
    }
    const owner = act.owners.find(({ laboratory }) => laboratory === lab.id)?.organization ?? null
    if (owner !== null)
      made.push({ what: 'owner', before: lab.owner?.name ?? '', after: words.organization(owner) ?? '…' })
    const page = lab.accreditations.find(({ id }) => id === act.accreditation)
    if ((act.standards ?? []).length > 0) {
      const before = page?.standards.map(({ title }) => title).join('; ') ?? ''
      made.push({ what: 'standards', before, after: (act.standards ?? []).map(words.standard).join('; ') })
    }
    const place = placeAfter(lab, act)
    if (place !== '') made.push({ what: 'place', before: placesOf(page, lab), after: place })
    if (made.length === 0) return []
    return day === null ? [{ what: 'noDay' }] : made.map((change) => ({ ...change, day }))
  })
}

/** The name that holds on the eve, where the register knows it. */
function nameBefore(lab: LabPage, day: string | null): string {
  const eve = day === null ? null : addDays(day, -1)
  return lab.names.find(({ from, to }) => eve !== null && from <= eve && eve <= to)?.vi ?? lab.nameVi
}

const siteName = (lab: LabPage, id: string): string => {
  const site = lab.sites.find((each) => each.id === id)
  return site?.label ?? site?.address ?? ''
}

function placesOf(page: AccreditationPage | undefined, lab: LabPage): string {
  const here = page?.covers.filter(({ laboratory }) => laboratory.id === lab.id) ?? []
  return here.map(({ site }) => (site === null ? lab.nameVi : siteName(lab, site.id))).join('; ')
}

function placeAfter(lab: LabPage, act: DecisionValues['acts'][number]): string {
  const chosen = (act.covers ?? [])
    .filter(({ laboratory }) => laboratory === lab.id)
    .map(({ site }) => (site === null ? lab.nameVi : siteName(lab, site)))
  const added = act.places.flatMap(({ address }) => (filled(address) ? [address.trim()] : []))
  return [...chosen, ...added].join('; ')
}
