// The registry from a terminal: `cli <call> '<json>' --file register.scn [--to file] [--today yyyy-MM-dd] [--recorded seq]`. `--to` names the file that
// an export writes, `{day}` in it stands for the day, and its ending for the format where the call has several. In a register without accounts
// `--role` and `--actor` say who works; with accounts `--account` does, and its password comes from the terminal, a file or stdin.
// The answer goes to stdout as JSON and nothing else; an error goes to stderr as JSON with exit code 1.
import { parseArgs } from 'node:util'
import { extname, resolve } from 'node:path'
import { passwordsFrom, withPasswords, type Passwords } from './cli-passwords'
import { contract, type CallName } from './contract'
import { roles, type Role } from './model/vocabulary'
import { RegistryError, type ErrorReply, type Reply } from './model/errors'
import { dayInVietnam } from './model/dates/partial'
import { Day } from './model/fields'
import type { Door } from './model/shapes/people'
import { openRegistry, type Registry, type Session } from './registry'
import { fromSystem } from './system-errors'

/** Calls whose `file` is written; all others read theirs. A `to` is always written. */
const writesFile: ReadonlySet<CallName> = new Set([
  'exchange.exportBook',
  'exchange.exportCalendar',
  'exchange.exportExtract',
  'exchange.exportList',
  'exchange.exportRegister',
  'exchange.exportTable',
  'exchange.saveForm',
  'attachments.saveCopy',
  'documents.make',
  'documents.saveTemplate',
])

interface Command {
  call: CallName
  input: Record<string, unknown>
  file: string | undefined
  today: string | undefined
  /** answers as the register stood after that set */
  recorded: number | undefined
  role: Role | undefined
  actor: string | undefined
  account: string | undefined
  passwords: Passwords
}

const USAGE =
  "registry <call> '<json>' --file register.scn [--to file] [--today yyyy-MM-dd] [--recorded seq] [--role name] [--actor name] [--account name] [--password-file path] [--new-password-file path]"

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      options: {
        file: text,
        to: text,
        today: text,
        recorded: text,
        role: text,
        actor: text,
        account: text,
        'password-file': text,
        'new-password-file': text,
      },
      allowPositionals: true,
    })
  } catch (error) {
    throw usage(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`)
  }
}

function readCommand(args: string[]): Command {
  const { values, positionals } = parse(args)
  const [call, json = '{}', ...rest] = positionals
  if (call === undefined || rest.length) throw usage(USAGE)
  if (!Object.hasOwn(contract, call))
    throw new RegistryError('unknown_call', `${call} is none of ${Object.keys(contract).join(', ')}`)
  if (values.file === undefined && call !== 'register.open')
    throw new RegistryError('no_register', 'name the register: --file register.scn')
  const { role } = values
  if (role !== undefined && !isRole(role)) throw usage(`--role is one of ${roles.join(', ')}`)
  if (values.today !== undefined && !Day.safeParse(values.today).success)
    throw usage(`--today is a day yyyy-MM-dd, not ${values.today}`)
  if (values.recorded !== undefined && !/^[1-9]\d{0,14}$/.test(values.recorded))
    throw usage(`--recorded is the seq of a set, not ${values.recorded}`)
  return {
    call: call as CallName,
    input: { ...readJson(json), ...(values.to === undefined ? {} : toFile(call as CallName, values.to, values.today)) },
    file: values.file === undefined ? undefined : resolve(values.file),
    today: values.today,
    recorded: values.recorded === undefined ? undefined : Number(values.recorded),
    role,
    actor: values.actor,
    account: values.account,
    passwords: passwordsFrom({ present: values['password-file'], chosen: values['new-password-file'] }),
  }
}

/** What `--to` says: the file, with the day in its name, and the format that its ending names where the call asks for one. */
function toFile(call: CallName, to: string, today: string | undefined): Record<string, string> {
  if (!writesFile.has(call)) throw usage(`${call} writes no file: --to is for ${[...writesFile].join(', ')}`)
  const day = today ?? dayInVietnam(Date.now())
  const hasFormat = Object.hasOwn((contract[call].input as { shape?: object }).shape ?? {}, 'format')
  return { file: to.replaceAll('{day}', day), ...(hasFormat ? { format: extname(to).slice(1).toLowerCase() } : {}) }
}

const usage = (message: string) => new RegistryError('invalid_input', message)
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

function readJson(json: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw usage(`the second argument is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw usage('the second argument is not a JSON object')
  return { ...value }
}

/** A path on the command line is the person's own choice of file: it becomes a grant. */
function withGrant(registry: Registry, { call, input }: Command): Record<string, unknown> {
  const granted = (name: 'file' | 'to', mode: 'read' | 'write'): Record<string, string> => {
    const path = input[name]
    return typeof path === 'string' ? { [name]: registry.grant(resolve(path), mode) } : {}
  }
  return { ...input, ...granted('file', writesFile.has(call) ? 'write' : 'read'), ...granted('to', 'write') }
}

const clockAt = (today: string | undefined) =>
  today === undefined ? Date : { now: () => Date.parse(`${today}T05:00:00Z`) }

async function run(args: string[]): Promise<unknown> {
  const command = readCommand(args)
  const registry = await openRegistry({
    ...(command.file === undefined ? {} : { file: command.file }),
    clock: clockAt(command.today),
    workerFile: resolve(import.meta.dirname, 'worker.js'),
    log: (line) => {
      if (process.env['SCN_DEBUG']) process.stderr.write(`${line}\n`)
    },
  })
  try {
    const session = await sessionFor(registry, command)
    const input = await withPasswords(command.call, withGrant(registry, command), command.passwords)
    return await answered(session.call(command.call, input, command.recorded))
  } finally {
    await registry.close()
  }
}

/** Whoever works: with accounts the one whose password is proved, without them whoever the command names. */
async function sessionFor(registry: Registry, { role, actor, account, passwords }: Command): Promise<Session> {
  const session = registry.session({
    ...(role === undefined ? {} : { role }),
    ...(actor === undefined ? {} : { actor }),
  })
  const door = await session.call('people.door', {})
  const hasAccounts = door.ok && (door.value as Door).people.length > 0
  if (hasAccounts && (role !== undefined || actor !== undefined))
    throw usage('this register has accounts: --account says who works, not --role or --actor')
  if (account !== undefined)
    await answered(session.call('people.signIn', { name: account, password: await passwords.ask('present') }))
  return session
}

async function answered(reply: Promise<Reply<unknown>>): Promise<unknown> {
  const answer = await reply
  if (!answer.ok) throw new Failed(answer.error)
  return answer.value
}

class Failed extends Error {
  constructor(readonly reply: ErrorReply) {
    super(reply.message)
  }
}

function toReply(error: unknown): ErrorReply {
  if (error instanceof Failed) return error.reply
  const known = error instanceof RegistryError ? error : fromSystem(error)
  return known?.toReply() ?? { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

/** Settled when the answer is out and the exit code set: for the program that runs this without a window. */
export const ended: Promise<void> = run(process.argv.slice(2)).then(
  (value) => {
    process.stdout.write(`${JSON.stringify(value)}\n`)
  },
  (error: unknown) => {
    process.stderr.write(`${JSON.stringify(toReply(error))}\n`)
    process.exitCode = 1
  },
)
