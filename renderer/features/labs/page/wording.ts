// Short names for the parts of a page: where a laboratory stands, how an accreditation, a site or a decision is called, and dates
// as they are known with the words of the paper beside them.
import { formatDate, parseDate, precision, type PartialDate } from '../../../../db/model/dates/partial'
import type { AccreditationPage, DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage, SitePage } from '../../../../db/model/shapes/lab'
import { say } from '../../../../db/model/texts/say'
import type { Texts } from '../../../texts/texts'

type Words = Pick<Texts, 't' | 'language'>

/** Unit of the first site that has one, today's before the former; null where no site says it. */
export function areaOf(sites: readonly SitePage[]): string | null {
  for (const site of sites) {
    const unit = site.unit ?? site.oldUnit
    if (unit !== null) return unit.name
  }
  return null
}

/** “Công ty Xăng dầu B12 · Phường Bãi Cháy”. */
export function ownerAndArea({ t }: Words, page: Pick<LabPage, 'owner' | 'sites'>): string {
  return `${page.owner?.name ?? t('labPage.noOwner')} · ${areaOf(page.sites) ?? t('labPage.noArea')}`
}

/** The code as printed, else the scheme, else that there is none. */
export function accreditationName({ t }: Words, { code, scheme }: Pick<AccreditationPage, 'code' | 'scheme'>): string {
  if (code !== null) return code.raw
  return scheme === null
    ? t('labPage.accreditation.noCode')
    : `${scheme.key}, ${t('labPage.accreditation.noCode').toLocaleLowerCase()}`
}

/** “Quyết định số 893.2022/QĐ-VPCNCL”, “Quyết định (để trống số)”. */
export function decisionName({ language }: Words, { kind, number }: Pick<DecisionPage, 'kind' | 'number'>): string {
  const paper = say(language, `status.paper.${kind}`)
  return number === null
    ? say(language, 'status.number.blank', { paper })
    : say(language, 'status.number.given', { paper, number })
}

export function siteName({ t }: Words, site: Pick<SitePage, 'label' | 'address'>, index: number): string {
  return site.label ?? t('labPage.sites.unnamed', { number: index + 1 })
}

/** A date as it is known, and what the paper says where that is more or less than the date. */
export function dateNotes({ t, language }: Words, { iso, printed }: PartialDate): { shown: string; notes: string[] } {
  const known = precision(iso)
  const notes = [
    ...(known === 'month'
      ? [t('labPage.decision.dayUnknown')]
      : known === 'year'
        ? [t('labPage.decision.monthUnknown')]
        : []),
    ...(printed === undefined || (known === 'day' && isSameDay(printed, iso))
      ? []
      : [t('labPage.decision.asPrinted', { printed })]),
  ]
  return { shown: formatDate(iso, language), notes }
}

/** Whether the printed words say just this day, if with other spaces and signs: then there is nothing to add. */
function isSameDay(printed: string, iso: string): boolean {
  const read = parseDate(printed)
  return read.ok && read.value.iso === iso
}
