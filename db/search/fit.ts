// Whether a scope line is for what was asked, and how: exactly, as part of something broader, or for something narrower only.
// Reads the line's own words, longest first: feed for fish is not fish, fish sauce is not water, “trừ thủy sản” takes fish out.
import type { Concept } from './understand'
import type { Meaning, TermBook } from './terms'
import { isPlain, tokensOf, type Token } from './tokens'

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
  const all: Fit = { broader: [], narrower: [], otherEdition: false, folded: false }
  for (const concept of concepts) {
    const how = howOf(concept, text)
    if (how === null) return null
    if (how === 'folded') all.folded = true
    else if (how === 'other_edition') all.otherEdition = true
    else if (how !== 'exact' && 'broader' in how) all.broader.push(how.broader)
    else if (how !== 'exact') all.narrower.push(how.narrower)
  }
  return all
}

function howOf(concept: Concept, text: LineWords): How | null {
  switch (concept.kind) {
    case 'term':
      return howTerm(concept.meanings, text)
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

function howTerm(asked: readonly Meaning[], text: LineWords): How | null {
  // what is printed in Vietnamese decides; English names of one kind (“tiger shrimp”) contain the broader word
  return among(asked, text.vietnamese) ?? among(asked, text.english)
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
  meant: ReadonlySet<Meaning>
  except: ReadonlySet<Meaning>
}

/** Words after these say what the line is not for. */
const EXCEPT = new Set(['trừ', 'except', 'excluding'])

/** The words of a line, cut only when they are asked for. */
class LineWords {
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
    return (this.vi ??= this.meant([this.line.matrixVi, this.line.testVi, this.line.technique]))
  }

  get english(): Meant {
    return (this.en ??= this.meant([this.line.matrixEn, this.line.testEn]))
  }

  private meant(texts: readonly (string | null)[]): Meant {
    const fields = texts.flatMap((text) => (text === null ? [] : [tokensOf(text)]))
    const plain = fields.every((tokens) => tokens.every(isPlain))
    const meant = new Set<Meaning>()
    const except = new Set<Meaning>()
    for (const tokens of fields) {
      const cut = tokens.findIndex((token) => EXCEPT.has(token.lower))
      for (const word of this.book.printed(cut < 0 ? tokens : tokens.slice(0, cut), plain)) meant.add(word.meaning)
      if (cut >= 0) for (const word of this.book.printed(tokens.slice(cut), plain)) except.add(word.meaning)
    }
    return { meant, except }
  }
}
