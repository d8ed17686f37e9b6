// The preview of a list of 100,000 rows with every check, beside the bare read of the same file, by turns in one process: a workbook and a CSV,
// against a register that knows some of the laboratories.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { streamXlsxRows } from 'hucre/xlsx'
import Papa from 'papaparse'
import { v7 as uuidv7 } from 'uuid'
import type { Cell } from '../../db/exchange/cells'
import { csvLines } from '../../db/exchange/csv'
import { applyImport } from '../../db/exchange/import/apply'
import { planTable } from '../../db/exchange/import/plan'
import { readTable } from '../../db/exchange/read-table'
import { writeFileWhole } from '../../db/exchange/write-file'
import { xlsxChunks } from '../../db/exchange/writing/xlsx'
import { unwatched } from '../../db/jobs/job'
import { loadReference } from '../../db/registers/reference'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { writeSet } from '../../db/store/write'
import { compare, timed, type Measure } from './support/measure'
import { besideOther, libreOffice, python } from './support/others'

const DAY = '2026-11-23'
const NOW = `${DAY}T03:42:00.000Z`
const KNOWN = 500
const SHEET = 'Danh sách'
const HEADINGS = [
  'Tên phòng',
  'Cơ quan chủ quản',
  'Địa chỉ',
  'Điện thoại',
  'Mã số',
  'Lĩnh vực',
  'Số quyết định',
  'Ngày hết hạn',
]

const OPENPYXL = `
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True): pass`

const rowOf = (at: number): Cell[] => [
  `Phòng thử nghiệm số ${at} (hư cấu)`,
  `Công ty Cổ phần ${at % 2_000} (hư cấu)`,
  `Số ${at % 300}, phường ${at % 90} (hư cấu)`,
  `0203 3${String(at).padStart(6, '0')}`,
  `PTN ${1_000 + at}/QN`,
  at % 3 === 0 ? 'Hóa; Sinh' : 'Cơ',
  `${at}.2023/QĐ-VPCNCL`,
  at % 2 === 0 ? { day: '2026-11-25' } : '25/ 11 / 2026',
]

async function workbook(file: string, rows: Cell[][]): Promise<void> {
  const columns = HEADINGS.map((heading, at) => ({
    heading,
    kind: at === 7 ? ('date' as const) : ('text' as const),
    width: 20,
    hidden: false,
  }))
  const sheet = { name: SHEET, above: [], columns, lines: rows.map((cells) => ({ cells })) }
  await writeFileWhole(file, xlsxChunks({ sheets: [sheet], title: SHEET, creator: 'bench' }))
}

/** A register in memory that knows the first of the laboratories. */
async function register(first: string): Promise<WriteDb> {
  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  writeSet(db, { actor: 'an', now: NOW }, loadReference)
  await commit(db, first)
  return db
}

/** Writes what the preview of the file shows; gives the milliseconds of the writing alone. */
async function commit(db: WriteDb, file: string): Promise<number> {
  const plan = planTable(db, await readTable(file), DAY, unwatched)
  return timed(() =>
    writeSet(db, { actor: 'an', now: NOW, kind: 'import', batch: 'b' }, (tx) =>
      applyImport(tx, plan, { day: DAY, instant: NOW }),
    ),
  )
}

export const measure: Measure = async ({ scratch, smoke }) => {
  const count = smoke ? 2_000 : 100_000
  const rows = Array.from({ length: count }, (_, at) => rowOf(at))
  const [xlsx, csv, first] = ['a.xlsx', 'a.csv', 'first.csv'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ]
  await workbook(xlsx, rows)
  await writeFileWhole(csv, csvLines([HEADINGS, ...rows]))
  await writeFileWhole(first, csvLines([HEADINGS, ...rows.slice(0, KNOWN)]))
  const db = await register(first)
  const preview = async (file: string): Promise<void> => {
    const { counts } = planTable(db, await readTable(file), DAY, unwatched).preview
    if (counts.new !== count - KNOWN || counts.same !== KNOWN)
      throw new Error(`not the preview that was meant: ${JSON.stringify(counts)}`)
  }
  const about = { labs: null, rows: count, turns: smoke ? 1 : 3, warm: 1 }
  try {
    const previewed = await compare({
      ...about,
      name: 'import: preview of a workbook, every check',
      ours: () => preview(xlsx),
      against: 'bare read of its rows',
      reference: async () => {
        for await (const _ of streamXlsxRows(readFileSync(xlsx), { sheet: SHEET }));
      },
      limit: { ratio: 2.5 },
      floor:
        'the bare read forgets each row, a preview keeps all. The reading alone is 1.6 of the 3.1: each part of the zip is expanded once more, to see that it is whole, and every row kept with the texts of its cells. The checks take as long again, 20 µs a row, none of them more than a twentieth. Tried: texts, names on one line, codes, owners, links and kinds of decisions made once per row or distinct text, twins by name first, a hash over what was judged and not over the cells again, lists instead of sets, rows left out judged without objects per cell (no gain); what is left is look-ups of names and codes and collection of what rows hold',
    })
    const others = smoke
      ? []
      : [
          libreOffice(join(scratch, 'office'), 'csv', join(scratch, 'other'), xlsx),
          python('Python’s openpyxl reads its cells', OPENPYXL, xlsx),
        ]
    return [
      previewed,
      ...others.flatMap((other) => besideOther(previewed, other)),
      // a CSV has next to no format, so that the checks themselves are what takes time: told, not judged
      await compare({
        ...about,
        name: 'import: preview of a CSV, every check',
        ours: () => preview(csv),
        against: 'bare read of its rows',
        reference: () => Papa.parse<string[]>(readFileSync(csv, 'utf8'), { delimiter: ';' }).data.length,
      }),
      // apart from its preview: laboratories, owners, sites, accreditations, decisions, their log, statuses and search words
      await compare({
        ...about,
        turns: 1, // each makes a register of its own, and takes minutes
        warm: 0,
        name: 'import: writing what was previewed',
        ours: async () => {
          const fresh = await register(first)
          try {
            return await commit(fresh, csv)
          } finally {
            fresh.close()
          }
        },
        by: async (work) => Number(await work()),
      }),
    ]
  } finally {
    db.close()
  }
}
