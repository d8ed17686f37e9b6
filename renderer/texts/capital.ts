// A word of the middle of a sentence as the beginning of one: shared lists of words are kept small, labels begin with a capital.
import type { Language } from './formats'

export function capital(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
