// The timeline's arithmetic and its spoken form; the strip of months.
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { addDays } from '../../../db/model/dates/partial'
import { MonthStrip } from '../../../renderer/components/MonthStrip'
import { draw, type TimelineItem } from '../../../renderer/components/timeline/scale'
import { Timeline } from '../../../renderer/components/timeline/Timeline'
import { axeFinds, show } from './harness'

const day = '2026-11-23'
const grant: TimelineItem = {
  id: 'g',
  label: 'Công nhận lần đầu',
  note: '945.2019/QĐ-VPCNCL',
  kind: 'validity',
  from: '2019-12-10',
  to: '2022-03-13',
}
const renewal: TimelineItem = { id: 'r', label: 'Công nhận lại', kind: 'validity', from: '2023-11', to: '2026-11-25' }

describe('scale', () => {
  it('draws acts in proportion to their days, within the drawing, and overlapping ones in different lanes', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2005-01-01', count))
    const item = fc.record({ from: days, length: fc.integer({ min: 0, max: 2000 }) })
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 300, max: 2000 }),
        (acts, width) => {
          const items = acts.map(({ from, length }, index): TimelineItem => ({
            id: String(index),
            label: '',
            kind: 'validity',
            from,
            to: addDays(from, length),
          }))
          const { spans, today } = draw(items, day, width)
          expect(spans).toHaveLength(items.length)
          expect(today).toBeGreaterThan(0)
          expect(today).toBeLessThan(width)
          for (const span of spans) {
            expect(span.left).toBeGreaterThanOrEqual(0)
            expect(span.right).toBeLessThanOrEqual(width + 2)
            const others = spans.filter((other) => other !== span && other.lane === span.lane)
            for (const other of others)
              expect(other.left >= span.right - 2.01 || other.right - 2.01 <= span.left).toBe(true)
          }
        },
      ),
    )
  })

  it('leaves the part of an imprecise date open', () => {
    const [span] = draw([renewal], day, 1000).spans
    expect(span?.soft).toBe(true)
    expect(span?.softFrom).toBeGreaterThan(span?.left ?? 0)
    expect(span?.softTo).toBe(span?.right)
    expect(draw([grant], day, 1000).spans[0]).toMatchObject({ soft: false })
  })

  it('reaches to the edge when the end is unlimited or not known', () => {
    for (const to of ['none', null])
      expect(draw([{ ...grant, to }], day, 700).spans[0]).toMatchObject({ right: 700, soft: true })
  })
})

describe('Timeline', () => {
  it('tells every act in a sentence, also one that cannot be drawn', async () => {
    const unknown: TimelineItem = { id: 'u', label: 'Mở rộng', kind: 'change', from: null }
    const { container } = show(<Timeline label="Diễn biến" day={day} items={[grant, renewal, unknown]} />)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Công nhận lần đầu 945.2019/QĐ-VPCNCL, từ 10/12/2019 đến 13/03/2022',
      'Công nhận lại, từ 11/2023 đến 25/11/2026',
      'Mở rộng',
    ])
    expect(await axeFinds(container)).toEqual([])
  })

  it('can be used by keyboard where an act leads somewhere', async () => {
    const user = userEvent.setup()
    const onPick = vi.fn<(chosen: string) => void>()
    show(<Timeline label="Diễn biến" day={day} items={[grant]} onPick={onPick} />)
    await user.tab()
    await user.keyboard('{Enter}')
    expect(onPick).toHaveBeenCalledWith('g')
  })
})

describe('MonthStrip', () => {
  const marks = Array.from({ length: 13 }, (_, index) => ({
    id: String(index),
    label: `VILAS ${index}`,
    expiry: '2026-12-01',
  }))

  it('names each month with its count and opens its list', async () => {
    const user = userEvent.setup()
    const onOpen = vi.fn<(chosen: string) => void>()
    const { container } = show(
      <MonthStrip
        label="Hết hạn theo tháng"
        months={[
          { month: '2026-11', count: 0, marks: [] },
          { month: '2026-12', count: marks.length, marks },
        ]}
        onOpen={onOpen}
      />,
    )
    expect(screen.getByRole('button', { name: 'Tháng 11/2026: không có công nhận nào hết hạn' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Tháng 12/2026: 13 công nhận hết hạn' }))
    expect(onOpen).toHaveBeenCalledWith('2026-12')
    expect(screen.getByText('+3')).toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
  })
})
