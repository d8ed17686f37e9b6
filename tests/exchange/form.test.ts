// The list form: its columns, what each reads, and that every column has a heading in both languages.
import { describe, expect, it } from 'vitest'
import { columnOf, listForm, type FormRow } from '../../db/exchange/form'
import { headingKeys } from '../../db/exchange/heading-names'
import { LONGEST_CELL } from '../../db/exchange/cells'
import type { FileRow } from '../../db/store/labs'
import { texts } from '../../db/model/texts/say'
import { flags } from '../../db/model/status/flags'
import { sectors } from '../../db/model/vocabulary'

const lab: FileRow = {
  id: '01980000-0000-7000-8000-000000000001',
  nameVi: 'Phòng B12 (hư cấu)',
  nameEn: null,
  owner: { id: 'x', name: 'Công ty B12' },
  sector: 'enterprise',
  area: 'Phường Bãi Cháy',
  address: 'Hạ Long | Cẩm Phả',
  phone: '016',
  email: null,
  website: null,
  sites: 2,
  codes: ['VILAS 016', 'LAS-XD 24.081'],
  schemes: ['VILAS', 'LAS-XD'],
  standards: ['ISO/IEC 17025:2017'],
  fields: ['Hóa', 'Sinh'],
  hasExpired: false,
  flags: ['unverified', 'code_shared'],
  note: null,
  status: 'expiring',
  daysLeft: 2,
  window: 30,
  expiry: '2026-11-25',
}
const row = (change: Partial<FormRow> = {}): FormRow => ({
  index: 7,
  lab,
  language: 'vi',
  fieldsEn: new Map([['Hóa', 'Chemical']]),
  ...change,
})
const read = (key: string, from = row()) => columnOf(key)!.read(from)

describe('the list form', () => {
  it('has the same headings as the texts, the record id last', () => {
    const headings = Object.keys(texts.vi.exchange.columns)
    expect(headingKeys).toEqual(headings)
    expect(listForm.at(-1)).toMatchObject({ key: 'id', hidden: true })
  })
  it('has words for every sector and flag', () => {
    expect(Object.keys(texts.vi.exchange.sectors)).toEqual([...sectors])
    expect(Object.keys(texts.vi.exchange.flags).toSorted()).toEqual([...flags].toSorted())
  })
  it('reads a laboratory into cells of the right kind', () => {
    expect(listForm.map((column) => column.read(row()))).toEqual([
      7,
      'Phòng B12 (hư cấu)',
      null,
      'Công ty B12',
      'Doanh nghiệp',
      'Phường Bãi Cháy',
      'Hạ Long | Cẩm Phả',
      '016',
      null,
      null,
      'VILAS; LAS-XD',
      'VILAS 016; LAS-XD 24.081',
      'ISO/IEC 17025:2017',
      'Hóa; Sinh',
      'Sắp hết hạn',
      { day: '2026-11-25' },
      2,
      'chưa xác minh; mã số dùng chung',
      null,
      lab.id,
    ])
  })
  it('speaks English when asked', () => {
    expect([read('fields', row({ language: 'en' })), read('sector', row({ language: 'en' }))]).toEqual([
      'Chemical; Sinh',
      'Enterprise',
    ])
  })
  it.each([
    ['2026-11-25', { day: '2026-11-25' }],
    ['2026-11', '11/2026'],
    ['2026', '2026'],
    ['none', 'không thời hạn'],
    [null, null],
  ])('writes the expiry %j as %j: a day it does not know is never made up', (expiry, cell) => {
    expect(read('expiry', row({ lab: { ...lab, expiry } }))).toEqual(cell)
  })
  it('cuts what no cell can hold, with a mark', () => {
    const text = read('note', row({ lab: { ...lab, note: 'đ'.repeat(LONGEST_CELL + 1) } })) as string
    expect([text.length, text.endsWith(' …')]).toEqual([LONGEST_CELL, true])
  })
})
