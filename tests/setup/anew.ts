// A process runs many test files (isolate: false): a process, jsdom and the libraries anew for each file took a
// quarter of their time. What could lead from one file to the next is our own modules and what a test put in place of something: both go.
import { vi } from 'vitest'

export function startAnew(): void {
  vi.resetModules()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
}
