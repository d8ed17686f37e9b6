// The only door between page and shell: window.registry (calls over a port straight to the registry process) and window.shell.
// A call under way when that process ends is answered honestly, never repeated here: nobody knows whether a write was saved.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DroppedFile, RegistryBridge, RegistryState, RestartedRule, ShellBridge } from '../db/model/bridge'
import type { Reply } from '../db/model/errors'

interface Request {
  id: number
  name: string
  input: unknown
  recorded?: number
}
interface Message {
  id?: number
  reply?: Reply<unknown>
  changed?: readonly string[]
  progress?: Parameters<Parameters<RegistryBridge['onProgress']>[0]>[0]
}

const restarted: RestartedRule = 'registry_restarted'
const unanswered = (message: string): Reply<never> => ({
  ok: false,
  error: { code: 'internal', message, fields: [{ field: '', rule: restarted }] },
})

let port: MessagePort | null = null
let state: RegistryState = 'connecting'
let lastId = 0
/** answers owed, by request */
const owed = new Map<number, (reply: Reply<unknown>) => void>()
/** made while there was no connection */
const unsent: Request[] = []

function listeners<A extends unknown[]>() {
  const all = new Set<(...args: A) => void>()
  return {
    /** false: nobody listens */
    tell: (...args: A) => [...all].map((listener) => listener(...args)).length > 0,
    add: (listener: (...args: A) => void) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
  }
}
const changed = listeners<[readonly string[]]>()
const progressed = listeners<Parameters<Parameters<RegistryBridge['onProgress']>[0]>>()
const stated = listeners<[RegistryState]>()
const zoomed = listeners<[number]>()
/** percent; null until the shell has said it */
let zoom: number | null = null
const commanded = listeners<[string, DroppedFile | null]>()
/** a command that comes before the page listens, such as a file double-clicked to start the program, waits for it */
const unheard: [string, DroppedFile | null][] = []

function settle(id: number, reply: Reply<unknown>): void {
  owed.get(id)?.(reply)
  owed.delete(id)
}

function send(request: Request): void {
  try {
    port?.postMessage(request)
  } catch {
    // something that cannot be copied to another process, such as a function
    settle(request.id, { ok: false, error: { code: 'invalid_input', message: 'the input cannot be sent' } })
  }
}

function receive({ id, reply, changed: areas, progress }: Message): void {
  if (id !== undefined && reply) settle(id, reply)
  if (areas) changed.tell(areas)
  if (progress) progressed.tell(progress)
}

/** Requests already sent can no longer be answered; those not sent yet wait, unless there is nothing left to wait for. */
function lose(forGood: boolean): void {
  port = null
  const waiting = new Set(unsent.map(({ id }) => id))
  for (const id of owed.keys()) {
    if (forGood || !waiting.has(id)) settle(id, unanswered('the registry process ended before it answered'))
  }
  if (forGood) unsent.length = 0
}

ipcRenderer.on('registry:port', (event) => {
  if (port) lose(false)
  port?.close()
  port = event.ports[0] ?? null
  if (port) port.onmessage = ({ data }: MessageEvent<Message>) => receive(data)
  for (const request of unsent.splice(0)) send(request)
})
ipcRenderer.on('registry:state', (_event, next: RegistryState) => {
  state = next
  if (next === 'restarting' || next === 'failed') lose(next === 'failed')
  stated.tell(next)
})
ipcRenderer.on('window:zoom', (_event, percent: number) => {
  zoom = percent
  zoomed.tell(percent)
})
ipcRenderer.on('menu:command', (_event, command: string, file: DroppedFile | null) => {
  if (!commanded.tell(command, file)) unheard.push([command, file])
})
ipcRenderer.send('registry:connect')

const registry: RegistryBridge = {
  call: (name, input, recorded) =>
    new Promise((answer) => {
      if (state === 'failed') return answer(unanswered('the registry process is not running'))
      const request = { id: ++lastId, name, input, ...(recorded === undefined ? {} : { recorded }) }
      owed.set(request.id, answer)
      if (port) send(request)
      else unsent.push(request)
    }),
  onChanged: changed.add,
  onProgress: progressed.add,
  onState(listener) {
    listener(state)
    return stated.add(listener)
  },
}

function ask<T>(verb: string, input?: unknown): Promise<T> {
  return ipcRenderer.invoke(`shell:${verb}`, input) as Promise<T>
}

/** Only what a person dropped has a path; a file that a script made up has none. */
async function drop<T>(verb: string, file: unknown): Promise<T | null> {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  return path === '' ? null : ask<T>(verb, path)
}

const shell: ShellBridge = {
  pickOpen: (kind) => ask('pickOpen', kind),
  pickPapers: () => ask('pickPapers'),
  pickSave: (kind, name) => ask('pickSave', { kind, name }),
  pickFolder: () => ask('pickFolder'),
  reveal: (ref) => ask('reveal', ref),
  openSaved: (ref) => ask('openSaved', ref),
  registerPlace: () => ask('registerPlace'),
  revealRegister: () => ask('revealRegister'),
  openWindow: (target) => ask('openWindow', target),
  reload: () => ask('reload'),
  onMenu(listener) {
    for (const [command, file] of unheard.splice(0)) listener(command, file)
    return commanded.add(listener)
  },
  dropFile: (file) => drop('dropFile', file),
  dropPaper: (file) => drop('dropPaper', file),
  lend: (kind, name) => ask('lend', { kind, name }),
  openLent: (ref) => ask('openLent', ref),
  drawPaper: (ref) => ask('drawPaper', ref),
  stopPaper: () => ask('stopPaper'),
  printPaper: (ref) => ask('printPaper', ref),
  savePaper: (ref, kind, name) => ask('savePaper', { ref, kind, name }),
  offer: (items) => ask('offer', items),
  setLanguage: (language) => ask('setLanguage', language),
  zoom: (step) => ask('zoom', step),
  onZoom(listener) {
    if (zoom !== null) listener(zoom)
    return zoomed.add(listener)
  },
  versions: {
    app: __APP_VERSION__,
    electron: process.versions['electron'] ?? '',
    chrome: process.versions['chrome'] ?? '',
    node: process.versions.node,
  },
  platform: process.platform,
}

contextBridge.exposeInMainWorld('registry', registry)
contextBridge.exposeInMainWorld('shell', shell)
