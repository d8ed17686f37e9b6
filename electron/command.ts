// `so-cong-nhan --no-window <call> …`: the registry's command line inside the installed program, for tasks that the system starts by the clock.
// No window, no profile, no lock of the running program: a register that is open there is read here all the same.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Runs the call to its end. Returns the exit code: 0 when the answer stands on stdout, 1 when an error stands on stderr. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const file = join(import.meta.dirname, 'cli.js')
  process.argv = [process.execPath, file, ...words]
  const { ended } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { ended: Promise<void> }
  await ended
  return Number(process.exitCode ?? 0)
}
