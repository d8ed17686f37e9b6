// The journal on a real register: days, savings, values from what to what; a long saving counted whole; narrowing; ways to the records.
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { JournalScreen } from '../../../../renderer/features/journal/JournalScreen'
import { showAll } from '../../../../renderer/features/journal/journalStore'
import { axeFinds } from '../../components/harness'
import { openDesk, type Desk } from '../desk'

/** The savings shown; the first article is the page itself. */
const entries = () =>
  waitFor(() => {
    const [, ...sets] = screen.getAllByRole('article')
    expect(sets).not.toEqual([])
    return sets
  })

async function addLab(desk: Desk, nameVi: string): Promise<{ id: string; seq: number }> {
  return desk.ask('labs.save', { change: { nameVi, manager: 'Trần Lan' } })
}

beforeEach(showAll)

describe('the journal', () => {
  it('shows who changed which value from what to what, newest first, under its day', async () => {
    const desk = await openDesk()
    const { id, seq } = await addLab(desk, 'Phòng thử nghiệm Vàng Danh')
    await desk.ask('labs.save', { id, seen: seq, change: { manager: 'Lê Bình' }, reason: 'Công văn 12' })
    const { container } = desk.show(<JournalScreen />)
    expect(await screen.findByRole('heading', { name: 'Hôm nay, 23/11/2026' })).toBeInTheDocument()
    const [changed, added] = await entries()
    expect(changed).toHaveTextContent('10:42Sửa bởi LanLý do: Công văn 12')
    expect(changed).toHaveTextContent('Phòng thí nghiệm “Phòng thử nghiệm Vàng Danh”')
    expect(changed).toHaveTextContent(/: Trần Lan → thành Lê Bình/)
    expect(added).toHaveTextContent('thêm mới')
    expect(await axeFinds(container)).toEqual([])
    await desk.user.click(within(changed!).getByRole('button', { name: /Vàng Danh/ }))
    expect(desk.place()).toEqual({ screen: 'lab', params: { id } })
  })

  it('tells of work put off in words, with the laboratory that it is about', async () => {
    const desk = await openDesk('quang-ninh')
    const { rows } = await desk.ask('tasks.list', { limit: 1 })
    const { record, about, lab } = rows[0]!
    await desk.ask('tasks.snooze', { record, about, until: '2026-12-25', reason: 'chờ quyết định' })
    desk.show(<JournalScreen />)
    const [put] = await entries()
    expect(put).toHaveTextContent('Việc hẹn lại “VILAS 016”')
    expect(put).toHaveTextContent('Sắp hết hạn')
    expect(put).toHaveTextContent('25/12/2026')
    await desk.user.click(within(put!).getByRole('button', { name: /VILAS 016/ }))
    expect(desk.place()).toEqual({ screen: 'lab', params: { id: lab } })
  })

  it('sums a long saving up, whole, and unfolds it', async () => {
    const desk = await openDesk('quang-ninh')
    desk.show(<JournalScreen />)
    const [set] = await entries()
    const lines = within(set!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(lines.slice(0, 4)).toEqual([
      'thêm 12 phòng thí nghiệm',
      'thêm 9 cơ quan chủ quản',
      'thêm 4 địa điểm',
      'thêm 11 công nhận',
    ])
    expect(lines.at(-1)).toBe('và 62 tên gọi, liên kết đi kèm')
    await desk.user.click(within(set!).getByRole('button', { name: 'Xem cả 236 mục' }))
    expect(await within(set!).findByRole('button', { name: 'Xem tiếp, còn 36 thay đổi' })).toBeInTheDocument()
    await desk.user.click(within(set!).getByRole('button', { name: 'Xem tiếp, còn 36 thay đổi' }))
    await waitFor(() => expect(within(set!).getAllByText(/thêm mới/).length).toBe(236))
    await desk.user.click(within(set!).getByRole('button', { name: 'Thu gọn' }))
    expect(within(set!).queryByText(/thêm mới/)).not.toBeInTheDocument()
  })

  it('offers older entries only where there are any', async () => {
    const desk = await openDesk()
    for (let at = 1; at <= 31; at += 1) await addLab(desk, `Phòng ${at}`)
    desk.show(<JournalScreen />)
    await desk.user.click(await screen.findByRole('button', { name: 'Xem thay đổi cũ hơn' }))
    expect(await screen.findByText('Hết nhật ký: đây là lần ghi đầu tiên.')).toBeInTheDocument()
    expect((await entries()).length).toBe(32)
    expect(screen.queryByRole('button', { name: 'Xem thay đổi cũ hơn' })).not.toBeInTheDocument()
  })

  it('narrows to one person or one kind, and leads back when nothing is left', async () => {
    const desk = await openDesk()
    await addLab(desk, 'Phòng 1')
    desk.show(<JournalScreen />)
    expect((await entries()).length).toBe(2)
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Người ghi' }), 'Lan')
    await waitFor(async () => expect((await entries()).length).toBe(1))
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Loại ghi' }), 'Nhập')
    await desk.user.click(await screen.findByRole('button', { name: 'Xem cả nhật ký' }))
    await waitFor(async () => expect((await entries()).length).toBe(2))
  })

  it('narrows to words, days and kinds of record, and keeps that while another screen is shown', async () => {
    const desk = await openDesk()
    await addLab(desk, 'Phòng Đủng Đỉnh')
    await desk.ask('terms.save', { change: { kind: 'same', term: 'chữ riêng', other: 'chữ khác' } })
    const { unmount } = desk.show(<JournalScreen />)
    expect((await entries()).length).toBe(3)
    await desk.user.type(screen.getByRole('searchbox', { name: 'Tìm trong nhật ký' }), 'dung dinh')
    await waitFor(async () => expect((await entries()).length).toBe(1))
    unmount()
    desk.show(<JournalScreen />)
    expect(await screen.findByRole('searchbox', { name: 'Tìm trong nhật ký' })).toHaveValue('dung dinh')
    expect((await entries()).length).toBe(1)
    await desk.user.click(screen.getByRole('button', { name: 'Bỏ hết điều kiện' }))
    await waitFor(async () => expect((await entries()).length).toBe(3))
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Loại bản ghi' }), 'Phòng thí nghiệm')
    await waitFor(async () => expect((await entries()).length).toBe(1))
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Loại bản ghi' }), 'Mọi bản ghi')
    await desk.user.type(screen.getByRole('textbox', { name: 'Đến ngày' }), '22/11/26{Enter}')
    expect(await screen.findByText('Không có lần ghi nào như vậy')).toBeInTheDocument()
    const until = screen.getByRole('textbox', { name: 'Đến ngày' })
    expect(until).toHaveValue('22/11/2026')
    await desk.user.clear(until)
    await desk.user.type(until, '11/2026{Enter}')
    expect(until).toHaveAccessibleDescription('Gõ đủ ngày, tháng, năm')
    await desk.user.clear(until)
    await desk.user.keyboard('{Enter}')
    await waitFor(async () => expect((await entries()).length).toBe(3))
  })

  it('grows by itself when something is saved', async () => {
    const desk = await openDesk()
    desk.show(<JournalScreen />)
    expect((await entries()).length).toBe(1)
    await addLab(desk, 'Phòng mới')
    expect(await screen.findByRole('button', { name: 'Phòng thí nghiệm “Phòng mới”' })).toBeInTheDocument()
  })

  it('says what to do when it could not be read, and reads again', async () => {
    const desk = await openDesk()
    desk.failing('changes.sets')
    desk.show(<JournalScreen />)
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    desk.failing(null)
    await desk.user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect((await entries()).length).toBe(1)
  })
})
