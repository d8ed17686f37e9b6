// A backup put back into a place of its own: the very bytes that were written, opened as the program opens any register (older tables brought
// up to date, a replica of its own minted), so that what is compared or restored is known to open.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RegistryError } from '../model/errors'
import type { BackupTrouble } from '../model/shapes/backup'
import { openRegister } from '../store/open'
import { sha256Of } from './attached'
import { bytesOf, copyPath, type Manifest } from './folder'

/** A backup that cannot be used, and why. */
export const unusable = (trouble: BackupTrouble): RegistryError =>
  new RegistryError('bad_file', `backup ${trouble}`, [{ field: 'backup', rule: `backup.${trouble}` }])

/** Writes the backup to `target`. Throws bad_file with what is wrong with it. */
export async function putBack(folder: string, manifest: Manifest, target: string): Promise<void> {
  const copy = copyPath(folder, manifest.id)
  if (bytesOf(copy) === null) throw unusable('gone')
  await copyFile(copy, target)
  if ((await sha256Of(target)) !== manifest.sha256) throw unusable('changed')
  openRegister(target).close()
  rmSync(`${target}.lock`, { force: true })
}

/** Runs `work` with a scratch folder among the backups, which goes afterwards. */
export async function inScratch<T>(folder: string, work: (scratch: string) => T | Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  try {
    return await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
