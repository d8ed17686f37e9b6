// better-sqlite3's own binaries need Node-API 10 (Node 22.14, Electron 35). For an older runtime the same source is compiled once,
// cached, and placed where the library looks first; that binary also loads in newer runtimes, so nothing needs to be taken back.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { withLock } from '../setup/lock.mjs'
import { ensureCachedNode } from '../setup/node.mjs'
import { SetupError, cacheDir, root, say } from '../setup/places.mjs'
import { missingCommands } from './system.mjs'

const FIRST_ELECTRON_WITH_NAPI_10 = 35
const OFFICIAL_DEFINE = "'NAPI_VERSION=10'"
const OLD_DEFINES = "'NAPI_VERSION=2147483647','NAPI_EXPERIMENTAL','NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"

const library = join(root, 'node_modules/better-sqlite3')
const addonApi = join(root, 'node_modules/node-addon-api')
const placed = join(library, 'build/Release/better_sqlite3.node')

/** @param {number} electronMajor */
export async function ensureBinding(electronMajor) {
  if (electronMajor >= FIRST_ELECTRON_WITH_NAPI_10) return
  const cached = cachedFile()
  await withLock('runtime', () => {
    if (!existsSync(cached)) compile(cached)
    place(cached)
  })
}

/**
 * The compiler's commands that this machine lacks, when there is something to compile.
 * @param {number} electronMajor
 */
export function missingForBinding(electronMajor) {
  if (electronMajor >= FIRST_ELECTRON_WITH_NAPI_10 || existsSync(cachedFile())) return []
  return missingCommands(['python3', 'make', 'g++'], 'compile better-sqlite3 for this older Electron')
}

function cachedFile() {
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))
  return join(cacheDir, `better-sqlite3-${version}-${process.platform}-${process.arch}.node`)
}

/**
 * Renamed into place: a running process may have the old file mapped.
 * @param {string} cached
 */
function place(cached) {
  if (existsSync(placed) && statSync(placed).size === statSync(cached).size) return
  mkdirSync(dirname(placed), { recursive: true })
  copyFileSync(cached, `${placed}.new`)
  renameSync(`${placed}.new`, placed)
}

/** @param {string} cached */
function compile(cached) {
  say('compiling better-sqlite3 for this older Electron (about a minute, once)')
  mkdirSync(cacheDir, { recursive: true })
  const work = mkdtempSync(join(cacheDir, '.compile-'))
  try {
    copySource(work)
    const gyp = join(root, 'node_modules/node-gyp/bin/node-gyp.js')
    const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${nodeWithHeaders()}`]
    const result = spawnSync(process.execPath, [gyp, ...args], {
      cwd: work,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    if (result.status !== 0) {
      throw new SetupError(
        `better-sqlite3 could not be compiled:\n${result.stdout.slice(-2000)}${result.stderr.slice(-4000)}`,
      )
    }
    copyFileSync(join(work, 'build/Release/better_sqlite3.node'), `${cached}.new`)
    renameSync(`${cached}.new`, cached)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} work */
function copySource(work) {
  cpSync(library, work, { recursive: true, filter: (path) => !/[\\/]better-sqlite3[\\/](prebuilds|build)$/.test(path) })
  cpSync(addonApi, join(work, 'node_modules/node-addon-api'), { recursive: true })
  const gyp = join(work, 'binding.gyp')
  const text = readFileSync(gyp, 'utf8')
  if (!text.includes(OFFICIAL_DEFINE))
    throw new Error(`better-sqlite3's binding.gyp no longer holds ${OFFICIAL_DEFINE}`)
  writeFileSync(gyp, text.replace(OFFICIAL_DEFINE, OLD_DEFINES))
}

/** The folder above include/node: the running Node's own, else the cached one's (a distribution's Node often has no headers). */
function nodeWithHeaders() {
  const own = resolve(dirname(realpathSync(process.execPath)), '..')
  return existsSync(join(own, 'include/node/node_api.h')) ? own : ensureCachedNode()
}
