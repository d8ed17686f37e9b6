// The spelling of one Vietnamese syllable: which beginnings, rimes and tones go together, and where the tone mark stands.
// Used to tell real Vietnamese from text in a wrong encoding or typed without an input method; not a dictionary.

/** Key letters of Telex; '' is ngang. Their marks: huyền, sắc, hỏi, ngã, nặng. */
export type Tone = '' | 'f' | 's' | 'r' | 'x' | 'j'
const TONE_MARKS: Record<Exclude<Tone, ''>, string> = {
  f: '\u0300',
  s: '\u0301',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}
const TONES: ReadonlyMap<string, Tone> = new Map([
  ['\u0300', 'f'],
  ['\u0301', 's'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
])

/** Longest first. `qu` and `gi` hold a vowel letter that is no part of the rime. */
const ONSETS = [
  'ngh',
  'ch',
  'gh',
  'gi',
  'kh',
  'ng',
  'nh',
  'ph',
  'qu',
  'th',
  'tr',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'x',
  '',
]
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
   uy uya uych uyên uyêt uynh uyp uyt uyu
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/),
)
const bare = (text: string): string => text.replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '')
const BARE_RIMES = new Set(Array.from(RIMES, bare))

const FRONT = /^[eêiy]/
const NEEDS_FRONT = new Set(['k', 'gh', 'ngh'])
const NEEDS_BACK = new Set(['c', 'ng'])

export interface Syllable {
  onset: string
  /** Vowels and final, with ă â ê ô ơ ư but without the tone. */
  rime: string
  tone: Tone
}

/** c, ng are written k, ngh before e ê i; g only before i (gì, giêng). */
function spelledRight(onset: string, rime: string): boolean {
  const front = FRONT.test(rime)
  if (NEEDS_FRONT.has(onset)) return front
  return !(front && (NEEDS_BACK.has(onset) || (onset === 'g' && !rime.startsWith('i'))))
}

function split(letters: string, rimes: ReadonlySet<string>): readonly [onset: string, rime: string] | null {
  for (const onset of ONSETS) {
    if (!letters.startsWith(onset)) continue
    const rime = letters.slice(onset.length)
    if (rimes.has(rime) && spelledRight(onset, rime)) return [onset, rime]
  }
  return null
}

/** Reads lower-case letters without tone; null when no Vietnamese syllable is spelled so. A stop (c ch p t) takes only sắc, nặng. */
export function toSyllable(letters: string, tone: Tone): Syllable | null {
  const parts = split(letters, RIMES)
  if (parts === null) return null
  const [onset, rime] = parts
  return /(?:[cpt]|ch)$/.test(rime) && tone !== 's' && tone !== 'j' ? null : { onset, rime, tone }
}

/** Whether the word, in any case and composition, is a fully accented Vietnamese syllable: “Nội”, “nước”, “sản”; not “Néi”, “nuoc”. */
export function isSyllable(word: string): boolean {
  let tone: Tone = ''
  let letters = ''
  for (const part of word.toLowerCase().normalize('NFD')) {
    const found = TONES.get(part)
    if (found === undefined) letters += part
    else if (tone === '') tone = found
    else return false
  }
  return toSyllable(letters.normalize('NFC'), tone) !== null
}

/** Whether unaccented lower-case letters are those of some syllable (“nuoc”, “dong”). */
export function isBareSyllable(letters: string): boolean {
  return split(letters, BARE_RIMES) !== null
}

/** The vowel that carries the tone, in the usual older way: hòa, thủy, khỏe; toán, quý, người, nước. */
function toneIndex(rime: string): number {
  const vowels = /^[aăâeêioôơuưy]+/.exec(rime)?.[0] ?? ''
  const shaped = Math.max(...Array.from('ăâêôơ', (vowel) => vowels.lastIndexOf(vowel)))
  if (shaped >= 0) return shaped
  if (vowels.length === 3 || (vowels.length === 2 && rime.length > 2)) return 1
  return 0
}

/** The syllable as written, lower case, NFC. */
export function writeSyllable({ onset, rime, tone }: Syllable): string {
  if (tone === '') return onset + rime
  const at = toneIndex(rime)
  return (onset + rime.slice(0, at + 1) + TONE_MARKS[tone] + rime.slice(at + 1)).normalize('NFC')
}
