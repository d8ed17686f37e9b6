// Why a row or a cell is not brought back, in words.
import type { BookProblem } from '../../../db/model/shapes/book'
import { isSayKey, say } from '../../../db/model/texts/say'
import type { Failure } from '../../failure'
import { failureSentence } from '../../texts/failureText'
import type { Texts } from '../../texts/texts'

export type Words = Pick<Texts, 't' | 'language'>

/** One sentence that says what to do. */
export function problemText({ t, language }: Words, { rule, params = {} }: BookProblem): string {
  const key = rule.startsWith('book.') ? `book.rules.${rule.slice('book.'.length)}` : `exchange.rules.${rule}`
  return isSayKey(key) ? say(language, key, params) : t('errors.field.invalid')
}

/** A failure that is about a row of the file tells which and why. */
export function failureWords(texts: Words, failure: Failure): string {
  const about = failure.fields?.find(({ rule }) => rule.startsWith('book.'))
  return about === undefined ? failureSentence(texts.t, failure) : problemText(texts, about)
}
