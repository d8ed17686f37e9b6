// Runs one measure in a process of its own: `node run.js MEASURE.js ROWS.json CACHE ROOT`. What it measured goes to ROWS.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Bench, Measure, Row } from './measure'
import { openRegisters, sizes } from './registers'

const [, , program, target, cache, root] = process.argv as string[]

async function main(): Promise<void> {
  mkdirSync(cache!, { recursive: true })
  // beside the registers, so that saves go to the same disk: a /tmp in memory would flatter them
  const scratch = mkdtempSync(join(cache!, 'run-'))
  try {
    const bench: Bench = { registers: await openRegisters(cache!, scratch), sizes, scratch, root: root!, smoke: false }
    const { measure } = createRequire(program!)(program!) as { measure: Measure }
    const rows: Row[] = await measure(bench)
    writeFileSync(target!, JSON.stringify(rows))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

// the registry's reading thread keeps no program running: without this one would end, with no word, in the middle of a question
const running = setInterval(() => undefined, 60_000)

void main()
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => clearInterval(running))
