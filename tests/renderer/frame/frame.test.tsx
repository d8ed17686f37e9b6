// The frame around fake screens and a fake registry: going places, finding, shortcuts, reconnecting, failing screens.
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IconFlask, IconTrash } from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { render } from '@testing-library/react'
import type { MenuOffer, RegistryBridge, RegistryState } from '../../../db/model/bridge'
import type { Reply } from '../../../db/model/errors'
import type { RegisterInfo } from '../../../db/model/shapes/register'
import { usePaletteSource } from '../../../renderer/actions/palette'
import { App } from '../../../renderer/App'
import { newClient } from '../../../renderer/useCall'
import type { Screen, ScreenProps } from '../../../renderer/screens'
import { useNavigation } from '../../../renderer/stores/navigation'
import { usePanes } from '../../../renderer/stores/panes'
import { startTexts } from '../../../renderer/texts/texts'
import { Details } from '../../../renderer/frame/Details'
import { axeFinds, screenOf } from '../components/harness'

const info: RegisterInfo = {
  id: 'r',
  name: 'Sổ Quảng Ninh',
  kind: 'quang-ninh',
  file: 'so-quang-ninh.scn',
  readOnly: false,
  role: 'clerk',
  actor: 'Lan',
  account: null,
  people: {},
  autoLock: null,
  createdAt: '2026-11-01T00:00:00Z',
  today: '2026-11-23',
  labs: 32,
  seq: 9,
  fingerprint: '7f3a'.repeat(16),
  savedAt: '2026-11-23T03:42:00Z',
  schema: 1,
  sqlite: '3.50.0',
}

let tellState: (state: RegistryState) => void
const listeners = new Set<(areas: readonly string[]) => void>()
const tellChanged = (areas: readonly string[]) => listeners.forEach((tell) => tell(areas))
let command: (id: string) => void
const offered = vi.fn<(items: readonly MenuOffer[]) => void>()
const call = vi.fn<RegistryBridge['call']>()

function fakeWindow() {
  call.mockReset()
  call.mockImplementation(() => Promise.resolve({ ok: true, value: info }))
  Object.assign(window, {
    registry: {
      call,
      onChanged: (tell: typeof tellChanged) => (listeners.add(tell), () => listeners.delete(tell)),
      onProgress: () => () => undefined,
      onState: (tell: typeof tellState) => ((tellState = tell), tell('ready'), () => undefined),
    },
    shell: {
      setLanguage: () => Promise.resolve(),
      offer: (items: readonly MenuOffer[]) => (offered(items), Promise.resolve()),
      onMenu: (tell: (id: string, file: null) => void) => ((command = (id) => tell(id, null)), () => undefined),
    },
  })
}

const found = vi.fn<() => void>()
function Labs() {
  usePaletteSource({
    id: 'labs',
    label: 'frame.screens.labs',
    search: (text) =>
      Promise.resolve(
        text.startsWith('thuy') ? [{ id: '1', label: 'Trung tâm Thủy sản', note: 'VILAS 512', run: found }] : [],
      ),
  })
  return (
    <>
      <h1>Danh sách</h1>
      <button type="button" data-autofocus>
        dòng đầu
      </button>
      <Details nothing="Chọn một dòng.">Chi tiết của dòng</Details>
    </>
  )
}
function Broken(): never {
  throw new Error('broken')
}
const as = (component: ComponentType<ScreenProps>) => lazy(() => Promise.resolve({ default: component }))
const screens: Screen[] = [
  { key: 'labs', label: 'frame.screens.labs', icon: IconFlask, shortcut: 'Ctrl+2', rail: 'main', component: as(Labs) },
  { key: 'trash', label: 'frame.screens.trash', icon: IconTrash, rail: 'main', component: as(() => <h1>Rác</h1>) },
  { key: 'journal', label: 'frame.screens.journal', icon: IconTrash, rail: 'foot', component: as(Broken) },
]

beforeEach(() => {
  fakeWindow()
  localStorage.clear()
  screenOf({ width: 1366, height: 768 })
  useNavigation.setState({ places: [{ screen: 'labs', params: {} }], at: 0 })
  usePanes.setState({ narrow: { rail: true, details: false } })
  startTexts('vi')
})

async function open() {
  const shown = render(<App screens={screens} client={newClient()} />)
  await screen.findByRole('heading', { name: 'Danh sách' })
  await screen.findByText('32 phòng')
  return shown
}

describe('frame', () => {
  it('shows register, day, what is saved and how much, and is sound to axe', async () => {
    const { container } = await open()
    expect(screen.getByRole('button', { name: 'Sổ đang mở: Sổ Quảng Ninh' })).toBeInTheDocument()
    expect(screen.getByText('ngày 23/11/2026')).toBeInTheDocument()
    expect(screen.getByText('đã lưu 10:42')).toBeInTheDocument()
    expect(screen.getByText('vân tay 7f3a…')).toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
  })

  it('goes by rail, by shortcut and back, and marks where it is', async () => {
    const user = userEvent.setup()
    await open()
    await user.click(screen.getByRole('button', { name: 'Thùng rác' }))
    expect(await screen.findByRole('heading', { name: 'Rác' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Thùng rác' })).toHaveAttribute('aria-current', 'page')
    expect(document.title).toBe('Thùng rác – Sổ Công nhận')
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(await screen.findByRole('heading', { name: 'Danh sách' })).toBeInTheDocument()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(await screen.findByRole('heading', { name: 'Rác' })).toBeInTheDocument()
    await user.keyboard('{Control>}2{/Control}')
    expect(await screen.findByRole('heading', { name: 'Danh sách' })).toBeInTheDocument()
  })

  it('opens the details on demand and then folds the rail of a narrow window', async () => {
    const user = userEvent.setup()
    await open()
    expect(screen.queryByRole('complementary', { name: 'Chi tiết' })).not.toBeInTheDocument()
    await user.keyboard('{Control>}i{/Control}')
    expect(await screen.findByText('Chi tiết của dòng')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Thu gọn hoặc mở thanh bên' })).toHaveAttribute('aria-expanded', 'false')
    expect(screen.getByRole('separator')).toHaveAttribute('aria-valuenow', '380')
  })

  it('keeps standing when a screen fails', async () => {
    const user = userEvent.setup()
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await open()
    await user.click(screen.getByRole('button', { name: 'Nhật ký' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/Màn hình này gặp sự cố \(mã \d{4}\)/)
    const number = /mã (\d{4})/.exec(alert.textContent)![1]
    expect(call).toHaveBeenCalledWith('errors.report', { number, text: expect.stringContaining('Error') })
    await user.click(screen.getByRole('button', { name: 'Phòng thí nghiệm' }))
    expect(await screen.findByRole('heading', { name: 'Danh sách' })).toBeInTheDocument()
    silent.mockRestore()
  })

  it('obeys the shell’s menu', async () => {
    await open()
    act(() => command('shortcuts'))
    expect(await screen.findByRole('dialog', { name: 'Các phím tắt' })).toBeInTheDocument()
  })
})

describe('registry', () => {
  it('asks again when something changed', async () => {
    await open()
    call.mockImplementation(() => Promise.resolve({ ok: true, value: { ...info, labs: 33 } }))
    act(() => tellChanged(['laboratory']))
    expect(await screen.findByText('33 phòng')).toBeInTheDocument()
  })

  it('is calm while the registry restarts: the last answers stay, and everything is asked again afterwards', async () => {
    await open()
    const lost: Reply<unknown> = {
      ok: false,
      error: { code: 'internal', message: '', fields: [{ field: '', rule: 'registry_restarted' }] },
    }
    call.mockImplementation(() => Promise.resolve(lost))
    act(() => {
      tellState('restarting')
      tellChanged(['laboratory'])
    })
    expect(await screen.findByText('Đang nối lại sổ…')).toBeInTheDocument()
    expect(screen.getByText('32 phòng')).toBeInTheDocument()
    call.mockImplementation(() => Promise.resolve({ ok: true, value: { ...info, labs: 34 } }))
    act(() => tellState('ready'))
    expect(await screen.findByText('34 phòng')).toBeInTheDocument()
    expect(screen.queryByText('Đang nối lại sổ…')).not.toBeInTheDocument()
  })
})

describe('palette', () => {
  it('finds actions without accents and what sources know, and runs the first answer on Enter', async () => {
    const user = userEvent.setup()
    await open()
    await user.keyboard('{Control>}k{/Control}')
    const dialog = await screen.findByRole('dialog', { name: 'Tìm và làm' })
    await user.keyboard('thung rac')
    expect(within(dialog).getByRole('option', { name: /Thùng rác/ })).toBeInTheDocument()
    await user.clear(within(dialog).getByRole('combobox'))
    await user.keyboard('thuy')
    expect(await within(dialog).findByRole('option', { name: /Trung tâm Thủy sản/ })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await user.keyboard('{Enter}')
    await waitFor(() => expect(found).toHaveBeenCalledOnce())
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('lists the shortcuts that work now with “?”', async () => {
    const user = userEvent.setup()
    await open()
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Các phím tắt' })
    expect(dialog).toHaveTextContent('Ctrl+K')
    expect(dialog).toHaveTextContent('Phòng thí nghiệmCtrl+2')
    expect(await axeFinds(dialog)).toEqual([])
  })

  it('lists every action that can be done now with its shortcut, and offers all of them to the menu', async () => {
    const user = userEvent.setup()
    await open()
    await waitFor(() => expect(offered).toHaveBeenCalled())
    const offer = offered.mock.lastCall?.[0] ?? []
    expect(offer.find(({ id }) => id === 'go.labs')).toMatchObject({
      label: 'Phòng thí nghiệm',
      bar: 'go',
      keys: 'Ctrl+2',
    })
    expect(offer.find(({ id }) => id === 'back')).toMatchObject({ bar: 'go', enabled: false })
    expect(offer.map(({ id }) => id)).not.toContain('register.openFile')
    const keys = offer.flatMap(({ keys: its }) => its ?? [])
    expect(offer.filter(({ id, keys: its }) => its === undefined && !id.startsWith('go.'))).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Các phím tắt' })
    for (const { label, enabled } of offer) if (enabled) expect(dialog).toHaveTextContent(label)
  })
})
