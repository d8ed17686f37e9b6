// A registry over real files with the real worker, for tests of backups: ticking clock, calls that throw, files to break.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { backupsFolder } from '../../db/backup/folder'
import type { Secrets } from '../../db/backup/keyring'
import type { CallName, Input, Output } from '../../db/contract'
import { RegistryError } from '../../db/model/errors'
import { openRegistry, type Registry } from '../../db/registry'
import { NOW, temporaryFolder } from '../support/register'

export interface Desk {
  registry: Registry
  home: string
  /** the open register */
  file: string
  backups: string
  call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  grant: (path: string) => string
  /** moves the clock on by so many days */
  later: (days: number) => void
  addLab: (name: string) => Promise<string>
}

export interface DeskOptions {
  workerFile: string
  home?: string
  /** a sample of so many laboratories instead of an empty register */
  labs?: number
  /** opens what lies in `home` instead of making a register */
  reopen?: boolean
  daily?: boolean
  /** what the system keeps */
  secrets?: Secrets
  /** named at the start: opened when asked, as one that does not open */
  file?: string
}

export async function openDesk({
  workerFile,
  home = temporaryFolder(),
  labs,
  reopen = false,
  daily = false,
  secrets,
  file: named,
}: DeskOptions): Promise<Desk> {
  let now = Date.parse(NOW)
  const folder = join(home, 'registers')
  const registry = await openRegistry({
    folder,
    profile: join(home, 'profile'),
    clock: { now: () => (now += 1000) },
    version: '0.1.0',
    workerFile,
    daily,
    ...(secrets === undefined ? {} : { secrets }),
  })
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an' })
  const call: Desk['call'] = async (name, input) => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new RegistryError(reply.error.code, reply.error.message, reply.error.fields)
    return reply.value as Output<typeof name>
  }
  if (named !== undefined) {
    const opened = await session.call('register.open', { file: registry.grant(named, 'read') })
    if (opened.ok) throw new Error('the register opened')
  } else if (reopen) await registry.openDefault()
  else if (labs === undefined) await call('register.create', { kind: 'empty', name: 'Sổ thử' })
  else await call('register.create', { kind: 'sample', name: 'Sổ thử', labs })
  const file = named ?? registry.place() ?? join(folder, 'so-thu.scn')
  return {
    registry,
    home,
    file,
    backups: backupsFolder(file),
    call,
    grant: (path) => registry.grant(path, 'write'),
    later: (days) => void (now += days * 86_400_000),
    addLab: async (name) => (await call('labs.save', { change: { nameVi: name } })).id,
  }
}

/** Names of the laboratories in the open register. */
export const names = async ({ call }: Desk): Promise<string[]> =>
  (await call('labs.list', {})).rows.map(({ nameVi }) => nameVi)
