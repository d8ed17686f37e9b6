// What a narrow cell leaves out of two texts that begin alike.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutSharedStart } from '../../../../renderer/features/imports/shorten'

it.each([
  ['Phòng kiểm nghiệm dược liệu', 'Phòng kiểm nghiệm dược liệu (cơ sở 2)', '…dược liệu', '…dược liệu (cơ sở 2)'],
  ['Số 12 đường Lê Lợi, Hạ Long', 'Số 12 đường Lê Lai, Hạ Long', '…Lê Lợi, Hạ Long', '…Lê Lai, Hạ Long'],
  ['Phòng A', 'Phòng B', 'Phòng A', 'Phòng B'],
  ['', 'Phòng thử nghiệm', '', 'Phòng thử nghiệm'],
])('%j and %j', (before, after, ...shown) => expect(withoutSharedStart(before, after)).toEqual(shown))

it('never cuts a word apart, and never hides what differs', () => {
  const words = fc.array(fc.constantFrom('phòng', 'phong', 'đo', 'lường', 'Lê'), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(words, words, words, (start, a, b) => {
      const before = [...start, ...a].join(' ')
      const after = [...start, ...b].join(' ')
      const [old, fresh] = withoutSharedStart(before, after)
      const cut = old.startsWith('…') ? before.length - (old.length - 1) : 0
      expect([
        `${before.slice(0, cut)}${old.replace('…', '')}`,
        `${before.slice(0, cut)}${fresh.replace('…', '')}`,
      ]).toEqual([before, after])
      expect(cut === 0 || before[cut - 1] === ' ').toBe(true)
    }),
  )
})
