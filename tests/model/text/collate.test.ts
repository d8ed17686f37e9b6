import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey } from '../../../db/model/text/collate'

const collator = new Intl.Collator('vi')

function byKey(first: string, second: string): number {
  const [a, b] = [sortKey(first), sortKey(second)]
  return a < b ? -1 : a > b ? 1 : 0
}

const kinds = [
  'Phòng',
  'phòng',
  'PHÒNG',
  'Trung tâm',
  'Chi cục',
  'Công ty CP',
  'Công ty cổ phần',
  'Bệnh viện',
  'Viện',
  'Khoa',
  'Tổ',
]
const subjects = [
  'Xét nghiệm',
  'xét nghiệm',
  'Thử nghiệm',
  'thí nghiệm',
  'Kiểm nghiệm',
  'Hóa',
  'Hoá',
  'Sinh',
  'Cơ',
  'Đo lường',
  'Đo lường – Hiệu chuẩn',
  'Điện - Điện tử',
  'Điện – Điện tử',
  'Vật liệu xây dựng',
  'thủy sản',
  'thuỷ sản',
  'Ứng dụng',
  'Ưng',
  'Ân',
  'An',
  'Ăn',
  'Tiêu chuẩn',
  'Xăng dầu B12',
  'Môi trường',
  'Y tế',
  '“Hóa lý”',
  "'Hóa lý'",
  'ISO/IEC 17025',
  'VILAS 016',
  '2',
  '10',
  '(cơ sở 2)',
  'LAS-XD 24.081',
]
const places = [
  'Hạ Long',
  'Hà Long',
  'Hả Long',
  'Hã Long',
  'Há Long',
  'Ha Long',
  'Cẩm Phả',
  'Uông Bí',
  'Ưông Bí',
  'Đông Triều',
  'Dông Triều',
  'Hải Hòa',
  'Hải Hoà',
  'Móng Cái 1',
  'Móng Cái 2',
  'Vân Đồn',
  'Cô Tô',
  'Tiên Yên',
  'Yên Tử',
  'Quảng Yên',
  'Ba Chẽ',
  'Bình Liêu',
  'Đầm Hà',
  'đầm Hà',
  'Hồng Gai',
  'Hòn Gai',
  '',
]

/** 31 × 33 × 27 names and more, each also decomposed or in capitals at a fixed step, without repeats. */
function names(): string[] {
  const made = kinds.flatMap((kind) =>
    subjects.flatMap((subject) => places.map((place) => `${kind} ${subject} ${place}`.trim())),
  )
  const more = kinds.flatMap((kind) =>
    places.flatMap((place) => subjects.map((subject) => `${kind} ${place}, ${subject}`)),
  )
  const all = [...made, ...more, ...made.map((name) => name.toUpperCase()), ...more.map((name) => name.toLowerCase())]
  return [...new Set(all)].map((name, index) => (index % 7 === 0 ? name.normalize('NFD') : name))
}

describe('Vietnamese order', () => {
  it('puts every neighbour of a long list of names as Intl.Collator does', () => {
    const sorted = names().sort(collator.compare)
    const keys = sorted.map(sortKey)
    const wrong = sorted.slice(1).filter((name, index) => {
      const [before, after] = [keys[index]!, keys[index + 1]!]
      return (before < after ? -1 : before > after ? 1 : 0) !== Math.sign(collator.compare(sorted[index]!, name))
    })
    expect(sorted.length).toBeGreaterThan(32_000)
    expect(wrong).toEqual([])
  })

  it.each([
    ['Ân', 'Âu'],
    ['An', 'Ăn'],
    ['Ăn', 'Ân'],
    ['Dương', 'Đông Mai'],
    ['Ô Tô', 'Ơ'],
    ['Uông Bí', 'Ưng'],
    ['Yên Tử', 'Zn'],
    ['Hà', 'Hả'],
    ['Hả', 'Hã'],
    ['Hã', 'Há'],
    ['Há', 'Hạ'],
    ['Hoà', 'Hòa'],
    ['hạ long', 'Hạ Long'],
    ['Phòng 10', 'Phòng 2'],
    ['Phòng 2', 'Phòng A'],
    ['Phòng (A)', 'Phòng 1'],
    ['Đo lường - Hiệu chuẩn', 'Đo lường – Hiệu chuẩn'],
    ['Hạ Long', 'Hạ Long 2'],
    ['Ha Long B', 'Hạ Long C'],
    ['Tổ “Hóa”', 'Tổ ”Hóa”'],
    ['o”u', 'ò“u'],
  ])('puts %s before %s', (first, second) => {
    expect(byKey(first, second)).toBe(-1)
    expect(collator.compare(first, second)).toBe(-1)
  })

  const letters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz'
  const signs = ' -–—.,;:!?/\\()[]{}&%#@*+<=>~_|^`´¨°©®§·“”‘’„…′″€₫$£¥№™℃≤≥≠≈±×÷−²³½µαβΩæßøåöñ\u00A00123456789\t\n'
  const character = fc.constantFrom(...Array.from(`${letters}${letters.toUpperCase()}${signs}aAoOuU `))

  it('agrees with Intl.Collator on any Vietnamese letters, signs and numbers', () => {
    const text = fc.array(character, { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (first, second) => {
        expect(byKey(first, second)).toBe(Math.sign(collator.compare(first, second)))
      }),
      { numRuns: 3000 },
    )
  })

  it('agrees on texts that differ in accents, case or encoding only', () => {
    const change = fc.constantFrom<(part: string) => string>(
      (part) => part,
      (part) => part.toUpperCase(),
      (part) => part.normalize('NFD'),
      (part) => part.normalize('NFD').charAt(0),
    )
    const pair = fc
      .array(fc.tuple(fc.constantFrom(...Array.from(letters)), change), { minLength: 1, maxLength: 8 })
      .map((parts) => {
        return [
          parts.map(([letter]) => letter).join(''),
          parts.map(([letter, alter]) => alter(letter)).join(''),
        ] as const
      })
    fc.assert(
      fc.property(pair, ([first, second]) => {
        expect(byKey(first, second)).toBe(Math.sign(collator.compare(first, second)))
      }),
      { numRuns: 3000 },
    )
  })

  it('is printable ASCII, and one for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sortKey(text)).toMatch(/^[\x20-\x7E]*$/)
        expect(sortKey(text.normalize('NFD'))).toBe(sortKey(text.normalize('NFC')))
      }),
    )
  })
})
