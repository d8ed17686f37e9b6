// Other days and earlier states: views as the register stands on another effective day, and as it stood (“theo sổ lúc đó”).
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addDays } from '../../db/model/dates/partial'
import { unwatched } from '../../db/jobs/job'
import { replayRecorded } from '../../db/store/recorded'
import { scratchRegister } from '../../db/store/open'
import { askedBy, bareWrites, listen } from './support/asked'
import { compare, timed, walled, type Bench, type Row } from './support/measure'
import { DAY, type Size } from './support/registers'
import { openCaller, type Caller } from './support/session'

const limit = 30

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
        grows: { as: name === 'first page' ? 'flat' : 'job' },
      }),
    )
  }
  return rows
}

async function recorded(file: string, labs: Size, { scratch, smoke }: Bench): Promise<Row[]> {
  const db = new Database(file, { readonly: true })
  const seq = db.prepare<[], number>('SELECT max(commit_seq) - 1 FROM change_set').pluck().get()!
  db.close()
  const target = join(scratch, 'earlier.scn')
  const first = () => replayRecorded({ register: file, seq, target }, unwatched)
  const asked = await askedBy(first)
  const bareFile = join(scratch, 'bare.scn')
  const row = await compare({
    name: 'days: an earlier state of the register, first time',
    labs,
    turns: smoke || labs > 1_000 ? 1 : 5,
    warm: 0,
    rows: asked.filter(({ how }) => how === 'run').length,
    by: walled,
    ours: () => (rmSync(target, { force: true }), first()),
    against: 'the same rows written bare',
    reference: () => {
      rmSync(bareFile, { force: true })
      const raw = scratchRegister(bareFile)
      raw.pragma('synchronous = OFF')
      raw.pragma('journal_mode = MEMORY')
      bareWrites(raw, [asked.filter(({ sql }) => !sql.startsWith('ATTACH') && !sql.includes('living.'))])(0)
      raw.close()
    },
    limit: { ratio: 1.3 },
    floor:
      'every value of the log is parsed, its records found by id, and statuses, days and search words derived by the rules; the bare writing knows all of it already',
    grows: { as: 'job' },
  })
  return [row]
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
    grows: { as: 'flat' },
  })
}

export async function measure(bench: Bench): Promise<Row[]> {
  listen()
  const { registers, sizes, root, smoke } = bench
  const rows: Row[] = []
  for (const labs of sizes) {
    const caller = await openCaller(await registers.copyOf(labs), { workerFile: join(root, 'out/main/worker.js') })
    rows.push(...(await otherDays(caller, labs, smoke ? 3 : labs > 10_000 ? 5 : 15)))
    // the largest would take an hour of bare writing: what grows is seen at the two smaller ones
    if (labs <= 3_200) {
      rows.push(await again(caller, labs, smoke ? 10 : 100))
      rows.push(...(await recorded(caller.registry.place()!, labs, bench)))
    }
    await caller.registry.close()
  }
  return rows
}
