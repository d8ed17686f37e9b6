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
import { route } from './router'
import { localValue } from './store/local'
import { createRegister, openRegister, type OpenRegister } from './store/open'
import { openProfile } from './store/profile'
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

export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const grants = createGrants()
  const profile = openProfile(options.profile)
  const changed = listeners<Changed>()
  const progress = listeners<Progress>()
  const running = new Map<string, AbortController>()
  let current: OpenRegister | null = null
  let whyClosed = new RegistryError('no_register', 'no register is open')
  let queue: Promise<unknown> = Promise.resolve()

  const now = () => new Date(options.clock.now()).toISOString()
  const today = () => todayIn(ZONE, options.clock.now())
  const register = (): OpenRegister => {
    if (!current) throw whyClosed
    return current
  }
  /** Writes wait for each other; a failed one does not stop the next. */
  const inQueue = <T>(work: () => T | Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  const use = (opened: OpenRegister): void => {
    current?.close()
    current = opened
    profile.remember({
      id: localValue(opened.db, 'register_id'),
      name: localValue(opened.db, 'register_name'),
      path: opened.file,
      openedAt: now(),
    })
    changed.tell(['*'])
  }
  const open = (file: string): void => {
    if (current && current.file === file) return
    use(openRegister(file))
  }
  const create = async (input: NewRegisterInput & { actor: string }): Promise<void> => {
    const name = input.name ?? registerNames[input.kind]
    const file = options.file ?? freeFile(options.folder, name)
    const at = now()
    const day = input.day ?? today()
    const opened = await createRegister(file, { name, kind: input.kind, now: at }, (db) => fillRegister(db, { ...input, day, now: at }))
    use(opened)
  }

  const contextFor = (caller: { actor: string; role: Role }): CallContext => ({
    ...caller,
    today: today(),
    now: now(),
    version: options.version ?? '',
    profile,
    get register() {
      return register()
    },
    write: <T>(fn: (tx: Tx) => T, about: Partial<SetContext> = {}): Promise<Written<T>> =>
      inQueue(() => {
        const { db, readOnly } = register()
        if (readOnly) throw new RegistryError('read_only', readOnly)
        const written = writeSet(db, { actor: caller.actor, now: now(), ...about }, fn)
        if (written.areas.length) changed.tell(written.areas)
        return written
      }),
    open: (file) => inQueue(() => open(file)),
    create: (input) => inQueue(() => create({ ...input, actor: caller.actor })),
    path: (ref, purpose) => grants.path(ref, purpose),
    fileName: () => basename(register().file),
    workerFile: options.workerFile ?? '',
    running,
    progress: (report) => progress.tell(report),
  })

  const dispatch = async (name: CallName, input: unknown, caller: { actor: string; role: Role }): Promise<unknown> => {
    const context = contextFor(caller)
    if ((contract[name] as Entry).kind === 'write' && !name.startsWith('register.') && register().readOnly) {
      throw new RegistryError('read_only', String(register().readOnly))
    }
    const started = performance.now()
    const handle = handlers[name] as (context: CallContext, input: unknown) => unknown
    const value = await handle(context, input)
    const took = performance.now() - started
    if (took > SLOW_MS) options.log?.(`slow ${name} ${took.toFixed(0)} ms`)
    return value
  }
  const report = (call: string, error: unknown): string => {
    const number = String(Math.floor(Math.random() * 9000) + 1000)
    options.log?.(`error ${number} in ${call}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return number
  }

  if (options.file !== undefined && existsSync(options.file)) open(options.file)
  else if (options.file !== undefined) whyClosed = new RegistryError('file_missing', options.file)

  return {
    session: ({ actor = userInfo().username, role = 'admin' }) => ({
      call: (name, input) => route({ name, input: input ?? {}, caller: { actor, role } }, dispatch, report),
    }),
    grant: (path, purpose) => grants.give(path, purpose),
    openDefault: () =>
      inQueue(async () => {
        const last = profile.recents().find((recent) => existsSync(recent.path))
        try {
          if (last) open(last.path)
          else await create({ kind: 'quang-ninh', actor: userInfo().username })
        } catch (error) {
          if (!(error instanceof RegistryError)) throw error
          whyClosed = error
        }
      }),
    onChanged: changed.add,
    onProgress: progress.add,
    async close() {
      for (const job of running.values()) job.abort()
      await queue
      current?.close()
      current = null
      profile.close()
    },
  }
}

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
