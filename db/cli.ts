// The registry from a terminal: `cli <call> '<json>' --file register.scn [--today yyyy-MM-dd] [--recorded seq] [--role r] [--actor name]`.
// The answer goes to stdout as JSON and nothing else; an error goes to stderr as JSON with exit code 1.
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { contract } from './contract'
import { roles, type Role } from './model/vocabulary'
import { RegistryError, type ErrorReply } from './model/errors'
import { Day } from './model/fields'
import { openRegistry, type Registry } from './registry'
import { fromSystem } from './system-errors'

/** Calls whose `file` is written; all others read theirs. */
const writesFile = new Set(['exchange.exportList', 'exchange.saveForm', 'attachments.saveCopy'])

interface Command {
  call: string
  input: Record<string, unknown>
  file: string | undefined
  today: string | undefined
  /** answers as the register stood after that set */
  recorded: number | undefined
  role: Role
  actor: string | undefined
}

const USAGE =
  "registry <call> '<json>' --file register.scn [--today yyyy-MM-dd] [--recorded seq] [--role name] [--actor name]"

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      options: { file: text, today: text, recorded: text, role: text, actor: text },
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
  const role = values.role ?? 'admin'
  if (!isRole(role)) throw usage(`--role is one of ${roles.join(', ')}`)
  if (values.today !== undefined && !Day.safeParse(values.today).success)
    throw usage(`--today is a day yyyy-MM-dd, not ${values.today}`)
  if (values.recorded !== undefined && !/^[1-9]\d{0,14}$/.test(values.recorded))
    throw usage(`--recorded is the seq of a set, not ${values.recorded}`)
  return {
    call,
    input: readJson(json),
    file: values.file === undefined ? undefined : resolve(values.file),
    today: values.today,
    recorded: values.recorded === undefined ? undefined : Number(values.recorded),
    role,
    actor: values.actor,
  }
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
  if (typeof input['file'] !== 'string') return input
  return { ...input, file: registry.grant(resolve(input['file']), writesFile.has(call) ? 'write' : 'read') }
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
    const session = registry.session({
      role: command.role,
      ...(command.actor === undefined ? {} : { actor: command.actor }),
    })
    const reply = await session.call(command.call, withGrant(registry, command), command.recorded)
    if (!reply.ok) throw new Failed(reply.error)
    return reply.value
  } finally {
    await registry.close()
  }
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

run(process.argv.slice(2)).then(
  (value) => {
    process.stdout.write(`${JSON.stringify(value)}\n`)
  },
  (error: unknown) => {
    process.stderr.write(`${JSON.stringify(toReply(error))}\n`)
    process.exitCode = 1
  },
)
