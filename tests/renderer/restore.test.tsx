// A record brought back to an earlier time: what will change is seen first, then it is done with its reason, and the message takes it back.
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { RestoreDialog } from '../../renderer/restore/RestoreDialog'
import { closeRestore, useRestoring } from '../../renderer/restore/restoreStore'
import { axeFinds } from './components/harness'
import { openDesk, type Desk } from './features/desk'

beforeEach(closeRestore)

async function changedLab(desk: Desk): Promise<{ id: string; seq: number }> {
  const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
  const { seq } = await desk.ask('labs.save', { id, change: { nameVi: 'Phòng B', phone: '2' } })
  return { id, seq }
}

const AT = '2026-11-23T03:42:00.000Z'
const rows = (dialog: HTMLElement): string[][] =>
  within(dialog)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent))

describe('restoring a record', () => {
  it('shows each field now and then, writes it with the reason, and is undone from the message', async () => {
    const desk = await openDesk()
    const { id, seq } = await changedLab(desk)
    desk.show(<RestoreDialog />)
    useRestoring.setState({ asked: { record: id, before: { seq, at: AT } } })
    const dialog = await screen.findByRole('dialog', { name: 'Khôi phục như tại thời điểm' })
    await within(dialog).findByText('Sẽ đổi 2 giá trị:')
    expect(rows(dialog)).toEqual([
      ['Trường', 'Hiện nay', 'Sẽ là'],
      ['Điện thoại', '2', '1'],
      ['Tên', 'Phòng B', 'Phòng A'],
    ])
    expect(await axeFinds(dialog)).toEqual([])
    await desk.user.type(within(dialog).getByRole('textbox', { name: 'Lý do' }), 'Nhập nhầm{Enter}')
    const said = await screen.findByText('Đã khôi phục Phòng B như trước lúc 10:42 23/11/2026.')
    expect(await desk.ask('labs.get', { id })).toMatchObject({ nameVi: 'Phòng A', phone: '1' })
    expect((await desk.ask('changes.sets', { limit: 1 })).sets[0]).toMatchObject({
      kind: 'restore',
      reason: 'Nhập nhầm',
    })
    await desk.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    await waitFor(async () =>
      expect(await desk.ask('labs.get', { id })).toMatchObject({ nameVi: 'Phòng B', phone: '2' }),
    )
  })

  it('says that there is nothing to change, or that the record was not there yet', async () => {
    const desk = await openDesk()
    const { id } = await changedLab(desk)
    desk.show(<RestoreDialog />)
    useRestoring.setState({ asked: { record: id, before: null } })
    const moment = await screen.findByRole('textbox', { name: 'Như sổ ghi lúc' })
    await desk.user.type(moment, 'hôm qua{Enter}')
    expect(moment).toHaveAccessibleDescription(/Hãy gõ ngày, có thể thêm giờ/)
    await desk.user.clear(moment)
    await desk.user.type(moment, '23/11/2026{Enter}')
    expect(await screen.findByText('Không có gì để khôi phục: mọi giá trị hiện đã như vậy.')).toBeInTheDocument()
    useRestoring.setState({ asked: null })
    useRestoring.setState({ asked: { record: id, before: { seq: 1, at: AT } } })
    expect(await screen.findByText(/Lúc đó sổ chưa có bản ghi này/)).toBeInTheDocument()
  })
})
