// `npm run typecheck`: each folder with the globals of the place where its code runs; the shell a second time with the types of the
// registry-carried Electron, when that is what runs here.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { usesCarried } from './runtime/electron.mjs'
import { carriedTypesConfig } from './runtime/types.mjs'
import { root, runMain } from './setup/places.mjs'

const FOLDERS = ['model', 'db', 'electron', 'preload', 'renderer', 'tests']
const SHELL = ['electron', 'preload']

await runMain(() => {
  const own = FOLDERS.map((folder) => `build/tsconfig.${folder}.json`)
  const carried = usesCarried() ? SHELL.map(carriedTypesConfig) : []
  const failed = [...own, ...carried].filter((config) => !check(config))
  if (failed.length === 0) return
  console.error(`typecheck failed: ${failed.join(', ')}`)
  process.exitCode = 1
})

/** @param {string} config */
function check(config) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, stdio: 'inherit' }).status === 0
}
