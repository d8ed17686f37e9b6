// What a decision would change, counted from the rules themselves: on which days the status or the end is another one.
import { describe, expect, it } from 'vitest'
import type { ActPage, AccreditationPage } from '../../../../../db/model/shapes/accreditation'
import type { ActValues } from '../../../../../renderer/features/labs/forms/actValues'
import type { DecisionValues } from '../../../../../renderer/features/labs/forms/decision'
import { previewStatus } from '../../../../../renderer/features/labs/forms/preview'

const DAY = '2026-11-23'
const stored = (kind: ActPage['kind'], effective: string, expiry: string | null): ActPage =>
  ({
    id: kind,
    kind,
    decision: 'd',
    paper: 'QD',
    number: '1',
    signed: null,
    effective,
    expiry,
    partial: false,
    ends: null,
    accreditation: 'a',
  }) as unknown as ActPage
const page = (...acts: ActPage[]): AccreditationPage =>
  ({
    id: 'a',
    code: { raw: 'VILAS 1', canonical: 'VILAS 001' },
    decisions: [{ id: 'd', acts }],
  }) as unknown as AccreditationPage
const draft = (
  kind: ActValues['kind'],
  effective: string | null,
  expiry: string | null,
  partial = false,
): DecisionValues =>
  ({
    kind: 'QD',
    number: null,
    signed: null,
    acts: [
      {
        accreditation: 'a',
        kind,
        effective: effective === null ? null : { iso: effective },
        expiry: expiry === null ? null : { iso: expiry },
        partial,
        ends: null,
      },
    ],
  }) as unknown as DecisionValues
const of = (values: DecisionValues, id: string | null = null) =>
  previewStatus([page(stored('grant', '2023-11-26', '2026-11-25'))], { id, values }, DAY)[0]

describe('a decision in the making', () => {
  it('that renews tells from which day the status is another one, and the new end', () => {
    expect(of(draft('renewal', '2026-11-20', '2031-11-20'))).toMatchObject({
      before: { status: 'expiring', expiry: '2026-11-25', daysLeft: 2 },
      after: { status: 'valid', expiry: '2031-11-20' },
      differences: [
        { from: '2026-11-20', to: '2026-11-25', after: { expiry: '2031-11-20' } },
        { from: '2026-11-26', to: '2031-11-20', before: { status: 'expired' }, after: { status: 'valid' } },
        { from: '2031-11-21', to: null, before: { expiry: '2026-11-25' }, after: { expiry: '2031-11-20' } },
      ],
    })
  })

  it('that extends changes neither day nor end, whatever it prints', () => {
    expect(of(draft('extension', '2026-01-01', '2099-01-01'))?.differences).toEqual([])
  })

  it('that suspends until a day changes only the days up to it', () => {
    expect(of(draft('suspension', '2026-03-01', '2026-03-31', true))?.differences).toMatchObject([
      { from: '2026-03-01', to: '2026-03-31', before: { status: 'valid' }, after: { status: 'partly_suspended' } },
    ])
  })

  it('that corrects itself is compared with what the register holds of it', () => {
    expect(of(draft('grant', '2023-11-26', '2028-11-25'), 'd')).toMatchObject({
      before: { status: 'expiring' },
      after: { status: 'valid', expiry: '2028-11-25', acts: [{ id: 'new 0' }] },
    })
  })
})
