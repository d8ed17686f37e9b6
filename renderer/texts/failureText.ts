// Failures in words: what to do next, by what is wrong with a file where that is the trouble, else by code.
import i18next from 'i18next'
import { isSayKey, say } from '../../db/model/texts/say'
import type { Failure } from '../failure'
import { toLanguage } from './formats'
import type { Translate } from './texts'

export function failureText(t: Translate, failure: Failure): string {
  return fileText(failure) ?? t(`errors.${failure.code}`)
}

/** What the registry found wrong with the very file (rules `file.*`); null when it is about something else. */
function fileText({ fields = [] }: Failure): string | null {
  const about = fields.find(({ field }) => field === 'file')
  const key = `exchange.rules.${about?.rule ?? ''}`
  return isSayKey(key) ? say(toLanguage(i18next.resolvedLanguage), key, about?.params) : null
}

/** As `failureText`, with the number to read out on the telephone where there is one. */
export function failureSentence(t: Translate, failure: Failure): string {
  const text = failureText(t, failure)
  return failure.number === undefined ? text : `${text} (${t('errors.number', { number: failure.number })})`
}
