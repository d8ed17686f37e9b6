// Verifies a backup that was made earlier: the very bytes that were written, and what they hold. The result is kept in the manifest.
import { join } from 'node:path'
import type { Job } from '../jobs/job'
import type { BackupTrouble } from '../model/shapes/backup'
import { attachedWhole, sha256Of } from './attached'
import { bytesOf, copyPath, manifestOf, writeManifest, type Manifest } from './folder'
import { inspectCopy } from './inspect'
import { needsPassphrase } from './keyring'
import { unlockFile } from './lock'
import { inScratch, type Stored } from './scratch'

export type VerifyJob = Stored & { now: string }

export async function verifyBackup({ now, ...stored }: VerifyJob, job: Job): Promise<Manifest> {
  const { folder, id } = stored
  const manifest = manifestOf(folder, id)
  const trouble = await troubleOf(stored, manifest, job)
  const verified = { ...manifest, verifiedAt: trouble === null ? now : null, trouble }
  writeManifest(folder, verified)
  return verified
}

/** Null: the backup is whole. */
export async function troubleOf(stored: Stored, manifest: Manifest, job: Job): Promise<BackupTrouble | null> {
  const { folder, key, scratch } = stored
  const file = copyPath(folder, manifest.id, manifest.lock)
  if (bytesOf(file) === null) return 'gone'
  if (sha256Of(file) !== manifest.sha256) return 'changed'
  const found =
    manifest.lock === null
      ? inspectCopy(file, manifest, job)
      : await inScratch(scratch, (place) => {
          const opened = join(place, 'verify.scn')
          if (key === null) throw needsPassphrase()
          unlockFile(file, opened, key)
          return inspectCopy(opened, manifest, job)
        })
  return found ?? (attachedWhole(folder, manifest, key, job) ? null : 'attachments')
}
