// Attached files in words: what a person calls one, how large it is, the records they may hang on.
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import type { RecordWords } from '../../../texts/recordWords'
import type { Texts } from '../../../texts/texts'
import { capital } from '../forms/options'
import { attributeWord, recordName } from '../page/sources'

export const nameOf = ({ title, name }: Pick<AttachmentShown, 'title' | 'name'>): string => title ?? name

const UNITS = ['B', 'kB', 'MB'] as const

/** 0–999 B, then kB and MB of 1024 with one decimal below ten: “2,4 MB”. */
export function sizeWords(bytes: number, language: Texts['language']): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = unit > 0 && value < 10 ? 1 : 0
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${UNITS[unit] ?? ''}`
}

export interface Carrier {
  id: string
  name: string
}

/** What files may hang on here, the laboratory first. */
export function carriersOf(texts: Texts, words: RecordWords, page: LabPage): Carrier[] {
  const named = (id: string): Carrier => ({ id, name: capital(recordName(texts, page, id)) })
  const decisions = page.accreditations.flatMap((each) => each.decisions)
  const ids = [
    page.id,
    ...page.accreditations.map(({ id }) => id),
    ...decisions.map(({ id }) => id),
    ...page.sites.map(({ id }) => id),
    ...(page.owner === null ? [] : [page.owner.id]),
  ]
  const sources = page.evidence.map(({ id, source, attribute, record }) => {
    const about = attribute === null ? recordName(texts, page, record) : attributeWord(words, attribute)
    return { id, name: texts.t('labPage.sources.ofValue', { source, about }) }
  })
  return [...[...new Set(ids)].map(named), ...sources]
}

/** Every record whose files the page shows; acts and annexes carry them too where a program put them there. */
export function recordsOf(page: LabPage): string[] {
  const decisions = page.accreditations.flatMap((each) => each.decisions)
  const parts = decisions.flatMap(({ acts, annexes }) => [...acts, ...annexes])
  const all = [...page.accreditations, ...decisions, ...page.sites, ...parts, ...page.evidence]
  return [...new Set([page.id, ...(page.owner === null ? [] : [page.owner.id]), ...all.map(({ id }) => id)])]
}
