// One thing a decision does, in the form: what each kind of act asks for, and the values of one that is new or was read. Pure.
import { firstDay, isPartialIso, type PartialDate } from '../../../../db/model/dates/partial'
import type { ActPage, AnnexPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { ActInput } from '../../../../db/model/inputs'
import type { actKinds } from '../../../../db/model/vocabulary'
import type { Cover } from './accreditation'

export interface NameValues {
  /** the laboratory or organisation */
  record: string
  vi: string | null
  en: string | null
}

export type AnnexPart = Pick<AnnexPage, 'form' | 'number' | 'issue' | 'extent' | 'note'>

export interface ActValues {
  /** left out: not in the register yet */
  id?: string
  accreditation: string | null
  kind: (typeof actKinds)[number] | null
  effective: PartialDate | null
  expiry: PartialDate | null
  partial: boolean
  ends: string | null
  changed: string | null
  /** the laboratory of the page first, then its owner; others as read */
  names: NameValues[]
  owners: { laboratory: string; organization: string | null }[]
  /** null: not changed by this act */
  standards: string[] | null
  covers: Cover[] | null
  places: { laboratory: string; address: string | null }[]
  /** first lines of the lineages named */
  lines: string[]
  /** one that comes with the act, not in the register yet */
  annex: AnnexPart | null
}

type Kind = NonNullable<ActValues['kind']>

interface Asked {
  /** what an end date of this act is: of the accreditation, only as printed, of the suspension; null: it has none */
  expiry: 'validity' | 'printed' | 'suspension' | null
  /** whether it may be for named lines only (a reduction always is) */
  lines: 'some' | 'always' | null
  /** extent of the annex that usually comes with it; null: none does */
  annex: AnnexPart['extent']
  changes: 'names' | 'owner' | 'place' | 'edition' | null
}

const giving: Asked = { expiry: 'validity', lines: null, annex: 'complete', changes: null }
const changing = (changes: Asked['changes']): Asked => ({ expiry: null, lines: null, annex: null, changes })

export const asked: Readonly<Record<Kind, Asked>> = {
  grant: giving,
  renewal: giving,
  recognition: giving,
  extension: { expiry: 'printed', lines: null, annex: 'extension', changes: null },
  reduction: { expiry: 'printed', lines: 'always', annex: 'reduction', changes: null },
  suspension: { expiry: 'suspension', lines: 'some', annex: null, changes: null },
  resumption: { expiry: null, lines: 'some', annex: null, changes: null },
  withdrawal: { expiry: null, lines: 'some', annex: null, changes: null },
  edition_transition: { expiry: 'validity', lines: null, annex: 'complete', changes: 'edition' },
  change_name: changing('names'),
  change_owner: changing('owner'),
  change_place: changing('place'),
}

/** Whether the act names lines: a suspension, resumption or withdrawal in part, and every reduction. */
export function namesLines({ kind, partial }: ActValues): boolean {
  const lines = kind === null ? null : asked[kind].lines
  return lines === 'always' || (lines === 'some' && partial)
}

export function newAct(lab: LabPage, accreditation: string | null): ActValues {
  return {
    accreditation,
    kind: null,
    effective: null,
    expiry: null,
    partial: false,
    ends: null,
    changed: null,
    ...changeValues(lab),
    annex: null,
  }
}

export function actValues(lab: LabPage, act: ActPage): ActValues {
  return {
    id: act.id,
    accreditation: act.accreditation,
    kind: act.kind,
    effective: act.effectiveDate,
    expiry: act.expiryDate,
    partial: act.partial,
    ends: act.ends,
    changed: act.changed,
    ...changeValues(lab, act),
    annex: null,
  }
}

/** Places for what the act may change, filled with what it changes already. */
function changeValues(lab: LabPage, act?: ActPage) {
  const own = [lab.id, ...(lab.owner === null ? [] : [lab.owner.id])]
  const named = act?.names ?? []
  const owned = act?.owners.map(({ laboratory, organization }) => ({ laboratory, organization: organization.id })) ?? []
  return {
    names: [
      ...own.map((record) => named.find((name) => name.record === record) ?? { record, vi: null, en: null }),
      ...named.filter(({ record }) => !own.includes(record)),
    ],
    owners: [
      owned.find(({ laboratory }) => laboratory === lab.id) ?? { laboratory: lab.id, organization: null },
      ...owned.filter(({ laboratory }) => laboratory !== lab.id),
    ],
    standards: act?.standards?.map(({ id }) => id) ?? null,
    covers: act?.covers?.map(({ laboratory, site }) => ({ laboratory: laboratory.id, site: site?.id ?? null })) ?? null,
    places: [{ laboratory: lab.id, address: null }],
    lines: act?.lines.map(({ id }) => id) ?? [],
  }
}

/** Reduced ISO text of a date that can be read. */
export const isoOf = (date: PartialDate | null): string | null =>
  date !== null && isPartialIso(date.iso) ? date.iso : null

/** First possible day on which an act counts; null: not dated. */
export function dayOf(act: Pick<ActValues, 'effective'>, signed: PartialDate | null): string | null {
  const start = isoOf(act.effective) ?? isoOf(signed)
  return start === null || start === 'none' ? null : firstDay(start)
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** Whether it begins something new that must have a day: a name, an owner, an edition, a place. */
export function changesRows({ names, owners, standards, covers, places }: ActValues): boolean {
  return (
    names.some(({ vi }) => filled(vi)) ||
    owners.some(({ organization }) => organization !== null) ||
    (standards ?? []).length > 0 ||
    (covers ?? []).length > 0 ||
    places.some(({ address }) => filled(address))
  )
}

/** What is sent: empty places say nothing; a new place stands instead of those of its laboratory unless others are chosen. */
export function sentAct(act: ActInput, lab: LabPage): ActInput {
  const { names, owners, places, standards, covers, lines, ...own } = act
  const isNew = act.id === undefined
  const added = places?.filter(({ address }) => address !== null && address !== '') ?? []
  const current = lab.accreditations.find(({ id }) => id === act.accreditation)?.covers ?? []
  const others = current
    .filter(({ laboratory }) => laboratory.id !== lab.id)
    .map(({ laboratory, site }) => ({ laboratory: laboratory.id, site: site?.id ?? null }))
  const chosen = covers?.length
    ? covers
    : added.length > 0
      ? others
      : isNew
        ? undefined
        : covers === undefined
          ? undefined
          : null
  return {
    ...own,
    ...(names === undefined ? {} : { names: names.filter(({ vi }) => !isNew || vi !== null) }),
    ...(owners === undefined ? {} : { owners: owners.filter(({ organization }) => !isNew || organization !== null) }),
    ...(standards === undefined || (isNew && !standards?.length)
      ? {}
      : { standards: standards?.length ? standards : null }),
    ...(chosen === undefined ? {} : { covers: chosen }),
    ...(added.length === 0 ? {} : { places: added }),
    ...(lines === undefined || (isNew && lines.length === 0) ? {} : { lines }),
  }
}
