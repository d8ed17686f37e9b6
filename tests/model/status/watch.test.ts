import { describe, expect, it } from 'vitest'
import {
  cut,
  notCheckedLately,
  signatoriesMissing,
  surveillanceOverdue,
  united,
  visitDue,
} from '../../../db/model/status/watch'
import { LAST_DAY } from '../../../db/model/status/spans'

describe('surveillance', () => {
  const plan = (due: string | null, done: string | null = null) => ({ due, done })
  it.each([
    ['with nothing recorded says nothing', [], []],
    ['planned and not made: from the day after', [plan('2025-03-10')], [{ from: '2025-03-11', to: LAST_DAY }]],
    [
      'made on the due day: not late',
      [plan('2025-03-10', '2025-03-10'), plan('2099-01-01')],
      [{ from: '2099-01-02', to: LAST_DAY }],
    ],
    [
      'made late: until the eve of the visit',
      [plan('2025-03-10', '2025-05-02'), plan('2099-01-01', '2098-12-01')],
      [
        { from: '2025-03-11', to: '2025-05-01' },
        { from: '2099-12-02', to: LAST_DAY },
      ],
    ],
    ['a month counts to its last day', [plan('2025-03')], [{ from: '2025-04-01', to: LAST_DAY }]],
    [
      'a visit without a next plan is due again in twelve months',
      [plan(null, '2025-03-10')],
      [{ from: '2026-03-11', to: LAST_DAY }],
    ],
    [
      'an untied visit of the same year answers the plan',
      [plan('2025-03-10'), plan(null, '2025-02-01'), plan('2030-01-01')],
      [{ from: '2030-01-02', to: LAST_DAY }],
    ],
  ])('%s', (_, visits, days) => {
    expect(surveillanceOverdue(visits)).toEqual(days)
  })
})

describe('the next visit', () => {
  const plan = (due: string | null, done: string | null = null) => ({ due, done })
  it.each([
    ['nothing recorded', [], '2026-11-23', null],
    ['planned ahead', [plan('2027-01-10')], '2026-11-23', '2027-01-10'],
    ['on the last day of its month', [plan('2026-11')], '2026-11-30', '2026-11'],
    ['overdue', [plan('2026-11-22')], '2026-11-23', null],
    ['the nearest of several', [plan('2028-01-01'), plan('2027-01-01')], '2026-11-23', '2027-01-01'],
    ['twelve months after the last', [plan(null, '2026-02-10')], '2026-11-23', '2027-02-10'],
    ['not once another is planned', [plan(null, '2026-02-10'), plan('2027-03-01')], '2026-11-23', '2027-03-01'],
    ['still the plan on a day before it was made', [plan('2026-03-01', '2026-02-10')], '2026-01-01', '2026-03-01'],
    ['answered by an untied visit of its year', [plan('2026-12-01'), plan(null, '2026-10-01')], '2026-11-23', null],
  ] as const)('%s', (_, visits, day, due) => {
    expect(visitDue(visits, day)).toBe(due)
  })
})

describe('a check against the source', () => {
  it('lies too far back from the day after twelve months until the next', () => {
    expect(notCheckedLately(['2024-01-15', '2025-06-01'])).toEqual([
      { from: '2025-01-16', to: '2025-05-31' },
      { from: '2026-06-02', to: LAST_DAY },
    ])
    expect(notCheckedLately(['2024-01-15', '2025-01-15', '2025-01-15'])).toEqual([{ from: '2026-01-16', to: LAST_DAY }])
    expect(notCheckedLately([])).toEqual([])
  })
})

describe('the table of signatories', () => {
  const annex = (day: string, complete: boolean, signatories: number) => ({ day, complete, signatories })
  it('is missing while no annex in force has one', () => {
    expect(signatoriesMissing([annex('2022-01-01', true, 0)])).toEqual([{ from: '2022-01-01', to: LAST_DAY }])
    expect(signatoriesMissing([annex('2022-01-01', true, 2)])).toEqual([])
    expect(signatoriesMissing([])).toEqual([])
  })
  it('goes with the complete annex that replaces the old one, and comes with an extension', () => {
    const history = [annex('2024-01-01', true, 0), annex('2022-01-01', true, 2), annex('2025-01-01', false, 1)]
    expect(signatoriesMissing(history)).toEqual([{ from: '2024-01-01', to: '2024-12-31' }])
  })
})

describe('ranges of days', () => {
  it('are united where they touch and cut to the days that count', () => {
    const two = [
      { from: '2025-02-01', to: '2025-02-28' },
      { from: '2025-01-01', to: '2025-01-31' },
    ]
    expect(united(two)).toEqual([{ from: '2025-01-01', to: '2025-02-28' }])
    expect(cut(two, [{ from: '2025-01-15', to: '2025-02-10' }])).toEqual([{ from: '2025-01-15', to: '2025-02-10' }])
    expect(cut([{ from: '2025-01-01', to: LAST_DAY }], [])).toEqual([])
  })
})
