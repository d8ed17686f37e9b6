// The settings in the whole window on a real register in a temporary folder. The shell is the fake: what it was told, and what it tells.
import { notifications } from '@mantine/notifications'
import { act, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../../db/contract'
import type { RegisterPlace } from '../../../../db/model/bridge'
import type { Role } from '../../../../db/model/vocabulary'
import { openRegistry, type Session } from '../../../../db/registry'
import { App } from '../../../../renderer/App'
import { newClient } from '../../../../renderer/useCall'
import { screens } from '../../../../renderer/screens'
import { useConnection } from '../../../../renderer/stores/connection'
import { useDayStore } from '../../../../renderer/stores/day'
import { useNavigation } from '../../../../renderer/stores/navigation'
import { usePreferences } from '../../../../renderer/stores/preferences'
import { startTexts } from '../../../../renderer/texts/texts'
import { copyNewRegister } from '../../../support/made-register'
import { screenOf } from '../../components/harness'

const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }

export interface Desk {
  user: UserEvent
  container: HTMLElement
  folder: string
  /** verbs of the shell that the window used, with what it sent along */
  told: [verb: string, ...sent: unknown[]][]
  /** as an administrator in another window; throws when refused */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  menu: (command: string) => void
  zoomIs: (percent: number) => void
}

export interface Wish {
  role?: Role
  /** another program holds the register */
  locked?: boolean
  /** null: no register is open, as far as the shell knows */
  place?: RegisterPlace | null
  /** the file is where the register was opened */
  present?: boolean
}

export async function openSettings(wish: Wish = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-settings-'))
  const file = join(folder, 'so.scn')
  await copyNewRegister(file, { clock, actor: 'Bình', input: { kind: 'empty' } })
  const holder = await openRegistry({ file, clock })
  const ask = asking(holder.session({ actor: 'Bình', role: 'admin' }))
  const registry = wish.locked ? await openRegistry({ file, clock }) : holder
  onTestFinished(async () => {
    if (registry !== holder) await registry.close()
    await holder.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const session = registry.session({ actor: 'Lan', role: wish.role ?? 'admin' })
  startAnew()
  const told: Desk['told'] = []
  let menu: (command: string, file: null) => void = () => undefined
  let zoomIs: (percent: number) => void = () => undefined
  const verb =
    <T,>(name: string, answer: T) =>
    (...sent: unknown[]): Promise<T> => {
      told.push([name, ...sent])
      return Promise.resolve(answer)
    }
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => structuredClone(await session.call(name, input)),
      onChanged: registry.onChanged,
      onProgress: () => () => undefined,
      onState: (tell: (state: 'ready') => void) => (tell('ready'), () => undefined),
    },
    shell: {
      setLanguage: verb('setLanguage', undefined),
      registerPlace: verb('registerPlace', wish.place === undefined ? { folder, file: 'so.scn' } : wish.place),
      revealRegister: verb('revealRegister', wish.present ?? true),
      zoom: verb('zoom', 100),
      onZoom: (tell: typeof zoomIs) => ((zoomIs = tell), tell(110), () => undefined),
      offer: () => Promise.resolve(),
      onMenu: (tell: typeof menu) => ((menu = tell), () => undefined),
      versions: { app: '0.1.0', electron: '45.4.1', chrome: '140.0', node: '24.1' },
      platform: 'linux',
    },
  })
  const user = userEvent.setup()
  const { container } = render(<App screens={screens} client={newClient()} />)
  await field('Tên cơ quan quản lý sổ')
  return {
    user,
    container,
    folder,
    told,
    ask,
    menu: (command) => act(() => menu(command, null)),
    zoomIs: (percent) => act(() => zoomIs(percent)),
  }
}

function startAnew(): void {
  localStorage.clear()
  notifications.clean()
  screenOf({ width: 1366, height: 768 })
  startTexts('vi')
  usePreferences.setState({ language: 'vi', theme: 'light', density: 'normal' })
  useDayStore.setState({ today: '2026-11-23', asOf: null })
  useConnection.setState({ state: 'ready' })
  useNavigation.setState({ places: [{ screen: 'settings', params: {} }], at: 0 })
}

function asking(session: Session): Desk['ask'] {
  return async (name, input) => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value as Output<typeof name>
  }
}

export const field = (label: string): Promise<HTMLElement> => screen.findByRole('textbox', { name: label })
export const choice = (group: string, option: string): HTMLElement =>
  within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: option })
