import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeKey,
  codeKeyPrefix,
  fold,
  foldAddress,
  foldKeepAccents,
  nfc,
  stripMarks,
} from '../../../db/model/text/fold'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Đ',
        'đ',
        'ộ',
        'Ỳ',
        'ư',
        'o',
        '\u0323',
        '\u0302',
        ' ',
        '\u00A0',
        '–',
        '-',
        '“',
        '’',
        'TP.',
        'P. ',
      ),
      { maxLength: 12 },
    )
    .map((bits) => bits.join('')),
)

describe('the search key', () => {
  it('is what folding the whole text step by step makes of it', () => {
    const odd = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('aĐðờỆ İǆ-–  “’\u00AD\u0301\u0323\u1E9E\u00A0Σσ')),
    })
    fc.assert(
      fc.property(fc.oneof(anyText, letters), (text) => {
        const lower = text.normalize('NFC').toLowerCase().replaceAll(/[đðɖ]/g, 'd')
        const bare = lower
          .normalize('NFD')
          .replaceAll(/\p{M}+/gu, '')
          .normalize('NFC')
        expect(stripMarks(text)).toBe(bare)
        const straight = bare
          .replaceAll(odd, '')
          .replaceAll(/[‘-‛′´`]/g, "'")
          .replaceAll(/[“-‟″«»]/g, '"')
        expect(fold(text)).toBe(straight.replaceAll(/[\s\-‐-―⁃−﹘﹣－]+/g, ' ').trim())
      }),
      { numRuns: 2_000 },
    )
  })
  it.each([
    ['thuỷ sản', 'thuy san'],
    ['Thủy sản', 'thuy san'],
    ['thuy san', 'thuy san'],
    ['Hoà', 'hoa'],
    ['Hòa', 'hoa'],
    ['ĐƯỜNG Đông Triều', 'duong dong trieu'],
    ['Ðông Triều', 'dong trieu'],
    ['Đo lường – Hiệu chuẩn', 'do luong hieu chuan'],
    ['Đo lường-Hiệu\u00A0chuẩn', 'do luong hieu chuan'],
    ['  Điện —  Điện tử ', 'dien dien tu'],
    ['Phòng “Hóa ’24”', 'phong "hoa \'24"'],
    ['kĩ thuật', 'ki thuat'],
    ['kỹ thuật', 'ky thuat'],
    ['thủy\u00ADsản\u200B', 'thuysan'],
    ['(-80 ~ 20)oC', '( 80 ~ 20)oc'],
    ['', ''],
    [' – ', ''],
  ])('of “%s” is “%s”', (text, key) => {
    expect(fold(text)).toBe(key)
  })

  it('is the same for composed and decomposed text, and for its own result', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('holds no marks, no đ, no double or outer spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).not.toMatch(/đ|\s\s|^\s|\s$|\u00A0|[\u0300-\u036F]/)
      }),
    )
  })

  it('cannot tell Hải Hoà (Móng Cái) from Hải Hòa (Cẩm Phả), the accented key can', () => {
    expect(fold('Hải Hoà')).toBe(fold('Hải Hòa'))
    expect(foldKeepAccents('Hải Hoà')).not.toBe(foldKeepAccents('Hải Hòa'))
  })
})

describe('the accented key', () => {
  it('keeps marks and đ, and still collapses case, dashes and spaces', () => {
    expect(foldKeepAccents(' Đo  Lường – Hiệu chuẩn ')).toBe('đo lường hiệu chuẩn')
    expect(foldKeepAccents('Thủy sản'.normalize('NFD'))).toBe('thủy sản')
  })

  it('folds to the search key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(foldKeepAccents(text))).toBe(fold(text))
      }),
    )
  })

  it('composes, and strips marks without touching spaces and dashes', () => {
    expect(nfc('Hạ Long'.normalize('NFD'))).toBe('Hạ Long')
    expect(stripMarks('Đo  lường - Hiệu chuẩn')).toBe('do  luong - hieu chuan')
  })
})

describe('the key of an address', () => {
  it.each([
    ['P. Giếng Đáy, TP. Hạ Long, T. Quảng Ninh', 'Phường Giếng Đáy, Thành phố Hạ Long, tỉnh Quảng Ninh'],
    ['P.Bãi Cháy, Tp.Hạ Long', 'phường Bãi Cháy, TP Hạ Long'],
    ['TX. Quảng Yên', 'thị xã Quảng Yên'],
    ['TT. Cái Rồng, H. Vân Đồn', 'Thị trấn Cái Rồng, huyện Vân Đồn'],
    ['54 Trần Nhân Tông, Q. Hai Bà Trưng, TP. Hà Nội', '54 Trần Nhân Tông, quận Hai Bà Trưng, thành phố Hà Nội'],
  ])('“%s” equals “%s”', (short, long) => {
    expect(foldAddress(short)).toBe(foldAddress(long))
  })

  it.each(['P.204, tầng T.2', 'TPHCM', 'lớp A.p. 12', 'Tổ 23 khu 7'])('leaves “%s” alone', (text) => {
    expect(foldAddress(text)).toBe(fold(text))
  })

  it('gives its own result again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldAddress(foldAddress(text))).toBe(foldAddress(text))
      }),
    )
  })
})

describe('the key of a code', () => {
  it.each([
    ['VILAS: 512', 'VILAS512'],
    ['VILAS 512', 'VILAS512'],
    ['vilas-0512', 'VILAS512'],
    ['VILAS – 016', 'VILAS16'],
    ['las xd 55', 'LASXD55'],
    ['LAS-XD 24.081', 'LASXD24.81'],
    ['LAS-XD 24081', 'LASXD24081'],
    ['LAS-XD 2481', 'LASXD2481'],
    ['318/QĐ – VPCNCL', '318QDVPCNCL'],
    ['893.2022/QĐ-VPCNCL', '893.2022QDVPCNCL'],
    ['TCVN 8309-4:2010', 'TCVN8309.4.2010'],
    ['VALAS Med 001', 'VALASMED1'],
    ['VILAS 0', 'VILAS0'],
    ['', ''],
  ])('of “%s” is %s', (text, key) => {
    expect(codeKey(text)).toBe(key)
  })

  it('restricts nothing while only zeros are typed', () => {
    expect(codeKeyPrefix('VILAS 0')).toBe('VILAS')
    expect(codeKeyPrefix('LAS-XD 24.0')).toBe('LASXD24.')
    expect(codeKeyPrefix('VILAS 10')).toBe('VILAS10')
  })

  it('is plain ASCII and gives its own result again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(codeKey(text)).toMatch(/^[A-Z0-9.]*$/)
        expect(codeKey(codeKey(text))).toBe(codeKey(text))
      }),
    )
  })

  it('keeps the numbers: other zeros or separators never join two of them', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.nat(9999),
        fc.constantFrom('.', ' ', '-', ' – ', '/0', ':'),
        (first, second, between) => {
          expect(codeKey(`LAS-XD ${first}${between}${second}`)).toBe(`LASXD${first}.${second}`)
        },
      ),
    )
  })
})
