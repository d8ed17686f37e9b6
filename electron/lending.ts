// Copies of attached files for other programs: each in a folder of its own within the app's, named as people know it, and gone at the next
// start. What is kept in the register itself is never handed out, so no other program can change it.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PickedFile } from '../db/model/bridge'

export interface Lending {
  /** A grant to write a copy under this name (already safe). */
  lend(name: string): Promise<PickedFile>
  /** Undefined for a grant that was not lent. */
  pathOf(ref: string): string | undefined
}

export function lendFiles(folder: string, grant: (path: string, purpose: 'write') => Promise<string>): Lending {
  forget(folder)
  const lent = new Map<string, string>()
  return {
    async lend(name) {
      const own = join(folder, randomUUID())
      mkdirSync(own, { recursive: true })
      const path = join(own, basename(name))
      const ref = await grant(path, 'write')
      lent.set(ref, path)
      return { ref, name: basename(path) }
    },
    pathOf: (ref) => lent.get(ref),
  }
}

/** On Windows a copy that is still open stays until another start. */
function forget(folder: string): void {
  if (!existsSync(folder)) return
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^(EBUSY|EPERM|ENOTEMPTY)$/.test(String(error.code))))
      throw error
  }
}
