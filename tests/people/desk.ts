// A register with accounts in a temporary folder, and windows on it. One password for everybody keeps the tests quick to read.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import type { ErrorReply, Reply } from '../../db/model/errors'
import type { Role } from '../../db/model/vocabulary'
import { openRegistry, type Registry, type Session } from '../../db/registry'
import { NOW, temporaryFolder } from '../support/register'

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

/** Opens a register; `roles` get an account each, the administrator first. */
export async function openDesk(roles: readonly Role[], folder = temporaryFolder()): Promise<Desk> {
  const file = join(folder, 'so.scn')
  const logged: string[] = []
  let now = Date.parse(NOW)
  const open = (): Promise<Registry> =>
    openRegistry({ file, profile: folder, clock: { now: () => now }, log: (line) => logged.push(line) })
  let registry = await open()
  onTestFinished(() => registry.close())
  const alone = windowOf(registry.session({ actor: 'máy' }))
  await alone.ask('register.create', { kind: 'empty' })
  const window: Desk['window'] = async (name, password = PASSWORD) => {
    const opened = windowOf(registry.session({}))
    await opened.ask('people.signIn', { name, password })
    return opened
  }
  const desk: Desk = {
    folder,
    file,
    get registry() {
      return registry
    },
    logged,
    later: (seconds) => void (now += seconds * 1000),
    window,
    stranger: () => windowOf(registry.session({ actor: 'kẻ lạ', role: 'admin' })),
    async reopen() {
      await registry.close()
      registry = await open()
      return registry
    },
  }
  const [first, ...others] = roles
  if (first === undefined) return desk
  await alone.ask('people.add', { name: nameOf(first), role: first, password: PASSWORD })
  const admin = await window(nameOf(first))
  for (const role of others) await admin.ask('people.add', { name: nameOf(role), role, password: PASSWORD })
  return desk
}
