// Removes from a folder of backups what the rule of rotate.ts does not keep. A copy that is gone is no good one, whatever its manifest says.
import { todayIn } from '../model/dates/partial'
import { dropUnnamed } from './attached'
import { bytesOf, copyPath, dropBackup, manifestsIn } from './folder'
import { keptBackups } from './rotate'

const ZONE = 'Asia/Ho_Chi_Minh'

export function sweep(folder: string, now: string): void {
  const all = manifestsIn(folder)
  const kept = keptBackups(
    all.map(({ id, reason, madeAt, verifiedAt }) => ({
      id,
      reason,
      day: todayIn(ZONE, Date.parse(madeAt)),
      good: verifiedAt !== null && bytesOf(copyPath(folder, id)) !== null,
    })),
    todayIn(ZONE, Date.parse(now)),
  )
  for (const { id } of all) if (!kept.has(id)) dropBackup(folder, id)
  const named = all.filter(({ id }) => kept.has(id)).flatMap((each) => each.attachments.map(({ sha256 }) => sha256))
  dropUnnamed(folder, new Set(named))
}
