// What is read in the text of an annex, and the law that nothing of it is dropped.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeAnnex, readAnnexText } from '../../../db/model/scope/read-annex'
import type { AnnexReading, ReadRow } from '../../../db/model/scope/reading'
import { CALIBRATION, COLUMNS, EXCEL, EXCEL_HEADINGS, HEAD, PDF, PDF_ROWS, SAMPLING } from './annexTexts'

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

/** One line or a block, and the rows read in it: product | test | range | method | CMC. */
const cases: [name: string, text: string, rows: string[]][] = [
  [
    'a block as Excel gives it, product over several rows',
    EXCEL,
    [
      'Nước sạch | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ',
      'Nước sạch | Xác định độ đục | (0,01~3,0) NTU | TCVN 12402-1:2020\nSMEWW 2130B:2023 | ',
      'Xăng không chì | Xác định hàm lượng chì | 2,5 mg/L | ASTM D3237-17 | ',
      'Xăng không chì | Xác định hàm lượng chì |  | ASTM D5059-21 | ',
    ],
  ],
  [
    'lines from a PDF, whole',
    PDF,
    [
      'Nước sạch | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ',
      'Nước sạch | Xác định hàm lượng Clorua. Phương pháp chuẩn độ | 5,0 mg/L | TCVN 6194:1996 | ',
      'Thủy sản | Phát hiện Salmonella spp. | eLOD50: 2 CFU/25 g | TCVN 10780-1:2017\n(ISO 6579-1:2017) | ',
    ],
  ],
  [
    'calibrations with CMC',
    CALIBRATION,
    [
      'Cân phân tích |  | (0 ~ 220) g | QTHC 01:2022 | 0,3 mg',
      'Nhiệt kế thủy tinh |  | (-30 ~ 200) °C | ĐLVN 137:2004 | 0,12 °C',
    ],
  ],
  ['sampling', SAMPLING, ['Nước thải |  |  | TCVN 6663-10:2011 | ', 'Phân bón |  |  | TCVN 9486:2018 | ']],
  [
    'four columns without headings',
    'Nước\tXác định pH\t2 ~ 12\tTCVN 6492:2011\nNước\tXác định Fe\t0,1 mg/L\tSMEWW 3111B:2023',
    ['Nước | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | SMEWW 3111B:2023 | '],
  ],
  [
    'numbers before four columns without headings',
    '1\tNước\tXác định pH\t2 ~ 12\tTCVN 6492:2011\n2\t\tXác định Fe\t0,1 mg/L\tSMEWW 3111B:2023',
    ['Nước | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | SMEWW 3111B:2023 | '],
  ],
  [
    'three columns: test, range, method',
    'Xác định pH\t2 ~ 12\tTCVN 6492:2011\nXác định Fe\t0,1 mg/L\tTCVN 6177:1996',
    [' | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', ' | Xác định Fe | 0,1 mg/L | TCVN 6177:1996 | '],
  ],
  [
    'two columns: test, method',
    'Xác định pH\tTCVN 6492:2011\nXác định Fe\tTCVN 6177:1996',
    [' | Xác định pH |  | TCVN 6492:2011 | ', ' | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'English halves on rows of their own',
    `${EXCEL_HEADINGS}\n1\tXi măng\tXác định độ mịn\t0,1 %\tTCVN 13605:2023\n\tCement\tDetermination of fineness\t\t`,
    ['Xi măng | Xác định độ mịn | 0,1 % | TCVN 13605:2023 | '],
  ],
  [
    'a product on a row of its own',
    `${EXCEL_HEADINGS}\n\tBê tông\t\t\t\n1\t\tXác định độ sụt\t\tTCVN 3106:2022`,
    ['Bê tông | Xác định độ sụt |  | TCVN 3106:2022 | '],
  ],
  [
    'headings again on the second page',
    `${EXCEL_HEADINGS}\n1\tNước\tXác định pH\t\tTCVN 6492:2011\n${EXCEL_HEADINGS}\n2\t\tXác định Fe\t\tTCVN 6177:1996`,
    ['Nước | Xác định pH |  | TCVN 6492:2011 | ', 'Nước | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'a range on a row of its own joins the row above',
    `${EXCEL_HEADINGS}\n1\tThép\tThử kéo\tđến 600 kN\tTCVN 197-1:2014\n\t\t\tđến 1000 kN\t`,
    ['Thép | Thử kéo | đến 600 kN\nđến 1000 kN | TCVN 197-1:2014 | '],
  ],
  [
    'a whole row on one line',
    '1. Xi măng Xác định độ mịn (0,01~3,0) % TCVN 13605:2023',
    ['Xi măng | Xác định độ mịn | (0,01~3,0) % | TCVN 13605:2023 | '],
  ],
  [
    'both languages on one line with a slash',
    '1. Xi măng/ Cement\nXác định độ mịn/ Determination of fineness\nTCVN 13605:2023',
    ['Xi măng | Xác định độ mịn |  | TCVN 13605:2023 | '],
  ],
  [
    'no numbers: words after a method begin a row',
    'Nước\nXác định pH\nTCVN 6492:2011\nXác định Fe\n0,1 mg/L\nTCVN 6177:1996',
    ['Nước | Xác định pH |  | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | TCVN 6177:1996 | '],
  ],
  [
    'several methods under one test',
    '1.\nNước\nXác định pH\nTCVN 6492:2011\nSMEWW 4500-H+ B:2023\n2.\nXác định Fe\nTCVN 6177:1996',
    ['Nước | Xác định pH |  | TCVN 6492:2011\nSMEWW 4500-H+ B:2023 | ', 'Nước | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'in-house and foreign methods',
    '1.\nSợi\nThử độ bền\n6,0 N/m\nTCCS 01:2023 / CĐ-VT\n2.\nXác định độ nhớt\nASTM D7153-15e1\n3.\nĐo điện trở\nTCVN/QS 934:2014',
    [
      'Sợi | Thử độ bền | 6,0 N/m | TCCS 01:2023 / CĐ-VT | ',
      'Sợi | Xác định độ nhớt |  | ASTM D7153-15e1 | ',
      'Sợi | Đo điện trở |  | TCVN/QS 934:2014 | ',
    ],
  ],
  [
    'a range with brackets and degrees',
    '1.\nDầu\nXác định điểm đông\n(-80 ~ 20)oC\nTCVN 3753:2021',
    ['Dầu | Xác định điểm đông | (-80 ~ 20)oC | TCVN 3753:2021 | '],
  ],
  [
    'a range that begins like the number of a row',
    '1.\nNước\nXác định Fe\n5 mg/L\nTCVN 6177:1996\n2.\nXác định Mn\n2 mg/L\nTCVN 6002:1995',
    ['Nước | Xác định Fe | 5 mg/L | TCVN 6177:1996 | ', 'Nước | Xác định Mn | 2 mg/L | TCVN 6002:1995 | '],
  ],
  [
    'a page foot inside a row',
    '1.\nNước\nXác định pH\nAFL 01/12 Lần ban hành: 3.00 Soát xét/ngày: Trang: 1/2\nTCVN 6492:2011',
    ['Nước | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  ['English only', '1.\nWater\nDetermination of pH\n2 ~ 12\nISO 10523:2008', [' |  | 2 ~ 12 | ISO 10523:2008 | ']],
  [
    'names of substances that are no English',
    '1.\nThực phẩm\nĐịnh lượng Coliform/E. coli\n10 CFU/g\nTCVN 6848:2007',
    ['Thực phẩm | Định lượng Coliform/E. coli | 10 CFU/g | TCVN 6848:2007 | '],
  ],
  [
    'Windows line ends and no-break spaces',
    '1.\r\nNước\u00a0sạch\r\nXác định\u00a0pH\r\nTCVN\u00a06492:2011\r\n',
    ['Nước sạch | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  [
    'decomposed letters',
    '1.\nNước\nXác định pH\nTCVN 6492:2011'.normalize('NFD'),
    ['Nước | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  ['a head and no table', HEAD, []],
  ['prose', 'Phòng thử nghiệm được thành lập năm 2001.\nHiện có 12 cán bộ.', []],
  ['nothing', '', []],
  [
    'quotes that are letters',
    'Ống "D10" loại A\tXác định độ bền\t\tTCVN 1:2020\n"Ống\tThử kéo\t\tTCVN 2:2020',
    ['Ống "D10" loại A | Xác định độ bền |  | TCVN 1:2020 | ', '"Ống | Thử kéo |  | TCVN 2:2020 | '],
  ],
]

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
      fc.property(fc.array(cell, { maxLength: 24 }), (lines) => void expect(dropped(lines.join('\n'))).toEqual([])),
      { numRuns: runs },
    )
  })
  it('of any table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 10 }),
        (rows) => void expect(dropped(rows.map((cells) => cells.join('\t')).join('\n'))).toEqual([]),
      ),
      { numRuns: runs },
    )
  })
})
