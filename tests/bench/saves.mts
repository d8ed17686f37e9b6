// Savings beside a bare transaction that writes the very same rows, log and search included: both on disk in WAL with FULL sync, each in a copy
// of the register of its own. From 20 rows on a backup comes first, which opening.mts measures. What is written was taken down from the same savings in a third copy.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { askedBy, bareWrites, listen } from './support/asked'
import { compare, walled, type Bench, type Row } from './support/measure'
import { openCaller, type Caller } from './support/session'

const FLOOR =
  'the commit and the same statements are two fifths to a half of the processor’s time, so that a slow disk hides the rest: reading what is changed, comparing, conflicts, ids, hashes, folding, router. Tried: rows reached set-wise, nothing derived from fields that no rule reads, limits looked for only where an act can set them, no lineage of earlier lines; then no statement compiled anew for a saving, which quickened the reference as much (of the processor: a telephone number 0.76 to 0.44 ms beside 0.36 to 0.19, a new name 1.6 to 0.76 beside 0.80 to 0.33, 19 laboratories 1.3 to 0.83 beside 0.63 to 0.40, 19 lines 3.4 to 1.8 beside 1.07 to 0.72)'

type Saving = (caller: Caller, turn: number) => Promise<unknown>

async function savings({ call }: Caller): Promise<Record<string, Saving>> {
  const labs = (await call('labs.list', { limit: 32 })).rows.map(({ id }) => id)
  const lab = (turn: number): string => labs[turn % labs.length]!
  const pages = await Promise.all(labs.slice(0, 16).map((id) => call('labs.get', { id })))
  const annexes = pages.flatMap(({ accreditations }) =>
    accreditations.flatMap(({ decisions }) => decisions.flatMap((decision) => decision.annexes.map(({ id }) => id))),
  )
  const line = (turn: number, at: number) => ({
    matrixVi: `Nước thải mẫu ${turn}`,
    testVi: `Xác định hàm lượng chất thử ${at}`,
    method: `TCVN ${6_000 + at}:2020`,
    inclusion: 'included' as const,
  })
  return {
    'a telephone number': ({ call: to }, turn) => to('labs.save', { id: lab(turn), change: { phone: `0203 ${turn}` } }),
    'a new name': ({ call: to }, turn) =>
      to('labs.save', { id: lab(turn), change: { nameVi: `Tên mới ${turn} (hư cấu)` } }),
    'many rows: 19 laboratories': ({ call: to }, turn) =>
      to('labs.saveMany', {
        rows: labs.slice(0, 19).map((id, at) => ({ id, change: { note: `ghi chú ${turn}-${at}` } })),
      }),
    'many rows: 19 scope lines': ({ call: to }, turn) =>
      to('scope.saveMany', {
        annex: annexes[turn % annexes.length]!,
        rows: Array.from({ length: 19 }, (_, at) => line(turn, at)),
      }),
  }
}

function fsyncRow(folder: string, turns: number): Promise<Row> {
  const file = openSync(join(folder, 'page'), 'w')
  const page = Buffer.alloc(4096, 1)
  return compare({
    name: 'saves: writing 4 KB and fsync, for scale',
    labs: null,
    turns,
    by: walled,
    ours: () => {
      writeSync(file, page, 0, 4096, 0)
      fsyncSync(file)
    },
  }).finally(() => closeSync(file))
}

export async function measure({ registers, sizes, scratch, smoke }: Bench): Promise<Row[]> {
  listen()
  const turns = smoke ? 5 : 40
  // as in a program that has run for a while: code that has never run costs a saving as much again
  const warm = smoke ? 2 : 15
  const rows = [await fsyncRow(scratch, turns)]
  for (const labs of sizes) {
    const ours = await openCaller(await registers.copyOf(labs))
    const taken = await openCaller(await registers.copyOf(labs))
    const raw = new Database(await registers.copyOf(labs))
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -65536'])
      raw.pragma(pragma)
    // what opening writes is not part of a saving, but its replica must be there for the log
    raw.prepare('ATTACH ? AS taken').run(taken.registry.place()!)
    raw.exec('INSERT OR REPLACE INTO main.local SELECT * FROM taken.local')
    raw.exec('DETACH taken')
    for (const [name, save] of Object.entries(await savings(ours))) {
      const asked = []
      for (let turn = 0; turn < turns + warm; turn += 1) asked.push(await askedBy(() => save(taken, turn)))
      const write = bareWrites(raw, asked)
      let [own, other] = [0, 0]
      rows.push(
        await compare({
          name: `saves: ${name}`,
          labs,
          turns,
          warm,
          rows: asked[0]!.filter(({ how }) => how === 'run').length,
          by: walled,
          ours: () => save(ours, own++),
          against: 'a transaction with the same rows, FULL sync',
          reference: () => write(other++),
          limit: { ratio: 1.5 },
          floor: FLOOR,
          grows: { as: 'flat' },
        }),
      )
    }
    raw.close()
    await ours.registry.close()
    await taken.registry.close()
  }
  return rows
}
