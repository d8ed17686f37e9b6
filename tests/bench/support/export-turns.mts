// One turn of an export in a process of its own, so that its memory is its own: `node export.js TURN {…}` prints what it took.
import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Cell } from '../../../db/exchange/cells'
import { listForm } from '../../../db/exchange/form'
import type { OutLine, SheetColumn } from '../../../db/exchange/writing/book'
import { writeList, type ListFormat } from '../../../db/exchange/writing/write-list'
import { xlsxParts } from '../../../db/exchange/writing/xlsx'
import { unwatched } from '../../../db/jobs/job'
import { runJob } from '../../../db/jobs/run'
import { say } from '../../../db/model/texts/say'
import { bareXlsx, type BareParts } from './bare-xlsx'
import { timed } from './measure'

/** all but those seldom looked at: 16 */
const LEFT_OUT = new Set(['index', 'website', 'daysLeft', 'id'])
export const columns = listForm.filter(({ key }) => !LEFT_OUT.has(key))

export interface Turn {
  /** `bare`: the least such a file can cost; `writer`: ours on the same finished cells; `job`: from the register, as the app does it */
  what: 'bare' | 'writer' | 'job'
  format: ListFormat
  /** finished cells in one table; of a job the register */
  from: string
  target: string
  day: string
  labs: number
  /** the built worker */
  workerFile: string
}

export interface Took {
  ms: number
  /** MB at the highest */
  rss: number
  /** how often it told its progress */
  told: number
}

const FIRST_DAY = Date.UTC(1899, 11, 30) / 86_400_000

export async function takeTurn(turn: Turn): Promise<void> {
  const parts = bareParts()
  let told = 0
  const work = async () => {
    if (turn.what === 'job')
      await runJob('export-list', jobOf(turn), { workerFile: turn.workerFile, onProgress: () => (told += 1) })
    else if (turn.what === 'writer') await ours(turn)
    else if (turn.format === 'csv') await bareCsv(turn)
    else await bareXlsx(turn.from, kinds, turn.target, parts)
  }
  const ms = await timed(work)
  if (statSync(turn.target).size < turn.labs * 50) throw new Error('not the file that was meant')
  const took: Took = { ms, rss: ownMemory(), told }
  console.log(JSON.stringify(took))
}

/** Most memory of this program alone: what Linux counts for a process begins with the memory of the one that started it. */
function ownMemory(): number {
  const counted = existsSync('/proc/self/status')
    ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))
    : null
  return (counted === null ? process.resourceUsage().maxRSS : Number(counted[1])) / 1024
}

const made = (day: string) => ({ day, made: `${day}T03:00:00.000Z`, app: 'bench' })
const kinds = columns.map(({ kind }) => (kind === 'date' ? 'd' : kind === 'number' ? 'n' : 't')).join('')

const jobOf = ({ day, from, target, format }: Turn) => ({
  ...made(day),
  language: 'vi' as const,
  register: from,
  path: target,
  format,
  query: {},
  columns: columns.map(({ key }) => key),
})

async function ours({ from, target, format, day, labs }: Turn): Promise<void> {
  const db = new Database(from, { readonly: true })
  const list = {
    title: 'Danh sách',
    about: [],
    columns: headed(),
    lines: linesOf(db),
    total: labs,
    of: { ...made(day), register: '' },
    language: 'vi' as const,
  }
  await writeList(list, { path: target, format }, unwatched)
  db.close()
}

const dayOf = (serial: number): string => new Date((serial + FIRST_DAY) * 86_400_000).toISOString().slice(0, 10)

function* linesOf(db: Database.Database): Generator<OutLine, void, undefined> {
  for (const cells of db.prepare<[], (string | number | null)[]>('SELECT * FROM flat').raw().iterate())
    yield {
      cells: cells.map((cell, at): Cell =>
        kinds[at] === 'd' && typeof cell === 'number' ? { day: dayOf(cell) } : cell,
      ),
    }
}

/** Fields joined and quoted where they must be, nothing else. */
async function bareCsv({ from, target }: Turn): Promise<void> {
  const db = new Database(from, { readonly: true })
  const out = createWriteStream(target)
  let held = '\uFEFF'
  for (const cells of db.prepare<[], (string | number | null)[]>('SELECT * FROM flat').raw().iterate()) {
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at]
      const text = cell === null ? '' : typeof cell === 'number' && kinds[at] === 'd' ? dayOf(cell) : String(cell)
      held += (at > 0 ? ';' : '') + (/[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    }
    held += '\r\n'
    if (held.length < 65_536) continue
    if (!out.write(held)) await once(out, 'drain')
    held = ''
  }
  out.end(held)
  await once(out, 'close')
  db.close()
}

const headed = (): SheetColumn[] =>
  columns.map(({ key, kind, width }) => ({ heading: say('vi', `exchange.columns.${key}`), kind, width, hidden: false }))

/** All that surrounds the rows, as our own writer makes it. */
function bareParts(): BareParts {
  const sheet = { name: 'Danh sách', above: [], columns: headed(), lines: [] }
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
