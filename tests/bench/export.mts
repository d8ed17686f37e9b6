// 100,000 rows × 16 columns as a styled workbook beside the least that writing such a file can cost, in turns, each time in a process of its
// own: our writer on the very cells of the bare one (with head, seal and manifest), and the whole export of 100,000 laboratories. `npm run bench -- export`; the first run makes the register in
// out/bench/. Exit code 1: a budget is broken.
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { isDay, type Cell } from '../../db/exchange/cells'
import { exportRows, formRows } from '../../db/exchange/export-list'
import { listForm } from '../../db/exchange/form'
import type { OutLine, SheetColumn } from '../../db/exchange/writing/book'
import { writeList } from '../../db/exchange/writing/write-list'
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

const modes = ['bare-made-up', 'writer', 'bare', 'export'] as const
type Mode = (typeof modes)[number]

const register = resolve('export-100k.scn')
const flat = resolve('export-100k.flat')
const flatMadeUp = resolve('export-made-up.flat')
const target = resolve('export-100k.xlsx')

/** The writer alone: both read finished cells from one plain table. */
export function measureWriter(turns: number): ExportMeasure {
  madeUp()
  return measure('writing 100,000 × 16, xlsx', turns, ['bare-made-up', 'writer'])
}

/** The whole export from a register; the bare one writes the same cells, finished beforehand. */
export function measureExport(turns: number): ExportMeasure {
  listRegister(register, LABS)
  makeFlat()
  return measure('export of 100,000 laboratories × 16, xlsx', turns, ['bare', 'export'])
}

function measure(name: string, turns: number, [bare, mine]: [Mode, Mode]): ExportMeasure {
  const once = (mode: Mode): { ms: number; rss: number } => {
    const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, mode], { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as { ms: number; rss: number }
  }
  const pairs = Array.from({ length: turns }, () => ({ reference: once(bare), ours: once(mine) }))
  const times = pairs.map(({ ours }) => ours.ms).toSorted((a, b) => a - b)
  const references = pairs.map(({ reference }) => reference.ms).toSorted((a, b) => a - b)
  const at = (of: readonly number[], share: number): number => of[Math.ceil(of.length * share) - 1]!
  return {
    name,
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
  const insert = insertInto(to)
  to.transaction(() => {
    for (const row of formRows(from, { query: {}, day: DAY, language: 'vi' }, unwatched))
      insert.run(columns.map((column) => plain(column.read(row))))
  })()
  to.close()
  from.close()
  renameSync(`${flat}.part`, flat)
}

const insertInto = (db: Database.Database): Database.Statement => {
  db.exec(`CREATE TABLE flat (${columns.map(({ key }) => `"${key}"`).join(', ')})`)
  return db.prepare(`INSERT INTO flat VALUES (${columns.map(() => '?').join(', ')})`)
}

/** Cells of about the length of real ones. */
function madeUp(): void {
  if (existsSync(flatMadeUp)) return
  rmSync(`${flatMadeUp}.part`, { force: true })
  const db = new Database(`${flatMadeUp}.part`)
  const insert = insertInto(db)
  db.transaction(() => {
    for (let lab = 1; lab <= LABS; lab += 1)
      insert.run(
        columns.map(({ kind, key }, at) => {
          if (kind === 'date') return 45_000 + ((lab * 7) % 2_500)
          if (at % 5 === 4 && lab % 3 === 0) return null
          return kind === 'code'
            ? `${key} ${String(lab).padStart(6, '0')}`
            : `Phòng thử nghiệm mẫu ${key} số ${(lab * (at + 3)) % 99_991} (hư cấu)`
        }),
      )
  })()
  db.close()
  renameSync(`${flatMadeUp}.part`, flatMadeUp)
}

function* linesOf(db: Database.Database): Generator<OutLine, void, undefined> {
  const isDate = columns.map(({ kind }) => kind === 'date')
  for (const cells of db.prepare<[], (string | number | null)[]>('SELECT * FROM flat').raw().iterate())
    yield {
      cells: cells.map((cell, at): Cell => {
        if (!isDate[at] || typeof cell !== 'number') return cell
        return { day: new Date((cell + FIRST) * 86_400_000).toISOString().slice(0, 10) }
      }),
    }
}

const headed = (): SheetColumn[] =>
  columns.map(({ key, kind, width }) => ({ heading: say('vi', `exchange.columns.${key}`), kind, width, hidden: false }))

/** All that surrounds the rows, as our own writer makes it. */
function bareParts(): BareParts {
  const sheet = {
    name: 'Danh sách',
    above: [],
    columns: headed(),
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

async function run(mode: Mode): Promise<void> {
  const parts = bareParts()
  const about = { day: DAY, made: `${DAY}T03:00:00.000Z`, app: 'bench' }
  const from = performance.now()
  if (mode === 'bare' || mode === 'bare-made-up') {
    const kinds = columns.map(({ kind }) => (kind === 'date' ? 'd' : kind === 'number' ? 'n' : 't')).join('')
    await bareXlsx(mode === 'bare' ? flat : flatMadeUp, kinds, target, parts)
  } else if (mode === 'writer') {
    const db = new Database(flatMadeUp, { readonly: true })
    const list = {
      title: 'Danh sách',
      about: [],
      columns: headed(),
      lines: linesOf(db),
      total: LABS,
      of: { ...about, register: '' },
      language: 'vi' as const,
    }
    await writeList(list, { path: target, format: 'xlsx' }, unwatched)
  } else {
    const keys = columns.map(({ key }) => key)
    const job = {
      ...about,
      language: 'vi' as const,
      register,
      path: target,
      format: 'xlsx' as const,
      query: {},
      columns: keys,
    }
    await exportRows(job, unwatched)
  }
  const ms = performance.now() - from
  console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS / 1024, bytes: statSync(target).size }))
}

const asked = modes.find((mode) => mode === process.argv[2])
if (asked !== undefined) void run(asked)
else {
  console.log('| measure | ours, ms | bare stream, ms | ratio | p50 | p99 | RSS, MB |\n|---|---|---|---|---|---|---|')
  for (const one of [measureWriter, measureExport]) {
    const { name, ours, reference, ratio, p50, p99, rss } = one(TURNS)
    const figures = [
      ours.toFixed(0),
      reference.toFixed(0),
      ratio.toFixed(2),
      p50.toFixed(0),
      p99.toFixed(0),
      rss.toFixed(0),
    ]
    console.log(`| ${[name, ...figures].join(' | ')} |`)
    if (ratio <= MOST_RATIO && rss <= MOST_MB) continue
    console.error(`over ${MOST_RATIO} × the bare stream or ${MOST_MB} MB`)
    process.exitCode = 1
  }
}
