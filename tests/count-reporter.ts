// Counts what vitest ran. `npm test` collects the counts of all projects (SCN_COUNT_FILE) and prints the closing line
// itself; a run by hand gets the line from here. A file that cannot be loaded and an error outside a test count as failed.
// What failed is handed on with the first lines of its error, to be told again at the very end, where a long log is still seen.
// A test in real Electron that passed only on its second try counts as passed and is named, so that nobody takes it for steady.
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export type Counts = { passed: number; failed: number; skipped: number }
const ERROR_LINES = 15

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 }
    const failures = errors.map((error) => `outside a test\n${firstLines(error)}`)
    for (const module of modules) {
      if (module.errors().length > 0) {
        counts.failed += 1
        failures.push(`${module.relativeModuleId}\n${module.errors().map(firstLines).join('\n')}`)
      }
      for (const test of module.children.allTests()) {
        const { state, errors: found } = test.result()
        if (state === 'failed')
          failures.push(`${module.relativeModuleId} > ${test.fullName}\n${(found ?? []).map(firstLines).join('\n')}`)
        counts[state === 'pending' ? 'failed' : state] += 1
        if (test.diagnostic()?.flaky) console.warn(`passed on its second try only: ${test.fullName}`)
      }
    }
    const file = process.env['SCN_COUNT_FILE']
    if (file) writeFileSync(file, JSON.stringify({ counts, failures }))
    else process.on('exit', () => process.stdout.write(`\n${closingLine(counts)}\n`))
  }
}

function firstLines(error: unknown): string {
  const { message, stack } = error as { message?: string; stack?: string }
  const lines = `${message ?? String(error)}\n${stack ?? ''}`.split('\n')
  return lines
    .slice(0, ERROR_LINES)
    .map((line) => `    ${line}`)
    .join('\n')
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
