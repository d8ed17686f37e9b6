// `npm run torture [-- KILLS]`: builds the writer and the run that kills it (tests/torture), and runs them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildScript } from './script.mjs'
import { root, runMain } from './setup/places.mjs'

await runMain(async () => {
  const out = join(root, 'out/torture')
  await buildScript('tests/torture/writer.mts', out)
  const program = await buildScript('tests/torture/torture.mts', out)
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd: out, stdio: 'inherit' })
  process.exitCode = status ?? 1
})
