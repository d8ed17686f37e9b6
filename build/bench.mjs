// `npm run bench -- NAME…`: builds tests/bench/NAME.mts and runs it; all of them without a name. What they make lies in out/bench/.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root, runMain } from './setup/places.mjs'

const folder = join(root, 'tests/bench')
const out = join(root, 'out/bench')

await runMain(async () => {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.mts'))
    .map((file) => file.replace('.mts', ''))
  const names = process.argv.slice(2)
  for (const name of names.length > 0 ? names : all) {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(folder, `${name}.mts`),
        target: 'node20.18',
        outDir: out,
        emptyOutDir: false,
        rollupOptions: { external: ['better-sqlite3'], output: { format: 'cjs', entryFileNames: `${name}.js` } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    })
    const { status } = spawnSync(process.execPath, [join(out, `${name}.js`)], { cwd: out, stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
})
