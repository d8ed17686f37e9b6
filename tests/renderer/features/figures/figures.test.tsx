// The figures on real registers: each number with its rule and exactly the names behind it, what changed since another day, and the copy.
import { screen, waitFor, within } from '@testing-library/react'
import type { JSX } from 'react'
import { describe, expect, it } from 'vitest'
import { FiguresScreen } from '../../../../renderer/features/figures/FiguresScreen'
import { useDayStore } from '../../../../renderer/stores/day'
import { usePlace } from '../../../../renderer/stores/navigation'
import { axeFinds } from '../../components/harness'
import { openDesk, TODAY } from '../desk'

const Figures = (): JSX.Element => <FiguresScreen params={usePlace().params} />
const rules = () => screen.findByRole('navigation', { name: 'Các số liệu' })

describe('the figures', () => {
  it.each(['sample', 'quang-ninh'] as const)(
    'of the register %s list exactly as many names as they say, one after the other',
    async (kind) => {
      const desk = await openDesk(kind)
      const { container } = desk.show(<Figures />)
      const heads = await desk.ask('figures.list', { day: TODAY })
      for (const { name, value, wording } of heads) {
        await desk.user.click(within(await rules()).getByRole('button', { name: new RegExp(`^${name}`) }))
        const sheet = await screen.findByRole('region', { name })
        expect(within(sheet).getByText(wording)).toBeInTheDocument()
        expect(within(sheet).getByRole('heading', { level: 2 })).toHaveTextContent(`${value} ${name}`)
        expect(within(sheet).getByRole('grid')).toHaveAttribute('aria-rowcount', String(value + 1))
      }
      expect(await axeFinds(container)).toEqual([])
    },
  )

  it('say what is published beside what the register has', async () => {
    const desk = await openDesk('quang-ninh')
    desk.show(<Figures />)
    await desk.user.click(within(await rules()).getByRole('button', { name: /Phòng LAS, VILAS đã công bố 32/ }))
    expect(await screen.findByText('Nguồn ngoài nêu 32; sổ có 5 theo cách đếm trên.')).toBeInTheDocument()
    expect(screen.getByText(/Toàn tỉnh hiện có 32 phòng thí nghiệm/)).toBeInTheDocument()
  })

  it('open the laboratory from a name at the keyboard', async () => {
    const desk = await openDesk('quang-ninh')
    desk.show(<Figures />)
    const { names } = await desk.ask('figures.evaluate', { rule: 'labs_in_force', day: TODAY })
    const grid = await screen.findByRole('grid')
    grid.focus()
    await desk.user.keyboard('{Home}{Enter}')
    expect(desk.place()).toEqual({ screen: 'lab', params: { id: names[0]?.lab } })
  })

  it('tell who came and who went since another day, a year before unless told', async () => {
    const desk = await openDesk('quang-ninh')
    desk.show(<Figures />)
    expect(await screen.findByText(/^23\/11\/2025: \d+ → 23\/11\/2026: 2/)).toBeInTheDocument()
    const field = screen.getByRole('textbox', { name: 'So với ngày' })
    await desk.user.clear(field)
    await desk.user.type(field, '2023{Enter}')
    expect(await screen.findByText('Cần đủ ngày, tháng, năm.')).toBeInTheDocument()
    await desk.user.clear(field)
    await desk.user.type(field, '01/10/2023{Enter}')
    const came = within(await screen.findByRole('region', { name: 'Thêm 2' }))
    expect(came.getByText(/^VILAS 016 – từ 01\/11\/2023 còn hiệu lực/)).toBeInTheDocument()
    await desk.user.click(came.getByRole('button', { name: 'Phòng thử nghiệm Xăng dầu B12' }))
    expect(desk.place().screen).toBe('lab')
  })

  it('go to the clipboard with their rule, both times and all names', async () => {
    const desk = await openDesk('quang-ninh')
    desk.show(<Figures />)
    await desk.user.click(await screen.findByRole('button', { name: 'Sao chép' }))
    await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('Phòng còn được công nhận: 2'))
    const lines = (await navigator.clipboard.readText()).split('\r\n')
    expect(lines[2]).toMatch(/xem tại ngày 23\/11\/2026 · theo sổ lúc .* · vân tay/)
    expect(lines.slice(4).map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['STT', 'Phòng', 'Mã số'],
      ['1', expect.stringContaining('Vinacontrol'), ''],
      ['2', 'Phòng thử nghiệm Xăng dầu B12', 'VILAS 016'],
    ])
  })

  it('follow the day that is looked at', async () => {
    const desk = await openDesk('quang-ninh')
    useDayStore.setState({ asOf: '2026-11-26' })
    desk.show(<Figures />)
    const sheet = await screen.findByRole('region', { name: 'Phòng còn được công nhận' })
    expect(within(sheet).getByRole('heading', { level: 2 })).toHaveTextContent('1 Phòng còn được công nhận')
  })

  it('say what failed and try again', async () => {
    const desk = await openDesk('quang-ninh')
    desk.failing('figures.evaluate')
    desk.show(<Figures />)
    const again = await screen.findByRole('button', { name: 'Thử lại' })
    desk.failing(null)
    await desk.user.click(again)
    expect(await screen.findByRole('grid')).toBeInTheDocument()
  })
})
