// Search keys for Vietnamese text. A folded key only finds candidates; it never decides that two records are the same
// (old phường Hải Hoà in Móng Cái and xã Hải Hòa in Cẩm Phả are different places with one key).

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const DASHES_AND_SPACES = /[\s\-\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]+/g
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u00B4\u0060]/g
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB]/g

/** Whatever `collapse` would change: most texts hold nothing of it. */
const UNEVEN = new RegExp(
  [INVISIBLE, SINGLE_QUOTES, DOUBLE_QUOTES].map(({ source }) => source).join('|') +
    '|[^\\S ]|[-\\u2010-\\u2015\\u2043\\u2212\\uFE58\\uFE63\\uFF0D]| {2}|^ | $',
)

/** One visible string, one encoding: composed Unicode (NFC). Changes nothing else. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Lower case without marks, đ (and Ð, Ɖ of old fonts) as d; spaces, dashes and punctuation stay as they are. */
export function stripMarks(text: string): string {
  let stripped = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const sign = bare[code] ?? bareOf(code)
    if (sign === undefined) return strippedAsWhole(text)
    stripped += sign
  }
  return stripped
}

/** Letters that say the same whatever stands beside them, as all precomposed ones of Vietnamese do. */
const LETTERS_ALONE: readonly (readonly [from: number, to: number])[] = [
  [0x00_00, 0x02_4f],
  [0x1e_00, 0x1e_ff],
  [0x20_10, 0x20_1f],
]
/** What is left of each that has been met. */
const bare = Array.from<string | undefined>({ length: 0x20_20 })

function bareOf(code: number): string | undefined {
  if (!LETTERS_ALONE.some(([from, to]) => code >= from && code <= to)) return undefined
  return (bare[code] = strippedAsWhole(String.fromCodePoint(code)))
}

function strippedAsWhole(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[đðɖ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC')
}

/** Straight quotes; every run of dashes, NBSP and white space becomes one space; invisible characters go; ends trimmed. */
function collapse(text: string): string {
  if (!UNEVEN.test(text)) return text
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(SINGLE_QUOTES, "'")
    .replaceAll(DOUBLE_QUOTES, '"')
    .replaceAll(DASHES_AND_SPACES, ' ')
    .trim()
}

/** The search key: “Thuỷ  sản” = “thủy-sản” = “thuy san”. i and y stay different letters. */
export function fold(text: string): string {
  return collapse(stripMarks(text))
}

const TONE_PLACES: readonly (readonly [newer: string, older: string])[] = [
  ['oà oá oả oã oạ', 'òa óa ỏa õa ọa'],
  ['oè oé oẻ oẽ oẹ', 'òe óe ỏe õe ọe'],
  ['uỳ uý uỷ uỹ uỵ', 'ùy úy ủy ũy ụy'],
]
const OLDER = new Map(
  TONE_PLACES.flatMap(([newer, older]) => {
    const places = older.split(' ')
    return newer.split(' ').map((pair, at): [string, string] => [pair, places[at]!])
  }),
)
/** At the end of a word only (toán, hoàn have one place), and never after q, whose u is no vowel (quý). */
const NEWER_PLACE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu

/** Key for exact-accent matches, which a search lists first: as `fold`, but with the marks and đ kept. */
export function foldKeepAccents(text: string): string {
  return collapse(text.normalize('NFC').toLowerCase()).normalize('NFC')
}

/** As `foldKeepAccents`, with one place for the tone: for words, where thuỷ and thủy are the same (names may differ by it alone). */
export function foldKeepTones(text: string): string {
  return foldKeepAccents(text).replaceAll(NEWER_PLACE, (pair) => OLDER.get(pair) ?? pair)
}

/** TP and TX count with a full stop or a space (not “TPHCM”), the others only with a full stop (never “P 12”, “TT Y tế”). */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])tp(?:\.\s*|\s+)(?=\p{L})/gu, 'thanh pho '],
  [/(?<![\p{L}\d])tx(?:\.\s*|\s+)(?=\p{L})/gu, 'thi xa '],
  [/(?<![\p{L}\d])tt\.\s*(?=\p{L})/gu, 'thi tran '],
  [/(?<![\p{L}\d])p\.\s*(?=\p{L})/gu, 'phuong '],
  [/(?<![\p{L}\d])x\.\s*(?=\p{L})/gu, 'xa '],
  [/(?<![\p{L}\d])q\.\s*(?=\p{L})/gu, 'quan '],
  [/(?<![\p{L}\d])h\.\s*(?=\p{L})/gu, 'huyen '],
  [/(?<![\p{L}\d])t\.\s*(?=\p{L})/gu, 'tinh '],
]

/** Search key of an address: `fold` with TP./Tp., P., T. and the like written out. */
export function foldAddress(text: string): string {
  let key = fold(text)
  for (const [abbreviation, word] of UNIT_WORDS) key = key.replaceAll(abbreviation, word)
  return key
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'
const isLetter = (sign: string): boolean => sign >= 'a' && sign <= 'z'

/**
 * Key of a code, for search and for finding likely doubles: ASCII letters and digits in upper case, Đ as D, leading zeros of
 * each number dropped, so `VILAS: 512` = `vilas-0512`. Where two numbers meet, one full stop stays between them: without it
 * `LAS-XD 24.081` would equal `LAS-XD 2481`, and it must not equal `LAS-XD 24081`, which is what Excel makes of it.
 */
export function codeKey(text: string): string {
  const folded = fold(text)
  let key = ''
  let inNumber = false
  let apart = false
  for (let at = 0; at < folded.length; at += 1) {
    if (isDigit(folded[at])) {
      if (inNumber && apart) key += '.'
      if (!inNumber || apart) while (folded[at] === '0' && isDigit(folded[at + 1])) at += 1
      key += folded[at]!
      inNumber = true
      apart = false
    } else if (isLetter(folded[at]!)) {
      key += folded[at]!
      inNumber = false
      apart = false
    } else apart = true
  }
  return key.toUpperCase()
}

/** `codeKey` of a code still being typed: a last number of zeros only (“VILAS 0”, “LAS-XD 24.0”) restricts nothing yet. */
export function codeKeyPrefix(text: string): string {
  return codeKey(text).replace(/(?<!\d)0$/, '')
}
