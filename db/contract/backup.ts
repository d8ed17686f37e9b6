// Calls about backups: copies of the whole register that are verified, compared, restored and tried out.
import { z } from 'zod'
import { FileRef } from '../model/inputs'
import type {
  BackupDifference,
  BackupList,
  BackupRow,
  DrillResult,
  LogCheck,
  RecoveryPlan,
  RecoveryReport,
} from '../model/shapes/backup'
import { admins, editors, everyone, nothing, output, type Entry } from './entry'

const BackupId = z.strictObject({ id: z.string().regex(/^[0-9]{8}-[0-9]{6}-[a-z]+(-\d{1,4})?$/) })

/** Long enough that nobody guesses it from a stick that was found. */
const NewPassphrase = z.string().min(10).max(200)

export const backupCalls = {
  /** Backups beside the register and in the second folder, newest first; the second folder, the last drill, what failed last. */
  'backups.list': { kind: 'read', allow: everyone, input: nothing, output: output<BackupList>() },
  /** Makes one now, reads the copy through, rotates the old ones, brings it to the second folder. Throws disk_full, cancelled. */
  'backups.make': { kind: 'write', allow: editors, input: nothing, output: output<BackupRow>() },
  /** Reads a backup through again and keeps the result: `verifiedAt`, or null and `trouble`. Throws not_found, cancelled. */
  'backups.verify': { kind: 'write', allow: editors, input: BackupId, output: output<BackupRow>() },
  /** What a restore would change: records by kind, laboratories by name, the change sets since. Throws not_found, bad_file (backup.gone …), cancelled. */
  'backups.compare': { kind: 'read', allow: editors, input: BackupId, output: output<BackupDifference>() },
  /** The backup takes the register's place; `before` holds the state that was, to go back to. Throws not_found, bad_file, disk_full, file_locked, cancelled. */
  'backups.restore': {
    kind: 'write',
    allow: admins,
    input: BackupId,
    output: output<{ backup: BackupRow; before: BackupRow }>(),
  },
  /** Restores the newest backup into a scratch place and compares counts and fingerprint. Throws not_found (there is none), disk_full, cancelled. */
  'backups.drill': { kind: 'write', allow: editors, input: nothing, output: output<DrillResult>() },
  /** The second folder (a grant), null: none any more. Throws bad_file (backup.same_folder), file_missing. */
  'backups.setSecond': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({ folder: FileRef.nullable() }),
    output: output<BackupList>(),
  },
  /** Puts new backups, and those there are, under a passphrase; null: new ones have none, older ones keep theirs. Its key is kept by the system where it can. */
  'backups.setPassphrase': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({ passphrase: NewPassphrase.nullable() }),
    output: output<BackupList>(),
  },
  /** Gives this program the passphrase of a backup, or (no id) the one of new backups. Throws wrong_passphrase, not_found. */
  'backups.unlock': {
    kind: 'read',
    allow: editors,
    input: z.strictObject({ id: BackupId.shape.id.optional(), passphrase: z.string().min(1).max(200) }),
    output: output<null>(),
  },
  /** What stands ready for the register that did not open last; null: nothing did, or another was opened since. */
  'register.recovery': { kind: 'read', allow: everyone, input: nothing, output: output<RecoveryPlan | null>() },
  /** Keeps the damaged file aside, puts the newest good backup in its place with every later change set that can still be read and verifies, and
      opens it. Nothing is deleted. `unlockedOnly`: as if there were no backups under a passphrase that is not known here. Throws passphrase_needed, not_found (nothing to recover), damaged_register (neither a backup nor a readable set), disk_full, cancelled. */
  'register.recover': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({ unlockedOnly: z.boolean().optional() }),
    output: output<RecoveryReport>(),
  },
  /** Recomputes the chains of the log and compares the tables with its replay; what was altered behind the program's back is named. Throws cancelled, disk_full. */
  'register.checkLog': { kind: 'read', allow: everyone, input: nothing, output: output<LogCheck>() },
  /** The saving after which this register stood as a paper's printed fingerprint says (blanks and signs between its digits do not matter); null: it never stood
      so, or what stood there has been altered since. At least 20 of its digits are needed. */
  'register.findFingerprint': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ printed: z.string().max(200) }),
    output: output<{ seq: number; at: string } | null>(),
  },
} satisfies Record<string, Entry>
