// “Mở hoặc tạo sổ” and every way to another register: made, picked, dropped, brought, opened lately; and what stands there when none opens.
import { act, screen, waitFor, within } from '@testing-library/react'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openForm } from '../../../../renderer/features/labs/forms/openForm'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { asking, openDesk, openRegistryAt, registerElsewhere, registerShown, temporaryFolder } from './harness'

const start = { screen: 'start' }
const heading = () => screen.findByRole('heading', { name: 'Mở hoặc tạo sổ' })
const labName = /^Tên$|^Tên \*/
const openPicker = '{Control>}o{/Control}'

/** The window over “Sổ A”, at the start screen. */
async function overA(place = start) {
  const desk = await openDesk()
  await desk.ask('register.create', { kind: 'empty', name: 'Sổ A' })
  const container = desk.show(place)
  await registerShown('Sổ A')
  return { ...desk, container }
}

describe('making a register', () => {
  it('asks for the name of an empty one at its field, makes it by keyboard alone, shows it and says so', async () => {
    const { user, ask, container } = await overA()
    await heading()
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Sổ Quảng Ninh' })).toHaveFocus())
    expect(await axeFinds(container)).toEqual([])
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(screen.getByRole('radio', { name: 'Sổ trống' })).toBeChecked()
    await user.keyboard('{Tab}{Enter}')
    const name = screen.getByRole('textbox', { name: /Tên sổ/ })
    expect(name).toHaveFocus()
    expect(name).toHaveAccessibleDescription(/Hãy đặt tên cho sổ\./)
    expect((await ask('register.recent', {})).length).toBe(1)
    await user.keyboard('  Sổ huyện đảo Cô Tô {Enter}')
    expect(await registerShown('Sổ huyện đảo Cô Tô')).toBeInTheDocument()
    expect(await screen.findByText('Đã tạo Sổ huyện đảo Cô Tô.')).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Tổng quan' })).toBeInTheDocument()
    expect(await ask('register.info', {})).toMatchObject({ kind: 'empty', file: 'so-huyen-dao-co-to.scn' })
  })

  it('offers the sample as fictional, chosen and named when that is what was asked for', async () => {
    const { user, ask } = await overA({ screen: 'start', params: { kind: 'sample' } } as typeof start)
    const sample = await screen.findByRole('radio', { name: 'Sổ mẫu để tập' })
    expect(sample).toBeChecked()
    expect(sample).toHaveAccessibleDescription(/hư cấu/)
    await user.click(screen.getByRole('button', { name: 'Tạo sổ' }))
    await registerShown('Sổ mẫu để tập')
    expect(await ask('register.info', {})).toMatchObject({ kind: 'sample', labs: 32 })
  })

  it('keeps a typed name when the kind changes', async () => {
    const { user } = await overA()
    const name = await screen.findByRole('textbox', { name: /Tên sổ/ })
    await user.clear(name)
    await user.type(name, 'Sổ của tôi')
    await user.click(screen.getByRole('radio', { name: 'Sổ mẫu để tập' }))
    expect(name).toHaveValue('Sổ của tôi')
  })
})

describe('registers opened lately', () => {
  it('are listed with what became of them, and open with one key', async () => {
    const desk = await openDesk()
    await desk.ask('register.create', { kind: 'empty', name: 'Sổ mất' })
    await desk.ask('register.create', { kind: 'empty', name: 'Sổ cũ' })
    await desk.ask('register.create', { kind: 'empty', name: 'Sổ A' })
    renameSync(join(desk.folder, 'so-mat.scn'), join(desk.folder, 'khác.scn'))
    desk.show(start)
    const list = await screen.findByRole('list', { name: 'Mở gần đây' })
    const rows = within(list).getAllByRole('button')
    expect(rows.map((row) => row.textContent)).toEqual([
      'Sổ Aso-a.scn · mở lúc 10:42 23/11/2026đang mở',
      'Sổ cũso-cu.scn · mở lúc 10:42 23/11/2026',
      'Sổ mấtso-mat.scn · mở lúc 10:42 23/11/2026không còn ở chỗ cũ',
    ])
    expect(rows.map((row) => row.hasAttribute('disabled'))).toEqual([true, false, true])
    expect(screen.getByText(/hãy cắm lại ổ đĩa/)).toBeInTheDocument()
    rows[1]?.focus()
    await desk.user.keyboard('{Enter}')
    expect(await registerShown('Sổ cũ')).toBeInTheDocument()
    expect(await screen.findByText('Đã mở Sổ cũ.')).toBeInTheDocument()
  })

  it('stand in the register menu too, those that can be opened', async () => {
    const { user, ask } = await overA()
    await ask('register.create', { kind: 'empty', name: 'Sổ B' })
    await user.click(await registerShown('Sổ B'))
    // jsdom lays nothing out, so the menu counts as hidden
    const hidden = { hidden: true }
    await screen.findByRole('menuitem', { name: /Sổ A/, ...hidden })
    expect(screen.getAllByRole('menuitem', hidden).map((item) => item.textContent)).toEqual([
      'Mở sổ có sẵn…Ctrl+O',
      'Tạo sổ mới…Ctrl+Alt+N',
      'Sổ A so-a.scn',
    ])
    await user.click(screen.getByRole('menuitem', { name: /Sổ A/, ...hidden }))
    expect(await registerShown('Sổ A')).toBeInTheDocument()
  })
})

describe('a file that does not open', () => {
  it.each(['picked', 'dropped', 'brought'] as const)(
    '%s is named with what to do, Esc puts that away, and the register stays',
    async (way) => {
      const { user, ask, chooses, drop, bring } = await overA({ screen: 'overview' })
      const path = join(temporaryFolder(), 'thư.scn')
      writeFileSync(path, 'không phải sổ '.repeat(30))
      chooses(path)
      if (way === 'picked') await user.keyboard(openPicker)
      else if (way === 'dropped') drop(path)
      else bring(path)
      expect(await screen.findByRole('alert')).toHaveTextContent(
        '“thư.scn” không phải là sổ của phần mềm này; tệp không bị thay đổi. Hãy chọn tệp do phần mềm này tạo ra.',
      )
      expect(await ask('register.info', {})).toMatchObject({ name: 'Sổ A' })
      expect(readFileSync(path, 'utf8')).toBe('không phải sổ '.repeat(30))
      await user.keyboard('{Escape}')
      expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    },
  )

  it('at the start of the program leaves this screen in place of every other, with the reason, and the way out works', async () => {
    const home = temporaryFolder()
    const before = await openRegistryAt(home)
    const { file } = await asking(before)('register.create', { kind: 'empty', name: 'Sổ trên USB' })
    await before.close()
    renameSync(join(home, 'registers', file), join(home, 'chuyển chỗ.scn'))
    const registry = await openRegistryAt(home)
    await registry.openDefault()
    const desk = await openDesk(home, registry)
    const container = desk.show({ screen: 'overview' })
    await heading()
    expect(screen.getByRole('alert')).toHaveTextContent('Không thấy “so-tren-usb.scn” ở chỗ cũ. Hãy cắm lại ổ đĩa')
    expect(screen.getByText('Chưa mở sổ nào. Hãy mở một sổ có sẵn hoặc tạo sổ mới.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tổng quan' })).toBeDisabled()
    await waitFor(() => expect(screen.getByRole('button', { name: /Chọn tệp sổ/ })).toHaveFocus())
    expect(await axeFinds(container)).toEqual([])
    desk.chooses(join(home, 'chuyển chỗ.scn'))
    await desk.user.keyboard('{Enter}')
    await desk.user.click(await screen.findByRole('button', { name: 'Mở tại chỗ' }))
    expect(await registerShown('Sổ trên USB')).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Tổng quan' })).toBeInTheDocument()
  })
})

describe('a register from elsewhere', () => {
  it('is copied in when the person says so, and the original stays as it was', async () => {
    const { user, ask, drop, folder } = await overA()
    const path = await registerElsewhere()
    const bytes = readFileSync(path)
    drop(path)
    const dialog = await screen.findByRole('dialog', { name: 'Mở “so-cua-dong-nghiep.scn”' })
    const copy = within(dialog).getByRole('button', { name: 'Sao chép vào máy này và mở' })
    await waitFor(() => expect(copy).toHaveFocus())
    await user.keyboard('{Enter}')
    await registerShown('Sổ của đồng nghiệp')
    expect(existsSync(join(folder, 'so-cua-dong-nghiep.scn'))).toBe(true)
    await ask('labs.save', { change: { nameVi: 'Phòng thêm (hư cấu)' } })
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('is not opened at all when the person thinks better of it', async () => {
    const { user, ask, bring } = await overA()
    bring(await registerElsewhere())
    await screen.findByRole('dialog')
    await user.click(screen.getByRole('button', { name: 'Thôi' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(await ask('register.info', {})).toMatchObject({ name: 'Sổ A' })
  })
})

describe('unsaved work', () => {
  async function typing() {
    const desk = await overA({ screen: 'overview' })
    await desk.ask('register.create', { kind: 'empty', name: 'Sổ B' })
    await registerShown('Sổ B')
    act(() => openForm({ form: 'laboratory' }))
    await desk.user.type(await screen.findByLabelText(labName), 'Phòng mới (hư cấu)')
    desk.chooses(join(desk.folder, 'so-a.scn'))
    await desk.user.keyboard(openPicker)
    const question = await screen.findByRole('alertdialog', { name: 'Có thay đổi chưa lưu' })
    expect(question).toHaveTextContent('Lưu trước khi rời đi?')
    return { ...desk, answer: (name: string) => desk.user.click(within(question).getByRole('button', { name })) }
  }

  it('is asked about first; who goes on editing stays in this register', async () => {
    const { ask, answer } = await typing()
    await answer('Sửa tiếp')
    expect(await ask('register.info', {})).toMatchObject({ name: 'Sổ B' })
    expect(screen.getByLabelText(labName)).toHaveValue('Phòng mới (hư cấu)')
  })

  it('is saved into the register it belongs to, then the other one opens', async () => {
    const { ask, answer } = await typing()
    await answer('Lưu')
    await registerShown('Sổ A')
    expect(screen.queryByLabelText(labName)).not.toBeInTheDocument()
    expect(await ask('labs.list', {})).toMatchObject({ total: 0 })
    const [, b] = await ask('register.recent', {})
    await ask('register.openRecent', { id: b!.id })
    expect((await ask('labs.list', {})).rows.map(({ nameVi }) => nameVi)).toEqual(['Phòng mới (hư cấu)'])
  })

  it('is dropped when told to, then the other one opens', async () => {
    const { ask, answer } = await typing()
    await answer('Bỏ thay đổi')
    await registerShown('Sổ A')
    const [, b] = await ask('register.recent', {})
    await ask('register.openRecent', { id: b!.id })
    expect(await ask('labs.list', {})).toMatchObject({ total: 0 })
  })

  it('in a window where another window opens another register is kept as a draft, never saved there', async () => {
    const { ask } = await typing()
    const [, a] = await ask('register.recent', {})
    await ask('register.openRecent', { id: a!.id })
    await registerShown('Sổ A')
    expect(await screen.findByText(/phần chưa lưu nằm trong bản nháp/)).toBeInTheDocument()
    expect(screen.queryByLabelText(labName)).not.toBeInTheDocument()
    await waitFor(async () => expect(await ask('drafts.list', {})).toHaveLength(1))
  })
})

describe('a drop', () => {
  it('of what nothing here can use, or of several files, says so', async () => {
    const { drop } = await overA()
    drop('/đâu đó/ảnh.png')
    expect(await screen.findByText('Chưa dùng được “ảnh.png” ở đây. Hãy thả tệp sổ (.scn).')).toBeInTheDocument()
    drop('/đâu đó/a.scn', '/đâu đó/b.scn')
    expect(await screen.findByText('Hãy thả từng tệp một.')).toBeInTheDocument()
  })
})

describe('a backup that is picked', () => {
  it('asks for its passphrase, says when it is wrong, and becomes a register here', async () => {
    const workerFile = await builtWorker()
    const office = await openRegistryAt(temporaryFolder(), workerFile)
    const there = asking(office)
    await there('register.create', { kind: 'empty', name: 'Sổ của Sở' })
    await there('labs.save', { change: { nameVi: 'Phòng A (hư cấu)' } })
    await there('backups.setPassphrase', { passphrase: 'mười hai con gà' })
    const { id } = await there('backups.make', {})
    const file = join(`${office.place()!}.backups`, `${id}.scnk`)
    await office.close()
    const home = temporaryFolder()
    const desk = await openDesk(home, await openRegistryAt(home, workerFile))
    await desk.ask('register.create', { kind: 'empty', name: 'Sổ A' })
    desk.show(start)
    await registerShown('Sổ A')
    desk.chooses(file)
    await desk.user.click(await screen.findByRole('button', { name: /Chọn tệp sổ/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Khôi phục từ bản sao lưu' })
    expect(within(dialog).getByText(/bản sao lưu của “Sổ của Sở”, làm lúc .*23\/11\/2026/)).toBeVisible()
    expect(await axeFinds(dialog)).toEqual([])
    const field = within(dialog).getByLabelText(/^Nhập mật khẩu sao lưu/)
    await waitFor(() => expect(field).toHaveFocus())
    const run = within(dialog).getByRole('button', { name: 'Khôi phục' })
    await desk.user.click(run)
    expect(within(dialog).getByText('Hãy nhập mật khẩu sao lưu.')).toBeVisible()
    await desk.user.type(field, 'mười hai con vịt{Enter}')
    expect(await within(dialog).findByText(/Mật khẩu sao lưu chưa đúng/, {}, { timeout: 10_000 })).toBeVisible()
    await desk.user.clear(field)
    await desk.user.type(field, 'mười hai con gà{Enter}')
    expect(await screen.findByText('Đã khôi phục Sổ của Sở từ bản sao lưu.', {}, { timeout: 20_000 })).toBeVisible()
    await registerShown('Sổ của Sở')
    expect((await desk.ask('labs.list', {})).rows.map(({ nameVi }) => nameVi)).toEqual(['Phòng A (hư cấu)'])
  }, 60_000)
})
