// `npm run torture [-- KILLS [FROM]]`: kills a writing program 2,000 times and cuts its power 200 times (a tenth of the kills), and looks at what
// is left each time. Registers are made anew every 25 kills, so that each look stays short. Several runs at a time take different registers by
// FROM, the number of the first one, which is also its seed. Exit code 1: something was lost or half.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry } from '../../db/registry'
import { torture, type Killed, type Torture } from './kills'
import { cutPower, forgetfulDisk } from './power'

const PER_REGISTER = 25
const here = dirname(process.argv[1] ?? '')
const writer = join(here, 'writer.js')
const kills = Number(process.argv[2] ?? 2_000)
const first = Number(process.argv[3] ?? 0)
const folder = mkdtempSync(join(tmpdir(), 'scn-torture-'))

async function newRegister(at: number): Promise<string> {
  const file = join(folder, `so-${at}.scn`)
  const registry = await openRegistry({ file, clock: Date })
  const made = await registry.session({ actor: 'an' }).call('register.create', { kind: 'empty' })
  await registry.close()
  if (!made.ok) throw new Error(made.error.code)
  return file
}

async function series(
  name: string,
  total: number,
  how: (file: string) => Pick<Torture, 'env' | 'afterKill' | 'manner'>,
): Promise<Killed> {
  const all: Killed = { kills: 0, acknowledged: 0, faults: [] }
  const from = performance.now()
  for (let at = first; all.kills < total; at += 1) {
    const file = await newRegister(at)
    const run = { writer, file, kills: Math.min(PER_REGISTER, total - all.kills), random: seededRandom(at + 1) }
    const { kills: made, acknowledged, faults } = await torture({ ...run, ...how(file) })
    all.kills += made
    all.acknowledged += acknowledged
    all.faults.push(...faults.map((fault) => `register ${at}: ${fault}`))
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${file}${end}`, { force: true })
    console.error(`${name}: ${all.kills} of ${total}, ${all.acknowledged} writes, ${all.faults.length} faults`)
  }
  const minutes = ((performance.now() - from) / 60_000).toFixed(1)
  console.log(
    `| ${name} | ${all.kills} | ${all.acknowledged} | ${all.faults.length === 0 ? 'nothing' : all.faults.length} | ${minutes} |`,
  )
  for (const fault of all.faults) console.error(fault)
  return all
}

async function main(): Promise<void> {
  console.log('| fault | times | writes told saved | lost or half | minutes |\n|---|---|---|---|---|')
  const killed = await series('SIGKILL at a random moment', kills, () => ({}))
  const library = forgetfulDisk(resolve(here, '../../tests/torture/power.c'), folder)
  const env = { LD_PRELOAD: library }
  const cut = await series('power cut: what was not synced is taken back', Math.ceil(kills / 10), (file) => ({
    env,
    afterKill: () => cutPower(file),
  }))
  const careless = await series('the same with synchronous=NORMAL, which must lose', 1, (file) => ({
    env,
    manner: 'careless',
    afterKill: () => cutPower(file),
  }))
  rmSync(folder, { recursive: true, force: true })
  if (killed.faults.length + cut.faults.length > 0 || careless.faults.length === 0) process.exitCode = 1
}

void main()
