// The register as one object: opens files, queues writes, runs jobs, tells who changed what. The one way in, with or without a window.
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { backUpDaily } from './backup/calls'
import { keyring, noSecrets, type Keyring, type Secrets } from './backup/keyring'
import { condemnDamaged } from './backup/recovery-calls'
import { contract, type CallName, type Changed, type Progress } from './contract'
import type { Entry } from './contract/entry'
import { LOGS } from './log-file'
import { createGrants, type Purpose } from './grants'
import { handlers } from './handlers'
import type { CallContext, NewRegisterInput } from './call-context'
import { inJob } from './jobs/in-job'
import { Reader } from './jobs/reader'
import type { Role } from './model/vocabulary'
import { RegistryError, type Reply } from './model/errors'
import { dayInVietnam } from './model/dates/partial'
import { stopped } from './jobs/job'
import { Doorkeeper } from './people/doorkeeper'
import { PersonSession, type Who } from './people/session'
import { recordedRegisters, type RecordedRegisters } from './recorded'
import { route, type Caller } from './router'
import { Shelf } from './shelf'
import type { OpenRegister } from './store/open'
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
  /** true: a backup is made on the first opening of a day and while the program runs on into the next */
  daily?: boolean
  /** what the system keeps for this person: keys of locked backups; left out: nothing, passphrases are asked for each time */
  secrets?: Secrets
  /** one line per slow call (over 40 ms) and unexpected error, without personal data */
  log?: (line: string) => void
}

export type News = Pick<Registry, 'onChanged' | 'onProgress'>

export interface Session {
  /** what this caller may hear of: before the sign-in only that people or the register have changed */
  news: News
  /** `recorded`: a read as the register stood after that set (commit_seq); every write is then refused. */
  call(name: string, input: unknown, recorded?: number): Promise<Reply<unknown>>
}

export interface Registry {
  /** One window or terminal. `who` counts where the register has no accounts; with accounts it starts signed out, whoever opens it. */
  session(who: { actor?: string; role?: Role }): Session
  /** A grant for a file that a person picked. */
  grant(path: string, purpose: Purpose): string
  /** The open register's file, for the shell alone; null when none is open. */
  place(): string | null
  /** The register opened last on this machine, else a new “Sổ Quảng Ninh”. A register that does not open is told by `register.info`. */
  openDefault(): Promise<void>
  /** Opens nothing: the program ended again and again, and a person chooses what to do about the register opened last. `number` names it. */
  leaveClosed(number: string): void
  onChanged(listener: (areas: Changed) => void): () => void
  onProgress(listener: (progress: Progress) => void): () => void
  close(): Promise<void>
}

const SLOW_MS = 40
const MINUTE_MS = 60 * 1_000
const BACKUP_SOON_MS = 3_000
const REST_MS = 10_000
const BACKUP_AGAIN_MS = 60 * 60 * 1_000

/** The open register and all that serves it in this process. */
class Desk {
  readonly grants = createGrants()
  readonly profile: Profile
  readonly recorded: RecordedRegisters
  readonly changed = listeners<Changed>()
  readonly progress = listeners<Progress>()
  readonly running = new Map<string, AbortController>()
  readonly shelf: Shelf
  readonly reader: Reader
  readonly keys: Keyring
  readonly doorkeeper = new Doorkeeper(
    (register) => this.shelf.current === register,
    () => this.options.clock.now(),
  )
  private queue: Promise<unknown> = Promise.resolve()
  private rest: NodeJS.Timeout | undefined
  private day = { minute: Number.NaN, today: '' }
  private backups: Promise<unknown> = Promise.resolve()
  private nextBackup: NodeJS.Timeout | undefined

  constructor(private readonly options: RegistryOptions) {
    this.profile = openProfile(options.profile)
    this.reader = new Reader(options.workerFile ?? '')
    this.recorded = recordedRegisters(options.profile === undefined ? undefined : join(options.profile, 'recorded'))
    this.keys = keyring(options.secrets ?? noSecrets)
    const { file, folder } = options
    this.shelf = new Shelf({
      file,
      folder,
      profile: this.profile,
      now: () => this.now,
      today: () => this.today,
      bringUp: options.workerFile === undefined || options.workerFile === '' ? undefined : (file) => this.bringUp(file),
      onOpened: () => {
        this.recorded.close()
        this.changed.tell(['*'])
        if (options.daily) this.backUpLater(BACKUP_SOON_MS)
      },
    })
    if (file !== undefined) this.shelf.openNamed(file)
  }

  get now(): string {
    return new Date(this.options.clock.now()).toISOString()
  }
  /** Every call asks; the zone counts whole minutes. */
  get today(): string {
    const minute = Math.floor(this.options.clock.now() / MINUTE_MS)
    if (minute !== this.day.minute) this.day = { minute, today: dayInVietnam(minute * MINUTE_MS) }
    return this.day.today
  }

  /** Writes wait for each other; a failed one does not stop the next. */
  inQueue<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.queue.then(work)
    this.queue = result.catch(() => undefined)
    return result
  }

  /** Runs `work` while no reading thread holds the file, which may be closed, replaced or renamed then. */
  private async unread<T>(work: () => T | Promise<T>): Promise<T> {
    await this.reader.end()
    return work()
  }

  inBackups<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.backups.then(work)
    this.backups = result.catch(() => undefined)
    return result
  }

  /** The first paint and the first questions go before it. */
  private backUpLater(milliseconds: number): void {
    clearTimeout(this.nextBackup)
    this.nextBackup = setTimeout(() => void this.backUpNow(), milliseconds)
    this.nextBackup.unref()
  }

  private async backUpNow(): Promise<void> {
    try {
      // the program itself at work: it copies and looks, and signs nothing
      const itself = { actor: userInfo().username, role: 'admin' as const }
      const session = new PersonSession(() => null, this.doorkeeper, itself)
      const context = this.contextFor({ ...itself, account: null, session })
      if (this.shelf.place !== null) await condemnDamaged(context)
      if (this.shelf.place !== null && (await backUpDaily(context, (at) => dayInVietnam(Date.parse(at)))))
        this.changed.tell(['backup'])
    } catch (error) {
      this.report('backup', error)
    }
    this.backUpLater(BACKUP_AGAIN_MS)
  }

  /** A job like others: the status line shows how far it is and can stop it. */
  async create(input: NewRegisterInput & { actor: string }): Promise<void> {
    const job = uuidv7()
    const call = 'register.create'
    const control = new AbortController()
    this.running.set(job, control)
    try {
      await this.shelf.create(input, (done, total) => {
        if (control.signal.aborted) throw stopped()
        this.progress.tell({ job, call, done, total })
      })
    } finally {
      this.running.delete(job)
      this.progress.tell({ job, call, done: 1, total: 1 })
    }
  }

  private bringUp(register: string): Promise<void> {
    const { running, progress, options } = this
    const jobs = { running, workerFile: options.workerFile ?? '', progress: progress.tell }
    return inJob(jobs, 'register.open', 'bring-up', { input: { register } })
  }

  private readonly adopt: CallContext['adopt'] = (name, make) =>
    this.inBackups(async () => {
      const register = this.shelf.newPlace(name)
      const ready = await make(register)
      await this.inQueue(() => this.unread(() => this.shelf.adopt(ready, register)))
    })

  /** One set by `actor` in the open register. Throws read_only, file_locked, register_moved. */
  write<T>(actor: string, fn: (tx: Tx) => T, about: Partial<SetContext>): Written<T> {
    return this.tellOf(writeSet(this.writable().db, { actor, now: this.now, ...about }, fn))
  }

  private writable(): OpenRegister {
    const { register } = this.shelf
    if (register.readOnly) throw notWritable(register.readOnly)
    if (!register.inPlace()) throw new RegistryError('register_moved', 'the register is no longer where it was opened')
    return register
  }

  private tellOf<T>(written: Written<T>): Written<T> {
    if (written.areas.length) this.changed.tell(written.areas)
    return written
  }

  /** `earlier`: the state that the caller looks at instead of the living register */
  contextFor(caller: Caller, earlier: OpenRegister | null = null): CallContext {
    const { adopt, grants, keys, options, profile, progress, running, shelf } = this
    return {
      ...caller,
      adopt,
      keys,
      today: this.today,
      now: this.now,
      version: options.version ?? '',
      profile,
      get register() {
        return earlier ?? shelf.register
      },
      get living() {
        return shelf.register
      },
      tellPeople: () => this.changed.tell(['account']),
      log: (line) => options.log?.(line),
      write: (fn, about = {}) => this.inQueue(() => this.write(stillThere(caller).actor, fn, about)),
      writeInJob: (work) =>
        this.inQueue(async () => {
          stillThere(caller)
          return this.tellOf(await work(this.writable()))
        }),
      check: (file) => shelf.check(file),
      open: (file, how) => this.inQueue(() => this.unread(() => shelf.open(file, how))),
      openRecent: (id) => this.inQueue(() => this.unread(() => shelf.openRecent(id))),
      recents: () => shelf.recents(),
      create: (input) => this.inQueue(() => this.create({ ...input, actor: caller.actor })),
      note: (number, text) => options.log?.(`error ${number} in a window: ${text}`),
      replace: (ready) => this.unread(() => shelf.replace(ready)),
      toRecover: () => shelf.toRecover,
      takeRecovered: (ready) => this.unread(() => shelf.takeRecovered(ready)),
      condemn: () => shelf.condemn(),
      forgetRecorded: () => this.recorded.forget(),
      alone: (work) => this.inBackups(() => this.inQueue(work)),
      inBackups: (work) => this.inBackups(work),
      path: (ref, purpose) => grants.path(ref, purpose),
      fileName: () => basename(shelf.register.file),
      livingFile: () => shelf.register.file,
      readWhole: (question) => this.reader.read(earlier ?? shelf.register, { ...question, today: this.today }),
      workerFile: options.workerFile ?? '',
      logs: options.profile === undefined ? null : join(options.profile, LOGS),
      running,
      progress: (report) => progress.tell(report),
    }
  }

  async dispatch(name: CallName, input: unknown, caller: Caller): Promise<unknown> {
    const entry: Entry = contract[name]
    if (entry.kind === 'write' && !name.startsWith('register.') && this.shelf.register.readOnly) {
      throw notWritable(this.shelf.register.readOnly)
    }
    const started = performance.now()
    const handle = handlers[name] as (context: CallContext, input: unknown) => unknown
    const value = await handle(this.contextFor(caller, await this.earlier(name, caller)), input)
    const took = performance.now() - started
    if (took > SLOW_MS) this.options.log?.(`slow ${name} ${took.toFixed(0)} ms`)
    this.restLater()
    return value
  }

  /** After a while without calls the pages that SQLite holds are given back; the next call reads what it needs again. */
  private restLater(): void {
    this.rest ??= setTimeout(() => this.shelf.current?.db.pragma('shrink_memory'), REST_MS).unref()
    this.rest.refresh()
  }

  /** The earlier state that the caller asks for; made by a job where it is not there yet. Throws read_only for a write. */
  private async earlier(name: CallName, caller: Caller): Promise<OpenRegister | null> {
    const { recorded } = caller
    if (recorded === undefined || name.startsWith('people.')) return null
    if ((contract[name] as Entry).kind === 'write')
      throw new RegistryError('read_only', 'an earlier state is looked at')
    const { running, progress, options } = this
    const jobs = { running, workerFile: options.workerFile ?? '', progress: progress.tell }
    return this.recorded.at(this.shelf.register, recorded, (input) => inJob(jobs, name, 'replay-recorded', { input }))
  }

  /** Logs an unexpected error and returns the short number by which a person can name it. */
  report(call: string, error: unknown): string {
    const number = String(Math.floor(Math.random() * 9000) + 1000)
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.options.log?.(`error ${number} in ${call}: ${what}`)
    // a value that cannot be there may be a spoilt page: the file is looked through, and closed for recovery where it is damaged
    if (this.options.daily) this.backUpLater(BACKUP_SOON_MS)
    return number
  }

  async close(): Promise<void> {
    clearTimeout(this.nextBackup)
    clearTimeout(this.rest)
    for (const job of this.running.values()) job.abort()
    await this.queue
    await this.backups
    await this.reader.end()
    this.recorded.close()
    this.shelf.close()
    this.profile.close()
  }
}

// Async so that a register that does not open rejects, whatever opening comes to need.
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const desk = new Desk(options)
  return {
    session: (who) => sessionOn(desk, who),
    grant: (path, purpose) => desk.grants.give(path, purpose),
    openDefault: () => desk.inQueue(() => desk.shelf.openDefault()),
    leaveClosed: (number) => desk.shelf.leaveClosed(number),
    place: () => desk.shelf.place,
    onChanged: desk.changed.add,
    onProgress: desk.progress.add,
    close: () => desk.close(),
  }
}

function sessionOn(
  desk: Desk,
  { actor = userInfo().username, role = 'admin' }: { actor?: string; role?: Role },
): Session {
  const session = new PersonSession(() => desk.shelf.current, desk.doorkeeper, { actor, role })
  const isIn = (): boolean => session.who().role !== null
  return {
    news: {
      onChanged: (listener) =>
        desk.changed.add((areas) => {
          const heard = isIn() ? areas : areas.filter((area) => HEARD_OUTSIDE.has(area))
          if (heard.length > 0) listener(heard)
        }),
      onProgress: (listener) => desk.progress.add((progress) => void (isIn() && listener(progress))),
    },
    call: (name, input, recorded) =>
      route(
        { name, input: input ?? {}, caller: { ...session.who(), session, recorded } },
        (call, parsed, caller) => desk.dispatch(call, parsed, caller),
        (call, error) => desk.report(call, error),
      ),
  }
}

/** Areas of `changed` that a window hears of before the sign-in. */
const HEARD_OUTSIDE = new Set(['*', 'account'])

/** Disabled, or another register opened, while the write waited for its turn. */
function stillThere(caller: Caller): Caller {
  if (!isSame(caller.session.who(), caller)) throw new RegistryError('signed_out', 'no longer signed in')
  return caller
}

const isSame = (now: Who, then: Who): boolean => now.actor === then.actor && now.role === then.role

const notWritable = (why: Exclude<OpenRegister['readOnly'], false>): RegistryError =>
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
