// The door for outside tables: what a file really is, its limits, its header; a clear refusal for everything else.
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { limits } from '../../db/exchange/limits'
import { readTable } from '../../db/exchange/read-table'
import { sheetXml, textCell, workbookParts, zip } from '../fixtures/exchange/zip'
import { fileOf } from './support'

const refusal = (code: string, rule: string, params?: object) =>
  expect.objectContaining({
    code,
    fields: [expect.objectContaining({ field: 'file', rule, ...(params ? { params } : {}) })],
  })
const header = `<row r="1">${textCell('A1', 'Tên phòng')}${textCell('B1', 'Mã số')}</row>`
const workbook = (rows: string, before?: string) => zip(workbookParts(sheetXml(header + rows, before)))
const sheet = (name: string, rows: (string | number | Date | null)[][], hidden = false) => ({ name, rows, hidden })

describe('a workbook', () => {
  it('gives its header and rows with their own numbers, blank rows left out', async () => {
    const rows = `<row r="3">${textCell('A3', 'Phòng A')}${textCell('B3', '016')}</row><row r="4"></row><row r="9">${textCell('A9', 'Phòng B')}</row>`
    const table = await readTable(fileOf('a.xlsx', workbook(rows)))
    expect(table.header.columns).toEqual([
      { heading: 'Tên phòng', key: 'nameVi' },
      { heading: 'Mã số', key: 'codes' },
    ])
    expect(table.rows).toEqual([
      { number: 3, cells: ['Phòng A', '016'], texts: ['Phòng A', '016'] },
      { number: 9, cells: ['Phòng B'], texts: ['Phòng B'] },
    ])
    expect([table.file, table.sheet, table.sha256.length]).toEqual(['a.xlsx', 'Sheet1', 64])
  })
  it('is known by its bytes, not by its name', async () => {
    expect((await readTable(fileOf('a.csv', workbook('')))).sheet).toBe('Sheet1')
    expect((await readTable(fileOf('a.xlsx', 'Tên phòng;Mã số\nA;1'))).rows).toHaveLength(1)
  })
  it('may have a letterhead above its header, and other sheets, hidden ones among them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        sheet('Ẩn', [['Tên phòng', 'Mã số', 'Địa chỉ', 'Email']], true),
        sheet('Bìa', [['Danh sách phòng thí nghiệm'], ['Phòng thí nghiệm']]),
        sheet('Số liệu', [
          ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
          [null],
          ['DANH SÁCH'],
          ['TT', 'Tên phòng thí nghiệm', 'Đơn vị chủ quản', 'Số VILAS'],
          [1, 'A', 'B', 'VILAS 1'],
          ['Tổng cộng', null, null, 1],
        ]),
      ],
    })
    const table = await readTable(fileOf('a.xlsx', bytes))
    expect([table.sheet, table.header.columns.map((column) => column.key)]).toEqual([
      'Số liệu',
      ['index', 'nameVi', 'owner', 'codes'],
    ])
    expect(table.rows.map((row) => row.number)).toEqual([5])
    expect(table.leftOut).toEqual([{ row: 6, reason: 'total', text: 'Tổng cộng | 1' }])
  })
  it('gives real dates as days whatever the clock of the machine, and formulas by their last result', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          columns: [{}, { numFmt: 'dd/mm/yyyy' }],
          rows: [
            ['Tên phòng', 'Ngày hết hạn'],
            ['A', new Date('2026-11-25T00:00:00Z')],
          ],
          cells: new Map([['1,0', { formula: '"Phòng "&"A"', formulaResult: 'Phòng A' }]]),
        },
      ],
    })
    expect((await readTable(fileOf('a.xlsx', bytes))).rows[0]?.cells).toEqual(['Phòng A', { day: '2026-11-25' }])
  })
})

describe('what cannot be a list is refused by name', () => {
  it('a working copy, also one too big to be read whole', async () => {
    const hidden = { name: '_so', hidden: true, rows: [['so-cong-nhan/workbook/1', '{}']] }
    for (const rows of [1, 900]) {
      const long = Array.from({ length: rows }, (_, at) => [`${at} ${'đ'.repeat(30_000)}`])
      const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['Tên phòng'], ...long] }, hidden] })
      await expect(readTable(fileOf('so.xlsx', bytes))).rejects.toThrow(refusal('bad_file', 'file.working_copy'))
    }
  })

  const xlsx = workbook(`<row r="2">${textCell('A2', 'A')}</row>`)
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  it.each([
    ['an empty file', Buffer.alloc(0), 'file.empty'],
    ['an old Word document under a new name', ole, 'file.not_a_sheet'],
    ['a workbook with a password', encrypted, 'file.encrypted'],
    ['a web page saved as .xls', '\uFEFF<html><table><tr><td>Tên phòng</td></tr></table></html>', 'file.html'],
    ['a PDF', '%PDF-1.7', 'file.not_a_sheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'file.not_a_sheet'],
    ['a Word document', zip([{ name: 'word/document.xml', content: '<a/>' }]), 'file.not_a_sheet'],
    [
      'an OpenDocument text',
      zip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', content: '<a/>' },
      ]),
      'file.not_a_sheet',
    ],
    ['a binary workbook', zip([{ name: 'xl/workbook.bin', content: 'x' }]), 'file.xls'],
    ['a workbook cut short', xlsx.subarray(0, xlsx.length - 40), 'file.broken'],
    [
      'a workbook with its middle overwritten',
      Buffer.concat([xlsx.subarray(0, 60), Buffer.alloc(400, 7), xlsx.subarray(460)]),
      'file.broken',
    ],
    ['a zip that only says it is a workbook', zip([{ name: 'xl/x', content: '' }]), 'file.broken'],
    ['broken XML', zip(workbookParts('<worksheet><sheetData><row')), 'file.broken'],
    [
      'a workbook without a known heading',
      zip(workbookParts(sheetXml(`<row r="1">${textCell('A1', 'Xin chào')}</row>`))),
      'file.no_header',
    ],
    ['text without a known heading', 'a;b\n1;2\n', 'file.no_header'],
    ['lines of nothing but spaces', '\n \n\t\n', 'file.empty'],
    ['two columns of one meaning', 'Tên phòng;Mã số;Số hiệu\nA;1;2', 'file.heading_twice'],
  ])('%s', async (_, content, rule) => {
    await expect(readTable(fileOf('a.xlsx', content))).rejects.toThrow(refusal('bad_file', rule))
  })
  it('a folder or a missing file', async () => {
    const path = fileOf('a.xlsx', xlsx)
    await expect(readTable(`${path}.gone`)).rejects.toThrow(refusal('file_missing', 'file.missing'))
    await expect(readTable(path.slice(0, -'/a.xlsx'.length))).rejects.toThrow(refusal('file_missing', 'file.missing'))
  })
  it('TCVN3 text that was saved as UTF-8', async () => {
    await expect(readTable(fileOf('a.csv', 'Tªn phßng;M· sè\nPhßng thö nghiÖm;VILAS 016\n'))).rejects.toThrow(
      refusal('wrong_encoding', 'file.tcvn3'),
    )
  })
})

describe('limits', () => {
  it('on the bytes of the file', async () => {
    await expect(readTable(fileOf('a.csv', 'Tên phòng\nA'), {}, { ...limits, bytes: 8 })).rejects.toThrow(
      refusal('too_large', 'file.too_big'),
    )
  })
  it('on what it says it expands to', async () => {
    const bomb = zip([...workbookParts(sheetXml(header)), { name: 'xl/media/x', content: 'x', stated: 401 * 2 ** 20 }])
    await expect(readTable(fileOf('a.xlsx', bomb))).rejects.toThrow(refusal('too_large', 'file.expands'))
  })
  it('on what it really expands to: a smaller size than the truth, or none, is refused', async () => {
    const rows = header + `<row r="2">${textCell('A2', 'x'.repeat(3_000_000))}</row>`
    for (const stated of [2_000, 0]) {
      await expect(readTable(fileOf('a.xlsx', zip(workbookParts(sheetXml(rows), stated))))).rejects.toThrow(
        refusal('bad_file', 'file.broken'),
      )
    }
  })
  it('on entities that multiply', async () => {
    const doctype = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">${'bcdefgh'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(50)}">`)
      .join('')}]>`
    const read = readTable(fileOf('a.xlsx', workbook(`<row r="2">${textCell('A2', '&h;')}</row>`, doctype)))
    const cells = await read.then(
      (table) => table.rows[0]?.cells,
      (error: unknown) => error,
    )
    expect(JSON.stringify(cells).length).toBeLessThan(2_000)
  })
  it('on rows: 200,000 are read, more are refused before the end', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`).join('')
    await expect(readTable(fileOf('a.xlsx', workbook(rows(200_030))))).rejects.toThrow(
      refusal('too_large', 'file.too_many_rows', { max: 200_000 }),
    )
    const csv = `Tên phòng;Mã số\n${'A;1\n'.repeat(200_030)}`
    await expect(readTable(fileOf('a.csv', csv))).rejects.toThrow(
      refusal('too_large', 'file.too_many_rows', { max: 200_000 }),
    )
  })
  it('on nothing that a single cell may hold: one of megabytes is read like any other', async () => {
    const { rows } = await readTable(fileOf('a.csv', `Tên phòng;Mã số\n${'x'.repeat(9_000_000)};VILAS 1\n`))
    expect(rows.map(({ cells }) => cells[0] === 'x'.repeat(9_000_000))).toEqual([true])
  })
  it('on cells, of a workbook and of a text', async () => {
    const most = { ...limits, cells: 40 }
    const cells = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 2}">${textCell(`A${at + 2}`, 'x')}${textCell(`B${at + 2}`, 'x')}</row>`,
    )
    const told = refusal('too_large', 'file.too_many_cells', { max: 40 })
    await expect(readTable(fileOf('a.xlsx', workbook(cells.join(''))), {}, most)).rejects.toThrow(told)
    await expect(readTable(fileOf('a.csv', `Tên phòng;Mã số\n${'A;1\n'.repeat(30)}`), {}, most)).rejects.toThrow(told)
  })
  it('on columns', async () => {
    const wide = Array.from({ length: 201 }, (_, at) => `x${at}`).join(';')
    await expect(readTable(fileOf('a.csv', `Tên phòng\n${wide}`))).rejects.toThrow(
      refusal('too_large', 'file.too_many_columns', { max: 200 }),
    )
    await expect(readTable(fileOf('a.xlsx', workbook(`<row r="2">${textCell('XFD2', 'x')}</row>`)))).rejects.toThrow(
      refusal('too_large', 'file.too_many_columns'),
    )
  })
})
