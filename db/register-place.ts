// Refuses a live register where it would break: the rule is db/model/places, this gives it the facts of the machine.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RegistryError } from './model/errors'
import { badPlace, type BadPlace } from './model/places'

export function badPlaceOf(file: string): BadPlace | null {
  return badPlace({ platform: process.platform, path: realPath(file), env: process.env, mounts: mounts() })
}

/** Throws bad_place; copying the register to the app's own folder is the way out. */
export function refuseBadPlace(file: string): void {
  const place = badPlaceOf(file)
  if (place === null) return
  const params = { name: basename(file), service: place.name }
  throw new RegistryError('bad_place', basename(file), [{ field: 'file', rule: `bad_place.${place.kind}`, params }])
}

/** Links followed, and on Windows a mapped drive named by its server; of a file still to be made that of the folder it goes to. */
function realPath(file: string): string {
  if (existsSync(file)) return realpathSync.native(file)
  const folder = dirname(file)
  return folder === file ? file : join(realPath(folder), basename(file))
}

function mounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    // Windows and macOS have none
    return ''
  }
}
