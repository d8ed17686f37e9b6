import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTcvn3, looksLikeTcvn3 } from '../../../db/model/text/tcvn3'

/** Bytes A1–FE of the encoding in order, as the C library's own table (TCVN5712-1) reads them; `.` is a code VN3 leaves empty. */
const ORDER = 'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'

function toTcvn3(text: string): string {
  return Array.from(text, (letter) => {
    const at = letter === '.' ? -1 : ORDER.indexOf(letter)
    return at < 0 ? letter : String.fromCharCode(0xa1 + at)
  }).join('')
}

const phrases = [
  'Tiêu chuẩn Việt Nam',
  'Phòng thử nghiệm Xăng dầu',
  'Chi cục Tiêu chuẩn Đo lường Chất lượng',
  'chất lượng nước',
  'Trung tâm Kỹ thuật',
  'Quyết định số 318/QĐ-VPCNCL',
  'Hà Nội',
  'thí nghiệm',
  'dư lượng kháng sinh trong tôm',
  'Ủy ban nhân dân tỉnh Quảng Ninh',
]

describe('TCVN3 text', () => {
  it.each([
    ['Tiªu chuÈn ViÖt Nam', 'Tiêu chuẩn Việt Nam'],
    ['Hµ Néi', 'Hà Nội'],
    ['ChÊt l\u2212îng n\u2212íc', 'Chất lượng nước'],
    ['ChÊt l\u00ADîng n\u00ADíc', 'Chất lượng nước'],
    ['Phßng thÝ nghiÖm', 'Phòng thí nghiệm'],
    ['Q§ 366/Q§-BKHCN cña Bé tr\u00ADëng', 'QĐ 366/QĐ-BKHCN của Bộ trưởng'],
    ['Së KHOA HäC Vµ C¤NG NGHÖ', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
    ['Trung t©m thö nghiÖm H¶I PHßNG', 'Trung tâm thử nghiệm HẢI PHÒNG'],
  ])('“%s” is recognised and reads “%s”', (legacy, text) => {
    expect(looksLikeTcvn3(legacy)).toBe(true)
    expect(fromTcvn3(legacy)).toBe(text)
  })

  it.each([
    'Tiêu chuẩn Việt Nam',
    'Hà Nội',
    'Chất lượng nước',
    'Ê Đê',
    'Ý Yên',
    'thí nghiệm',
    'Chất lượng'.normalize('NFD'),
    'café crème',
    'café crème, Hµ',
    'résumé',
    'µ',
    '5 µg/l',
    '±0,5 °C',
    '(−80 ~ 20)oC',
    'shrimp',
    '',
    'Xin chaøo caùc baïn',
  ])('“%s” is not taken for it', (text) => {
    expect(looksLikeTcvn3(text)).toBe(false)
  })

  it('keeps a minus that is none of its letters', () => {
    expect(fromTcvn3('5 − 3, (−80 ~ 20)')).toBe('5 − 3, (−80 ~ 20)')
  })

  it('gives back every lower-case letter, and the capitals it has', () => {
    const letters = ORDER.replaceAll('.', '')
    expect(letters).toHaveLength(7 + 67)
    expect(fromTcvn3(toTcvn3(letters))).toBe(letters)
  })

  it('is found again in any phrase written with it, and never in the phrase itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }), (chosen) => {
        const text = chosen.join(', ').replaceAll('Ủ', 'ủ').replaceAll('Ỷ', 'ỷ')
        const legacy = toTcvn3(text)
        expect(fromTcvn3(legacy)).toBe(text)
        expect(looksLikeTcvn3(text)).toBe(false)
        expect(looksLikeTcvn3(`Hµ Néi, ${legacy}`)).toBe(true)
      }),
    )
  })
})
