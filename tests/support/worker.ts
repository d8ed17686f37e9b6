// Programs that tests start beside themselves, built from the sources as they are now (a second): a test never runs yesterday's from out/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { buildScript } from '../../build/script.mjs'

const root = resolve(import.meta.dirname, '../..')

/** Call at the top of a test file; the built program goes when its tests have ended. */
export async function built(source: string): Promise<string> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return buildScript(source, folder)
}

/** The job worker. */
export const builtWorker = (): Promise<string> => built('db/jobs/worker.ts')
