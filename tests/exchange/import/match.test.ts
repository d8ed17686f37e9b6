// Which laboratory a row is about: the id decides, else code and name, else name and owner; what is only similar is asked.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import type { WriteDb } from '../../../db/store/database'
import { writeSet } from '../../../db/store/write'
import { NOW } from '../../support/register'
import { changes, importRows, plan, referenceRegister, rulesOf, verdicts } from '../support'

const HEADINGS = ['Tên phòng', 'Cơ quan chủ quản', 'Mã số', 'Ghi chú', 'Mã bản ghi']
type Row = [name: Cell, owner?: Cell, code?: Cell, note?: Cell, id?: Cell]
const table = (...rows: Row[]): Cell[][] => [HEADINGS, ...rows.map((row) => HEADINGS.map((_, at) => row[at] ?? null))]

function registerWith(...rows: Row[]): WriteDb {
  const db = referenceRegister()
  importRows(db, table(...rows))
  return db
}
const idOf = (db: WriteDb, name: string): string =>
  db
    .prepare<[string], { id: string }>(
      'SELECT lab.id FROM laboratory lab JOIN laboratory_name n ON n.laboratory_rid = lab.rid WHERE n.vi = ?',
    )
    .get(name)!.id
const one = (db: WriteDb, ...row: Row) => {
  const planned = plan(db, table(row))
  return [verdicts(planned)[0], ...rulesOf(planned)]
}

describe('with a record id', () => {
  it('the laboratory is found whatever else the row says, and renamed', () => {
    const db = registerWith(['Phòng A', 'Sở Y tế', 'VILAS 016'])
    const planned = plan(db, table(['Phòng Ă', null, null, null, idOf(db, 'Phòng A').toUpperCase()]))
    expect([verdicts(planned), changes(planned.preview.rows[0])]).toEqual([
      ['change'],
      ['Tên phòng: Phòng A → Phòng Ă'],
    ])
  })
  it('an id from another register is told and the row judged by its name', () => {
    const db = registerWith(['Phòng A'])
    const other = '01980000-0000-7000-8000-000000000000'
    expect(one(db, 'Phòng A', null, null, null, other)).toEqual(['same', 'note.unknown_id'])
    expect(one(db, 'Phòng B', null, null, null, other)).toEqual(['new', 'note.unknown_id'])
  })
  it('that is none, or of a laboratory in the trash, the row is refused', () => {
    const db = registerWith(['Phòng A'])
    expect(one(db, 'Phòng A', null, null, null, '017')).toEqual(['error', 'bad_id'])
    const id = idOf(db, 'Phòng A')
    writeSet(db, { actor: 'an', now: NOW }, (tx) => tx.change('laboratory', id, { trashedAt: NOW }))
    expect(one(db, 'Phòng A', null, null, null, id)).toEqual(['error', 'in_trash'])
  })
  it('slid against the names (one column sorted alone) every row is refused', () => {
    const db = registerWith(['Phòng A', 'Sở Y tế'], ['Phòng B', 'Sở Y tế'])
    const planned = plan(
      db,
      table(
        ['Phòng B', 'Sở Y tế', null, null, idOf(db, 'Phòng A')],
        ['Phòng A', 'Sở Y tế', null, null, idOf(db, 'Phòng B')],
      ),
    )
    expect(rulesOf(planned).filter((rule) => rule === 'name_of_other')).toHaveLength(2)
    expect(planned.rows).toEqual([])
  })
})

describe('without one', () => {
  it('exactly the same name is the same laboratory, double spaces and NFD apart', () => {
    const db = registerWith(['Phòng Hóa nghiệm', 'Sở Y tế'])
    expect(one(db, ' Phòng  Hóa nghiệm ', 'Sở Y tế')).toEqual(['same'])
    expect(one(db, 'Phòng Hóa nghiệm'.normalize('NFD'))).toEqual(['same'])
  })
  it.each(['Phòng Hoá nghiệm', 'PHÒNG HÓA NGHIỆM', 'phong hoa nghiem', 'Phòng Hóa–nghiệm'])(
    '%s is asked about, not taken and not added',
    (name) => {
      const db = registerWith(['Phòng Hóa nghiệm', 'Sở Y tế'])
      expect(one(db, name)).toEqual(['error', 'maybe_same'])
      expect(one(db, name, 'Sở Y tế', 'VILAS 9')).toEqual(['error', 'maybe_same'])
    },
  )
  it('“mới” in the id column answers that it is another one', () => {
    const db = registerWith(['Phòng Hóa nghiệm', 'Sở Y tế'])
    expect(one(db, 'Phòng Hoá nghiệm', null, null, null, 'Mới')).toEqual(['new'])
    importRows(db, table(['Phòng Hoá nghiệm', null, null, null, 'mới']))
    expect(one(db, 'Phòng Hoá nghiệm', null, null, null, 'mới')).toEqual(['same'])
  })
  it('one name under two owners: the owner tells them apart, without it the row is ambiguous', () => {
    const db = registerWith(
      ['Phòng thử nghiệm', 'Sở Y tế', 'VILAS 1'],
      ['Phòng thử nghiệm', 'Sở Công Thương', 'VILAS 2'],
    )
    expect(one(db, 'Phòng thử nghiệm', 'Sở Công Thương')).toEqual(['same'])
    expect(one(db, 'Phòng thử nghiệm', null, 'vilas: 002')).toEqual(['same'])
    expect(one(db, 'Phòng thử nghiệm')).toEqual(['error', 'ambiguous_name'])
  })
  it('another owner is asked about, unless the code is another too', () => {
    const db = registerWith(['Phòng thử nghiệm', 'Sở Y tế', 'VILAS 1'])
    expect(one(db, 'Phòng thử nghiệm', 'Sở Công Thương')).toEqual(['error', 'maybe_same'])
    expect(one(db, 'Phòng thử nghiệm', 'Sở Công Thương', 'VILAS 2')).toEqual(['new'])
    expect(one(db, 'Phòng thử nghiệm', 'Sở Công Thương', 'VILAS 1')).toEqual(['change'])
  })
  it('an owner is filled in where there was none', () => {
    const db = registerWith(['Phòng A'])
    expect(changes(plan(db, table(['Phòng A', 'Sở Y tế'])).preview.rows[0])).toEqual(['Cơ quan chủ quản:  → Sở Y tế'])
  })
  it('a code alone never decides: a code can cover several laboratories', () => {
    const db = registerWith(['Phòng A', null, 'VILAS 238'])
    expect(one(db, 'Phòng B', null, 'VILAS 238')).toEqual(['error', 'code_known'])
    expect(one(db, 'Phòng B', null, 'VILAS 238', null, 'mới')).toEqual(['new', 'note.code_shared'])
  })
  it('a row without a name is refused (totals below a list)', () =>
    expect(one(registerWith(), null, 'Tổng cộng: 12')).toEqual(['error', 'required']))
})

describe('rows of one file', () => {
  it('that repeat each other are refused, the first one stays', () => {
    const planned = plan(
      registerWith(),
      table(['Phòng A', 'Sở Y tế', 'VILAS 1'], ['Phòng A', 'Sở Y tế', 'VILAS 1'], ['Phòng A', 'Sở Y tế']),
    )
    expect(
      planned.preview.rows.map((row) => [row.verdict, row.problems[0]?.rule, row.problems[0]?.params?.['row']]),
    ).toEqual([
      ['new', undefined, undefined],
      ['error', 'duplicate_row', 2],
      ['error', 'duplicate_row', 2],
    ])
  })
  it('that differ in accents only are asked about', () => {
    const planned = plan(registerWith(), table(['Phòng Hải Hoà'], ['Phòng Hải Hòa']))
    expect(planned.preview.rows[1]?.problems).toEqual([
      { column: 'Tên phòng', rule: 'like_row', params: { row: 2, name: 'Phòng Hải Hoà' } },
    ])
  })
  it('with one line per certificate make one laboratory with several accreditations', () => {
    const db = registerWith(
      ['Phòng A', 'Sở Y tế', 'VILAS 588'],
      ['Phòng A', 'Sở Y tế', 'VIMCERTS 030'],
      ['Phòng A', null, 'LAS-XD 24.081'],
    )
    const codes = db
      .prepare<[], { code: string }>(
        'SELECT a.code FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid ORDER BY a.rid',
      )
      .all()
    expect(codes.map((row) => row.code)).toEqual(['VILAS 588', 'VIMCERTS 030', 'LAS-XD 24.081'])
    expect(db.prepare<[], { n: number }>('SELECT count(*) AS n FROM laboratory').get()?.n).toBe(1)
  })
  it('that say different things of one laboratory are refused, and so is a row joined to a refused one', () => {
    const differing = plan(
      registerWith(),
      table(['Phòng A', 'Sở Y tế', 'VILAS 1', 'x'], ['Phòng A', 'Sở Y tế', 'VILAS 2', 'y']),
    )
    expect(rulesOf(differing, 3)).toEqual(['differs_from_row'])
    const failing = plan(registerWith(), table(['Phòng A', null, 'VILAS 18O'], ['Phòng A', null, 'VILAS 2']))
    expect([rulesOf(failing, 2), rulesOf(failing, 3)]).toEqual([['code.letter_in_number'], ['row_failed']])
  })
  it('may not leave two laboratories with one name under one owner', () => {
    const db = registerWith(['Phòng A', 'Sở Y tế'])
    const planned = plan(db, table(['Phòng B', 'Sở Y tế', null, null, idOf(db, 'Phòng A')], ['Phòng B', 'Sở Y tế']))
    expect(rulesOf(planned)).toEqual(['name_of_other', 'name_of_other'])
  })
})
