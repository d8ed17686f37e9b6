// Words of a text as the search index cuts them, each with its accents and folded. The forms of a word are kept: lines repeat their words.
import { fold, foldKeepTones } from '../model/text/fold'

export interface Token {
  /** as printed, NFC */
  text: string
  /** lower case, accents kept, one place for the tone */
  lower: string
  folded: string
  /** how the index keeps a symbol of two letters with its capitals (“Hg” is not the HG of HG-AAS); null: it is none */
  symbol: string | null
  /** figures alone, which are looked for as they stand */
  figures: boolean
}

const WORD = /[\p{L}\p{N}]+/gu
const FIGURES = /^\p{N}+$/u
const PLAIN = /^[0-9A-Za-z]+$/
const KEPT = 50_000
const known = new Map<string, Token>()

function toToken(text: string): Token {
  let token = known.get(text)
  if (token) return token
  const plain = PLAIN.test(text)
  const lower = plain ? text.toLowerCase() : foldKeepTones(text)
  const folded = plain ? lower : fold(text)
  token = { text, lower, folded, symbol: symbolKey(text), figures: FIGURES.test(lower) }
  if (known.size >= KEPT) known.clear()
  known.set(text, token)
  return token
}

export function tokensOf(text: string): Token[] {
  return (text.normalize('NFC').match(WORD) ?? []).map(toToken)
}

export const isPlain = (token: Token): boolean => token.lower === token.folded

const ACCENTED = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]|\p{M}/u
/** Printed without a single accent. */
export const isBare = (text: string): boolean => !ACCENTED.test(text)

/** Stands in the index of a line that is printed without a single accent: only there “tra” may be trà. */
export const BARE_LINE = 'zzbareline'

const SHORT_SYMBOL = /^[A-Z][A-Za-z]$/

/** The `symbol` of a token. */
export const symbolKey = (text: string): string | null =>
  SHORT_SYMBOL.test(text) ? `zz${text.toLowerCase()}${/[A-Z]$/.test(text) ? 'u' : 'l'}` : null
