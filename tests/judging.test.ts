// Calls that judge what is typed and save nothing: histories, codes, dates, and “Vì sao?” of an accreditation of the register.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../db/contract'
import { openRegistry } from '../db/registry'
import { clock, temporaryFolder } from './support/register'

async function registry(kind: 'quang-ninh' | 'empty' = 'empty') {
  const made = await openRegistry({ folder: temporaryFolder(), clock })
  onTestFinished(() => made.close())
  const session = made.session({ actor: 'an' })
  await session.call('register.create', { kind })
  return {
    ask: async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const reply = await session.call(name, input)
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      return reply.value as Output<N>
    },
    refused: async (name: CallName, input: unknown) => {
      const reply = await session.call(name, input)
      if (reply.ok) throw new Error('answered')
      return reply.error
    },
  }
}

describe('status.evaluate', () => {
  const grant = { kind: 'grant', number: '66.2020/QĐ-VPCNCL', effective: '16/03/2020', expiry: '12/03/2024' } as const

  it.each([
    ['2020-03-15', 'not_accredited'],
    ['2020-03-16', 'valid'],
    ['2023-09-13', 'valid'],
    ['2023-09-14', 'expiring'],
    ['2024-03-12', 'expiring'],
    ['2024-03-13', 'expired'],
  ])('says on %s: %s', async (day, status) => {
    const { ask } = await registry()
    expect(await ask('status.evaluate', { acts: [grant], day })).toMatchObject({ day, status })
  })

  it('keeps the end through an extension and says so in sentences', async () => {
    const { ask } = await registry()
    const extension = {
      kind: 'extension',
      number: '893.2022/QĐ-VPCNCL',
      effective: '16/11/2022',
      expiry: '11/2029',
    } as const
    const judged = await ask('status.evaluate', { acts: [grant, extension], day: '2023-01-01' })
    expect(judged).toMatchObject({
      status: 'valid',
      expiry: '2024-03-12',
      next: { day: '2024-03-13', status: 'expired' },
    })
    expect(judged.sentences.join(' ')).toContain('893.2022/QĐ-VPCNCL')
    expect(judged.sentences.join(' ')).toContain('mở rộng không kéo dài hạn')
    const english = await ask('status.evaluate', { acts: [grant, extension], day: '2023-01-01', language: 'en' })
    expect(english.sentences.join(' ')).not.toMatch(/[ạảãăâđêôơư]/)
  })

  it('ends the suspension that a resumption names, and no other', async () => {
    const { ask } = await registry()
    const suspension = { kind: 'suspension', effective: '01/02/2021', partial: true } as const
    const later = { kind: 'suspension', effective: '01/03/2021', partial: true } as const
    const acts = [grant, suspension, later, { kind: 'resumption', effective: '01/04/2021', ends: 1 } as const]
    const on = async (day: string) => (await ask('status.evaluate', { acts, day })).status
    expect([await on('2021-01-31'), await on('2021-02-01'), await on('2021-04-01')]).toEqual([
      'valid',
      'partly_suspended',
      'partly_suspended',
    ])
    const all = [grant, suspension, later, { kind: 'resumption', effective: '01/04/2021' } as const]
    expect((await ask('status.evaluate', { acts: all, day: '2021-04-01' })).status).toBe('valid')
  })

  it.each([
    ['ISO/IEC 17025:2005', '2021-06-01', []],
    ['ISO/IEC 17025:2005', '2021-06-02', ['edition_withdrawn']],
    ['TCVN ISO/IEC 17025 : 2007', '2021-06-02', ['edition_withdrawn']],
    ['ISO 15189:2012', '2025-12-06', []],
    ['ISO 15189:2012', '2025-12-07', ['edition_withdrawn']],
    ['TCVN ISO 15189:2014', '2025-12-07', ['edition_withdrawn']],
    ['ISO/IEC 17025:2017', '2030-01-01', []],
    ['IEC 17025', '2026-11-23', ['edition_missing']],
  ])('flags %s on %s: %j', async (standard, day, flags) => {
    const { ask } = await registry()
    const acts = [{ kind: 'grant', effective: '01/01/2020', expiry: 'none' }] as const
    expect((await ask('status.evaluate', { acts: [...acts], standard, day })).flags).toEqual(flags)
  })

  it('names the act whose date cannot be read, and refuses an end before its start', async () => {
    const { refused } = await registry()
    const bad = { acts: [grant, { kind: 'renewal', effective: '31/02/2024' }] }
    expect(await refused('status.evaluate', bad)).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'acts.1.effective', rule: 'date.no_such_day', params: { typed: '31/02/2024' } }],
    })
    const turned = { acts: [{ kind: 'grant', effective: '12/03/2024', expiry: '11/03/2024' }] }
    expect(await refused('status.evaluate', turned)).toMatchObject({
      code: 'bad_dates',
      fields: [{ field: 'acts.0.expiry' }],
    })
    const month = { acts: [{ kind: 'grant', effective: '12/03/2024', expiry: '02/2024' }] }
    expect(await refused('status.evaluate', month)).toMatchObject({ code: 'bad_dates' })
  })
})

describe('codes.parse and dates.parse', () => {
  it.each([
    ['VILAS: 512', 'VILAS 512'],
    ['vilas-0512', 'VILAS 512'],
    ['VILAS.185', 'VILAS 185'],
    ['VILAS - 23', 'VILAS 023'],
    ['las xd 24.081', 'LAS-XD 24.081'],
  ])('reads %s as %s', async (text, canonical) => {
    const { ask } = await registry()
    expect((await ask('codes.parse', { text })).code).toMatchObject({ ok: true, value: { canonical, raw: text } })
  })

  it('offers what a spreadsheet may have damaged and repairs nothing', async () => {
    const { ask } = await registry()
    const code = async (text: string, scheme: 'LAS-XD' | 'VILAS') => (await ask('codes.parse', { text, scheme })).code
    expect(await code('24081', 'LAS-XD')).toMatchObject({ ok: false, suggestion: 'LAS-XD 24.081' })
    expect(await code('16', 'VILAS')).toMatchObject({ ok: false, problem: 'scheme_missing', suggestion: 'VILAS 016' })
  })

  it('reads a date with its precision and possible days', async () => {
    const { ask } = await registry()
    expect(await ask('dates.parse', { text: '/11/2023' })).toEqual({
      ok: true,
      iso: '2023-11',
      printed: '/11/2023',
      precision: 'month',
      first: '2023-11-01',
      last: '2023-11-30',
      understood: '11/2023',
    })
    expect(await ask('dates.parse', { text: 'vô thời hạn' })).toMatchObject({ iso: 'none', first: null, last: null })
    expect(await ask('dates.parse', { text: '11/25/2026' })).toEqual({ ok: false, problem: 'month_first' })
  })
})

describe('accreditations.explain', () => {
  it('tells of B12 why it holds on its last day and no longer on the next', async () => {
    const { ask } = await registry('quang-ninh')
    const { rows } = await ask('labs.list', { text: 'B12' })
    const id = rows[0]!.accreditation!
    const last = await ask('accreditations.explain', { id, day: '2026-11-25' })
    expect(last).toMatchObject({ status: 'expiring', daysLeft: 0, certain: true })
    expect(last.sentences.join(' ')).toContain('Hôm đó là ngày cuối.')
    expect(last.flags).toContain('date_imprecise')
    expect(await ask('accreditations.explain', { id, day: '2026-11-26' })).toMatchObject({ status: 'expired' })
  })
})
