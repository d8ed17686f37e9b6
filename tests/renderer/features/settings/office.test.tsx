// The office's facts in the register: saved field by field, never silently lost, refused at the field, locked with the reason.
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useDayStore } from '../../../../renderer/stores/day'
import { field, openSettings } from './harness'

const DEPARTMENT = 'Tên cơ quan quản lý sổ'
const PLACE = 'Địa danh trên văn bản'

it('saves a field when it is left, says so, and leaves a line in the journal', async () => {
  const { user, ask } = await openSettings()
  const department = await field(DEPARTMENT)
  await user.type(department, '  Sở Khoa học và Công nghệ ')
  expect(screen.queryByText('đã lưu')).not.toBeInTheDocument()
  await user.tab()
  expect(await screen.findByText('đã lưu')).toBeInTheDocument()
  expect(await ask('settings.get', {})).toEqual({ department: 'Sở Khoa học và Công nghệ' })
  expect(department).toHaveValue('Sở Khoa học và Công nghệ')
  const [latest] = await ask('changes.list', { limit: 1 })
  expect(latest).toMatchObject({ entity: 'setting', actor: 'Lan' })
})

it.each(['{Control>}s{/Control}', '{Enter}'])('saves with %s, without leaving the field', async (keys) => {
  const { user, ask } = await openSettings()
  const place = await field(PLACE)
  await user.type(place, `Hạ Long${keys}`)
  expect(await screen.findByText('đã lưu')).toBeInTheDocument()
  expect(place).toHaveFocus()
  await user.type(place, ', Quảng Ninh')
  expect(screen.queryByText('đã lưu')).not.toBeInTheDocument()
  expect(await ask('settings.get', {})).toEqual({ place: 'Hạ Long' })
})

it('writes nothing when nothing was changed, and once what was', async () => {
  const { user, ask } = await openSettings()
  const { seq } = await ask('register.info', {})
  const place = await field(PLACE)
  await user.type(place, ' {Enter}')
  await user.tab()
  expect((await ask('register.info', {})).seq).toBe(seq)
  await user.type(place, 'Hạ Long{Enter}{Enter}')
  await user.tab()
  expect(await screen.findByText('đã lưu')).toBeInTheDocument()
  expect((await ask('register.info', {})).seq).toBe(seq + 1)
})

it('clears what was emptied', async () => {
  const { user, ask } = await openSettings()
  const place = await field(PLACE)
  await user.type(place, 'Hạ Long{Enter}')
  await screen.findByText('đã lưu')
  await user.clear(place)
  await user.tab()
  await waitFor(async () => expect(await ask('settings.get', {})).toEqual({}))
})

it('says at the field why a text was refused, and keeps it', async () => {
  const { user, ask } = await openSettings()
  const signatory = await field('Người ký văn bản')
  await user.click(signatory)
  await user.paste('a'.repeat(401))
  await user.tab()
  await waitFor(() => expect(signatory).toHaveAccessibleDescription(/Chữ quá dài cho ô này. Hãy viết ngắn hơn./))
  expect(signatory).toBeInvalid()
  expect(signatory).toHaveValue('a'.repeat(401))
  expect(await ask('settings.get', {})).toEqual({})
  await user.type(signatory, '{Backspace}')
  expect(signatory).toBeValid()
})

it('takes back with Esc what was not saved yet', async () => {
  const { user, ask } = await openSettings()
  const place = await field(PLACE)
  await user.type(place, 'Hạ Long{Enter}')
  await screen.findByText('đã lưu')
  await user.type(place, ' gõ nhầm{Escape}')
  expect(place).toHaveValue('Hạ Long')
  await user.tab()
  expect(await ask('settings.get', {})).toEqual({ place: 'Hạ Long' })
})

it('saves a field that goes away before it was left', async () => {
  const { user, ask } = await openSettings()
  await user.type(await field(PLACE), 'Hạ Long')
  await user.keyboard('{Control>}4{/Control}')
  expect(await screen.findByRole('heading', { name: 'Thùng rác' })).toBeInTheDocument()
  await waitFor(async () => expect(await ask('settings.get', {})).toEqual({ place: 'Hạ Long' }))
})

it('tells of a text that was refused after the screen had gone', async () => {
  const { user } = await openSettings()
  await user.click(await field(PLACE))
  await user.paste('a'.repeat(401))
  await user.keyboard('{Control>}4{/Control}')
  expect(await screen.findByText(/Chưa lưu được “Địa danh trên văn bản”/)).toBeInTheDocument()
})

it('saves what was typed when the window itself goes', async () => {
  const { user, ask } = await openSettings()
  await user.type(await field(PLACE), 'Hạ Long')
  window.dispatchEvent(new Event('pagehide'))
  await waitFor(async () => expect(await ask('settings.get', {})).toEqual({ place: 'Hạ Long' }))
})

it('shows what another window saved, but not under the fingers of somebody typing', async () => {
  const { user, ask } = await openSettings()
  const [department, place] = [await field(DEPARTMENT), await field(PLACE)]
  await user.type(place, 'Hạ')
  await ask('settings.set', { key: 'place', value: 'Cẩm Phả' })
  await ask('settings.set', { key: 'department', value: 'Sở' })
  await waitFor(() => expect(department).toHaveValue('Sở'))
  expect(place).toHaveValue('Hạ')
  await user.type(place, '{Escape}')
  expect(place).toHaveValue('Cẩm Phả')
})

it.each([
  ['to a viewer', { role: 'viewer' }, /Tài khoản của bạn không được làm việc này/],
  ['to a clerk', { role: 'clerk' }, /Hãy nhờ người quản trị sổ/],
  ['in a register that another program holds', { locked: true }, /Sổ này đang mở ở một nơi khác/],
] as const)('is closed %s, with the reason', async (_whom, wish, reason) => {
  await openSettings(wish)
  await waitFor(async () => expect(await field(DEPARTMENT)).toBeDisabled())
  expect(screen.getByText(reason)).toBeInTheDocument()
})

it('is closed while another day is looked at', async () => {
  await openSettings()
  act(() => useDayStore.getState().lookAt('2020-01-01'))
  expect(await field(DEPARTMENT)).toBeDisabled()
  expect(screen.getByText(/Hãy về hôm nay để sửa/)).toBeInTheDocument()
})
