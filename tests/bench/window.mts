// The program itself, beside an empty Electron window with an idle utility process, by turns: start to the first painted row, memory at rest;
// then with a person's hands at the full size: typing, scrolling, and how late main and registry are while jobs run.
import type { Bench, Row } from './support/measure'
import { measureJobs } from './window/jobs'
import { measureMemory } from './window/memory'
import { openPlace } from './window/place'
import { measureScrolling } from './window/scrolling'
import { measureStart } from './window/start'
import { measureTyping } from './window/typing'

export async function measure(bench: Bench): Promise<Row[]> {
  const place = await openPlace(bench)
  try {
    return [
      // first: the daily backup is made here and is then out of the way
      ...(await measureJobs(place, bench)),
      ...(await measureStart(place, bench)),
      ...(await measureMemory(place, bench)),
      ...(await measureTyping(place, bench)),
      ...(await measureScrolling(place, bench)),
    ]
  } finally {
    place.stop()
  }
}
