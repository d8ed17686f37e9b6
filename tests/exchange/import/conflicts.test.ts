// Conflicts: rows of one file that say different things of one record, and values that somebody changed in the register since the file was first looked at.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import { currentSeq } from '../../../db/store/database'
import { saveLab } from '../../../db/store/saves'
import { DAY, NOW, write } from '../../support/register'
import { importRows, plan, referenceRegister, rulesOf, verdicts } from '../support'

const HEAD = ['Tên phòng', 'Mã số', 'Điện thoại', 'Email']
const A = 'Phòng A (hư cấu)'

describe('two rows about one laboratory', () => {
  const rows: Cell[][] = [HEAD, [A, 'VILAS 901', '0203 1', null], [A, 'VIMCERTS 030', '0203 2', null]]
  it('that differ are both conflicts: neither is known to be right', () => {
    const planned = plan(referenceRegister(), rows)
    expect([verdicts(planned), planned.rows]).toEqual([['conflict', 'conflict'], []])
    expect(planned.preview.rows.map(({ problems }) => problems[0]?.params)).toEqual([{ row: 3 }, { row: 2 }])
    expect(planned.preview.counts).toEqual({ new: 0, change: 0, same: 0, conflict: 2, error: 0 })
  })
  it('are settled by putting one right or leaving it out', () => {
    const fixes = [{ row: 3, key: 'phone', text: '0203 1' }]
    expect(verdicts(plan(referenceRegister(), rows, { fixes }))).toEqual(['new', 'change'])
    expect(verdicts(plan(referenceRegister(), rows, { leave: [2] }))).toEqual(['new'])
  })
  it('of which one cannot be read at all are an error and a conflict', () => {
    const damaged: Cell[][] = [HEAD, [A, 'VILAS 901', '0203 1', null], [A, 'VILAS 18O', '0203 2', null]]
    expect(verdicts(plan(referenceRegister(), damaged))).toEqual(['conflict', 'error'])
  })
})

describe('a register that moved on since the first look', () => {
  const looked = () => {
    const db = referenceRegister()
    importRows(db, [HEAD, [A, 'VILAS 901', '0203 1', 'a@b.vn'], ['Phòng B (hư cấu)', 'VILAS 902', '0203 5', null]])
    const since = currentSeq(db)
    const id = db.prepare<[], { id: string }>('SELECT id FROM laboratory ORDER BY rid LIMIT 1').get()!.id
    const edit = (change: object) => write(db, (tx) => saveLab(tx, { id, change }, { day: DAY, instant: NOW }))
    return { db, since, edit }
  }
  const rows: Cell[][] = [HEAD, [A, 'VILAS 901', '0203 2', null], ['Phòng B (hư cấu)', 'VILAS 902', '0203 6', null]]
  it('makes a conflict of the cell that would write over the new value, and of no other', () => {
    const { db, since, edit } = looked()
    expect(verdicts(plan(db, rows, { since }))).toEqual(['change', 'change'])
    edit({ phone: '0203 3' })
    const planned = plan(db, rows, { since })
    expect([verdicts(planned), planned.preview.rows[0]?.problems]).toEqual([
      ['conflict', 'change'],
      [{ column: 'Điện thoại', rule: 'changed_since', params: { now: '0203 3' } }],
    ])
    expect(planned.rows).toHaveLength(1)
  })
  it('asks nothing where another field was changed, or the register says the same by now', () => {
    const { db, since, edit } = looked()
    edit({ email: 'c@d.vn' })
    expect(verdicts(plan(db, rows, { since }))).toEqual(['change', 'change'])
    edit({ phone: '0203 2' })
    expect(verdicts(plan(db, rows, { since }))).toEqual(['same', 'change'])
  })
  it('is written over once a person has said that the file is right', () => {
    const { db, since, edit } = looked()
    edit({ phone: '0203 3' })
    const planned = importRows(db, rows, { since, sure: [2] })
    expect([verdicts(planned), rulesOf(planned)]).toEqual([['change', 'change'], []])
    expect(db.prepare('SELECT phone FROM laboratory ORDER BY rid LIMIT 1').get()).toEqual({ phone: '0203 2' })
  })
  it('sees codes, addresses, fields and decisions of the laboratory too', () => {
    const { db, since } = looked()
    importRows(db, [
      ['Tên phòng', 'Mã số', 'Lĩnh vực'],
      [A, 'VILAS 901', 'Hóa'],
    ])
    const fields: Cell[][] = [
      ['Tên phòng', 'Mã số', 'Lĩnh vực'],
      [A, 'VILAS 901', 'Sinh'],
    ]
    expect(rulesOf(plan(db, fields, { since }))).toEqual(['changed_since'])
    expect(rulesOf(plan(db, fields))).toEqual([])
  })
})
