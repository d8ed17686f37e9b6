// Status rules as tables and as laws over random histories.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../db/model/dates/partial'
import { evaluate, FIRST_DAY, LAST_DAY, shownStatus, statusSpans, type Act } from '../../../db/model/status/spans'

let number = 0
const act = (
  kind: Act['kind'],
  effective: string | null,
  expiry: string | null = null,
  more: Partial<Act> = {},
): Act => ({
  id: `act-${++number}`,
  kind,
  effective,
  signed: null,
  expiry,
  partial: false,
  ends: null,
  order: number,
  ...more,
})
const on = (acts: Act[], day: string) => evaluate(acts, day).status

describe('one grant', () => {
  const grant = act('grant', '2023-02-08', '2026-02-08')
  it.each([
    ['2023-02-07', 'not_accredited'],
    ['2023-02-08', 'valid'],
    ['2026-02-08', 'valid'],
    ['2026-02-09', 'expired'],
  ])('on %s is %s', (day, status) => {
    expect(on([grant], day)).toBe(status)
  })
  it('is unknown before a first paper that does not say it is the first', () => {
    expect(on([act('recognition', '2023-02-08', '2026-02-08')], '2023-02-07')).toBe('unknown')
  })
  it('without an end is unknown, with a stated unlimited end stays valid', () => {
    expect(on([act('grant', '2023-02-08')], '2024-01-01')).toBe('unknown')
    expect(on([act('grant', '2023-02-08', 'none')], '2099-01-01')).toBe('valid')
  })
  it('counts from the signing day where the effective day is blank', () => {
    expect(on([act('grant', null, '2026-02-08', { signed: '2023-02-08' })], '2023-02-08')).toBe('valid')
    expect(on([act('grant', null, '2026-02-08', { signed: '2023-02-08' })], '2023-02-07')).toBe('not_accredited')
  })
})

describe('imprecise dates', () => {
  const acts = [act('recognition', '2023-11', '2026-11')]
  it.each([
    ['2023-10-31', 'unknown', true],
    ['2023-11-01', 'valid', false],
    ['2023-11-30', 'valid', false],
    ['2023-12-01', 'valid', true],
    ['2026-10-31', 'valid', true],
    ['2026-11-01', 'valid', false],
    ['2026-11-30', 'valid', false],
    ['2026-12-01', 'expired', true],
  ])('on %s: %s, certain %s', (day, status, certain) => {
    expect(evaluate(acts, day)).toMatchObject({ status, certain })
  })
  it('reminds from the first possible day and expires after the last', () => {
    expect(shownStatus('valid', '2026-11', '2026-10-31')).toEqual({ status: 'expiring', daysLeft: 1, window: 30 })
    expect(shownStatus('valid', '2026-11', '2026-05-04')).toEqual({ status: 'valid', daysLeft: 181, window: null })
    expect(shownStatus('valid', '2026-11', '2026-05-05')).toEqual({ status: 'expiring', daysLeft: 180, window: 180 })
  })
})

describe('suspension, withdrawal, extension', () => {
  const grant = act('grant', '2024-01-01', '2026-12-31')
  it('suspends from its day until resumed, and after the end it is expired all the same', () => {
    const suspension = act('suspension', '2025-03-01')
    const acts = [grant, suspension, act('resumption', '2025-06-01', null, { ends: suspension.id })]
    expect(['2025-02-28', '2025-03-01', '2025-05-31', '2025-06-01'].map((day) => on(acts, day))).toEqual([
      'valid',
      'suspended',
      'suspended',
      'valid',
    ])
    expect(on([grant, suspension], '2027-01-01')).toBe('expired')
  })
  it('ends a suspension by itself on its last day, and suspends in part where lines are named', () => {
    expect(on([grant, act('suspension', '2025-03-01', '2025-04-30')], '2025-05-01')).toBe('valid')
    expect(on([grant, act('suspension', '2025-03-01', null, { partial: true })], '2025-03-01')).toBe('partly_suspended')
  })
  it('is withdrawn for good unless granted again', () => {
    const acts = [grant, act('withdrawal', '2025-03-01')]
    expect(on(acts, '2028-01-01')).toBe('withdrawn')
    expect(on([...acts, act('grant', '2026-01-01', '2029-01-01')], '2026-01-01')).toBe('valid')
  })
  it('keeps the end of the cycle through an extension (VILAS 024, 709)', () => {
    const acts = [act('renewal', '2023-04-13', '2026-04-13'), act('extension', '2024-06', '2027-01-01')]
    expect(evaluate(acts, '2025-01-01').expiry).toBe('2026-04-13')
    expect(on([act('extension', '2022-11-16', '2024-03-12')], '2023-01-01')).toBe('valid')
  })
})

const day = fc.integer({ min: 0, max: 2500 }).map((offset) => addDays('2020-01-01', offset))
const reduced = fc.oneof(
  day,
  day.map((each) => each.slice(0, 7)),
  day.map((each) => each.slice(0, 4)),
)
const anyAct: fc.Arbitrary<Act> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(
    'grant',
    'renewal',
    'recognition',
    'extension',
    'reduction',
    'suspension',
    'resumption',
    'withdrawal',
    'edition_transition',
    'change_name',
  ),
  effective: fc.option(reduced),
  signed: fc.option(reduced),
  expiry: fc.option(fc.oneof(reduced, fc.constant('none'))),
  partial: fc.boolean(),
  ends: fc.constant(null),
  order: fc.integer({ min: 0, max: 20 }),
})
const history = fc.array(anyAct, { maxLength: 8 })
const runs = { numRuns: process.env['SCN_LONG'] ? 10_000 : 1_000 }

describe('laws over random histories', () => {
  it('spans cover every day exactly once and agree with the rule on each day asked', () => {
    fc.assert(
      fc.property(history, day, (acts, asked) => {
        const spans = statusSpans(acts)
        expect(spans[0]!.from).toBe(FIRST_DAY)
        expect(spans.at(-1)!.to).toBe(LAST_DAY)
        for (const [at, span] of spans.slice(1).entries()) expect(span.from).toBe(addDays(spans[at]!.to, 1))
        const holding = spans.filter((span) => span.from <= asked && asked <= span.to)
        expect(holding).toHaveLength(1)
        expect(holding[0]).toMatchObject(evaluate(acts, asked))
      }),
      runs,
    )
  })
  it('never shortens by an extension', () => {
    fc.assert(
      fc.property(history, anyAct, day, (acts, extra, asked) => {
        const extension: Act = { ...extra, kind: 'extension', order: 99 }
        const before = evaluate(acts, asked).status
        if (before === 'valid') expect(evaluate([...acts, extension], asked).status).toBe('valid')
      }),
      runs,
    )
  })
  it('does not depend on the order in which acts are listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyAct, { maxLength: 6, selector: (each) => each.order }), day, (acts, asked) => {
        expect(evaluate([...acts].reverse(), asked)).toEqual(evaluate(acts, asked))
      }),
      runs,
    )
  })
})
