// The trash on a real register: one or many come back, a toast takes that back again, and nothing can be restored by who may not.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TrashScreen } from '../../../../renderer/features/trash/TrashScreen'
import { useDayStore } from '../../../../renderer/stores/day'
import { axeFinds } from '../../components/harness'
import { openDesk, TODAY, type Desk } from '../desk'

/** Laboratories of these names in the trash; their ids. */
async function trashed(desk: Desk, ...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const nameVi of names) {
    const { id } = await desk.ask('labs.save', { change: { nameVi } })
    await desk.ask('records.trash', { entity: 'laboratory', id })
    ids.push(id)
  }
  return ids
}

const living = async (desk: Desk): Promise<string[]> =>
  (await desk.ask('labs.list', { day: TODAY })).rows.map((row) => row.nameVi)
const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(name) })

describe('the trash', () => {
  it('says that it is empty and what will lie here', async () => {
    const desk = await openDesk()
    const { container } = desk.show(<TrashScreen />)
    expect(await screen.findByText('Thùng rác đang trống')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Khôi phục mục đang chọn' })).not.toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
  })

  it('tells what lies there, since when and by whom; restores one and takes it back', async () => {
    const desk = await openDesk()
    await trashed(desk, 'Phòng A')
    const { container } = desk.show(<TrashScreen />)
    const row = await rowOf('Phòng A')
    expect(row).toHaveTextContent('Phòng thí nghiệm')
    expect(row).toHaveTextContent('10:42 23/11/2026')
    expect(row).toHaveTextContent('Lan')
    expect(await axeFinds(container)).toEqual([])
    await desk.user.click(within(row).getByRole('button', { name: /Khôi phục/ }))
    const said = await screen.findByText('Đã khôi phục phòng thí nghiệm “Phòng A”.')
    expect(await living(desk)).toEqual(['Phòng A'])
    await desk.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    expect(await rowOf('Phòng A')).toBeInTheDocument()
    expect(await living(desk)).toEqual([])
  })

  it('restores all that were chosen with the keyboard, and takes them back with one press', async () => {
    const desk = await openDesk()
    await trashed(desk, 'Phòng A', 'Phòng B', 'Phòng C')
    desk.show(<TrashScreen />)
    await rowOf('Phòng A')
    screen.getByRole('grid').focus()
    await desk.user.keyboard('{Control>}a{/Control}')
    expect(await screen.findByText(/3 mục · đang chọn 3/)).toBeInTheDocument()
    await desk.user.click(screen.getByRole('button', { name: 'Khôi phục mục đang chọn' }))
    const said = await screen.findByText('Đã khôi phục 3 mục.')
    expect((await living(desk)).length).toBe(3)
    await desk.user.click(
      within(said.closest('[role=status]') as HTMLElement).getByRole('button', { name: 'Hoàn tác' }),
    )
    await waitFor(async () => expect(await living(desk)).toEqual([]))
    expect(await screen.findByText('Hoàn tác: 3 lần ghi.')).toBeInTheDocument()
  })

  it('opens the page of the laboratory that a record belongs to', async () => {
    const desk = await openDesk()
    const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A' } })
    const site = await desk.ask('sites.save', { change: { laboratory: id, address: '12 Lê Lợi' } })
    await desk.ask('records.trash', { entity: 'site', id: site.id })
    desk.show(<TrashScreen />)
    await rowOf('12 Lê Lợi')
    screen.getByRole('grid').focus()
    await desk.user.keyboard('{Home}{Enter}')
    expect(desk.place()).toEqual({ screen: 'lab', params: { id } })
  })

  it('only shows while another day is looked at', async () => {
    const desk = await openDesk()
    await trashed(desk, 'Phòng A')
    useDayStore.getState().lookAt('2025-01-01')
    desk.show(<TrashScreen />)
    expect(within(await rowOf('Phòng A')).getByRole('button', { name: /Khôi phục/ })).toBeDisabled()
  })
})
