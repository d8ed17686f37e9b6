// The backups of a register as a list: what lies beside it and in the second folder, each once, newest first.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupList, BackupRow } from '../model/shapes/backup'
import { backupsFolder, copyPath, folderIn, manifestsIn, readState, type Manifest } from './folder'
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
  const lies = (folder: string, id: string): boolean => existsSync(copyPath(folder, id))
  return [...all.values()]
    .sort((a, b) => (a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1))
    .map((manifest) => rowOf(manifest, lies(here, manifest.id), there === null ? null : lies(there, manifest.id)))
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
    attachments: manifest.attachments.length,
    attachmentBytes: manifest.attachments.reduce((sum, each) => sum + each.bytes, 0),
    verifiedAt: manifest.verifiedAt,
    trouble: manifest.trouble,
  }
}

export function listBackups(register: string): BackupList {
  const { second, lastDrill, failed } = readState(backupsFolder(register))
  const name = second === null ? '' : basename(second.path) || second.path
  const trouble = second !== null && !isFolder(second.path) ? 'missing' : (second?.trouble ?? null)
  return {
    rows: backupRows(register),
    second: second === null ? null : { name, broughtAt: second.broughtAt, trouble },
    lastDrill,
    failed,
  }
}
