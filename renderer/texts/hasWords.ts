// Filtering short lists in the window (options, actions): every word typed stands somewhere, accents and order do not matter.
import { fold } from '../../db/model/text/fold'

export function hasWords(label: string, typed: string): boolean {
  const key = fold(label)
  return fold(typed)
    .split(' ')
    .every((word) => key.includes(word))
}
