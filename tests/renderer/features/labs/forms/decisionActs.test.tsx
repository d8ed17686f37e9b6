// What each kind of act asks for in a decision's form, what is shown before saving, and what is saved with it in one set.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../../components/harness'
import { field, findField, openDesk, type Desk } from './harness'

const save = '{Control>}s{/Control}'
const kind = /^Quyết định việc gì/
const NAME = 'Phòng vật liệu Mẫu'

interface Opened {
  desk: Desk
  laboratory: string
  accreditation: string
}

async function openNew(): Promise<Opened> {
  const desk = await openDesk()
  const { id: owner } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu' } })
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: NAME, owner } })
  const { id: accreditation } = await desk.ask('accreditations.save', {
    change: { code: 'VILAS 591', covers: [{ laboratory, site: null }] },
  })
  await desk.ask('decisions.save', {
    change: {
      kind: 'QD',
      number: '65.2023/QĐ-VPCNCL',
      signed: { iso: '2023-02-08' },
      acts: [{ accreditation, kind: 'grant', expiry: { iso: '2028-02-08' }, annex: { extent: 'complete' } }],
    },
  })
  const page = await desk.ask('labs.get', { id: laboratory })
  const annex = page.accreditations[0]!.decisions[0]!.annexes[0]!.id
  for (const testVi of ['Độ sụt', 'Độ ẩm', 'Thử kéo'])
    await desk.ask('scope.save', { change: { annex, testVi, inclusion: 'included' } })
  desk.show()
  desk.open({ form: 'decision', laboratory })
  await waitFor(() => expect(field('Số')).toHaveFocus())
  return { desk, laboratory, accreditation }
}

const last = async ({ desk, laboratory }: Opened, day?: string) => {
  const page = await desk.ask('labs.get', { id: laboratory, ...(day === undefined ? {} : { day }) })
  return { page, decision: page.accreditations[0]!.decisions.at(-1)! }
}
const preview = () => screen.getByRole('group', { name: 'Tình trạng ngày 23/11/2026 sau khi lưu' })
const shown = (label: string | RegExp) => screen.queryAllByLabelText(label).length > 0

describe('a kind of act', () => {
  it.each([
    ['renewal', ['Hiệu lực đến hết ngày', 'Nhập phụ lục kèm theo'], ['Chỉ cho một số phép thử', 'Tên mới của phòng']],
    ['suspension', ['Đình chỉ đến hết ngày', 'Chỉ cho một số phép thử'], ['Nhập phụ lục kèm theo']],
    ['withdrawal', ['Chỉ cho một số phép thử'], ['Hiệu lực đến hết ngày', 'Nội dung thay đổi']],
    ['change_name', ['Tên mới của phòng', 'Tên mới của cơ quan chủ quản'], ['Hiệu lực đến hết ngày']],
    ['change_owner', ['Cơ quan chủ quản mới'], ['Tên mới của phòng', 'Hiệu lực đến hết ngày']],
    ['change_place', ['Địa chỉ mới'], ['Cơ quan chủ quản mới', 'Hiệu lực đến hết ngày']],
    ['edition_transition', ['Hiệu lực đến hết ngày'], ['Địa chỉ mới', 'Tên mới của phòng']],
  ])('%s asks for %j and not for %j', async (of, asked, left) => {
    const { desk } = await openNew()
    expect(shown('Hiệu lực từ')).toBe(false)
    await desk.user.selectOptions(field(kind), of)
    expect(shown('Hiệu lực từ')).toBe(true)
    const there = (label: string) => shown(label) || screen.queryByRole('button', { name: label }) !== null
    expect(asked.filter((label) => !there(label))).toEqual([])
    expect(left.filter(there)).toEqual([])
    expect(await axeFinds(screen.getByRole('complementary'))).toEqual([])
  })

  it('that was changed keeps showing what was typed for the other one, so that nothing is saved unseen', async () => {
    const { desk } = await openNew()
    await desk.user.selectOptions(field(kind), 'change_name')
    await desk.user.type(field('Tên mới của phòng'), 'Tên khác')
    await desk.user.selectOptions(field(kind), 'withdrawal')
    expect(field('Tên mới của phòng')).toHaveValue('Tên khác')
  })
})

describe('a change of name', () => {
  it('is shown with its day before saving, and holds from that day', async () => {
    const opened = await openNew()
    const { desk } = opened
    await desk.user.selectOptions(field(kind), 'change_name')
    await desk.user.type(field('Tên mới của phòng'), 'Trung tâm Mẫu')
    await waitFor(() => expect(preview()).toHaveTextContent('Chưa rõ ngày nên chưa biết thay đổi bắt đầu từ khi nào.'))
    await desk.user.keyboard(save)
    expect(await screen.findByText(/^Hãy ghi ngày có hiệu lực hoặc ngày ký/)).toBeVisible()
    expect(field('Hiệu lực từ')).toHaveFocus()
    await desk.user.type(field('Hiệu lực từ'), '12/03/2025')
    const words = `Tên phòng từ 12/03/2025: “Trung tâm Mẫu”. Trước đó: “${NAME}”.`
    await waitFor(() => expect(preview()).toHaveTextContent(words))
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Quyết định (không ghi số).')
    expect((await last(opened, '2025-03-11')).page.nameVi).toBe(NAME)
    expect((await last(opened, '2025-03-12')).page.nameVi).toBe('Trung tâm Mẫu')
  })

  it('is corrected in the same form without a second row or a second act', async () => {
    const opened = await openNew()
    const { desk } = opened
    await desk.user.type(field('Ngày ký'), '12/03/2025')
    await desk.user.selectOptions(field(kind), 'change_name')
    await desk.user.type(field('Tên mới của phòng'), 'Trung tâm Mẩu')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Quyết định (không ghi số).')
    await waitFor(() => expect(desk.made.at(-1)?.name).not.toBe('decisions.save'))
    await desk.user.clear(field('Tên mới của phòng'))
    await desk.user.type(field('Tên mới của phòng'), 'Trung tâm Mẫu')
    await desk.user.keyboard(save)
    await waitFor(async () => expect((await last(opened)).page.nameVi).toBe('Trung tâm Mẫu'))
    const { page, decision } = await last(opened)
    expect(page.names).toHaveLength(2)
    expect(decision.acts).toHaveLength(1)
  })
})

describe('a suspension in part', () => {
  it('names lines out of those in force, by filter and all at once, and says how many', async () => {
    const opened = await openNew()
    const { desk } = opened
    await desk.user.type(field('Ngày ký'), '01/11/2026')
    await desk.user.selectOptions(field(kind), 'suspension')
    await waitFor(() => expect(preview()).toHaveTextContent('Phạm vi: đình chỉ toàn bộ 3 dòng từ 01/11/2026'))
    await desk.user.click(field('Chỉ cho một số phép thử'))
    await desk.user.type(await findField('Lọc theo phép thử, sản phẩm, phương pháp'), 'do')
    expect(screen.getAllByRole('checkbox', { name: /Độ/ })).toHaveLength(2)
    expect(screen.queryByRole('checkbox', { name: 'Thử kéo' })).toBeNull()
    await desk.user.click(screen.getByRole('button', { name: 'Chọn 2 dòng đang lọc' }))
    expect(screen.getByText('đã chọn 2 trong 3 dòng')).toBeVisible()
    await waitFor(() => expect(preview()).toHaveTextContent('Phạm vi: đình chỉ 2 trong 3 dòng từ 01/11/2026'))
    expect(preview()).toHaveTextContent('Tình trạng hôm nay: còn hiệu lực → đình chỉ một phần.')
    expect(preview()).toHaveTextContent('Hạn không đổi: 08/02/2028')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Quyết định (không ghi số).')
    const { page, decision } = await last(opened)
    expect(page.status).toBe('partly_suspended')
    expect(decision.acts[0]?.lines.map(({ name }) => name)).toEqual(['Độ sụt', 'Độ ẩm'])
  })

  it('moves in the list by arrows and chooses by Space', async () => {
    const { desk } = await openNew()
    await desk.user.selectOptions(field(kind), 'reduction')
    const [first] = await screen.findAllByRole('checkbox', { name: /Độ|Thử/ })
    first?.focus()
    await desk.user.keyboard('{ArrowDown}{ArrowDown} {Home} ')
    const list = screen.getAllByRole('checkbox', { name: /Độ|Thử/ })
    expect(list.map((box) => (box as HTMLInputElement).checked)).toEqual([true, false, true])
    expect(list.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  })
})

describe('two acts in one decision', () => {
  it('are saved with the annex in one set, and the form then stands on what the register holds', async () => {
    const opened = await openNew()
    const { desk } = opened
    const sets = async () => (await desk.ask('changes.sets', {})).sets.length
    const before = await sets()
    await desk.user.type(field('Ngày ký'), '20/11/2026')
    await desk.user.selectOptions(field(kind), 'renewal')
    await desk.user.type(field('Hiệu lực đến hết ngày'), '20/11/2031')
    await desk.user.click(screen.getByRole('button', { name: 'Nhập phụ lục kèm theo' }))
    const annex = within(screen.getByRole('group', { name: 'Phụ lục' }))
    expect(annex.getByLabelText('Mức')).toHaveDisplayValue('Toàn bộ')
    await desk.user.type(annex.getByLabelText('Số phụ lục'), 'Số 1')
    await desk.user.click(screen.getByRole('button', { name: 'Thêm nội dung' }))
    const second = within(screen.getByRole('group', { name: 'Nội dung 2' }))
    await desk.user.selectOptions(second.getByLabelText(kind), 'extension')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Quyết định (không ghi số).')
    expect(await sets()).toBe(before + 1)
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Phụ lục' })).toBeNull())
    expect(await screen.findByText('Nội dung này đã có 1 phụ lục trong sổ.')).toBeVisible()
    await desk.user.keyboard(save)
    await screen.findByText('Không có gì thay đổi để lưu.')
    const { decision } = await last(opened)
    expect(decision).toMatchObject({
      acts: [{ kind: 'renewal' }, { kind: 'extension' }],
      annexes: [{ number: 'Số 1', extent: 'complete' }],
    })
  })
})

describe('a number', () => {
  it('that is in the register already is told, however it is spaced, and never in the way', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Số'), '65.2023/QĐ – VPCNCL')
    expect(await screen.findByText(/^Số này đã có trong sổ/)).toBeVisible()
    expect(screen.getByRole('button', { name: `Quyết định 65.2023/QĐ-VPCNCL (08/02/2023) – ${NAME}` })).toBeVisible()
  })
})
