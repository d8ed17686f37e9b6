// The sign-in and what is behind it, in the whole window on a real register. The shell is the fake; the page that is loaded anew is told of.
import { notifications } from '@mantine/notifications'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CallName, Input, Output } from '../../../db/contract'
import { openRegistry, type Session } from '../../../db/registry'
import { App } from '../../../renderer/App'
import { newClient } from '../../../renderer/useCall'
import { draftWriter } from '../../../renderer/draftWriter'
import { screens } from '../../../renderer/screens'
import { useConnection } from '../../../renderer/stores/connection'
import { useDayStore } from '../../../renderer/stores/day'
import { useNavigation } from '../../../renderer/stores/navigation'
import { usePreferences } from '../../../renderer/stores/preferences'
import { startTexts } from '../../../renderer/texts/texts'
import { axeFinds, screenOf } from '../components/harness'

// every password costs some tenths of a second on purpose, more where others use the machine
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'bốn con mèo đen'

interface Desk {
  user: UserEvent
  container: HTMLElement
  reloads: () => number
  /** the administrator in another window */
  admin: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  clerk: string
}

async function ask<N extends CallName>(session: Session, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await session.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as Output<N>
}

async function openWindow(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'scn-people-'))
  const clock = { now: () => Date.parse('2026-11-23T03:42:00.000Z') }
  const registry = await openRegistry({ file: join(folder, 'so.scn'), clock })
  onTestFinished(async () => {
    cleanup()
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const other = registry.session({})
  await ask(other, 'register.create', { kind: 'empty' })
  await ask(other, 'people.add', { name: 'lan', display: 'Nguyễn Thị Lan', role: 'admin', password: PASSWORD })
  await ask(other, 'people.signIn', { name: 'lan', password: PASSWORD })
  const clerk = await ask(other, 'people.add', { name: 'binh', role: 'clerk', password: PASSWORD })
  const session = registry.session({})
  let reloads = 0
  Object.assign(window, {
    registry: {
      call: async (name: string, input: unknown) => structuredClone(await session.call(name, input)),
      ...session.news,
      onState: (tell: (state: 'ready') => void) => (tell('ready'), () => undefined),
    },
    shell: {
      reload: () => Promise.resolve(void (reloads += 1)),
      setLanguage: () => Promise.resolve(),
      offer: () => Promise.resolve(),
      registerPlace: () => Promise.resolve(null),
      onZoom: () => () => undefined,
      onMenu: () => () => undefined,
      versions: { app: '0.1.0', electron: '', chrome: '', node: '' },
      platform: 'linux',
    },
  })
  localStorage.clear()
  notifications.clean()
  screenOf({ width: 1366, height: 768 })
  startTexts('vi')
  usePreferences.setState({ language: 'vi', theme: 'light', density: 'normal' })
  useDayStore.setState({ today: '2026-11-23', asOf: null, recorded: null })
  useConnection.setState({ state: 'ready' })
  useNavigation.setState({ places: [{ screen: 'journal', params: {} }], at: 0 })
  const { container } = render(<App screens={screens} client={newClient()} />)
  const admin: Desk['admin'] = (name, input) => ask(other, name, input)
  return { user: userEvent.setup(), container, reloads: () => reloads, admin, clerk: clerk.id }
}

const password = () => screen.findByLabelText('Mật khẩu')

async function signIn({ user }: Desk, name: string, typed = PASSWORD): Promise<void> {
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Người dùng' }), name)
  await user.type(await password(), `${typed}{Enter}`)
}

describe('the sign-in', () => {
  it('stands in the window of a register with accounts, names people in full, and tells of Caps Lock', async () => {
    const desk = await openWindow()
    const field = await password()
    expect(field).toHaveFocus()
    expect(screen.queryByRole('heading', { name: 'Nhật ký' })).not.toBeInTheDocument()
    const names = within(screen.getByRole('combobox')).getAllByRole('option')
    expect(names.map(({ textContent }) => textContent)).toEqual(['binh', 'Nguyễn Thị Lan'])
    fireEvent.keyDown(field, { key: 'A', modifierCapsLock: true })
    expect(field).toHaveAccessibleDescription('Caps Lock đang bật.')
    expect(await axeFinds(desk.container)).toEqual([])
  })

  it('opens the place where the window stood, and shows who works and did what by the full name', async () => {
    const desk = await openWindow()
    await signIn(desk, 'lan')
    expect(await screen.findByRole('heading', { name: 'Nhật ký' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Đang đăng nhập: Nguyễn Thị Lan, quản trị' })).toBeInTheDocument()
    expect(await screen.findAllByText(/bởi Nguyễn Thị Lan/)).not.toEqual([])
    expect(localStorage.getItem('so.person')).toBe('lan')
  })

  it('says what was wrong, empties the field, and counts down a wait', async () => {
    const desk = await openWindow()
    for (let tries = 0; tries < 3; tries += 1) {
      await signIn(desk, 'lan', 'sai')
      await waitFor(async () => expect(await password()).toHaveValue(''), { timeout: 5000 })
    }
    expect(await password()).toHaveAccessibleDescription('Mật khẩu chưa đúng. Hãy gõ lại.')
    expect(await screen.findByText(/Thử lại được sau \d giây/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Đăng nhập' })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('a window that is locked', () => {
  it('writes what is typed to the drafts first, shows nothing more, and is loaded anew', async () => {
    const desk = await openWindow()
    await signIn(desk, 'binh')
    await screen.findByRole('heading', { name: 'Nhật ký' })
    draftWriter('laboratory', false).put({ values: { nameVi: 'dở' }, base: {} })
    await desk.user.keyboard('{Control>}l{/Control}')
    expect(await screen.findByRole('heading', { name: 'Đăng nhập' })).toBeInTheDocument()
    expect(screen.queryByText('Nhật ký')).not.toBeInTheDocument()
    await waitFor(() => expect(desk.reloads()).toBe(1))
    await signIn(desk, 'binh')
    await screen.findByRole('heading', { name: 'Nhật ký' })
    expect(await window.registry.call('drafts.list', {})).toMatchObject({ ok: true, value: [{ key: 'laboratory' }] })
  })

  it('locks when another window is locked, or an administrator takes the account away', async () => {
    const desk = await openWindow()
    await signIn(desk, 'binh')
    await screen.findByRole('heading', { name: 'Nhật ký' })
    window.dispatchEvent(new StorageEvent('storage', { key: 'so.locked' }))
    await waitFor(() => expect(desk.reloads()).toBe(1))
    await signIn(desk, 'binh')
    await screen.findByRole('heading', { name: 'Nhật ký' })
    await desk.admin('people.change', { id: desk.clerk, disabled: true })
    expect(await screen.findByRole('heading', { name: 'Đăng nhập' })).toBeInTheDocument()
    await waitFor(() => expect(desk.reloads()).toBe(2))
  })
})
