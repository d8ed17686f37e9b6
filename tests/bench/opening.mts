// Opening a register to its first page, beside the same statements on a bare connection; the size of the file by scope line; a backup beside
// copying and checking.
import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeBackup } from '../../db/backup/make'
import { unwatched } from '../../db/jobs/job'
import { askedBy, bare, listen } from './support/asked'
import { compare, median, memory, timed, walled, type Bench, type Row } from './support/measure'
import { NOW, type Size } from './support/registers'
import { openCaller } from './support/session'

const limit = 30

/** Closing is not counted: a person who opens waits for the page. */
async function opening(file: string, labs: Size, turns: number): Promise<Row> {
  const first = await openCaller(file)
  const asked = await askedBy(() => first.call('labs.list', { limit }))
  await first.registry.close()
  const [times, others]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    let close = async (): Promise<void> => {}
    times.push(
      await timed(async () => {
        const { call, registry } = await openCaller(file)
        await call('labs.list', { limit })
        close = () => registry.close()
      }),
    )
    await close()
    let raw: Database.Database | null = null
    others.push(
      await timed(() => {
        raw = new Database(file)
        raw.pragma('cache_size = -65536')
        raw.pragma('journal_mode = WAL')
        raw.pragma('synchronous = FULL')
        bare(raw, asked)()
      }),
    )
    raw!.pragma('journal_mode = DELETE')
    raw!.close()
  }
  const [p50, reference] = [median(times), median(others)]
  return {
    name: 'opening: to the first page',
    labs,
    ours: p50,
    against: 'a bare connection and the same statements',
    reference,
    ratio: p50 / reference,
    p50,
    p99: Math.max(...times),
    unit: 'ms',
    rss: memory(),
    turns,
    rows: limit,
    limit: { ratio: 1.3 },
    floor:
      'opening also reads the header, takes the lock, looks the file through once before it writes, asserts the pragmas, settles whose copy it is and marks it as open. Tried: one connection and one reading of the schema for the look and the work, no flush for the mark (9.6 to 8.0 ms of the processor); the first questions compiled once, no reading of every variable and mount of the machine (of 32 laboratories 5.2 to 4.7 ms with the file in memory, the bare connection 2.6)',
    grows: {
      as: 'flat',
      floor: 'a page of a hundred rows is full from a hundred laboratories on, and all names are counted',
    },
  }
}

const PARTS = `SELECT CASE WHEN name LIKE 'change%' OR name LIKE '%autoindex_change%' THEN 'log' WHEN name LIKE 'line_search%' OR name LIKE 'lab_search%' OR name LIKE 'line_word%' THEN 'search' ELSE 'records' END AS part,
  sum(pgsize) AS bytes FROM dbstat GROUP BY part ORDER BY bytes DESC`

function size(file: string, labs: Size): Row {
  const db = new Database(file, { readonly: true })
  const lines = db.prepare<[], number>('SELECT count(*) FROM scope_line').pluck().get()!
  const parts = db.prepare<[], { part: string; bytes: number }>(PARTS).all()
  db.close()
  const each = statSync(file).size / lines
  return {
    name: 'opening: size of the file by scope line',
    labs,
    ours: each,
    against: parts.map(({ part, bytes }) => `${part} ${(bytes / lines).toFixed(0)}`).join(', '),
    reference: null,
    ratio: null,
    p50: each,
    p99: each,
    unit: 'bytes',
    rss: memory(),
    turns: 1,
    rows: lines,
    limit: labs > 10_000 ? { p50: 1_500 } : {},
  }
}

async function backup(file: string, labs: Size, scratch: string, turns: number): Promise<Row> {
  const copy = join(scratch, 'copy.scn')
  return compare({
    name: 'backup: made and verified',
    labs,
    turns,
    warm: 0,
    by: walled,
    ours: () => makeBackup({ register: file, reason: 'manual', now: NOW, version: 'bench', key: null }, unwatched),
    against: 'cp and integrity_check',
    reference: () => {
      copyFileSync(file, copy)
      const db = new Database(copy, { readonly: true })
      db.pragma('integrity_check')
      db.close()
      rmSync(copy)
    },
    limit: {},
    grows: { as: 'job' },
  })
}

export async function measure({ registers, sizes, scratch, smoke }: Bench): Promise<Row[]> {
  listen()
  const rows: Row[] = []
  for (const labs of sizes) {
    const file = await registers.copyOf(labs)
    rows.push(await opening(file, labs, smoke ? 3 : 11), size(file, labs))
    rows.push(await backup(file, labs, scratch, smoke || labs > 10_000 ? 1 : labs > 1_000 ? 3 : 5))
  }
  return rows
}
