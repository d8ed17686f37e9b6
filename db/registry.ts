// The register as one object: opens files, queues writes, runs jobs, tells who changed what. The one way in, with or without a window.
import { existsSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { contract, type CallName, type Changed, type Entry, type Progress } from './contract'
import { createGrants, type Purpose } from './grants'
import { handlers } from './handlers'
import type { CallContext, NewRegisterInput } from './call-context'
import type { Role } from './model/entities'
import { RegistryError, type Reply } from './model/errors'
import { todayIn } from './model/dates/partial'
import { fold } from './model/text/fold'
import { fillRegister, registerNames } from './registers/index'
import { route, type Caller } from './router'
import { localValue } from './store/local'
import { createRegister, openRegister, type OpenRegister } from './store/open'
import { openProfile, type Profile } from './store/profile'
import { writeSet, type SetContext, type Tx, type Written } from './store/write'

export interface RegistryOptions {
  /** the register to open at once; for `register.create` the file to make */
  file?: string
  /** where new registers go when no file is named */
  folder?: string
  /** folder of drafts and recent registers; left out: kept in memory */
  profile?: string
  clock: { now(): number }
  version?: string
  /** the built job worker */
  workerFile?: string
  /** one line per slow call (over 40 ms) and unexpected error, without personal data */
  log?: (line: string) => void
}

export interface Session {
  call(name: string, input: unknown): Promise<Reply<unknown>>
}

export interface Registry {
  session(who: { actor?: string; role?: Role }): Session
  /** A grant for a file that a person picked. */
  grant(path: string, purpose: Purpose): string
  /** The register opened last on this machine, else a new “Sổ Quảng Ninh”. A register that does not open is told by `register.info`. */
  openDefault(): Promise<void>
  onChanged(listener: (areas: Changed) => void): () => void
  onProgress(listener: (progress: Progress) => void): () => void
  close(): Promise<void>
}

const ZONE = 'Asia/Ho_Chi_Minh'
const SLOW_MS = 40

/** The open register and all that serves it in this process. */
class Desk {
  readonly grants = createGrants()
  readonly profile: Profile
  readonly changed = listeners<Changed>()
  readonly progress = listeners<Progress>()
  readonly running = new Map<string, AbortController>()
  private current: OpenRegister | null = null
  private whyClosed = new RegistryError('no_register', 'no register is open')
  private queue: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: RegistryOptions) {
    this.profile = openProfile(options.profile)
    const { file } = options
    if (file === undefined) return
    if (existsSync(file)) this.open(file)
    else this.whyClosed = new RegistryError('file_missing', file)
  }

  /** Throws no_register, or why the last one did not open. */
  get register(): OpenRegister {
    if (!this.current) throw this.whyClosed
    return this.current
  }
  get now(): string {
    return new Date(this.options.clock.now()).toISOString()
  }
  get today(): string {
    return todayIn(ZONE, this.options.clock.now())
  }

  /** Writes wait for each other; a failed one does not stop the next. */
  inQueue<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.queue.then(work)
    this.queue = result.catch(() => undefined)
    return result
  }

  private use(opened: OpenRegister): void {
    this.current?.close()
    this.current = opened
    const { db, file } = opened
    const [id, name] = [localValue(db, 'register_id'), localValue(db, 'register_name')]
    this.profile.remember({ id, name, path: file, openedAt: this.now })
    this.changed.tell(['*'])
  }
  open(file: string): void {
    if (this.current?.file !== file) this.use(openRegister(file))
  }
  async create(input: NewRegisterInput & { actor: string }): Promise<void> {
    const name = input.name ?? registerNames[input.kind]
    const file = this.options.file ?? freeFile(this.options.folder, name)
    const now = this.now
    const filling = { ...input, day: input.day ?? this.today, now }
    this.use(await createRegister(file, { name, kind: input.kind, now }, (db) => fillRegister(db, filling)))
  }
  async openDefault(): Promise<void> {
    const last = this.profile.recents().find((recent) => existsSync(recent.path))
    try {
      if (last) this.open(last.path)
      else await this.create({ kind: 'quang-ninh', actor: userInfo().username })
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error
      this.whyClosed = error
    }
  }

  /** One set by `actor` in the open register. Throws read_only, file_locked. */
  write<T>(actor: string, fn: (tx: Tx) => T, about: Partial<SetContext>): Written<T> {
    const { db, readOnly } = this.register
    if (readOnly) throw notWritable(readOnly)
    const written = writeSet(db, { actor, now: this.now, ...about }, fn)
    if (written.areas.length) this.changed.tell(written.areas)
    return written
  }

  contextFor(caller: Caller): CallContext {
    const { grants, options, profile, progress, running } = this
    const register = () => this.register
    return {
      ...caller,
      today: this.today,
      now: this.now,
      version: options.version ?? '',
      profile,
      get register() {
        return register()
      },
      write: (fn, about = {}) => this.inQueue(() => this.write(caller.actor, fn, about)),
      open: (file) => this.inQueue(() => this.open(file)),
      create: (input) => this.inQueue(() => this.create({ ...input, actor: caller.actor })),
      path: (ref, purpose) => grants.path(ref, purpose),
      fileName: () => basename(this.register.file),
      workerFile: options.workerFile ?? '',
      running,
      progress: (report) => progress.tell(report),
    }
  }

  async dispatch(name: CallName, input: unknown, caller: Caller): Promise<unknown> {
    const entry: Entry = contract[name]
    if (entry.kind === 'write' && !name.startsWith('register.') && this.register.readOnly) {
      throw notWritable(this.register.readOnly)
    }
    const started = performance.now()
    const handle = handlers[name] as (context: CallContext, input: unknown) => unknown
    const value = await handle(this.contextFor(caller), input)
    const took = performance.now() - started
    if (took > SLOW_MS) this.options.log?.(`slow ${name} ${took.toFixed(0)} ms`)
    return value
  }

  /** Logs an unexpected error and returns the short number by which a person can name it. */
  report(call: string, error: unknown): string {
    const number = String(Math.floor(Math.random() * 9000) + 1000)
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.options.log?.(`error ${number} in ${call}: ${what}`)
    return number
  }

  async close(): Promise<void> {
    for (const job of this.running.values()) job.abort()
    await this.queue
    this.current?.close()
    this.current = null
    this.profile.close()
  }
}

// Async so that a register that does not open rejects, whatever opening comes to need.
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const desk = new Desk(options)
  return {
    session: ({ actor = userInfo().username, role = 'admin' }) => ({
      call: (name, input) =>
        route(
          { name, input: input ?? {}, caller: { actor, role } },
          (call, parsed, caller) => desk.dispatch(call, parsed, caller),
          (call, error) => desk.report(call, error),
        ),
    }),
    grant: (path, purpose) => desk.grants.give(path, purpose),
    openDefault: () => desk.inQueue(() => desk.openDefault()),
    onChanged: desk.changed.add,
    onProgress: desk.progress.add,
    close: () => desk.close(),
  }
}

const notWritable = (why: 'locked' | 'medium'): RegistryError =>
  why === 'locked'
    ? new RegistryError('file_locked', 'another program holds this register; here it can only be read')
    : new RegistryError('read_only', 'the file or its folder cannot be written')

function listeners<T>() {
  const all = new Set<(value: T) => void>()
  return {
    add(listener: (value: T) => void): () => void {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell(value: T): void {
      for (const listener of all) listener(value)
    },
  }
}

/** “Sổ mẫu để tập” → so-mau-de-tap.scn, numbered when the name is taken. */
function freeFile(folder: string | undefined, name: string): string {
  if (folder === undefined) throw new RegistryError('file_missing', 'no file named for the new register')
  mkdirSync(folder, { recursive: true })
  const stem = fold(name).replace(/[^a-z0-9]+/g, '-') || 'so'
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${stem}${number === 1 ? '' : `-${number}`}.scn`)
    if (!existsSync(file) && !existsSync(`${file}.part`)) return file
  }
}
