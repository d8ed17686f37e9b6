// `npm run bench -- NAME…`: builds tests/bench/NAME.mts and runs it; all of them without a name. What they make lies in out/bench/.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildScript } from './script.mjs'
import { root, runMain } from './setup/places.mjs'

const out = join(root, 'out/bench')

await runMain(async () => {
  const all = readdirSync(join(root, 'tests/bench'))
    .filter((file) => file.endsWith('.mts'))
    .map((file) => file.replace('.mts', ''))
  const names = process.argv.slice(2)
  for (const name of names.length > 0 ? names : all) {
    const program = await buildScript(`tests/bench/${name}.mts`, out)
    const { status } = spawnSync(process.execPath, [program], { cwd: out, stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
})
