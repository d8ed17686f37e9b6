// The workbook we write: what a text, a day and a number come back as, and the dress of the sheet.
import fc from 'fast-check'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clean, textOf, type Cell } from '../../db/exchange/cells'
import type { SheetColumn } from '../../db/exchange/writing/book'
import { odsChunks } from '../../db/exchange/writing/ods'
import { xlsxChunks } from '../../db/exchange/writing/xlsx'
import { readWhole, sheetNames, sheetRows } from '../../db/exchange/spreadsheet'
import { contentOf, isWhole, zipParts, type ZipPart } from '../../db/exchange/zip-parts'

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
interface Wish {
  name?: string
  above?: string[]
  format?: 'xlsx' | 'ods'
}
async function write(rows: Cell[][], { name = 'Danh sách', above = [], format = 'xlsx' }: Wish = {}) {
  const sheet = { name, above, columns, lines: rows.map((cells) => ({ cells })) }
  const book = { sheets: [sheet], title: 'T', creator: 'Sổ' }
  const pieces: Uint8Array[] = []
  for await (const piece of format === 'ods' ? odsChunks(book) : xlsxChunks(book)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

async function read(bytes: Uint8Array): Promise<Cell[][]> {
  const rows: Cell[][] = []
  for await (const row of sheetRows(bytes, (await sheetNames(bytes))[0]!.name)) rows[row.number - 2] = row.cells
  return rows
}

/** Where a part's packed bytes stand. */
function span(bytes: Uint8Array, { offset, packed }: ZipPart): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return [from, from + packed]
}

async function part(name: string, rows: Cell[][] = [], wish: Wish = {}): Promise<string> {
  const bytes = await write(rows, wish)
  const found = zipParts(bytes)!.find((each) => each.name === name)!
  const packed = bytes.subarray(...span(bytes, found))
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

describe('law: in OpenDocument too', () => {
  it('a text is read back as the same text, a day as a day', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('đ', 'Ơ', ' ', '  ', '\n', '\t', '=', '<', '&', '0', "'", '"', '😀') })
      .map(clean)
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map((each): Cell[] => [each, each, { day: '2026-11-25' }, 0.5, null])
        const [sheet] = await readWhole(await write(rows, { format: 'ods' }), 'ods', 100)
        const back = sheet!.rows.slice(1).map(({ cells }) => cells)
        expect(back.map((row) => textOf(row[0] ?? null))).toEqual(texts.map((each) => textOf(each)))
        expect(back.every((row) => JSON.stringify(row.slice(2, 4)) === '[{"day":"2026-11-25"},0.5]')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the zip', () => {
  it('is whole in every part however long, each block looking back into the one before', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at): Cell[] => [
      `Phòng thử nghiệm số ${at} (hư cấu)`,
      '016',
      null,
      at,
      null,
    ])
    const bytes = await write(rows)
    const parts = zipParts(bytes)!
    expect(parts.filter((each) => !isWhole(bytes, each))).toEqual([])
    const sheet = parts.find(({ name }) => name.endsWith('sheet1.xml'))!
    expect(sheet.expanded).toBeGreaterThan(5 * 2 ** 20)
    const xml = inflateRawSync(bytes.subarray(...span(bytes, sheet)))
    // as small as if deflated at once, but for the seams
    expect(sheet.packed).toBeLessThan(deflateRawSync(xml, { level: 6, memLevel: 9 }).length * 1.01)
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
  it('counts its pages in the foot of each, on A4 that lies', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).toContain('&amp;C&amp;P/&amp;N</oddFooter>')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape"')
  })
  it('with lines above keeps them over the frozen header, which alone is filtered and repeated', async () => {
    const row: Cell[] = ['a', 'b', { day: '2026-11-25' }, 1, 'x']
    const wish = { above: ['Danh sách', 'Tại ngày 23/11/2026'] }
    const xml = await part('xl/worksheets/sheet1.xml', [row], wish)
    expect(xml).toMatch(/<pane ySplit="4" topLeftCell="A5"/)
    expect(xml).toContain('<autoFilter ref="A4:E5"/>')
    expect(await part('xl/workbook.xml', [row], wish)).toContain('!$4:$4<')
    const ods = await write([row], { ...wish, format: 'ods' })
    const text = (name: string): string =>
      Buffer.from(
        contentOf(
          ods,
          zipParts(ods)!.find((each) => each.name === name)!,
        )!,
      ).toString('utf8')
    expect(text('content.xml')).toContain('.A4:')
    expect(text('content.xml')).toMatch(/<table:table-header-rows>.*text<.*<\/table:table-header-rows>/)
    expect(text('content.xml')).toContain('table:display-filter-buttons="true"')
    expect(text('settings.xml')).toMatch(/VerticalSplitPosition" config:type="int">4</)
    expect(text('styles.xml')).toMatch(
      /fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"/,
    )
    expect(text('styles.xml')).toContain('<text:page-number>')
  })
  it('gives a long text the lines it needs, and folds a group by hiding its rows alone', async () => {
    const sheet = {
      name: 'S',
      above: [],
      columns: [column('text', { width: 20 })],
      lines: [
        { heading: '▾ A (1)' },
        { cells: ['ngắn'], under: 'open' as const },
        { heading: '▾ B (1)' },
        { cells: [`${'dài '.repeat(20)}\nhai`], under: 'closed' as const },
      ],
    }
    const pieces: Uint8Array[] = []
    for await (const piece of xlsxChunks({ sheets: [sheet], title: 'T', creator: 'S' })) pieces.push(piece)
    const bytes = new Uint8Array(Buffer.concat(pieces))
    const found = zipParts(bytes)!.find(({ name }) => name.endsWith('sheet1.xml'))!
    const xml = Buffer.from(contentOf(bytes, found)!).toString('utf8')
    expect(xml.match(/<row [^>]*>/g)).toEqual([
      '<row r="1" ht="18">',
      '<row r="2">',
      '<row r="3" outlineLevel="1">',
      '<row r="4">',
      '<row r="5" ht="90" outlineLevel="1" hidden="1">',
    ])
  })
  it('needs no rows', async () => expect(await read(await write([]))).toHaveLength(0))
})
