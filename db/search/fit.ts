// Whether a scope line is for what was asked, and how: exactly, as part of something broader, or for something narrower only.
// Reads the line's own words, longest first: feed for fish is not fish, fish sauce is not water, “trừ thủy sản” takes fish out.
import type { Concept } from './understand'
import type { Meaning, TermBook } from './terms'
import { readProduct, readTest, type Head } from './line-meanings'
import { isBare, tokensOf, type Token } from './tokens'

export interface LineText {
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  method: string | null
  methodEdition: string | null
}

export interface Fit {
  broader: string[]
  narrower: string[]
  otherEdition: boolean
  folded: boolean
}

type How = 'exact' | 'folded' | 'other_edition' | { broader: string } | { narrower: string }

/** Null: the line is for something else. */
export function fit(line: LineText, concepts: readonly Concept[], book: TermBook): Fit | null {
  const text = new LineWords(line, book)
  const hows = concepts.map((concept) => howOf(concept, text))
  if (hows.includes(null) && !describesHead(concepts, hows, text)) return null
  const all: Fit = { broader: [], narrower: [], otherEdition: false, folded: false }
  for (const how of hows) {
    if (how === 'folded') all.folded = true
    else if (how === 'other_edition') all.otherEdition = true
    else if (how !== null && how !== 'exact' && 'broader' in how) all.broader.push(how.broader)
    else if (how !== null && how !== 'exact') all.narrower.push(how.narrower)
  }
  return all
}

/** “nước thải thủy sản”: what only describes the product counts when the product itself was asked too. */
function describesHead(concepts: readonly Concept[], hows: readonly (How | null)[], text: LineWords): boolean {
  const isIn = (meant: ReadonlySet<Meaning>, concept: Concept): boolean =>
    concept.kind === 'term' && concept.meanings.some((meaning) => meant.has(meaning))
  return (
    concepts.some((concept, at) => hows[at] !== null && isIn(text.heads, concept)) &&
    concepts.every((concept, at) => hows[at] !== null || isIn(text.described, concept))
  )
}

function howOf(concept: Concept, text: LineWords): How | null {
  switch (concept.kind) {
    case 'term':
      // what is printed in Vietnamese decides; English names of one kind (“tiger shrimp”) contain the broader word
      return among(concept.meanings, text.vietnamese) ?? among(concept.meanings, text.english)
    case 'word':
      return howWord(concept, text.all)
    case 'part':
      return text.all.some((token) => concept.words.includes(token.folded)) ? 'exact' : null
    case 'method':
      return howMethod(concept, text.all)
    case 'unknown':
      return null
  }
}

function among(asked: readonly Meaning[], { meant, except }: Meant): How | null {
  const broader = asked.flatMap((meaning) => meaning.broader)
  if ([...asked, ...broader].some((meaning) => except.has(meaning))) return null
  if (asked.some((meaning) => meant.has(meaning))) return 'exact'
  const wide = broader.find((meaning) => meant.has(meaning))
  if (wide) return { broader: wide.name }
  const narrow = asked.flatMap((meaning) => meaning.narrower).find((meaning) => meant.has(meaning))
  return narrow ? { narrower: narrow.name } : null
}

function howWord(
  { accented, folded, prefix }: Extract<Concept, { kind: 'word' }>,
  tokens: readonly Token[],
): How | null {
  const same = (given: string, wanted: string): boolean => (prefix ? given.startsWith(wanted) : given === wanted)
  if (accented !== null && tokens.some((token) => same(token.lower, accented))) return 'exact'
  if (!tokens.some((token) => same(token.folded, folded))) return null
  return accented === null ? 'exact' : 'folded'
}

function howMethod(
  { phrases, edition, prefix }: Extract<Concept, { kind: 'method' }>,
  tokens: readonly Token[],
): How | null {
  let other = false
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.length <= tokens.length; at += 1) {
      if (
        !phrase.every((word, index) => isSame(tokens[at + index]!.folded, word, prefix && index === phrase.length - 1))
      )
        continue
      if (edition === null || tokens[at + phrase.length]?.folded === edition) return 'exact'
      const next = tokens[at + phrase.length]?.folded
      other ||= next === undefined || EDITION.test(next)
    }
  }
  return other ? 'other_edition' : null
}

/** Of an edition; another number there is another part of the standard. */
const EDITION = /^(?:(?:19|20)\d\d|\d\d\p{L}?(?:e\d)?)$/u

const isSame = (given: string, wanted: string, prefix: boolean): boolean =>
  prefix ? given.startsWith(wanted) : given === wanted

interface Meant {
  meant: Set<Meaning>
  /** what the line says it is not for */
  except: Set<Meaning>
}

/** The words of a line, cut only when they are asked for. */
class LineWords {
  /** products that only describe the one the line is for: the fishery of “nước thải chế biến thủy sản” */
  readonly described = new Set<Meaning>()
  readonly heads = new Set<Meaning>()
  private tokens: Token[] | undefined
  private vi: Meant | undefined
  private en: Meant | undefined

  constructor(
    private readonly line: LineText,
    private readonly book: TermBook,
  ) {}

  get all(): Token[] {
    const { matrixVi, matrixEn, testVi, testEn, technique, method, methodEdition } = this.line
    return (this.tokens ??= [matrixVi, testVi, matrixEn, testEn, technique, method, methodEdition].flatMap((text) =>
      text === null ? [] : tokensOf(text),
    ))
  }

  get vietnamese(): Meant {
    const { matrixVi, testVi, technique } = this.line
    return (this.vi ??= this.read(matrixVi, [testVi, technique], 'first'))
  }

  get english(): Meant {
    return (this.en ??= this.read(this.line.matrixEn, [this.line.testEn], 'last'))
  }

  private read(matrix: string | null, tests: readonly (string | null)[], head: Head): Meant {
    const bare = [matrix, ...tests].every((text) => text === null || isBare(text))
    const product = readProduct(matrix ?? '', { head, bare, book: this.book })
    for (const meaning of product.heads) this.heads.add(meaning)
    for (const meaning of product.described) this.described.add(meaning)
    const meant = new Set(product.heads)
    for (const test of tests) for (const meaning of readTest(test ?? '', bare, this.book)) meant.add(meaning)
    return { meant, except: product.except }
  }
}
