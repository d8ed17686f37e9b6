// Keys of hand-ordered lists.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstKeys, keyBetween, keysBetween } from '../../db/model/order'

it('law: keys between two others rise, lie between them and stay short', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.nat({ max: 400 }), (a, b, count) => {
      const all = firstKeys(70)
      const [before, after] = a === b ? [null, all[a]!] : [all[Math.min(a, b)]!, all[Math.max(a, b)]!]
      const keys = keysBetween(before, after, count)
      const line = [...(before === null ? [] : [before]), ...keys, after]
      expect(line).toEqual([...new Set(line)].toSorted())
      expect(Math.max(0, ...keys.map((key) => key.length))).toBeLessThan(20)
      expect(keysBetween(after, null, count).every((key, at, every) => key > (every[at - 1] ?? after))).toBe(true)
    }),
  )
})

it('can go on at the end five thousand times at once', () => {
  expect(Math.max(...keysBetween(keyBetween(null, null), null, 5000).map((key) => key.length))).toBeLessThan(20)
})
