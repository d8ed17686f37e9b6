// Earlier states of the open register (“theo sổ lúc đó”): made by a job when first asked for, kept open while the register is, and as
// files beside the profile so that the next start finds them. They are caches: losing them costs time only.
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WriteDb } from './store/database'
import { CACHE_KB, type OpenRegister } from './store/open'
import { recordedName, type RecordedJob } from './store/recorded'

/** Files kept; the one used longest ago goes first. */
const MOST_KEPT = 4

export interface RecordedRegisters {
  /** The register as it stood after the set `seq`; `make` runs the job that replays it. Throws not_found, cancelled. */
  at(register: OpenRegister, seq: number, make: (job: RecordedJob) => Promise<unknown>): Promise<OpenRegister>
  /** Closes them all, e.g. because another register is opened. */
  close(): void
  /** Removes their files too: they hold what has been taken out of the register. */
  forget(): Promise<void>
}

/** `folder` left out: they last as long as the process. */
export function recordedRegisters(folder: string | undefined): RecordedRegisters {
  const open = new Map<string, Promise<OpenRegister>>()
  let own: string | null = null
  const place = (): string => {
    if (folder === undefined) return (own ??= mkdtempSync(join(tmpdir(), 'so-cong-nhan-')))
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const close = (): void => {
    for (const each of open.values()) void each.then((register) => register.close()).catch(() => undefined)
    open.clear()
  }
  return {
    at(register, seq, make) {
      const name = recordedName(register.db, seq)
      const known = open.get(name)
      if (known) return known
      const target = join(place(), name)
      const opening = (async () => {
        if (existsSync(target)) utimesSync(target, new Date(), new Date())
        else await make({ register: register.file, seq, target })
        forgetOldest(place(), name)
        return openRecorded(target)
      })()
      open.set(name, opening)
      opening.catch(() => open.delete(name))
      return opening
    },
    async forget() {
      const all = [...open.values()]
      open.clear()
      for (const each of all) await each.then((register) => register.close()).catch(() => undefined)
      for (const name of readdirSync(place())) rmSync(join(place(), name), { force: true })
    },
    close() {
      close()
      if (own !== null) rmSync(own, { recursive: true, force: true })
      own = null
    },
  }
}

function openRecorded(file: string): OpenRegister {
  const db = new Database(file, { readonly: true, fileMustExist: true }) as WriteDb
  db.pragma(`cache_size = -${CACHE_KB}`)
  // nobody writes to it: the reading lock is taken once and not with every statement
  db.pragma('locking_mode = EXCLUSIVE')
  return { file, db, readOnly: 'recorded', inPlace: () => true, close: () => void db.close() }
}

/** On Windows a file that is open cannot be removed: it stays until another time. */
function forgetOldest(folder: string, keep: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.scn') && name !== keep)
  const byUse = files
    .map((name) => ({ name, used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  for (const { name } of byUse.slice(MOST_KEPT - 1)) {
    try {
      rmSync(join(folder, name), { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY' && (error as NodeJS.ErrnoException).code !== 'EPERM')
        throw error
    }
  }
}
