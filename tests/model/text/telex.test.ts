import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { untelex } from '../../../db/model/text/telex'

const TONES: Record<string, string> = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' }

/** The keys a typist presses for a word; the tone at the end, or right after the vowels. */
function keysOf(word: string, toneLast: boolean): string {
  let keys = ''
  let tone = ''
  for (const part of word.normalize('NFD').replaceAll('đ', 'dd')) {
    if (TONES[part] !== undefined) tone = TONES[part]
    else if (part === '\u0302') keys += keys.at(-1)
    else if (part === '\u0306' || part === '\u031B') keys += 'w'
    else keys += part
  }
  return toneLast ? keys + tone : keys.replace(/(.*[aeiouyw])/, `$1${tone}`)
}

const words =
  `phòng thử nghiệm kiểm định hiệu chuẩn công nhận năng lực tiêu chuẩn đo lường chất lượng thủy sản nước thải không khí đất bùn
   xăng dầu than quặng thép xi măng bê tông cốt liệu đường nhựa điện trở cách điện máy biến áp bệnh viện sản nhi huyết học hóa sinh
   vi sinh giải phẫu độ ẩm chì thủy ngân dư lượng kháng sinh trong tôm cá mực rượu sữa người giữ quý hữu khuỷu ủy ban tỉnh
   thị xã đặc khu vân đồn cô tô móng cái hạ long cẩm phả uông bí đông triều quảng yên mạo khê vàng danh tiên yên bình liêu`.split(
    /\s+/,
  )

describe('Telex without an input method', () => {
  it.each([
    ['thuyr sanr', 'thủy sản'],
    ['chif trong toom', 'chì trong tôm'],
    ['Phongf thuwr nghieemj', 'Phòng thử nghiệm'],
    ['THUYR SANR', 'THỦY SẢN'],
    ['nuowcs thair', 'nước thải'],
    ['nuwowcs thair', 'nước thải'],
    ['trwowcs', 'trước'],
    ['dduwowngf', 'đường'],
    ['dduwongf', 'đường'],
    ['dduongwf', 'đường'],
    ['nguoiwf', 'người'],
    ['thuowr', 'thuở'],
    ['tieesng', 'tiếng'],
    ['hoaf bifnh', 'hòa bình'],
    ['quawngj', 'quặng'],
    ['vilas 512 thuyr sanr', 'vilas 512 thủy sản'],
    ['B12 xawng daauf', 'B12 xăng dầu'],
    ['test nuwowcs', 'test nước'],
    ['taats car', 'tất cả'],
    ['thij xax', 'thị xã'],
    ['max soos', 'mã số'],
    ['this nghieemj', 'thí nghiệm'],
    ['y tees', 'y tế'],
    ['ddo luwowngf, hieeuj chuaanr', 'đo lường, hiệu chuẩn'],
  ])('“%s” means “%s”', (typed, meant) => {
    expect(untelex(typed)).toBe(meant)
  })

  it.each([
    'shrimp',
    'test',
    'class',
    'gas',
    'list of tests',
    'water test',
    'this is how it was',
    'VILAS 512',
    'LAS XD 55',
    'las 55',
    'VIAS 004',
    'VLAT',
    'ISO/IEC 17025:2017',
    'GC-MS',
    'ICP-OES',
    'pH',
    'TW',
    'as',
    'max',
    'six rooms',
    'mass loss',
    'box',
    'nam',
    'thuy san',
    'quang ninh',
    'phong thi nghiem',
    'thủy sản',
    'thuyr sản',
    '25/11/2026',
    '',
    'report water quality nuwowcs',
  ])('“%s” is left alone', (text) => {
    expect(untelex(text)).toBeNull()
  })

  it('gives back any phrase of the trade from its keys, wherever the tone is typed', () => {
    const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(phrase, fc.boolean(), (chosen, toneLast) => {
        const typed = ['thuyr', ...chosen.map((word) => keysOf(word.normalize('NFC'), toneLast))].join(' ')
        expect(untelex(typed)).toBe(['thủy', ...chosen].join(' '))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps everything but letters, and never suggests the same text', () => {
    const key = fc.constantFrom(...Array.from('aaeooduwsfrxjthngc '), 'thuyr ', 'nuwowcs', '512', '-', '(')
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 15 }).map((keys) => keys.join('')),
        (typed) => {
          const meant = untelex(typed)
          const others = (text: string): string => text.replaceAll(/\p{L}+/gu, '')
          expect(meant).not.toBe(typed)
          expect(others(meant ?? typed)).toBe(others(typed))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
