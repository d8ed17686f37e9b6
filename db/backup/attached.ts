// Attached files in backups: copied by their hash, never twice, and only when the bytes really have it.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Job } from '../jobs/job'
import { syncPath } from '../store/register-file'
import { attachedPath, bytesOf } from './folder'

interface Content {
  sha256: string
  bytes: number
}

/** The register's own attached files: `<register>.scn.files/ab/abcdef…`. */
export const ownAttached = (register: string, sha256: string): string =>
  join(`${register}.files`, sha256.slice(0, 2), sha256)

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

interface Copying {
  from: (sha256: string) => string
  to: (sha256: string) => string
}

/** Copies what is not there yet. Returns the hashes that could not be had: missing at the source, or other bytes than their name. */
export async function copyAttached(all: readonly Content[], { from, to }: Copying, job: Job): Promise<string[]> {
  const lacking: string[] = []
  for (const { sha256, bytes } of all) {
    job.check()
    const target = to(sha256)
    if (bytesOf(target) === bytes) continue
    if (!existsSync(from(sha256))) {
      lacking.push(sha256)
      continue
    }
    mkdirSync(dirname(target), { recursive: true })
    const part = `${target}.part`
    await copyFile(from(sha256), part)
    if ((await sha256Of(part)) === sha256) {
      syncPath(part)
      renameSync(part, target)
    } else {
      rmSync(part, { force: true })
      lacking.push(sha256)
    }
  }
  return lacking
}

/** Whether every attached file of a backup is there with the bytes that its name says. */
export async function attachedWhole(folder: string, all: readonly Content[], job: Job): Promise<boolean> {
  for (const { sha256 } of all) {
    job.check()
    const path = attachedPath(folder, sha256)
    if (!existsSync(path) || (await sha256Of(path)) !== sha256) return false
  }
  return true
}

/** Removes attached files that no backup of the folder names any more. */
export function dropUnnamed(folder: string, named: ReadonlySet<string>): void {
  const files = join(folder, 'files')
  if (!existsSync(files)) return
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    const sha256 = /(?:^|[\\/])([0-9a-f]{64})$/.exec(name)?.[1]
    if (sha256 !== undefined && !named.has(sha256)) rmSync(join(files, name), { force: true })
  }
}
