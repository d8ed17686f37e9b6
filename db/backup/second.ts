// The second folder, a USB disk as a rule: holds the same backups as the folder beside the register. A disk that is not there is told and
// tried again at the next backup, when everything that it lacks is brought.
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Job } from '../jobs/job'
import { syncPath } from '../store/register-file'
import { fromSystem } from '../system-errors'
import { sha256Of } from './attached'
import {
  attachedPath,
  backupsFolder,
  bytesOf,
  changeState,
  copyPath,
  dropParts,
  folderIn,
  manifestsIn,
  readState,
  writeManifest,
  type Manifest,
  type State,
} from './folder'
import { sweep } from './sweep'

type Trouble = NonNullable<State['second']>['trouble']

/** Brings what is lacking and removes what was rotated away here. What goes wrong is kept in the state, never thrown: the first backup is made. */
export function bringToSecond(register: string, now: string, job: Job): Trouble {
  const here = backupsFolder(register)
  const { second } = readState(here)
  if (second === null) return null
  const trouble = bring(register, { place: second.path, now }, job)
  changeState(here, { second: { path: second.path, broughtAt: trouble === null ? now : second.broughtAt, trouble } })
  return trouble
}

function bring(register: string, { place, now }: { place: string; now: string }, job: Job): Trouble {
  if (!isFolder(place)) return 'missing'
  const here = backupsFolder(register)
  const there = folderIn(place, register)
  try {
    mkdirSync(there, { recursive: true })
    dropParts(there)
    const { lock } = readState(here)
    // once there is a passphrase nothing leaves this machine without it
    for (const manifest of manifestsIn(here))
      if (lock === null || manifest.lock !== null) bringOne(here, there, { manifest, job })
    // by its own rule: what was lost beside the register stays here
    sweep(there, now)
    return null
  } catch (error) {
    const known = fromSystem(error)
    if (!isFolder(place)) return 'missing'
    if (known?.code === 'disk_full' || known?.code === 'read_only') return known.code
    throw error
  }
}

function bringOne(here: string, there: string, { manifest, job }: { manifest: Manifest; job: Job }): void {
  job.check()
  const { id, lock, attachments } = manifest
  const from = copyPath(here, id, lock)
  if (bytesOf(from) === null) return
  for (const { sha256 } of attachments) {
    job.check()
    bringFile(attachedPath(here, sha256, lock), attachedPath(there, sha256, lock))
  }
  // an open copy must be what its manifest says, so that one spoilt here is not spread; a locked one proves itself when it is unlocked
  if (!bringFile(from, copyPath(there, id, lock), lock === null ? manifest.sha256 : sha256Of(from))) return
  const known = manifestsIn(there).find((each) => each.id === id)
  if (known?.sha256 !== manifest.sha256) writeManifest(there, manifest)
  // it has been put under a lock since it was brought
  if (lock !== null) rmSync(copyPath(there, id), { force: true })
}

/** As it lies here, locked or not. False: what reads back there is not what it should be. */
function bringFile(from: string, to: string, sha256 = sha256Of(from)): boolean {
  const bytes = bytesOf(from)
  if (bytes === null || bytesOf(to) === bytes) return true
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.part`
  copyFileSync(from, part)
  // read back: a worn stick may take bytes and give others
  if (sha256Of(part) !== sha256) {
    rmSync(part, { force: true })
    return false
  }
  syncPath(part)
  renameSync(part, to)
  return true
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
