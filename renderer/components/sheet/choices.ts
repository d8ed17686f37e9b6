// Words that a cell may hold instead of free text, and the record that they name.
import { fold } from '../../../db/model/text/fold'

export interface Choice {
  id: string
  words: string
  /** other words for the same: the other language, a full name */
  also?: string
}

/** The choice that words name, case and accents aside; undefined: none. */
export function choiceOf(choices: readonly Choice[], words: string): Choice | undefined {
  const key = fold(words)
  return choices.find(
    (choice) => fold(choice.words) === key || (choice.also !== undefined && fold(choice.also) === key),
  )
}
