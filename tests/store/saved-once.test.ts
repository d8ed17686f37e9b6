// A new record has its id from the form: whatever is sent twice (a lost answer, a draft that outlived its saving) is in the register once.
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { openRegistry, type Session } from '../../db/registry'
import { clock, temporaryFolder } from '../support/register'

async function open(): Promise<Session> {
  const registry = await openRegistry({ file: join(temporaryFolder(), 'so.scn'), clock })
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an' })
  await ask(session, 'register.create', { kind: 'empty' })
  return session
}

async function ask<N extends CallName>(session: Session, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await session.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
  return reply.value as Output<N>
}

const REFUSED = { ok: false, error: { code: 'duplicate', fields: [{ field: 'newId', rule: 'already_saved' }] } }

/** An annex to enter lines in, and the records on the way to it, each with an id of its own. */
async function chain(session: Session): Promise<{ annex: string; sent: [CallName, object][] }> {
  const [owner, laboratory, site, accreditation, decision] = Array.from({ length: 5 }, () => uuidv7())
  const act = {
    accreditation: accreditation!,
    kind: 'recognition' as const,
    effective: { iso: '2024-03-01' },
    expiry: { iso: '2027-02' },
    annex: { form: 'AFL 01/12' as const, extent: 'complete' as const },
  }
  const covers = [{ laboratory: laboratory!, site: null }]
  const sent: [CallName, { newId: string | undefined; change: object }][] = [
    ['organizations.save', { newId: owner, change: { nameVi: 'Công ty Mẫu' } }],
    ['labs.save', { newId: laboratory, change: { nameVi: 'Phòng A', owner } }],
    ['sites.save', { newId: site, change: { laboratory, address: 'Hạ Long' } }],
    ['accreditations.save', { newId: accreditation, change: { code: 'VILAS 1', covers } }],
    ['decisions.save', { newId: decision, change: { kind: 'QD', number: '1.2024/QĐ-VPCNCL', acts: [act] } }],
  ]
  for (const [name, input] of sent)
    expect(await session.call(name, input)).toMatchObject({ value: { id: input.newId } })
  const lab = await ask(session, 'labs.get', { id: laboratory! })
  return { annex: lab.accreditations[0]!.decisions[0]!.annexes[0]!.id, sent }
}

describe('a new record with an id from its form', () => {
  it('is that record, and is refused when it is sent again, of every kind', async () => {
    const session = await open()
    const { sent } = await chain(session)
    const { seq } = await ask(session, 'register.info', {})
    for (const [name, input] of sent) expect(await session.call(name, input)).toMatchObject(REFUSED)
    expect((await ask(session, 'register.info', {})).seq).toBe(seq)
    expect((await ask(session, 'labs.list', {})).total).toBe(1)
  })

  it('is refused from the trash too: what was taken back does not come back by a draft', async () => {
    const session = await open()
    const input = { newId: uuidv7(), change: { nameVi: 'Phòng A' } }
    const { set } = await ask(session, 'labs.save', input)
    await ask(session, 'changes.undo', { set: set! })
    expect(await session.call('labs.save', input)).toMatchObject(REFUSED)
  })
})

describe('new lines with ids from the grid', () => {
  it('are added once: sent again they are those lines, with what was typed since', async () => {
    const session = await open()
    const { annex } = await chain(session)
    const rows = ['Chì', 'Cadimi'].map((testVi) => ({ newId: uuidv7(), testVi }))
    const { ids } = await ask(session, 'scope.saveMany', { annex, rows })
    expect(ids).toEqual(rows.map(({ newId }) => newId))
    const again = await ask(session, 'scope.saveMany', { annex, rows: [rows[0]!, { ...rows[1]!, method: 'TCVN 1' }] })
    expect(again.ids).toEqual(ids)
    const { lines } = await ask(session, 'annexes.get', { id: annex })
    expect(lines.map(({ testVi, method }) => [testVi, method])).toEqual([
      ['Chì', null],
      ['Cadimi', 'TCVN 1'],
    ])
  })
})
