// Filtering short lists in the window (options, actions): every word typed stands somewhere, accents and order do not matter.
import { fold } from '../../db/model/text/fold'

export function hasWords(label: string, typed: string): boolean {
  const key = fold(label)
  return fold(typed)
    .split(' ')
    .every((word) => key.includes(word))
}

/** Those that contain what was typed with its very accents first; otherwise in the order they have. */
export function exactFirst<T>(found: readonly T[], typed: string, labelOf: (one: T) => string): T[] {
  const words = typed.normalize('NFC').toLocaleLowerCase('vi').trim()
  const isExact = (one: T): boolean => labelOf(one).normalize('NFC').toLocaleLowerCase('vi').includes(words)
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))]
}
