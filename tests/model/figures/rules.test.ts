import { describe, expect, it } from 'vitest'
import {
  countedBy,
  figureRules,
  partsOf,
  type AccreditationFacts,
  type FigureRule,
  type LabFacts,
  type StandardFacts,
} from '../../../db/model/figures/rules'
import { texts } from '../../../db/model/texts/say'

const edition: StandardFacts = {
  title: 'ISO/IEC 17025:2017',
  family: 'ISO/IEC 17025',
  edition: '2017',
  lastDay: null,
  superseded: false,
}
const one = (change: Partial<AccreditationFacts> = {}): AccreditationFacts => ({
  id: 'a1',
  code: 'VILAS 016',
  scheme: 'VILAS',
  status: 'valid',
  expiry: '2026-11-25',
  standards: [edition],
  ...change,
})
const lab = (id: string, accreditations: AccreditationFacts[], change: Partial<LabFacts> = {}): LabFacts => ({
  id,
  nameVi: id,
  nameEn: null,
  owner: null,
  sector: null,
  accreditations,
  ...change,
})
const counts = (rule: FigureRule, labs: LabFacts[], day = '2026-11-23') =>
  countedBy(rule, labs, day).map(({ id }) => id)

describe('in force', () => {
  it.each([
    ['valid', true],
    ['partly_suspended', true],
    ['suspended', false],
    ['unknown', false],
    ['expired', false],
    ['withdrawn', false],
    ['not_accredited', false],
  ] as const)('%s counts: %s', (status, isCounted) => {
    expect(counts('labs_in_force', [lab('x', [one({ status })])])).toEqual(isCounted ? ['x'] : [])
  })
  it('counts a laboratory with several accreditations once, and each accreditation once however many it covers', () => {
    const [first, second] = [one(), one({ id: 'a2', scheme: 'VIMCERTS' })]
    const labs = [lab('x', [first, second]), lab('y', [first])]
    expect(counts('labs_in_force', labs)).toEqual(['x', 'y'])
    expect(counts('accreditations_in_force', labs)).toEqual(['a1', 'a2'])
  })
})

it('counts laboratories by scheme, whatever their status, each under every scheme it has', () => {
  const labs = [
    lab('x', [one({ status: 'expired' }), one({ id: 'a2', scheme: 'VIMCERTS' })]),
    lab('y', [one({ scheme: null })]),
    lab('z', []),
  ]
  const names = countedBy('labs_by_scheme', labs, '2026-11-23')
  expect(names.map(({ id, parts }) => [id, parts])).toEqual([
    ['x', ['VILAS', 'VIMCERTS']],
    ['y', ['none']],
  ])
  expect(partsOf(names)).toEqual([
    { key: 'VILAS', names: 1 },
    { key: 'VIMCERTS', names: 1 },
    { key: 'none', names: 1 },
  ])
})

it('counts as LAS, VILAS what is only said to be, not what is known to have ended, nor other schemes', () => {
  const labs = [
    lab('said', [one({ status: 'unknown' })]),
    lab('med', [one({ scheme: 'VILAS-MED', status: 'suspended' })]),
    lab('las', [one({ scheme: 'LAS-XD' })]),
    lab('ended', [one({ status: 'expired' })]),
    lab('other', [one({ scheme: 'AOSC' })]),
  ]
  expect(counts('labs_las_vilas', labs)).toEqual(['said', 'med', 'las'])
})

describe('an international standard', () => {
  const named = (change: Partial<StandardFacts>, day = '2026-11-23') =>
    counts('labs_international', [lab('x', [one({ standards: [{ ...edition, ...change }] })])], day).length
  it.each([
    ['recognised without a last day', {}, '2026-11-23', 1],
    ['no edition named', { edition: null }, '2026-11-23', 0],
    ['on its last day', { edition: '2005', lastDay: '2021-06-01', superseded: true }, '2021-06-01', 1],
    ['the day after', { edition: '2005', lastDay: '2021-06-01', superseded: true }, '2021-06-02', 0],
    ['replaced, no last day known', { edition: '1999', superseded: true }, '2005-01-01', 0],
    ['a decree', { family: 'NĐ 62/2016/NĐ-CP' }, '2026-11-23', 0],
    ['words that name no known standard', { family: '' }, '2026-11-23', 0],
  ] as const)('%s', (_, change, day, count) => {
    expect(named(change, day)).toBe(count)
  })
  it('tells apart what is in force and what is not certain', () => {
    const labs = [lab('x', [one()]), lab('y', [one({ status: 'unknown' })]), lab('z', [one({ status: 'withdrawn' })])]
    const names = countedBy('labs_international', labs, '2026-11-23')
    expect(names.map(({ id, parts }) => [id, parts])).toEqual([
      ['x', ['in_force']],
      ['y', ['not_certain']],
    ])
  })
})

it('counts by the sector of the owner, accredited or not', () => {
  const labs = (['st_public', 'st_private', 'customs', 'health', null] as const).map((sector) =>
    lab(String(sector), [], { sector }),
  )
  expect(counts('labs_st_organizations', labs)).toEqual(['st_public', 'st_private'])
  expect(counts('labs_customs', labs)).toEqual(['customs'])
})

it('has a name and a wording for every rule in both languages', () => {
  for (const { figures } of [texts.vi, texts.en]) expect(Object.keys(figures.rules)).toEqual([...figureRules])
})
