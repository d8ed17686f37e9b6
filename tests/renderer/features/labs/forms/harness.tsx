// The form panel on a real register in a temporary folder: same router, same checks, same conflicts as in the app. Only the process
// border is missing; `fault` stands in for a registry process that ends before it answers.
import { notifications, Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../../../db/contract'
import type { Role } from '../../../../../db/model/vocabulary'
import type { RegistryBridge, RegistryState } from '../../../../../db/model/bridge'
import { openRegistry, type Registry, type Session } from '../../../../../db/registry'
import { useKeyboard } from '../../../../../renderer/actions/keyboard'
import { FormPanel } from '../../../../../renderer/features/labs/forms/FormPanel'
import { openForm, useFormStore, type FormTarget } from '../../../../../renderer/features/labs/forms/openForm'
import { useRegistryLink } from '../../../../../renderer/registryLink'
import { useConnection } from '../../../../../renderer/stores/connection'
import { useDayStore } from '../../../../../renderer/stores/day'
import { startTexts } from '../../../../../renderer/texts/texts'
import { newClient } from '../../../../../renderer/useCall'
import { copyNewRegister } from '../../../../support/made-register'
import { Provided } from '../../../components/harness'

export const TODAY = '2026-11-23'
export const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }

/** What becomes of the next writes: lost before the registry saw them, or after it wrote them but before it answered. */
export type Fault = 'before' | 'after' | null

export interface Desk {
  user: UserEvent
  /** calls that the window made, by name, with their input */
  made: { name: string; input: unknown }[]
  /** as the person at the window; throws when refused */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** as somebody else in another window */
  other: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  fault: (fault: Fault) => void
  /** while held, writes wait before they reach the registry; the function lets them go */
  hold: () => () => void
  setState: (state: RegistryState) => void
  /** shows the panel; again: as after closing and starting the window anew */
  show: () => void
  open: (target: FormTarget) => void
  end: () => void
}

const lost = {
  ok: false as const,
  error: { code: 'internal' as const, message: 'ended', fields: [{ field: '', rule: 'registry_restarted' }] },
}

export async function openDesk(role: Role = 'clerk'): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-forms-'))
  const file = join(folder, 'so.scn')
  await copyNewRegister(file, { clock, actor: 'admin', input: { kind: 'empty' } })
  const registry = await openRegistry({ file, clock })
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const mine = registry.session({ actor: 'Lan', role })
  const made: Desk['made'] = []
  let fault: Fault = null
  let gate: Promise<void> = Promise.resolve()
  let tell: (state: RegistryState) => void = () => undefined
  const isWrite = (name: string): boolean => name.endsWith('.save')
  const call: RegistryBridge['call'] = async (name, input) => {
    made.push({ name, input })
    if (isWrite(name)) await gate
    if (isWrite(name) && fault === 'before') return lost
    const reply = await mine.call(name, input)
    return isWrite(name) && fault === 'after' ? lost : structuredClone(reply)
  }
  fakeWindow(registry, call, (listener) => (tell = listener))
  let ended: (() => void) | null = null
  const end = (): void => ended?.()
  return {
    user: userEvent.setup(),
    made,
    ask: asking(registry.session({ actor: 'Lan', role: 'admin' })),
    other: asking(registry.session({ actor: 'Bình', role: 'admin' })),
    fault: (next) => (fault = next),
    hold: () => {
      let release: () => void = () => undefined
      gate = new Promise((resolve) => (release = resolve))
      return release
    },
    setState: (state) => act(() => tell(state)),
    show: () => {
      end()
      ended = render(<Window />, { wrapper: Provided }).unmount
    },
    open: (target) => act(() => openForm(target)),
    end,
  }
}

/** Calls of one session that throw when refused. */
export function asking(session: Session): Desk['ask'] {
  return async (name, input) => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
    return reply.value as Output<typeof name>
  }
}

/** The window's bridge to a register of this test, in Vietnamese, with nothing remembered. */
export function fakeWindow(
  registry: Registry,
  call: RegistryBridge['call'],
  listen: (tell: (state: RegistryState) => void) => void,
) {
  startTexts('vi')
  localStorage.clear()
  notifications.clean()
  useFormStore.setState({ target: null, opening: 0, dirty: false, asking: null })
  useDayStore.setState({ today: TODAY, asOf: null })
  useConnection.setState({ state: 'ready' })
  Object.assign(window, {
    registry: {
      call,
      onChanged: registry.onChanged,
      onProgress: () => () => undefined,
      onState: (tell: (state: RegistryState) => void) => {
        listen(tell)
        tell('ready')
        return () => undefined
      },
    },
  })
}

function Window(): ReactElement {
  return (
    <QueryClientProvider client={newClient()}>
      <Linked />
    </QueryClientProvider>
  )
}

const nowhere = (): string => 'lab'

function Linked(): ReactElement {
  useRegistryLink()
  useKeyboard(nowhere)
  return (
    <main>
      <Notifications />
      <button type="button">Danh sách</button>
      <FormPanel />
    </main>
  )
}

/** The field of that label; found again at each use, since fields come and go. */
export const field = (label: string | RegExp): HTMLElement => screen.getByLabelText(label)
export const findField = (label: string | RegExp): Promise<HTMLElement> => screen.findByLabelText(label)
