// A whole record brought back to an earlier time: what would change is told first, it comes back with its names and owner, is logged with its
// reason, and can be undone; what somebody changed after the look is a conflict.
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { openRegistry, type Session } from '../../db/registry'
import { clock, temporaryFolder } from '../support/register'

async function open(): Promise<{ an: Session; binh: Session }> {
  const registry = await openRegistry({ file: join(temporaryFolder(), 'so.scn'), clock })
  onTestFinished(() => registry.close())
  const an = registry.session({ actor: 'an' })
  await ask(an, 'register.create', { kind: 'empty' })
  return { an, binh: registry.session({ actor: 'bình' }) }
}

async function ask<N extends CallName>(session: Session, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await session.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
  return reply.value as Output<N>
}

/** A laboratory whose name, telephone and owner have changed. */
async function changed(an: Session): Promise<{ id: string; before: number }> {
  const { id: first } = await ask(an, 'organizations.save', { change: { nameVi: 'Công ty Một' } })
  const { id: second } = await ask(an, 'organizations.save', { change: { nameVi: 'Công ty Hai' } })
  const { id, seq } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1', owner: first } })
  await ask(an, 'labs.save', { id, change: { nameVi: 'Phòng B', phone: '2', owner: second } })
  return { id, before: seq + 1 }
}

const page = (session: Session, id: string) => ask(session, 'labs.get', { id })

describe('a record as of a time', () => {
  it('is told field by field before it is done, then comes back with its name and owner', async () => {
    const { an } = await open()
    const { id: record, before } = await changed(an)
    const asked = { record, field: null, before, rows: true }
    const plan = await ask(an, 'changes.restorePlan', asked)
    expect(plan).toMatchObject({ entity: 'laboratory', label: 'Phòng B' })
    expect(plan.changes.map(({ entity, field, now, back }) => [entity, field, now, back])).toEqual([
      ['laboratory', 'phone', '2', '1'],
      ['laboratory_name', 'vi', 'Phòng B', 'Phòng A'],
      ['laboratory_owner', 'organization', 'Công ty Hai', 'Công ty Một'],
    ])
    const done = await ask(an, 'changes.restore', { ...asked, seen: plan.seq, reason: 'Nhập nhầm phòng' })
    expect(done.changed).toBe(3)
    expect(await page(an, record)).toMatchObject({ nameVi: 'Phòng A', phone: '1', owner: { name: 'Công ty Một' } })
    const [set] = (await ask(an, 'changes.sets', { limit: 1 })).sets
    expect(set).toMatchObject({ kind: 'restore', reason: 'Nhập nhầm phòng' })
    expect((await ask(an, 'changes.restorePlan', asked)).changes).toEqual([])
    await ask(an, 'changes.undo', { set: done.set! })
    expect(await page(an, record)).toMatchObject({ nameVi: 'Phòng B', phone: '2', owner: { name: 'Công ty Hai' } })
  })

  it('lets go of an owner that it has only had since, and takes up the one it had', async () => {
    const { an } = await open()
    const { id: owner } = await ask(an, 'organizations.save', { change: { nameVi: 'Công ty Một' } })
    const { id: record, seq } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A' } })
    const later = await ask(an, 'labs.save', { id: record, change: { owner } })
    await ask(an, 'changes.restore', { record, field: null, before: seq + 1, rows: true })
    expect((await page(an, record)).owner).toBeNull()
    await ask(an, 'changes.restore', { record, field: null, before: later.seq + 1, rows: true })
    expect((await page(an, record)).owner?.name).toBe('Công ty Một')
  })

  it('is refused where somebody changed one of those values after the look, and nothing moves', async () => {
    const { an, binh } = await open()
    const { id: record, before } = await changed(an)
    const asked = { record, field: null, before, rows: true }
    const { seq: seen } = await ask(an, 'changes.restorePlan', asked)
    await ask(binh, 'labs.save', { id: record, change: { phone: '3' } })
    expect(await an.call('changes.restore', { ...asked, seen })).toMatchObject({
      ok: false,
      error: { code: 'conflict', fields: [{ field: 'phone', theirs: '3', by: 'bình' }] },
    })
    expect(await page(an, record)).toMatchObject({ nameVi: 'Phòng B', phone: '3' })
  })

  it('does not exist before the record was added', async () => {
    const { an } = await open()
    const { id: record } = await changed(an)
    const reply = await an.call('changes.restorePlan', { record, field: null, before: 2, rows: true })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('the history of one field', () => {
  it('tells each value with who, when and why, the first one too, and nothing of other fields', async () => {
    const { an, binh } = await open()
    const { id: recordId } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
    await ask(an, 'labs.save', { id: recordId, change: { manager: 'Lan' } })
    await ask(binh, 'labs.save', { id: recordId, change: { phone: '2', nameVi: 'Phòng B' }, reason: 'Công văn 12' })
    const phone = await ask(an, 'changes.list', { recordId, entity: 'laboratory', field: 'phone' })
    expect(phone.map(({ before, after, actor, reason }) => [before, after, actor, reason])).toEqual([
      ['1', '2', 'bình', 'Công văn 12'],
      [null, '1', 'an', null],
    ])
    const name = await ask(an, 'changes.list', { recordId, entity: 'laboratory_name', field: 'vi' })
    expect(name.map(({ before, after }) => [before, after])).toEqual([
      ['Phòng A', 'Phòng B'],
      [null, 'Phòng A'],
    ])
  })
})
