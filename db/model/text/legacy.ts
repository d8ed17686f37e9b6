// Which old encoding a text is in, and the text read out of it. Asked of a whole table first, then of each cell: a table is often part old, part new.
import { fromTcvn3, looksLikeTcvn3 } from './tcvn3'
import { fromVni, looksLikeVni } from './vni'

export type LegacyText = 'tcvn3' | 'vni'

/** Letters that only Unicode Vietnamese has: a text with one of them was not typed in an old encoding. */
const UNICODE = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9]/

/** `samples`: the text cells of a table, or one text. Null: it is in no old encoding that we know. */
export function legacyTextOf(samples: readonly string[]): LegacyText | null {
  const old = samples.filter((text) => !UNICODE.test(text.normalize('NFC'))).join(' ')
  if (looksLikeTcvn3(old)) return 'tcvn3'
  return looksLikeVni(old) ? 'vni' : null
}

/** The text as it was meant; what has a letter of Unicode Vietnamese, or only ASCII, stays. */
export function fromLegacy(kind: LegacyText, text: string): string {
  if (UNICODE.test(text.normalize('NFC'))) return text
  return kind === 'tcvn3' ? fromTcvn3(text) : fromVni(text)
}
