// The test of a report against the lines of one accreditation, by the words and meanings that capability search knows. Stricter than a
// search: whole words only, and a method named among the words is the report's method.
import { fit, type Fit, type LineText } from './fit'
import { understand, type Concept, type Knowledge } from './understand'
import type { TermBook } from './terms'

export interface TestAsked {
  concepts: readonly Concept[]
  /** designations found among the words */
  method: string | null
  /** words that no line of the register holds */
  strange: readonly string[]
}

export function readTest(text: string, knowledge: Knowledge): TestAsked {
  const { concepts, understood } = understand(text, knowledge)
  const methods = understood.filter(({ kind }) => kind === 'method').map((piece) => piece.text)
  return {
    concepts: concepts.filter(({ kind }) => kind !== 'method').map(wholeWords),
    method: methods.length ? methods.join('; ') : null,
    strange: understood.filter(({ kind }) => kind === 'unknown').map((piece) => piece.text),
  }
}

/** What is being typed elsewhere is printed here: a word is itself, never the beginning or the middle of another. */
function wholeWords(concept: Concept): Concept {
  if (concept.kind === 'word') return { ...concept, prefix: false }
  return concept.kind === 'part' ? { kind: 'unknown' } : concept
}

export interface TestMatch {
  /** null: the line is for something else */
  fit: Fit | null
  /** how many of the concepts the line is for; for the nearest lines */
  shared: number
  /** the words asked name the line's product */
  product: boolean
}

/** No concepts asked: every line fits. */
export function matchTest({ concepts }: TestAsked, line: LineText, terms: TermBook): TestMatch {
  const words = { ...line, method: null, methodEdition: null }
  const product = { ...words, testVi: null, testEn: null, technique: null }
  const whole = fit(words, concepts, terms)
  const alone = (text: LineText) => concepts.filter((concept) => fit(text, [concept], terms) !== null).length
  return { fit: whole, shared: whole === null ? alone(words) : concepts.length, product: alone(product) > 0 }
}
