// The tables of tests/fixtures/imports through the real reader and comparison: each with the preview it must have.
import { describe, expect, it } from 'vitest'
import { lookAt } from '../../../db/exchange/import/look'
import { planTable } from '../../../db/exchange/import/plan'
import { readTable } from '../../../db/exchange/read-table'
import { unwatched } from '../../../db/jobs/job'
import { DAY } from '../../support/register'
import { readdirSync } from 'node:fs'
import { dirtyFiles, NAMES_AFTER_CONVERSION } from '../../fixtures/imports/dirty'
import { FOLDER, madeFile, madeFiles } from '../../fixtures/imports/made'
import { fileOf, importRows, plan, referenceRegister, rulesOf, verdicts } from '../support'

describe('tables as offices send them', () => {
  it('are at least forty, and every file that another program made is among them', () => {
    expect(dirtyFiles.length + madeFiles.length).toBeGreaterThanOrEqual(80)
    expect(readdirSync(FOLDER).toSorted()).toEqual(madeFiles.map(({ name }) => name).toSorted())
  })
  it.each([...dirtyFiles, ...madeFiles])('$name', async ({ file, bytes, choices, rows, leftOut, header, refused }) => {
    const source = { path: fileOf(file, await bytes()) }
    if (refused !== undefined) {
      await expect(readTable(source, choices)).rejects.toMatchObject({ fields: [{ rule: refused }] })
      return
    }
    const table = await readTable(source, choices)
    const { preview } = planTable(referenceRegister(), table, DAY, unwatched)
    const said = preview.rows.map((row) => [row.verdict, ...row.problems.map(({ rule }) => rule)].join(' '))
    expect(said).toEqual(rows)
    expect(preview.leftOut.map(({ reason }) => reason)).toEqual(leftOut ?? [])
    if (header) {
      const keys = table.header.columns.map(({ key }) => key)
      expect([preview.reading.headerRow, keys.join(',')]).toEqual(header)
    }
  })
})

describe('an old encoding', () => {
  const files = dirtyFiles.filter(({ choices }) => choices?.text !== undefined)
  it.each(files)('$name reads as it was meant', async ({ bytes, choices }) => {
    const table = await readTable({ path: fileOf('a.csv', await bytes()) }, choices)
    expect(table.rows[0]?.cells).toEqual(NAMES_AFTER_CONVERSION.split('\n')[1]!.split(';'))
  })
  it.each(files)('$name is shown before and after', async ({ bytes, choices }) => {
    const { legacy } = await lookAt({ source: { path: fileOf('a.csv', await bytes()) }, choices: {} }, unwatched)
    expect(legacy?.kind).toBe(choices?.text)
    const sample = legacy?.samples.find(({ after }) => after === 'Phòng thử nghiệm đo lường')
    expect(sample?.before).toMatch(/Pho?.+ng th.+ nghi.+m/)
  })
})

describe('workbooks of other programs', () => {
  const look = (name: string, choices = {}) =>
    lookAt({ source: { path: fileOf(name, madeFile(name)) }, choices }, unwatched)
  const cellsOf = async (name: string, choices = {}) =>
    (await readTable({ path: fileOf(name, madeFile(name)) }, choices)).rows.map(({ cells }) => cells)
  it.each([
    'openpyxl-five-date-formats.xlsx',
    'libreoffice-five-date-formats.ods',
    'libreoffice-five-date-formats.xls',
  ])('%s: a day is that day under every format', async (name) => {
    const days = (await cellsOf(name)).map(([, , day]) => day)
    expect(days).toEqual(Array.from({ length: 5 }, () => ({ day: '2026-11-25' })))
  })
  it('say which of their sheets are hidden, and the visible one is read', async () => {
    const found = await look('openpyxl-hidden-sheets-rows-columns.xlsx')
    expect([found.sheet, found.sheets]).toEqual([
      'Danh sách',
      [
        { name: 'Rất ẩn', hidden: true },
        { name: 'Ẩn', hidden: true },
        { name: 'Danh sách', hidden: false },
      ],
    ])
    const ods = await look('libreoffice-hidden-sheets-rows-columns.ods')
    expect([ods.sheet, ods.sheets.filter(({ hidden }) => hidden).length]).toEqual(['Danh sách', 2])
  })
  it('say what they carry besides cells', async () => {
    expect((await look('raw-macros.xlsm')).carried).toEqual(['macros'])
    expect((await look('raw-external-links.xlsx')).carried).toEqual(['external_links'])
  })
  it('in a capital font of TCVN3 are capitals, before and after they were converted', async () => {
    const { legacy } = await look('openpyxl-tcvn3-capitals.xlsx')
    expect(legacy?.samples.map(({ after }) => after)).toContain('SỞ KHOA HỌC VÀ CÔNG NGHỆ')
    const [row] = await cellsOf('openpyxl-tcvn3-capitals.xlsx', { text: 'tcvn3' })
    expect(row).toEqual(['Phòng thử nghiệm đo lường', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ'])
  })
  it('in decomposed letters (NFD) say so, and are read joined', async () => {
    expect((await look('openpyxl-nfd.xlsx')).decomposed).toBe(true)
    expect(
      plan(referenceRegister(), [['Tên phòng'], ['Phòng thử nghiệm'.normalize('NFD')]]).rows[0]?.fields.nameVi,
    ).toBe('Phòng thử nghiệm'.normalize('NFC'))
  })
})

describe('what is put right in the preview', () => {
  const HEAD = ['Tên phòng', 'Mã số', 'Hạng', 'Ghi chú']
  it('a cell', () => {
    const rows = [HEAD, ['Phòng A (hư cấu)', 16, null, null]]
    expect(rulesOf(plan(referenceRegister(), rows))).toEqual(['code.scheme_missing'])
    const fixed = plan(referenceRegister(), rows, { fixes: [{ row: 2, key: 'codes', text: 'VILAS 016' }] })
    expect([verdicts(fixed), fixed.rows[0]?.add[0]?.code]).toEqual([['new'], 'VILAS 016'])
  })
  it('which laboratory is meant: the same, or a new one', () => {
    const db = referenceRegister()
    importRows(db, [HEAD, ['Phòng Hoá (hư cấu)', null, null, null]])
    const rows = [HEAD, ['Phòng Hóa (hư cấu)', null, null, 'x']]
    const asked = plan(db, rows)
    expect(rulesOf(asked)).toEqual(['maybe_same'])
    const lab = String(asked.preview.rows[0]?.problems[0]?.params?.['lab'])
    expect(verdicts(plan(db, rows, { fixes: [{ row: 2, key: 'id', text: lab }] }))).toEqual(['change'])
    expect(verdicts(plan(db, rows, { fixes: [{ row: 2, key: 'id', text: 'mới' }] }))).toEqual(['new'])
  })
  it('is part of the fingerprint', () => {
    const db = referenceRegister()
    const rows = [HEAD, ['Phòng A (hư cấu)', 'VILAS 901', null, null]]
    const fixes = [{ row: 2, key: 'codes', text: 'VILAS 902' }]
    expect(plan(db, rows, { fixes }).preview.fingerprint).not.toBe(plan(db, rows).preview.fingerprint)
  })
  it('a column kept in the note: added once, never twice, never over what stands there', () => {
    const db = referenceRegister()
    importRows(db, [HEAD, ['Phòng A (hư cấu)', null, null, 'Ghi trước']])
    const choices = { columns: ['nameVi', 'codes', 'keep'] }
    const rows = [HEAD.slice(0, 3), ['Phòng A (hư cấu)', null, '1']]
    expect(importRows(db, rows, choices).rows[0]?.fields.note).toBe('Ghi trước\nHạng: 1')
    expect(verdicts(plan(db, rows, choices))).toEqual(['same'])
  })
  it('blank keeps what is there, and empties it only where that was chosen', () => {
    const db = referenceRegister()
    importRows(db, [HEAD, ['Phòng A (hư cấu)', null, null, 'Ghi trước']])
    const rows = [HEAD, ['Phòng A (hư cấu)', null, null, null]]
    expect(verdicts(plan(db, rows))).toEqual(['same'])
    expect(importRows(db, rows, { blank: 'clear' }).rows[0]?.fields).toEqual({ note: null })
    expect(verdicts(plan(db, rows, { blank: 'clear' }))).toEqual(['same'])
  })
})

describe('the key that was chosen', () => {
  const HEAD = ['Tên phòng', 'Mã số', 'Địa chỉ']
  const db = () => {
    const register = referenceRegister()
    importRows(register, [
      HEAD,
      ['Phòng A (hư cấu)', 'VILAS 901', 'P. Hồng Hải'],
      ['Phòng B (hư cấu)', 'VILAS 902', null],
    ])
    return register
  }
  it('code: the name may be another one', () => {
    const rows = [HEAD, ['Phòng mới tên (hư cấu)', 'VILAS 0901', null]]
    expect(rulesOf(plan(db(), rows))).toContain('code_known')
    expect(verdicts(plan(db(), rows, { key: 'code' }))).toEqual(['change'])
    expect(rulesOf(plan(db(), [HEAD, ['X (hư cấu)', null, null]], { key: 'code' }))).toEqual(['code_needed'])
  })
  it('code and place: another place is asked about', () => {
    const at = (place: string) => [HEAD, ['Phòng A (hư cấu)', 'VILAS 901', place]]
    expect(rulesOf(plan(db(), at('Phường Hồng Hải'), { key: 'code_site' }))).toEqual([])
    expect(rulesOf(plan(db(), at('Cẩm Phả'), { key: 'code_site' }))).toEqual(['code_elsewhere'])
  })
  it('record id: a row without one is refused', () =>
    expect(rulesOf(plan(db(), [HEAD, ['Phòng A (hư cấu)', null, null]], { key: 'id' }))).toEqual(['id_needed']))
})
