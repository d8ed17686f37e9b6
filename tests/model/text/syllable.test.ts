import { describe, expect, it } from 'vitest'
import { isBareSyllable, isSyllable, toSyllable, writeSyllable } from '../../../db/model/text/syllable'

describe('a Vietnamese syllable', () => {
  it.each(
    `phòng thí nghiệm thủy sản kiểm định nước thải đường người rượu quặng quý quốc giữ gì giêng giết khỏe hòa hoà oằn khuya
     nguyễn chuyển thuở yên yến ủy ưu ruộng lưỡi xoong nghĩa ngoẹo kỹ tỷ Ứng ĐÔNG Triều loét huỵch`.split(/\s+/),
  )('may be “%s”', (word) => {
    expect(isSyllable(word)).toBe(true)
    expect(isSyllable(word.normalize('NFD'))).toBe(true)
  })

  it.each('Néi ViÖt chuÈn shrimp class test tét1 kà ce ghà ngi fa wa nươc bát2 at ăc bâ tốố QĐ'.split(' '))(
    'is not “%s”',
    (word) => {
      expect(isSyllable(word)).toBe(false)
    },
  )

  it('with a stop at its end takes only sắc or nặng', () => {
    expect(toSyllable('nươc', '')).toBeNull()
    expect(toSyllable('nươc', 'f')).toBeNull()
    expect(toSyllable('nươc', 's')).toEqual({ onset: 'n', rime: 'ươc', tone: 's' })
  })

  it.each([
    ['hoa', 'f', 'hòa'],
    ['hoan', 'f', 'hoàn'],
    ['thuy', 'r', 'thủy'],
    ['quy', 's', 'quý'],
    ['gi', 'f', 'gì'],
    ['gia', 's', 'giá'],
    ['khuyu', 'r', 'khuỷu'],
    ['ngươi', 'f', 'người'],
    ['mua', 'f', 'mùa'],
    ['mưa', 'x', 'mữa'],
    ['tiêng', 's', 'tiếng'],
    ['ngoai', 'f', 'ngoài'],
    ['đương', 'f', 'đường'],
  ] as const)('%s with tone %s is written %s', (letters, tone, word) => {
    const syllable = toSyllable(letters, tone)
    expect(syllable && writeSyllable(syllable)).toBe(word)
  })

  it('is recognised without accents too', () => {
    expect(['nuoc', 'dong', 'nguoi', 'quy', 'nghiem'].map(isBareSyllable)).toEqual([true, true, true, true, true])
    expect(['shrimp', 'report', 'vilas', 'kam'].map(isBareSyllable)).toEqual([false, false, false, false])
  })
})
