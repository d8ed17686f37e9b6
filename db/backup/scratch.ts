// A backup put back into a place of its own: the very bytes that were written, opened as the program opens any register (older tables brought
// up to date, a replica of its own minted), so that what is compared or restored is known to open.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { RegistryError } from '../model/errors'
import type { BackupTrouble } from '../model/shapes/backup'
import { openRegister } from '../store/open'
import { sha256Of } from './attached'
import { bytesOf, copyPath, type Manifest } from './folder'
import { needsPassphrase } from './keyring'
import { unlockFile, type Key } from './lock'

/** A backup that cannot be used, and why. */
export const unusable = (trouble: BackupTrouble): RegistryError =>
  new RegistryError('bad_file', `backup ${trouble}`, [{ field: 'backup', rule: `backup.${trouble}` }])

/** Where a backup lies, what opens it, and the folder beside the register for what must not lie elsewhere without its lock. */
export interface Stored {
  folder: string
  id: string
  key: Key | null
  scratch: string
}

/** Writes the backup's content to `target`. Throws bad_file with what is wrong with it. */
export function putBack({ folder, key }: Pick<Stored, 'folder' | 'key'>, manifest: Manifest, target: string): void {
  const copy = copyPath(folder, manifest.id, manifest.lock)
  if (bytesOf(copy) === null) throw unusable('gone')
  rmSync(target, { force: true })
  if (manifest.lock === null) copyFileSync(copy, target)
  else if (key === null || key.lock.salt !== manifest.lock.salt) throw needsPassphrase()
  else unlockFile(copy, target, key)
  // GCM has looked at every byte of a locked one
  if (manifest.lock === null && sha256Of(target) !== manifest.sha256) throw unusable('changed')
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
