// Answers about backups: what lies in the two folders, what a restore would change, what came of a drill, a recovery or a check of the log.
import type { EntityName } from '../entities'

export const backupReasons = ['daily', 'manual', 'migration', 'import', 'edit', 'restore', 'redaction'] as const
/** why it was made; 'redaction' stands after a value was taken out, so that none before it need be gone back to; all others but 'daily' and 'manual' before something that can go wrong */
export type BackupReason = (typeof backupReasons)[number]

/** One backup as its manifest has it. */
export interface BackupRow {
  id: string
  reason: BackupReason
  /** instant of the state it holds, ISO 8601 UTC */
  madeAt: string
  /** of the register's file as stored, in bytes */
  bytes: number
  attachments: number
  attachmentBytes: number
  /** living (not trashed) */
  labs: number
  accreditations: number
  decisions: number
  /** commit_seq of the last change set */
  seq: number
  /** SHA-256 over the heads of the log */
  fingerprint: string
  /** version of the program that made it */
  version: string
  /** when the copy was last read through and found whole; null: it was not, `trouble` says why */
  verifiedAt: string | null
  trouble: BackupTrouble | null
  /** it opens with its passphrase only */
  locked: boolean
  /** in the folder beside the register */
  here: boolean
  /** in the second folder; null: there is none, or it cannot be reached now */
  second: boolean | null
}

/** 'gone': the file is no longer there; 'changed': not the bytes that were written; 'damaged': SQLite finds it broken;
    'differs': not what was copied; 'log': its change log does not verify; 'attachments': an attached file is missing or altered */
export type BackupTrouble = 'gone' | 'changed' | 'damaged' | 'differs' | 'log' | 'attachments'

/** The second folder: a USB disk or another disk. */
export interface SecondFolder {
  /** last part of its path; a window never learns the rest */
  name: string
  /** when backups were last brought there; null: never yet */
  broughtAt: string | null
  /** null: fine the last time; 'missing': the disk is not there; else it cannot be written or is full */
  trouble: 'missing' | 'read_only' | 'disk_full' | null
}

export interface DrillResult {
  at: string
  /** the backup that was restored */
  backup: string
  madeAt: string
  passed: boolean
  /** tables compared */
  tables: number
  records: number
  /** what did not fit, by table; [] when it passed */
  differing: string[]
  /** null: it opened and was compared; else why it did not get so far */
  trouble: BackupTrouble | null
}

export interface BackupList {
  rows: BackupRow[]
  second: SecondFolder | null
  lastDrill: DrillResult | null
  /** the last automatic backup did not come about: its error code */
  failed: string | null
  /** new backups are put under a passphrase; `known`: this program has its key now, `kept`: also after the next start. Null: they are not */
  lock: { known: boolean; kept: boolean } | null
  /** this machine keeps the key safely; false: the passphrase is asked for after each start */
  canKeep: boolean
}

/** How many records of one kind differ between now and the backup. */
export interface DifferenceCount {
  entity: EntityName
  /** made since: they would go */
  added: number
  /** changed since: they would be as they were */
  changed: number
  /** put in the trash, or gone, since: they would come back */
  removed: number
}

export interface BackupDifference {
  backup: BackupRow
  /** change sets in the register that the backup does not hold */
  sets: number
  first: string | null
  last: string | null
  actors: string[]
  counts: DifferenceCount[]
  /** laboratories that are touched, by name, at most 50 */
  labs: { id: string; name: string; what: 'added' | 'changed' | 'removed' }[]
  moreLabs: number
}

/** A record that is not as the log has it: altered by something else than this program. */
export interface Misfit {
  entity: EntityName
  id: string
  /** 'changed': other values; 'extra': never entered; 'missing': entered and no longer there */
  what: 'changed' | 'extra' | 'missing'
  label: string
  lab: { id: string; name: string } | null
  fields: { field: string; stored: unknown; logged: unknown }[]
}

export interface Chain {
  replica: string
  sets: number
  head: string
  first: string
  last: string
}

export interface LogCheck {
  at: string
  fingerprint: string
  sets: number
  changes: number
  /** values taken out by an administrator; the chain holds without them */
  redacted: number
  /** the sets that took them out, oldest first, at most 100 */
  redactions: { seq: number; at: string; actor: string; reason: string | null; changes: number }[]
  chains: Chain[]
  /** commit_seq of sets whose values or header no longer give their hash, at most 100 */
  altered: number[]
  /** numbers that are missing within a chain */
  gaps: { replica: string; from: number; to: number }[]
  misfits: Misfit[]
  moreMisfits: number
}

/** What stands ready for a register that does not open. */
export interface RecoveryPlan {
  /** file name without its folder */
  file: string
  /** its error code; 'crashes': the program ended again and again while it was open */
  why: 'damaged_register' | 'not_a_register' | 'file_missing' | 'crashes'
  /** names the crashes in the log; null: it did not crash */
  number: string | null
  /** the newest good backup; null: there is none, then the log alone is read */
  backup: BackupRow | null
  /** the newest good one that opens without a passphrase to be typed */
  open: BackupRow | null
  backups: number
}

export interface RecoveryReport {
  at: string
  file: string
  /** name of the damaged file that was kept, in the same folder; null: there was none any more */
  kept: string | null
  backup: { id: string; madeAt: string; seq: number } | null
  /** change sets read from the damaged file and put back */
  returned: number
  firstReturned: string | null
  lastReturned: string | null
  /** numbers (commit_seq of the damaged file) that could not be read or did not verify */
  missing: { from: number; to: number }[]
  /** false: where the log ended cannot be read: saves after the last one returned may be lost too */
  endKnown: boolean
  /** numbers read whole that stand on a missing one and could not be put back */
  unplaced: number[]
  labs: number
  accreditations: number
  decisions: number
}
