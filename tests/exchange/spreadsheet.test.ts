// The workbook we write: what a text, a day and a number come back as, and the dress of the sheet.
import fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clean, textOf, type Cell } from '../../db/exchange/cells'
import { sheetNames, sheetRows, writeWorkbook, type SheetColumn } from '../../db/exchange/spreadsheet'
import { zipParts } from '../../db/exchange/zip-parts'

const column = (kind: SheetColumn['kind'], change: Partial<SheetColumn> = {}): SheetColumn => ({
  heading: kind,
  kind,
  width: 12,
  hidden: false,
  ...change,
})
const columns = [
  column('text'),
  column('code'),
  column('date'),
  column('number'),
  column('code', { heading: 'id', hidden: true }),
]
const write = (rows: Cell[][], name = 'Danh sách') => writeWorkbook({ name, columns, rows, creator: 'Sổ' })

async function read(bytes: Uint8Array): Promise<Cell[][]> {
  const rows: Cell[][] = []
  for await (const row of sheetRows(bytes, (await sheetNames(bytes))[0]!.name)) rows[row.number - 2] = row.cells
  return rows
}

async function part(name: string, rows: Cell[][] = []): Promise<string> {
  const bytes = await write(rows)
  const found = zipParts(bytes)!.find((each) => each.name === name)!
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const from = found.offset + 30 + view.getUint16(found.offset + 26, true) + view.getUint16(found.offset + 28, true)
  const packed = bytes.subarray(from, from + found.packed)
  return (found.method === 8 ? inflateRawSync(packed) : Buffer.from(packed)).toString('utf8')
}

describe('law: a text is read back as the same text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '016',
      '=1+1',
      '_x0041_',
      '_x005F_x0041_',
      'a\nb\tc',
      '<&>"\'',
      '1E5',
      'TRUE',
      '#N/A',
      '25/11/2026',
      'Đo lường – Hiệu chuẩn',
      '😀',
    ),
  )
  it('whatever it looks like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text.map(clean), { minLength: 1, maxLength: 5 }), async (texts) => {
        const back = await read(await write(texts.map((each) => [each, each, null, 1, 'x'])))
        expect(back.map((row) => [textOf(row[0]!), textOf(row[1]!)])).toEqual(
          texts.map((each) => [textOf(each), textOf(each)]),
        )
        expect(back.every((row) => row[0] === null || row[0] === '' || typeof row[0] === 'string')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a cell', () => {
  it('with a day is a real date in either half of the century, one with a number a number', async () => {
    const days = ['1900-03-01', '1999-12-31', '2024-02-29', '2026-11-25', '2999-12-31']
    const back = await read(await write(days.map((day, at) => ['x', null, { day }, at - 2, null])))
    expect(back.map((row) => [row[2], row[3]])).toEqual(days.map((day, at) => [{ day }, at - 2]))
  })
  it('of text has the text format, of a day dd/mm/yyyy', async () => {
    const styles = await part('xl/styles.xml', [['a', '016', { day: '2026-11-25' }, 1, 'x']])
    expect(styles).toContain('formatCode="dd/mm/yyyy"')
    expect(styles).toMatch(/formatCode="@"|numFmtId="49"/)
  })
})

describe('the sheet', () => {
  it('freezes its header, filters all columns, hides the record id, prints A4 landscape one page wide', async () => {
    const xml = await part('xl/worksheets/sheet1.xml', [['a', 'b', { day: '2026-11-25' }, 1, 'x']])
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(xml).toContain('<autoFilter ref="A1:E2"/>')
    expect(xml).toMatch(/<col min="5" max="5"[^>]*hidden="(1|true)"/)
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/)
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/)
    expect(xml).toMatch(/fitToPage="(1|true)"/)
    expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/)
  })
  it('repeats its header on every page, its name quoted as Excel demands', async () => {
    const xml = await part('xl/workbook.xml')
    expect(xml).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">(&apos;|')Danh sách(&apos;|')!\$1:\$1<\/definedName>/,
    )
    expect(xml.match(/Print_Titles/g)).toHaveLength(1)
  })
  it('needs no rows', async () => expect(await read(await write([]))).toHaveLength(0))
})
