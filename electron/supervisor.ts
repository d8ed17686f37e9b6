// Keeps one registry process alive: starts it, starts it again when it ends by itself (a little later each time) and, when it
// ends more than three times within a minute: then it starts with the register left closed, so that the window can say so and offer what to do.
// Only where even that ends is it given up. Knows nothing of Electron, so that its rules are tested with a fake process and clock.
import type { RegistryState } from '../db/model/bridge'
import type { ProcessMessage, ShellMessage } from '../db/model/process-messages'

export interface RegistryChild<Port> {
  post: (message: ShellMessage, ports: Port[]) => void
  kill: () => void
}

export interface ChildEvents {
  onMessage: (message: ProcessMessage) => void
  onExit: (code: number) => void
}

export interface Surroundings<Port> {
  /** `previousExit`: how the process before ended; null at the first start and after a person asked for a new try; `closed`: with the register left closed */
  start: (how: { previousExit: number | null; closed: string | null }, events: ChildEvents) => RegistryChild<Port>
  /** a process runs (again): every window needs a fresh port */
  onStarted: () => void
  /** milliseconds, never going back */
  now: () => number
  after: (milliseconds: number, work: () => void) => void
  onState: (state: RegistryState) => void
  /** a short number by which a person and the log name what happened */
  newNumber: () => string
  /** the file named at the start did not open */
  onRefused: (path: string) => void
}

const MINUTE = 60_000
const MOST_EXITS = 3
/** before the first, second and third restart within a minute */
const PAUSES = [0, 500, 2000]

type Question = ShellMessage & { type: 'grant' | 'place' }
interface Asked {
  message: Question
  give: (answer: string | null) => void
  refuse: (error: Error) => void
}

export class Supervisor<Port> {
  #state: RegistryState = 'connecting'
  #child: RegistryChild<Port> | null = null
  /** when the process ended by itself, within the last minute */
  #exits: number[] = []
  #whenClosed: (() => void) | null = null
  #lastId = 0
  readonly #asked = new Map<number, Asked>()
  /** the present process was started with the register closed; null: it opened it */
  #closed: string | null = null
  #hasSpoken = false
  readonly #around: Surroundings<Port>

  constructor(around: Surroundings<Port>) {
    this.#around = around
    this.#start(null)
  }

  get state(): RegistryState {
    return this.#state
  }

  /** Hands a window's port to the process; false when there is none now (the window gets a port after the restart). */
  attach(port: Port): boolean {
    this.#child?.post({ type: 'window' }, [port])
    return this.#child !== null
  }

  /** A grant for a file that a person picked. Waits out a restart; rejects when the process is given up. */
  async grant(path: string, purpose: 'read' | 'write'): Promise<string> {
    const ref = await this.#ask({ type: 'grant', id: ++this.#lastId, path, purpose })
    if (ref === null) throw new Error('the registry process gave no grant')
    return ref
  }

  /** The file of the open register, null when none is open. Waits and rejects as `grant` does. */
  place(): Promise<string | null> {
    return this.#ask({ type: 'place', id: ++this.#lastId })
  }

  /** For the log, which the process keeps; lost while none runs. */
  report(number: string, text: string): void {
    this.#child?.post({ type: 'report', number, text }, [])
  }

  /** Starts the process anew with the register left closed: a window that shows it dies again and again. Its number goes to the log. */
  setAside(): void {
    const child = this.#child
    if (this.#closed !== null || child === null) return
    this.#child = null
    child.post({ type: 'close' }, [])
    this.#become('restarting')
    this.#start(null, this.#around.newNumber())
  }

  /** Starts again after `failed`. */
  retry(): void {
    if (this.#state !== 'failed') return
    this.#exits = []
    this.#become('restarting')
    this.#start(null)
  }

  /** Asks the process to close the register; resolves when it has ended, at the latest after `patience` ms. */
  close(patience: number): Promise<void> {
    return new Promise((done) => {
      this.#whenClosed = done
      if (!this.#child) return done()
      this.#child.post({ type: 'close' }, [])
      this.#around.after(patience, () => {
        this.#child?.kill()
        done()
      })
    })
  }

  #ask(message: Question): Promise<string | null> {
    if (this.#state === 'failed') return Promise.reject(notRunning())
    return new Promise((give, refuse) => {
      this.#asked.set(message.id, { message, give, refuse })
      this.#child?.post(message, [])
    })
  }

  #answer(id: number, answer: string | null): void {
    this.#asked.get(id)?.give(answer)
    this.#asked.delete(id)
  }

  #start(previousExit: number | null, closed: string | null = null): void {
    if (this.#whenClosed) return
    this.#closed = closed
    this.#hasSpoken = false
    const child = this.#around.start(
      { previousExit, closed },
      {
        onMessage: (message) => this.#hear(message),
        onExit: (code) => this.#child === child && this.#ended(code),
      },
    )
    this.#child = child
    for (const { message } of this.#asked.values()) child.post(message, [])
    this.#around.onStarted()
  }

  #hear(message: ProcessMessage): void {
    if (message.type === 'granted') return this.#answer(message.id, message.ref)
    if (message.type === 'located') return this.#answer(message.id, message.path)
    this.#hasSpoken = true
    this.#become('ready')
    if (message.refused !== null) this.#around.onRefused(message.refused)
  }

  #ended(code: number): void {
    this.#child = null
    if (this.#whenClosed) return this.#whenClosed()
    const now = this.#around.now()
    this.#exits = [...this.#exits.filter((at) => now - at < MINUTE), now]
    if (this.#exits.length > MOST_EXITS) return this.#leaveClosed(code)
    this.#become('restarting')
    this.#around.after(PAUSES[this.#exits.length - 1] ?? 0, () => this.#start(code))
  }

  /** A process that does not even come up with the register closed, or ends again and again like that, is given up. */
  #leaveClosed(code: number): void {
    if (this.#closed !== null && (!this.#hasSpoken || this.#exits.length > MOST_EXITS * 2)) return this.#giveUp()
    this.#become('restarting')
    this.#start(code, this.#around.newNumber())
  }

  #giveUp(): void {
    this.#become('failed')
    for (const asked of this.#asked.values()) asked.refuse(notRunning())
    this.#asked.clear()
  }

  #become(state: RegistryState): void {
    this.#state = state
    this.#around.onState(state)
  }
}

const notRunning = (): Error => new Error('the registry process is not running')
