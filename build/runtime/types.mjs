// The types of the Electron we run here when it is older than the one we ship with: API that the older one lacks then shows as a type
// error, not as a surprise in the tests. Only the carried runtime needs them.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { moveUnlessThere } from '../setup/node.mjs'
import { packPinned } from '../setup/npm.mjs'
import { SetupError, cacheDir, root } from '../setup/places.mjs'
import { CARRIED_VERSION } from './carried.mjs'

const SHA512 = 'SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg=='
const home = join(cacheDir, `electron-types-${CARRIED_VERSION}`)

/**
 * Writes a tsconfig that checks like `build/tsconfig.<folder>.json`, but with the carried Electron's types.
 * @param {string} folder
 * @returns {string} the file's path
 */
export function carriedTypesConfig(folder) {
  const place = join(root, 'node_modules/.cache/so-cong-nhan')
  const types = join(place, `electron-${CARRIED_VERSION}.d.ts`)
  const file = join(place, `tsconfig.${folder}-${CARRIED_VERSION}.json`)
  const config = {
    extends: join(root, `build/tsconfig.${folder}.json`),
    compilerOptions: { paths: { electron: [types] } },
  }
  mkdirSync(place, { recursive: true })
  copyFileSync(join(ensureTypes(), 'electron.d.ts'), types) // inside the project, where it finds the types of Node
  writeFileSync(file, JSON.stringify(config))
  return file
}

function ensureTypes() {
  if (existsSync(join(home, 'electron.d.ts'))) return home
  const { folder, tarball } = packPinned(`electron@${CARRIED_VERSION}`, SHA512)
  try {
    const tar = spawnSync('tar', ['-xzf', tarball, '-C', folder, 'package/electron.d.ts'], { stdio: ['ignore', 2, 2] })
    if (tar.status !== 0) throw new SetupError(`The types of Electron ${CARRIED_VERSION} could not be unpacked.`)
    moveUnlessThere(join(folder, 'package'), home, 'electron.d.ts')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return home
}
