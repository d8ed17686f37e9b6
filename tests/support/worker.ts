// Programs that tests start beside themselves, built from the sources as they are now (a second): a test never runs yesterday's from out/.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildScript } from '../../build/script.mjs'

const root = resolve(import.meta.dirname, '../..')

// one process runs many test files, each with this module anew: what it built stays with the process
const programs: Map<string, Promise<string>> = (Reflect.get(process, 'scnPrograms') ?? new Map()) as never
Reflect.set(process, 'scnPrograms', programs)

/** Built once in a process; goes when the run ends (tests/setup/programs.ts). */
export function built(source: string): Promise<string> {
  const program = programs.get(source) ?? build(source)
  programs.set(source, program)
  return program
}

function build(source: string): Promise<string> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, `out/test-${process.ppid}-`))
  return buildScript(source, folder)
}

/** The job worker. */
export const builtWorker = (): Promise<string> => built('db/jobs/worker.ts')
