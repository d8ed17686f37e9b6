// `npm run format`: every source file in the one look of .oxfmtrc.json; with --check nothing is written and a difference fails.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/places.mjs'

const GLOBS = ['{electron,renderer,db,build,tests}/**/*.{ts,tsx,mts,mjs,cjs,js,json,css,html}', '*.json']

const args = [...process.argv.slice(2), '--no-error-on-unmatched-pattern', ...GLOBS]
const result = spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), ...args], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = result.status ?? 1
