// A backup picked as a file, on a machine that may never have seen its register: it becomes a register of its own in the program's folder, with its
// attached files, and the backup stays as it is. Known by the manifest beside it; opened where it lies it would no longer be what was verified.
import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { CallContext } from '../call-context'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'
import type { PickedBackup } from '../model/shapes/register'
import { filesFolder } from '../store/attachment-files'
import { backupsFolder, copyPath, manifestsIn, type Manifest } from './folder'
import { needsPassphrase } from './keyring'
import { openLock, type Key } from './lock'

/** Null: the file is no backup. Throws bad_file (backup.no_manifest) for a locked one whose manifest is not beside it. */
export function backupAt(path: string): Manifest | null {
  const folder = dirname(path)
  const found = manifestsIn(folder).find(({ id, lock }) => basename(copyPath(folder, id, lock)) === basename(path))
  if (found === undefined && /\.scnk$/i.test(path))
    throw new RegistryError('bad_file', 'a locked backup alone', [{ field: 'file', rule: 'backup.no_manifest' }])
  return found ?? null
}

export const pickedBackup = (manifest: Manifest | null): PickedBackup | null =>
  manifest && { name: manifest.register.name, madeAt: manifest.madeAt, locked: manifest.lock !== null }

async function keyOf(context: CallContext, { lock }: Manifest, passphrase: string | undefined): Promise<Key | null> {
  if (lock === null) return null
  if (passphrase !== undefined) return openLock(lock, passphrase)
  const known = context.keys.find(lock)
  if (known === null) throw needsPassphrase()
  return known
}

/** Makes a register of it and opens that. Throws passphrase_needed, wrong_passphrase, bad_file with what is wrong with the backup. */
export async function bringBack(
  context: CallContext,
  { path, manifest, passphrase }: { path: string; manifest: Manifest; passphrase: string | undefined },
): Promise<void> {
  const key = await keyOf(context, manifest, passphrase)
  await context.adopt(manifest.register.name, async (register) => {
    const input = { register, folder: dirname(path), id: manifest.id, key, scratch: backupsFolder(register) }
    try {
      return await inJob(context, 'register.open', 'backup-restore', { input })
    } catch (error) {
      for (const made of [filesFolder(register), backupsFolder(register)])
        rmSync(made, { recursive: true, force: true })
      throw error
    }
  })
}
