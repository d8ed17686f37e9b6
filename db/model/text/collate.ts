// Vietnamese alphabetical order as a stored key. The key is plain ASCII, so SQLite BINARY, `<` and an index agree; its order is that
// of `Intl.Collator('vi')` (CLDR: not numeric, punctuation counts), written out here so that it cannot change under a stored register.

/** Punctuation, symbols and currency signs in CLDR order. White space comes before them, digits and letters after them. */
const SIGNS = Array.from(
  '_‾‗-‐‒–—―⁓,;:!¡?¿‽.·\'‹›"«»()[]{}⌈⌉⌊⌋‖§¶@*/\\&#%‰‱†‡•‣‧′‵※‿`´^¯˘˙¨˚˝¸˛ʹˆˇ°©®←→↑↓↔⇐⇒⇔∂∅∆∇∈∏∑+±÷×<=>¬|¦~−∓⁄√∞∠∥∧∨∩∪∫∴∼∽≃≅≈≡≤≥≦≧⊂⊃⌀─│■□▪▫▲△▶▸►▼▽▾◆◇◊○◌●★☆✓✔¤¢$£¥₩₫€',
)
/** The Vietnamese alphabet with f, j, w, z at their Latin places; one primary weight each, from `A` on. */
const LETTERS = Array.from('aăâbcdđeêfghijklmnoôơpqrstuưvwxyz')
/** Tones first (huyền, hỏi, ngã, sắc, nặng), then other marks; the position gives the secondary weight. */
const MARKS = Array.from(
  '\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030C\u030A\u0308\u030B\u0307\u0338\u0327\u0328\u0304\u0335\u031B',
)
const VIETNAMESE: Record<string, string> = {
  'a\u0306': 'ă',
  'a\u0302': 'â',
  'e\u0302': 'ê',
  'o\u0302': 'ô',
  'o\u031B': 'ơ',
  'u\u031B': 'ư',
}
/** Sorted as the sign or letters they stand for, after them: a difference of accent. */
const VARIANTS: Record<string, readonly [text: string, accent: string]> = {
  '‘': ["'", '2'],
  '’': ["'", '3'],
  '‚': ["'", '4'],
  '‛': ["'", '5'],
  '“': ['"', '2'],
  '”': ['"', '3'],
  '„': ['"', '4'],
  '‟': ['"', '5'],
  æ: ['ae', '2'],
  œ: ['oe', '2'],
  ß: ['ss', '2'],
  ð: ['d', '2'],
  ħ: ['h', '2'],
}
const WITH_STROKE: Record<string, string> = { ø: 'o\u0338', ł: 'l\u0335', Ø: 'O\u0338', Ł: 'L\u0335' }
/** White space that opens a line or field sorts before the space. */
const BLANKS = ['\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029']

// Primary weights by their first character. No weight is the beginning of another, and none holds the level separator.
const BETWEEN_LEVELS = ' '
const BLANK_LEAD = '!'
const SPACE = '"'
const SIGN_LEADS = ['#', '$']
const OTHER_SIGN_LEAD = '%'
const FIRST_LETTER = 'A'.charCodeAt(0)
const OTHER_LETTER_LEAD = 'z'

// Secondary and tertiary weight of a plain lower-case character; trailing ones are left out, as they are below every other weight.
const PLAIN = '1'
const WIDE = '2'
const COMPATIBLE = '3'
const FIXED_SPACE = '4'
const UPPER = '5'
const SUPERSCRIPT = '6'
const SUBSCRIPT = '7'

/** After the accents of VARIANTS. */
const FIRST_MARK = '6'.charCodeAt(0)

const SIGN_ROW = 90
const PRIMARY = new Map<string, string>([
  [' ', SPACE],
  ...BLANKS.map((blank, index): [string, string] => [blank, BLANK_LEAD + String(index)]),
  ...SIGNS.map((sign, index): [string, string] => [
    sign,
    String(SIGN_LEADS[Math.floor(index / SIGN_ROW)]) + String.fromCharCode(0x21 + (index % SIGN_ROW)),
  ]),
  ...Array.from('0123456789', (digit): [string, string] => [digit, digit]),
  ...LETTERS.map((letter, index): [string, string] => [letter, String.fromCharCode(FIRST_LETTER + index)]),
])
const SECONDARY = new Map(MARKS.map((mark, index) => [mark, String.fromCharCode(FIRST_MARK + index)]))
const LAST_MARK = 'Z'

const IGNORED = /[\p{Cc}\p{Cf}\u034F]/u
const MARK = /\p{M}/u

interface Levels {
  primary: string
  secondary: string
  tertiary: string
}

function primaryOf(character: string): string {
  const known = PRIMARY.get(character)
  if (known !== undefined) return known
  const lead = /[\p{L}\p{N}]/u.test(character) ? OTHER_LETTER_LEAD : OTHER_SIGN_LEAD
  return lead + character.codePointAt(0)!.toString(16).padStart(6, '0')
}

function add(levels: Levels, character: string, accent: string, kind: string): void {
  const lower = character.toLowerCase()
  const single = Array.from(lower).length === 1 ? lower : character
  levels.primary += primaryOf(single)
  levels.secondary += accent
  levels.tertiary += kind === PLAIN && single !== character ? UPPER : kind
}

function addMark(levels: Levels, mark: string): void {
  levels.secondary += SECONDARY.get(mark) ?? LAST_MARK
  levels.tertiary += PLAIN
}

/** Weight of what compatibility forms (², ａ, ™, NBSP) add to the characters they are made of. */
function kindOf(character: string): string {
  if (/[\u00A0\u2007\u202F\u2011]/.test(character)) return FIXED_SPACE
  if (/[\uFF01-\uFFEF]/.test(character)) return WIDE
  if (/[ªº²³¹\u2070-\u207F\u02B0-\u02B8]/.test(character)) return SUPERSCRIPT
  return /[\u2080-\u209C]/.test(character) ? SUBSCRIPT : COMPATIBLE
}

/** The letter a base makes with one of its marks (ă â ê ô ơ ư), and the marks that remain; an earlier mark above blocks it. */
function compose(base: string, marks: readonly string[]): readonly [letter: string, rest: readonly string[]] {
  for (const [index, mark] of marks.entries()) {
    const letter = VIETNAMESE[base.toLowerCase() + mark]
    if (letter !== undefined)
      return [base === base.toLowerCase() ? letter : letter.toUpperCase(), marks.toSpliced(index, 1)]
    if (mark !== '\u0323' && mark !== '\u031B' && mark !== '\u0327' && mark !== '\u0328') break
  }
  return [base, marks]
}

function addCharacter(levels: Levels, base: string, marks: readonly string[], kind: string): void {
  const [letter, rest] = compose(base, marks)
  const variant = VARIANTS[letter.toLowerCase()]
  if (variant === undefined) add(levels, letter, PLAIN, kind)
  else {
    const upper = letter !== letter.toLowerCase()
    for (const part of variant[0]) add(levels, upper ? part.toUpperCase() : part, variant[1], kind)
  }
  for (const mark of rest) addMark(levels, mark)
}

/** Characters with a sign of their own keep it; other compatibility forms are spelled out. */
function* spell(text: string): Generator<readonly [character: string, kind: string]> {
  for (const character of text) {
    const stroke = WITH_STROKE[character]
    const known = PRIMARY.has(character) || VARIANTS[character] !== undefined
    const spelled = stroke ?? (known ? character : character.normalize('NFD'))
    const compatible = known || stroke !== undefined ? spelled : character.normalize('NFKD')
    const kind = compatible === spelled ? PLAIN : kindOf(character)
    for (const part of compatible) if (!IGNORED.test(part) || BLANKS.includes(part)) yield [part, kind]
  }
}

/** Precomposed letters and common signs say the same whatever stands beside them. */
const ALONE = /^[ -\u024f\u1e00-\u1eff]*$/
const alone = new Map<string, Levels>()

function levelsOf(character: string): Levels {
  let levels = alone.get(character)
  if (levels === undefined) alone.set(character, (levels = spelledLevels(character)))
  return levels
}

/**
 * Key by which names sort in Vietnamese alphabetical order: a ă â b c d đ …, then tones, then lower before upper case.
 * ASCII only; compare with `<` or SQLite BINARY. Composed and decomposed text have one key; different texts may share a key.
 */
export function sortKey(text: string): string {
  const composed = text.normalize('NFC')
  const levels = ALONE.test(composed) ? joinedLevels(composed) : spelledLevels(composed)
  const secondary = levels.secondary.replace(/1+$/, '')
  const tertiary = levels.tertiary.replace(/1+$/, '')
  return [levels.primary, secondary, tertiary].join(BETWEEN_LEVELS).trimEnd()
}

function joinedLevels(text: string): Levels {
  const all: Levels = { primary: '', secondary: '', tertiary: '' }
  for (const character of text) {
    const { primary, secondary, tertiary } = levelsOf(character)
    all.primary += primary
    all.secondary += secondary
    all.tertiary += tertiary
  }
  return all
}

function spelledLevels(text: string): Levels {
  const levels: Levels = { primary: '', secondary: '', tertiary: '' }
  let waiting: { base: string; kind: string; marks: string[] } | null = null
  for (const [character, kind] of spell(text.normalize('NFD'))) {
    if (MARK.test(character)) {
      if (waiting === null) addMark(levels, character)
      else waiting.marks.push(character)
      continue
    }
    if (waiting !== null) addCharacter(levels, waiting.base, waiting.marks, waiting.kind)
    waiting = { base: character, kind, marks: [] }
  }
  if (waiting !== null) addCharacter(levels, waiting.base, waiting.marks, waiting.kind)
  return levels
}
