// Puts a whole file in its place: written beside, flushed, renamed. A crash, a full disk or a refusal leaves the old file as it was.
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { RegistryError, type ErrorCode } from '../model/errors'

export interface WrittenFile {
  bytes: number
  sha256: string
}

/**
 * Writes the chunks to `path` as they are made. `check` is asked before each and stops the work by throwing. Throws disk_full, file_locked,
 * read_only (no permission), file_missing (no such folder).
 */
export async function writeFileWhole(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  check: () => void = () => undefined,
): Promise<WrittenFile> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    const written = await writeBeside(beside, chunks, check)
    renameSync(beside, path)
    syncFolder(dirname(path))
    return written
  } catch (error) {
    rmSync(beside, { force: true })
    throw fileError(error, existsSync(path))
  }
}

async function writeBeside(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  check: () => void,
): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = openSync(path, 'wx')
  try {
    for await (const chunk of chunks) {
      check()
      for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at)
      hash.update(chunk)
      bytes += chunk.length
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Makes the new name lasting; Windows does that with the rename and cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const known: [RegExp, ErrorCode, string][] = [
  [/^(ENOSPC|EDQUOT)$/, 'disk_full', 'file.disk_full'],
  [/^(EBUSY|ETXTBSY)$/, 'file_locked', 'file.in_use'],
  [/^(EACCES|EPERM|EROFS)$/, 'read_only', 'file.no_permission'],
  [/^(ENOENT|ENOTDIR)$/, 'file_missing', 'file.no_folder'],
  [/^(EISDIR|ENAMETOOLONG|EINVAL)$/, 'bad_file', 'file.bad_name'],
]

/** What went wrong with a file in words for people; an error nobody can act on passes unchanged. `exists`: the target is there already. */
export function fileError(error: unknown, exists: boolean): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  const system = error.code
  // Windows says “no permission” when a program such as Excel holds the file that is to be replaced
  const held = exists && /^(EACCES|EPERM)$/.test(system) && process.platform === 'win32'
  const found = held ? (['', 'file_locked', 'file.in_use'] as const) : known.find(([pattern]) => pattern.test(system))
  return found ? new RegistryError(found[1], system, [{ field: 'file', rule: found[2] }]) : error
}
