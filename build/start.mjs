// `npm start [-- ARGS]`: builds what changed, makes this machine ready for a window, and runs Electron on the checkout. ARGS go to Electron.
import { spawn } from 'node:child_process'
import { ensureBundle } from './bundle.mjs'
import { ensureRuntime } from './runtime/ensure.mjs'
import { root, runMain } from './setup/places.mjs'

const PARENT_CHECK_MS = 500
const FORWARDED_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

await runMain(async () => {
  await ensureBundle()
  const runtime = await ensureRuntime()
  try {
    process.exitCode = await run(runtime, process.argv.slice(2))
  } finally {
    runtime.stop()
  }
})

/**
 * @param {import('./runtime/ensure.mjs').Runtime} runtime
 * @param {string[]} args
 * @returns {Promise<number>} Electron's exit code; 1 when a signal ended it
 */
function run(runtime, args) {
  const quiet = args.some((arg) => /^--(enable-logging|log-level|v=)/.test(arg)) ? [] : ['--log-level=3']
  const { ELECTRON_RUN_AS_NODE: _, ...env } = { ...process.env, ...runtime.env }
  return new Promise((done, fail) => {
    const child = spawn(runtime.executable, [...runtime.args, ...quiet, root, ...args], { stdio: 'inherit', env })
    for (const signal of FORWARDED_SIGNALS) process.on(signal, () => child.kill(signal))
    const watch = onParentGone(() => child.kill('SIGTERM'))
    child.once('error', fail)
    child.once('close', (code) => {
      clearInterval(watch)
      done(code ?? 1)
    })
  })
}

/**
 * npm passes a signal to the shell between us only, which dies without passing it on: then the window must close too.
 * @param {() => void} act
 */
function onParentGone(act) {
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) act()
  }, PARENT_CHECK_MS)
}
