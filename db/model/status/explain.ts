// “Vì sao?”: a status in plain sentences: each act in force, the conclusion, what will change next.
import { formatDate, precision } from '../dates/partial'
import type { ActShown, Explained } from '../shapes/status'
import { say, type Language } from '../texts/say'
import { startOf } from './spans'

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

function leftSentence(language: Language, { daysLeft }: Explained): string[] {
  if (daysLeft === null || daysLeft < 0) return []
  return [daysLeft === 0 ? say(language, 'status.lastDay') : say(language, 'status.left', { days: daysLeft })]
}

/** E.g. “Quyết định số 893.2022/QĐ-VPCNCL ngày 16/11/2022: mở rộng phạm vi từ 16/11/2022; mở rộng không kéo dài hạn.” */
export function actSentence(language: Language, act: ActShown): string {
  const paper = say(language, `status.paper.${act.paper}`)
  const head =
    act.number === null
      ? say(language, 'status.number.blank', { paper })
      : say(language, 'status.number.given', { paper, number: act.number })
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
  return `${head} ${signedWords(language, act.signed)}: ${say(language, `status.act.${act.kind}`, { from, until })}.`
}

function signedWords(language: Language, signed: string | null): string {
  if (signed === null || signed === 'none') return say(language, 'status.signed.unknown')
  const words = { day: 'given', month: 'month', year: 'year' } as const
  const exact = precision(signed)
  return exact === 'none'
    ? ''
    : say(language, `status.signed.${words[exact]}`, { signed: formatDate(signed, language) })
}
