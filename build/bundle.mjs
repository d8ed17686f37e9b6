// Keeps out/ as new as its sources: the bundler runs only when a file that ends up there, or decides how, has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withLock } from './setup/lock.mjs'
import { SetupError, root, say } from './setup/places.mjs'

const SOURCES = ['electron', 'db', 'renderer', 'build/electron.vite.config.ts', 'package.json', 'package-lock.json']
const stampFile = join(root, 'out/.stamp')

/** Builds out/ unless it already holds what the sources give; the bundler's words go to stderr. */
export async function ensureBundle() {
  if (isFresh()) return
  await withLock('build', () => {
    if (isFresh()) return
    bundle()
  })
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

function bundle() {
  say('building (the sources changed)')
  rmSync(stampFile, { force: true })
  const before = fingerprint()
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const result = spawnSync(
    process.execPath,
    [tool, 'build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  if (result.status !== 0) throw new SetupError(`The build failed:\n${result.stdout}${result.stderr}`)
  writeFileSync(stampFile, before)
}

/** One hash over the names and contents of everything that a build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} the files, in a stable order
 */
function filesIn(path) {
  if (!existsSync(path)) return []
  try {
    const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    return entries.flatMap((entry) => {
      const inner = join(path, entry.name)
      return entry.isDirectory() ? filesIn(inner) : [inner]
    })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path]
    throw error
  }
}
