// The import screen on a real register with a real job worker. Only the process border is missing, and the system's picker:
// a test says which file the person chooses.
import { notifications, Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../../db/contract'
import type { DroppedFile, PickedFile } from '../../../../db/model/bridge'
import type { Role } from '../../../../db/model/vocabulary'
import { openRegistry, type Session } from '../../../../db/registry'
import { runAction } from '../../../../renderer/actions/action'
import { useKeyboard } from '../../../../renderer/actions/keyboard'
import { useImports } from '../../../../renderer/features/imports/importActions'
import { ImportScreen } from '../../../../renderer/features/imports/ImportScreen'
import { leaveImport } from '../../../../renderer/features/imports/importStore'
import { DetailsPane } from '../../../../renderer/frame/Details'
import { useRegistryLink } from '../../../../renderer/registryLink'
import { useConnection } from '../../../../renderer/stores/connection'
import { useDayStore } from '../../../../renderer/stores/day'
import { startTexts } from '../../../../renderer/texts/texts'
import { newClient } from '../../../../renderer/useCall'
import { Provided, screenOf } from '../../components/harness'

export const TODAY = '2026-11-23'

export interface Desk {
  user: UserEvent
  /** as the person at the window; throws when refused */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  write: (name: string, content: string | Uint8Array) => void
  /** what the person picks from now on; null: thinks better of it */
  choose: (name: string | null) => void
  /** as the shell brings a dropped file */
  drop: (name: string) => Promise<boolean>
  /** shows the screen; again: as after coming back from another one */
  show: () => void
  leave: () => void
}

export async function openDesk(workerFile: string, role: Role = 'clerk'): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-imports-'))
  const clock = { now: () => Date.parse(`${TODAY}T03:42:00.000Z`) }
  const registry = await openRegistry({ folder, clock, workerFile })
  let ended: (() => void) | null = null
  onTestFinished(async () => {
    ended?.()
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const admin = asking(registry.session({ actor: 'Lan', role: 'admin' }))
  await admin('register.create', { kind: 'empty' })
  const mine = registry.session({ actor: 'Lan', role })
  const grant = (name: string): PickedFile => ({ ref: registry.grant(join(folder, name), 'read'), name })
  let chosen: string | null = null
  startTexts('vi')
  localStorage.clear()
  notifications.clean()
  leaveImport()
  useDayStore.setState({ today: TODAY, asOf: null })
  useConnection.setState({ state: 'ready' })
  screenOf({ width: 1200, height: 600 })
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => structuredClone(await mine.call(name, input)),
      onChanged: registry.onChanged,
      onProgress: registry.onProgress,
      onState: (tell: (state: 'ready') => void) => (tell('ready'), () => undefined),
    },
    shell: { pickOpen: () => Promise.resolve(chosen === null ? null : grant(chosen)) },
  })
  return {
    user: userEvent.setup(),
    ask: admin,
    write: (name, content) => writeFileSync(join(folder, name), content),
    choose: (name) => (chosen = name),
    drop: (name) => {
      const file: DroppedFile = { ...grant(name), kind: 'spreadsheet' }
      return act(async () => runAction('exchange.openFile', { screen: 'labs', typing: false, file }))
    },
    show: () => {
      ended?.()
      ended = render(<Window />, { wrapper: Provided }).unmount
    },
    leave: () => {
      ended?.()
      ended = null
    },
  }
}

function asking(session: Session): Desk['ask'] {
  return async (name, input) => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
    return reply.value as Output<typeof name>
  }
}

function Window(): ReactElement {
  return (
    <QueryClientProvider client={newClient()}>
      <Linked />
    </QueryClientProvider>
  )
}

/** Whether the details pane stands beside the screen, as it does in the app. */
let pane = false
export const showPane = (): void => {
  pane = true
  onTestFinished(() => {
    pane = false
  })
}

const here = (): string => 'imports'

function Linked(): ReactElement {
  useRegistryLink()
  useImports()
  useKeyboard(here)
  return (
    <main>
      <Notifications />
      <ImportScreen />
      <DetailsPane shown={pane} />
    </main>
  )
}

/** Chooses a file with the button and waits for its preview. */
export async function preview(desk: Desk, name: string): Promise<HTMLElement> {
  desk.choose(name)
  await desk.user.click(await screen.findByRole('button', { name: 'Chọn tệp…' }))
  return screen.findByRole('grid', { name: 'Xem trước' })
}

/** The cells of the rows listed, as text. */
export const listed = (grid: HTMLElement): string[] =>
  [...grid.querySelectorAll('[role=row][data-index]')].map((row) =>
    [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent).join(' | '),
  )
