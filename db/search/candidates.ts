// From concepts to the index: which lines may fit, in three ranks, each with all lines of the rank before. Whether a line really fits,
// `fit` decides (fit.ts).
import type { Concept } from './understand'
import type { Meaning, Word } from './terms'
import { BARE_LINE, isPlain, symbolKey } from './tokens'
import type { Vocabulary } from './vocabulary'

export interface Rank {
  /** expression of the full-text index */
  expression: string
  /** the same without the lines of the rank before, which were met there; dearer to walk */
  rest: string
  /** its own lines are for something narrower or by another edition: none of them answers the question */
  narrow: boolean
}

type Column = 'accented' | 'folded'
type AskedWord = Extract<Concept, { kind: 'word' }>

/** What was asked as it is written; without accents or broader; narrower or another edition. A rank that adds nothing is left out. */
export function candidates(concepts: readonly Concept[], vocabulary: Vocabulary): Rank[] {
  const ranks: Rank[] = []
  for (const way of [exactly, loosely, narrowly]) {
    const expression = all(concepts.map((concept) => way(concept, vocabulary)))
    const before = ranks.at(-1)?.expression
    if (expression === before) continue
    const rest = before === undefined ? expression : `${expression} NOT ${before}`
    ranks.push({ expression, rest, narrow: way === narrowly })
  }
  return ranks
}

const all = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`)
const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`
const any = (column: Column, phrases: Iterable<string>): string =>
  `(${column} : (${[...new Set(phrases)].join(' OR ')}))`

const printed = (word: Word): string => quoted([symbolKey(word.text) ?? word.tokens.map((token) => token.lower)].flat())
/** A word in a line printed without any accents; null where it has none anyway. */
const bare = (word: Word): string[] =>
  word.tokens.every(isPlain) ? [] : [quoted(word.tokens.map((token) => token.folded))]
const wordsOf = (meanings: readonly Meaning[]): Word[] => meanings.flatMap((meaning) => meaning.words)

/** More would take longer than the index needs to gather them itself. */
const MOST_BEGUN = 400

/** A word in one column. One that is only begun is asked for by the words that the register has for it: the index walks these as they stand,
    where it would first gather every line of a beginning. */
function word(column: Column, { accented, folded, prefix }: AskedWord, vocabulary: Vocabulary): string {
  const typed = column === 'folded' ? folded : (accented ?? folded)
  if (!prefix) return any(column, [quoted([typed])])
  const begun = FIGURES.test(typed) ? null : vocabulary.beginning(column, typed, MOST_BEGUN)
  return any(
    column,
    begun === null || begun.length === 0 ? [`${quoted([typed])}*`] : begun.map((each) => quoted([each])),
  )
}

/** Figures stand in no vocabulary. */
const FIGURES = /^\p{N}+$/u

/** The number of a method that is still being typed: of one figure alone there are so many that the lines of its body are looked through instead. */
const begunNumber = (phrase: readonly string[]): string =>
  phrase.length > 1 && /^\p{N}$/u.test(phrase.at(-1)!) ? quoted(phrase.slice(0, -1)) : `${quoted(phrase)}*`

function exactly(concept: Concept, vocabulary: Vocabulary): string {
  switch (concept.kind) {
    case 'term':
      return any('accented', wordsOf(concept.meanings).map(printed))
    case 'word':
      return word(concept.accented === null ? 'folded' : 'accented', concept, vocabulary)
    case 'method':
      return any(
        'folded',
        concept.phrases.map((phrase) => {
          if (concept.prefix) return begunNumber(phrase)
          return quoted(concept.edition === null ? phrase : [...phrase, concept.edition])
        }),
      )
    case 'part':
      return any(
        'folded',
        concept.words.map((each) => quoted([each])),
      )
    case 'unknown':
      throw new Error('an unknown word has no candidates')
  }
}

function loosely(concept: Concept, vocabulary: Vocabulary): string {
  if (concept.kind === 'word') return word('folded', concept, vocabulary)
  if (concept.kind !== 'term') return exactly(concept, vocabulary)
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

function narrowly(concept: Concept, vocabulary: Vocabulary): string {
  if (concept.kind === 'method' && concept.edition !== null) return any('folded', concept.phrases.map(quoted))
  if (concept.kind !== 'term') return loosely(concept, vocabulary)
  const narrower = concept.meanings.flatMap((meaning) => meaning.narrower)
  return printedOrBare(concept.meanings, [...broaderOf(concept.meanings), ...narrower])
}
