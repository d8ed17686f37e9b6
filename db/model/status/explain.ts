// “Vì sao?”: a status in plain sentences: each act in force, the conclusion, what will change next.
import { addDays, formatDate, precision } from '../dates/partial'
import type { ActShown, Explained } from '../shapes/status'
import { say, type Language, type SayKey } from '../texts/say'
import { shownStatus, startOf, type Span } from './spans'

/** The status of one day out of spans that cover all days; `actOf` shows an act, undefined one that is not to be told. */
export function explainedOn(
  spans: readonly Span[],
  day: string,
  actOf: (id: string) => ActShown | undefined,
): Explained {
  const at = spans.findIndex(({ from, to }) => from <= day && day <= to)
  const span = spans[at]!
  const next = spans.slice(at + 1).find(({ status }) => status !== span.status)
  const first = spans.slice(0, at).findLast(({ status }) => status !== span.status)
  return {
    ...shownStatus(span.status, span.expiry, day),
    expiry: span.expiry,
    reason: span.reason,
    certain: span.certain,
    since: first ? addDays(first.to, 1) : null,
    until: next ? addDays(next.from, -1) : null,
    acts: span.acts.flatMap((id) => actOf(id) ?? []),
    next: next ? { day: next.from, status: next.status } : null,
  }
}

/** Sentences in reading order: acts oldest first, conclusion, doubt, next change. */
export function explain(language: Language, explained: Explained, day: string): string[] {
  const shown = (iso: string) => formatDate(iso, language)
  const conclusion = say(language, `status.reason.${explained.reason}`, {
    day: shown(day),
    expiry: explained.expiry === null ? '' : shown(explained.expiry),
  })
  const sentences = explained.acts.map((act) => actSentence(language, act))
  if (explained.reason === 'before_first_grant') sentences.push(conclusion)
  else sentences.push(conclusion, ...leftSentence(language, explained))
  if (!explained.certain) sentences.push(say(language, 'status.uncertain'))
  if (explained.next) {
    sentences.push(
      say(language, 'status.next', {
        day: shown(explained.next.day),
        status: say(language, `status.name.${explained.next.status}`),
      }),
    )
  }
  return sentences
}

/** 1.823 in Vietnamese, 1,823 in English. */
const grouped = (language: Language, count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',')

/** What remains runs to the end of the accreditation, also while it is suspended: a suspension moves no end. */
function leftSentence(language: Language, { daysLeft, status, expiry }: Explained): string[] {
  const suspended = status === 'suspended' || status === 'partly_suspended'
  if (suspended && expiry !== null && expiry !== 'none') {
    const params = { expiry: formatDate(expiry, language), days: grouped(language, daysLeft ?? 0) }
    if (daysLeft !== null && daysLeft > 0) return [say(language, 'status.leftSuspended', params)]
    return [say(language, 'status.endSuspended', params)]
  }
  if (daysLeft === null || daysLeft < 0) return []
  return [
    daysLeft === 0
      ? say(language, 'status.lastDay')
      : say(language, 'status.left', { days: grouped(language, daysLeft) }),
  ]
}

/** E.g. “Quyết định số 893.2022/QĐ-VPCNCL ngày 16/11/2022: mở rộng phạm vi từ 16/11/2022; mở rộng không kéo dài hạn.” */
export const actSentence = (language: Language, act: ActShown): string =>
  `${paperOf(language, act)}: ${actDeed(language, act)}.`

/** E.g. “Quyết định số 893.2022/QĐ-VPCNCL ngày 16/11/2022”. */
export function paperOf(language: Language, act: Pick<ActShown, 'paper' | 'number' | 'signed'>): string {
  const paper = say(language, `status.paper.${act.paper}`)
  const head =
    act.number === null
      ? say(language, 'status.number.blank', { paper })
      : say(language, 'status.number.given', { paper, number: act.number })
  return `${head} ${signedWords(language, act.signed)}`
}

/** What the act does, without its paper: “mở rộng phạm vi từ 16/11/2022; mở rộng không kéo dài hạn”. */
export function actDeed(language: Language, act: ActShown): string {
  const start = startOf(act)
  const from =
    act.effective !== null
      ? say(language, 'status.from.given', { day: formatDate(act.effective, language) })
      : say(language, start === null ? 'status.from.unknown' : 'status.from.signed')
  const until =
    act.expiry === 'none'
      ? say(language, 'status.until.unlimited')
      : act.expiry === null
        ? say(language, 'status.until.unknown')
        : say(language, 'status.until.given', { day: formatDate(act.expiry, language) })
  const done = say(language, actKey(act), { from, until })
  return `${done}${suspendedUntil(language, act, until)}`
}

const actKey = ({ kind, partial }: ActShown): SayKey => {
  const inPart = kind === 'suspension' || kind === 'resumption' || kind === 'withdrawal'
  return partial && inPart ? `status.actInPart.${kind}` : `status.act.${kind}`
}

const suspendedUntil = (language: Language, { kind, expiry }: ActShown, until: string): string =>
  kind === 'suspension' && expiry !== null
    ? ` ${until}`
    : kind === 'suspension'
      ? ` ${say(language, 'status.untilLifted')}`
      : ''

function signedWords(language: Language, signed: string | null): string {
  if (signed === null || signed === 'none') return say(language, 'status.signed.unknown')
  const words = { day: 'given', month: 'month', year: 'year' } as const
  const exact = precision(signed)
  return exact === 'none'
    ? ''
    : say(language, `status.signed.${words[exact]}`, { signed: formatDate(signed, language) })
}
