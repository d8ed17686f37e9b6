// Where things lie, and how the scripts speak: progress goes to stderr, because stdout belongs to `npm run -s registry`.
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Downloads and compiled things shared by all checkouts; outside node_modules, so that `npm ci` does not lose them. */
export const cacheDir =
  process.env['SCN_CACHE_DIR'] || join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'so-cong-nhan')

/** @param {string} text */
export function say(text) {
  process.stderr.write(`[so-cong-nhan] ${text}\n`)
}

/** A failure that the reader can mend: its message is all that is shown. */
export class SetupError extends Error {}

/**
 * Runs a script's main function; a SetupError ends it with its message and exit code 1, anything else with its stack.
 * @param {() => unknown} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    if (error instanceof SetupError) say(error.message)
    else console.error(error)
    process.exitCode = 1
  }
}
