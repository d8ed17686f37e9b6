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
/** of an error's text; the rest is not even looked at */
const MOST_READ = 40_000
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

/** Six digits or more, however they are set apart. */
const NUMBER = /\d(?:[ .-]?\d){5,}/g
/** Only a person types letters beyond ASCII and addresses. */
const isTyped = (word: string): boolean => /[^\x00-\x7f…]|@/.test(word)
const isCapital = (word: string): boolean => /^\p{Lu}\w*$/u.test(word)

/** Leaves out typed words, and those in capitals beside them, which are of the same name. Word by word: no text makes this slow. */
function withoutTyped(message: string): string {
  const words = message.split(' ')
  const gone = words.map(isTyped)
  for (let at = 1; at < words.length; at += 1) gone[at] ||= gone[at - 1]! && isCapital(words[at]!)
  for (let at = words.length - 2; at >= 0; at -= 1) gone[at] ||= gone[at + 1]! && isCapital(words[at]!)
  return words.flatMap((word, at) => (!gone[at] ? [word] : gone[at - 1] ? [] : ['…'])).join(' ')
}

function impersonal(text: string): string {
  const [first = '', ...rest] = text.slice(0, MOST_READ).split('\n')
  const message = withoutTyped(first.replace(/["'`“‘«].*/, '…').replace(NUMBER, '…'))
  const frames = rest.filter((line) => /^\s+at /.test(line))
  return [message, ...frames].join('\n').replace(FOLDERS, '')
}
