// The second folder, a USB disk as a rule: holds the same backups as the folder beside the register. A disk that is not there is told and
// tried again at the next backup, when everything that it lacks is brought.
import { mkdirSync, renameSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import type { Job } from '../jobs/job'
import { removeDatabase, syncPath } from '../store/register-file'
import { fromSystem } from '../system-errors'
import { copyAttached, sha256Of } from './attached'
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
export async function bringToSecond(register: string, now: string, job: Job): Promise<Trouble> {
  const here = backupsFolder(register)
  const { second } = readState(here)
  if (second === null) return null
  const trouble = await bring(register, { place: second.path, now }, job)
  changeState(here, { second: { path: second.path, broughtAt: trouble === null ? now : second.broughtAt, trouble } })
  return trouble
}

async function bring(register: string, { place, now }: { place: string; now: string }, job: Job): Promise<Trouble> {
  if (!isFolder(place)) return 'missing'
  const here = backupsFolder(register)
  const there = folderIn(place, register)
  try {
    mkdirSync(there, { recursive: true })
    dropParts(there)
    for (const manifest of manifestsIn(here)) await bringOne(here, there, { manifest, job })
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

async function bringOne(
  here: string,
  there: string,
  { manifest, job }: { manifest: Manifest; job: Job },
): Promise<void> {
  job.check()
  const from = copyPath(here, manifest.id)
  const to = copyPath(there, manifest.id)
  if (bytesOf(from) === null) return
  await copyAttached(
    manifest.attachments,
    { from: (sha256) => attachedPath(here, sha256), to: (sha256) => attachedPath(there, sha256) },
    job,
  )
  if (bytesOf(to) !== manifest.bytes) {
    const part = `${to}.part`
    await copyFile(from, part)
    // read back: a worn stick may take bytes and give others
    if ((await sha256Of(part)) !== manifest.sha256) return removeDatabase(part)
    syncPath(part)
    renameSync(part, to)
  }
  if (!manifestsIn(there).some(({ id }) => id === manifest.id)) writeManifest(there, manifest)
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
