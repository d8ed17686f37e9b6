// `npm test`: the Electron runtime, an office suite, format, build, then the tests of windows and screens. These wait much and leave part of
// two cores idle: lint, types and the node tests run beside them at a lower priority, so that no window waits for these. Ends with one
// closing line over everything.
// `npm test -- <vitest filter>` runs matching tests only.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensureRuntime } from './runtime/ensure.mjs'
import { missingCommands, provide } from './runtime/system.mjs'
import { SetupError, root } from './setup/places.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {(name: string, work: () => Counts | Promise<Counts>) => Promise<boolean>} Step */

const PASSED = { passed: 1, failed: 0, skipped: 0 }
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/** what failed, each with the first lines of its error @type {string[]} */
const failures = []
const args = process.argv.slice(2).filter((arg) => arg !== '--long')
if (process.argv.includes('--long')) process.env['SCN_LONG'] = '1'

if (args.length > 0) process.exitCode = (await run(vitest(args))) ? 0 : 1
else await runEverything()

async function runEverything() {
  const began = performance.now()
  const report = /** @type {{ name: string, seconds: number, counts: Counts }[]} */ ([])
  /** @type {Step} */
  const step = async (name, work) => {
    console.log(`\n--- ${name}`)
    const from = performance.now()
    const counts = await work()
    report.push({ name, seconds: (performance.now() - from) / 1000, counts })
    return counts.failed === 0
  }
  const hasRuntime = await step('runtime', () => attempt(readyWindow))
  await step('documents', () => attempt(readyDocuments))
  await step('format', () => script(['build/format.mjs', '--check']))
  const hasBundle = await step('build', () => attempt(ensureBundle))
  await Promise.all([inFront(step, hasRuntime && hasBundle), beside(step)])
  finish(report, (performance.now() - began) / 1000)
}

/**
 * @param {Step} step
 * @param {boolean} possible
 */
async function inFront(step, possible) {
  for (const project of ['e2e', 'package'])
    await step(`vitest ${project}`, () => (possible ? countProject(project) : notPossible(project)))
  await step('vitest dom', () => countProject('dom'))
}

/** @param {Step} step */
async function beside(step) {
  await step('lint', () => script(['build/lint.mjs'], runBeside))
  await step('typecheck', () => script(['build/typecheck.mjs'], runBeside))
  await step('vitest node', () => countProject('node', runBeside))
}

/**
 * A script of ours and its arguments. True when it succeeded.
 * @typedef {(command: string[], env?: Record<string, string>) => Promise<boolean>} Run
 * @type {Run}
 */
async function run(command, env = {}) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const [status] = await once(child, 'close')
  return status === 0
}

/** Gives way to what runs beside it; its words come whole at its end, not among the other's. @type {Run} */
async function runBeside(command, env = {}) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'pipe', env: { ...process.env, ...env } })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const words = /** @type {string[]} */ ([])
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => words.push(text))
  const [status] = await once(child, 'close')
  console.log(`\n--- ${command.join(' ')}\n${words.join('')}`)
  return status === 0
}

/**
 * @param {string[]} command
 * @param {Run} [how]
 */
async function script(command, how = run) {
  return (await how(command)) ? PASSED : FAILED
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
 * @param {Run} [how]
 * @returns {Promise<Counts>}
 */
async function countProject(project, how = run) {
  const folder = mkdtempSync(join(tmpdir(), 'scn-counts-'))
  const file = join(folder, 'counts.json')
  try {
    const succeeded = await how(vitest(['--project', project]), { SCN_COUNT_FILE: file })
    const found = /** @type {{ counts: Counts, failures: string[] }} */ (JSON.parse(readFileSync(file, 'utf8')))
    const { counts } = found
    failures.push(...found.failures)
    return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch (error) {
    console.error(`${project}: vitest ended without a count`, error)
    return FAILED
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string[]} vitestArgs */
function vitest(vitestArgs) {
  return ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.mts', ...vitestArgs]
}

/**
 * @param {{ name: string, seconds: number, counts: Counts }[]} report
 * @param {number} seconds in all: less than its parts, of which some ran side by side
 */
function finish(report, seconds) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const failure of failures) console.log(`\nFAILED ${failure}`)
  console.log('\n--- seconds')
  for (const { name, seconds: own, counts } of report) {
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key]
    console.log(`${name.padEnd(16)} ${own.toFixed(1).padStart(7)} s   ${counts.passed} passed, ${counts.failed} failed`)
  }
  console.log(`${'all'.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s`)
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  )
  process.exitCode = total.failed > 0 ? 1 : 0
}
