// What changed cells mean for the laboratory, its owner, its sites and its accreditations; what a list cannot say is refused, not guessed.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import type { ImportPlan } from '../../../db/exchange/import/row-plan'
import { evaluate } from '../../../db/model/status/spans'
import { readRecord } from '../../../db/store/columns'
import type { WriteDb } from '../../../db/store/database'
import { keyOf } from '../../../db/store/record-key'
import { readActs } from '../../../db/store/spans'
import { write } from '../../support/register'
import { changes, importRows, plan, referenceRegister, rulesOf, verdicts } from '../support'

type Row = Record<string, Cell>
const table = (...rows: Row[]): Cell[][] => {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))]
}
const A = { 'Tên phòng': 'Phòng A', 'Cơ quan chủ quản': 'Sở Y tế' }
function registerWith(...rows: Row[]): WriteDb {
  const db = referenceRegister()
  expect(rulesOf(importRows(db, table(...rows))).filter((rule) => !rule.startsWith('note.'))).toEqual([])
  return db
}
const idOf = (db: WriteDb): string =>
  db.prepare<[], { id: string }>('SELECT id FROM laboratory ORDER BY rid LIMIT 1').get()!.id
const byId = (db: WriteDb, row: Row): ImportPlan => plan(db, table({ ...row, 'Mã bản ghi': idOf(db) }))
const all = (db: WriteDb, sql: string) => db.prepare(sql).raw().all()

describe('a new laboratory', () => {
  it('is shown cell by cell, and stands in one import set with the file as evidence of every record', () => {
    const db = referenceRegister()
    const row = {
      ...A,
      'Loại hình': 'Y tế',
      'Địa chỉ': 'Hạ Long | Cẩm Phả',
      'Mã số': 'VILAS 016',
      'Tiêu chuẩn': 'ISO/IEC 17025:2017',
      'Lĩnh vực': 'Hóa; Sinh',
      'Số quyết định': '740/GCN-BXD',
      'Ngày hiệu lực': '11/2023',
      'Ngày hết hạn': { day: '2026-11-25' },
    }
    const planned = importRows(db, table(row))
    expect([verdicts(planned), changes(planned.preview.rows[0]).slice(0, 3)]).toEqual([
      ['new'],
      ['Tên phòng:  → Phòng A', 'Cơ quan chủ quản:  → Sở Y tế', 'Loại hình:  → Y tế'],
    ])
    expect(all(db, 'SELECT kind, number FROM decision')).toEqual([['GCN', '740/GCN-BXD']])
    expect(all(db, 'SELECT kind, effective, expiry FROM decision_act')).toEqual([
      ['recognition', '2023-11', '2026-11-25'],
    ])
    expect(evaluate(readActs(db, 1), '2026-11-23')).toMatchObject({ status: 'valid', expiry: '2026-11-25' })
    expect(all(db, 'SELECT address FROM site ORDER BY position')).toEqual([['Hạ Long'], ['Cẩm Phả']])
    expect(
      all(
        db,
        'SELECT k.key, g.id IS NOT NULL FROM accreditation a JOIN scheme k ON k.rid = a.scheme_rid JOIN organization g ON g.rid = a.organization_rid',
      ),
    ).toEqual([['VILAS', 1]])
    const [set] = all(db, `SELECT kind, batch, source FROM change_set ORDER BY commit_seq DESC LIMIT 1`) as string[][]
    expect(set).toEqual(['import', 'b', `danh-sach.xlsx (sha256 ${planned.sha256})`])
    const proven = all(
      db,
      `SELECT DISTINCT c.entity FROM evidence e JOIN change c ON c.record = ${keyOf('e.record')} AND c.field IS NULL WHERE e.kind = 'import' AND e.certainty = 'unverified' ORDER BY 1`,
    )
    expect(proven.flat()).toEqual(['accreditation', 'decision', 'laboratory', 'organization', 'site'])
  })
  it('with several codes has several accreditations; what the row says of all is said to be so', () => {
    const db = referenceRegister()
    const planned = importRows(db, table({ ...A, 'Mã số': 'VILAS 588; VIMCERTS 030', 'Lĩnh vực': 'Hóa' }))
    expect(rulesOf(planned)).toEqual(['note.details_for_all'])
    expect(all(db, 'SELECT code FROM accreditation ORDER BY rid')).toEqual([['VILAS 588'], ['VIMCERTS 030']])
    expect(
      rulesOf(
        plan(referenceRegister(), table({ ...A, 'Mã số': 'VILAS 588; VIMCERTS 030', 'Số quyết định': '1/QĐ-X' })),
      ),
    ).toEqual(['decision_one_code'])
  })
  it('with a field or decision but no code gets an accreditation that is only that', () => {
    const db = referenceRegister()
    expect(rulesOf(importRows(db, table({ ...A, 'Lĩnh vực': 'Hóa' })))).toEqual(['note.accreditation_unknown'])
    expect(all(db, 'SELECT code, scheme_rid FROM accreditation')).toEqual([[null, null]])
  })
  it('keeps scheme and code where they disagree, and says so', () => {
    const db = referenceRegister()
    expect(rulesOf(importRows(db, table({ ...A, 'Chương trình': 'AOSC', 'Mã số': 'VILAS MED 131' })))).toEqual([
      'note.scheme_code',
    ])
    expect(all(db, 'SELECT k.key, a.code FROM accreditation a JOIN scheme k ON k.rid = a.scheme_rid')).toEqual([
      ['AOSC', 'VILAS MED 131'],
    ])
  })
  it('has one accreditation for each scheme named without a code', () => {
    const db = registerWith({ ...A, 'Chương trình': 'VILAS; VIMCERTS', 'Mã số': 'VILAS 016' })
    expect(
      all(db, 'SELECT k.key, a.code FROM accreditation a JOIN scheme k ON k.rid = a.scheme_rid ORDER BY a.rid'),
    ).toEqual([
      ['VILAS', 'VILAS 016'],
      ['VIMCERTS', null],
    ])
    expect(
      rulesOf(plan(referenceRegister(), table({ ...A, 'Chương trình': 'VILAS', 'Mã số': 'VILAS 016; VIMCERTS 030' }))),
    ).toEqual(['scheme_set'])
  })
})

describe('a known laboratory', () => {
  it('keeps what a blank cell stands in, and changes what a filled one says', () => {
    const db = registerWith({ ...A, 'Điện thoại': '0203 1111 111', Email: 'a@b.vn' })
    const planned = importRows(db, table({ ...A, 'Điện thoại': '0203 2222 222', Email: null }))
    expect(changes(planned.preview.rows[0])).toEqual(['Điện thoại: 0203 1111 111 → 0203 2222 222'])
    expect(readRecord(db, 'laboratory', idOf(db))).toMatchObject({ phone: '0203 2222 222', email: 'a@b.vn' })
  })
  it('takes a code added to its own, not one left out', () => {
    const db = registerWith({ ...A, 'Mã số': 'VILAS 016' })
    const added = byId(db, { 'Mã số': 'VILAS 016; VIMCERTS 030' })
    expect([verdicts(added), changes(added.preview.rows[0])]).toEqual([
      ['change'],
      ['Mã số: VILAS 016 → VILAS 016; VIMCERTS 030'],
    ])
    importRows(db, table({ ...A, 'Mã số': 'VIMCERTS 030' }))
    expect(all(db, 'SELECT code FROM accreditation ORDER BY rid')).toEqual([['VILAS 016'], ['VIMCERTS 030']])
    expect(rulesOf(byId(db, { 'Mã số': 'VILAS 016' }))).toEqual(['codes_dropped'])
  })
  it('has its one code corrected when it is named by its record id, or filled in where it is blank', () => {
    const db = registerWith({ ...A, 'Mã số': 'VILAS 016' })
    expect(byId(db, { 'Mã số': 'VILAS 017' }).rows[0]).toMatchObject({ edit: { code: 'VILAS 017' }, add: [] })
    expect(byId(db, { 'Mã số': 'vilas: 16' }).rows).toEqual([])
    const blank = registerWith({ ...A, 'Chương trình': 'VILAS' })
    importRows(blank, table({ ...A, 'Mã số': 'VILAS 016' }))
    expect(all(blank, 'SELECT code FROM accreditation')).toEqual([['VILAS 016']])
  })
  it('has standards and fields changed as whole lists', () => {
    const db = registerWith({ ...A, 'Mã số': 'VILAS 1', 'Lĩnh vực': 'Hóa; Sinh', 'Tiêu chuẩn': 'ISO/IEC 17025:2005' })
    importRows(db, table({ ...A, 'Lĩnh vực': 'Sinh; Cơ', 'Tiêu chuẩn': 'ISO/IEC 17025:2017' }))
    const fields = all(
      db,
      'SELECT f.vi FROM accreditation_field x JOIN field f ON f.rid = x.field_rid WHERE x.trashed_at IS NULL ORDER BY x.rid',
    )
    const standards = all(
      db,
      'SELECT t.title FROM accreditation_standard x JOIN standard t ON t.rid = x.standard_rid WHERE x.trashed_at IS NULL',
    )
    expect([fields, standards]).toEqual([[['Sinh'], ['Cơ']], [['ISO/IEC 17025:2017']]])
    expect(all(db, 'SELECT count(*) FROM accreditation')).toEqual([[1]])
  })
  it('with several accreditations has those changed on its page, a row that names one code excepted', () => {
    const db = registerWith(
      { ...A, 'Mã số': 'VILAS 1', 'Lĩnh vực': 'Hóa' },
      { ...A, 'Mã số': 'VIMCERTS 2', 'Lĩnh vực': 'Sinh' },
    )
    expect(rulesOf(byId(db, { 'Lĩnh vực': 'Cơ' }))).toEqual(['several_accreditations'])
    expect(rulesOf(byId(db, { 'Chương trình': 'VILAS' }))).toEqual(['scheme_set'])
    expect(plan(db, table({ ...A, 'Mã số': 'VIMCERTS 2', 'Lĩnh vực': 'Cơ' })).rows[0]).toMatchObject({
      edit: { fields: { add: [{}] } },
    })
  })
  it('sharing its accreditation with others has it changed on its page', () => {
    const db = registerWith({ ...A, 'Mã số': 'VILAS 1' }, { 'Tên phòng': 'Phòng B' })
    write(db, (tx) => {
      const ids = (sql: string) => db.prepare<[], { id: string }>(sql).get()!.id
      tx.create('coverage', {
        accreditation: ids('SELECT id FROM accreditation'),
        laboratory: ids('SELECT id FROM laboratory ORDER BY rid DESC LIMIT 1'),
      })
    })
    expect(rulesOf(byId(db, { 'Lĩnh vực': 'Cơ' }))).toEqual(['shared_accreditation'])
  })
  it('does not take a decision for an accreditation it has already, unless it is the very same', () => {
    const decision = { 'Mã số': 'VILAS 1', 'Số quyết định': '318/QĐ – VPCNCL', 'Ngày hết hạn': '11/2026' }
    const db = registerWith({ ...A, ...decision })
    expect(verdicts(plan(db, table({ ...A, ...decision, 'Số quyết định': '318/QĐ-VPCNCL' })))).toEqual(['same'])
    expect(rulesOf(plan(db, table({ ...A, ...decision, 'Ngày hết hạn': '12/2026' })))).toEqual(['decision_new_only'])
  })
  it('has the address of its one site changed; of several the list cannot say which', () => {
    const db = registerWith({ ...A, 'Địa chỉ': 'Hạ Long' })
    importRows(db, table({ ...A, 'Địa chỉ': 'Bãi Cháy' }))
    expect(all(db, 'SELECT address FROM site')).toEqual([['Bãi Cháy']])
    expect(rulesOf(plan(db, table({ ...A, 'Địa chỉ': 'Bãi Cháy | Cẩm Phả' })))).toEqual(['several_sites'])
    const two = registerWith({ ...A, 'Địa chỉ': 'Hạ Long | Cẩm Phả' })
    expect(rulesOf(plan(two, table({ ...A, 'Địa chỉ': 'Hạ Long' })))).toEqual(['several_sites'])
    expect(verdicts(plan(two, table({ ...A, 'Địa chỉ': 'Hạ Long|Cẩm Phả' })))).toEqual(['same'])
  })
  it('is told when someone edits a computed cell, not when only the day has moved on', () => {
    const db = registerWith({ ...A, 'Mã số': 'VILAS 1', 'Ngày hết hạn': '25/11/2026' })
    const edited = byId(db, { 'Hiệu lực đến': '25/11/2029', 'Còn (ngày)': 5, 'Tình trạng': 'Sắp hết hạn' })
    expect([verdicts(edited), rulesOf(edited)]).toEqual([['same'], ['note.computed']])
  })
})

describe('owners', () => {
  it('are one organisation for all rows that name them exactly, one asked about for all others', () => {
    const planned = plan(
      referenceRegister(),
      table(A, { ...A, 'Tên phòng': 'Phòng B' }, { 'Tên phòng': 'Phòng C', 'Cơ quan chủ quản': 'SỞ Y TẾ' }),
    )
    expect(rulesOf(planned)).toEqual(['maybe_same_owner'])
    const db = registerWith(A, { ...A, 'Tên phòng': 'Phòng B' })
    expect(all(db, 'SELECT count(*) FROM organization')).toEqual([[1]])
    expect(rulesOf(plan(db, table({ 'Tên phòng': 'Phòng D', 'Cơ quan chủ quản': 'Sở y tế' })))).toEqual([
      'maybe_same_owner',
    ])
  })
  it('have one sector: rows that contradict each other are refused, none of them wins', () => {
    const rows = [
      { ...A, 'Loại hình': 'Y tế' },
      { ...A, 'Tên phòng': 'Phòng B', 'Loại hình': 'Khác' },
    ]
    const planned = plan(referenceRegister(), table(...rows))
    expect(planned.preview.rows.map((row) => row.problems)).toEqual([
      [{ column: 'Loại hình', rule: 'contradicts_row', params: { row: 3 } }],
      [{ column: 'Loại hình', rule: 'contradicts_row', params: { row: 2 } }],
    ])
  })
  it('keep their sector against a row that only still says the old one', () => {
    const db = registerWith({ ...A, 'Loại hình': 'Y tế' }, { ...A, 'Tên phòng': 'Phòng B' })
    const planned = plan(
      db,
      table({ ...A, 'Loại hình': 'Khác' }, { ...A, 'Tên phòng': 'Phòng B', 'Loại hình': 'Y tế' }),
    )
    expect([rulesOf(planned, 2), rulesOf(planned, 3)]).toEqual([['contradicts_row'], []])
    importRows(db, table({ ...A, 'Loại hình': 'Khác' }))
    expect(all(db, 'SELECT sector FROM organization')).toEqual([['other']])
  })
  it('are not given the sector of the owner before them', () => {
    const db = registerWith(
      { ...A, 'Loại hình': 'Y tế' },
      { 'Tên phòng': 'Phòng B', 'Cơ quan chủ quản': 'Sở Công Thương', 'Loại hình': 'Khác' },
    )
    expect(rulesOf(byId(db, { 'Cơ quan chủ quản': 'Sở Công Thương', 'Loại hình': 'Y tế' }))).toEqual([
      'sector_disagrees',
    ])
    expect(rulesOf(byId(db, { 'Cơ quan chủ quản': 'Sở Công Thương', 'Loại hình': 'Other' }))).toEqual([])
  })
  it('of one name are not told apart by the list', () => {
    const db = registerWith(A)
    write(db, (tx) => tx.create('organization_name', { organization: tx.create('organization', {}), vi: 'Sở Y tế' }))
    expect(rulesOf(plan(db, table({ 'Tên phòng': 'Phòng B', 'Cơ quan chủ quản': 'Sở Y tế' })))).toEqual([
      'ambiguous_owner',
    ])
  })
})
