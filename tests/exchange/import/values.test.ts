// Cells as people and spreadsheets leave them: what is read, what is refused with a suggestion, what is never repaired silently.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../db/exchange/cells'
import { importRows, plan, referenceRegister } from '../support'

const problems = (heading: string, cell: Cell, others: Record<string, Cell> = {}) => {
  const columns = ['Tên phòng', heading, ...Object.keys(others)]
  const { preview } = plan(referenceRegister(), [columns, ['Phòng A (hư cấu)', cell, ...Object.values(others)]])
  return preview.rows[0]!.problems.map(({ rule, params }) => [rule, params?.['suggestion']])
}
const stored = (heading: string, cell: Cell, sql: string) => {
  const db = referenceRegister()
  importRows(db, [
    ['Tên phòng', 'Mã số', heading],
    ['Phòng A', 'VILAS 1', cell],
  ])
  return db.prepare<[], { value: unknown }>(sql).get()?.value
}

describe('a code', () => {
  it.each<[Cell, string, string | undefined, string?]>([
    ['VILAS 18O', 'code.letter_in_number', 'VILAS 180'],
    [16, 'code.number_alone', 'VILAS 016', 'VILAS'],
    ['016', 'code.number_alone', 'VILAS 016', 'VILAS'],
    [24081, 'code.separator_lost', 'LAS-XD 24.081', 'LAS-XD'],
    ['LAS-XD 24081', 'code.separator_lost', 'LAS-XD 24.081'],
    ['LAS-XD 24,081', 'code.separator_lost', 'LAS-XD 24.081'],
    [16, 'code.scheme_missing', undefined],
    ['VILAS 0', 'code.zero', undefined],
    ['VILAS', 'code.number_missing', undefined],
    [{ day: '2026-04-03' }, 'cell_is_date', undefined],
    ['#N/A', 'cell_error', undefined],
    ['x'.repeat(121), 'too_long', undefined],
  ])('%j is refused: %s, suggestion %s', (cell, rule, suggestion, scheme) => {
    expect(problems('Mã số', cell, scheme === undefined ? {} : { 'Chương trình': scheme })[0]).toEqual([
      rule,
      suggestion,
    ])
  })
  it.each([
    ['VILAS: 512', 'VILAS 512'],
    ['vilas-16', 'VILAS 016'],
    ['Số hiệu: VILAS 016', 'VILAS 016'],
    ['LAS-XD 24.081', 'LAS-XD 24.081'],
    ['QTCL 7', null],
  ])('%s is stored as typed, canonical %s', (typed, canonical) => {
    const db = referenceRegister()
    importRows(db, [
      ['Tên phòng', 'Mã số'],
      ['A', typed],
    ])
    expect(db.prepare('SELECT code_printed AS typed, code AS canonical FROM accreditation').get()).toEqual({
      typed,
      canonical,
    })
  })
})

describe('a date', () => {
  const decision = { 'Mã số': 'VILAS 1', 'Số quyết định': '893.2022/QĐ-VPCNCL' }
  it.each<[Cell, string | null, string | null]>([
    [{ day: '2026-11-25' }, '2026-11-25', null],
    ['25/ 11 / 2026', '2026-11-25', '25/ 11 / 2026'],
    ['/11/2023', '2023-11', '/11/2023'],
    ['11/2026', '2026-11', null],
    [2026, '2026', null],
    ['không thời hạn', 'none', null],
  ])('%j is stored as %s', (cell, iso, printed) => {
    const db = referenceRegister()
    importRows(db, [
      ['Tên phòng', 'Mã số', 'Ngày hết hạn'],
      ['A', 'VILAS 1', cell],
    ])
    const row = db
      .prepare<[], { iso: string; printed: string | null }>(
        'SELECT expiry AS iso, expiry_printed AS printed FROM decision_act',
      )
      .get()
    expect(row?.iso).toBe(iso)
    if (printed !== null) expect(row?.printed).toBe(printed)
  })
  it.each<[Cell, string, string | undefined]>([
    [46351, 'date.day_count', '25/11/2026'],
    ['12/31/2026', 'date.month_first', undefined],
    ['31/02/2026', 'date.no_such_day', undefined],
    ['25/11', 'date.year_missing', undefined],
    ['sang năm', 'date.not_a_date', undefined],
    [{ day: '1899-12-31' }, 'date.year_out_of_range', undefined],
  ])('%j is refused: %s', (cell, rule, suggestion) =>
    expect(problems('Ngày hết hạn', cell, decision)).toEqual([[rule, suggestion]]),
  )

  it('that is only the words of a form is not known', () =>
    expect(problems('Ngày hết hạn', 'ngày   tháng   năm', decision)).toEqual([]))

  it('of expiry before the effective one is refused; a month is judged by its last possible day', () => {
    expect(problems('Ngày hết hạn', '24/11/2023', { ...decision, 'Ngày hiệu lực': '25/11/2023' })).toEqual([
      ['bad_dates', undefined],
    ])
    expect(problems('Ngày hết hạn', '11/2023', { ...decision, 'Ngày hiệu lực': '25/11/2023' })).toEqual([])
    expect(problems('Ngày hết hạn', '10/2023', { ...decision, 'Ngày hiệu lực': '25/11/2023' })).toEqual([
      ['bad_dates', undefined],
    ])
  })
})

describe('other cells', () => {
  it.each<[string, Cell, string, string | undefined]>([
    ['Điện thoại', 2033826338, 'phone_lost_zero', '02033826338'],
    ['Điện thoại', '2033826338', 'phone_lost_zero', '02033826338'],
    ['Điện thoại', { day: '2026-01-02' }, 'cell_is_date', undefined],
    ['Điện thoại', '1'.repeat(301), 'too_long', undefined],
    ['Email', '[email protected]', 'email_hidden', undefined],
    ['Loại hình', 'Linh tinh', 'unknown_sector', undefined],
    ['Loại hình', 'Y tế', 'sector_needs_owner', undefined],
    ['Chương trình', 'ISO', 'unknown_scheme', undefined],
    ['Ghi chú', '#REF!', 'cell_error', undefined],
    ['Hiệu lực đến', '25/11/2026', 'note.computed', undefined],
  ])('%s %j: %s', (heading, cell, rule, suggestion) => expect(problems(heading, cell)[0]).toEqual([rule, suggestion]))

  it.each(['19001234', '1800 1234', '+84 203 3826 338', '0203 3826 338; 0912 345 678'])(
    'the telephone %s stands as it is',
    (text) => {
      expect(stored('Điện thoại', text, 'SELECT phone AS value FROM laboratory')).toBe(text)
    },
  )
  it('a formula is only text here, line breaks stay', () => {
    expect(stored('Ghi chú', '=1+1\r\ndòng hai', 'SELECT note AS value FROM laboratory')).toBe('=1+1\ndòng hai')
  })
  it.each([
    ['Hoá', 'chemical'],
    ['HÓA', 'chemical'],
    ['Chemical', 'chemical'],
    ['Điện - điện tử', 'electrical'],
    ['Không phá huỷ', 'ndt'],
  ])('the field %s is known', (typed, key) => {
    const value = stored(
      'Lĩnh vực',
      typed,
      'SELECT f.key AS value FROM accreditation_field x JOIN field f ON f.rid = x.field_rid',
    )
    expect(String(value)).toContain(key.slice(0, 3))
  })
  it('the standard is known without IEC and keeps what was printed; an unknown one keeps its words', () => {
    const sql = `SELECT coalesce(t.title, '') || '|' || coalesce(x.printed, '') AS value FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid`
    expect(stored('Tiêu chuẩn', 'ISO/IEC 17025:2017', sql)).toBe('ISO/IEC 17025:2017|')
    expect(stored('Tiêu chuẩn', 'ISO 17025: 2017', sql)).toBe('ISO/IEC 17025:2017|ISO 17025: 2017')
    expect(stored('Tiêu chuẩn', 'IEC 17025', sql)).toBe('|IEC 17025')
  })
})
