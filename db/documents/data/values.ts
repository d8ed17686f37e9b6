// What a template is filled with, and the words of its values. Official papers are written in Vietnamese whatever language the window speaks.
import type { AccreditationPage, DecisionPage } from '../../model/shapes/accreditation'
import type { ShownStatus } from '../../model/shapes/status'
import { formatDate } from '../../model/dates/partial'
import { say } from '../../model/texts/say'
import { actDeed, paperOf } from '../../model/status/explain'

export interface Filling {
  [tag: string]: string | Filling[]
}

/** The day that a paper speaks of, and the moment at which it is made. */
export interface Moment {
  day: string
  /** calendar day on which it is made */
  today: string
  /** instant, ISO 8601 UTC */
  now: string
  /** of records, for an example; left out: all */
  most?: number
}

export const number = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, '.')
export const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso, 'vi'))
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
export const joined = (words: readonly (string | null | undefined)[], between = '; '): string =>
  words.filter((word) => word !== null && word !== undefined && word !== '').join(between)
export const lines = (texts: readonly string[]): Filling[] => texts.map((dong) => ({ dong }))
export const change = (now: number, before: number): string =>
  now === before ? '0' : now > before ? `+${number(now - before)}` : `-${number(before - now)}`

/** `còn hiệu lực`, … as the screens say it. */
export const statusWord = ({ status }: Pick<ShownStatus, 'status'>): string => capital(say('vi', `status.name.${status}`))

/** Days to the end; empty where none is known. */
export const left = ({ daysLeft }: Pick<ShownStatus, 'daysLeft'>): string =>
  daysLeft === null ? '' : `${number(daysLeft)} ngày`

/** One accreditation as every paper describes it. */
export function accreditationWords(page: AccreditationPage): Record<string, string> {
  return {
    ma_so: page.code?.raw ?? 'chưa có mã số',
    chuong_trinh: page.scheme?.key ?? '',
    to_chuc: page.issuer?.name ?? '',
    tieu_chuan: joined(page.standards.map(({ title }) => title)),
    linh_vuc: joined(page.fields.map(({ name }) => name)),
    tinh_trang: statusWord(page.status),
    hieu_luc_den: day(page.status.expiry),
  }
}

/** `Quyết định số 893.2022/QĐ-VPCNCL ngày 16/11/2022`. */
export const decisionName = ({ kind, number: given, signed }: DecisionPage): string =>
  paperOf('vi', { paper: kind, number: given, signed: signed?.iso ?? null })

/** What a decision does to one accreditation, act by act, in the words of “Vì sao?”. */
export function deeds(decision: DecisionPage, accreditation: string): string {
  return joined(
    decision.acts
      .filter((act) => act.accreditation === accreditation)
      .map((act) => joined([capital(actDeed('vi', act)), act.changed], ': ')),
  )
}
