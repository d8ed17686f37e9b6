// The overview on real registers: every number on the screen opens the list that was counted; what is claimed stands beside what is proved.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LabFilter } from '../../../../db/model/inputs'
import { OverviewScreen } from '../../../../renderer/features/overview/OverviewScreen'
import { useDayStore } from '../../../../renderer/stores/day'
import { useNavigation } from '../../../../renderer/stores/navigation'
import { axeFinds } from '../../components/harness'
import { filterOf, openDesk, TODAY, type Desk } from '../desk'

const panel = (name: string) => screen.findByRole('region', { name })

async function open(kind: 'sample' | 'quang-ninh' | 'empty'): Promise<Desk> {
  const desk = await openDesk(kind)
  desk.show(<OverviewScreen />)
  return desk
}

/** Presses every figure in there and compares the number on it with the list it opens. */
async function expectCounts(desk: Desk, buttons: readonly HTMLElement[]): Promise<void> {
  expect(buttons.length).toBeGreaterThan(0)
  for (const button of buttons) {
    useNavigation.setState({ places: [{ screen: 'here', params: {} }], at: 0 })
    const words = button.getAttribute('aria-label') ?? button.textContent ?? ''
    const shown = Number(/: (\d+)(?: phòng)?$/.exec(words)?.[1] ?? /^\d+/.exec(words)?.[0])
    button.click()
    if (shown === 0) {
      expect([words, desk.place().screen]).toEqual([words, 'here'])
      continue
    }
    const { screen: opened, filter } = filterOf(desk.place()) as { screen: string; filter: LabFilter }
    const list = await desk.ask('labs.list', { ...filter, day: TODAY, limit: 1 })
    expect([words, opened, list.total]).toEqual([words, 'labs', shown])
  }
}

describe('figures', () => {
  it.each(['sample', 'quang-ninh'] as const)(
    'of the register %s open lists with exactly the counted laboratories',
    async (kind) => {
      const desk = await open(kind)
      for (const name of ['Theo tình trạng', 'Theo chương trình', 'Theo lĩnh vực', 'Cần xem lại'])
        await expectCounts(desk, within(await panel(name)).getAllByRole('button'))
      const ends = within(await panel('Hết hạn trong thời gian tới'))
      await expectCounts(
        desk,
        within(ends.getByRole('list', { name: 'Phòng hết hạn trong thời gian tới' })).getAllByRole('button'),
      )
      await expectCounts(
        desk,
        within(screen.getByRole('table', { name: 'Lĩnh vực theo địa bàn' })).getAllByRole('button'),
      )
      const work = within(await panel('Việc cần làm'))
      await expectCounts(desk, work.queryAllByRole('button', { name: /^\d+ phòng/ }))
    },
  )

  it('are six, say how they are counted, and tell apart what two of them gather', async () => {
    await open('sample')
    const statuses = within(await panel('Theo tình trạng'))
    expect(statuses.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Còn hiệu lực: 12',
      'Sắp hết hạn: 6',
      'Hết hiệu lực: 4',
      'Đình chỉ: 4',
      'toàn bộ: 2',
      'một phần: 2',
      'Đã hủy, chưa cấp: 4',
      'đã hủy: 2',
      'chưa cấp: 2',
      'Chưa rõ: 2',
    ])
    expect(statuses.getByRole('button', { name: 'Còn hiệu lực: 12' })).toHaveAccessibleDescription(
      'Mỗi phòng tính một lần, theo công nhận tốt nhất vào ngày 23/11/2026.',
    )
  })

  it('follow the day that is looked at', async () => {
    const desk = await open('sample')
    await panel('Theo tình trạng')
    useDayStore.getState().lookAt('2024-12-31')
    expect(await screen.findByText('32 phòng trong sổ · tính vào ngày 31/12/2024')).toBeInTheDocument()
    const { byStatus } = await desk.ask('overview.get', { day: '2024-12-31' })
    const valid = byStatus.find(({ status }) => status === 'valid')?.labs
    await waitFor(() => expect(screen.getByRole('button', { name: `Còn hiệu lực: ${valid}` })).toBeInTheDocument())
  })
})

describe('the work', () => {
  it('tells how much there is and opens the whole of it', async () => {
    const desk = await open('quang-ninh')
    const { total } = await desk.ask('tasks.list', { limit: 1 })
    await desk.user.click(within(await panel('Việc cần làm')).getByRole('button', { name: `${total} việc` }))
    expect(desk.place()).toEqual({ screen: 'tasks', params: {} })
  })

  it('names the laboratory, its code and why, and opens its page', async () => {
    const desk = await open('quang-ninh')
    const work = within(await panel('Việc cần làm'))
    expect(work.getAllByRole('listitem').length).toBe(10)
    const first = work.getAllByRole('listitem')[0]!
    const name = /^Phòng thử nghiệm Xăng dầu B12 ?VILAS 016 ?Hết hạn 25\/11\/2026, còn 2 ngày$/
    await desk.user.click(within(first).getByRole('button', { name }))
    const lab = await desk.ask('labs.list', { text: 'VILAS 016' })
    expect(desk.place()).toEqual({ screen: 'lab', params: { id: lab.rows[0]?.id, section: 'decisions' } })
  })
})

describe('the months', () => {
  it('name what ends in the month that was chosen', async () => {
    const desk = await open('quang-ninh')
    const ends = within(await panel('Hết hạn trong thời gian tới'))
    expect(ends.getByRole('button', { name: /25\/11\/2026.*VILAS 016.*còn 2 ngày/ })).toBeInTheDocument()
    await desk.user.click(ends.getByRole('button', { name: 'Tháng 02/2027: 1 công nhận hết hạn' }))
    expect(ends.getByRole('heading', { name: 'Tháng 02/2027: 1 công nhận' })).toBeInTheDocument()
    expect(ends.queryByRole('button', { name: /VILAS 016/ })).not.toBeInTheDocument()
  })
})

describe('the matrix', () => {
  it('has one cell in the tab order and goes to the others by arrows, Home and End', async () => {
    const desk = await open('sample')
    const table = await screen.findByRole('table', { name: 'Lĩnh vực theo địa bàn' })
    const cells = within(table).getAllByRole('button')
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([cells[0]])
    cells[0]!.focus()
    await desk.user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toHaveAttribute('data-at', '1:2')
    await desk.user.keyboard('{Home}')
    expect(document.activeElement).toHaveAccessibleName('Phường Đông Triều: 3 phòng')
    await desk.user.keyboard('{ArrowUp}{ArrowUp}{End}')
    expect(document.activeElement).toHaveAccessibleName('Y tế: 4 phòng')
    await desk.user.keyboard('{Enter}')
    expect(filterOf(desk.place())).toEqual({ screen: 'labs', filter: { field: ['medical'] } })
  })

  it('shows the areas with the most laboratories and the others on demand', async () => {
    const desk = await open('sample')
    const table = await screen.findByRole('table', { name: 'Lĩnh vực theo địa bàn' })
    expect(within(table).getAllByRole('rowheader').length).toBe(9)
    await desk.user.click(screen.getByRole('button', { name: 'Xem cả 28 địa bàn' }))
    expect(within(table).getAllByRole('rowheader').length).toBe(29)
  })
})

describe('published figures', () => {
  it('stand word for word beside what the register proves, and neither is added to the other', async () => {
    await open('quang-ninh')
    const published = await panel('Số đã công bố và số sổ chứng minh được')
    const claims = within(published)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(claims.map((text) => text?.replace(/\D.*$/, ''))).toEqual(['32', '6', '1', '3'])
    expect(claims.every((text) => text?.endsWith('không ghi ngày'))).toBe(true)
    expect(published).toHaveTextContent('“Trong đó” có thể là 3 trong 32, hoặc 3 trong cả 39 phòng.')
    expect(published).toHaveTextContent('12 phòng có nguồn, trong đó 5 ghi VILAS; chưa xác định phòng nào thuộc 32.')
  })
})

describe('the screen', () => {
  it('greets once on a machine, offers three things and blocks nothing', async () => {
    const desk = await open('quang-ninh')
    const card = await screen.findByRole('region', { name: /Chào bạn/ })
    expect(within(card).getAllByRole('listitem').length).toBe(3)
    await desk.user.click(within(card).getByRole('button', { name: /Tìm “thuy san”/ }))
    expect(filterOf(desk.place())).toEqual({ screen: 'labs', filter: { text: 'thuy san' } })
    await desk.user.click(within(card).getByRole('button', { name: 'Đã hiểu, không hiện nữa' }))
    expect(card).not.toBeInTheDocument()
    desk.show(<OverviewScreen />)
    await waitFor(() => expect(screen.getAllByRole('region', { name: 'Việc cần làm' }).length).toBe(2))
    expect(screen.queryByRole('region', { name: /Chào bạn/ })).not.toBeInTheDocument()
  })

  it('says what is missing and where to begin in an empty register', async () => {
    const desk = await open('empty')
    expect(await screen.findByText('Sổ chưa có phòng nào')).toBeInTheDocument()
    await desk.user.click(screen.getByRole('button', { name: 'Mở danh sách phòng' }))
    expect(filterOf(desk.place())).toEqual({ screen: 'labs', filter: {} })
  })

  it('says what to do when it could not be read, and reads again', async () => {
    const desk = await openDesk('quang-ninh')
    desk.failing('overview.get')
    desk.show(<OverviewScreen />)
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    desk.failing(null)
    await desk.user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await panel('Việc cần làm')).toBeInTheDocument()
  })

  it('tells the savings of the week and leads to the journal', async () => {
    const desk = await open('quang-ninh')
    const recent = within(await panel('Thay đổi trong 7 ngày qua'))
    expect(recent.getByText('Nạp các phòng đã công bố của tỉnh Quảng Ninh')).toBeInTheDocument()
    await desk.user.click(recent.getByRole('button', { name: 'Mở nhật ký' }))
    expect(desk.place().screen).toBe('journal')
  })

  it('is sound to axe', async () => {
    const desk = await openDesk('quang-ninh')
    const { container } = desk.show(<OverviewScreen />)
    await panel('Việc cần làm')
    expect(await axeFinds(container)).toEqual([])
  })
})
