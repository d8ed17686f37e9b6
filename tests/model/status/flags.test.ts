import { expect, it } from 'vitest'
import { flagSpans, type FlagInput } from '../../../db/model/status/flags'
import { FIRST_DAY, LAST_DAY } from '../../../db/model/status/spans'

const plain: FlagInput = {
  schemeKey: 'VILAS',
  codeScheme: 'VILAS',
  schemeIssuers: ['BOA'],
  codeIssuers: ['BOA'],
  issuerKey: 'BOA',
  code: 'VILAS 016',
  sharedCode: false,
  standards: [{ edition: '2017', lastDay: null, from: FIRST_DAY, to: LAST_DAY }],
  dates: [{ start: '2023-11-07', expiry: '2026-11-06' }],
  hasActs: true,
  hasStatements: false,
  unverified: false,
  lives: [{ from: '2023-11-07', to: '2026-11-06' }],
  visits: [],
  checkedOn: [],
  annexes: [],
}
const shown = (change: Partial<FlagInput>) => flagSpans({ ...plain, ...change }).map((span) => span.flag)

it('raises nothing on a plain accreditation', () => {
  expect(shown({})).toEqual([])
})
it('flags an edition from the day after its recognition ended', () => {
  expect(
    flagSpans({ ...plain, standards: [{ edition: '2005', lastDay: '2021-06-01', from: FIRST_DAY, to: LAST_DAY }] }),
  ).toEqual([{ flag: 'edition_withdrawn', from: '2021-06-02', to: LAST_DAY }])
})
it('does not flag an edition that was left in time', () => {
  expect(shown({ standards: [{ edition: '2005', lastDay: '2021-06-01', from: FIRST_DAY, to: '2020-05-31' }] })).toEqual(
    [],
  )
})
it('questions a VILAS MED code from AOSC and keeps it', () => {
  expect(
    shown({
      schemeKey: 'AOSC',
      schemeIssuers: ['AOSC'],
      codeScheme: 'VILAS-MED',
      codeIssuers: ['BOA'],
      issuerKey: 'AOSC',
    }),
  ).toEqual(['scheme_issuer_disagree'])
})
it.each([
  [{ hasActs: false, hasStatements: true }, 'claimed_only'],
  [{ unverified: true }, 'unverified'],
  [{ dates: [{ start: '2023-11', expiry: '2026-11-25' }] }, 'date_imprecise'],
  [{ dates: [{ start: null, expiry: '2026-11-25' }] }, 'start_unknown'],
  [{ code: null, codeScheme: null }, 'code_missing'],
  [{ sharedCode: true }, 'code_shared'],
  [{ standards: [] }, 'edition_missing'],
] as const)('%j raises %s', (change, flag) => {
  expect(shown(change)).toEqual([flag])
})

it.each([
  [{ visits: [{ due: '2024-11-07', done: null }] }, 'surveillance_overdue', '2024-11-08'],
  [{ checkedOn: ['2024-01-15'] }, 'not_checked_lately', '2025-01-16'],
  [{ annexes: [{ day: '2023-11-07', complete: true, signatories: 0 }] }, 'signatories_missing', '2023-11-07'],
] as const)('%j raises %s from %s, and only while the accreditation lives', (change, flag, from) => {
  expect(flagSpans({ ...plain, ...change })).toEqual([{ flag, from, to: '2026-11-06' }])
})
it('asks nothing of an accreditation that has ended or is not known to live', () => {
  const asked = {
    visits: [{ due: '2022-01', done: null }],
    checkedOn: ['2020-01-15'],
    annexes: [{ day: '2020-01-01', complete: true, signatories: 0 }],
  }
  expect(shown({ ...asked, lives: [] })).toEqual([])
})
