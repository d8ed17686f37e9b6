// The grouped list on the real register: headings in words with their counts, kept in a saved view; a view that reads only in part says so.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useViews } from '../../../../../renderer/stores/views'
import { axeFinds } from '../../../components/harness'
import { openScreens, type Screens } from '../screens'

const tree = () => screen.findByRole('treegrid', { name: 'Phòng thí nghiệm' })
const headings = async () =>
  [...(await tree()).querySelectorAll('[data-group]')].map((row) =>
    [...row.querySelectorAll('strong, strong + span')].map((part) => part.textContent).join(': '),
  )

async function groupBy(desk: Screens, name: string): Promise<void> {
  await desk.user.click(screen.getByRole('button', { name: /^Nhóm theo/ }))
  await desk.user.click(await screen.findByRole('menuitemradio', { name, hidden: true }))
}

/** Asked for until the list knows the view that somebody else has just saved. */
const shown = (id: string) =>
  waitFor(() => {
    act(() => useViews.getState().want(id))
    expect(useViews.getState().active).toBe(id)
  })

describe('the grouped list', () => {
  it('names each group, counts it, and keeps the count of the list', async () => {
    const desk = await openScreens('quang-ninh')
    await screen.findByText('12 phòng')
    await groupBy(desk, 'Tình trạng')
    await waitFor(async () => expect((await headings()).length).toBeGreaterThan(1))
    const found = await headings()
    expect(found.every((heading) => /^[^:]+: \d+ phòng$/.test(heading))).toBe(true)
    expect(found.reduce((sum, heading) => sum + Number(/: (\d+)/.exec(heading)?.[1]), 0)).toBe(12)
    expect(found.at(0)).toMatch(/^(Chưa rõ|Sắp hết hạn|Hết hiệu lực)/)
    expect(screen.getByText('12 phòng', { selector: 'output, p, span, strong' })).toBeVisible()
    expect(await axeFinds(document.body)).toEqual([])
    await groupBy(desk, 'Cơ quan chủ quản')
    await waitFor(async () =>
      expect((await headings()).some((heading) => /thủy sản|Xăng dầu/i.test(heading))).toBe(true),
    )
    await desk.user.click(screen.getByRole('button', { name: /^Nhóm theo/ }))
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Thu gọn mọi nhóm', hidden: true }))
    await waitFor(async () =>
      expect((await tree()).querySelectorAll('[data-index]').length).toBe((await headings()).length),
    )
  })

  it('comes back with the saved view, and says what of a view could not be read', async () => {
    const desk = await openScreens('quang-ninh')
    await screen.findByText('12 phòng')
    const definition = (more: object) =>
      JSON.stringify({
        version: 2,
        filter: { text: 'xang dau' },
        sort: { column: 'nameVi', descending: false },
        group: 'scheme',
        layout: { widths: {}, hidden: null, order: ['codes', 'nameVi'] },
        ...more,
      })
    const save = async (name: string, text: string) =>
      (await desk.ask('views.save', { change: { name, area: 'labs', definition: text } })).id
    const whole = await save('Theo chương trình', definition({}))
    await shown(whole)
    await waitFor(async () => expect(await headings()).toEqual(['VILAS: 1 phòng']))
    const names = within(await tree())
      .getAllByRole('columnheader')
      .map((head) => head.textContent)
    expect(names.slice(1, 3)).toEqual(['Mã số', 'Tên phòng'])
    expect(screen.queryByText('đã đổi')).toBeNull()

    const later = await save(
      'Của bản sau',
      definition({ version: 9, group: 'colour', filter: { text: 'b12', hue: 1 } }),
    )
    await shown(later)
    await screen.findByText(/Chế độ xem “Của bản sau” có phần không đọc được/)
    await screen.findByText('1 trong 12 phòng')
    expect(screen.getByRole('grid', { name: 'Phòng thí nghiệm' })).toBeVisible()
  })
})
