import { validate, version } from 'uuid'
import { expect, it } from 'vitest'
import { newId, freshBytes } from '../../db/store/ids'

it('makes ids of version 7 that only grow, also within a millisecond', () => {
  const ids = Array.from({ length: 5_000 }, newId)
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

it('gives chance out once', () => {
  const given = Array.from({ length: 3_000 }, () => Buffer.from(freshBytes()).toString('hex'))
  expect(new Set(given).size).toBe(given.length)
  expect(given.every((bytes) => bytes.length === 32)).toBe(true)
})
