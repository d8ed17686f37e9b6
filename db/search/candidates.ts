// From concepts to the index: which lines may fit, in three ranks, each with all lines of the rank before. Whether a line really fits,
// `fit` decides (fit.ts).
import type { Concept } from './understand'
import type { Meaning, Word } from './terms'
import { BARE_LINE, isPlain, symbolKey } from './tokens'

export interface Rank {
  /** expression of the full-text index */
  expression: string
  /** the same without the lines of the rank before, which were met there; dearer to walk */
  rest: string
  /** its own lines are for something narrower or by another edition: none of them answers the question */
  narrow: boolean
}

/** What was asked as it is written; without accents or broader; narrower or another edition. A rank that adds nothing is left out. */
export function candidates(concepts: readonly Concept[]): Rank[] {
  const ranks: Rank[] = []
  for (const way of [exactly, loosely, narrowly]) {
    const expression = all(concepts.map(way))
    const before = ranks.at(-1)?.expression
    if (expression === before) continue
    const rest = before === undefined ? expression : `${expression} NOT ${before}`
    ranks.push({ expression, rest, narrow: way === narrowly })
  }
  return ranks
}

const all = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`)
const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`
const any = (column: 'accented' | 'folded', phrases: Iterable<string>): string =>
  `(${column} : (${[...new Set(phrases)].join(' OR ')}))`

const printed = (word: Word): string => quoted([symbolKey(word.text) ?? word.tokens.map((token) => token.lower)].flat())
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
  return printedOrBare(concept.meanings, broaderOf(concept.meanings))
}

const broaderOf = (meanings: readonly Meaning[]): Meaning[] => meanings.flatMap((meaning) => meaning.broader)

/** Lines with the words of the meanings or of `others`; a line without any accents also with those of the meanings without theirs. */
function printedOrBare(meanings: readonly Meaning[], others: readonly Meaning[]): string {
  const own = wordsOf(meanings)
  const accented = any('accented', [...own, ...wordsOf(others)].map(printed))
  const without = own.flatMap(bare)
  return without.length === 0
    ? accented
    : `(${accented} OR (accented : "${BARE_LINE}" AND ${any('accented', without)}))`
}

function narrowly(concept: Concept): string {
  if (concept.kind === 'method' && concept.edition !== null) return any('folded', concept.phrases.map(quoted))
  if (concept.kind !== 'term') return loosely(concept)
  const narrower = concept.meanings.flatMap((meaning) => meaning.narrower)
  return printedOrBare(concept.meanings, [...broaderOf(concept.meanings), ...narrower])
}
