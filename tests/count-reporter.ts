// Counts what vitest ran. `npm test` collects the counts of all projects (SCN_COUNT_FILE) and prints the closing line
// itself; a run by hand gets the line from here. A file that cannot be loaded and an error outside a test count as failed.
// A test in real Electron that passed only on its second try counts as passed and is named, so that nobody takes it for steady.
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export type Counts = { passed: number; failed: number; skipped: number }

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state === 'pending' ? 'failed' : state] += 1
        if (test.diagnostic()?.flaky) console.warn(`passed on its second try only: ${test.fullName}`)
      }
    }
    const file = process.env['SCN_COUNT_FILE']
    if (file) writeFileSync(file, JSON.stringify(counts))
    else process.on('exit', () => process.stdout.write(`\n${closingLine(counts)}\n`))
  }
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
