// `npm run -s registry -- <call> '<json>' --file register.scn`: the register from a terminal. Stdout belongs to the answer alone;
// relative file names are those of the folder in which npm was called.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBundle } from './bundle.mjs'
import { root, runMain } from './setup/places.mjs'

await runMain(async () => {
  await ensureBundle()
  const cli = join(root, 'out/main/cli.js')
  process.chdir(process.env['INIT_CWD'] ?? process.cwd())
  process.argv.splice(1, 1, cli)
  await import(pathToFileURL(cli).href)
})
