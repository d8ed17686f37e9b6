// Memory at rest: PSS of all processes, half a minute after the first row, beside the empty window at the same age.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench, Row } from '../support/measure'
import { start, type Command } from './launch'
import type { Profiles } from './place'
import { EMPTY, told } from './row'

const TURNS = 3
const REST_MS = 35_000

async function atRest(command: Command): Promise<number> {
  const started = await start(command)
  await pause(REST_MS)
  const mb = started.memory().reduce((sum, share) => sum + share.mb, 0)
  await started.close()
  return mb
}

export async function measureMemory(place: Profiles, { smoke }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const labs of smoke ? [32] : [32, 32_000]) {
    const [ours, empty]: [number[], number[]] = [[], []]
    const command = await place.ours(labs)
    for (let turn = 0; turn < (smoke ? 1 : TURNS); turn += 1) {
      empty.push(await atRest(place.empty()))
      ours.push(await atRest(command))
    }
    rows.push(
      told({
        name: 'memory at rest, all processes (PSS)',
        labs,
        values: ours,
        unit: 'MB',
        against: EMPTY,
        reference: empty,
        limit: { ratio: 1.35 },
        rss: Math.max(...ours),
      }),
    )
  }
  return rows
}
