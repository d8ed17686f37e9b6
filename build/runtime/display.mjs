// A display for the window. Where there is none (a server, a container, CI) Xvfb is started on a free number and stopped with us.
import { spawn } from 'node:child_process'
import { SetupError, say } from '../setup/places.mjs'
import { missingCommands } from './system.mjs'

const SCREEN = '1920x1080x24'
const START_TIMEOUT_MS = 15_000

export function missingForDisplay() {
  return hasDisplay() ? [] : missingCommands(['Xvfb'], 'open a window on a machine without a display')
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * The variables a window needs beyond process.env, and how to take the display down again.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export async function ensureDisplay() {
  if (hasDisplay()) return { env: {}, stop: () => {} }
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => void xvfb.kill()
  process.once('exit', stop)
  const display = `:${await readDisplayNumber(xvfb)}`
  xvfb.unref()
  say(`this machine has no display: the window opens in Xvfb on ${display}, where nobody sees it`)
  return { env: { DISPLAY: display }, stop }
}

/**
 * @param {import('node:child_process').ChildProcess} xvfb
 * @returns {Promise<string>}
 */
function readDisplayNumber(xvfb) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new SetupError('Xvfb did not start in time.')), START_TIMEOUT_MS)
    const numbers = /** @type {import('node:net').Socket} */ (xvfb.stdio[3])
    let text = ''
    numbers.on('data', (chunk) => {
      text += String(chunk)
      if (!text.includes('\n')) return
      clearTimeout(timer)
      numbers.destroy()
      done(text.trim())
    })
    xvfb.once('error', (error) => fail(new SetupError(`Xvfb could not be started: ${error.message}`)))
    xvfb.once('exit', (code) => fail(new SetupError(`Xvfb ended at once (exit code ${code}).`)))
  })
}
