// What is read in the text of an annex, and the law that nothing of it is dropped.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeAnnex, readAnnexText } from '../../../db/model/scope/read-annex'
import type { AnnexReading, ReadRow } from '../../../db/model/scope/reading'
import { CALIBRATION, cases, COLUMNS, EXCEL, EXCEL_HEADINGS, PDF, PDF_ROWS, SAMPLING } from './annexTexts'

const short = (row: ReadRow) =>
  [row.matrixVi ?? row.quantity, row.testVi, row.range, row.method, row.cmc].map((part) => part ?? '').join(' | ')
const rowsOf = (text: string) => readAnnexText(text).rows.map(short)
const unread = ({ left }: AnnexReading) => left.filter(({ kind }) => kind === 'unread').map(({ text }) => text)
const facts = (text: string, kind: string) =>
  readAnnexText(text)
    .facts.filter((fact) => fact.kind === kind)
    .map(({ value }) => value)

/** Words and numbers of a text with how often each stands in it. */
function tokens(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const [token] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    found.set(token, (found.get(token) ?? 0) + 1)
  return found
}

const above = { matrix: ['matrixVi', 'matrixEn'], test: ['testVi', 'testEn', 'quantity'] }

/** Everything that a reading shows, without the cells that a row takes over from the one above. */
const shown = ({ rows, facts: head, left }: AnnexReading): string =>
  [
    ...rows.flatMap(({ inherited, doubts: _doubts, inclusion: _inclusion, field: _field, ...cells }) =>
      Object.entries(cells).map(([name, text]) => (inherited.some((part) => above[part].includes(name)) ? '' : text)),
    ),
    ...head.map(({ text }) => text),
    ...left.map(({ text }) => text),
  ].join(' ')

function dropped(text: string): string[] {
  const out = tokens(shown(readAnnexText(text)))
  return [...tokens(text)].filter(([token, count]) => (out.get(token) ?? 0) < count).map(([token]) => token)
}

describe('the text of an annex', () => {
  it.each(cases)('%s', (_name, text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it.each(cases)('drops nothing of: %s', (_name, text) => {
    expect(dropped(text)).toEqual([])
  })

  it('keeps both languages apart', () => {
    expect(readAnnexText(PDF).rows[1]).toMatchObject({
      number: '2.',
      matrixEn: 'Domestic water',
      testEn: 'Determination of Chloride content. Titration method',
      field: 'Hóa',
      inherited: ['matrix'],
      doubts: [],
    })
    expect(readAnnexText(EXCEL).rows[2]).toMatchObject({ matrixEn: 'Unleaded gasoline' })
  })

  it('recognises the head: code, validity, decision, signatories, form and issue', () => {
    expect(readAnnexText(PDF)).toMatchObject({ form: 'AFL 01/12', issue: '4.24', layout: 'lines' })
    expect(facts(PDF, 'code')).toEqual(['VILAS 9187'])
    expect(facts(PDF, 'validity')).toEqual(['từ ngày /11/2023 đến ngày 25/11/2026'])
    expect(facts(PDF, 'signatory')).toContain('1. Nguyễn Văn Mẫu Các phép thử được công nhận/ Accredited tests')
    expect(facts(PDF, 'decision')[0]).toBe('/QĐ-VPCNCL ngày tháng 11 năm 2023')
    expect(readAnnexText(CALIBRATION)).toMatchObject({ form: 'AFL 01/13', issue: '3.00' })
    expect(readAnnexText(SAMPLING).form).toBe('AFL 01/15')
  })

  it('reads a head that lost its spaces', () => {
    expect(facts('Tênphòngthínghiệm: Phòng Mẫu\nSốhiệu/ Code: VILAS 9187', 'laboratory')).toEqual(['Phòng Mẫu'])
  })

  it('passes over headings and page feet but shows them', () => {
    const { left } = readAnnexText(PDF)
    expect(left.filter(({ kind }) => kind === 'columns').map(({ text }) => text)).toEqual(COLUMNS.split('\n'))
    expect(left.filter(({ kind }) => kind === 'furniture')).toHaveLength(1)
  })

  it('leaves what fits no row for placing by hand', () => {
    const text = `${COLUMNS}\n1.\nNước\nXác định pH\nTCVN 6492:2011\nmột dòng lạc\n`
    expect(unread(readAnnexText(text))).toEqual(['một dòng lạc'])
    const table = `${EXCEL_HEADINGS}\n1\tNước\tXác định pH\t\tTCVN 6492:2011\tthừa`
    expect(unread(readAnnexText(table))).toEqual(['thừa'])
  })

  it('says what a row lacks', () => {
    expect(
      readAnnexText('1.\nXác định pH\n2.\nNước\nXác định Fe\nTCVN 6177:1996').rows.map(({ doubts }) => doubts),
    ).toEqual([['no_method', 'no_matrix'], []])
    expect(readAnnexText('Xác định pH\tTCVN 6492:2011').rows[0]!.doubts).toEqual(['no_matrix', 'guessed'])
  })

  it('takes lines under “phạm vi linh hoạt” as flexible and those not accredited as excluded, until the next table', () => {
    const text = `${EXCEL_HEADINGS}\n1\tNước\tXác định pH\t\tTCVN 1:2020\nPhạm vi linh hoạt\n2\tSữa\tXác định béo\t\tTCVN 2:2020\nKhông được công nhận:\n3\tThịt\tXác định đạm\t\tTCVN 3:2020\nLĩnh vực thử nghiệm: Sinh\n4\tCá\tPhát hiện Salmonella\t\tTCVN 4:2020`
    expect(readAnnexText(text).rows.map(({ inclusion, field }) => [inclusion, field])).toEqual([
      ['included', null],
      ['flexible', null],
      ['excluded', null],
      ['included', 'Sinh'],
    ])
  })

  it('knows an annex from a plain block of cells', () => {
    expect([PDF, EXCEL, CALIBRATION, PDF_ROWS].map(looksLikeAnnex)).toEqual([true, true, true, true])
    expect(
      ['Nước\tXác định pH\t2 ~ 12\tTCVN 6492:2011\n\tXác định Fe\t\tTCVN 6177:1996', 'pH', 'a\nb\nc\nd'].map(
        looksLikeAnnex,
      ),
    ).toEqual([false, false, false])
  })
})

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '1.',
    '2',
    'Nước sạch',
    'Domestic water',
    'Xác định pH',
    'Determination of pH',
    '2 ~ 12',
    '5 mg/L',
    'TCVN 6492:2011',
    'ASTM D3237-17',
    'TT',
    'Phương pháp thử',
    'Tên phép thử cụ thể',
    'Số hiệu/ Code: VILAS 9',
    'Ghi chú:',
    'Trang: 1/2',
    'Phạm vi linh hoạt',
    'Nước/ Water',
    'a"b',
    '(ISO 1:2000)',
    'Nước Xác định Fe 0,1 mg/L TCVN 6177:1996',
  ),
  fc.string({ maxLength: 12 }),
)
const runs = process.env['SCN_LONG'] === '1' ? 20_000 : 600

describe('law: nothing of the text is dropped', () => {
  it('of lines in any order', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 24 }), (lines) => dropped(lines.join('\n')).length === 0),
      { numRuns: runs },
    )
  })
  it('of any table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 10 }),
        (rows) => dropped(rows.map((cells) => cells.join('\t')).join('\n')).length === 0,
      ),
      { numRuns: runs },
    )
  })
})
