// `npm run lint`: oxlint with its type-aware rules (.oxlintrc.json), then the house rules of lint/.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkHouse } from './lint/house.mjs'
import { root } from './setup/places.mjs'

const oxlint = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
const { errors, notes } = await checkHouse()
for (const note of notes) console.log(`note: ${note}`)
for (const error of errors) console.error(error)
console.log(`House rules: ${errors.length} broken.`)
if (oxlint.status !== 0 || errors.length > 0) process.exitCode = 1
