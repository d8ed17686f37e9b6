// Verifies a backup that was made earlier: the very bytes that were written, and what they hold. The result is kept in the manifest.
import type { Job } from '../jobs/job'
import type { BackupTrouble } from '../model/shapes/backup'
import { attachedWhole, sha256Of } from './attached'
import { bytesOf, copyPath, manifestOf, writeManifest, type Manifest } from './folder'
import { inspectCopy } from './inspect'

export interface VerifyJob {
  folder: string
  id: string
  now: string
}

export async function verifyBackup({ folder, id, now }: VerifyJob, job: Job): Promise<Manifest> {
  const manifest = manifestOf(folder, id)
  const trouble = await troubleOf(folder, manifest, job)
  const verified = { ...manifest, verifiedAt: trouble === null ? now : null, trouble }
  writeManifest(folder, verified)
  return verified
}

/** Null: the backup is whole. */
export async function troubleOf(folder: string, manifest: Manifest, job: Job): Promise<BackupTrouble | null> {
  const file = copyPath(folder, manifest.id)
  if (bytesOf(file) === null) return 'gone'
  if ((await sha256Of(file)) !== manifest.sha256) return 'changed'
  const found = inspectCopy(file, manifest, job)
  return found ?? ((await attachedWhole(folder, manifest.attachments, job)) ? null : 'attachments')
}
