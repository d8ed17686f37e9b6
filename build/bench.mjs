// `npm run bench [-- NAME…]`: runs the measures tests/bench/NAME.mts, all of them without a name, each in a process of its own, and tells what
// they found: a table, tests/bench/bench.json, README.md and growth.svg. Exit code 1: a limit is missed without a word on the floor.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensureRuntime } from './runtime/ensure.mjs'
import { buildScript } from './script.mjs'
import { cacheDir, root, runMain, say } from './setup/places.mjs'

const out = join(root, 'out/bench')
const parts = join(out, 'rows')

await runMain(async () => {
  const all = readdirSync(join(root, 'tests/bench'))
    .filter((file) => file.endsWith('.mts'))
    .map((file) => file.replace('.mts', ''))
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`no measure ${unknown.join(', ')}; there are ${all.join(', ')}`)
  rmSync(parts, { recursive: true, force: true })
  mkdirSync(parts, { recursive: true })
  await ensureBundle()
  const run = await buildScript('tests/bench/support/run.mts', out)
  const names = asked.length > 0 ? asked : all
  const needsWindow = names.includes('window')
  const runtime = needsWindow ? await ensureRuntime() : null
  if (runtime !== null) {
    await buildScript('tests/bench/support/empty-window.ts', out)
    const { executable, args, env } = runtime
    process.env['SCN_BENCH_ELECTRON'] = JSON.stringify({ executable, args, env })
  }
  for (const name of names) {
    say(name)
    const program = await buildScript(`tests/bench/${name}.mts`, out)
    const rows = join(parts, `${name}.json`)
    const { status } = node(run, program, rows, join(cacheDir, 'bench'), root)
    if (status !== 0) process.exitCode = 1
  }
  runtime?.stop()
  const report = await buildScript('tests/bench/support/report.mts', out)
  const { status } = node(report, parts, join(root, 'tests/bench'), asked.length > 0 ? 'some' : 'all')
  if (status !== 0) process.exitCode = 1
})

/** @param {string[]} command */
function node(...command) {
  return spawnSync(process.execPath, command, { cwd: out, stdio: 'inherit' })
}
