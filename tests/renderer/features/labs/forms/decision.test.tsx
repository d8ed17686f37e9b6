// A decision's form: dates as people write them, expiries that are offered and never computed, and the status that would result.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../../components/harness'
import { presentPlace } from '../../../../../renderer/stores/navigation'
import { field, openDesk, type Desk } from './harness'

const save = '{Control>}s{/Control}'
const kind = /^Quyết định việc gì/

async function openNew(): Promise<{ desk: Desk; laboratory: string; accreditation: string }> {
  const desk = await openDesk()
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A' } })
  const { id: accreditation } = await desk.ask('accreditations.save', {
    change: { code: 'VILAS 591', covers: [{ laboratory, site: null }] },
  })
  desk.show()
  desk.open({ form: 'decision', laboratory })
  await waitFor(() => expect(field('Số')).toHaveFocus())
  return { desk, laboratory, accreditation }
}

const decisions = async (desk: Desk, laboratory: string) =>
  (await desk.ask('labs.get', { id: laboratory })).accreditations[0]?.decisions

const preview = () => screen.getByRole('group', { name: 'Tình trạng ngày 23/11/2026 sau khi lưu' })

describe('the form of a decision', () => {
  it.each([
    ['25/11/26', '25/11/2026', '2026-11-25'],
    ['11/2026', '11/2026 (chưa rõ ngày)', '2026-11'],
    ['25-11-2026', '25/11/2026', '2026-11-25'],
    ['ngày 05 tháng 02 năm 2023', '05/02/2023', '2023-02-05'],
  ])(
    'takes %s as the day of signing, says it was understood as %s, and keeps it so',
    async (typed, understood, iso) => {
      const { desk, laboratory } = await openNew()
      await desk.user.type(field('Ngày ký'), typed)
      expect(screen.getByText(`Hiểu là ${understood}`)).toBeVisible()
      expect(field('Ngày ký')).toHaveValue(typed)
      await desk.user.selectOptions(field(kind), 'grant')
      await desk.user.keyboard(save)
      await screen.findByText('Đã lưu Quyết định (không ghi số).')
      expect(await decisions(desk, laboratory)).toMatchObject([{ signed: { iso } }])
    },
  )

  it('offers three and five years from the start, and enters one only when a person takes it', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Ngày ký'), '07/11/2023')
    expect(screen.queryByText(/Đối chiếu với giấy/)).toBeNull()
    await desk.user.selectOptions(field(kind), 'grant')
    const offers = screen.getAllByRole('button', { name: /^[35] năm/ }).map(({ textContent }) => textContent)
    expect(offers).toEqual([
      '3 năm: 07/11/2026',
      '3 năm trừ 1 ngày: 06/11/2026',
      '5 năm (60 tháng): 07/11/2028',
      '5 năm trừ 1 ngày: 06/11/2028',
    ])
    expect(field('Hiệu lực đến hết ngày')).toHaveValue('')
    await desk.user.click(screen.getByRole('button', { name: '3 năm trừ 1 ngày: 06/11/2026' }))
    expect(field('Hiệu lực đến hết ngày')).toHaveValue('06/11/2026')
    expect(field('Hiệu lực đến hết ngày')).toHaveFocus()
    await desk.user.selectOptions(field(kind), 'extension')
    await desk.user.clear(field('Hiệu lực đến hết ngày'))
    expect(screen.queryByText(/Đối chiếu với giấy/)).toBeNull()
  })

  it('shows what the status would be, and again when the dates change', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Ngày ký'), '07/11/2023')
    await desk.user.selectOptions(field(kind), 'grant')
    await desk.user.type(field('Hiệu lực đến hết ngày'), '06/11/2026')
    await waitFor(() => expect(preview()).toHaveTextContent('VILAS 591: Hết hiệu lực đến 06/11/2026'))
    await desk.user.clear(field('Hiệu lực đến hết ngày'))
    await desk.user.type(field('Hiệu lực đến hết ngày'), '11/2028')
    await waitFor(() => expect(preview()).toHaveTextContent('VILAS 591: Còn hiệu lực đến 11/2028'))
  })

  it('refuses an expiry before the start at the field, until either date is put right', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Ngày ký'), '07/11/2023')
    await desk.user.selectOptions(field(kind), 'grant')
    await desk.user.type(field('Hiệu lực đến hết ngày'), '06/11/2022')
    await desk.user.keyboard(save)
    const wrong = 'Ngày hết hạn ở trước ngày bắt đầu hiệu lực. Hãy xem lại hai ngày.'
    expect(await screen.findByText(wrong)).toBeVisible()
    expect(field('Hiệu lực đến hết ngày')).toHaveFocus()
    expect(field('Hiệu lực đến hết ngày')).toHaveValue('06/11/2022')
    expect(await decisions(desk, laboratory)).toEqual([])
    await desk.user.clear(field('Ngày ký'))
    await desk.user.type(field('Ngày ký'), '07/11/2020')
    await waitFor(() => expect(screen.queryByText(wrong)).toBeNull())
  })

  it('adds a second act by keyboard and sends of a known act only what changed in it', async () => {
    const { desk, laboratory, accreditation } = await openNew()
    await desk.user.type(field('Số'), '893.2022/QĐ-VPCNCL')
    await desk.user.selectOptions(field(kind), 'grant')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Quyết định 893.2022/QĐ-VPCNCL.')
    await waitFor(() => expect(desk.made.at(-1)?.name).not.toBe('decisions.save'))
    screen.getByRole('button', { name: 'Thêm nội dung' }).focus()
    await desk.user.keyboard('{Enter}')
    const second = within(screen.getByRole('group', { name: 'Nội dung 2' }))
    await waitFor(() => expect(second.getByLabelText(kind)).toHaveFocus())
    await desk.user.selectOptions(second.getByLabelText(kind), 'extension')
    await desk.user.keyboard(save)
    await waitFor(async () => expect((await decisions(desk, laboratory))?.[0]?.acts).toHaveLength(2))
    const sent = desk.made.filter(({ name }) => name === 'decisions.save').at(-1)?.input
    const [first] = (await decisions(desk, laboratory))?.[0]?.acts ?? []
    expect(sent).toMatchObject({
      change: { acts: [{ id: first?.id, accreditation, kind: 'grant' }, { kind: 'extension' }] },
    })
    expect((sent as { change: { acts: object[] } }).change.acts[0]).toEqual({
      id: first?.id,
      accreditation,
      kind: 'grant',
    })
  })

  it('leads from the saved decision to its annex, and from there to the lines', async () => {
    const { desk } = await openNew()
    await desk.user.selectOptions(field(kind), 'grant')
    await desk.user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await waitFor(() => expect(field('Mẫu phụ lục')).toHaveFocus())
    expect(field(/^Kèm theo/)).toHaveDisplayValue(/^Công nhận lần đầu/)
    await desk.user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await waitFor(() => expect(presentPlace().screen).toBe('scopeEntry'))
  })

  it('has nothing that axe finds wrong', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Ngày ký'), '07/11/2023')
    await desk.user.selectOptions(field(kind), 'grant')
    expect(await axeFinds(screen.getByRole('complementary'))).toEqual([])
  })
})
