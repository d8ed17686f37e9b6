// Telex typed while no input method was on (“thuyr sanr”), turned into what was meant. A suggestion for search only:
// words that are English, codes or abbreviations are left as they are, and a text without clear Telex gives null.
import { isBareSyllable, toSyllable, writeSyllable, type Tone } from './syllable'

/** Never converted: words and abbreviations that laboratories use and that happen to spell a Telex syllable. */
const KEPT = new Set(
  `aas bias box bus gas gps las mix news oes pass pens pos post qas ras ref room rooms rows sos tax test tests tons tree tw ups vias was web`.split(
    ' ',
  ),
)
/** English words with a Telex reading: converted only beside a word that is surely Telex (“this nghieemj”, “max soos”). */
const DOUBTFUL = new Set(
  `air arm bar been best bits boom bos caps car cars cas cast cats chair char cons cost cow cups days deps des desc dest dir docs does
   dos dots down ends ers far for gif goes guys hangs harm has her hex hips his hits hops host how its keeps last lax lens less lets
   list loops los lost lots low maps mar mas max meet meets mips mos most must nest nor now nuts own owns pair past peer per pins por
   puts rest roots row runs rust says see seem seems seen sees sets sits six soon sums tar tee ten term tex this thus tips too trans
   trees trust turn var vast ver vest won yes`.split(/\s+/),
)

const VOWEL = /[aeiouyăâêôơư]/
const CIRCUMFLEX: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' }
/** What `w` makes of the last vowels, first rule that fits. */
const HORNS: readonly (readonly [RegExp, string])[] = [
  [/[uư]o/, 'ươ'],
  [/u(?=[aiu]?$)/, 'ư'],
  [/o(?=i?$)/, 'ơ'],
  [/a$/, 'ă'],
]

function applyHorn(letters: string): string | null {
  if (!VOWEL.test(letters)) return letters.startsWith('q') ? null : `${letters}ư`
  const [, start = '', vowels = '', end = ''] = /^(qu|.*?)([aeiouyư]+)([^aeiouyư]*)$/.exec(letters) ?? []
  for (const [pattern, horn] of HORNS) if (pattern.test(vowels)) return start + vowels.replace(pattern, horn) + end
  return null
}

interface Typed {
  letters: string
  tone: Tone
}

/** What an input method would make of the keys; null when the keys cannot be one marked syllable. */
function press(keys: string): Typed | null {
  let letters = ''
  let tone: Tone = ''
  let marked = false
  for (const [index, key] of Array.from(keys).entries()) {
    const last = letters.at(-1)
    if (/[sfrxj]/.test(key) && VOWEL.test(letters)) {
      if (tone !== '') return null
      tone = key as Tone
    } else if (key === 'w') {
      const horned = applyHorn(letters)
      if (horned === null) return null
      letters = horned
      marked = true
    } else if (last === key && keys[index - 1] === key && CIRCUMFLEX[key] !== undefined) {
      letters = letters.slice(0, -1) + CIRCUMFLEX[key]
      marked = true
    } else if (key === 'd' && letters === 'd') {
      letters = 'đ'
      marked = true
    } else if (tone !== '' && /[aeiouy]/.test(key)) return null
    else letters += key
  }
  return marked || tone !== '' ? { letters, tone } : null
}

function convert(keys: string): string | null {
  const typed = press(keys)
  if (typed === null) return null
  // an input method also turns ưo before a final into ươ, and leaves thuở with a plain u
  const letters = typed.letters.replace(/ưo(?=.)/, 'ươ').replace(/[uư]ơ$/, 'uơ')
  const syllable = toSyllable(letters, typed.tone)
  return syllable === null ? null : writeSyllable(syllable)
}

/** Too short, a `w` standing for ư alone (“rw”), or English: not enough to call a text Telex. */
function isDoubtful(keys: string): boolean {
  return (
    keys.length < 3 || DOUBTFUL.has(keys) || (keys.length === 3 && !/[aeiouy]/.test(keys) && /[^sfrxj]$/.test(keys))
  )
}

function withCaseOf(word: string, converted: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return converted.toUpperCase()
  return word[0] === word[0]?.toUpperCase() ? converted.charAt(0).toUpperCase() + converted.slice(1) : converted
}

/** Words of letters alone: what is joined to a digit is a code or a unit. */
const WORD = /(?<![\p{L}\d])[a-z]{2,}(?![\p{L}\d])/giu

function convertWord(word: string): string | null {
  const keys = word.toLowerCase()
  return KEPT.has(keys) ? null : convert(keys)
}

/**
 * The Vietnamese text meant by raw Telex keys, or null when the text does not look like Telex: it has accents already, nothing
 * in it is surely Telex, or more of it is neither Telex nor Vietnamese without accents.
 */
export function untelex(text: string): string | null {
  if (/[^\p{ASCII}]/u.test(text.normalize('NFC').replaceAll(/\P{L}/gu, ''))) return null
  let sure = 0
  let foreign = 0
  for (const word of text.match(WORD) ?? []) {
    const keys = word.toLowerCase()
    const telex = convertWord(word) !== null
    if (telex && !isDoubtful(keys)) sure += 1
    if (!telex && (KEPT.has(keys) || !isBareSyllable(keys))) foreign += 1
  }
  if (sure === 0 || sure < foreign) return null
  return text.replaceAll(WORD, (word) => {
    const converted = convertWord(word)
    return converted === null ? word : withCaseOf(word, converted)
  })
}
