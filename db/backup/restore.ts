// Makes ready what takes the register's place: the backup beside it, verified, opened once (so that it has a replica of its own), its
// attached files brought back by hash. The register itself is replaced by the registry, in one rename, when all of this has gone well.
import type { Job } from '../jobs/job'
import { removeDatabase, syncPath } from '../store/register-file'
import { copyAttached, ownAttached } from './attached'
import { attachedPath, manifestOf } from './folder'
import { putBack, unusable, type Stored } from './scratch'
import { troubleOf } from './verify'

export type RestoreJob = Stored & { register: string }

export const restoringPath = (register: string): string => `${register}.restoring`

/** Returns the file that is ready. Throws bad_file with what is wrong with the backup. */
export async function prepareRestore({ register, ...stored }: RestoreJob, job: Job): Promise<string> {
  const { folder, id, key } = stored
  const manifest = manifestOf(folder, id)
  const trouble = await troubleOf(stored, manifest, job)
  if (trouble !== null && trouble !== 'attachments' && trouble !== 'log') throw unusable(trouble)
  const target = restoringPath(register)
  removeDatabase(target)
  try {
    putBack(stored, manifest, target)
    copyAttached(
      manifest.attachments,
      {
        from: (sha256) => attachedPath(folder, sha256, manifest.lock),
        to: (sha256) => ownAttached(register, sha256),
        key,
        how: 'fetch',
      },
      job,
    )
    syncPath(target)
    return target
  } catch (error) {
    removeDatabase(target)
    throw error
  }
}
