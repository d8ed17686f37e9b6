// Removes from a folder of backups what the rule of rotate.ts does not keep. A copy that is gone is no good one, whatever its manifest says.
import { dayInVietnam } from '../model/dates/partial'
import { dropUnnamed } from './attached'
import { contentName, dropBackup, lies, manifestsIn } from './folder'
import { keptBackups } from './rotate'

export function sweep(folder: string, now: string): void {
  const all = manifestsIn(folder)
  const kept = keptBackups(
    all.map(({ id, reason, madeAt, verifiedAt, lock }) => ({
      id,
      reason,
      day: dayInVietnam(Date.parse(madeAt)),
      good: verifiedAt !== null && lies(folder, { id, lock }),
    })),
    dayInVietnam(Date.parse(now)),
  )
  for (const { id } of all) if (!kept.has(id)) dropBackup(folder, id)
  const named = all
    .filter(({ id }) => kept.has(id))
    .flatMap(({ attachments, lock }) => attachments.map(({ sha256 }) => contentName(sha256, lock)))
  dropUnnamed(folder, new Set(named))
}
