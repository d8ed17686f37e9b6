import { describe, expect, it } from 'vitest'
import { labSpans, type CoveredSpan } from '../../../db/model/status/lab'
import { FIRST_DAY, LAST_DAY } from '../../../db/model/status/spans'

const covered = (accreditation: number, status: CoveredSpan['status'], expiry: string | null = null): CoveredSpan => ({
  accreditation,
  from: FIRST_DAY,
  to: LAST_DAY,
  status,
  expiry,
  expiryFirst: expiry,
})

describe('the status of a laboratory', () => {
  it('is the best of its accreditations, with a mark when another has expired', () => {
    expect(labSpans([covered(1, 'expired', '2020-01-01'), covered(2, 'valid', '2027-01-01')])).toEqual([
      {
        from: FIRST_DAY,
        to: LAST_DAY,
        status: 'valid',
        accreditation: 2,
        expiry: '2027-01-01',
        expiryFirst: '2027-01-01',
        hasExpired: true,
      },
    ])
  })
  it('takes the valid one that ends last', () => {
    expect(labSpans([covered(1, 'valid', '2028-01-01'), covered(2, 'valid', '2027-01-01')])[0]).toMatchObject({
      accreditation: 1,
      hasExpired: false,
    })
  })
  it('is unknown where nothing covers it', () => {
    expect(labSpans([])).toEqual([
      {
        from: FIRST_DAY,
        to: LAST_DAY,
        status: 'unknown',
        accreditation: null,
        expiry: null,
        expiryFirst: null,
        hasExpired: false,
      },
    ])
  })
  it('changes on the day a covering span begins and ends', () => {
    const spans = labSpans([{ ...covered(1, 'valid', '2026-12-31'), from: '2024-01-01', to: '2026-12-31' }])
    expect(spans.map((span) => [span.from, span.to, span.status])).toEqual([
      [FIRST_DAY, '2023-12-31', 'unknown'],
      ['2024-01-01', '2026-12-31', 'valid'],
      ['2027-01-01', LAST_DAY, 'unknown'],
    ])
  })
})
