// Limits of single lines: when a suspension in part ends for each line it names, and what a reduction takes away.
import { describe, expect, it } from 'vitest'
import { lineLimits, type ActWithLines } from '../../../db/model/status/lines'

const act = (kind: ActWithLines['kind'], effective: string, own: Partial<ActWithLines> = {}): ActWithLines => ({
  id: `${kind} ${effective}`,
  kind,
  effective,
  signed: null,
  expiry: null,
  partial: false,
  ends: null,
  order: 0,
  lines: [],
  ...own,
})
const suspension = act('suspension', '2026-05-01', { partial: true, lines: [1, 2] })
const spans = (...later: ActWithLines[]) =>
  lineLimits([...later, suspension]).map(({ line, kind, from, to }) => `${line} ${kind} ${from}…${to}`)

describe('a suspension in part', () => {
  it('lasts for the lines it names until something ends it', () => {
    expect(spans()).toEqual(['1 suspended 2026-05-01…9999-12-31', '2 suspended 2026-05-01…9999-12-31'])
    expect(lineLimits([{ ...suspension, partial: false }])).toEqual([])
  })
  it('runs out by itself on its last day, of a month on the last day of the month', () => {
    expect(lineLimits([{ ...suspension, expiry: '2026-07' }])[0]?.to).toBe('2026-07-31')
  })
  it('ends on the eve of its resumption, of any resumption that names none, and of a new cycle', () => {
    const until = ['1 suspended 2026-05-01…2026-07-31', '2 suspended 2026-05-01…2026-07-31']
    expect(spans(act('resumption', '2026-08-01', { ends: suspension.id }))).toEqual(until)
    expect(spans(act('resumption', '2026-08-01'))).toEqual(until)
    expect(spans(act('renewal', '2026-08-01'))).toEqual(until)
  })
  it('goes on for lines that a resumption does not name, and after the resumption of another suspension', () => {
    expect(spans(act('resumption', '2026-08-01', { lines: [2] }))).toEqual([
      '1 suspended 2026-05-01…9999-12-31',
      '2 suspended 2026-05-01…2026-07-31',
    ])
    expect(spans(act('resumption', '2026-08-01', { ends: 'another' }))).toEqual(spans())
    expect(spans(act('extension', '2026-08-01'))).toEqual(spans())
  })
  it('leaves nothing where it ends on the day it begins', () => {
    expect(spans(act('resumption', '2026-05-01', { order: 1 }))).toEqual([])
  })
})

describe('a reduction', () => {
  it('takes its lines away for good, as a withdrawal in part does', () => {
    for (const [kind, partial] of [
      ['reduction', false],
      ['withdrawal', true],
    ] as const)
      expect(lineLimits([act(kind, '2026-02', { partial, lines: [7] })])).toMatchObject([
        { line: 7, kind: 'reduced', from: '2026-02-01', to: '9999-12-31' },
      ])
    expect(lineLimits([act('withdrawal', '2026-02-01', { lines: [7] })])).toEqual([])
  })
})
