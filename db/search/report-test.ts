// The test of a report against the lines of one accreditation, by the words and meanings that capability search knows. Stricter than a
// search: whole words only, and a method named among the words is the report's method.
import { fit, type Fit, type LineText } from './fit'
import type { Understood } from '../model/capability'
import type { TermBook, Word } from './terms'
import { isBare, isPlain, tokensOf, type Token } from './tokens'
import { understand, type Concept, type Knowledge } from './understand'

export interface TestAsked {
  concepts: readonly Concept[]
  /** designations found among the words */
  method: string | null
  /** every word, and those that only hold the question together */
  words: readonly Token[]
  ignored: ReadonlySet<string>
  /** words that no line of the register holds */
  strange: readonly string[]
}

export function readTest(text: string, knowledge: Knowledge): TestAsked {
  const { concepts, understood, reading } = understand(text, knowledge)
  const bare = isBare(reading?.text ?? text)
  const pieces = understood.filter(({ kind }) => MEANT.has(kind))
  const read = concepts.flatMap((concept, at) => asPrinted(concept, pieces[at]!.text, bare))
  const methods = pieces.filter(({ kind }) => kind === 'method').map((piece) => piece.text)
  return {
    concepts: read.filter(({ kind }) => kind !== 'method'),
    method: methods.length ? methods.join('; ') : null,
    words: understood.filter(({ kind }) => kind !== 'method').flatMap((piece) => tokensOf(piece.text)),
    ignored: new Set(
      understood.flatMap((piece) => (piece.kind === 'ignored' ? tokensOf(piece.text).map(({ folded }) => folded) : [])),
    ),
    strange: pieces.filter(({ kind }) => kind === 'unknown').map((piece) => piece.text),
  }
}

/** Pieces that became concepts, one each and in the same order. */
const MEANT: ReadonlySet<Understood['kind']> = new Set(['term', 'word', 'part', 'method', 'unknown'])

/**
 * What is being typed in a search is printed here: a word is itself, never the beginning or the middle of another; and where accents are
 * written at all, a word without them has none: “trung áp” is not about eggs (trứng).
 */
function asPrinted(concept: Concept, text: string, bare: boolean): Concept[] {
  if (concept.kind === 'part') return [{ kind: 'unknown' }]
  if (bare) return [concept.kind === 'word' ? { ...concept, prefix: false } : concept]
  if (concept.kind === 'word') return tokensOf(text).map(toWord)
  if (concept.kind !== 'term') return [concept]
  const tokens = tokensOf(text)
  const meanings = concept.meanings.filter(({ words }) => words.some((word) => isWritten(word, tokens)))
  return meanings.length ? [{ kind: 'term', meanings }] : tokens.map(toWord)
}

const toWord = ({ lower, folded }: Token): Concept => ({ kind: 'word', accented: lower, folded, prefix: false })

const isWritten = ({ tokens, symbol }: Word, typed: readonly Token[]): boolean =>
  tokens.length === typed.length &&
  tokens.every((token, at) => (symbol ? token.text === typed[at]!.text : token.lower === typed[at]!.lower))

export interface TestMatch {
  /** null: the line is for something else */
  fit: Fit | null
  /** how many of the concepts the line is for; for the nearest lines */
  shared: number
  /** the words asked name the line's product */
  product: boolean
}

/** No concepts asked: every line fits. */
export function matchTest(asked: TestAsked, line: LineText, terms: TermBook): TestMatch {
  const { concepts } = asked
  const text = { ...line, method: null, methodEdition: null }
  const product = { ...text, testVi: null, testEn: null, technique: null }
  const whole = fit(text, concepts, terms) ?? literalFit(asked, line)
  const alone = (part: LineText): number => concepts.filter((concept) => fit(part, [concept], terms) !== null).length
  return { fit: whole, shared: whole === null ? alone(text) : concepts.length, product: alone(product) > 0 }
}

/** Typed without accents a word may have been taken for another: the whole product and words of the test alone still tell the line. */
function literalFit({ words, ignored }: TestAsked, { matrixVi, testVi, technique }: LineText): Fit | null {
  if (matrixVi === null || !words.every(isPlain)) return null
  const asked = new Set(words.map(({ folded }) => folded))
  if (!tokensOf(matrixVi).every(({ folded }) => asked.has(folded))) return null
  const own = new Set([matrixVi, testVi, technique].flatMap((part) => tokensOf(part ?? '').map(({ folded }) => folded)))
  const same = words.every(({ folded }) => own.has(folded) || ignored.has(folded))
  return same ? { broader: [], narrower: [], otherEdition: false, folded: true } : null
}
