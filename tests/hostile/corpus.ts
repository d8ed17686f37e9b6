// The corpus: so many files of every kind, the same for the same seed.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { seededRandom, type Random } from '../../db/registers/sample/random'
import { sheetXml, textCell, workbookParts, zip } from '../fixtures/exchange/zip'
import { makePdf, makePng } from '../support/paper'
import { archives } from './archives'
import { paper, table, type HostileFile, type Maker } from './hostile-file'
import { mutated } from './mutate'
import { JPEG, papers, WEBP } from './papers'
import { texts } from './texts'
import { odsParts, workbooks } from './workbooks'

const ROWS = ['Phòng thử nghiệm Mẫu (hư cấu)', 'Phòng Đo lường Mẫu (hư cấu)']
const xlsxParts = workbookParts(
  sheetXml(
    `<row r="1">${textCell('A1', 'Tên phòng')}${textCell('B1', 'Mã số')}</row>${ROWS.map((name, at) => `<row r="${at + 2}">${textCell(`A${at + 2}`, name)}${textCell(`B${at + 2}`, `VILAS ${9_001 + at}`)}</row>`).join('')}`,
  ),
)
const odsWhole = odsParts(ROWS)
const xls = readFileSync(resolve(import.meta.dirname, '../fixtures/exchange/good.xls'))
const csv = `\uFEFFTên phòng;Mã số\r\n${ROWS.map((name, at) => `"${name}";VILAS ${9_001 + at}`).join('\r\n')}\r\n`
const docx = zip([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: '<w:document><w:body><w:p/></w:body></w:document>' },
])

type Part = (typeof xlsxParts)[number]

/** Half of them are damaged as a whole, half in one part and zipped again, so that the checksums are right and the reader gets to see it. */
function damagedArchive(parts: readonly Part[], random: Random): Buffer {
  if (random.chance(0.5)) return mutated(zip(parts), random)
  const hurt = random.int(0, parts.length - 1)
  return zip(
    parts.map((part, at) => (at === hurt ? { ...part, content: mutated(Buffer.from(part.content), random) } : part)),
  )
}

const damaged: Record<string, Maker> = {
  'damaged xlsx': (random) => table('hỏng.xlsx', damagedArchive(xlsxParts, random)),
  'damaged ods': (random) => table('hỏng.ods', damagedArchive(odsWhole, random)),
  'damaged xls': (random) => table('hỏng.xls', mutated(xls, random)),
  'damaged csv': (random) => table('hỏng.csv', mutated(Buffer.from(csv), random)),
  'damaged docx': (random) => table('hỏng.docx', mutated(docx, random)),
  'damaged png': (random) => paper('hỏng.png', mutated(makePng(60, 40), random)),
  'damaged jpg': (random) => paper('hỏng.jpg', mutated(JPEG, random)),
  'damaged webp': (random) => paper('hỏng.webp', mutated(WEBP, random)),
  'damaged pdf': (random) => paper('hỏng.pdf', mutated(makePdf({ pages: ['Trang mot', 'Trang hai'] }), random)),
}

const makers: Record<string, Maker> = { ...archives, ...workbooks, ...texts, ...papers, ...damaged }

export function* corpus(each: number, seed: number, around: Parameters<Maker>[1]): Generator<HostileFile> {
  for (const [index, [kind, make]] of Object.entries(makers).entries()) {
    const random = seededRandom(seed + index)
    for (let at = 0; at < each; at += 1) yield { kind, ...make(random, around) }
  }
}
