// Text in the old TCVN3 (ABC, .VnTime) encoding, as it arrives from pasted documents: `Tiªu chuÈn ViÖt Nam`.
// Convert only after a person has seen the result. The encoding has no capitals with a tone: they were typed as small letters and set in a
// capital font (.VnTimeH). Where the font is not known, words whose other letters are all capitals say so.
import { isSyllable } from './syllable'

/** Latin-1 character → letter: the VN3 set of TCVN 5712:1993. ư is the soft hyphen, which tools drop or turn into − (U+2212). */
const LETTERS = new Map<string, string>(
  [
    ['¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'],
    ['¨©ª«¬\u00AD®', 'ăâêôơưđ'],
    ['µ¶·¸¹', 'àảãáạ'],
    ['»¼½¾Æ', 'ằẳẵắặ'],
    ['ÇÈÉÊË', 'ầẩẫấậ'],
    ['ÌÎÏÐÑ', 'èẻẽéẹ'],
    ['ÒÓÔÕÖ', 'ềểễếệ'],
    ['×ØÜÝÞ', 'ìỉĩíị'],
    ['ßáâãä', 'òỏõóọ'],
    ['åæçèé', 'ồổỗốộ'],
    ['êëìíî', 'ờởỡớợ'],
    ['ïñòóô', 'ùủũúụ'],
    ['õö÷øù', 'ừửữứự'],
    ['úûüýþ', 'ỳỷỹýỵ'],
  ].flatMap(([from = '', to = '']) => {
    const letters = Array.from(to)
    return Array.from(from, (character, index): [string, string] => [character, letters[index]!])
  }),
)

const WORD = /[\p{L}\u00A1-\u00FF\u2212]+/gu

/** A minus sign inside a word or before a letter was the ư; `(−80` and `5 − 3` keep theirs. */
const LOST_U_HORN = /(?<=\p{L})\u2212|\u2212(?=\p{L})/gu

/** The text with every TCVN3 character replaced; ASCII stays. Meaningless on text in another encoding: ask `looksLikeTcvn3`. */
export function fromTcvn3(text: string): string {
  return inCapitals(text) ? letters(text).toLocaleUpperCase('vi') : text.replaceAll(WORD, wordOf)
}

const letters = (text: string): string =>
  Array.from(text.replaceAll(LOST_U_HORN, '\u00AD'), (character) => LETTERS.get(character) ?? character).join('')

/** Two capitals and no small letter of ASCII: what else is there was typed small only because the encoding has no such capital. */
const inCapitals = (text: string): boolean => !/[a-z]/.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) > 1
const wordOf = (word: string): string => (inCapitals(word) ? letters(word).toLocaleUpperCase('vi') : letters(word))

/** A font whose small letters look like capitals: .VnTimeH, .VnArialH. */
export const isCapitalFont = (font: string): boolean => /^\.Vn.*H$/.test(font.trim())

/** `Q§` (QĐ), `T§C` (TĐC): no vowel, so no evidence. */
const ABBREVIATION = /^[b-df-hj-np-tv-xzđ]+$/iu

/**
 * Whether words with characters above ASCII become Vietnamese syllables only by conversion: at least one does, and four for each
 * that does not. Words that are syllables either way (`thÝ`), abbreviations and single signs (`µ`) say nothing.
 */
export function looksLikeTcvn3(text: string): boolean {
  let legacy = 0
  let other = 0
  for (const word of text.normalize('NFC').match(WORD) ?? []) {
    if (word.length < 2 || !/[^\p{ASCII}]/u.test(word)) continue
    const converted = fromTcvn3(word)
    if (ABBREVIATION.test(converted)) continue
    if (!isSyllable(converted)) other += 1
    else if (!isSyllable(word)) legacy += 1
  }
  return legacy > 0 && legacy >= 4 * other
}
