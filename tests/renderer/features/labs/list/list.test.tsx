// The list of laboratories on the real register: search, filters as chips, order, what it says when nothing is there, and the way back.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { paletteSources } from '../../../../../renderer/actions/palette'
import { axeFinds } from '../../../components/harness'
import { grid, openScreens, rowTexts, type Screens } from '../screens'

const count = () => screen.findByText(/^\d+( trong \d+)? phòng/)
const search = () => screen.getByRole('searchbox', { name: 'Tìm trong danh sách' })
const chips = () => within(screen.getByRole('list', { name: 'Điều kiện lọc' })).getAllByRole('listitem')
const toolbar = () => within(screen.getByRole('group', { name: 'Tìm và lọc' }))
const lastQuestion = (desk: Screens) =>
  desk.made.findLast(({ name, input }) => name === 'labs.list' && (input as { sort?: string }).sort !== undefined)
    ?.input

async function type(desk: Screens, text: string): Promise<void> {
  await desk.user.clear(search())
  fireEvent.change(search(), { target: { value: text } })
}

describe('the list of laboratories', () => {
  it('shows all of them in Vietnamese order with their count, sound to axe', async () => {
    await openScreens('quang-ninh')
    expect(await count()).toHaveTextContent('12 phòng')
    await waitFor(() => expect(rowTexts()).toHaveLength(12))
    expect(rowTexts()).toEqual(rowTexts().toSorted(new Intl.Collator('vi').compare))
    expect(await axeFinds(document.body)).toEqual([])
  })

  it.each([
    ['thuy san', /KHKT/],
    ['thuyr sanr', /KHKT/],
    ['thủy sản'.normalize('NFD'), /KHKT/],
    ['VILAS 512', /KHKT/],
    ['vilas-0512', /KHKT/],
    ['vilas16', /Xăng dầu B12/],
  ])('finds one laboratory for “%s” and says so in a chip', async (text, name) => {
    const desk = await openScreens('quang-ninh')
    await count()
    await type(desk, text)
    await screen.findByText('1 trong 12 phòng')
    expect(rowTexts()).toEqual([expect.stringMatching(name)])
    expect(screen.getByRole('button', { name: `Bỏ điều kiện: tìm: ${text}` })).toBeVisible()
  })

  it('begins at the top again with another filter and another order', async () => {
    const desk = await openScreens('sample')
    await waitFor(() => expect(rowTexts().length).toBeGreaterThan(5))
    const scrolled = () => {
      act(() => {
        grid().scrollTop = 300
        fireEvent.scroll(grid())
      })
      expect(grid().scrollTop).toBe(300)
    }
    scrolled()
    await type(desk, 'mẫu')
    expect(grid().scrollTop).toBe(0)
    scrolled()
    await desk.user.click(screen.getByRole('button', { name: 'Mã số' }))
    expect(grid().scrollTop).toBe(0)
  })

  it('takes conditions away one by one, and all together', async () => {
    const desk = await openScreens('quang-ninh')
    await count()
    await desk.user.click(toolbar().getByRole('button', { name: 'Tình trạng' }))
    await desk.user.click(await screen.findByRole('checkbox', { name: 'Sắp hết hạn' }))
    await desk.user.keyboard('{Escape}')
    await type(desk, 'xang dau')
    await screen.findByText('1 trong 12 phòng')
    expect(chips().map((chip) => chip.textContent)).toEqual(['tìm: xang dau', 'tình trạng: sắp hết hạn'])
    await desk.user.click(within(chips()[0]!).getByRole('button'))
    await screen.findByText('2 trong 12 phòng')
    expect(search()).toHaveValue('')
    await type(desk, 'b12')
    await screen.findByText('1 trong 12 phòng')
    await desk.user.click(screen.getByRole('button', { name: 'Bỏ hết điều kiện' }))
    await screen.findByText('12 phòng')
  })

  it('says which condition to drop when nothing is left, and what is found without it', async () => {
    const desk = await openScreens('quang-ninh')
    await count()
    await desk.user.click(toolbar().getByRole('button', { name: 'Tình trạng' }))
    await desk.user.click(await screen.findByRole('checkbox', { name: 'Sắp hết hạn' }))
    await desk.user.keyboard('{Escape}')
    await type(desk, 'thuy san')
    const best = await screen.findByRole('button', { name: 'Bỏ “tìm: thuy san” thì có 2 mục' })
    expect(screen.getByRole('button', { name: 'Bỏ “tình trạng: sắp hết hạn” thì có 1 mục' })).toBeVisible()
    await desk.user.click(best)
    await screen.findByText('2 trong 12 phòng')
  })

  it('sorts by a column, the other way round at the second press', async () => {
    const desk = await openScreens('quang-ninh')
    await count()
    await desk.user.click(screen.getByRole('button', { name: 'Mã số' }))
    await waitFor(() => expect(rowTexts()[0]).toMatch(/Xăng dầu B12/))
    expect(lastQuestion(desk)).toMatchObject({ sort: 'code', descending: false })
    await desk.user.click(screen.getByRole('button', { name: 'Mã số' }))
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: /Mã số/ })).toHaveAttribute('aria-sort', 'descending'),
    )
    expect(lastQuestion(desk)).toMatchObject({ sort: 'code', descending: true })
  })

  it('begins a search when a letter is typed in the rows, and Esc clears it and goes back to them', async () => {
    const desk = await openScreens('quang-ninh')
    await waitFor(() => expect(rowTexts()).toHaveLength(12))
    grid().focus()
    await desk.user.keyboard('xang')
    expect(search()).toHaveFocus()
    await screen.findByText('1 trong 12 phòng')
    await desk.user.keyboard('{Escape}')
    await screen.findByText('12 phòng')
    await desk.user.keyboard('{Escape}')
    expect(grid()).toHaveFocus()
  })

  it('shows the chosen laboratory beside the list, follows the filter, and keeps its place when left and come back to', async () => {
    const desk = await openScreens('quang-ninh')
    const beside = within(screen.getByRole('complementary', { name: 'Chi tiết' }))
    await waitFor(() => expect(rowTexts()).toHaveLength(12))
    expect(beside.getByText(/Chọn một phòng trong danh sách/)).toBeVisible()
    grid().focus()
    await desk.user.keyboard('{End}')
    await beside.findByRole('heading', { name: /^Trung tâm kỹ thuật Tiêu chuẩn/ })
    await type(desk, 'b12')
    await beside.findByRole('heading', { name: 'Phòng thử nghiệm Xăng dầu B12' })
    await desk.user.click(beside.getByRole('button', { name: /^Vì sao/ }))
    expect(beside.getByText(/^Vì vậy ngày 23\/11\/2026 .* 25\/11\/2026/)).toBeVisible()
    grid().focus()
    await desk.user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Phòng thử nghiệm Xăng dầu B12' })
    desk.go('labs')
    await screen.findByText('1 trong 12 phòng')
    expect(grid().querySelector('[data-active]')).toHaveTextContent('Xăng dầu B12')
    await desk.user.click(within(chips()[0]!).getByRole('button'))
    await screen.findByText('12 phòng')
    expect(beside.getByRole('heading', { name: 'Phòng thử nghiệm Xăng dầu B12' })).toBeVisible()
  })

  it('says how many rows are chosen, and forgets them when the filter changes', async () => {
    const desk = await openScreens('quang-ninh')
    await waitFor(() => expect(rowTexts()).toHaveLength(12))
    grid().focus()
    await desk.user.keyboard('{Control>}a{/Control}')
    await screen.findByText('12 phòng, đang chọn 12')
    await desk.user.keyboard('{Escape}')
    await screen.findByText('12 phòng')
    await desk.user.keyboard('{Control>}a{/Control}')
    await type(desk, 'b12')
    await screen.findByText('1 trong 12 phòng')
  })

  it('offers to fill an empty register', async () => {
    await openScreens('empty')
    const empty = (await screen.findByText('Sổ chưa có phòng nào')).parentElement!
    expect(within(empty).getByRole('button', { name: 'Thêm phòng' })).toBeVisible()
  })

  it('says that the list could not be read, and reads it again', async () => {
    const desk = await openScreens('quang-ninh')
    await count()
    desk.fail('labs.list')
    await type(desk, 'xang')
    const alert = await screen.findByRole('alert')
    desk.fail(null)
    await desk.user.click(within(alert).getByRole('button', { name: 'Thử lại' }))
    await screen.findByText('1 trong 12 phòng')
  })
})

describe('the palette', () => {
  it('finds laboratories as the list does, and goes to the page', async () => {
    await openScreens('quang-ninh')
    await count()
    const [source] = paletteSources()
    for (const text of ['vilas-016', 'xawng daauf', 'xang dau b12']) {
      const found = await source!.search(text)
      expect(found.map(({ label, note }) => [label, note])).toEqual([['Phòng thử nghiệm Xăng dầu B12', 'VILAS 016']])
    }
    const [b12] = await source!.search('b12')
    b12!.run()
    await screen.findByRole('heading', { level: 1, name: 'Phòng thử nghiệm Xăng dầu B12' })
  })

  it('finds codes, decisions, owners and standards, and leads to where their laboratories are', async () => {
    const desk = await openScreens('quang-ninh')
    await count()
    const find = async (id: string, text: string) =>
      (
        await paletteSources()
          .find((source) => source.id === id)!
          .search(text)
      ).map(({ label, note }) => [label, note])
    expect(await find('accreditations', 'vilas16')).toEqual([['VILAS 016', 'Phòng thử nghiệm Xăng dầu B12']])
    expect(await find('accreditations', 'xang dau')).toEqual([])
    expect((await find('standards', '17025'))[0]?.[0]).toMatch(/17025/)
    expect((await find('owners', 'xang dau b12'))[0]).toEqual([expect.stringMatching(/Xăng dầu B12/), '1 phòng'])
    const { accreditation } = (await desk.ask('labs.list', { text: 'b12' })).rows[0]!
    const acts = [{ accreditation: accreditation!, kind: 'extension' as const }]
    await desk.ask('decisions.save', { change: { kind: 'QD', number: '893.2022/QĐ-VPCNCL', acts } })
    expect(await find('decisions', '893.2022')).toEqual([['893.2022/QĐ-VPCNCL', 'Phòng thử nghiệm Xăng dầu B12']])
    const [standard] = await paletteSources()
      .find(({ id }) => id === 'standards')!
      .search('15189')
    act(() => standard!.run())
    await screen.findByText(/ trong 12 phòng$/)
    expect(chips()[0]).toHaveTextContent(/tiêu chuẩn: .*15189/)
    const [code] = await paletteSources()
      .find(({ id }) => id === 'accreditations')!
      .search('VILAS: 16')
    act(() => code!.run())
    await screen.findByRole('heading', { level: 1, name: 'Phòng thử nghiệm Xăng dầu B12' })
    expect(desk.made.some(({ name }) => name === 'decisions.find')).toBe(true)
  })
})
