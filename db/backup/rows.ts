// The backups of a register as a list: what lies beside it and in the second folder, each once, newest first.
import { basename } from 'node:path'
import type { BackupList, BackupRow } from '../model/shapes/backup'
import { backupsFolder, folderIn, lies, manifestsIn, readState, type Manifest } from './folder'
import type { Keyring } from './keyring'
import { isFolder } from './second'

/** Path of the second folder's own backups; null: there is none, or its disk is not there. */
export function secondOf(register: string): string | null {
  const { second } = readState(backupsFolder(register))
  return second !== null && isFolder(second.path) ? folderIn(second.path, register) : null
}

export function backupRows(register: string): BackupRow[] {
  const here = backupsFolder(register)
  const there = secondOf(register)
  const all = new Map<string, Manifest>()
  for (const folder of there === null ? [here] : [there, here])
    for (const manifest of manifestsIn(folder)) all.set(manifest.id, manifest)
  return [...all.values()]
    .sort((a, b) => (a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1))
    .map((manifest) => rowOf(manifest, lies(here, manifest), there === null ? null : lies(there, manifest)))
    .map((row) => (row.here || row.second === true ? row : { ...row, verifiedAt: null, trouble: 'gone' as const }))
}

function rowOf(manifest: Manifest, here: boolean, second: boolean | null): BackupRow {
  const { id, reason, madeAt, bytes, labs, accreditations, decisions, seq, fingerprint, version } = manifest
  return {
    id,
    reason,
    madeAt,
    bytes,
    labs,
    accreditations,
    decisions,
    seq,
    fingerprint,
    version,
    here,
    second,
    locked: manifest.lock !== null,
    attachments: manifest.attachments.length,
    attachmentBytes: manifest.attachments.reduce((sum, each) => sum + each.bytes, 0),
    verifiedAt: manifest.verifiedAt,
    trouble: manifest.trouble,
  }
}

export function listBackups(register: string, keys: Keyring): BackupList {
  const { second, lastDrill, failed, lock } = readState(backupsFolder(register))
  const name = second === null ? '' : basename(second.path) || second.path
  const trouble = second !== null && !isFolder(second.path) ? 'missing' : (second?.trouble ?? null)
  return {
    rows: backupRows(register),
    second: second === null ? null : { name, broughtAt: second.broughtAt, trouble },
    lastDrill,
    failed,
    lock: lock === null ? null : { known: keys.find(lock) !== null, kept: keys.isKept(lock) },
    canKeep: keys.canKeep,
  }
}
