// From concepts to the index: which lines may fit, in three ranks. Each rank leaves out what the ranks before it hold, so that walking
// them one after another meets every line once. Whether a line really fits, `fit` decides (fit.ts).
import type { Concept } from './understand'
import type { Meaning, Word } from './terms'
import { isPlain } from './tokens'

/** Expressions of the full-text index: what was asked as it is written; without accents or broader; narrower or another edition. */
export function candidates(concepts: readonly Concept[]): string[] {
  const ranks = [exactly, loosely, narrowly].map((rank) => all(concepts.map(rank)))
  const [exact, loose, narrow] = ranks as [string, string, string]
  return [
    exact,
    ...(loose === exact ? [] : [`${loose} NOT ${exact}`]),
    ...(narrow === loose ? [] : [`${narrow} NOT ${loose}`]),
  ]
}

const all = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`)
const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`
const any = (column: 'accented' | 'folded', phrases: Iterable<string>): string =>
  `(${column} : (${[...new Set(phrases)].join(' OR ')}))`

const printed = (word: Word): string => quoted(word.tokens.map((token) => token.lower))
/** A word in a line printed without any accents; null where it has none anyway. */
const bare = (word: Word): string[] =>
  word.tokens.every(isPlain) ? [] : [quoted(word.tokens.map((token) => token.folded))]
const wordsOf = (meanings: readonly Meaning[]): Word[] => meanings.flatMap((meaning) => meaning.words)

function exactly(concept: Concept): string {
  switch (concept.kind) {
    case 'term':
      return any('accented', wordsOf(concept.meanings).map(printed))
    case 'word':
      return any(concept.accented === null ? 'folded' : 'accented', [
        quoted([concept.accented ?? concept.folded]) + (concept.prefix ? '*' : ''),
      ])
    case 'method':
      return any(
        'folded',
        concept.phrases.map(
          (phrase) =>
            quoted(concept.edition === null ? phrase : [...phrase, concept.edition]) + (concept.prefix ? '*' : ''),
        ),
      )
    case 'part':
      return any(
        'folded',
        concept.words.map((word) => quoted([word])),
      )
    case 'unknown':
      throw new Error('an unknown word has no candidates')
  }
}

function loosely(concept: Concept): string {
  if (concept.kind === 'word')
    return concept.accented === null
      ? exactly(concept)
      : any('folded', [quoted([concept.folded]) + (concept.prefix ? '*' : '')])
  if (concept.kind !== 'term') return exactly(concept)
  return any('accented', looseWords(concept.meanings))
}

function looseWords(meanings: readonly Meaning[]): string[] {
  const own = wordsOf(meanings)
  const broader = wordsOf(meanings.flatMap((meaning) => meaning.broader))
  return [...own.map(printed), ...own.flatMap(bare), ...broader.map(printed)]
}

function narrowly(concept: Concept): string {
  if (concept.kind === 'method' && concept.edition !== null) return any('folded', concept.phrases.map(quoted))
  if (concept.kind !== 'term') return loosely(concept)
  const narrower = wordsOf(concept.meanings.flatMap((meaning) => meaning.narrower))
  return any('accented', [...looseWords(concept.meanings), ...narrower.map(printed)])
}
