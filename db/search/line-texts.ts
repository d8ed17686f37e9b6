// The words of scope lines as the index holds them. Lines repeat their texts (a matrix or a technique stands on hundreds), so each is read once.
import { BARE_LINE, isBare, tokensOf } from './tokens'

interface Text {
  /** its words with their accents, and folded; null: it has none */
  accented: string | null
  folded: string
  /** tell apart what looks alike in lower case */
  symbols: readonly string[]
  bare: boolean
}

/** rid, then what the search reads of the line: TEXTS of indexing.ts */
export type Line = readonly [rid: number, ...texts: (string | null)[]]
/** Hardly one line in ten names the method of another. */
const METHOD = 7

const KEPT = 20_000

/** For one indexing: gathers the words of all that it read. */
export class LineTexts {
  /** Words for finding parts and beginnings of words (`line_word`); figures are found as they stand. */
  readonly words = new Set<string>()
  private readonly known = new Map<string, Text>()

  /** What a line's place in the index holds: its words with their accents, and what tells lines and symbols apart; its words folded. */
  indexed(line: Line): { accented: string; folded: string } {
    const symbols: string[] = []
    let [accented, folded, between, bare] = ['', '', '', true]
    for (let at = 1; at < line.length; at += 1) {
      const text = line[at]
      if (typeof text !== 'string') continue
      const read = at === METHOD ? this.read(text) : this.kept(text)
      bare &&= read.bare
      if (read.accented === null) continue
      accented += between + read.accented
      folded += between + read.folded
      between = ' '
      for (const symbol of read.symbols) if (!symbols.includes(symbol)) symbols.push(symbol)
    }
    if (bare) symbols.push(BARE_LINE)
    for (const symbol of symbols) {
      accented += between + symbol
      between = ' '
    }
    return { accented, folded }
  }

  private kept(text: string): Text {
    let known = this.known.get(text)
    if (known) return known
    known = this.read(text)
    if (this.known.size >= KEPT) this.known.clear()
    this.known.set(text, known)
    return known
  }

  private read(text: string): Text {
    const [accented, folded, symbols]: [string[], string[], string[]] = [[], [], []]
    for (const token of tokensOf(text)) {
      accented.push(token.lower)
      folded.push(token.folded)
      if (token.symbol !== null) symbols.push(token.symbol)
      if (!token.figures) this.words.add(token.lower)
    }
    return {
      accented: accented.length === 0 ? null : accented.join(' '),
      folded: folded.join(' '),
      symbols,
      bare: isBare(text),
    }
  }
}
