// `npm run typecheck`: each folder with the globals of the place where its code runs.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/places.mjs'

const FOLDERS = ['model', 'db', 'electron', 'preload', 'renderer', 'tests']

const failed = FOLDERS.filter((folder) => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const result = spawnSync(process.execPath, [tsc, '-p', `build/tsconfig.${folder}.json`], {
    cwd: root,
    stdio: 'inherit',
  })
  return result.status !== 0
})
if (failed.length > 0) {
  console.error(`typecheck failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
