// Text in the old VNI-Win encoding (VNI-Times …), as it arrives from old files: `Xin chaøo caùc baïn`. A vowel is followed by the letter that
// stood for its marks; đ ơ ư and the marked i have signs of their own. Convert only after a person has seen the result.
import { isSyllable } from './syllable'

/** Marks after a vowel: the mark's letter, and what the vowel becomes with it, by vowel. */
const MARKS: readonly (readonly [vowel: string, marks: string, letters: string])[] = [
  ['a', 'ùøûõï', 'áàảãạ'],
  ['a', 'âáàåãä', 'âấầẩẫậ'],
  ['a', 'êéèúüë', 'ăắằẳẵặ'],
  ['e', 'ùøûõï', 'éèẻẽẹ'],
  ['e', 'âáàåãä', 'êếềểễệ'],
  ['o', 'ùøûõï', 'óòỏõọ'],
  ['o', 'âáàåãä', 'ôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
]
const SIGNS = 'ñđôơöưæỉóĩòịîỵ'

const pairs = new Map<string, string>()
for (const [vowel, marks, letters] of MARKS)
  for (const [at, mark] of Array.from(marks).entries()) {
    const letter = Array.from(letters)[at]!
    const capital = letter.toLocaleUpperCase('vi')
    pairs.set(vowel + mark, letter)
    // a capital is often followed by the small mark
    pairs.set(vowel.toUpperCase() + mark.toUpperCase(), capital).set(vowel.toUpperCase() + mark, capital)
  }
const signs = new Map<string, string>()
for (let at = 0; at < SIGNS.length; at += 2) {
  signs.set(SIGNS[at]!, SIGNS[at + 1]!)
  signs.set(SIGNS[at]!.toUpperCase(), SIGNS[at + 1]!.toLocaleUpperCase('vi'))
}

const TOKEN = /[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñôöæóòîÑÔÖÆÓÒÎ]/gu

/** The text with every VNI pair and sign replaced. Meaningless on text in another encoding: ask `looksLikeVni`. */
export function fromVni(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(TOKEN, (found) => pairs.get(found) ?? (signs.get(found[0]!) ?? found[0]!) + found.slice(1))
}

const WORD = /\p{L}+/gu

/** Whether words become Vietnamese syllables only by conversion: at least one does, and four for each that does not. */
export function looksLikeVni(text: string): boolean {
  let legacy = 0
  let other = 0
  for (const word of text.normalize('NFC').match(WORD) ?? []) {
    if (word.length < 2 || !/[^\p{ASCII}]/u.test(word)) continue
    const converted = fromVni(word)
    if (!isSyllable(converted)) other += 1
    else if (!isSyllable(word)) legacy += 1
  }
  return legacy > 0 && legacy >= 4 * other
}
