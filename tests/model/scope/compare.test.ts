// Two issues of an annex: what is paired, what differs, what kind of decision it looks like.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareLines,
  countPairs,
  lineageOf,
  repeatedOf,
  suggest,
  type ComparedLine,
} from '../../../db/model/scope/compare'

let count = 0
const line = (own: Partial<ComparedLine> = {}): ComparedLine => {
  const id = own.id ?? `l${(count += 1)}`
  return {
    id,
    lineage: id,
    matrixVi: 'Nước sạch',
    matrixEn: null,
    testVi: 'Xác định pH',
    testEn: null,
    technique: null,
    quantity: null,
    range: '2 ~ 12',
    cmc: null,
    method: 'TCVN 6492:2011',
    methodEdition: null,
    site: null,
    inclusion: 'included',
    ...own,
  }
}
const one = (before: Partial<ComparedLine>, after: Partial<ComparedLine>) => {
  const pairs = compareLines([line(before)], [line(after)], null)
  return pairs.map(({ kind, by, sure, differences }) => [kind, by, sure, ...differences])
}

const table: [name: string, before: Partial<ComparedLine>, after: Partial<ComparedLine>, pairs: unknown[][]][] = [
  ['the same words', {}, {}, [['same', 'words', true]]],
  ['another range', {}, { range: '1 ~ 14' }, [['changed', 'words', true, 'range']]],
  ['another limit where there was none', { range: null }, { range: '0,1 mg/L' }, [['changed', 'words', true, 'range']]],
  ['another capability', { cmc: '0,3 mg' }, { cmc: '0,2 mg' }, [['changed', 'words', true, 'range']]],
  ['another edition', {}, { method: 'TCVN 6492:2023' }, [['changed', 'words', true, 'edition']]],
  [
    'another edition of ASTM',
    { method: 'ASTM D3237-17' },
    { method: 'ASTM D3237-22' },
    [['changed', 'words', true, 'edition']],
  ],
  [
    'an edition of its own field',
    { methodEdition: '2011' },
    { method: 'TCVN 6492', methodEdition: '2023' },
    [['changed', 'words', true, 'edition']],
  ],
  ['the same edition, now in its own field', {}, { methodEdition: '2011' }, [['same', 'words', true]]],
  ['a method written otherwise', { method: 'TCVN 6492 : 2011' }, {}, [['changed', 'words', true, 'wording']]],
  [
    'range and edition',
    {},
    { range: '1 ~ 14', method: 'TCVN 6492:2023' },
    [['changed', 'words', true, 'range', 'edition']],
  ],
  ['letters without marks', { testVi: 'Xac dinh pH' }, {}, [['changed', 'method', false, 'wording']]],
  ['another product, same test and method', { matrixVi: 'Nước mặt' }, {}, [['changed', 'method', false, 'wording']]],
  [
    'another method',
    {},
    { method: 'SMEWW 4500:2023' },
    [
      ['removed', null, true],
      ['added', null, true],
    ],
  ],
  [
    'another test',
    {},
    { testVi: 'Xác định Fe' },
    [
      ['removed', null, true],
      ['added', null, true],
    ],
  ],
  [
    'no method at all and other words',
    { method: null, testVi: 'Xac dinh pH' },
    { method: null },
    [
      ['removed', null, true],
      ['added', null, true],
    ],
  ],
  [
    'lineage, whatever the words',
    { lineage: 'x' },
    { lineage: 'x', testVi: 'Đo pH', method: 'ISO 10523:2008', range: null },
    [['changed', 'lineage', true, 'range', 'method', 'wording']],
  ],
  ['now flexible', {}, { inclusion: 'flexible' }, [['changed', 'words', true, 'inclusion']]],
  ['only spaces differ', { testVi: 'Xác định  pH' }, {}, [['same', 'words', true]]],
]

describe('two issues of an annex', () => {
  it.each(table)('%s', (_name, before, after, pairs) => {
    expect(one(before, after)).toEqual(pairs)
  })

  it('pairs lines that stand twice in their order, and leaves the rest over', () => {
    const pairs = compareLines([line({ id: 'a' }), line({ id: 'b' })], [line({ id: 'c' })], null)
    expect(pairs.map(({ kind, before, after }) => [kind, before?.id, after?.id])).toEqual([
      ['same', 'a', 'c'],
      ['removed', 'b', undefined],
    ])
  })

  it('prefers the same words to folded ones, wherever they stand', () => {
    const before = [line({ id: 'plain', testVi: 'Xac dinh pH' }), line({ id: 'exact' })]
    expect(compareLines(before, [line()], null).find(({ after }) => after !== null)?.before?.id).toBe('exact')
  })

  it('holds what an extension does not print as still under the earlier issue', () => {
    const pairs = compareLines([line()], [line({ testVi: 'Xác định Fe' })], 'extension')
    expect(pairs.map(({ kind }) => kind)).toEqual(['kept', 'added'])
    expect(suggest(countPairs(pairs))).toBe('extension')
  })

  it.each([
    ['nothing', [{}], [{}]],
    ['extension', [{}], [{}, { testVi: 'Xác định Fe' }]],
    ['reduction', [{}, { testVi: 'Xác định Fe' }], [{}]],
    ['editions', [{}], [{ method: 'TCVN 6492:2023' }]],
    ['corrections', [{}], [{ method: 'TCVN 6492 : 2011' }]],
    ['renewal_with_changes', [{}], [{ range: '1 ~ 14' }]],
    ['renewal_with_changes', [{}], [{ method: 'TCVN 6492:2023' }, { testVi: 'Xác định Fe' }]],
  ] as const)('suggests %s', (suggestion, before, after) => {
    const pairs = compareLines(before.map(line), after.map(line), null)
    expect(suggest(countPairs(pairs))).toBe(suggestion)
  })

  it('links a repeated line, and only offers what is much like it', () => {
    const earlier = [line({ id: 'pH' }), line({ id: 'Fe', testVi: 'Xác định Fe', method: 'TCVN 6177:1996' })]
    const now = [line({ id: 'n1' }), line({ id: 'n2', testVi: 'Xac dinh Fe', method: 'TCVN 6177:2020' })]
    const { exact, offered } = lineageOf(earlier, now)
    expect([[...exact], [...offered]]).toEqual([[['n1', 'pH']], [['n2', 'Fe']]])
  })

  it('law: every line of both issues stands in exactly one pair, and an issue is the same as itself', () => {
    const some = fc.record({
      testVi: fc.constantFrom('Xác định pH', 'Xac dinh pH', 'Xác định Fe', null),
      method: fc.constantFrom('TCVN 6492:2011', 'TCVN 6492:2023', 'ISO 1:2000', null),
      range: fc.constantFrom('1', '2', null),
      lineage: fc.constantFrom('x', 'y', 'z'),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.array(some, { maxLength: 8 }), (a, b) => {
        const [from, to] = [a.map(line), b.map(line)]
        const pairs = compareLines(from, to, null)
        const ids = (lines: (ComparedLine | null)[]) => lines.flatMap((each) => each?.id ?? []).toSorted()
        expect(ids(pairs.map(({ before }) => before))).toEqual(ids(from))
        expect(pairs.flatMap(({ after }) => after?.id ?? [])).toEqual(to.map(({ id }) => id))
        expect(countPairs(compareLines(from, from, null)).same).toBe(from.length)
        const others = to.map((each) => ({ ...each, lineage: each.id }))
        expect(repeatedOf(from, others)).toEqual(lineageOf(from, others).exact)
      }),
    )
  })
})
