// `npm test`: the Electron runtime, an office suite, format, lint, types, build, then the four vitest projects one after the other
// (they would steal each other's time on two cores). Ends with one closing line over everything.
// `npm test -- <vitest filter>` runs matching tests only.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensureRuntime } from './runtime/ensure.mjs'
import { missingCommands, provide } from './runtime/system.mjs'
import { SetupError, root } from './setup/places.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const PROJECTS = ['node', 'dom', 'e2e', 'package']
const NEEDS_WINDOW = ['e2e', 'package']
const PASSED = { passed: 1, failed: 0, skipped: 0 }
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/** what failed, each with the first lines of its error @type {string[]} */
const failures = []
const args = process.argv.slice(2).filter((arg) => arg !== '--long')
if (process.argv.includes('--long')) process.env['SCN_LONG'] = '1'

if (args.length > 0) process.exitCode = vitest(args).status ?? 1
else await runEverything()

async function runEverything() {
  const report = /** @type {{ name: string, seconds: number, counts: Counts }[]} */ ([])
  const step = async (/** @type {string} */ name, /** @type {() => Counts | Promise<Counts>} */ work) => {
    console.log(`\n--- ${name}`)
    const from = performance.now()
    const counts = await work()
    report.push({ name, seconds: (performance.now() - from) / 1000, counts })
    return counts.failed === 0
  }
  const hasRuntime = await step('runtime', () => attempt(readyWindow))
  await step('documents', () => attempt(readyDocuments))
  await step('format', () => script('build/format.mjs', '--check'))
  await step('lint', () => script('build/lint.mjs'))
  await step('typecheck', () => script('build/typecheck.mjs'))
  const hasBundle = await step('build', () => attempt(ensureBundle))
  for (const project of PROJECTS) {
    const possible = (hasRuntime && hasBundle) || !NEEDS_WINDOW.includes(project)
    await step(`vitest ${project}`, () => (possible ? countProject(project) : notPossible(project)))
  }
  finish(report)
}

/** @param {string[]} command a script of ours and its arguments */
function script(...command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0 ? PASSED : FAILED
}

/** @param {() => unknown} work */
async function attempt(work) {
  try {
    await work()
    return PASSED
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    return FAILED
  }
}

/** One display for all projects: vitest's processes inherit it. */
async function readyWindow() {
  const { env } = await ensureRuntime()
  Object.assign(process.env, env)
}

/** Tests open what the register exports with the office suite that its readers use. */
function readyDocuments() {
  provide(missingCommands(['soffice', 'pdftotext'], 'read exported documents back in tests'))
}

/** @param {string} project */
function notPossible(project) {
  console.error(`${project}: not run, because the build or the runtime failed above`)
  return FAILED
}

/**
 * @param {string} project
 * @returns {Counts}
 */
function countProject(project) {
  const folder = mkdtempSync(join(tmpdir(), 'scn-counts-'))
  const file = join(folder, 'counts.json')
  try {
    const { status } = vitest(['--project', project], { SCN_COUNT_FILE: file })
    const found = /** @type {{ counts: Counts, failures: string[] }} */ (JSON.parse(readFileSync(file, 'utf8')))
    const { counts } = found
    failures.push(...found.failures)
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch (error) {
    console.error(`${project}: vitest ended without a count`, error)
    return FAILED
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string[]} vitestArgs
 * @param {Record<string, string>} [env]
 */
function vitest(vitestArgs, env = {}) {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.mts', ...vitestArgs]
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
}

/** @param {{ name: string, seconds: number, counts: Counts }[]} report */
function finish(report) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const failure of failures) console.log(`\nFAILED ${failure}`)
  console.log('\n--- seconds')
  for (const { name, seconds, counts } of report) {
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key]
    console.log(
      `${name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s   ${counts.passed} passed, ${counts.failed} failed`,
    )
  }
  console.log(
    `${'all'.padEnd(16)} ${report
      .reduce((sum, { seconds }) => sum + seconds, 0)
      .toFixed(1)
      .padStart(7)} s`,
  )
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  )
  process.exitCode = total.failed > 0 ? 1 : 0
}
