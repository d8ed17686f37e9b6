// The words that laboratories use and how they hang together: same words make one meaning, meanings lie within broader ones.
// Longest words first: “thức ăn thủy sản” is feed, so it never counts as “thủy sản”.
import { isPlain, tokensOf, type Token } from './tokens'

export interface Link {
  term: string
  other: string
  kind: 'same' | 'within'
}

/** One meaning: all words for it, the first one is its name. */
export interface Meaning {
  name: string
  words: Word[]
  /** meanings it lies within, nearest first */
  broader: readonly Meaning[]
  /** meanings that lie within it, nearest first */
  narrower: readonly Meaning[]
}

export interface Word {
  text: string
  tokens: readonly Token[]
  /** “Pb”, “TSS”: counts in a line only with these very capitals (“Ca” is not “ca”) */
  symbol: boolean
  meaning: Meaning
}

const SYMBOL = /^(?:\p{Lu}\p{Ll}?|[\p{Lu}\p{N}]{2,5})$/u

interface Node extends Meaning {
  above: Set<Node>
  below: Set<Node>
}

export class TermBook {
  /** words by the folded form of their first token, longest first */
  private readonly byFirst = new Map<string, Word[]>()

  constructor(links: readonly Link[]) {
    const nodes = new Map<string, Node>()
    for (const { term, other, kind } of links) if (kind === 'same') join(nodes, term, other)
    for (const { term, other, kind } of links) {
      if (kind !== 'within') continue
      const [low, high] = [nodeOf(nodes, term), nodeOf(nodes, other)]
      if (low === high) continue
      low.above.add(high)
      high.below.add(low)
    }
    for (const node of new Set(nodes.values())) {
      node.broader = reach(node, 'above')
      node.narrower = reach(node, 'below')
      for (const word of node.words) this.add(word)
    }
    for (const words of this.byFirst.values()) words.sort((a, b) => b.tokens.length - a.tokens.length)
  }

  private add(word: Word): void {
    const first = word.tokens[0]
    if (!first) return
    const words = this.byFirst.get(first.folded)
    if (words) words.push(word)
    else this.byFirst.set(first.folded, [word])
  }

  /** What a person may mean by the words from `at` on: the longest known ones. Accents typed must be right; none typed leaves them open. */
  asked(tokens: readonly Token[], at: number): Word[] {
    const fits = this.longest(tokens, at, (typed, token) =>
      isPlain(typed) ? typed.folded === token.folded : typed.lower === token.lower,
    )
    const printed = fits.filter(({ tokens: own }) =>
      own.every((token, index) => token.text === tokens[at + index]!.text),
    )
    return printed.some((word) => word.symbol) ? printed : fits
  }

  /** The known words a printed text is made of, longest first. Without accents they count only where the whole text has none. */
  printed(tokens: readonly Token[], bare: boolean): Word[] {
    const found: Word[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      if (!this.byFirst.has(tokens[at]!.folded)) continue
      const words = this.longest(tokens, at, (given, token, symbol) =>
        symbol ? given.text === token.text : given.lower === token.lower || (bare && given.folded === token.folded),
      )
      if (words.length === 0) continue
      found.push(...words)
      at += words[0]!.tokens.length - 1
    }
    return found
  }

  private longest(
    tokens: readonly Token[],
    at: number,
    same: (given: Token, token: Token, symbol: boolean) => boolean,
  ): Word[] {
    const found: Word[] = []
    for (const word of this.byFirst.get(tokens[at]!.folded) ?? []) {
      if (found.length && word.tokens.length < found[0]!.tokens.length) break
      if (
        word.tokens.every((token, index) => at + index < tokens.length && same(tokens[at + index]!, token, word.symbol))
      )
        found.push(word)
    }
    return found
  }
}

/** One word under all its spellings; symbols keep their capitals. Empty where the text holds no word. */
export const wordKey = (text: string): string =>
  SYMBOL.test(text)
    ? text
    : tokensOf(text)
        .map((token) => token.lower)
        .join(' ')

function nodeOf(nodes: Map<string, Node>, text: string): Node {
  const key = wordKey(text)
  let node = nodes.get(key)
  if (node) return node
  node = { name: text, words: [], broader: [], narrower: [], above: new Set(), below: new Set() }
  node.words.push({ text, tokens: tokensOf(text), symbol: SYMBOL.test(text), meaning: node })
  nodes.set(key, node)
  return node
}

function join(nodes: Map<string, Node>, term: string, other: string): void {
  const [kept, gone] = [nodeOf(nodes, term), nodeOf(nodes, other)]
  if (kept === gone) return
  for (const word of gone.words) {
    word.meaning = kept
    kept.words.push(word)
    nodes.set(wordKey(word.text), kept)
  }
}

/** All meanings on one side, nearest first; a circle in the links ends where it began. */
function reach(from: Node, side: 'above' | 'below'): Node[] {
  const found = new Set<Node>(from[side])
  for (const node of found) for (const next of node[side]) if (next !== from) found.add(next)
  found.delete(from)
  return [...found]
}
