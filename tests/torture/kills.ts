// Lets the writer run on a register, kills it with SIGKILL at a random moment, and looks at what is left; again and again on the same file.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Random } from '../../db/registers/sample/random'
import type { Acknowledged } from './operations'
import { faultsOf } from './whole'

export interface Killed {
  kills: number
  /** writes that were told before the kills */
  acknowledged: number
  /** what was wrong after a kill, with its number */
  faults: string[]
}

export interface Torture {
  /** the built writer */
  writer: string
  /** a register, made before */
  file: string
  kills: number
  random: Random
  env?: Record<string, string>
  /** as writer.mts takes it */
  manner?: 'careful' | 'careless'
  /** between the kill and the look: what a power cut does to the disk */
  afterKill?: () => void
}

/** The longest time from the first told write to the kill, in ms. */
const LONGEST = 250

export async function torture({
  writer,
  file,
  kills,
  random,
  env = {},
  manner = 'careful',
  afterKill,
}: Torture): Promise<Killed> {
  const all: Acknowledged[] = []
  const faults: string[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    all.push(
      ...(await oneLife({
        writer,
        file,
        env,
        manner,
        seed: random.int(1, 2 ** 31),
        end: { after: random.next() * LONGEST },
      })),
    )
    afterKill?.()
    const found = faultsOf(file, all)
    faults.push(...found.map((fault) => `kill ${kill}: ${fault}`))
    if (found.length > 0) break
  }
  return { kills, acknowledged: all.length, faults }
}

interface Life {
  writer: string
  file: string
  env?: Record<string, string>
  manner?: string
  seed: number
  /** the end of it: ms from the first told write to the kill, or the number of told writes after which the writer kills itself */
  end: { after: number } | { writes: number }
}

/** Runs the writer until the kill; what it told. */
export async function oneLife({
  writer,
  file,
  env = {},
  manner = 'careful',
  seed,
  end,
}: Life): Promise<Acknowledged[]> {
  const most = 'writes' in end ? [String(end.writes)] : []
  const child = spawn(process.execPath, [writer, file, String(seed), manner, ...most], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const told: Acknowledged[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    told.push(JSON.parse(line) as Acknowledged)
    if (told.length === 1 && 'after' in end) setTimeout(() => child.kill('SIGKILL'), end.after)
  })
  const [[, signal]] = await Promise.all([once(child, 'exit'), once(lines, 'close')])
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself (seed ${seed})`)
  return told
}
