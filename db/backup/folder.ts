// Where backups lie and how they are known. THE LAYOUT, the same beside the register and in the second folder:
//   <register>.scn.backups/20261123-100000-daily.scn    a whole register, one file        …-daily.json    its manifest, written last
//   <register>.scn.backups/20261123-100000-daily.scnk   the same under a passphrase (lock.ts)
//   <register>.scn.backups/files/ab/abcdef…             attached files by SHA-256, shared by all backups; `<sha256>.<lock>` under a passphrase
//   <register>.scn.backups/state.json                   the lock of new backups, the second folder, the last drill, what failed
// A backup without a manifest was never finished and is none. Manifests are written beside and renamed.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { RegistryError } from '../model/errors'
import { backupReasons, type BackupReason, type DrillResult } from '../model/shapes/backup'
import { syncPath } from '../store/register-file'
import { keyId, Lock } from './lock'

const Count = z.int().min(0)
const troubles = ['gone', 'changed', 'damaged', 'differs', 'log', 'attachments'] as const

export const Manifest = z.object({
  format: z.literal(1),
  id: z.string().regex(/^[0-9]{8}-[0-9]{6}-[a-z]+(-\d+)?$/),
  reason: z.enum(backupReasons),
  madeAt: z.iso.datetime(),
  register: z.object({ id: z.string(), name: z.string() }),
  version: z.string(),
  schema: Count,
  /** of the file as it lies there */
  bytes: Count,
  sha256: z.string().length(64),
  /** null: it opens without a passphrase */
  lock: Lock.nullable().default(null),
  /** rows of every table of the file */
  counts: z.record(z.string(), Count),
  labs: Count,
  accreditations: Count,
  decisions: Count,
  seq: Count,
  heads: z.array(z.object({ replica: z.string(), seq: Count, hash: z.string() })),
  fingerprint: z.string(),
  attachments: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: Count })),
  verifiedAt: z.iso.datetime().nullable(),
  trouble: z.enum(troubles).nullable(),
})
export type Manifest = z.infer<typeof Manifest>

export const backupsFolder = (register: string): string => `${register}.backups`
export const copyPath = (folder: string, id: string, lock: Lock | null = null): string =>
  join(folder, `${id}.scn${lock === null ? '' : 'k'}`)
/** Name of an attached file among those of backups. */
export const contentName = (sha256: string, lock: Lock | null): string =>
  lock === null ? sha256 : `${sha256}.${keyId(lock)}`
export const attachedPath = (folder: string, sha256: string, lock: Lock | null = null): string =>
  join(folder, 'files', sha256.slice(0, 2), contentName(sha256, lock))
/** Whether a backup's copy is there. */
export const lies = (folder: string, { id, lock }: Pick<Manifest, 'id' | 'lock'>): boolean =>
  existsSync(copyPath(folder, id, lock))
/** The folder of the same name in another place. */
export const folderIn = (place: string, register: string): string => join(place, basename(backupsFolder(register)))

/** Manifests in a folder, newest first; one that does not read is left out, its copy stays. */
export function manifestsIn(folder: string): Manifest[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).filter((name) => /^\d{8}-.*\.json$/.test(name))
  const all = found.flatMap((name) => {
    const read = Manifest.safeParse(readJson(join(folder, name)))
    return read.success && `${read.data.id}.json` === name ? [read.data] : []
  })
  return all.sort((a, b) => (a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1))
}

/** Throws not_found. */
export function manifestOf(folder: string, id: string): Manifest {
  const found = manifestsIn(folder).find((manifest) => manifest.id === id)
  if (!found) throw new RegistryError('not_found', `backup ${id}`)
  return found
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(join(folder, `${manifest.id}.json`), JSON.stringify(manifest, null, 1))
}

/** “20261123-100000-daily”, numbered when that second had one already. */
export function newId(folder: string, now: string, reason: BackupReason): string {
  const stem = `${now.slice(0, 10).replaceAll('-', '')}-${now.slice(11, 19).replaceAll(':', '')}-${reason}`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (![`${id}.scn`, `${id}.scnk`, `${id}.json`].some((name) => existsSync(join(folder, name)))) return id
  }
}

/** Removes a backup: the manifest first, so that a half removal leaves none that lies. */
export function dropBackup(folder: string, id: string): void {
  rmSync(join(folder, `${id}.json`), { force: true })
  for (const ending of ['scn', 'scnk']) rmSync(join(folder, `${id}.${ending}`), { force: true })
}

const State = z.object({
  second: z
    .object({
      path: z.string(),
      broughtAt: z.string().nullable(),
      trouble: z.enum(['missing', 'read_only', 'disk_full']).nullable(),
    })
    .nullable()
    .catch(null),
  lastDrill: z
    .custom<DrillResult>((value) => typeof value === 'object' && value !== null && 'passed' in value)
    .nullable()
    .catch(null),
  /** error code of the last automatic backup; null: it came about */
  failed: z.string().nullable().catch(null),
  /** of the passphrase under which new backups are put; null: none */
  lock: Lock.nullable().catch(null).default(null),
})
export type State = z.infer<typeof State>
const unset: State = { second: null, lastDrill: null, failed: null, lock: null }

export function readState(folder: string): State {
  return State.catch(unset).parse(readJson(join(folder, 'state.json')))
}

export function changeState(folder: string, change: Partial<State>): void {
  mkdirSync(folder, { recursive: true })
  writeWhole(join(folder, 'state.json'), JSON.stringify({ ...readState(folder), ...change }, null, 1))
}

function writeWhole(path: string, text: string): void {
  const part = `${path}.part`
  writeFileSync(part, text)
  syncPath(part)
  renameSync(part, path)
  syncPath(dirname(path))
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // not there, or not JSON: the schema says what holds then
    return null
  }
}

/** What a writer that was killed left behind. */
export function dropParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.part(-wal|-shm|-journal)?$|^scratch-/.test(name))
      rmSync(join(folder, name), { force: true, recursive: true })
  }
}

/** The folder in which a backup's copy really lies: beside the register, else in the second folder. Throws not_found. */
export function whereLies(register: string, id: string): string {
  const here = backupsFolder(register)
  const { second } = readState(here)
  const folders = second === null ? [here] : [here, folderIn(second.path, register)]
  const found = folders.find((folder) => manifestsIn(folder).some((each) => each.id === id && lies(folder, each)))
  if (found === undefined) throw new RegistryError('not_found', `backup ${id}`)
  return found
}

export const bytesOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.size ?? null
