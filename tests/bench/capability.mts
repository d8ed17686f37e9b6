// First results of “Tra cứu năng lực” beside the bare full-text index, by kind of question, each question asked once, 40 % of them without accents.
import { fold } from '../../db/model/text/fold'
import { seededRandom } from '../../db/registers/sample/random'
import type { Capability } from '../../db/model/capability'
import { findCapability } from '../../db/store/capability'
import { prepare, type ReadDb } from '../../db/store/database'
import { openRegister } from '../../db/store/open'
import { compare, type Bench, type Row } from './support/measure'
import { DAY } from './support/registers'

const metals = ['chì', 'Pb', 'cadimi', 'thủy ngân', 'Hg', 'asen', 'đồng', 'kẽm', 'sắt', 'niken', 'lead', 'cadmium']
const products = [
  'tôm',
  'tôm sú',
  'gạo',
  'thịt lợn',
  'nước thải',
  'nước mặt',
  'đất',
  'nước mắm',
  'chè',
  'thủy sản',
  'shrimp',
  'rice',
  'sữa',
  'bê tông',
  'xi măng',
  'than',
  'xăng',
]
const wide = [
  'tôm',
  'nước',
  'chì',
  'thực phẩm',
  'nước thải',
  'độ ẩm',
  'protein',
  'bê tông',
  'đất',
  'xăng',
  'coliform',
  'thép',
  'nuoc',
  'kim loại',
  'thuy san',
]
const strange = [
  'cường độ nén tôm',
  'salmonella trong bê tông',
  'độ sụt của sữa',
  'chì trong qqqzz',
  'trị số octan trong gạo',
  'histamin trong thép',
  'zzzzq',
]

/** Words that few lines contain, as compounds and strains are: the longest ones. */
const RARE = `SELECT word FROM line_word WHERE length(word) BETWEEN 8 AND 24 AND word NOT GLOB '*[0-9]*' ORDER BY length(word) DESC, word LIMIT 4000`

/** Codes that lines stand under: one that nobody bears is answered at once, and a small register has most of these. */
const CODES = `SELECT DISTINCT a.code FROM accreditation a JOIN annex_span x ON x.accreditation_rid = a.rid AND x.lines > 0
  WHERE a.code LIKE 'VILAS %' AND a.trashed_at IS NULL ORDER BY a.code LIMIT 4000`

/** Questions that fill a page in any large register: they cost the lines looked at until it is full. */
const PAGED = new Set(['one common word', 'one rare word', 'part of a word', 'still being typed', 'code'])
const FROM_FILE =
  'one or two milliseconds: of a thousand lines all lies in memory, of a million the papers of each line that fits are read from the file; a beginning stands for hundreds of words there'
/** Of the others. */
const READ_WHOLE =
  'few lines or none answer it, which is known only when the index has been walked to the end of the rarer word; the bare index grows faster by the same questions'

/** Why a few questions in a hundred take longer. */
const LONG = {
  'test in product':
    'of two words that many lines have, the lists of all words that begin so are walked side by side: the bare index does the same. Tried: beginnings kept in the index (325 bytes a line more), 40 instead of 400 words asked for at once (little difference), the file mapped into memory (a tenth)',
  'rare in product': 'a few pairs have hundreds of lines that fit only nearly: each is looked at before nobody is said',
  nobody:
    'that nobody does it is known only at the end of the rarer list; the bare index takes five times as long for the same',
}

function questions(db: ReadDb): Record<string, () => string> {
  const random = seededRandom(3)
  const bare = (text: string): string => (random.chance(0.4) ? fold(text) : text)
  const rare = prepare<[], string>(db, RARE).pluck().all().map(fold)
  const numbers = prepare<[], string>(db, CODES)
    .pluck()
    .all()
    .map((code) => code.replace(/\D+/, ''))
  return {
    'one common word': () => bare(random.pick(wide)),
    'test in product': () => bare(`${random.pick(metals)} trong ${random.pick(products)}`),
    'one rare word': () => random.pick(rare),
    'rare in product': () => bare(`${random.pick(rare)} trong ${random.pick(products)}`),
    nobody: () => bare(random.pick(strange)),
    'part of a word': () => random.pick(rare).slice(2, 8),
    code: () => `${random.pick(['VILAS ', 'vilas', 'VILAS: '])}${random.pick(numbers)}`,
    method: () => `TCVN ${random.int(1000, 13_999)}${random.chance(0.5) ? `:${random.int(2000, 2023)}` : ''}`,
    'still being typed': () => bare(random.pick([...metals, ...products])).slice(0, random.int(2, 4)),
  }
}

/** A page that this register cannot fill is not the same work. `isFull` asks questions that no turn asks. */
function growth(name: string, isFull: (question: number) => boolean): Pick<Row, 'grows'> {
  if (!PAGED.has(name)) return { grows: { as: 'flat', floor: READ_WHOLE } }
  const others = Array.from({ length: 100 }, (_, at) => 110 + at)
  return others.filter(isFull).length > others.length / 2 ? { grows: { as: 'flat', floor: FROM_FILE } } : {}
}

/** The least that full-text search can do: every word begins a folded word, first 50 by row. */
function rawSearch(handle: ReadDb, query: string): void {
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) ?? []
  const expression = words.map((word) => `folded : "${word}"*`).join(' AND ')
  if (expression) prepare(handle, 'SELECT rowid FROM line_search WHERE line_search MATCH ? LIMIT 50').all(expression)
}

/** What a person sees first: rows, or that there are none. An answer that has looked at many lines in vain is followed by the next, as on the screen. */
function firstResults(db: ReadDb, query: string): Capability {
  let answer = findCapability(db, { query }, DAY)
  while (answer.can.length + answer.could.length === 0 && !answer.complete && answer.cursor !== null)
    answer = findCapability(db, { query, cursor: answer.cursor }, DAY)
  return answer
}

export async function measure({ registers, sizes, smoke }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const labs of sizes) {
    const register = openRegister(await registers.copyOf(labs))
    const { db } = register
    for (const [name, question] of Object.entries(questions(db))) {
      const asked = Array.from({ length: 210 }, question)
      rows.push(
        await compare({
          name: `capability: ${name}`,
          labs,
          turns: smoke ? 20 : 100,
          warm: 5,
          ours: (turn) => firstResults(db, asked[turn]!),
          against: 'bare index, 50 rows, no reasons',
          reference: (turn) => rawSearch(db, asked[turn]!),
          limit: { p99: 16 },
          ...(name in LONG && { floor: LONG[name as keyof typeof LONG] }),
          ...growth(name, (turn) => firstResults(db, asked[turn]!).cursor !== null),
        }),
      )
    }
    register.close()
  }
  return rows
}
