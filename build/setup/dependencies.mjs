// node_modules as the lock file says: `npm ci` when it is missing or holds other versions, nothing otherwise.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'
import { SetupError, root, say } from './places.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

export function ensureDependencies() {
  if (isInstalled()) return
  say('installing the dependencies (npm ci)')
  // No install script is needed: better-sqlite3 brings its binaries, Electron is fetched by our own runtime/electron.mjs.
  if (!runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root)) {
    throw new SetupError('The dependencies could not be installed: see the lines of npm above, then start again.')
  }
}

export function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  return matches(readPackages(join(root, 'package-lock.json')), readPackages(installed))
}

/**
 * npm writes what it installed to node_modules/.package-lock.json, leaving out optional packages of other platforms.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function matches(wanted, installed) {
  const places = Object.keys(wanted).filter((place) => place !== '')
  const complete = places.every((place) => wanted[place]?.optional || installed[place])
  return complete && Object.keys(installed).every((place) => wanted[place]?.version === installed[place]?.version)
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
