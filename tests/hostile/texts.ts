// Text tables that are hostile, and files of every other kind under a table's name.
import type { Random } from '../../db/registers/sample/random'
import { zip } from '../fixtures/exchange/zip'
import { makePdf, makePng } from '../support/paper'
import { randomBytes, table, type Maker } from './hostile-file'

const HEAD = 'Tên phòng;Mã số;Ngày hết hạn\r\n'
const formulas = [
  '=1+1',
  "=cmd|'/C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  '=HYPERLINK("http://evil.invalid")',
  '％=1',
  '＝1+1',
]

const csvs: ((random: Random) => string | Buffer)[] = [
  (random) =>
    HEAD +
    random
      .shuffle(formulas)
      .map((each) => `"${each.replaceAll('"', '""')}";${each}`)
      .join('\r\n'),
  (random) => `${HEAD}"${'a;"'.repeat(random.int(1, 50_000))}`,
  (random) => HEAD + '"'.repeat(random.int(1_000, 500_000)),
  (random) => HEAD + 'x'.repeat(random.int(1, 20) * 2 ** 20),
  (random) => HEAD + ';'.repeat(random.int(150, 500_000)),
  (random) => HEAD + '\r'.repeat(random.int(1_000, 1_000_000)),
  (random) => `sep=${random.pick(['\0', '"', '\n', 'a', '', ';;', '\ud800'])}\r\n${HEAD}A;1`,
  (random) => `${'Tên phòng;'.repeat(random.int(2, 300))}\r\nA`,
  (random) => HEAD + 'A;VILAS 1;31/12/2026\r\n'.repeat(random.int(199_000, 201_000)),
  (random) =>
    Buffer.concat([Buffer.from(HEAD + 'A;'.repeat(3_000)), Buffer.alloc(random.int(1, 9_000)), Buffer.from('\r\nB;2')]),
  (random) =>
    Buffer.concat([
      Buffer.from(HEAD),
      Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80]),
      randomBytes(random, 50),
    ]),
  (random) =>
    Buffer.from(`\uFEFF${HEAD}Phòng ${random.pick(['\ud800', '\udc00\ud800', '\u0000', '\uffff'])} mẫu;1`, 'utf16le'),
  (random) => Buffer.from(`\uFEFF${HEAD}A;1`, 'utf16le').subarray(0, random.int(3, 40)),
  (random) => HEAD + `Phòng ${'e\u0323\u0302'.repeat(random.int(1, 200_000))};1`,
  (random) =>
    HEAD +
    `Phòng mẫu;${random.pick(['1e308', '-1e309', '9'.repeat(5_000), 'VILAS '.repeat(10_000), "'; DROP TABLE laboratory; --"])};${random.pick(['31/02/2026', '99/99/9999', '1/1/-1', '0000-00-00', '٣١/١٢/٢٠٢٦'])}`,
  (random) => HEAD + `__proto__;constructor;${random.pick(['toString', 'hasOwnProperty'])}`,
  (random) => HEAD + `<img src=x onerror=alert(1)>;\u202e${random.int(1, 9)}gnp.exe;\u0007`,
]

const others: [name: string, bytes: (random: Random) => Uint8Array | string][] = [
  ['quyết định.xlsx', () => makePdf({ pages: ['Quyet dinh'] })],
  ['ảnh.csv', () => makePng(20, 20)],
  [
    'chương trình.xlsx',
    (random) => Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), randomBytes(random, 900)]),
  ],
  [
    'chương trình.csv',
    (random) => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), randomBytes(random, 900)]),
  ],
  [
    'trang.xls',
    (random) =>
      `${random.pick(['', '\uFEFF', '   \n', '<!-- x -->'])}<html><script>alert(1)</script><table><tr><td>Tên phòng</td></tr></table></html>`,
  ],
  ['thư.xls', () => 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nTên phòng'],
  ['bảng.xls', () => '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
  ['ảnh vẽ.csv', () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  [
    'văn bản.xlsx',
    () =>
      zip([
        { name: 'word/document.xml', content: '<w:document/>' },
        { name: '[Content_Types].xml', content: '<Types/>' },
      ]),
  ],
  ['gói.xlsx', () => zip([{ name: 'so.scn', content: 'SQLite format 3\0' }])],
  [
    'gói.ods',
    () =>
      zip([
        { name: 'META-INF/MANIFEST.MF', content: 'Main-Class: Evil' },
        { name: 'Evil.class', content: '\xca\xfe\xba\xbe' },
      ]),
  ],
  ['sổ.csv', () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_000)])],
  ['nén.xlsx', (random) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), randomBytes(random, 400)])],
  ['nén.csv', (random) => Buffer.concat([Buffer.from("7z\xbc\xaf'\x1c", 'latin1'), randomBytes(random, 400)])],
  ['lối tắt.csv', () => '[InternetShortcut]\r\nURL=file:///C:/Windows/System32/calc.exe\r\n'],
  ['lệnh.csv', () => '#!/bin/sh\nrm -rf ~\n'],
  ['rỗng.xlsx', () => ''],
  ['mộtbyte.ods', () => 'P'],
  ['dòng.csv', () => '\n'],
  ['nhị phân.xlsx', (random) => randomBytes(random, random.int(1, 5_000))],
]

export const texts: Record<string, Maker> = {
  'hostile CSV': (random) => {
    const at = random.int(0, csvs.length - 1)
    return table('dữ liệu.csv', csvs[at]!(random) as Buffer)
  },
  'another kind under a table’s name': (random) => {
    const [name, bytes] = random.pick(others)
    return table(name, bytes(random), REFUSED)
  },
}

/** None of them is a table; each answer says what is wrong. */
const REFUSED = [
  'file.not_a_sheet',
  'file.html',
  'file.empty',
  'file.broken',
  'file.no_header',
  'file.not_utf8',
  'file.tcvn3',
  'file.vni',
  'file.windows1258',
  'file.utf16',
  'file.xls',
  'file.quotes',
]
