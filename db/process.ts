// The utility process that holds the register: reads its settings, opens the registry and serves one port per window.
// The shell speaks to it over parentPort only (ShellMessage in, ProcessMessage out); windows never do.
import { resolve } from 'node:path'
import type { Secrets } from './backup/keyring'
import { clockOn } from './clock'
import { LOGS, openLog } from './log-file'
import { ProcessSettings, ShellMessage, type KeepMessage, type ProcessMessage } from './model/process-messages'
import { servePort, type Serving, type WindowPort } from './port'
import { openRegistry, type Registry } from './registry'

interface ShellPort {
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): unknown
  postMessage(message: ProcessMessage | KeepMessage): void
}

const EXIT_UNEXPECTED = 70

function start(shell: ShellPort, settings: ProcessSettings): void {
  const clock = clockOn(settings.today)
  const log = openLog(resolve(settings.profile, LOGS), clock)
  logUnexpected(log)
  if (settings.closed !== undefined) log(`crash ${settings.closed}: ended again and again, the register stays closed`)
  if (settings.previousExit !== null) log(`started again after exit code ${settings.previousExit}`)
  const secrets = secretsOver(shell)
  const opened = secrets.then((kept) => open(settings, clock, log, kept))
  shell.on('message', ({ data, ports }) => void obey(shell, opened, ShellMessage.parse(data), { ports, log }))
  void opened.then(({ refused }) => shell.postMessage({ type: 'ready', refused }))
}

interface Opened {
  registry: Registry
  refused: string | null
}

/** What the shell has the system keep. It is told before anything is opened: a migration already makes a backup. */
function secretsOver(shell: ShellPort): Promise<Secrets> {
  const waiting = new Map<number, (kept: boolean) => void>()
  let lastId = 0
  const keep: Secrets['keep'] = (name, value) =>
    new Promise((answer) => {
      waiting.set(++lastId, answer)
      shell.postMessage({ type: 'keep', id: lastId, name, value })
    })
  return new Promise((tell) =>
    shell.on('message', ({ data }) => {
      const message = ShellMessage.parse(data)
      if (message.type === 'secrets') tell({ available: message.available, kept: message.kept, keep })
      if (message.type === 'kept') waiting.get(message.id)?.(message.kept)
    }),
  )
}

async function open(
  settings: ProcessSettings,
  clock: { now(): number },
  log: (line: string) => void,
  secrets: Secrets,
): Promise<Opened> {
  const { folder, profile, version } = settings
  const workerFile = resolve(import.meta.dirname, 'worker.js')
  const registry = await openRegistry({ folder, profile, version, clock, workerFile, daily: true, secrets, log })
  if (settings.closed !== undefined) {
    registry.leaveClosed(settings.closed)
    return { registry, refused: null }
  }
  const refused = settings.open !== undefined && !(await openFile(registry, settings.open)) ? settings.open : null
  if (settings.open === undefined || refused !== null) await registry.openDefault()
  return { registry, refused }
}

async function openFile(registry: Registry, path: string): Promise<boolean> {
  const reply = await registry.session({}).call('register.open', { file: registry.grant(path, 'read') })
  return reply.ok
}

/** Each window is a session of its own: where the register has accounts it starts signed out. */
function serve({ registry }: Opened): Serving {
  const session = registry.session({})
  return { session, registry: session.news }
}

interface With {
  ports: WindowPort[]
  log: (line: string) => void
}

async function obey(
  shell: ShellPort,
  opened: Promise<Opened>,
  message: ShellMessage,
  { ports, log }: With,
): Promise<void> {
  switch (message.type) {
    case 'window': {
      for (const port of ports) servePort(port, opened.then(serve), log)
      return
    }
    case 'grant': {
      const { registry } = await opened
      shell.postMessage({ type: 'granted', id: message.id, ref: registry.grant(message.path, message.purpose) })
      return
    }
    case 'place': {
      const { registry } = await opened
      shell.postMessage({ type: 'located', id: message.id, path: registry.place() })
      return
    }
    case 'report':
      return log(`error ${message.number} in the shell: ${message.text}`)
    case 'close': {
      const { registry } = await opened
      await registry.close()
      process.exit(0)
    }
  }
}

/** A thrown error leaves unknown state behind: the process ends and the shell starts a new one. */
function logUnexpected(log: (line: string) => void): void {
  const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.on('uncaughtException', (error) => {
    log(`ending after an unexpected error: ${describe(error)}`)
    process.exit(EXIT_UNEXPECTED)
  })
}

const { parentPort } = process as unknown as { parentPort?: ShellPort }
if (parentPort === undefined) throw new Error('this file runs in the shell’s utility process')
start(parentPort, ProcessSettings.parse(JSON.parse(process.argv[2] ?? 'null')))
