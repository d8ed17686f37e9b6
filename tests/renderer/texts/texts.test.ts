// Both languages of the screens: the same keys, the same parameters, nothing empty.
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../../db/model/errors'
import { en } from '../../../renderer/texts/en/all'
import { formatCount, formatTime, formatWeekday } from '../../../renderer/texts/formats'
import { hasWords } from '../../../renderer/texts/hasWords'
import { vi } from '../../../renderer/texts/vi/all'

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  )
}
const vietnamese = new Map(leaves(vi))
const english = new Map(leaves(en))
/** English has a form for one that Vietnamese does not need. */
const plain = (key: string) => key.replace(/_one$/, '_other')
const parameters = (text: string | undefined) => [...new Set(text?.match(/\{\{\w+\}\}/g) ?? [])].sort()

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...new Set([...english.keys()].map(plain))].sort()).toEqual([...vietnamese.keys()].sort())
  })

  it('have a form for one wherever English has a form for many', () => {
    const many = [...english.keys()].filter((key) => key.endsWith('_other'))
    expect(many.filter((key) => !english.has(key.replace(/_other$/, '_one')))).toEqual([])
  })

  it('have the same parameters in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => !key.endsWith('_one') && parameters(text).join() !== parameters(vietnamese.get(key)).join(),
    )
    expect(different).toEqual([])
  })

  it('are written in composed letters, without stray spaces', () => {
    const untidy = [...vietnamese, ...english].filter(
      ([, text]) => text !== text.normalize('NFC').trim() || text.includes('  '),
    )
    expect(untidy).toEqual([])
  })

  it('say what to do for every error code of the registry', () => {
    expect(errorCodes.filter((code) => !vietnamese.has(`errors.${code}`))).toEqual([])
  })
})

it('writes numbers, times and weekdays as each language does', () => {
  expect([formatCount(32_000, 'vi'), formatCount(32_000, 'en')]).toEqual(['32.000', '32,000'])
  expect(formatTime('2026-11-23T03:42:00Z')).toBe('10:42')
  expect([formatWeekday('2026-11-23', 'vi'), formatWeekday('2026-11-23', 'en')]).toEqual(['Thứ Hai', 'Monday'])
})

it('finds words in any order, with or without accents', () => {
  expect(hasWords('Trung tâm Thủy sản', 'san thuy')).toBe(true)
  expect(hasWords('Trung tâm Thủy sản', 'thuỷ')).toBe(true)
  expect(hasWords('Trung tâm Thủy sản', 'thủy lợi')).toBe(false)
})
