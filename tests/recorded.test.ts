// “Theo sổ lúc đó”: what the register said then, as reads on a replayed file, while the living register moves on.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../db/contract'
import { openRegistry } from '../db/registry'
import { temporaryFolder } from './support/register'
import { builtWorker } from './support/worker'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

async function desk(folder = temporaryFolder()) {
  const clock = { at: Date.parse('2026-11-23T03:00:00Z'), now: () => clock.at }
  const open = () =>
    openRegistry({ folder, profile: join(folder, 'profile'), file: join(folder, 'so.scn'), clock, workerFile })
  const registry = await open()
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an' })
  const raw = (name: string, input: unknown, recorded?: number) => session.call(name, input, recorded)
  const ask = async <N extends CallName>(name: N, input: Input<N>, recorded?: number): Promise<Output<N>> => {
    const reply = await raw(name, input, recorded)
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    return reply.value as Output<N>
  }
  return { folder, clock, raw, ask, registry }
}

/** B12 renamed on the 23rd at 10:00, 12:00 and 14:00 in Hà Nội. */
async function renamedTwice() {
  const made = await desk()
  const { ask, clock } = made
  await ask('register.create', { kind: 'quang-ninh' })
  const lab = (await ask('labs.list', { text: 'B12' })).rows[0]!.id
  const rename = async (nameVi: string, at: string) => {
    clock.at = Date.parse(at)
    const { seq } = await ask('labs.get', { id: lab })
    return (await ask('labs.save', { id: lab, seen: seq, change: { nameVi } })).seq
  }
  const first = await rename('Phòng B12 lần một', '2026-11-23T05:00:00Z')
  const second = await rename('Phòng B12 lần hai', '2026-11-23T07:00:00Z')
  return { ...made, lab, first, second }
}

describe('the register as recorded then', () => {
  it('answers every read as it stood after that set, while now is untouched', async () => {
    const { ask, lab, first, second } = await renamedTwice()
    const names = async (recorded?: number) => (await ask('labs.get', { id: lab }, recorded)).nameVi
    expect([await names(first - 1), await names(first), await names(second), await names()]).toEqual([
      'Phòng thử nghiệm Xăng dầu B12',
      'Phòng B12 lần một',
      'Phòng B12 lần hai',
      'Phòng B12 lần hai',
    ])
    expect((await ask('labs.list', { text: 'lần một' }, first)).total).toBe(1)
    expect((await ask('labs.list', { text: 'lần hai' }, first)).total).toBe(0)
    expect((await ask('changes.list', { recordId: lab }, first)).map((change) => change.seq)).not.toContain(second)
    expect(await ask('register.info', {}, first)).toMatchObject({ readOnly: 'recorded', seq: first, file: 'so.scn' })
    expect((await ask('overview.get', {}, first)).labs).toBe(12)
  })

  it('finds the moment: the last set at or before an instant', async () => {
    const { ask, first, second } = await renamedTwice()
    const at = async (instant: string) => (await ask('register.recordedAt', { at: instant }))?.seq ?? null
    expect(await at('2026-11-23T02:59:59Z')).toBeNull()
    expect(await at('2026-11-23T04:59:59Z')).toBe(first - 1)
    expect(await at('2026-11-23T05:00:00Z')).toBe(first)
    expect(await at('2030-01-01T00:00:00Z')).toBe(second)
  })

  it('says the same fingerprint that the register had then', async () => {
    const made = await desk()
    await made.ask('register.create', { kind: 'empty' })
    await made.ask('labs.save', { change: { nameVi: 'Phòng Mẫu (hư cấu)' } })
    const then = await made.ask('register.info', {})
    await made.ask('labs.save', { change: { nameVi: 'Phòng Mẫu hai (hư cấu)' } })
    expect((await made.ask('register.info', {}, then.seq)).fingerprint).toBe(then.fingerprint)
    expect((await made.ask('register.info', {})).fingerprint).not.toBe(then.fingerprint)
  })

  it('refuses every write and a moment that is not there', async () => {
    const { raw, lab, first } = await renamedTwice()
    expect(await raw('labs.save', { id: lab, seen: first, change: { nameVi: 'x' } }, first)).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    })
    expect(await raw('labs.list', {}, 9999)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('exports what the list said then', async () => {
    const { raw, registry, folder, first } = await renamedTwice()
    const path = join(folder, 'danh-sach.csv')
    const file = registry.grant(path, 'write')
    expect(await raw('exchange.exportList', { file, format: 'csv', text: 'B12' }, first)).toMatchObject({
      ok: true,
      value: { rows: 1 },
    })
    const text = readFileSync(path, 'utf8')
    expect([text.includes('Phòng B12 lần một'), text.includes('lần hai')]).toEqual([true, false])
  })

  it('replays once and keeps the file for the next time', async () => {
    const { ask, folder, first, second } = await renamedTwice()
    const files = () => readdirSync(join(folder, 'profile/recorded'))
    await Promise.all([ask('labs.list', {}, first), ask('overview.get', {}, first), ask('trash.list', {}, first)])
    expect(files()).toHaveLength(1)
    await ask('labs.list', {}, second)
    expect(files()).toHaveLength(2)
  })
})
