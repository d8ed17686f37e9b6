// The registry as a utility process, and its line to every window: a channel of which one end goes to the process, the other through
// the preload to the page. After a restart every window gets a fresh channel; the old one is dead with the process.
import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type MessagePortMain, type WebContents } from 'electron'
import type { KeepMessage, ProcessMessage, ProcessSettings, ShellMessage } from '../db/model/process-messages'
import type { SecretStore } from './secrets'
import { Supervisor, type ChildEvents, type RegistryChild } from './supervisor'

export interface RegistryProcess {
  /** Gives the page its line; called each time a page has loaded. */
  connect: (page: WebContents) => void
  grant: (path: string, purpose: 'read' | 'write') => Promise<string>
  /** the open register's file; null when none is open */
  place: () => Promise<string | null>
  /** a line in the log about an unexpected error of the shell */
  report: (number: string, text: string) => void
  retry: () => void
  /** the register is closed and left so until a person chooses */
  setAside: () => void
  close: () => Promise<void>
}

export interface RegistryProcessOptions {
  settings: Omit<ProcessSettings, 'previousExit'>
  secrets: SecretStore
  onFailed: () => void
  /** the file named at the start is not a register that opens here */
  onRefused: (path: string) => void
}

const PATIENCE_MS = 5000

export function startRegistry({ settings, secrets, onFailed, onRefused }: RegistryProcessOptions): RegistryProcess {
  const pages = new Set<WebContents>()
  /** A page that has died asks for its line again when it has been loaded. */
  const alive = (): WebContents[] => [...pages].filter((page) => !page.isCrashed())
  const { open, ...steady } = settings
  /** only the first process opens the file named at the start; a later one opens what was open last */
  let toOpen = open

  const registry = new Supervisor<MessagePortMain>({
    start({ previousExit, closed }, events) {
      const first: ProcessSettings = {
        ...steady,
        previousExit,
        ...(toOpen === undefined ? {} : { open: toOpen }),
        ...(closed === null ? {} : { closed }),
      }
      toOpen = undefined
      return fork(first, secrets, events)
    },
    onStarted: () => alive().forEach((page) => connect(page)),
    now: () => performance.now(),
    after: (milliseconds, work) => void setTimeout(work, milliseconds),
    onState(state) {
      for (const page of alive()) page.send('registry:state', state)
      if (state === 'failed') onFailed()
    },
    newNumber: () => String(1000 + Math.floor(Math.random() * 9000)),
    onRefused,
  })

  const connect = (page: WebContents): void => {
    const { port1, port2 } = new MessageChannelMain()
    if (registry.attach(port1)) page.postMessage('registry:port', null, [port2])
  }
  return {
    connect(page) {
      if (!pages.has(page)) page.once('destroyed', () => pages.delete(page))
      pages.add(page)
      page.send('registry:state', registry.state)
      connect(page)
    },
    grant: (path, purpose) => registry.grant(path, purpose),
    place: () => registry.place(),
    report: (number, text) => registry.report(number, text),
    retry: () => registry.retry(),
    setAside: () => registry.setAside(),
    close: () => registry.close(PATIENCE_MS),
  }
}

function fork(settings: ProcessSettings, secrets: SecretStore, events: ChildEvents): RegistryChild<MessagePortMain> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'registry.js'), [JSON.stringify(settings)], {
    serviceName: 'so-cong-nhan registry',
    stdio: 'inherit',
    env: withoutOrders(process.env),
  })
  const post = (message: ShellMessage, ports: MessagePortMain[]): void => child.postMessage(message, ports)
  post({ type: 'secrets', available: secrets.available, kept: secrets.read() }, [])
  child.on('message', (message: ProcessMessage | KeepMessage) => {
    if (message.type !== 'keep') return events.onMessage(message)
    post({ type: 'kept', id: message.id, kept: secrets.keep(message.name, message.value) }, [])
  })
  child.once('exit', (code) => events.onExit(code))
  return { post, kill: () => void child.kill() }
}

/** The environment without what could make the process load or do something else. */
function withoutOrders(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const orders = /^(NODE_OPTIONS|NODE_REPL_.*|NODE_EXTRA_CA_CERTS|ELECTRON_RUN_AS_NODE)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !orders.test(name)))
}
