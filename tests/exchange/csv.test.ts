// CSV for Vietnamese Excel, and reading what others write.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, textOf, type Cell } from '../../db/exchange/cells'
import { csvLines, csvRows } from '../../db/exchange/csv'
import { headerScore } from '../../db/exchange/headings'

const write = (headings: string[], rows: Cell[][]) => Buffer.concat([...csvLines([headings, ...rows])]).toString('utf8')
const score = (rows: Cell[][]) => headerScore(rows, 'registry')
const read = (text: string) => csvRows(text, score, 1_000).rows.map((row) => row.cells)

describe('writing', () => {
  it('begins with a BOM, parts with semicolons, ends lines with CRLF', () => {
    expect(
      write(
        ['Tên phòng', 'Mã số'],
        [
          ['Đo lường', '016'],
          [null, 'a;b'],
        ],
      ),
    ).toBe('\uFEFFTên phòng;Mã số\r\nĐo lường;016\r\n;"a;b"\r\n')
  })
  it.each(['=1+1', '+84 203', '-1', '@SUM(A1)', '\tx', "'=x"])('takes the danger out of %j', (text) => {
    const line = write(['A'], [[text]]).split('\r\n')[1]!
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
  })
  it('leaves numbers and days alone, a decimal number with the comma of Vietnamese Excel', () =>
    expect(write(['A'], [[-3, { day: '2026-11-25' }, 0.05]])).toContain('\r\n-3;25/11/2026;0,05\r\n'))
})

describe('law: what is written is read back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', ';', '"', '\n', 'đ', ' ') }),
  )
  it('for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const cells = rows.map((row) => row.map((each) => clean(each)))
        const back = read(write(['Tên phòng', 'Mã số'], cells)).slice(1)
        const wanted = cells.filter((row) => row.some((each) => each !== ''))
        expect(back.map((row) => row.map(textOf))).toEqual(wanted.map((row) => row.map((each) => textOf(each))))
      }),
    )
  })
})

describe('reading', () => {
  it.each([
    ['a semicolon', 'Tên phòng;Mã số\nA, B;VILAS 1\n'],
    ['a comma', 'Tên phòng,Mã số\n"A, B",VILAS 1\n'],
    ['a tab', 'Tên phòng\tMã số\r\nA, B\tVILAS 1\r\n'],
    ['what its sep= line says', 'sep=|\r\nTên phòng|Mã số\r\nA, B|VILAS 1\r\n'],
    ['a semicolon below a title full of commas', 'Danh sách, a, b, c, d\n\nTên phòng;Mã số\nA, B;VILAS 1'],
  ])('finds %s', (_, text) =>
    expect(read(text).slice(-2)).toEqual([
      ['Tên phòng', 'Mã số'],
      ['A, B', 'VILAS 1'],
    ]),
  )

  it('numbers rows as the spreadsheet program shows them, blank ones and the sep= line counted', () => {
    expect(csvRows('sep=;\nTên phòng;Mã số\n\nA;1', score, 10).rows.map((row) => row.number)).toEqual([2, 4])
  })
  it('keeps line breaks and quotation marks inside quotes', () =>
    expect(read('Tên phòng;Mã số\n"A\nB ""C""";1')[1]).toEqual(['A\nB "C"', '1']))
  it('refuses a quotation mark that is never closed, naming the row', () => {
    expect(() => read('Tên phòng;Mã số\nA;1\n"B;2\nC;3\n')).toThrow(
      expect.objectContaining({
        code: 'bad_file',
        fields: [{ field: 'file', rule: 'file.quotes', params: { row: 3 } }],
      }),
    )
  })
})
