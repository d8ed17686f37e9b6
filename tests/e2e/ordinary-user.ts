// The app as an ordinary user with Chromium's sandbox on. Where the tests run as root (CI, a container) the runtime and the built app are
// linked to a place that everybody can read and started as `nobody`; elsewhere the user who runs the tests is ordinary enough.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, inject } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

export const ordinaryUid = isRoot ? NOBODY : (process.getuid?.() ?? -1)

export interface OrdinaryRuntime {
  executable: string
  app: string
}

let made: OrdinaryRuntime | undefined
let place: string | undefined
afterAll(() => {
  if (place !== undefined) rmSync(place, { recursive: true, force: true })
})

export function ordinaryUser(): OrdinaryRuntime {
  made ??= isRoot ? forNobody() : { executable: inject('electron').executable, app: root }
  return made
}

/** Makes the folder that user's own. */
export function handOver(folder: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder])
}

function forNobody(): OrdinaryRuntime {
  place = mkdtempSync(join(tmpdir(), 'scn-nobody-'))
  chmodSync(place, 0o755)
  const app = join(place, 'app')
  for (const folder of ['app/node_modules', 'home']) mkdirSync(join(place, folder), { recursive: true })
  link(inject('electron').dist, join(place, 'electron'))
  link(join(root, 'out'), join(app, 'out'))
  link(join(root, 'package.json'), join(app, 'package.json'))
  link(realpathSync(join(root, 'node_modules/better-sqlite3')), join(app, 'node_modules/better-sqlite3'))
  const home = join(place, 'home')
  handOver(home)
  const executable = join(place, 'start')
  const switches = `--reuid=${NOBODY} --regid=${NOBODY} --clear-groups`
  writeFileSync(executable, `#!/bin/sh\nHOME=${home} exec setpriv ${switches} ${place}/electron/electron "$@"\n`)
  chmodSync(executable, 0o755)
  return { executable, app }
}

/** Hard links where the file system has both places, else copies: the runtime has 300 MB. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
  } catch {
    rmSync(to, { recursive: true, force: true })
    execFileSync('cp', ['-a', from, to])
  }
}
