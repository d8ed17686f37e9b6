// The utility process that holds the register: reads its settings, opens the registry and serves one port per window.
// The shell speaks to it over parentPort only (ShellMessage in, ProcessMessage out); windows never do.
import { resolve } from 'node:path'
import { clockOn } from './clock'
import { openLog } from './log-file'
import { ProcessSettings, ShellMessage, type ProcessMessage } from './model/process-messages'
import { servePort, type Serving, type WindowPort } from './port'
import { openRegistry, type Registry } from './registry'

interface ShellPort {
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): unknown
  postMessage(message: ProcessMessage): void
}

const EXIT_UNEXPECTED = 70

function start(shell: ShellPort, settings: ProcessSettings): void {
  const clock = clockOn(settings.today)
  const log = openLog(resolve(settings.profile, 'logs'), clock)
  logUnexpected(log)
  if (settings.previousExit !== null) log(`started again after exit code ${settings.previousExit}`)
  const opened = open(settings, clock, log)
  shell.on('message', ({ data, ports }) => void obey(shell, opened, ShellMessage.parse(data), { ports, log }))
  void opened.then(({ refused }) => shell.postMessage({ type: 'ready', refused }))
}

interface Opened {
  registry: Registry
  refused: string | null
}

async function open(settings: ProcessSettings, clock: { now(): number }, log: (line: string) => void): Promise<Opened> {
  const { folder, profile, version } = settings
  const workerFile = resolve(import.meta.dirname, 'worker.js')
  const registry = await openRegistry({ folder, profile, version, clock, workerFile, daily: true, log })
  const refused = settings.open !== undefined && !(await openFile(registry, settings.open)) ? settings.open : null
  if (settings.open === undefined || refused !== null) await registry.openDefault()
  return { registry, refused }
}

async function openFile(registry: Registry, path: string): Promise<boolean> {
  const reply = await registry.session({}).call('register.open', { file: registry.grant(path, 'read') })
  return reply.ok
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
      const who = message.role === undefined ? {} : { role: message.role }
      const serving: Promise<Serving> = opened.then(({ registry }) => ({ registry, session: registry.session(who) }))
      for (const port of ports) servePort(port, serving, log)
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
