// From the start of the process to the first painted row of the list that stood there last, by turns with the empty window.
import type { Bench, Row } from '../support/measure'
import { start } from './launch'
import type { Profiles } from './place'
import { EMPTY, told } from './row'

const TURNS = 20
const limits: Record<number, number> = { 32: 1.3, 32_000: 1.6 }

export async function measureStart(place: Profiles, { smoke }: Bench): Promise<Row[]> {
  const sizes = smoke ? [32] : [32, 32_000]
  const commands = new Map([[0, place.empty()]])
  for (const labs of sizes) commands.set(labs, await place.ours(labs))
  const times = new Map<number, number[]>([...commands.keys()].map((key) => [key, []]))
  // the first turn fills the caches of compiled code, as the first days of a person's work do
  for (let turn = -2; turn < (smoke ? 3 : TURNS); turn += 1)
    for (const [key, command] of commands) {
      const started = await start(command)
      if (turn >= 0) times.get(key)!.push(started.tookMs)
      await started.close()
    }
  return sizes.map((labs) =>
    told({
      name: 'start to the first painted row',
      labs,
      values: times.get(labs)!,
      against: EMPTY,
      reference: times.get(0)!,
      limit: { ratio: limits[labs]! },
      floor: floors[labs],
    }),
  )
}

const floors: Record<number, string> = {}
