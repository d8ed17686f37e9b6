// Laboratories and accreditations as a sheet on a real register: typing, pasting, checks per cell, others' changes, drafts, one undo.
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { useKeyboard } from '../../../../../renderer/actions/keyboard'
import { useOpenedLabs } from '../../../../../renderer/features/labs/many/opening'
import { SheetScreen } from '../../../../../renderer/features/labs/sheet/SheetScreen'
import { useDayStore } from '../../../../../renderer/stores/day'
import { openDesk, type Desk } from '../../desk'

const here = () => 'labsSheet'
function Sheet({ of }: { of: string }) {
  useKeyboard(here)
  return <SheetScreen params={{ of }} />
}

const NAMES = ['Phòng A (hư cấu)', 'Phòng B (hư cấu)', 'Phòng C (hư cấu)']

async function begin() {
  const desk = await openDesk()
  const { ask } = desk
  const { id: owner } = await ask('organizations.save', { change: { nameVi: 'Công ty Hải Hòa (hư cấu)' } })
  const { id: other } = await ask('organizations.save', { change: { nameVi: 'Công ty Hải Hoà (hư cấu)' } })
  const labs: string[] = []
  for (const nameVi of NAMES) labs.push((await ask('labs.save', { change: { nameVi, owner } })).id)
  useOpenedLabs.setState({ labs, all: labs.length })
  const read = async () => (await ask('labs.rows', { ids: labs })).rows
  return { desk, labs: labs as [string, string, string], owner, other, read }
}

const field = () => screen.findByLabelText<HTMLTextAreaElement>(/, dòng \d+$/)
async function stand(): Promise<HTMLTextAreaElement> {
  const found = await field()
  act(() => found.focus())
  return found
}
const paste = async (text: string) => fireEvent.paste(await field(), { clipboardData: { getData: () => text } })
/** to a column of the laboratories' sheet, on the row one stands on */
const columns = ['nameVi', 'owner', 'kind', 'manager', 'phone', 'email', 'website', 'nameEn', 'note']
const goTo = ({ user }: Desk, column: string, down = 0) =>
  user.keyboard(
    `{Control>}{Home}{/Control}${'{ArrowRight}'.repeat(columns.indexOf(column))}${'{ArrowDown}'.repeat(down)}`,
  )
const save = ({ user }: Desk) => user.keyboard('{Control>}s{/Control}')
const cell = (text: string) => screen.getByRole('gridcell', { name: text })
const bar = (text: string) => screen.findByText(text, { selector: 'section p' })

beforeEach(() => {
  useDayStore.setState({ asOf: null, recorded: null })
  useOpenedLabs.setState({ labs: [], all: 0 })
})

describe('laboratories as a sheet', () => {
  it('are typed in, filled down and pasted, saved as one set, and taken back by one undo', async () => {
    const { desk, read, other } = await begin()
    const before = await read()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'manager')
    await desk.user.keyboard('Lê A{Enter}')
    await desk.user.keyboard('{ArrowUp}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}')
    await goTo(desk, 'owner')
    await paste('Công ty Hải Hoà (hư cấu)\tThử nghiệm\r\n\tHiệu chuẩn\r\n')
    const set = (await desk.ask('register.info', {})).seq
    await save(desk)
    await screen.findByText('Đã lưu 2 phòng vào sổ.')
    expect((await desk.ask('register.info', {})).seq).toBe(set + 1)
    expect(await read()).toMatchObject([
      { owner: { id: other }, kind: 'testing', manager: 'Lê A' },
      { owner: null, kind: 'calibration', manager: 'Lê A' },
      { manager: null, kind: null },
    ])
    await waitFor(() => expect(screen.queryByText(/chưa lưu/)).toBeNull())
    await desk.user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await expect.poll(read).toEqual(before)
    await waitFor(() => expect(screen.queryByText('Thử nghiệm')).toBeNull())
  })

  it('keep words that mean nothing, say what to do, and save nothing until they do', async () => {
    const { desk, read, owner } = await begin()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'kind', 1)
    await desk.user.keyboard('thử nghịch{Enter}')
    await goTo(desk, 'owner', 2)
    await paste('Công ty Hải Hòà (hư cấu)')
    await goTo(desk, 'nameVi', 0)
    await desk.user.keyboard('{Delete}')
    await screen.findByRole('button', { name: '3 ô cần sửa' })
    await save(desk)
    await screen.findByText('Chưa lưu. Hãy sửa ô được đánh dấu rồi lưu lại.')
    expect(await field()).toHaveAccessibleName('Tên, Phòng A (hư cấu), dòng 1')
    await bar('Hãy điền ô này.')
    expect(screen.getByText('thử nghịch')).toBeInTheDocument()
    expect(screen.getByText('Công ty Hải Hòà (hư cấu)')).toBeInTheDocument()
    await desk.user.keyboard('{Control>}z{/Control}{ArrowRight}{ArrowDown}{ArrowDown}')
    await desk.user.keyboard('Công ty Hải Hòa (hư cấu)')
    await desk.user.keyboard('{Escape}')
    await paste('CÔNG TY HẢI HÒA (hư cấu)')
    await goTo(desk, 'kind', 1)
    await desk.user.keyboard('thu nghiem{Enter}')
    await save(desk)
    await screen.findByText('Đã lưu 1 phòng vào sổ.')
    expect(await read()).toMatchObject([{}, { kind: 'testing' }, { owner: { id: owner } }])
  })

  it('lose nothing of a block that is larger than the sheet without saying so, and take no row more', async () => {
    const { desk } = await begin()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'note', 2)
    await paste('một\thai\r\nba\t\r\n')
    await screen.findByText(/^2 ô dán nằm ngoài bảng/)
    expect(cell('một')).toBeInTheDocument()
    expect(screen.getAllByRole('rowheader')).toHaveLength(3)
    await desk.user.keyboard('{Control>}{Enter}{/Control}{Control>}{Delete}{/Control}')
    expect(screen.getAllByRole('rowheader')).toHaveLength(3)
  })

  it('follow the form and other windows where nothing was typed, and keep what was', async () => {
    const { desk, labs, read } = await begin()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'phone')
    await desk.user.keyboard('của tôi{Enter}')
    await desk.ask('labs.save', { id: labs[0], change: { phone: 'của họ', email: 'ho@mau.vn' } })
    await screen.findByText('ho@mau.vn')
    await goTo(desk, 'phone')
    await bar('Trong sổ: của họ')
    await bar('Trong lúc này ô đã được sửa thành “của họ”. Lưu lần nữa để giữ chữ của bạn, hoặc gõ lại.')
    await save(desk)
    await screen.findByText(/^Chưa lưu: các ô được đánh dấu vừa được sửa/)
    expect((await read())[0]!.phone).toBe('của họ')
    await save(desk)
    await screen.findByText('Đã lưu 1 phòng vào sổ.')
    expect((await read())[0]!.phone).toBe('của tôi')
  })

  it('say by whom a cell was changed where the saving itself meets it', async () => {
    const { desk, labs, read } = await begin()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'nameVi', 1)
    await desk.user.keyboard('Tên tôi{Enter}')
    const { call } = window.registry
    window.registry.call = async (name, input, recorded) => {
      if (name === 'labs.saveMany') {
        window.registry.call = call
        await desk.ask('labs.save', { id: labs[1], change: { nameVi: 'Tên họ' } })
      }
      return call(name, input, recorded)
    }
    await save(desk)
    await bar('Lan đã sửa thành “Tên họ”. Lưu lần nữa để giữ chữ của bạn, hoặc gõ lại.')
    expect((await read())[1]!.nameVi).toBe('Tên họ')
    await bar('Trong sổ: Tên họ')
    await save(desk)
    await screen.findByText('Đã lưu 1 phòng vào sổ.')
    expect((await read())[1]!.nameVi).toBe('Tên tôi')
  })

  it('keep what was typed over leaving, on the register as it is by then, and let go of it when told', async () => {
    const { desk, labs, read } = await begin()
    const first = desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'note', 1)
    await desk.user.keyboard('ghi dở')
    first.unmount()
    await expect.poll(async () => (await desk.ask('drafts.list', {})).length).toBe(1)
    await desk.ask('labs.save', { id: labs[1], change: { phone: '0203 9' } })
    useOpenedLabs.setState({ labs: [labs[0]], all: 1 })
    desk.show(<Sheet of="laboratory" />)
    await screen.findByText('ghi dở')
    expect(screen.getByText('0203 9')).toBeInTheDocument()
    expect(screen.getAllByRole('rowheader')).toHaveLength(2)
    screen.getByText(/1 ô đã sửa, chưa lưu, đã giữ bản nháp · Các ô sửa dở lần trước/)
    await desk.user.click(screen.getByRole('button', { name: 'Bỏ thay đổi' }))
    await waitFor(() => expect(screen.queryByText('ghi dở')).toBeNull())
    await expect.poll(async () => (await desk.ask('drafts.list', {})).length).toBe(0)
    expect((await read())[1]!.note).toBeNull()
  })

  it('hold back a row whose laboratory went to the trash meanwhile', async () => {
    const { desk, labs } = await begin()
    desk.show(<Sheet of="laboratory" />)
    await stand()
    await goTo(desk, 'note', 1)
    await desk.user.keyboard('giữ lại{Enter}')
    await desk.ask('records.trash', { entity: 'laboratory', id: labs[1] })
    await desk.ask('records.trash', { entity: 'laboratory', id: labs[2] })
    await screen.findByRole('img', { name: 'đã vào thùng rác' })
    expect(screen.getAllByRole('rowheader')).toHaveLength(2)
    await save(desk)
    await bar('Mục này đã vào thùng rác. Hãy khôi phục rồi lưu, hoặc bỏ thay đổi.')
    await desk.ask('records.restore', { entity: 'laboratory', id: labs[1] })
    await waitFor(() => expect(screen.queryByRole('img', { name: 'đã vào thùng rác' })).toBeNull())
    await save(desk)
    await screen.findByText('Đã lưu 1 phòng vào sổ.')
  })

  it('are only told about on an earlier day', async () => {
    const { desk } = await begin()
    useDayStore.setState({ asOf: '2026-01-01' })
    desk.show(<Sheet of="laboratory" />)
    await screen.findByText('Chưa sửa được')
    useDayStore.setState({ asOf: null })
  })
})

describe('accreditations as a sheet', () => {
  it('stand by the laboratories they cover; a code that cannot be one is told while it is typed', async () => {
    const { desk, labs, owner } = await begin()
    const covers = labs.slice(0, 2).map((laboratory) => ({ laboratory, site: null }))
    await desk.ask('accreditations.save', { change: { code: 'VILAS 9187', covers } })
    const read = async () => (await desk.ask('accreditations.rows', { laboratories: labs })).rows[0]!
    desk.show(<Sheet of="accreditation" />)
    await stand()
    await desk.user.keyboard('x')
    expect(screen.getByRole('gridcell', { name: 'Phòng A (hư cấu); Phòng B (hư cấu)' })).toHaveAttribute(
      'aria-readonly',
      'true',
    )
    await desk.user.keyboard('{ArrowRight}')
    await paste('VILAS 18O\tvilas\tboa\tCông ty Hải Hòa (hư cấu)\tghi chú')
    await desk.user.keyboard('{Home}{ArrowRight}')
    await screen.findByRole('button', { name: '1 ô cần sửa' })
    await desk.user.click(screen.getByRole('button', { name: 'Đổi thành VILAS 180' }))
    expect(await field()).toHaveFocus()
    expect(screen.queryByRole('button', { name: '1 ô cần sửa' })).toBeNull()
    await desk.user.keyboard('VILAS 9188{Enter}')
    await save(desk)
    await screen.findByText('Đã lưu 1 công nhận vào sổ.')
    const { schemes, issuers } = await desk.ask('reference.get', {})
    expect(await read()).toMatchObject({
      code: 'VILAS 9188',
      scheme: schemes.find(({ key }) => key === 'VILAS')!.id,
      issuer: issuers.find(({ key }) => key.toLowerCase() === 'boa')!.id,
      organization: { id: owner },
      note: 'ghi chú',
    })
  })
})
