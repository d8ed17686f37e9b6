// Nothing typed is lost: other people's changes, drafts, a registry that restarts, leaving with unsaved work, locks.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useDayStore } from '../../../../../renderer/stores/day'
import { field, findField, openDesk, type Desk } from './harness'

const name = /^Tên$|^Tên \*/
const save = '{Control>}s{/Control}'

async function openLab(role?: Parameters<typeof openDesk>[0]): Promise<{ desk: Desk; id: string }> {
  const desk = await openDesk(role)
  const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: '0203 1', manager: 'Ông Hà' } })
  desk.show()
  desk.open({ form: 'laboratory', id })
  await findField(name)
  return { desk, id }
}

const retype = async (desk: Desk, label: string | RegExp, text: string) => {
  await desk.user.clear(field(label))
  await desk.user.type(field(label), text)
}

const clash = () => screen.findByRole('group', { name: 'Chọn giá trị cho Điện thoại' })

describe('two people on one record', () => {
  it('joins changes of different fields without a question', async () => {
    const { desk, id } = await openLab()
    await desk.other('labs.save', { id, change: { phone: '0203 2' } })
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng A.')
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '0203 2', manager: 'Bà Ngọc' })
    await waitFor(() => expect(field('Điện thoại')).toHaveValue('0203 2'))
  })

  it('shows the three values of one field with who and when, writes nothing, and saves what was chosen', async () => {
    const { desk, id } = await openLab()
    await desk.other('labs.save', { id, change: { phone: '0203 2', email: 'b@x.vn' } })
    await retype(desk, 'Điện thoại', '0203 3')
    await desk.user.keyboard(save)
    const choice = await clash()
    expect(choice).toHaveTextContent('Lúc bạn mở0203 1Của bạn0203 3Hiện nay0203 2 – Bình, 10:42 23/11/2026')
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '0203 2' })
    // a further save waits for the choice
    await desk.user.keyboard(save)
    expect(within(choice).getByRole('button', { name: 'Giữ của tôi' })).toHaveFocus()
    await desk.user.keyboard('{Enter}')
    await screen.findByText('Đã chọn xong. Hãy lưu lại (Ctrl+S).')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng A.')
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '0203 3', email: 'b@x.vn' })
  })

  it('takes the present value when told to', async () => {
    const { desk, id } = await openLab()
    await desk.other('labs.save', { id, change: { phone: '0203 2' } })
    await retype(desk, 'Điện thoại', '0203 3')
    await desk.user.keyboard(save)
    await desk.user.click(within(await clash()).getByRole('button', { name: 'Lấy giá trị hiện nay' }))
    expect(field('Điện thoại')).toHaveValue('0203 2')
    await desk.user.keyboard(save)
    await waitFor(() => expect(screen.queryByText('Chỗ hai người cùng sửa')).toBeNull())
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '0203 2' })
  })

  it('still asks about a field that somebody changed before an earlier save of this form', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng A.')
    await waitFor(() => expect(desk.made.at(-1)?.name).not.toBe('labs.save'))
    await desk.other('labs.save', { id, change: { phone: '0203 2' } })
    await retype(desk, 'Điện thoại', '0203 3')
    await desk.user.keyboard(save)
    expect(await clash()).toBeVisible()
  })
})

describe('drafts', () => {
  const drafts = async (desk: Desk) => (await desk.ask('drafts.list', {})).map(({ key }) => key)

  it('keeps what was typed when the window dies, and offers it before anything else can be typed', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    await waitFor(async () => expect(await drafts(desk)).toEqual([`laboratory:${id}`]))
    desk.show()
    desk.open({ form: 'laboratory', id })
    await waitFor(() => expect(screen.queryByText('Có bản nháp lúc 10:42 chưa lưu vào sổ.')).toBeVisible())
    expect(screen.getByRole('button', { name: 'Dùng lại' })).toHaveFocus()
    await desk.user.keyboard('{Enter}')
    expect(await findField('Người quản lý')).toHaveValue('Bà Ngọc')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng A.')
    expect((await desk.ask('labs.get', { id })).manager).toBe('Bà Ngọc')
    expect(await drafts(desk)).toEqual([])
  })

  it('drops a draft that is not wanted', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    desk.end()
    await waitFor(async () => expect(await drafts(desk)).toHaveLength(1))
    desk.show()
    desk.open({ form: 'laboratory', id })
    await desk.user.click(await screen.findByRole('button', { name: 'Bỏ bản nháp' }))
    expect(await findField('Người quản lý')).toHaveValue('Ông Hà')
    expect(await drafts(desk)).toEqual([])
  })

  it('asks where a draft and a later change of somebody else touch the same field', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Điện thoại', '0203 3')
    desk.end()
    await desk.other('labs.save', { id, change: { phone: '0203 2', email: 'b@x.vn' } })
    desk.show()
    desk.open({ form: 'laboratory', id })
    await desk.user.click(await screen.findByRole('button', { name: 'Dùng lại' }))
    expect(await clash()).toHaveTextContent('Hiện nay0203 2')
    expect(field('Email')).toHaveValue('b@x.vn')
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '0203 2' })
  })

  it('does not offer a saved new record again', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(name), 'Phòng B')
    await waitFor(async () => expect(await drafts(desk)).toHaveLength(1))
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng B.')
    await waitFor(async () => expect(await drafts(desk)).toEqual([]))
    await desk.user.type(field('Email'), 'b@x.vn')
    desk.end()
    const [lab] = (await desk.ask('labs.list', {})).rows
    await waitFor(async () => expect(await drafts(desk)).toEqual([`laboratory:${lab?.id}`]))
  })

  it('adds a record once when the program died between the saving and the draft’s going', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(name), 'Phòng B')
    await waitFor(async () => expect(await drafts(desk)).toHaveLength(1))
    const [draft] = await desk.ask('drafts.list', {})
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng B.')
    await waitFor(async () => expect(await drafts(desk)).toEqual([]))
    desk.end()
    for (let lab = 1; lab <= 12; lab += 1) await desk.other('labs.save', { change: { nameVi: `Phòng khác ${lab}` } })
    await desk.ask('drafts.put', { key: draft!.key, value: draft!.value })
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.click(await screen.findByRole('button', { name: 'Dùng lại' }))
    await desk.user.keyboard(save)
    await waitFor(async () => expect(await drafts(desk)).toEqual([]))
    const { rows } = await desk.ask('labs.list', {})
    expect(rows.filter(({ nameVi }) => nameVi === 'Phòng B')).toHaveLength(1)
  })
})

describe('a registry that restarts', () => {
  it('keeps everything, says so, and saves by itself when it is back', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    desk.fault('before')
    desk.setState('restarting')
    await desk.user.keyboard(save)
    await screen.findByText(/Sổ đang được nối lại/)
    expect(field('Người quản lý')).toHaveValue('Bà Ngọc')
    desk.fault(null)
    desk.setState('ready')
    await screen.findByText('Đã lưu Phòng A.')
    expect((await desk.ask('labs.get', { id })).manager).toBe('Bà Ngọc')
  })

  it.each(['before', 'after'] as const)('adds a record once when the answer was lost %s writing', async (fault) => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(name), 'Phòng B')
    desk.fault(fault)
    desk.setState('restarting')
    await desk.user.keyboard(save)
    await screen.findByText(/Sổ đang được nối lại/)
    desk.fault(null)
    desk.setState('ready')
    await screen.findByText('Đã lưu Phòng B.')
    expect((await desk.ask('labs.list', {})).rows).toHaveLength(1)
  })
})

describe('leaving with unsaved work', () => {
  const question = () => screen.queryByRole('alertdialog')

  it('closes at once when nothing was typed', async () => {
    const { desk } = await openLab()
    await desk.user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  it('asks once; Esc goes back to the caret, dropping closes and leaves no draft', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    await desk.user.keyboard('{Escape}')
    expect(question()).toHaveTextContent('Có thay đổi chưa lưu. Lưu trước khi đóng?')
    await desk.user.keyboard('{Escape}')
    expect(question()).toBeNull()
    expect(field('Người quản lý')).toHaveFocus()
    await desk.user.keyboard('{Escape}')
    await desk.user.click(screen.getByRole('button', { name: 'Bỏ thay đổi' }))
    expect(screen.queryByRole('complementary')).toBeNull()
    expect((await desk.ask('labs.get', { id })).manager).toBe('Ông Hà')
    await waitFor(async () => expect(await desk.ask('drafts.list', {})).toEqual([]))
  })

  it('asks before another form takes its place, and can save on the way', async () => {
    const { desk, id } = await openLab()
    await retype(desk, 'Người quản lý', 'Bà Ngọc')
    desk.open({ form: 'site', laboratory: id })
    expect(question()).toHaveTextContent('Lưu trước khi mở biểu mẫu khác?')
    await desk.user.keyboard('{Enter}')
    expect(await findField('Địa chỉ')).toBeVisible()
    expect((await desk.ask('labs.get', { id })).manager).toBe('Bà Ngọc')
  })
})

describe('a form that may only be read', () => {
  it('says so from the start to a viewer and lets nothing be typed', async () => {
    const { desk } = await openLab('viewer')
    expect(screen.getByText('Tài khoản của bạn không được làm việc này. Hãy nhờ người quản trị sổ.')).toBeVisible()
    expect(field('Email')).toBeDisabled()
    await desk.user.keyboard(save)
    expect(desk.made.some(({ name: call }) => call === 'labs.save')).toBe(false)
  })

  it('is one on another day, and unlocks on the way back to today', async () => {
    const { desk } = await openLab()
    act(() => useDayStore.setState({ asOf: '2019-03-12' }))
    expect(screen.getByText('Đang xem sổ tại ngày 12/03/2019, chỉ để đọc. Hãy về hôm nay để sửa.')).toBeVisible()
    expect(field('Email')).toBeDisabled()
    await desk.user.click(screen.getByRole('button', { name: 'Về hiện tại' }))
    expect(field('Email')).toBeEnabled()
  })
})
