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

describe('suspension and resumption', () => {
  const grant = act('grant', '2024-01-01', '2026-12-31')
  const whole = act('suspension', '2025-03-01')
  const part = act('suspension', '2025-03-01', null, { partial: true })
  const other = act('suspension', '2025-04-01', null, { partial: true })
  const resumption = (more: Partial<Act> = {}) => act('resumption', '2025-06-01', null, more)
  it.each<[string, Act[], string, string]>([
    ['a whole one, resumed', [whole, resumption()], 'suspended', 'valid'],
    ['a whole one, resumed in part', [whole, resumption({ partial: true })], 'suspended', 'partly_suspended'],
    ['one in part, resumed', [part, resumption()], 'partly_suspended', 'valid'],
    ['one in part, resumed in part', [part, resumption({ partial: true })], 'partly_suspended', 'partly_suspended'],
    ['one in part, named, resumed', [part, resumption({ partial: true, ends: part.id })], 'partly_suspended', 'valid'],
    ['two in part, one resumed', [part, other, resumption({ ends: part.id })], 'partly_suspended', 'partly_suspended'],
    ['two in part, both resumed', [part, other, resumption()], 'partly_suspended', 'valid'],
    ['both kinds, the one in part resumed', [whole, part, resumption({ ends: part.id })], 'suspended', 'suspended'],
    [
      'both kinds, the whole one resumed',
      [whole, part, resumption({ ends: whole.id })],
      'suspended',
      'partly_suspended',
    ],
    ['a renewal', [whole, act('renewal', '2025-06-01', '2030-05-31')], 'suspended', 'valid'],
  ])('%s', (_, acts, before, after) => {
    expect([on([grant, ...acts], '2025-05-31'), on([grant, ...acts], '2025-06-01')]).toEqual([before, after])
  })
  it('leaves the month open in which a suspension ends', () => {
    const acts = [grant, act('suspension', '2025-03-01', '2025-05')]
    expect(['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'].map((each) => evaluate(acts, each))).toMatchObject([
      { status: 'suspended', certain: true },
      { status: 'suspended', certain: false },
      { status: 'suspended', certain: false },
      { status: 'valid', certain: true },
    ])
  })
  it('of a month counts from its first day, and the month is open', () => {
    const acts = [grant, act('suspension', '2025-03')]
    expect(['2025-02-28', '2025-03-01', '2025-04-01'].map((each) => evaluate(acts, each))).toMatchObject([
      { status: 'valid', certain: true },
      { status: 'suspended', certain: false },
      { status: 'suspended', certain: true },
    ])
  })
})

describe('what has no day', () => {
  const grant = act('grant', '2024-01-01', '2026-12-31')
  it.each([
    ['withdrawal', 'withdrawn'],
    ['suspension', 'suspended'],
  ] as const)('a %s is not lost behind a dated grant, and leaves every day open', (kind, status) => {
    const acts = [act(kind, null), grant]
    expect(evaluate(acts, '2025-01-01')).toMatchObject({ status, certain: false })
    expect(evaluate(acts, '2023-12-31')).toMatchObject({ status: 'not_accredited', certain: true })
  })
  it('a resumption ends the dated suspension', () => {
    const acts = [grant, act('suspension', '2025-03-01'), act('resumption', null)]
    expect(evaluate(acts, '2025-04-01')).toMatchObject({ status: 'valid', certain: false })
  })
  it('a withdrawal alone says nothing of what there was', () => {
    expect(evaluate([act('withdrawal', null)], '2025-01-01').status).toBe('unknown')
  })
  it('a recognition with a known end holds, but not for certain', () => {
    expect(evaluate([act('recognition', null, '2026-12-31')], '2025-01-01')).toMatchObject({
      status: 'valid',
      certain: false,
    })
    expect(evaluate([act('recognition', null, '2026-12-31')], '2027-01-01')).toMatchObject({ status: 'expired' })
  })
})

describe('renewal and recognition', () => {
  const grant = act('grant', '2021-01-01', '2023-12-31')
  it('without a known end: the earlier end still holds, after it nothing is known', () => {
    for (const kind of ['renewal', 'recognition'] as const) {
      const acts = [grant, act(kind, '2023-11-01')]
      expect(evaluate(acts, '2023-12-31')).toMatchObject({ status: 'valid', expiry: '2023-12-31' })
      expect(evaluate(acts, '2024-01-01')).toMatchObject({ status: 'unknown', reason: 'no_expiry', expiry: null })
    }
  })
  it('whose end an edition transition then names', () => {
    const acts = [grant, act('renewal', '2023-11-01'), act('edition_transition', '2023-12-01', '2026-10-31')]
    expect(evaluate(acts, '2024-01-01')).toMatchObject({ status: 'valid', expiry: '2026-10-31' })
    expect(on(acts, '2026-11-01')).toBe('expired')
  })
  it.each([
    ['2024-12-31', 'valid', '2026-11-06'],
    ['2025-01-01', 'valid', '2028-01-01'],
    ['2028-01-01', 'valid', '2028-01-01'],
    ['2028-01-02', 'expired', '2028-01-01'],
  ])('two recognitions that overlap: on %s the later one in force counts', (day, status, expiry) => {
    const acts = [act('recognition', '2025-01-01', '2028-01-01'), act('recognition', '2023-11-07', '2026-11-06')]
    expect(evaluate(acts, day)).toMatchObject({ status, expiry })
  })
  it('is expired in the gap between two cycles', () => {
    const acts = [grant, act('renewal', '2024-06-01', '2027-05-31')]
    expect(['2023-12-31', '2024-01-01', '2024-05-31', '2024-06-01'].map((each) => on(acts, each))).toEqual([
      'valid',
      'expired',
      'expired',
      'valid',
    ])
  })
  it('after a withdrawal begins anew; an extension does not', () => {
    const acts = [grant, act('withdrawal', '2022-05-01')]
    expect(on([...acts, act('extension', '2022-06-01', '2030-01-01')], '2022-07-01')).toBe('withdrawn')
    expect(on([...acts, act('recognition', '2022-06-01', '2025-06-01')], '2022-07-01')).toBe('valid')
    expect(on([...acts, act('withdrawal', '2022-05-01', null, { partial: true })], '2022-04-30')).toBe('valid')
  })
  it('in one month with the withdrawal that it follows counts by the order of the register', () => {
    const acts = [grant, act('withdrawal', '2022-05'), act('grant', '2022-05', '2025-04-30')]
    expect(evaluate(acts, '2022-05-15')).toMatchObject({ status: 'valid', certain: false })
  })
  it('stays valid for ever where the end is stated to be unlimited, and is never expiring', () => {
    const acts = [act('grant', '2024-01-01', 'none')]
    expect(evaluate(acts, '9999-12-31')).toMatchObject({ status: 'valid', reason: 'unlimited', certain: true })
    expect(shownStatus('valid', 'none', '2026-11-23')).toEqual({ status: 'valid', daysLeft: null, window: null })
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
  it('stays withdrawn from that day on, known or not, until granted again', () => {
    fc.assert(
      fc.property(history, fc.option(reduced), day, (acts, effective, asked) => {
        const others = acts.filter((each) => !['grant', 'renewal', 'recognition'].includes(each.kind))
        const withdrawal = act('withdrawal', effective, null, { order: 99 })
        fc.pre(effective === null || `${effective}-01-01`.slice(0, 10) <= asked)
        expect(on([act('grant', '2019-01-01', 'none'), ...others, withdrawal], asked)).toBe('withdrawn')
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
