// Puts every backup that has no lock yet under the present passphrase: those beside the register and those in the second folder. Each is locked
// beside, named by its manifest, and only then the open one removed, so that whatever happens one of both is whole.
import { rmSync } from 'node:fs'
import type { Job } from '../jobs/job'
import { copyAttached, sha256Of } from './attached'
import {
  attachedPath,
  backupsFolder,
  bytesOf,
  copyPath,
  lies,
  manifestsIn,
  writeManifest,
  type Manifest,
} from './folder'
import { lockFile, type Key } from './lock'
import { bringToSecond } from './second'
import { secondOf } from './rows'
import { sweep } from './sweep'

export interface LockJob {
  register: string
  key: Key
  now: string
}

/** Returns how many were locked. */
export function lockAll({ register, key, now }: LockJob, job: Job): number {
  const here = backupsFolder(register)
  const there = secondOf(register)
  let locked = 0
  for (const folder of there === null ? [here] : [here, there]) {
    const all = manifestsIn(folder)
    // left by a lock that was cut short
    for (const { id, lock } of all) if (lock !== null) rmSync(copyPath(folder, id), { force: true })
    const open = all.filter((manifest) => manifest.lock === null && lies(folder, manifest))
    for (const manifest of open) {
      job.check()
      job.progress(locked, null)
      lockOne(folder, manifest, { key, job })
      locked += 1
    }
    if (open.length > 0) sweep(folder, now)
  }
  bringToSecond(register, now, job)
  return locked
}

function lockOne(folder: string, manifest: Manifest, { key, job }: { key: Key; job: Job }): void {
  const { id, sha256 } = manifest
  const open = copyPath(folder, id)
  // what is spoilt already stays as it is: a lock would hide it
  if (sha256Of(open) !== sha256) return
  copyAttached(
    manifest.attachments,
    {
      from: (each) => attachedPath(folder, each),
      to: (each) => attachedPath(folder, each, key.lock),
      key,
      how: 'keep',
    },
    job,
  )
  const locked = copyPath(folder, id, key.lock)
  rmSync(locked, { force: true })
  lockFile(open, locked, key)
  writeManifest(folder, { ...manifest, lock: key.lock, bytes: bytesOf(locked) ?? 0, sha256: sha256Of(locked) })
  rmSync(open, { force: true })
}
