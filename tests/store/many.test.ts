// Many laboratories or accreditations edited at once, through the router: one set, problems and conflicts told by row, one undo.
import { join } from 'node:path'
import { expect, describe, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import type { ErrorReply } from '../../db/model/errors'
import { openRegistry, type Session } from '../../db/registry'
import { clock, temporaryFolder } from '../support/register'

const asking =
  (session: Session) =>
  async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
    return reply.value as Output<N>
  }

async function start() {
  const registry = await openRegistry({ file: join(temporaryFolder(), 'so.scn'), clock })
  onTestFinished(() => registry.close())
  const mine = registry.session({ actor: 'Lan', role: 'admin' })
  const ask = asking(mine)
  const other = asking(registry.session({ actor: 'Bình', role: 'clerk' }))
  await ask('register.create', { kind: 'empty' })
  const { id: owner } = await ask('organizations.save', { change: { nameVi: 'Sở Mẫu (hư cấu)' } })
  const labs: string[] = []
  for (const nameVi of ['Phòng C (hư cấu)', 'Phòng A (hư cấu)', 'Phòng B (hư cấu)'])
    labs.push((await ask('labs.save', { change: { nameVi, owner, phone: '0203 1' } })).id)
  const refused = async <N extends CallName>(name: N, input: Input<N>): Promise<ErrorReply> => {
    const reply = await mine.call(name, input)
    if (reply.ok) throw new Error('was accepted')
    return reply.error
  }
  const rows = async () => (await ask('labs.rows', { ids: labs })).rows
  return { ask, other, refused, owner, labs: labs as [string, string, string], rows }
}

describe('laboratories edited at once', () => {
  it('are read in the order asked, without those in the trash, with the seq of the reading', async () => {
    const { ask, labs, owner } = await start()
    await ask('records.trash', { entity: 'laboratory', id: labs[1] })
    const { rows, seq } = await ask('labs.rows', { ids: [labs[2], labs[1], labs[0]] })
    expect(rows.map(({ nameVi }) => nameVi)).toEqual(['Phòng B (hư cấu)', 'Phòng C (hư cấu)'])
    expect(rows[0]).toMatchObject({
      id: labs[2],
      nameEn: null,
      owner: { id: owner, name: 'Sở Mẫu (hư cấu)' },
      phone: '0203 1',
      kind: null,
    })
    expect(seq).toBe((await ask('register.info', {})).seq)
  })

  it('are written as one set, which one undo takes back', async () => {
    const { ask, labs, rows } = await start()
    const before = await rows()
    const { seq } = await ask('register.info', {})
    const { id: owner } = await ask('organizations.save', { change: { nameVi: 'Công ty Mới (hư cấu)' } })
    const saved = await ask('labs.saveMany', {
      seen: seq + 1,
      rows: [
        { id: labs[0], change: { nameVi: 'Phòng Đổi (hư cấu)', nameEn: 'Changed', owner, kind: 'testing' } },
        { id: labs[1], change: { phone: null, note: 'ghi' } },
        { id: labs[2], change: { owner: null } },
      ],
      reason: 'rà soát',
    })
    expect(saved.seq).toBe(seq + 2)
    expect(await rows()).toMatchObject([
      { nameVi: 'Phòng Đổi (hư cấu)', nameEn: 'Changed', owner: { id: owner }, kind: 'testing', phone: '0203 1' },
      { phone: null, note: 'ghi' },
      { owner: null },
    ])
    const { undo } = await ask('changes.undoable', {})
    await ask('changes.undo', { set: undo!.set })
    expect(await rows()).toEqual(before)
  })

  it('tell a conflict by row and field of the laboratory, also of its name and owner, and write nothing', async () => {
    const { ask, other, refused, labs, rows } = await start()
    const { seq } = await ask('labs.rows', { ids: labs })
    const { id: theirs } = await other('organizations.save', { change: { nameVi: 'Sở Khác (hư cấu)' } })
    const { id: mine } = await ask('organizations.save', { change: { nameVi: 'Sở Tôi (hư cấu)' } })
    await other('labs.save', { id: labs[1], change: { nameVi: 'Tên họ (hư cấu)', nameEn: 'Theirs', phone: '9' } })
    await other('labs.save', { id: labs[2], change: { owner: theirs } })
    const before = await rows()
    const error = await refused('labs.saveMany', {
      seen: seq,
      rows: [
        { id: labs[0], change: { phone: '5' } },
        { id: labs[1], change: { nameVi: 'Tên tôi (hư cấu)', nameEn: 'Mine', phone: '7' } },
        { id: labs[2], change: { owner: mine } },
      ],
    })
    expect(error.code).toBe('conflict')
    expect(error.fields!.map(({ field, record, by, theirs }) => [field, record, by, theirs])).toEqual([
      ['rows.1.phone', labs[1], 'Bình', '9'],
      ['rows.1.nameVi', labs[1], 'Bình', 'Tên họ (hư cấu)'],
      ['rows.1.nameEn', labs[1], 'Bình', 'Theirs'],
      ['rows.2.owner', labs[2], 'Bình', theirs],
    ])
    expect(await rows()).toEqual(before)
  })

  it('are refused whole where one is in the trash, where an id is missing, or for a viewer', async () => {
    const { ask, refused, labs, rows } = await start()
    await ask('records.trash', { entity: 'laboratory', id: labs[1] })
    const before = await rows()
    const both = [labs[0], labs[1]].map((id) => ({ id, change: { phone: '5' } }))
    expect(await refused('labs.saveMany', { rows: both })).toMatchObject({
      code: 'not_found',
      fields: [{ field: 'rows.1', record: labs[1] }],
    })
    const nameless = { change: { nameVi: 'Phòng thừa' } } as unknown as { id: string; change: object }
    expect(await refused('labs.saveMany', { rows: [nameless] })).toMatchObject({ code: 'invalid_input' })
    expect(await rows()).toEqual(before)
  })

  it('know every living owner by name', async () => {
    const { ask, owner } = await start()
    const { id: second } = await ask('organizations.save', { change: { nameVi: 'Ban Mẫu (hư cấu)' } })
    expect(await ask('organizations.names', {})).toEqual([
      { id: second, name: 'Ban Mẫu (hư cấu)' },
      { id: owner, name: 'Sở Mẫu (hư cấu)' },
    ])
  })
})

describe('accreditations edited at once', () => {
  async function held() {
    const begun = await start()
    const { ask, labs, owner } = begun
    const { schemes, issuers } = await ask('reference.get', {})
    const add = async (code: string, covered: string[]) => {
      const covers = covered.map((laboratory) => ({ laboratory, site: null }))
      return (await ask('accreditations.save', { change: { code, organization: owner, covers } })).id
    }
    const both = await add('VILAS 9101', [labs[0], labs[1]])
    const one = await add('VILAS 9102', [labs[1]])
    await add('VILAS 9103', [labs[2]])
    return { ...begun, both, one, scheme: schemes[0]!.id, issuer: issuers[0]!.id }
  }

  it('are those that cover the laboratories, each once with all that it covers', async () => {
    const { ask, labs, both, one, owner } = await held()
    const { rows } = await ask('accreditations.rows', { laboratories: [labs[1], labs[0]] })
    expect(rows.map(({ id, code }) => [id, code])).toEqual([
      [both, 'VILAS 9101'],
      [one, 'VILAS 9102'],
    ])
    expect(rows[0]!.laboratories.map(({ id }) => id)).toEqual([labs[1], labs[0]])
    expect(rows[0]!.organization?.id).toBe(owner)
  })

  it('are written as one set; bad codes are told by row, a conflict too', async () => {
    const { ask, other, refused, labs, both, one, scheme, issuer } = await held()
    const { seq } = await ask('accreditations.rows', { laboratories: labs })
    const { fields } = await refused('accreditations.saveMany', {
      seen: seq,
      rows: [
        { id: both, change: { code: 'VILAS 18O' } },
        { id: one, change: { note: 'x', code: 'VILAS 0' } },
      ],
    })
    expect(fields!.map(({ field }) => field)).toEqual(['rows.0.code', 'rows.1.code'])
    await other('accreditations.save', { id: one, change: { note: 'của Bình' } })
    const change = { scheme, issuer, note: 'của Lan' }
    const clash = await refused('accreditations.saveMany', {
      seen: seq,
      rows: [both, one].map((id) => ({ id, change })),
    })
    expect(clash.fields).toMatchObject([{ field: 'rows.1.note', by: 'Bình', theirs: 'của Bình' }])
    const { seq: now } = await ask('accreditations.rows', { laboratories: labs })
    await ask('accreditations.saveMany', { seen: now, rows: [both, one].map((id) => ({ id, change })) })
    const { rows } = await ask('accreditations.rows', { laboratories: [labs[1]] })
    expect(rows).toMatchObject([change, change])
  })
})
