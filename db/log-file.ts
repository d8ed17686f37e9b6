// The registry's own log: slow calls and unexpected errors, in a few small files in the profile. It must never hold what somebody typed,
// nor who they are: messages end at their first quotation mark, words that only a person types (letters beyond ASCII, addresses, long numbers) are left
// out, of a stack only the frames stay, and of a path only the file's name.
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from './clock'

/** the folder of the log within the profile */
export const LOGS = 'logs'

const MAX_BYTES = 1_000_000
const MAX_LINE = 4000
const KEPT = 3

/** Writes lines to `folder`/registry.log; older ones are registry.1.log and registry.2.log. What cannot be written goes to stderr. */
export function openLog(folder: string, clock: Clock): (line: string) => void {
  const file = join(folder, 'registry.log')
  return (text) => {
    const line = `${new Date(clock.now()).toISOString()} ${impersonal(text).slice(0, MAX_LINE)}\n`
    try {
      mkdirSync(folder, { recursive: true })
      rotate(folder, file)
      appendFileSync(file, line)
    } catch {
      process.stderr.write(line)
    }
  }
}

function rotate(folder: string, file: string): void {
  if (!existsSync(file) || statSync(file).size < MAX_BYTES) return
  const aged = (age: number): string => (age === 0 ? file : join(folder, `registry.${age}.log`))
  for (let age = KEPT - 2; age >= 0; age -= 1) {
    if (existsSync(aged(age))) renameSync(aged(age), aged(age + 1))
  }
}

const FOLDERS = /(?:file:\/\/)?(?:\b[A-Za-z]:)?[\\/](?:[^\\/()\n]*[\\/])*/g

/** A word beyond ASCII with its neighbours in capitals, an e-mail address, six digits or more however they are set apart. */
const TYPED =
  /(?:\p{Lu}[\w]*\s+)*[\w.-]*[^\x00-\x7f…][^\s]*(?:\s+(?:\p{Lu}\w*|[^\s]*[^\x00-\x7f…][^\s]*))*|\S+@\S+|\d(?:[ .-]?\d){5,}/gu

function impersonal(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const message = first.replace(/["'`“‘«].*/, '…').replace(TYPED, '…')
  const frames = rest.filter((line) => /^\s+at /.test(line))
  return [message, ...frames].join('\n').replace(FOLDERS, '')
}
