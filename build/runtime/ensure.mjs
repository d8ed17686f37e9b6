// Everything a window needs on this machine, made ready: Electron, the native module that fits it, system libraries and a display.
import { ensureBinding, missingForBinding } from './binding.mjs'
import { ensureDisplay, missingForDisplay } from './display.mjs'
import { ensureElectron } from './electron.mjs'
import { missingLibraries, provide } from './system.mjs'

/** @typedef {import('./electron.mjs').Electron & { args: string[], env: Record<string, string>, stop: () => void }} Runtime */

/**
 * `env` holds what to add to process.env, `args` the switches this machine needs before the app's own; `stop` takes the display down.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const electron = await ensureElectron()
  provide([...missingForBinding(electron.major), ...missingLibraries(electron.executable), ...missingForDisplay()])
  await ensureBinding(electron.major)
  const display = await ensureDisplay()
  return { ...electron, args: rootArgs(), env: display.env, stop: display.stop }
}

/** Chromium refuses to run as root with its sandbox on. */
export function rootArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
