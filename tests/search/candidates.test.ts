// A begun word asks the index for the words that the register has for it: the very lines that the index itself would gather for the beginning.
import { describe, expect, it } from 'vitest'
import { candidates } from '../../db/search/candidates'
import { tokensOf } from '../../db/search/tokens'
import { vocabularyOf } from '../../db/search/vocabulary'
import { prepare } from '../../db/store/database'
import { capabilityRegister } from '../support/capability-register'

const db = capabilityRegister()
const vocabulary = vocabularyOf(db)
const found = (expression: string): number[] =>
  prepare<[string], number>(db, 'SELECT rowid FROM line_search WHERE line_search MATCH ? ORDER BY rowid')
    .pluck()
    .all(expression)

/** Beginnings of every word that the lines hold. */
function beginnings(): string[] {
  const texts = prepare<[], string>(
    db,
    `SELECT matrix_vi || ' ' || test_vi || ' ' || coalesce(method, '') FROM scope_line`,
  )
  const words = texts
    .pluck()
    .all()
    .flatMap((text) => tokensOf(text).map(({ lower }) => lower))
  return [...new Set(words.flatMap((word) => [1, 2, 3, word.length].map((length) => word.slice(0, length))))]
}

describe('a begun word', () => {
  it.each(['accented', 'folded'] as const)('has the lines of all words that begin so, %s', (column) => {
    const all = beginnings()
    expect(all.length).toBeGreaterThan(100)
    for (const start of all) {
      const { folded } = tokensOf(start)[0]!
      const accented = column === 'accented' ? start : null
      const { expression } = candidates([{ kind: 'word', accented, folded, prefix: true }], vocabulary)[0]!
      const typed = column === 'accented' ? start : folded
      expect([start, found(expression)]).toEqual([start, found(`${column} : "${typed}"*`)])
    }
  })
  it('is left to the index where too many words begin so, or none does', () => {
    const ask = (folded: string) =>
      candidates([{ kind: 'word', accented: null, folded, prefix: true }], vocabulary)[0]!.expression
    expect(ask('zzzq')).toBe('(folded : ("zzzq"*))')
    expect(ask('20')).toBe('(folded : ("20"*))')
    vocabulary.add(Array.from({ length: 401 }, (_, at) => `zy${String.fromCodePoint(97 + (at % 26))}${at}`))
    expect(ask('zy')).toBe('(folded : ("zy"*))')
    expect(ask('zya')).toContain('"zya0" OR "zya26"')
  })
})

describe('the number of a method still being typed', () => {
  const ask = (...phrase: string[]) =>
    candidates([{ kind: 'method', phrases: [phrase], edition: null, prefix: true }], vocabulary)[0]!.expression
  it('is begun from its second figure on', () => {
    expect(ask('tcvn', '6')).toBe('(folded : ("tcvn"))')
    expect(ask('tcvn', '66')).toBe('(folded : ("tcvn 66"*))')
  })
})
