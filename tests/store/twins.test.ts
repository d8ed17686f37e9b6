// Likely twins as the register finds them: while a laboratory is typed, as a list of work, told apart and remembered; at 32,000 laboratories.
import { describe, expect, it } from 'vitest'
import { deriveAll } from '../../db/store/derive'
import { undoable, takeBack } from '../../db/store/undo'
import { listTwins, tellApart, twinsTyped } from '../../db/store/twins'
import type { WriteDb } from '../../db/store/database'
import type { Tx } from '../../db/store/write'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const made = <T>(db: WriteDb, fn: (tx: Tx) => T): T => write(db, fn).value
const list = (db: WriteDb) =>
  listTwins(db, {}, DAY).rows.map(({ labs, reasons }) => [
    ...labs.map((lab) => lab.nameVi),
    reasons.map(({ kind }) => kind).join(' '),
  ])
const typed = (db: WriteDb, question: Parameters<typeof twinsTyped>[1]) =>
  twinsTyped(db, question, DAY).map(({ lab, likely, reasons }) => [lab.nameVi, likely, reasons.map(({ kind }) => kind)])

describe('the list of likely twins', () => {
  it('shows Hải Hoà beside Hải Hòa with the reason, and leaves both as they are', () => {
    const db = emptyRegister()
    made(db, (tx) => {
      addLab(tx, 'PTN Hải Hoà', 'A')
      addLab(tx, 'PTN Hải Hòa', 'B')
      addLab(tx, 'PTN Mạo Khê', 'C')
    })
    expect(list(db)).toEqual([['PTN Hải Hoà', 'PTN Hải Hòa', 'nameTone']])
    expect(db.prepare('SELECT count(*) AS n FROM laboratory WHERE trashed_at IS NULL').get()).toEqual({ n: 3 })
  })
  it('shows two accreditations of one code, never one accreditation that covers two', () => {
    const db = emptyRegister()
    made(db, (tx) => {
      const one = addLab(tx, 'PTN Vàng Danh', 'A')
      const two = addLab(tx, 'Trung tâm Giám định', 'a')
      const shared = addAccreditation(tx, one.lab, 'VILAS 512', [])
      tx.create('coverage', { accreditation: shared, laboratory: addLab(tx, 'PTN Mạo Khê', 'A').lab })
      addAccreditation(tx, two.lab, 'vilas-0512', [])
    })
    expect(list(db)).toEqual([
      ['PTN Vàng Danh', 'Trung tâm Giám định', 'code ownerName'],
      ['Trung tâm Giám định', 'PTN Mạo Khê', 'code ownerName'],
    ])
  })
  it('does not list laboratories of one owner in one house', () => {
    const db = emptyRegister()
    made(db, (tx) => {
      const { lab, organization } = addLab(tx, 'Phòng Hóa')
      const other = tx.create('laboratory', { phone: '033 3846360' })
      tx.create('laboratory_name', { laboratory: other, vi: 'Phòng Cơ lý' })
      tx.create('laboratory_owner', { laboratory: other, organization })
      for (const laboratory of [lab, other])
        tx.create('site', { laboratory, address: 'Khu 1, phường Bãi Cháy, TP. Hạ Long', phone: '0203 3846360' })
    })
    expect(list(db)).toEqual([])
  })
  it('leaves out what lies in the trash', () => {
    const db = emptyRegister()
    made(db, (tx) => {
      addLab(tx, 'PTN Vàng Danh')
      tx.change('laboratory', addLab(tx, 'PTN Vàng Danh').lab, { trashedAt: NOW })
    })
    expect(list(db)).toEqual([])
  })
})

describe('a pair called different', () => {
  it('is remembered with who and why, can be forgotten, and an undo brings it back to the list', () => {
    const db = emptyRegister()
    const labs = made(db, (tx): [string, string] => [addLab(tx, 'PTN X').lab, addLab(tx, 'PTN X').lab])
    const tell = (different: boolean, reason: string | null = null) =>
      made(db, (tx) => tellApart(tx, { laboratory: labs[1], twin: labs[0], different, reason }, NOW))
    tell(true, 'hai xã khác nhau')
    expect(list(db)).toEqual([])
    expect(listTwins(db, {}, DAY).toldApart).toMatchObject([{ reason: 'hai xã khác nhau', by: 'an', at: NOW }])
    expect(typed(db, { nameVi: 'PTN X', except: labs[0] })).toEqual([])
    expect(typed(db, { nameVi: 'PTN X' })).toHaveLength(2)
    const { undo } = undoable(db, 'an')
    made(db, (tx) => takeBack(tx, { set: undo!.set, kind: 'undo', keepTheirs: false }, NOW))
    expect(list(db)).toHaveLength(1)
    tell(true)
    tell(false)
    expect(list(db)).toHaveLength(1)
    expect(() => tell(false)).toThrow(expect.objectContaining({ code: 'not_found' }))
    expect(() => made(db, (tx) => tellApart(tx, { laboratory: labs[0], twin: labs[0], different: true }, NOW))).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    )
    expectReplayGivesTables(db)
  })
})

describe('a laboratory being typed', () => {
  it('is told its likely twins, the likeliest first, and names that are only like it', () => {
    const db = emptyRegister()
    const { organization } = made(db, (tx) => {
      addLab(tx, 'Phòng thử nghiệm Vàng Danh', 'A')
      return addLab(tx, 'PTN Vàng Danh', 'B')
    })
    expect(typed(db, { nameVi: 'ptn vang danh', owner: organization })).toEqual([
      ['PTN Vàng Danh', true, ['nameMarks', 'owner']],
      ['Phòng thử nghiệm Vàng Danh', false, ['nameCore']],
    ])
    expect(typed(db, { owner: organization })).toEqual([])
    expect(typed(db, { nameVi: '', phone: '' })).toEqual([])
    expect(typed(db, { nameVi: 'Phòng' })).toEqual([])
  })
})

describe('32,000 laboratories', () => {
  it('are searched without comparing each with each', () => {
    const db = emptyRegister()
    fill(db, 32_000)
    // of the processor: what else runs on the machine has no part in it
    const milliseconds = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1000
    let from = process.cpuUsage()
    const { total, rows } = listTwins(db, {}, DAY)
    const listed = milliseconds(from)
    expect(rows[0]!.reasons.map(({ kind }) => kind)).toEqual(['name', 'owner'])
    expect(total).toBe(320)
    expect(listed).toBeLessThan(8_000)
    from = process.cpuUsage()
    expect(twinsTyped(db, { nameVi: 'PTN so 77' }, DAY)[0]!.lab.nameVi).toBe('PTN số 77')
    expect(milliseconds(from)).toBeLessThan(400)
    if (process.env['SCN_LONG'] === '1') console.info(`listed in ${Math.round(listed)} ms, ${total} pairs`)
  }, 120_000)
})

/** Half of them “Khoa Xét nghiệm” of an owner each, half with names of their own; every hundredth is entered twice. Put in by plain SQL. */
function fill(db: WriteDb, labs: number): void {
  const id = (kind: string, at: number): string => `${kind.padEnd(4, '0')}${String(at).padStart(32, '0')}`
  const lab = db.prepare('INSERT INTO laboratory (rid, id) VALUES (?, ?)')
  const name = db.prepare('INSERT INTO laboratory_name (id, laboratory_rid, vi) VALUES (?, ?, ?)')
  const organization = db.prepare('INSERT INTO organization (rid, id) VALUES (?, ?)')
  const organizationName = db.prepare('INSERT INTO organization_name (id, organization_rid, vi) VALUES (?, ?, ?)')
  const owner = db.prepare('INSERT INTO laboratory_owner (id, laboratory_rid, organization_rid) VALUES (?, ?, ?)')
  for (let at = 1; at <= labs; at += 1) {
    const like = at % 100 === 0 ? at - 1 : at
    lab.run(at, id('lab', at))
    name.run(id('name', at), at, like % 2 === 0 ? 'Khoa Xét nghiệm' : `PTN số ${like}`)
    organization.run(at, id('org', at))
    organizationName.run(id('orgn', at), at, `Bệnh viện ${at}`)
    owner.run(id('own', at), at, like)
  }
  deriveAll(db)
}
