// `reports.check` on a made-up province: one table of reports, each with its verdict and the reason and record that prove it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkReport } from '../../db/store/check/report'
import { accreditationCases } from '../support/report-cases/accreditation'
import { lead, TODAY, W, type Ask } from '../support/report-cases/expected'
import { scopeCases } from '../support/report-cases/scope'
import { reportWorld, type World } from '../support/report-world'

let world: World
beforeAll(() => (world = reportWorld()))
afterAll(() => world.db.close())

const cases = { ...accreditationCases, ...scopeCases }

describe.each(Object.entries(cases))('%s', (_subject, rows) => {
  it.each(rows)('%s', (_title, ask, { verdict, because, proof }) => {
    const answer = checkReport(world.db, ask, TODAY)
    const told = answer.reasons.map(({ code, verdict: own }) => `${code}${own === null ? '' : ` → ${own}`}`)
    expect({ verdict: answer.verdict, told }).toEqual({
      verdict,
      told: expect.arrayContaining([because + (verdict === 'accredited' ? '' : ` → ${verdict}`)]) as unknown,
    })
    const reason = answer.reasons.find(({ code }) => code === because)!
    if (proof !== undefined) expect(reason.record?.id).toBe(world.ids.get(proof))
    expect(reason.sentence).not.toMatch(/\{\{|undefined/)
  })
})

it('is a table of at least sixty reports', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(60)
})

describe('the answer as a whole', () => {
  const check = (ask: Ask) => checkReport(world.db, ask, TODAY)

  it('names a record behind every “no”', () => {
    for (const [title, ask] of Object.values(cases).flat()) {
      const { verdict, reasons } = check(ask)
      if (verdict === 'accredited' || verdict === 'insufficient_data') continue
      const without = reasons.filter((reason) => reason.verdict === verdict && reason.record === null)
      expect([title, without]).toEqual([title, []])
    }
  })

  it('says everything in English too, and only the sentences differ', () => {
    for (const [, ask] of Object.values(cases).flat()) {
      const [vi, en] = [check(ask), check({ ...ask, language: 'en' })]
      expect(en.reasons.map(({ code }) => code)).toEqual(vi.reasons.map(({ code }) => code))
      for (const { sentence } of en.reasons) expect(sentence).not.toMatch(/\{\{|undefined/)
    }
  })
  it('lists every accreditation it looked at, the answering one first', () => {
    const { candidates } = check({ lab: 'Phòng thử nghiệm Hai công nhận (hư cấu)' })
    expect(candidates.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['VLAT 1.0520', 'accredited'],
      ['VILAS 520', 'not_accredited'],
    ])
  })
  it('shows the nearest lines where the test is not listed', () => {
    const { candidates } = check({ code: W, day: '2022-06-01', test: 'kẽm trong nước thải' })
    expect(candidates[0]).toMatchObject({ linesAre: 'nearest' })
    expect(candidates[0]!.lines.map(({ matrix }) => matrix)).toContain('Nước thải')
  })
  it('names the parts that were not asked', () => {
    expect(check({ code: W, test: lead, day: '2022-06-01' }).unasked).toEqual(['method', 'site', 'signatory'])
    expect(check({}).unasked).toEqual(['code', 'lab', 'test', 'method', 'site', 'signatory'])
  })
  it('remarks a report dated after today', () => {
    expect(check({ code: 'VILAS 201', day: '2026-11-24' }).reasons[0]).toMatchObject({
      code: 'day_in_future',
      verdict: null,
    })
  })
  it('tells the chain of decisions behind the status', () => {
    const [status] = check({ code: W, day: '2024-06-01' }).reasons
    expect(status!.details.length).toBeGreaterThan(2)
  })
})
