// Passwords for the command line: typed on the terminal without an echo, or lines of a file or of stdin. Never an argument: those are
// seen by everybody on the machine and stay in the shell's history.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { RegistryError } from './model/errors'

/** `present`: the person's own; `chosen`: one that is being set. */
export type Which = 'present' | 'chosen'

/** Inputs of calls that hold a password. */
const inputs: Readonly<Record<string, Readonly<Record<string, Which>>>> = {
  'people.signIn': { password: 'present' },
  'people.add': { password: 'chosen' },
  'people.resetPassword': { password: 'chosen' },
  'people.changePassword': { current: 'present', password: 'chosen' },
}

export interface Passwords {
  ask(which: Which): Promise<string>
}

/** `files`: where each password lies; '-' or nothing on a terminal that is none: the next line of stdin. */
export function passwordsFrom(files: Partial<Record<Which, string | undefined>>): Passwords {
  const known = new Map<Which, Promise<string>>()
  let lines: string[] | null = null
  const nextLine = (): string => {
    lines ??= readFileSync(0, 'utf8').split(/\r?\n/)
    const line = lines.shift()
    if (line === undefined || line === '') throw missing()
    return line
  }
  const find = async (which: Which): Promise<string> => {
    const file = files[which]
    if (file !== undefined && file !== '-') return readFileSync(resolve(file), 'utf8').split(/\r?\n/)[0] ?? ''
    return file === undefined && process.stdin.isTTY ? typed(which) : nextLine()
  }
  return {
    ask(which) {
      const asked = known.get(which) ?? find(which)
      known.set(which, asked)
      return asked
    },
  }
}

/** The input with its passwords filled in. Throws invalid_input where one was given as an argument. */
export async function withPasswords(
  call: string,
  input: Record<string, unknown>,
  passwords: Passwords,
): Promise<Record<string, unknown>> {
  const filled = { ...input }
  for (const [field, which] of Object.entries(inputs[call] ?? {})) {
    if (field in input)
      throw new RegistryError('invalid_input', `a password is never an argument: leave out ${field} and use a file`, [
        { field, rule: 'never_an_argument' },
      ])
    filled[field] = await passwords.ask(which)
  }
  return filled
}

const missing = (): RegistryError =>
  new RegistryError(
    'invalid_input',
    'a password is needed: --password-file, --new-password-file or a line of stdin each',
  )

const ENTER = /[\r\n]/
const ctrlC = '\u0003'
const erase = /[\b\u007f]/

/** One line from the terminal, nothing of it shown. */
function typed(which: Which): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(which === 'present' ? 'Password: ' : 'New password: ')
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((done, fail) => {
    let text = ''
    const end = (finish: () => void): void => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      finish()
    }
    const onData = (data: string): void => {
      for (const sign of data) {
        if (sign === ctrlC) return end(() => fail(new RegistryError('cancelled', 'stopped')))
        if (ENTER.test(sign)) return end(() => done(text))
        text = erase.test(sign) ? Array.from(text).slice(0, -1).join('') : text + sign
      }
    }
    stdin.on('data', onData)
  })
}
