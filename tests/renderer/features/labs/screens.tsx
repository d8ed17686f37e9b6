// The list and the page of laboratories on a register in a temporary folder: same router, same store, same navigation as in the app.
// Only the process border and the frame around the screen are missing; the details pane is a plain box.
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../../db/contract'
import type { RegistryBridge } from '../../../../db/model/bridge'
import { openRegistry } from '../../../../db/registry'
import { useKeyboard } from '../../../../renderer/actions/keyboard'
import { WhyContext } from '../../../../renderer/components/why'
import { LabFinder } from '../../../../renderer/features/labs/LabFinder'
import { LabList } from '../../../../renderer/features/labs/list/LabList'
import { useListStore } from '../../../../renderer/features/labs/list/listStore'
import { LabPageScreen } from '../../../../renderer/features/labs/page/LabPageScreen'
import { WhyPanel } from '../../../../renderer/features/labs/why/WhyPanel'
import { askWhy } from '../../../../renderer/features/labs/why/whyStore'
import { useRegistryLink } from '../../../../renderer/registryLink'
import { useDetailsSlot } from '../../../../renderer/stores/detailsSlot'
import { useNavigation, usePlace } from '../../../../renderer/stores/navigation'
import { usePanes } from '../../../../renderer/stores/panes'
import { newClient } from '../../../../renderer/useCall'
import { copyNewRegister } from '../../../support/made-register'
import { Provided, screenOf } from '../../components/harness'
import { asking, clock, fakeWindow, TODAY } from './forms/harness'

type Kind = Input<'register.create'>['kind']

export interface Screens {
  user: UserEvent
  /** calls that the window made, by name, with their input */
  made: { name: string; input: unknown }[]
  /** as somebody else in another window; throws when refused */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** from now on the registry fails to answer this call; null: it answers again */
  fail: (name: CallName | null) => void
  idOf: (name: string) => Promise<string>
  go: (screen: 'labs' | 'lab', params?: Record<string, string>) => void
}

const refused = { ok: false as const, error: { code: 'internal' as const, message: 'broken', fields: [] } }

interface Beginning {
  params?: Record<string, string>
  /** asks ahead, before anything is drawn */
  ask?: (client: QueryClient, params: Readonly<Record<string, string>>) => Promise<void>
}

/** Shows the list of a new register of that kind. */
export async function openScreens(kind: Kind, { params = {}, ask: askAhead }: Beginning = {}): Promise<Screens> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-labs-'))
  const file = join(folder, 'so.scn')
  const input: Input<'register.create'> = { kind, ...(kind === 'sample' && { labs: 32, seed: 1, day: TODAY }) }
  await copyNewRegister(file, { clock, actor: 'Bình', input })
  const registry = await openRegistry({ file, clock })
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const ask = asking(registry.session({ actor: 'Bình', role: 'admin' }))
  const mine = registry.session({ actor: 'Lan', role: 'clerk' })
  const made: Screens['made'] = []
  let failing: CallName | null = null
  const call: RegistryBridge['call'] = async (name, input) => {
    made.push({ name, input })
    return name === failing ? refused : structuredClone(await mine.call(name, input))
  }
  fakeWindow(registry, call, () => undefined)
  screenOf({ width: 1200, height: 640 })
  useListStore.setState(useListStore.getInitialState())
  useNavigation.setState({ places: [{ screen: 'labs', params }], at: 0 })
  usePanes.setState(usePanes.getInitialState())
  const client = newClient()
  await askAhead?.(client, params)
  render(<Window client={client} />, { wrapper: Provided })
  return {
    user: userEvent.setup(),
    made,
    ask,
    fail: (name) => (failing = name),
    idOf: async (name) => (await ask('labs.list', { text: name, limit: 1 })).rows[0]!.id,
    go: (to, params) => act(() => useNavigation.getState().go(to, params)),
  }
}

function Window({ client }: { client: QueryClient }): ReactElement {
  return (
    <QueryClientProvider client={client}>
      <Linked />
    </QueryClientProvider>
  )
}

const presentScreen = (): string => useNavigation.getState().places.at(-1)?.screen ?? ''

function Linked(): ReactElement {
  useRegistryLink()
  useKeyboard(presentScreen)
  const place = usePlace()
  const setElement = useDetailsSlot((slot) => slot.setElement)
  return (
    <WhyContext value={askWhy}>
      <Notifications />
      <LabFinder />
      <main>
        {place.screen === 'lab' ? <LabPageScreen params={place.params} /> : <LabList params={place.params} />}
      </main>
      <aside aria-label="Chi tiết" ref={setElement} />
      <WhyPanel />
    </WhyContext>
  )
}

/** The grid of that name; its rows' texts, one string a row. */
export const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Phòng thí nghiệm' })
export const rowTexts = (): string[] =>
  [...grid().querySelectorAll('[data-index]')].map(
    (row) => row.querySelectorAll('[role=gridcell]')[1]?.textContent ?? '',
  )
