// Where the data lies, and what the program is: shown in words, copied whole, and never named by the window.
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openSettings } from './harness'
import { schemaVersion } from '../../../../db/store/migrations'

it('shows where the register lies and opens its folder without naming it', async () => {
  const { user, told, folder } = await openSettings()
  expect(await screen.findByText(folder)).toBeInTheDocument()
  expect(screen.getByText('so.scn')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Mở thư mục chứa sổ' }))
  expect(told.filter(([verb]) => verb.includes('egister'))).toEqual([['registerPlace'], ['revealRegister']])
})

it('says so when the file is no longer there', async () => {
  const { user } = await openSettings({ present: false })
  await user.click(await screen.findByRole('button', { name: 'Mở thư mục chứa sổ' }))
  expect(await screen.findByText(/Không thấy tệp sổ ở chỗ cũ nữa/)).toBeInTheDocument()
})

it('says so when no register is open', async () => {
  await openSettings({ place: null })
  expect(await screen.findByText(/Chưa mở sổ nào/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Mở thư mục chứa sổ' })).not.toBeInTheDocument()
})

it.each([
  ['/kho/sổ', '/kho/sổ/so.scn'],
  ['D:\\Sổ', 'D:\\Sổ\\so.scn'],
  ['D:\\', 'D:\\so.scn'],
])('copies the path of a register in %s', async (folder, path) => {
  const { user } = await openSettings({ place: { folder, file: 'so.scn' } })
  await user.click(await screen.findByRole('button', { name: 'Sao chép đường dẫn' }))
  expect(await screen.findByText('Đã sao chép đường dẫn của tệp sổ.')).toBeInTheDocument()
  expect(await navigator.clipboard.readText()).toBe(path)
})

it('shows the fingerprint whole and copies it', async () => {
  const { user, ask } = await openSettings()
  const { fingerprint } = await ask('register.info', {})
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(await screen.findByText(fingerprint)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Sao chép vân tay' }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(fingerprint))
})

it('copies everything that somebody helping would ask for', async () => {
  const { user, ask } = await openSettings()
  const { fingerprint, sqlite } = await ask('register.info', {})
  await screen.findByText(fingerprint)
  await user.click(screen.getByRole('button', { name: 'Sao chép thông tin này' }))
  await screen.findByText(/Đã sao chép; dán vào thư/)
  expect((await navigator.clipboard.readText()).split('\n')).toEqual([
    'Sổ Công nhận',
    'Phiên bản: 0.1.0',
    `Chạy trên: Electron 45.4.1 · Chromium 140.0 · Node.js 24.1 · SQLite ${sqlite}`,
    'Giấy phép: MIT: được dùng, sao chép và sửa tự do.',
    'Phông chữ: Be Vietnam Pro, giấy phép OFL 1.1',
    `Cấu trúc của sổ: bản ${schemaVersion}`,
    `Vân tay của sổ: ${fingerprint}`,
  ])
})

it('is where the menu’s “about” leads, from anywhere and again', async () => {
  const { user, menu } = await openSettings()
  const about = () => screen.getByRole('heading', { name: 'Giới thiệu' }).closest('[tabindex]')
  menu('about')
  await waitFor(() => expect(about()).toHaveFocus())
  await user.tab()
  expect(about()).not.toHaveFocus()
  menu('about')
  await waitFor(() => expect(about()).toHaveFocus())
  await user.keyboard('{Control>}4{/Control}')
  await screen.findByRole('heading', { name: 'Thùng rác' })
  menu('about')
  await waitFor(() => expect(about()).toHaveFocus())
  await user.keyboard('{Control>}4{/Control}')
  await screen.findByRole('heading', { name: 'Thùng rác' })
  await user.keyboard('{Control>},{/Control}')
  expect(await screen.findByRole('heading', { name: 'Thiết lập' })).toBeInTheDocument()
  expect(about()).not.toHaveFocus()
})
