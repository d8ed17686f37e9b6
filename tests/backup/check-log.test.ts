// “Kiểm tra nhật ký”: what was altered behind the program's back, in the tables or in the log, is found and named.
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashValue } from '../../db/store/log'
import { builtWorker } from '../support/worker'
import { openDesk, type Desk } from './desk'

const workerFile = await builtWorker()

/** Another program's hand in the file, without a word to the log. */
function behind(desk: Desk, ...sqls: string[]): void {
  const db = new Database(desk.file)
  db.function('hashed', (salt: unknown, value: unknown) => hashValue(salt as Uint8Array, value as string))
  for (const sql of sqls) db.exec(sql)
  db.close()
}

describe('the check of the log', () => {
  it('finds nothing in a register that only this program wrote, whatever was done and taken back in it', async () => {
    const desk = await openDesk({ workerFile, labs: 40 })
    const lab = await desk.addLab('Phòng A')
    const { seq } = await desk.call('labs.save', { id: lab, change: { phone: '0203 3825 111' } })
    const { undo } = await desk.call('changes.undoable', {})
    await desk.call('changes.undo', { set: undo!.set })
    await desk.call('records.trash', { entity: 'laboratory', id: lab })
    const info = await desk.call('register.info', {})
    const check = await desk.call('register.checkLog', {})
    expect(check).toMatchObject({ altered: [], gaps: [], misfits: [], fingerprint: info.fingerprint, redacted: 0 })
    expect(check.sets).toBe(seq + 2)
    expect(check.chains).toHaveLength(1)
    expect(readdirSync(desk.backups)).toEqual([])
  })

  it('names a value that was changed in a table, with what stands there and what the log says', async () => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng Vàng Danh')
    await desk.call('labs.save', { id: lab, change: { phone: '0203 3825 111' } })
    behind(desk, `UPDATE laboratory SET phone = '0203 3825 999'`)
    expect((await desk.call('register.checkLog', {})).misfits).toEqual([
      {
        entity: 'laboratory',
        id: lab,
        what: 'changed',
        label: 'Phòng Vàng Danh',
        lab: { id: lab, name: 'Phòng Vàng Danh' },
        fields: [{ field: 'phone', stored: '0203 3825 999', logged: '0203 3825 111' }],
      },
    ])
  })

  it('names a record that was taken out of a table and one that was slipped in', async () => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng Vàng Danh')
    behind(
      desk,
      `DELETE FROM laboratory_name`,
      `INSERT INTO organization (id, note) VALUES ('01900000-0000-7000-8000-000000000000', 'lén')`,
    )
    const { misfits } = await desk.call('register.checkLog', {})
    expect(misfits.map(({ entity, what, lab: of }) => [entity, what, of?.id ?? null])).toEqual([
      ['organization', 'extra', null],
      ['laboratory_name', 'missing', lab],
    ])
  })

  it('names a set whose value was changed in the log, and one that was taken out of it', async () => {
    const desk = await openDesk({ workerFile })
    await desk.addLab('Phòng A')
    const middle = await desk.call('labs.save', { change: { nameVi: 'Phòng B' } })
    const last = await desk.call('labs.save', { change: { nameVi: 'Phòng C' } })
    behind(desk, `UPDATE change SET value = replace(value, 'Phòng C', 'Phòng D') WHERE commit_seq = ${last.seq}`)
    const changed = await desk.call('register.checkLog', {})
    expect(changed.altered).toEqual([last.seq])
    expect(changed.misfits.map(({ entity }) => entity)).toEqual(['laboratory_name'])
    behind(
      desk,
      `DELETE FROM change WHERE commit_seq = ${middle.seq}; DELETE FROM change_set WHERE commit_seq = ${middle.seq}`,
    )
    const removed = await desk.call('register.checkLog', {})
    expect(removed.gaps).toEqual([{ replica: removed.chains[0]!.replica, from: middle.seq, to: middle.seq }])
  })

  it('names a set of which only the author was changed', async () => {
    const desk = await openDesk({ workerFile })
    const { seq } = await desk.call('labs.save', { change: { nameVi: 'Phòng A' } })
    behind(desk, `UPDATE change_set SET actor = 'người khác' WHERE commit_seq = ${seq}`)
    expect((await desk.call('register.checkLog', {})).altered).toEqual([seq])
  })

  it('holds where an administrator took a value out, and says who, when and why', async () => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng A')
    const { seq } = await desk.call('labs.save', { id: lab, change: { manager: 'Ông Hà' } })
    const asked = { record: lab, field: 'manager', set: seq, everywhere: false, reason: 'Theo đơn của ông' }
    const { seq: by } = await desk.call('changes.redact', asked)
    const check = await desk.call('register.checkLog', {})
    expect(check).toMatchObject({ altered: [], misfits: [], redacted: 1 })
    expect(check.redactions).toMatchObject([{ seq: by, actor: 'an', reason: 'Theo đơn của ông', changes: 1 }])
  })

  it.each([
    [
      'without a word in the log',
      `UPDATE change SET value = '"(đã xoá theo yêu cầu)"', value_hash = hashed(salt, value), salt = NULL WHERE value = '"Ông Hà"'`,
    ],
    [
      'with nothing left in its place',
      `UPDATE change SET value = NULL, value_hash = hashed(salt, value), salt = NULL WHERE value = '"Ông Hà"'`,
    ],
  ])('names the set of which a value was taken out %s', async (_how, sql) => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng A')
    const { seq } = await desk.call('labs.save', { id: lab, change: { manager: 'Ông Hà' } })
    behind(desk, sql)
    expect((await desk.call('register.checkLog', {})).altered).toEqual([seq])
  })

  it('names a set of which something else was put in the place of a value taken out', async () => {
    const desk = await openDesk({ workerFile })
    const lab = await desk.addLab('Phòng A')
    const { seq } = await desk.call('labs.save', { id: lab, change: { manager: 'Ông Hà' } })
    await desk.call('changes.redact', {
      record: lab,
      field: 'manager',
      set: seq,
      everywhere: false,
      reason: 'Theo đơn',
    })
    behind(desk, `UPDATE change SET value = '"Bà Tư"' WHERE salt IS NULL`)
    expect((await desk.call('register.checkLog', {})).altered).toEqual([seq])
  })
})
