// Ctrl+Z of the window on a real register: what it says, redoes, asks, and refuses; and the button of a message, which takes back that very saving.
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { AskTakeBack } from '../../../renderer/frame/AskTakeBack'
import { undoSaving, useAsked, useTakeBack, type Way } from '../../../renderer/frame/takeBack'
import { useDayStore } from '../../../renderer/stores/day'
import { useTexts } from '../../../renderer/texts/texts'
import { axeFinds } from '../components/harness'
import { openDesk, type Desk } from '../features/desk'

beforeEach(() => useAsked.setState({ asked: null }))

/** The two keys as buttons, and the button of a message that told of a saving. */
function Keys({ saving = null }: { saving?: { set: string | null; seq: number } | null }) {
  const { takeBack, actions } = useTakeBack()
  const texts = useTexts()
  const press = (way: Way) => () => void takeBack(way)
  return (
    <>
      <button onClick={press('undo')}>Ctrl+Z</button>
      <button onClick={press('redo')}>Ctrl+Y</button>
      {saving !== null && <button onClick={() => void undoSaving(texts, saving)}>của thông báo</button>}
      <output>{actions.map(({ id }) => id).join(' ')}</output>
      <AskTakeBack />
    </>
  )
}

const phone = async (desk: Desk, id: string) => (await desk.ask('labs.get', { id })).phone
const press = (desk: Desk, name: string) => desk.user.click(screen.getByRole('button', { name }))

async function changedPhone(desk: Desk) {
  const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: '1', manager: 'Ông Hà' } })
  const saving = await desk.ask('labs.save', { id, change: { phone: '2', manager: 'Bà Ngọc' } })
  return { id, saving }
}

/** The window has asked who may do what. */
async function shown(desk: Desk, ui = <Keys />) {
  const rendered = desk.show(ui)
  await waitFor(() => expect(screen.getByText('undo redo')).toBeInTheDocument())
  return rendered
}

describe('undo and redo of the window', () => {
  it('say what they took back and made again, and when nothing is left', async () => {
    const desk = await openDesk()
    const { id } = await changedPhone(desk)
    await shown(desk)
    await waitFor(async () => {
      await press(desk, 'Ctrl+Z')
      expect(
        screen.getByText(/^Hoàn tác: (người quản lý, điện thoại|điện thoại, người quản lý) của Phòng A\.$/),
      ).toBeInTheDocument()
    })
    expect(await phone(desk, id)).toBe('1')
    await press(desk, 'Ctrl+Y')
    expect(await screen.findByText(/^Làm lại: /)).toBeInTheDocument()
    expect(await phone(desk, id)).toBe('2')
    await press(desk, 'Ctrl+Y')
    expect(await screen.findByText('Không có việc nào để làm lại.')).toBeInTheDocument()
  })

  it('of a message take back that very saving, also after later ones, and once only', async () => {
    const desk = await openDesk()
    const { id, saving } = await changedPhone(desk)
    await desk.ask('labs.save', { change: { nameVi: 'Phòng B' } })
    await shown(desk, <Keys saving={saving} />)
    await press(desk, 'của thông báo')
    await screen.findByText(/^Hoàn tác: .* của Phòng A\.$/)
    expect(await phone(desk, id)).toBe('1')
    expect((await desk.ask('labs.list', {})).total).toBe(2)
    await press(desk, 'của thông báo')
    expect(await screen.findByText(/việc này đã được hoàn tác rồi/)).toBeInTheDocument()
    expect(await phone(desk, id)).toBe('1')
  })

  it('asks where somebody has changed a value since, overwrites nothing, and takes back the rest when told so', async () => {
    const desk = await openDesk()
    const { id, saving } = await changedPhone(desk)
    await desk.askAs('bình', 'labs.save', { id, change: { phone: '3' } })
    await shown(desk, <Keys saving={saving} />)
    await press(desk, 'của thông báo')
    const dialog = await screen.findByRole('dialog', { name: 'Chưa hoàn tác: người khác đã sửa sau đó' })
    expect(dialog).toHaveTextContent(/Điện thoại: nay là “3” \(bình, 10:42 23\/11\/2026\)/)
    expect(await axeFinds(dialog)).toEqual([])
    expect(await phone(desk, id)).toBe('3')
    await desk.user.click(within(dialog).getByRole('button', { name: 'Giữ của người khác, làm phần còn lại' }))
    await screen.findByText(/^Hoàn tác: /)
    expect(await desk.ask('labs.get', { id })).toMatchObject({ phone: '3', manager: 'Ông Hà' })
  })
})

describe('where nothing may be written', () => {
  it('undo on another day says to go back to today, and takes nothing back', async () => {
    const desk = await openDesk()
    const { id } = await changedPhone(desk)
    await shown(desk)
    useDayStore.setState({ asOf: '2019-03-12' })
    await press(desk, 'Ctrl+Z')
    expect(
      await screen.findByText('Bạn đang xem sổ tại một ngày khác. Hãy trở về hôm nay rồi hoàn tác.'),
    ).toBeInTheDocument()
    expect(await phone(desk, id)).toBe('2')
  })

  it('undo by somebody who may only look says so', async () => {
    const desk = await openDesk('quang-ninh', 'viewer')
    await shown(desk)
    await press(desk, 'Ctrl+Z')
    expect(await screen.findByText(/Sổ này chỉ mở để đọc, hoặc bạn không có quyền sửa/)).toBeInTheDocument()
  })
})
