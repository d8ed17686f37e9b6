// The job worker built from the sources as they are now (a second): a test never runs yesterday's worker from out/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Call at the top of a test file; the worker goes when its tests have ended. */
export async function builtWorker(): Promise<string> {
  // inside the checkout, so that the worker finds better-sqlite3
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/worker-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: resolve(root, 'db/jobs/worker.ts'),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: ['better-sqlite3'], output: { format: 'cjs', entryFileNames: 'worker.js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return join(folder, 'worker.js')
}
