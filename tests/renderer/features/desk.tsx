// A screen of the window on a real register in a folder of its own: same router, same checks, same texts; only the process border is missing.
import { notifications, Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../db/contract'
import type { RegistryBridge } from '../../../db/model/bridge'
import type { Role } from '../../../db/model/vocabulary'
import { openRegistry } from '../../../db/registry'
import { useRegistryLink } from '../../../renderer/registryLink'
import { useConnection } from '../../../renderer/stores/connection'
import { useDayStore } from '../../../renderer/stores/day'
import { presentPlace, useNavigation, type Place } from '../../../renderer/stores/navigation'
import { startTexts } from '../../../renderer/texts/texts'
import { newClient } from '../../../renderer/useCall'
import { copyNewRegister } from '../../support/made-register'
import { Provided, screenOf } from '../components/harness'

export const TODAY = '2026-11-23'
export const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }

export interface Desk {
  user: UserEvent
  /** as the person at the window; throws when refused */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** as a colleague at another window */
  askAs: <N extends CallName>(actor: string, name: N, input: Input<N>) => Promise<Output<N>>
  /** a file anywhere that the person picks */
  grantAt: (path: string, purpose: 'read' | 'write') => string
  /** every call of that name fails until it is told null */
  failing: (name: CallName | null) => void
  show: (screen: ReactElement) => RenderResult
  place: () => Place
  /** what the shell gives for a file that a person chose */
  grant: (name: string, purpose: 'read' | 'write') => { ref: string; name: string }
  folder: string
}

export async function openDesk(
  kind: Input<'register.create'>['kind'] = 'empty',
  role: Role = 'clerk',
  /** the built worker, for screens that start long work */
  workerFile = '',
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-screen-'))
  const file = join(folder, 'so.scn')
  await copyNewRegister(file, { clock, actor: 'admin', input: { kind, day: TODAY } })
  const registry = await openRegistry({ file, clock, workerFile })
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const session = registry.session({ actor: 'Lan', role })
  let failing: CallName | null = null
  const call: RegistryBridge['call'] = async (name, input) =>
    name === failing
      ? { ok: false, error: { code: 'internal', message: 'broken', fields: [] } }
      : structuredClone(await session.call(name, input))
  startTexts('vi')
  localStorage.clear()
  notifications.clean()
  screenOf({ width: 1366, height: 768 })
  useDayStore.setState({ today: TODAY, asOf: null })
  useConnection.setState({ state: 'ready' })
  useNavigation.setState({ places: [{ screen: 'here', params: {} }], at: 0 })
  Object.assign(window, {
    registry: {
      call,
      onChanged: registry.onChanged,
      onProgress: () => () => undefined,
      onState: (tell: (state: 'ready') => void) => (tell('ready'), () => undefined),
    },
  })
  return {
    user: userEvent.setup(),
    ask: async (name, input) => {
      const reply = await session.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      return reply.value as Output<typeof name>
    },
    askAs: async (actor, name, input) => {
      const reply = await registry.session({ actor, role }).call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      return reply.value as Output<typeof name>
    },
    grantAt: (path, purpose) => registry.grant(path, purpose),
    failing: (name) => (failing = name),
    show: (screen) => render(<Window>{screen}</Window>, { wrapper: Provided }),
    place: presentPlace,
    grant: (name, purpose) => ({ ref: registry.grant(join(folder, name), purpose), name }),
    folder,
  }
}

function Window({ children }: { children: ReactElement }): ReactElement {
  return (
    <QueryClientProvider client={newClient()}>
      <Linked />
      <Notifications />
      <main>{children}</main>
    </QueryClientProvider>
  )
}

function Linked(): null {
  useRegistryLink()
  return null
}

/** The filter of the list that a figure opened. */
export const filterOf = ({ screen, params }: Place): unknown => ({
  screen,
  filter: JSON.parse(params['filter'] ?? 'null') as unknown,
})
