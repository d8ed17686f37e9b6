// A preview of 100,000 rows with every check, beside the bare read of the same file in the same run: xlsx and CSV, against a register of some
// laboratories. `npm run bench -- import`; the table goes to stdout. Exit code 1: a preview takes more than 2.5 times its bare read.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { streamXlsxRows } from 'hucre/xlsx'
import Papa from 'papaparse'
import { v7 as uuidv7 } from 'uuid'
import type { Cell } from '../../db/exchange/cells'
import { csvChunks } from '../../db/exchange/csv'
import { applyImport } from '../../db/exchange/import/apply'
import { planTable } from '../../db/exchange/import/plan'
import { readTable } from '../../db/exchange/read-table'
import { writeWorkbook } from '../../db/exchange/spreadsheet'
import { unwatched } from '../../db/jobs/job'
import { loadReference } from '../../db/registers/reference'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { writeSet } from '../../db/store/write'

const ROWS = Number(process.argv[2] ?? 100_000)
const MOST = 2.5
const ROUNDS = Number(process.argv[3] ?? 5)
const DAY = '2026-11-23'
const NOW = `${DAY}T03:42:00.000Z`
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

/** ms of the processor: what the wall clock would say on an idle machine */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const used = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(used)
  return (user + system) / 1_000
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

async function run(): Promise<void> {
  const folder = resolve('import')
  mkdirSync(folder, { recursive: true })
  const rows = Array.from({ length: ROWS }, (_, at) => rowOf(at))
  const xlsx = resolve(folder, 'a.xlsx')
  const csv = resolve(folder, 'a.csv')
  writeFileSync(
    xlsx,
    await writeWorkbook({
      name: 'Danh sách',
      columns: HEADINGS.map((heading, at) => ({
        heading,
        kind: at === 7 ? ('date' as const) : ('text' as const),
        width: 20,
        hidden: false,
      })),
      rows,
      creator: 'bench',
    }),
  )
  writeFileSync(csv, Buffer.concat([...csvChunks(HEADINGS, rows)]))

  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  writeSet(db, { actor: 'an', now: NOW }, loadReference)
  // the first of them are in the register already
  const first = resolve(folder, 'first.csv')
  writeFileSync(first, Buffer.concat([...csvChunks(HEADINGS, rows.slice(0, 500))]))
  const known = await readTable(first)
  writeSet(db, { actor: 'an', now: NOW, kind: 'import', batch: 'b' }, (tx) =>
    applyImport(tx, planTable(db, known, DAY, unwatched), { day: DAY, instant: NOW }),
  )

  const bare = {
    xlsx: async () => {
      let cells = 0
      for await (const row of streamXlsxRows(readFileSync(xlsx), { sheet: 'Danh sách' })) cells += row.values.length
      return cells
    },
    csv: () => Promise.resolve(Papa.parse<string[]>(readFileSync(csv, 'utf8'), { delimiter: ';' }).data.length),
  }
  const preview = async (file: string): Promise<number> => {
    const { counts } = planTable(db, await readTable(file), DAY, unwatched).preview
    if (counts.new + counts.same !== ROWS) throw new Error(`not the preview that was meant: ${JSON.stringify(counts)}`)
    return counts.new
  }

  console.log(`\n${ROWS} rows × ${HEADINGS.length}, ms of the processor, median of ${ROUNDS}\n`)
  console.log('| file | bare read | preview with every check | times |\n|---|---|---|---|')
  for (const [kind, file] of [
    ['xlsx', xlsx],
    ['csv', csv],
  ] as const) {
    await bare[kind]()
    await preview(file)
    const [read, shown]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      read.push(await cpu(bare[kind]))
      shown.push(await cpu(() => preview(file)))
    }
    const times = median(shown) / median(read)
    console.log(`| ${kind} | ${median(read).toFixed(0)} | ${median(shown).toFixed(0)} | ${times.toFixed(2)} |`)
    // a CSV has next to no format to read, so that the checks themselves are what takes time there: told, not judged
    if (kind === 'xlsx' && times > MOST) {
      console.error(`a preview takes ${times.toFixed(2)} times its bare read, more than ${MOST}`)
      process.exitCode = 1
    }
  }
  console.log(`\npeak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  db.close()
  rmSync(folder, { recursive: true, force: true })
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
