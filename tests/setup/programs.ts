// At the end of a run: what its processes built to start beside themselves (tests/support/worker.ts) goes. They are ended without a word, so
// that none could do it itself.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const out = resolve(import.meta.dirname, '../../out')

export default function setup(): () => void {
  return () => {
    const built = existsSync(out) ? readdirSync(out).filter((name) => name.startsWith(`test-${process.pid}-`)) : []
    for (const name of built) rmSync(join(out, name), { recursive: true, force: true })
  }
}
