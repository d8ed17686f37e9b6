// A register with accounts in a temporary folder, and windows on it. One password for everybody keeps the tests quick to read. Each set of
// accounts is made once for a test file and copied: every password costs some tenths of a second on purpose.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import type { ErrorReply, Reply } from '../../db/model/errors'
import type { Role } from '../../db/model/vocabulary'
import { openRegistry, type Registry, type Session } from '../../db/registry'
import { clock, NOW, temporaryFolder } from '../support/register'

export const PASSWORD = 'mật khẩu thử 1'

export interface Window {
  session: Session
  ask: <N extends CallName>(name: N, input: Input<N>, recorded?: number) => Promise<Output<N>>
  refused: (name: CallName, input: unknown) => Promise<ErrorReply>
}

export function windowOf(session: Session): Window {
  return {
    session,
    async ask(name, input, recorded) {
      const reply = (await session.call(name, input, recorded)) as Reply<Output<typeof name>>
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    async refused(name, input) {
      const reply = await session.call(name, input)
      if (reply.ok) throw new Error(`${name} was answered`)
      return reply.error
    },
  }
}

export interface Desk {
  folder: string
  file: string
  registry: Registry
  logged: string[]
  /** seconds later */
  later: (seconds: number) => void
  /** somebody signs in */
  window: (name: string, password?: string) => Promise<Window>
  stranger: () => Window
  reopen: () => Promise<Registry>
}

const NAMES: Record<Role, string> = { admin: 'quản trị', clerk: 'văn thư', inspector: 'kiểm tra', viewer: 'người xem' }
export const nameOf = (role: Role): string => NAMES[role]

const FILE = 'so.scn'
const prepared = new Map<string, string>()
afterAll(() => {
  for (const folder of prepared.values()) rmSync(folder, { recursive: true, force: true })
})

/** A folder with a closed register in it; `roles` have an account each, the administrator first. */
async function prepare(roles: readonly Role[]): Promise<string> {
  const key = roles.join()
  const ready = prepared.get(key)
  if (ready !== undefined) return ready
  const folder = mkdtempSync(join(tmpdir(), 'scn-people-'))
  prepared.set(key, folder)
  const registry = await openRegistry({ file: join(folder, FILE), profile: folder, clock })
  const alone = windowOf(registry.session({ actor: 'máy' }))
  await alone.ask('register.create', { kind: 'empty' })
  const admin = windowOf(registry.session({}))
  for (const [at, role] of roles.entries()) {
    await (at === 0 ? alone : admin).ask('people.add', { name: nameOf(role), role, password: PASSWORD })
    if (at === 0) await admin.ask('people.signIn', { name: nameOf(role), password: PASSWORD })
  }
  await registry.close()
  return folder
}

/** Opens a register; `roles` have an account each, the administrator first. */
export async function openDesk(roles: readonly Role[], folder = temporaryFolder()): Promise<Desk> {
  cpSync(await prepare(roles), folder, { recursive: true })
  const file = join(folder, FILE)
  const logged: string[] = []
  let now = Date.parse(NOW)
  const open = (): Promise<Registry> =>
    openRegistry({ file, profile: folder, clock: { now: () => now }, log: (line) => logged.push(line) })
  let registry = await open()
  onTestFinished(() => registry.close())
  return {
    folder,
    file,
    get registry() {
      return registry
    },
    logged,
    later: (seconds) => void (now += seconds * 1000),
    async window(name, password = PASSWORD) {
      const opened = windowOf(registry.session({}))
      await opened.ask('people.signIn', { name, password })
      return opened
    },
    stranger: () => windowOf(registry.session({ actor: 'kẻ lạ', role: 'admin' })),
    async reopen() {
      await registry.close()
      registry = await open()
      return registry
    },
  }
}
