// A folder that nobody can write in, like a CD. Permissions do not stop root, so as root it is a file system of its own, mounted for reading.
import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './register'

export function readOnlyFolder(fill: (folder: string) => void): string {
  const folder = temporaryFolder()
  const root = process.getuid?.() === 0
  if (root) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder])
    onTestFinished(() => void execFileSync('umount', [folder]))
  }
  fill(folder)
  if (root) execFileSync('mount', ['-o', 'remount,ro', folder])
  else {
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
  }
  return folder
}
