// The list of 100,000 laboratories, 16 columns, as a styled workbook: our whole export (reading, head, seal, manifest) beside the least that
// writing such a file can cost, in turns, each time in a process of its own. `npm run bench -- export`; the first run makes the register in
// out/bench/. Exit code 1: a budget is broken.
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { isDay, type Cell } from '../../db/exchange/cells'
import { exportRows, formRows } from '../../db/exchange/export-list'
import { listForm } from '../../db/exchange/form'
import { xlsxParts } from '../../db/exchange/writing/xlsx'
import { unwatched } from '../../db/jobs/job'
import { say } from '../../db/model/texts/say'
import { bareXlsx, type BareParts } from './support/bare-xlsx'
import { listRegister } from './support/list-register'

const DAY = '2026-11-23'
const LABS = 100_000
const TURNS = 5
const MOST_RATIO = 1.7
const MOST_MB = 350
/** all but those seldom looked at: 16 */
const LEFT_OUT = new Set(['index', 'website', 'daysLeft', 'id'])
const columns = listForm.filter(({ key }) => !LEFT_OUT.has(key))

export interface ExportMeasure {
  name: string
  /** median ms of a whole export */
  ours: number
  reference: number
  ratio: number
  p50: number
  p99: number
  /** MB at the highest */
  rss: number
}

const register = resolve('export-100k.scn')
const flat = resolve('export-100k.flat')
const target = resolve('export-100k.xlsx')

/** Measures `turns` exports and references, one after the other. */
export function measureExport(turns: number): ExportMeasure {
  listRegister(register, LABS)
  makeFlat()
  const once = (mode: string): { ms: number; rss: number } => {
    const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, mode], { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as { ms: number; rss: number }
  }
  const pairs = Array.from({ length: turns }, () => ({ reference: once('reference'), ours: once('ours') }))
  const times = pairs.map(({ ours }) => ours.ms).toSorted((a, b) => a - b)
  const references = pairs.map(({ reference }) => reference.ms).toSorted((a, b) => a - b)
  const at = (of: readonly number[], share: number): number => of[Math.ceil(of.length * share) - 1]!
  return {
    name: 'export of 100,000 × 16, xlsx',
    ours: at(times, 0.5),
    reference: at(references, 0.5),
    ratio: at(times, 0.5) / at(references, 0.5),
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    rss: Math.max(...pairs.map(({ ours }) => ours.rss)),
  }
}

const FIRST = Date.UTC(1899, 11, 30) / 86_400_000
const plain = (cell: Cell): string | number | null =>
  isDay(cell) ? Date.parse(cell.day) / 86_400_000 - FIRST : typeof cell === 'boolean' ? Number(cell) : cell

/** The very cells of the list, finished, in one table. */
function makeFlat(): void {
  if (existsSync(flat)) return
  rmSync(`${flat}.part`, { force: true })
  const from = new Database(register, { readonly: true })
  const to = new Database(`${flat}.part`)
  to.exec(`CREATE TABLE flat (${columns.map(({ key }) => `"${key}"`).join(', ')})`)
  const insert = to.prepare(`INSERT INTO flat VALUES (${columns.map(() => '?').join(', ')})`)
  to.transaction(() => {
    for (const row of formRows(from, { query: {}, day: DAY, language: 'vi' }, unwatched))
      insert.run(columns.map((column) => plain(column.read(row))))
  })()
  to.close()
  from.close()
  renameSync(`${flat}.part`, flat)
}

/** All that surrounds the rows, as our own writer makes it. */
function bareParts(): BareParts {
  const sheet = {
    name: 'Danh sách',
    above: [],
    columns: columns.map(({ key, kind, width }) => ({
      heading: say('vi', `exchange.columns.${key}`),
      kind,
      width,
      hidden: false,
    })),
    lines: [],
  }
  const parts = [...xlsxParts({ sheets: [sheet], title: 'Danh sách', creator: 'Sổ' })].map(({ name, content }) => ({
    name,
    text: [...content()].join(''),
  }))
  const own = parts.find(({ name }) => name.includes('sheet1'))!.text
  const end = own.indexOf('</sheetData>')
  return {
    others: parts.filter(({ name }) => !name.includes('sheet1')),
    top: own.slice(0, end),
    bottom: own.slice(end),
  }
}

async function run(mode: string): Promise<void> {
  const parts = bareParts()
  const from = performance.now()
  if (mode === 'reference') {
    const kinds = columns.map(({ kind }) => (kind === 'date' ? 'd' : kind === 'number' ? 'n' : 't')).join('')
    await bareXlsx(flat, kinds, target, parts)
  } else {
    const of = { day: DAY, language: 'vi' as const, made: `${DAY}T03:00:00.000Z`, app: 'bench' }
    const keys = columns.map(({ key }) => key)
    await exportRows({ ...of, register, path: target, format: 'xlsx', query: {}, columns: keys }, unwatched)
  }
  const ms = performance.now() - from
  console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS / 1024, bytes: statSync(target).size }))
}

const [, , mode] = process.argv
if (mode === 'ours' || mode === 'reference') void run(mode)
else {
  const { name, ours, reference, ratio, p50, p99, rss } = measureExport(TURNS)
  console.log(
    `| measure | ours, ms | bare stream, ms | ratio | p50 | p99 | RSS, MB |\n|---|---|---|---|---|---|---|\n` +
      `| ${name} | ${ours.toFixed(0)} | ${reference.toFixed(0)} | ${ratio.toFixed(2)} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${rss.toFixed(0)} |`,
  )
  if (ratio > MOST_RATIO || rss > MOST_MB) {
    console.error(`over ${MOST_RATIO} × the bare stream or ${MOST_MB} MB`)
    process.exitCode = 1
  }
}
