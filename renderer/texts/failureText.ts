// Failures in words: what to do next, by code.
import type { Failure } from '../failure'
import type { Translate } from './texts'

export function failureText(t: Translate, failure: Failure): string {
  return t(`errors.${failure.code}`)
}

/** As `failureText`, with the number to read out on the telephone where there is one. */
export function failureSentence(t: Translate, failure: Failure): string {
  const text = failureText(t, failure)
  return failure.number === undefined ? text : `${text} (${t('errors.number', { number: failure.number })})`
}
