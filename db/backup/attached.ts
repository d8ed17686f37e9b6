// Attached files in backups: copied by their hash, never twice, and only when the bytes really have it; locked where the backup is.
import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import { syncPath } from '../store/register-file'
import { attachedPath, backupsFolder, bytesOf, type Manifest } from './folder'
import { lockedSize, lockFile, unlockFile, type Key } from './lock'

interface Content {
  sha256: string
  bytes: number
}

/** The register's own attached files: `<register>.scn.files/ab/abcdef…`. */
export const ownAttached = (register: string, sha256: string): string =>
  join(`${register}.files`, sha256.slice(0, 2), sha256)

export function sha256Of(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const fd = openSync(path, 'r')
  try {
    for (let read = 1; read > 0;) {
      read = readSync(fd, piece)
      hash.update(piece.subarray(0, read))
    }
    return hash.digest('hex')
  } finally {
    closeSync(fd)
  }
}

interface Copying {
  from: (sha256: string) => string
  to: (sha256: string) => string
  /** of what is written, or of what is read; null: neither is locked */
  key: Key | null
  how: 'keep' | 'fetch'
}

/** Copies what is not there yet, into a backup (`keep`) or back from one (`fetch`). Returns the hashes that could not be had: missing at the source, or
    other bytes than their name. */
export function copyAttached(all: readonly Content[], { from, to, key, how }: Copying, job: Job): string[] {
  const lacking: string[] = []
  for (const { sha256, bytes } of all) {
    job.check()
    const target = to(sha256)
    if (bytesOf(target) === (how === 'keep' && key !== null ? lockedSize(bytes) : bytes)) continue
    if (!existsSync(from(sha256))) {
      lacking.push(sha256)
      continue
    }
    mkdirSync(dirname(target), { recursive: true })
    const part = `${target}.part`
    rmSync(part, { force: true })
    if (!takeOne({ source: from(sha256), part, sha256 }, key, how)) {
      rmSync(part, { force: true })
      lacking.push(sha256)
      continue
    }
    syncPath(part)
    renameSync(part, target)
  }
  return lacking
}

/** False: not the bytes that its name says. */
function takeOne(
  { source, part, sha256 }: { source: string; part: string; sha256: string },
  key: Key | null,
  how: Copying['how'],
): boolean {
  if (key === null) {
    copyFileSync(source, part)
    return sha256Of(part) === sha256
  }
  if (how === 'fetch') return opens(() => unlockFile(source, part, key) === sha256)
  if (sha256Of(source) !== sha256) return false
  lockFile(source, part, key)
  return opens(() => unlockFile(part, null, key) === sha256)
}

function opens(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'bad_file') return false
    throw error
  }
}

/** Whether every attached file of a backup is there with the bytes that its name says. */
export function attachedWhole(folder: string, { attachments, lock }: Manifest, key: Key | null, job: Job): boolean {
  for (const { sha256 } of attachments) {
    job.check()
    const path = attachedPath(folder, sha256, lock)
    if (!existsSync(path)) return false
    const found = key === null ? sha256Of(path) === sha256 : opens(() => unlockFile(path, null, key) === sha256)
    if (!found) return false
  }
  return true
}

/** Removes attached files that no backup of the folder names any more, as `<hash>` or, locked, `<hash>.<lock>`. */
export function dropUnnamed(folder: string, named: ReadonlySet<string>): void {
  const files = join(folder, 'files')
  if (!existsSync(files)) return
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    const content = /(?:^|[\\/])([0-9a-f]{64}(?:\.[0-9a-f]{16})?)$/.exec(name)?.[1]
    if (content !== undefined && !named.has(content)) rmSync(join(files, name), { force: true })
  }
}

/** A register's own attached files into its folder of backups. */
export const keepAttached = (register: string, all: readonly Content[], key: Key | null, job: Job): string[] =>
  copyAttached(
    all,
    {
      from: (sha256) => ownAttached(register, sha256),
      to: (sha256) => attachedPath(backupsFolder(register), sha256, key?.lock ?? null),
      key,
      how: 'keep',
    },
    job,
  )
