// Reasons in the language asked: code and parameters become a sentence at once, dates and papers as that language writes them.
import { formatDate, precision } from '../dates/partial'
import type { ActShown } from '../shapes/status'
import { say, type Language, type SayParams, type SayKey } from '../texts/say'
import type { check } from '../texts/vi/check'
import type { Reason, RecordRef, Verdict } from './report'

export type CheckReason = keyof typeof check.reason

export interface More {
  params?: SayParams
  record?: RecordRef | null
  details?: string[]
}

export interface Speaker {
  language: Language
  day: (iso: string) => string
  paper: (act: Pick<ActShown, 'paper' | 'number' | 'signed'>) => string
  /** what speaks for the report, or a remark */
  note: (code: CheckReason, more?: More) => Reason
  reason: (code: CheckReason, verdict: Verdict | null, more?: More) => Reason
}

export function speaker(language: Language): Speaker {
  const day = (iso: string): string => formatDate(iso, language)
  const reason: Speaker['reason'] = (code, verdict, { params = {}, record = null, details = [] } = {}) => ({
    code,
    verdict,
    params,
    record,
    details,
    sentence: say(language, `check.reason.${code}` satisfies SayKey, params),
  })
  return {
    language,
    day,
    paper: (act) => paperWords(language, act),
    note: (code, more) => reason(code, null, more),
    reason,
  }
}

/** “Quyết định số 893.2022/QĐ-VPCNCL ngày 16/11/2022”; a blank number is said to be blank. */
function paperWords(
  language: Language,
  { paper, number, signed }: Pick<ActShown, 'paper' | 'number' | 'signed'>,
): string {
  const kind = say(language, `status.paper.${paper}`)
  const head =
    number === null
      ? say(language, 'status.number.blank', { paper: kind })
      : say(language, 'status.number.given', { paper: kind, number })
  if (signed === null || signed === 'none') return `${head} ${say(language, 'status.signed.unknown')}`
  const words = { day: 'given', month: 'month', year: 'year', none: 'given' } as const
  return `${head} ${say(language, `status.signed.${words[precision(signed)]}`, { signed: formatDate(signed, language) })}`
}

/** Imported sources name an article by its file: “article x.txt” → “bài báo x.txt”. */
export function sourceWords(language: Language, source: string): string {
  const file = /^article (.+)$/.exec(source)?.[1]
  return file === undefined ? source : say(language, 'check.article', { file })
}

/** Names one after another, the first few and how many more. */
export function listed(language: Language, names: readonly string[], most = 4): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} ${say(language, 'check.andMore', { count: more })}` : shown.join(', ')
}
