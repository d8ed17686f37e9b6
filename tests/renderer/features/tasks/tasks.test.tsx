// The two lists of work on a real register: what is there and why, one kind of it, the way to where it is done, putting off and taking back.
import { act, screen, waitFor, within } from '@testing-library/react'
import type { JSX } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ExpiriesScreen } from '../../../../renderer/features/tasks/ExpiriesScreen'
import { TasksScreen } from '../../../../renderer/features/tasks/TasksScreen'
import { useDayStore } from '../../../../renderer/stores/day'
import { usePlace } from '../../../../renderer/stores/navigation'
import { useSettled } from '../../../../renderer/stores/settled'
import { TaskCount } from '../../../../renderer/TaskCount'
import { axeFinds } from '../../components/harness'
import { openDesk, type Desk } from '../desk'

const Tasks = (): JSX.Element => <TasksScreen params={usePlace().params} />
const Expiries = (): JSX.Element => <ExpiriesScreen params={usePlace().params} />
const chosen = () => within(screen.getByRole('region', { name: 'Việc đang chọn' }))
const rowOf = (name: RegExp) => screen.findByRole('row', { name })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

const desk = (): Promise<Desk> => openDesk('empty')

async function add(desk: Desk, nameVi: string, code: string, expiry: string): Promise<string> {
  const reference = await desk.ask('reference.get', {})
  const standard = reference.standards.find(({ title }) => title.includes('17025:2017'))!.id
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi } })
  const change = { code, standards: [standard], covers: [{ laboratory, site: null }] }
  const { id: accreditation } = await desk.ask('accreditations.save', { change })
  const acts = [{ accreditation, kind: 'grant' as const, effective: { iso: '2023-01-01' }, expiry: { iso: expiry } }]
  await desk.ask('decisions.save', { change: { kind: 'QD', number: '1/QĐ', signed: { iso: '2023-01-01' }, acts } })
  return accreditation
}

/** One ends in two days, one in 150 days, one ended in the month before. */
async function three(desk: Desk): Promise<void> {
  await add(desk, 'Phòng Gần', 'VILAS 901', '2026-11-25')
  await add(desk, 'Phòng Xa', 'VILAS 902', '2027-04-22')
  await add(desk, 'Phòng Hết', 'VILAS 903', '2026-10')
}

describe('the work', () => {
  it('says that there is none', async () => {
    const opened = await desk()
    const { container } = opened.show(<Tasks />)
    expect(await screen.findByText('Không có việc nào')).toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
  })

  it('tells of the first, before any is chosen, why it is there and what to do, and opens the place', async () => {
    const opened = await desk()
    await three(opened)
    const { container } = opened.show(<Tasks />)
    await rowOf(/Phòng Gần/)
    expect(chosen().getByText('Hết hạn 25/11/2026, còn 2 ngày.')).toBeInTheDocument()
    expect(chosen().getByText(/Hỏi phòng đã nộp hồ sơ công nhận lại chưa/)).toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
    screen.getByRole('grid').focus()
    await opened.user.keyboard('{ArrowDown}')
    expect(chosen().getByText('Đã hết hạn 10/2026, chưa thấy quyết định mới.')).toBeInTheDocument()
    await opened.user.keyboard('{Enter}')
    expect(opened.place()).toMatchObject({ screen: 'lab', params: { section: 'decisions' } })
  })

  it('of one kind is shown alone, with the counts of all kinds beside it', async () => {
    const opened = await openDesk('quang-ninh')
    opened.show(<Tasks />)
    const kind = await button(/^Phiên bản tiêu chuẩn cũ \d/)
    const count = Number(/\d+$/.exec(kind.textContent)?.[0])
    await opened.user.click(kind)
    await waitFor(() => expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1)))
    expect(kind).toHaveAttribute('aria-pressed', 'true')
    expect(chosen().getByText(/chỉ được thừa nhận đến hết/)).toBeInTheDocument()
    await opened.user.click(await button(/^Tất cả \d/))
    await waitFor(() => expect(screen.getByRole('grid')).not.toHaveAttribute('aria-rowcount', String(count + 1)))
  })

  it('is put off with a reason, is gone, and is taken back at once', async () => {
    const opened = await desk()
    await three(opened)
    opened.show(<Tasks />)
    await rowOf(/Phòng Gần/)
    await opened.user.click(chosen().getByRole('button', { name: 'Hẹn lại' }))
    const until = screen.getByRole('textbox', { name: 'Đến ngày' })
    expect(until).toHaveValue('23/12/2026')
    await opened.user.clear(until)
    await opened.user.type(until, '23/11/2026{Enter}')
    expect(await screen.findByText(/Ngày hẹn phải sau hôm nay/)).toBeInTheDocument()
    await opened.user.clear(until)
    await opened.user.type(until, '25-12-26')
    await opened.user.type(screen.getByRole('textbox', { name: 'Lý do' }), 'đã nộp hồ sơ{Enter}')
    const said = await screen.findByText('Đã hẹn lại “Phòng Gần” đến 25/12/2026.')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Phòng Gần/ })).not.toBeInTheDocument())
    await opened.user.click(screen.getByRole('switch', { name: 'Hiện cả 1 việc đã hẹn lại' }))
    expect(await rowOf(/Phòng Gần/)).toHaveTextContent('25/12/2026')
    expect(chosen().getByText('Đã hẹn lại đến 25/12/2026: đã nộp hồ sơ')).toBeInTheDocument()
    await opened.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    expect(await screen.findByRole('switch', { name: 'Chưa có việc nào hẹn lại' })).toBeInTheDocument()
    expect((await opened.ask('tasks.list', {})).snoozed).toBe(0)
  })

  it('brings back what was put off, and puts it off again as it was', async () => {
    const opened = await desk()
    const record = await add(opened, 'Phòng Gần', 'VILAS 901', '2026-11-25')
    await opened.ask('tasks.snooze', { record, about: 'expiring', until: '2026-12-01', reason: 'chờ' })
    opened.show(<Tasks />)
    await opened.user.click(await screen.findByRole('switch', { name: 'Hiện cả 1 việc đã hẹn lại' }))
    await rowOf(/Phòng Gần/)
    await opened.user.click(chosen().getByRole('button', { name: 'Bỏ hẹn' }))
    const said = await screen.findByText(/Đã bỏ hẹn “Phòng Gần”/)
    expect((await opened.ask('tasks.list', {})).total).toBe(1)
    await opened.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    await waitFor(async () =>
      expect((await opened.ask('tasks.list', { includeSnoozed: true })).rows[0]?.snoozed).toEqual({
        until: '2026-12-01',
        reason: 'chờ',
      }),
    )
  })

  it('records a surveillance visit that is overdue, and takes it back', async () => {
    const opened = await desk()
    const accreditation = await add(opened, 'Phòng A', 'VILAS 901', '2030-01-01')
    await opened.ask('surveillance.save', { change: { accreditation, due: { iso: '2026-01-01' } } })
    opened.show(<Tasks />)
    await rowOf(/Quá hạn giám sát/)
    await opened.user.click(chosen().getByRole('button', { name: 'Ghi đã giám sát' }))
    await opened.user.type(screen.getByRole('textbox', { name: 'Ngày giám sát' }), 'hôm qua{Enter}')
    expect(await screen.findByText(/Không hiểu ngày này/)).toBeInTheDocument()
    await opened.user.clear(screen.getByRole('textbox', { name: 'Ngày giám sát' }))
    await opened.user.type(screen.getByRole('textbox', { name: 'Ngày giám sát' }), '02/11/2026{Enter}')
    const said = await screen.findByText('Đã ghi lần giám sát của “Phòng A”.')
    expect(await screen.findByText('Không có việc nào')).toBeInTheDocument()
    await opened.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    expect(await rowOf(/Quá hạn giám sát/)).toBeInTheDocument()
  })

  it('can be read, not put off, by who may not edit and on another day', async () => {
    const opened = await openDesk('quang-ninh', 'viewer')
    opened.show(<Tasks />)
    await rowOf(/Sắp hết hạn.*Xăng dầu B12/)
    expect(chosen().getByRole('button', { name: 'Hẹn lại' })).toBeDisabled()
  })

  it('follows the day that is looked at', async () => {
    const opened = await desk()
    await three(opened)
    useDayStore.setState({ asOf: '2026-08-01' })
    opened.show(<Tasks />)
    expect(await rowOf(/Sắp hết hạn.*Phòng Hết/)).toHaveTextContent('Hết hạn 10/2026, còn 61 ngày')
    expect(chosen().getByRole('button', { name: 'Hẹn lại' })).toBeDisabled()
  })

  it('says what failed and tries again', async () => {
    const opened = await desk()
    await three(opened)
    opened.failing('tasks.list')
    opened.show(<Tasks />)
    const again = await button('Thử lại')
    opened.failing(null)
    await opened.user.click(again)
    expect(await rowOf(/Phòng Gần/)).toBeInTheDocument()
  })

  it('is counted beside its name in the rail, without what is put off', async () => {
    const opened = await desk()
    await three(opened)
    const asked = vi.spyOn(window.registry, 'call')
    opened.show(<TaskCount />)
    // not before the first screen has its answers
    expect(asked.mock.calls.filter(([name]) => name === 'tasks.list')).toEqual([])
    act(() => useSettled.setState({ settled: true }))
    expect(await screen.findByText('3')).toBeInTheDocument()
    const { rows } = await opened.ask('tasks.list', {})
    await opened.ask('tasks.snooze', { record: rows[0]!.record, about: rows[0]!.about, until: '2027-01-01' })
    expect(await screen.findByText('2')).toBeInTheDocument()
  })
})

describe('the expiries', () => {
  it('stand on the rungs of the ladder by their end, put off or not, and beside them what has just ended', async () => {
    const opened = await desk()
    await three(opened)
    const { rows } = await opened.ask('tasks.list', {})
    await opened.ask('tasks.snooze', { record: rows[0]!.record, about: 'expiring', until: '2026-12-01' })
    const { container } = opened.show(<Expiries />)
    const picks = await screen.findByRole('group', { name: 'Khoảng thời gian' })
    expect(
      within(picks)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['180 ngày tới 2', '90 ngày tới 1', '60 ngày tới 1', '30 ngày tới 1', 'Hết hôm nay 0', 'Vừa hết hạn 1'])
    expect(await rowOf(/25\/11\/2026/)).toHaveTextContent('01/12/2026')
    expect(await rowOf(/22\/04\/2027/)).toHaveTextContent('150')
    expect(await axeFinds(container)).toEqual([])
    await opened.user.click(await button(/^Vừa hết hạn/))
    expect(await rowOf(/Phòng Hết/)).toHaveTextContent('đã 23')
    await opened.user.click(await button(/^Hết hôm nay/))
    expect(await screen.findByText('Không có công nhận nào trong khoảng này.')).toBeInTheDocument()
  })
})
