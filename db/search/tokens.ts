// Words of a text as the search index cuts them, each with its accents and folded. The forms of a word are kept: lines repeat their words.
import { fold, foldKeepTones } from '../model/text/fold'

export interface Token {
  /** as printed, NFC */
  text: string
  /** lower case, accents kept, one place for the tone */
  lower: string
  folded: string
}

const WORD = /[\p{L}\p{N}]+/gu
const KEPT = 50_000
const known = new Map<string, Token>()

function toToken(text: string): Token {
  let token = known.get(text)
  if (token) return token
  token = { text, lower: foldKeepTones(text), folded: fold(text) }
  if (known.size >= KEPT) known.clear()
  known.set(text, token)
  return token
}

export function tokensOf(text: string): Token[] {
  return (text.normalize('NFC').match(WORD) ?? []).map(toToken)
}

export const isPlain = (token: Token): boolean => token.lower === token.folded
