// 100,000 rows × 16 styled columns, each turn in a process of its own: our writer beside the least that writing the very same cells can cost, and
// the whole export of 100,000 laboratories by its job, as the app runs it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { isDay, type Cell } from '../../db/exchange/cells'
import { formRows } from '../../db/exchange/export-list'
import { unwatched } from '../../db/jobs/job'
import { columns, takeTurn, type Took, type Turn } from './support/export-turns.mjs'
import { listRegister } from './support/list-register'
import { compare, type Compared, type Measure, type Row } from './support/measure'
import { besideOther, libreOffice, python } from './support/others'
import { DAY } from './support/registers'

const LABS = 100_000
const TURNS = 5
const MOST_MB = 350
const FIRST = Date.UTC(1899, 11, 30) / 86_400_000

const program = fileURLToPath(import.meta.url)

export const measure: Measure = async ({ registers, scratch, root }) => {
  const register = registers.kept(`list-${LABS}.scn`, (file) => listRegister(file, LABS))
  const cells = registers.kept(`list-${LABS}-cells.db`, (file) => finishedCells(register, file))
  const turn = (what: Turn['what'], format: Turn['format']): Turn => ({
    what,
    format,
    from: what === 'job' ? register : cells,
    target: join(scratch, `${what}.${format}`),
    day: DAY,
    labs: LABS,
    workerFile: join(root, 'out/main/worker.js'),
  })
  const plainXlsx = 'bare stream of the same cells and styles, deflate 6'
  const plainCsv = 'bare CSV of the same cells'
  const writing = await beside('export: writing xlsx', turn('writer', 'xlsx'), turn('bare', 'xlsx'), {
    against: plainXlsx,
    limit: { ratio: 1.7, rss: MOST_MB },
  })
  const csv = await beside('export: the whole job, csv', turn('job', 'csv'), turn('bare', 'csv'), {
    against: plainCsv,
    limit: { rss: MOST_MB },
  })
  const others = [
    python('Python’s xlsxwriter writes the same cells', XLSXWRITER, cells, join(scratch, 'python.xlsx')),
    libreOffice(join(scratch, 'office'), 'xlsx', join(scratch, 'other'), turn('job', 'csv').target),
  ]
  return [
    writing,
    ...others.flatMap((other) => besideOther(writing, other)),
    await beside('export: the whole job, xlsx', turn('job', 'xlsx'), turn('bare', 'xlsx'), {
      against: plainXlsx,
      limit: { ratio: 1.7, rss: MOST_MB },
      floor:
        'the writer alone keeps the limit; the rest is reading a list from the register, which the bare stream is spared: eight statements for 500 laboratories at once, each row found by index (0.7 s of the processor, of it the look-ups alone half), 16 cells made and cleaned of each row. Tried: one statement for all with its lists gathered in SQLite (a seventh more than the eight), JSON instead of rows (two fifths more), larger pages (no difference). Weighed: reading in a thread of its own, which needs another processor that is idle: posting the cells takes 0.24 s of the 1.2 s that it would take off, beside a second start and heap',
    }),
    await beside('export: the whole job, ods', turn('job', 'ods'), turn('bare', 'xlsx'), {
      against: plainXlsx,
      limit: { rss: MOST_MB },
    }),
    csv,
  ]
}

const XLSXWRITER = `
import sys, sqlite3, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True})
sheet = book.add_worksheet()
for at, row in enumerate(sqlite3.connect(sys.argv[1]).execute('SELECT * FROM flat')): sheet.write_row(at, 0, row)
book.close()`

async function beside(
  name: string,
  ours: Turn,
  reference: Turn,
  judged: Pick<Compared, 'against' | 'limit' | 'floor'>,
): Promise<Row> {
  const memory: number[] = []
  const own = (): number => {
    const { ms, rss, told } = inProcess(ours)
    if (ours.what === 'job' && told < 3) throw new Error('the job did not tell its progress')
    memory.push(rss)
    return ms
  }
  const row = await compare({
    name,
    labs: null,
    rows: LABS,
    turns: TURNS,
    warm: 1,
    ours: own,
    reference: () => inProcess(reference).ms,
    by: async (work) => Number(await work()),
    ...judged,
  })
  return { ...row, rss: Math.max(...memory) }
}

function inProcess(turn: Turn): Took {
  const { stdout, stderr } = spawnSync(process.execPath, [program, JSON.stringify(turn)], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Took
}

const plain = (cell: Cell): string | number | null =>
  isDay(cell) ? Date.parse(cell.day) / 86_400_000 - FIRST : typeof cell === 'boolean' ? Number(cell) : cell

/** The very cells of the list, finished, in one table. */
function finishedCells(register: string, file: string): void {
  const from = new Database(register, { readonly: true })
  const to = new Database(file)
  to.exec(`CREATE TABLE flat (${columns.map(({ key }) => `"${key}"`).join(', ')})`)
  const insert = to.prepare(`INSERT INTO flat VALUES (${columns.map(() => '?').join(', ')})`)
  to.transaction(() => {
    for (const row of formRows(from, { query: {}, day: DAY, language: 'vi' }, unwatched))
      insert.run(columns.map((column) => plain(column.read(row))))
  })()
  to.close()
  from.close()
}

if (process.argv[1] === program) void takeTurn(JSON.parse(process.argv[2]!) as Turn)
