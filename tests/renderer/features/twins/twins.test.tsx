// Likely twins on a real register: the list with its reasons, told apart and called back, and the comparison that ends in a merge and its undo.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MergeScreen } from '../../../../renderer/features/twins/MergeScreen'
import { TwinsScreen } from '../../../../renderer/features/twins/TwinsScreen'
import { usePlace } from '../../../../renderer/stores/navigation'
import { axeFinds } from '../../components/harness'
import { openDesk, type Desk } from '../desk'

const A = 'PTN Hải Hoà'
const B = 'PTN Hải Hòa'

async function twoLabs(desk: Desk): Promise<{ keep: string; other: string }> {
  const add = async (nameVi: string, phone: string) => {
    const { id } = await desk.ask('labs.save', { change: { nameVi, phone } })
    await desk.ask('sites.save', { change: { laboratory: id, address: 'Khu 1, phường Bãi Cháy' } })
    return id
  }
  return { keep: await add(A, '0203 3846360'), other: await add(B, '0203 3846361') }
}

function Here() {
  const { params } = usePlace()
  return <TwinsScreen params={params} />
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const pair = () => screen.findByRole('row', { name: /Hải Hoà.*Hải Hòa.*chỉ khác cách đặt dấu/ })

describe('the list of likely twins', () => {
  it('shows both with the reason and opens their comparison', async () => {
    const desk = await openDesk()
    const { keep, other } = await twoLabs(desk)
    const { container } = desk.show(<Here />)
    expect(await pair()).toBeVisible()
    expect(screen.getByText('1 cặp có thể là một phòng; sổ không tự gộp')).toBeVisible()
    expect(await axeFinds(container)).toEqual([])
    await desk.user.click(button('So sánh và gộp'))
    expect(desk.place()).toEqual({ screen: 'twinCompare', params: { keep, other } })
  })
  it('remembers who is no twin, lists them, and calls them back', async () => {
    const desk = await openDesk()
    await twoLabs(desk)
    desk.show(<Here />)
    await pair()
    await desk.user.click(await screen.findByRole('button', { name: 'Không trùng' }))
    expect(await screen.findByText('Không có cặp nào cần xem')).toBeVisible()
    await desk.user.click(button(/^Đã xác định không trùng/))
    expect(await screen.findByRole('row', { name: /Hải Hoà.*Hải Hòa.*Lan/ })).toBeVisible()
    await desk.user.click(button('Bỏ xác định không trùng'))
    await desk.user.click(button(/^Cần xem/))
    expect(await pair()).toBeVisible()
  })
  it('lets a viewer look and decide nothing', async () => {
    const clerk = await openDesk('quang-ninh', 'viewer')
    clerk.show(<Here />)
    await screen.findByText(/cặp có thể là một phòng/)
    expect(screen.queryByRole('button', { name: 'Không trùng' })).not.toBeInTheDocument()
  })
})

describe('the comparison of two', () => {
  it('merges what was chosen with the keyboard, and its toast takes it back', async () => {
    const desk = await openDesk()
    const { keep, other } = await twoLabs(desk)
    const { container } = desk.show(<MergeScreen params={{ keep, other }} />)
    const phones = await screen.findAllByRole('radio', { name: /^Điện thoại:/ })
    expect(phones[0]).toBeChecked()
    expect(await axeFinds(container)).toEqual([])
    phones[0]!.focus()
    await desk.user.keyboard('{ArrowRight}')
    expect(phones[1]).toBeChecked()
    // the same address word for word is taken for one place, and the person sees it
    expect(screen.getByRole('combobox', { name: /^Địa điểm/ })).toHaveDisplayValue('Là “Khu 1, phường Bãi Cháy”')
    await desk.user.click(await screen.findByRole('button', { name: 'Gộp hai phòng' }))
    expect(await screen.findByText(`Đã gộp “${B}” vào “${A}”.`)).toBeVisible()
    expect(desk.place()).toEqual({ screen: 'lab', params: { id: keep } })
    const page = await desk.ask('labs.get', { id: keep })
    expect([page.nameVi, page.phone, page.sites.length]).toEqual([A, '0203 3846361', 1])
    expect((await desk.ask('labs.get', { id: other })).mergedInto?.id).toBe(keep)
    await desk.user.click(button('Hoàn tác'))
    expect(await screen.findByText(`Đã tách lại “${B}” và “${A}”.`)).toBeVisible()
    expect((await desk.ask('labs.get', { id: other })).trashedAt).toBeNull()
    expect((await desk.ask('labs.get', { id: keep })).phone).toBe('0203 3846360')
  })
  it('keeps equal values out of the way and swaps the sides', async () => {
    const desk = await openDesk()
    const { keep, other } = await twoLabs(desk)
    function Swapping() {
      const { params } = usePlace()
      return <MergeScreen params={params['keep'] === undefined ? { keep, other } : params} />
    }
    desk.show(<Swapping />)
    const names = async () =>
      (await screen.findAllByRole('radio', { name: /^Tên:/ })).map((radio) => radio.getAttribute('aria-label'))
    const before = await names()
    expect(within(screen.getByRole('table')).getAllByRole('radio')).toHaveLength(4)
    await desk.user.click(button('Đổi bên'))
    await waitFor(async () => expect(await names()).toEqual(before.toReversed()))
  })
  it('says that one has gone, and leads back', async () => {
    const desk = await openDesk()
    const { keep, other } = await twoLabs(desk)
    await desk.ask('records.trash', { entity: 'laboratory', id: other })
    desk.show(<MergeScreen params={{ keep, other }} />)
    await desk.user.click(await screen.findByRole('button', { name: 'Về danh sách' }))
    expect(desk.place().screen).toBe('twins')
  })
})
