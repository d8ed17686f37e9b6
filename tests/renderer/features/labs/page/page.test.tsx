// A laboratory's page on the two real registers: truth and reasons, what is only claimed, signatories, scope, history, trash.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { presentPlace } from '../../../../../renderer/stores/navigation'
import { usePaperWish } from '../../../../../renderer/stores/paperWish'
import { axeFinds } from '../../../components/harness'
import { openScreens, type Screens } from '../screens'

const part = (name: string): HTMLElement => screen.getByRole('region', { name })
const index = () => within(screen.getByRole('navigation', { name: 'Các phần của trang' }))

async function openPage(desk: Screens, text: string): Promise<string> {
  const id = await desk.idOf(text)
  desk.go('lab', { id })
  await screen.findByRole('navigation', { name: 'Các phần của trang' })
  return id
}

describe('the page of a real laboratory', () => {
  it('says in one line until when B12 is valid, how long that is and what is doubtful, and why', async () => {
    const desk = await openScreens('quang-ninh')
    await openPage(desk, 'B12')
    expect(screen.getByText('Còn hiệu lực đến 25/11/2026 — còn 2 ngày; chưa xác minh')).toBeVisible()
    const card = part('VILAS 016')
    expect(within(card).queryByText(/^Vì vậy ngày/)).not.toBeVisible()
    await desk.user.click(within(card).getByRole('button', { name: /^Vì sao/ }))
    expect(
      within(card)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining('11/2023'),
        expect.stringMatching(/^Vì vậy ngày 23\/11\/2026/),
        expect.stringMatching(/26\/11\/2026, hết hiệu lực/),
      ]),
    )
    expect(within(part('Quyết định')).getByText('11/2023')).toBeVisible()
    expect(within(part('Quyết định')).getByText(/chưa rõ ngày/)).toBeVisible()
    expect(await axeFinds(document.body)).toEqual([])
  })

  it('keeps a blank code blank, over all three places of Vinacontrol', async () => {
    const desk = await openScreens('quang-ninh')
    await openPage(desk, 'Vinacontrol')
    const card = part('Chưa có mã số')
    for (const place of ['Địa điểm 1', 'Địa điểm 2', 'Địa điểm 3']) {
      expect(within(card).getByText(place)).toBeVisible()
      expect(within(part('Địa điểm')).getByRole('heading', { name: place })).toBeVisible()
    }
    expect(within(part('Cần xem lại 5 điều')).getByText('thiếu mã số')).toBeVisible()
  })

  it('keeps both statements about VILAS MED 131 apart from facts, and warns that they disagree', async () => {
    const desk = await openScreens('quang-ninh')
    await openPage(desk, 'VILAS MED 131')
    expect(screen.getByText(/^Chưa rõ: mới chỉ được nêu/)).toBeVisible()
    const sources = within(part('Nguồn'))
    expect(sources.getByText('Mã: “VILAS MED 131”')).toBeVisible()
    expect(sources.getByText(/^Tổ chức công nhận: “.*AOSC.*”$/)).toBeVisible()
    expect(screen.getByText('mã số và tổ chức công nhận không khớp')).toBeVisible()
    expect(within(part('Quyết định')).getByText(/^Chưa có quyết định nào/)).toBeVisible()
    expect(within(part('Phạm vi')).getByText(/^Chưa có dòng phạm vi nào/)).toBeVisible()
    expect(index().queryByRole('button', { name: 'Người ký' })).toBeNull()
  })

  it('shows a change in its history, field by field, with what stood there before', async () => {
    const desk = await openScreens('quang-ninh')
    const id = await openPage(desk, 'B12')
    const { seq } = await desk.ask('labs.get', { id })
    await act(() => desk.ask('labs.save', { id, seen: seq, change: { manager: 'Người Mẫu' }, reason: 'theo công văn' }))
    const history = within(part('Lịch sử'))
    const line = await history.findByText('Người Mẫu')
    expect(line.closest('article, li, section, div')?.parentElement).toHaveTextContent(/Người quản lý/)
    expect(history.getByText(/theo công văn/)).toBeVisible()
    await waitFor(() => expect(within(part('Thông tin chung')).getByText('Người Mẫu')).toBeVisible())
  })

  it('goes to the trash with a way back at once, and says where it is until then', async () => {
    const desk = await openScreens('quang-ninh')
    await openPage(desk, 'B12')
    await desk.user.click(screen.getByRole('button', { name: 'Việc khác' }))
    await desk.user.click(await screen.findByRole('menuitem', { name: /thùng rác/ }))
    expect(await screen.findByText(/^Phòng này đang ở trong thùng rác từ/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sửa' })).toBeNull()
    expect((await desk.ask('labs.list', {})).total).toBe(11)
    await desk.user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await waitFor(() => expect(screen.queryByText(/^Phòng này đang ở trong thùng rác từ/)).toBeNull())
    expect((await desk.ask('labs.list', {})).total).toBe(12)
  })

  it('steps from part to part with Ctrl+PageDown and back, and opens a window of its own', async () => {
    const desk = await openScreens('quang-ninh')
    const id = await openPage(desk, 'B12')
    await desk.user.keyboard('{Control>}{PageDown}{/Control}')
    expect(part('Quyết định')).toHaveFocus()
    await desk.user.keyboard('{Control>}{PageDown}{/Control}')
    expect(part('Phạm vi')).toHaveFocus()
    await desk.user.keyboard('{Control>}{PageUp}{/Control}')
    expect(part('Quyết định')).toHaveFocus()
    const openWindow = vi.fn(() => Promise.resolve())
    Object.assign(window, { shell: { openWindow } })
    await desk.user.click(screen.getByRole('button', { name: 'Việc khác' }))
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Mở trong cửa sổ mới' }))
    expect(openWindow).toHaveBeenCalledWith({ screen: 'lab', id })
  })
})

describe('the page of a sample laboratory', () => {
  it('names who may sign what under which annex', async () => {
    const desk = await openScreens('sample')
    const { rows } = await desk.ask('labs.list', { status: 'valid', limit: 32 })
    const pages = await Promise.all(rows.map(({ id }) => desk.ask('labs.get', { id })))
    const lab = pages.find((each) =>
      each.accreditations.some(({ decisions }) =>
        decisions.some(({ annexes }) => annexes.some((annex) => annex.signatories.length > 0)),
      ),
    )!
    desk.go('lab', { id: lab.id })
    const table = await screen.findByRole('table', { name: 'Người ký' })
    const [signatory] = lab.accreditations.flatMap(({ decisions }) =>
      decisions.flatMap(({ annexes }) => annexes.flatMap(({ signatories }) => signatories)),
    )
    const row = within(table).getByRole('row', { name: new RegExp(signatory!.name) })
    expect(row).toHaveTextContent(signatory!.printed!)
    expect(row).toHaveTextContent(signatory!.fields[0]!)
    expect(index().getByRole('button', { name: 'Người ký' })).toBeVisible()
  })

  it('filters its scope by words, says when nothing fits, and shows every line again', async () => {
    const desk = await openScreens('sample')
    const { rows } = await desk.ask('labs.list', { status: 'valid', field: 'chemical', limit: 1 })
    desk.go('lab', { id: rows[0]!.id })
    const box = await screen.findByRole('searchbox', { name: 'Lọc phạm vi' })
    const scope = within(part('Phạm vi'))
    await scope.findAllByText(/^\d+ dòng$/)
    await desk.user.type(box, 'zzzz')
    await scope.findAllByText('Không có dòng nào có chữ “zzzz”.')
    await desk.user.click(scope.getAllByRole('button', { name: 'Xem mọi dòng' })[0]!)
    await scope.findAllByText(/^\d+ dòng$/)
    expect(box).toHaveValue('')
  })

  it('says that two accreditations differ, and strikes the end of a withdrawn one', async () => {
    const desk = await openScreens('sample')
    const all = (await desk.ask('labs.list', { limit: 32 })).rows
    desk.go('lab', { id: all.find(({ hasExpired }) => hasExpired)!.id })
    await screen.findByText(/có công nhận khác đã hết hiệu lực/)
    desk.go('lab', { id: all.find(({ status }) => status === 'withdrawn')!.id })
    await screen.findByText('Đã bị hủy bỏ công nhận')
    expect(screen.getAllByText(/hạn ghi trên quyết định/)[0]!.closest('s')).not.toBeNull()
  })
})

describe('papers about the laboratory', () => {
  const wished = () => {
    const { wish, lab, asked } = usePaperWish.getState()
    return { wish, lab: lab?.name, asked, screen: presentPlace().screen }
  }
  it.each([
    ['Control>}{Alt>}d', (id: string) => ({ kind: 'lab', id })],
    ['Control>}{Alt>}u', (id: string) => ({ kind: 'reminder', labs: [id] })],
  ])('are asked for by key: %s', async (key, wish) => {
    const desk = await openScreens('quang-ninh')
    const id = await openPage(desk, 'B12')
    await desk.user.keyboard(`{${key}{/Alt}{/Control}`)
    expect(wished()).toEqual({
      wish: wish(id),
      lab: 'Phòng thử nghiệm Xăng dầu B12',
      asked: true,
      screen: 'documents',
    })
  })

  it('the history is of the card that asks, of the only accreditation, or of the one that is then chosen', async () => {
    const desk = await openScreens('quang-ninh')
    const id = await openPage(desk, 'B12')
    const [only] = (await desk.ask('labs.get', { id })).accreditations
    await desk.user.click(within(part('VILAS 016')).getByRole('button', { name: 'Lịch sử công nhận…' }))
    expect(wished()).toMatchObject({ wish: { kind: 'accreditation', id: only!.id }, asked: true })
    await openPage(desk, 'B12')
    await desk.user.keyboard('{Control>}{Alt>}h{/Alt}{/Control}')
    expect(wished()).toMatchObject({ wish: { kind: 'accreditation', id: only!.id }, asked: true })
    await desk.ask('accreditations.save', {
      change: { code: 'LAS-XD 9981', covers: [{ laboratory: id, site: null }] },
    })
    await openPage(desk, 'B12')
    await screen.findByRole('region', { name: 'LAS-XD 9981' })
    await desk.user.keyboard('{Control>}{Alt>}h{/Alt}{/Control}')
    expect(wished()).toMatchObject({ wish: { kind: 'accreditation', id: '' }, asked: false, screen: 'documents' })
  })
})

describe('a page that cannot be shown', () => {
  it('says that there is no such laboratory, with the way back to the list', async () => {
    const desk = await openScreens('empty')
    desk.go('lab', { id: '01a20ae5-9063-7625-9491-7d5030253629' })
    await desk.user.click(await screen.findByRole('button', { name: /danh sách/ }))
    await screen.findByRole('heading', { level: 1, name: 'Phòng thí nghiệm' })
  })

  it('says that it could not be read, and reads it again', async () => {
    const desk = await openScreens('quang-ninh')
    desk.fail('labs.get')
    desk.go('lab', { id: await desk.idOf('B12') })
    const alert = await screen.findByRole('alert')
    desk.fail(null)
    await desk.user.click(within(alert).getByRole('button', { name: 'Thử lại' }))
    await screen.findByRole('heading', { level: 1, name: 'Phòng thử nghiệm Xăng dầu B12' })
  })
})
