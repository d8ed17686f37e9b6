// Other days and earlier states: views as the register stands on another effective day, and as it stood (“theo sổ lúc đó”).
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addDays } from '../../db/model/dates/partial'
import { unwatched } from '../../db/jobs/job'
import type { ReadDb, WriteDb } from '../../db/store/database'
import { makeRecorded } from '../../db/store/recorded'
import { replay } from '../../db/store/replay'
import { changesAround } from '../../db/store/rewind'
import { deriveAll } from '../../db/store/derive'
import { scratchRegister } from '../../db/store/open'
import { askedOf, bareWrites, listen, type Asked } from './support/asked'
import { rawReplay } from './support/raw-replay'
import { compare, timed, walled, type Bench, type Row } from './support/measure'
import { DAY, type Size } from './support/registers'
import { openCaller, type Caller } from './support/session'

const limit = 30

/** What is derived from a larger register is too much to be held for writing it bare: it is told alone. */
const BARE_UP_TO = 3_200
const FLOOR =
  'statuses, days and search words are derived by the rules, which the raw replay knows already, and the log goes into the file with its indexes, which the raw replay leaves out. Tried: statements compiled once, texts of lines read once, the days of acts found once (3.9 to 2.65 s of the processor; the raw replay takes 1.75, and writing rows that are known already 1.1)'

const views = {
  'first page': ({ call }: Caller, day: string) => call('labs.list', { limit, day }),
  'by end of validity': ({ call }: Caller, day: string) => call('labs.list', { limit, sort: 'expiry', day }),
  'status of all': ({ call }: Caller, day: string) => call('labs.groups', { group: 'status', day }),
  tasks: ({ call }: Caller, day: string) => call('tasks.list', { limit, day }),
  overview: ({ call }: Caller, day: string) => call('overview.get', { day }),
}

/** Both after a saving, so that nothing of them is kept: what a person waits who looks at another day, beside today. */
async function otherDays(caller: Caller, labs: Size, turns: number): Promise<Row[]> {
  let saved = 0
  const forget = () => caller.call('settings.set', { key: 'place', value: `Hạ Long ${(saved += 1)}` })
  const rows: Row[] = []
  for (const [name, view] of Object.entries(views)) {
    const [ours, reference]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn += 1) {
      await forget()
      ours.push(await timed(() => view(caller, addDays(DAY, -30 * (turn + 1)))))
      await forget()
      reference.push(await timed(() => view(caller, DAY)))
    }
    let [own, other] = [0, 0]
    rows.push(
      await compare({
        name: `days: ${name}, first asked on another day`,
        labs,
        turns,
        warm: 0,
        by: async (work) => Number(await work()),
        ours: () => ours[own++],
        against: 'the same first asked today',
        reference: () => reference[other++],
        limit: { ratio: 2, ...(name === 'status of all' ? { p50: 150 } : {}) },
        grows:
          name === 'first page'
            ? {
                as: 'flat',
                floor: 'on a day that is asked first all names that hold on it are counted, by a covering index',
              }
            : { as: 'job' },
      }),
    )
  }
  return rows
}

/** The sets after which the whole register but its last saving stands, and about a third of its log. */
function moments(register: string): { last: number; third: number } {
  const db = new Database(register, { readonly: true })
  const last = db.prepare<[], number>('SELECT max(commit_seq) - 1 FROM change_set').pluck().get()!
  const third = db
    .prepare<[], number>(
      'SELECT commit_seq FROM change ORDER BY commit_seq LIMIT 1 OFFSET (SELECT count(*) / 3 FROM change)',
    )
    .pluck()
    .get()!
  db.close()
  return { last, third }
}

/** A file of its own as a replay begins with it, with the cache of an open register. */
function emptyFile(file: string): WriteDb {
  rmSync(file, { force: true })
  const db = scratchRegister(file)
  for (const pragma of ['synchronous = OFF', 'journal_mode = MEMORY', 'cache_size = -65536']) db.pragma(pragma)
  return db
}

interface Earlier {
  name: string
  register: string
  seq: number
  labs: Size
  floor?: string
}

/** Beside a raw replay: the log read, decoded and put into the tables bare, then everything derived from them written as it was taken down. */
async function recorded({ name, register, seq, labs, floor }: Earlier, { scratch, smoke }: Bench): Promise<Row> {
  const target = join(scratch, 'earlier.scn')
  const bareFile = join(scratch, 'bare.scn')
  const derived = (): { asked: Asked[]; rows: number } => {
    const from = new Database(register, { readonly: true }) as ReadDb
    const into = emptyFile(bareFile)
    replay(from, into, { upTo: seq, derived: false })
    const asked = askedOf(() => deriveAll(into)).filter(({ how }) => how === 'run')
    const { earlier } = changesAround(from, seq)
    into.close()
    from.close()
    return { asked, rows: earlier + asked.length }
  }
  const known = labs > BARE_UP_TO ? null : derived()
  const row = await compare({
    name,
    labs,
    turns: smoke || labs > BARE_UP_TO ? 1 : labs > 1_000 ? 3 : 5,
    warm: 0,
    rows: known?.rows ?? null,
    by: walled,
    ours: () => (rmSync(target, { force: true }), makeRecorded({ register, seq, target }, unwatched)),
    ...(known === null
      ? {}
      : {
          against: 'a raw replay: the log applied, and what is derived written, by bare statements',
          reference: () => {
            const [from, raw] = [new Database(register, { readonly: true }), emptyFile(bareFile)]
            rawReplay(from, raw, seq)
            bareWrites(raw, [known.asked])(0)
            from.close()
            raw.close()
          },
          limit: { ratio: 1.3 },
        }),
    ...(floor === undefined ? {} : { floor }),
    grows: { as: 'job' },
  })
  rmSync(target, { force: true })
  return row
}

/** Then it lies there like any register. */
async function again(caller: Caller, labs: Size, turns: number): Promise<Row> {
  const seq = (await caller.call('register.info', {})).seq
  const view = async (at?: number) => {
    const reply = await caller.session.call('labs.get', { id }, at)
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  }
  const id = (await caller.call('labs.list', { limit: 1 })).rows[0]!.id
  await view(seq)
  return compare({
    name: 'days: an earlier state, then',
    labs,
    turns,
    ours: () => view(seq),
    against: 'the living register',
    reference: () => view(),
    limit: { ratio: 1.1 },
    grows: { as: 'flat', floor: 'a page of a hundred rows is full from a hundred laboratories on' },
  })
}

export async function measure(bench: Bench): Promise<Row[]> {
  listen()
  const { registers, sizes, root, smoke } = bench
  const rows: Row[] = []
  for (const labs of sizes) {
    const caller = await openCaller(await registers.copyOf(labs), { workerFile: join(root, 'out/main/worker.js') })
    rows.push(...(await otherDays(caller, labs, smoke ? 3 : labs > 10_000 ? 5 : 15)))
    rows.push(await again(caller, labs, smoke ? 10 : 100))
    const register = caller.registry.place()!
    const { last, third } = moments(register)
    rows.push(
      await recorded({ name: 'days: the state before the last saving, first time', register, seq: last, labs }, bench),
    )
    if (labs === 3_200)
      rows.push(
        await recorded(
          { name: 'days: the state after a third of the log, first time', register, seq: third, labs, floor: FLOOR },
          bench,
        ),
      )
    await caller.registry.close()
  }
  return rows
}
