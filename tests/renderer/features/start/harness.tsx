// The whole window with its real start screen on a real registry in temporary folders. Only the shell is a fake: its pickers, drops and
// commands say what the person and the system would.
import { notifications } from '@mantine/notifications'
import { act, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { IconFlask } from '@tabler/icons-react'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { lazy } from 'react'
import { onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../../../db/contract'
import type { DroppedFile } from '../../../../db/model/bridge'
import { openRegistry, type Registry } from '../../../../db/registry'
import { App } from '../../../../renderer/App'
import { newClient } from '../../../../renderer/useCall'
import { useFormStore } from '../../../../renderer/features/labs/forms/openForm'
import { screens, type Screen } from '../../../../renderer/screens'
import { useNavigation } from '../../../../renderer/stores/navigation'
import { useOpening } from '../../../../renderer/stores/opening'
import { startTexts } from '../../../../renderer/texts/texts'
import { screenOf } from '../../components/harness'

export interface Desk {
  user: UserEvent
  folder: string
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** what the next picker gives; null: the person thinks better of it */
  chooses: (path: string | null) => void
  drop: (...paths: string[]) => void
  /** as the shell brings a double-clicked file */
  bring: (path: string) => void
  show: (place?: { screen: string; params?: Record<string, string> }) => HTMLElement
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scn-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function openRegistryAt(home: string, workerFile?: string): Promise<Registry> {
  const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }
  const registry = await openRegistry({
    folder: join(home, 'registers'),
    profile: join(home, 'profile'),
    clock,
    ...(workerFile && { workerFile }),
  })
  onTestFinished(() => registry.close())
  return registry
}

export function asking(registry: Registry): Desk['ask'] {
  const session = registry.session({ actor: 'Lan' })
  return async (name, input) => {
    const reply = await session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value as Output<typeof name>
  }
}

const Home = lazy(() => Promise.resolve({ default: () => <h1>Tổng quan</h1> }))
const shown: Screen[] = [
  { key: 'overview', label: 'frame.screens.overview', icon: IconFlask, rail: 'main', component: Home },
  ...screens.filter(({ key }) => key === 'start'),
]

export async function openDesk(home = temporaryFolder(), given?: Registry): Promise<Desk> {
  const registry = given ?? (await openRegistryAt(home))
  const session = registry.session({ actor: 'Lan' })
  let chosen: string | null = null
  let command: (id: string, file: DroppedFile | null) => void = () => undefined
  const paths = new Map<string, string>()
  const granted = (path: string) => ({ ref: registry.grant(path, 'read'), name: basename(path) })
  const dropFile = (file: File): Promise<DroppedFile | null> => {
    const path = paths.get(file.name) ?? ''
    const kind = path.endsWith('.scn') ? 'register' : path.endsWith('.csv') ? 'spreadsheet' : null
    return Promise.resolve(kind === null ? null : { ...granted(path), kind })
  }
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => structuredClone(await session.call(name, input)),
      onChanged: registry.onChanged,
      onProgress: registry.onProgress,
      onState: (tell: (state: string) => void) => (tell('ready'), () => undefined),
    },
    shell: {
      setLanguage: () => Promise.resolve(),
      offer: () => Promise.resolve(),
      onMenu: (tell: typeof command) => ((command = tell), () => undefined),
      pickOpen: () => Promise.resolve(chosen === null ? null : granted(chosen)),
      dropFile,
    },
  })
  startTexts('vi')
  localStorage.clear()
  notifications.clean()
  screenOf({ width: 1366, height: 768 })
  useOpening.setState({ busy: false, failed: null, asking: null })
  useFormStore.setState({ target: null, opening: 0, dirty: false, asking: null })
  return {
    user: userEvent.setup(),
    folder: join(home, 'registers'),
    ask: asking(registry),
    chooses: (path) => (chosen = path),
    drop(...dropped) {
      const files = dropped.map((path) => (paths.set(basename(path), path), new File([], basename(path))))
      const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files } })
      act(() => void document.body.dispatchEvent(event))
    },
    bring: (path) => act(() => command('register.openFile', { ...granted(path), kind: 'register' })),
    show({ screen: key, params = {} } = { screen: 'overview' }) {
      useNavigation.setState({ places: [{ screen: key, params }], at: 0 })
      return render(<App screens={shown} client={newClient()} />).container
    },
  }
}

/** A closed register outside the app's own folder. */
export async function registerElsewhere(name = 'Sổ của đồng nghiệp'): Promise<string> {
  const home = temporaryFolder()
  const registry = await openRegistryAt(home)
  const { file } = await asking(registry)('register.create', { kind: 'empty', name })
  await registry.close()
  return join(home, 'registers', file)
}

export const registerShown = (name: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name: `Sổ đang mở: ${name}` })
