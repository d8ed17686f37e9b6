// Makes ready what takes the register's place: the backup beside it, verified, opened once (so that it has a replica of its own), its
// attached files brought back by hash. The register itself is replaced by the registry, in one rename, when all of this has gone well.
import type { Job } from '../jobs/job'
import { removeDatabase, syncPath } from '../store/register-file'
import { copyAttached, ownAttached } from './attached'
import { attachedPath, manifestOf } from './folder'
import { putBack, unusable } from './scratch'
import { troubleOf } from './verify'

export interface RestoreJob {
  register: string
  folder: string
  id: string
}

export const restoringPath = (register: string): string => `${register}.restoring`

/** Returns the file that is ready. Throws bad_file with what is wrong with the backup. */
export async function prepareRestore({ register, folder, id }: RestoreJob, job: Job): Promise<string> {
  const manifest = manifestOf(folder, id)
  const trouble = await troubleOf(folder, manifest, job)
  if (trouble !== null && trouble !== 'attachments' && trouble !== 'log') throw unusable(trouble)
  const target = restoringPath(register)
  removeDatabase(target)
  try {
    await putBack(folder, manifest, target)
    await copyAttached(
      manifest.attachments,
      { from: (sha256) => attachedPath(folder, sha256), to: (sha256) => ownAttached(register, sha256) },
      job,
    )
    syncPath(target)
    return target
  } catch (error) {
    removeDatabase(target)
    throw error
  }
}
