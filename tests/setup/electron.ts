// Before the e2e and package projects: a fresh out/, an Electron that runs here, and a display. Tests read them with inject('electron').
import type { TestProject } from 'vitest/node'
import { ensureBundle } from '../../build/bundle.mjs'
import { ensureRuntime } from '../../build/runtime/ensure.mjs'

/** `env` is to be added to process.env; `args` are for tests that start Electron without Playwright, which adds them itself. */
export type ElectronForTests = {
  executable: string
  dist: string
  version: string
  env: Record<string, string>
  args: string[]
}

declare module 'vitest' {
  interface ProvidedContext {
    electron: ElectronForTests
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  await ensureBundle()
  const { executable, dist, version, env, args, stop } = await ensureRuntime()
  project.provide('electron', { executable, dist, version, env, args })
  return stop
}
