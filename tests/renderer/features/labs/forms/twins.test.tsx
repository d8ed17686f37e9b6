// The notice of likely twins while a laboratory is typed: who, why, the way there; it holds nothing up.
import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { axeFinds } from '../../../components/harness'
import { field, findField, openDesk } from './harness'

describe('typing a laboratory that may be in the register', () => {
  it('is told with the reason, opens it in a window of its own, and may be saved all the same', async () => {
    const desk = await openDesk()
    const { id } = await desk.ask('labs.save', { change: { nameVi: 'PTN Hải Hoà' } })
    const openWindow = vi.fn(() => Promise.resolve())
    Object.assign(window, { shell: { openWindow } })
    desk.show()
    desk.open({ form: 'laboratory' })
    await findField(/^Tên$|^Tên \*/)
    const line = screen.getByRole('status', { name: 'Phòng giống phòng đang nhập' })
    expect(line).toBeEmptyDOMElement()
    await desk.user.type(field(/^Tên$|^Tên \*/), 'PTN Hải Hòa')
    expect(
      await screen.findByText(
        'Có thể đã có trong sổ – tên chỉ khác cách đặt dấu (PTN Hải Hòa – PTN Hải Hoà): PTN Hải Hoà',
      ),
    ).toBeVisible()
    expect(await axeFinds(document.body)).toEqual([])
    await desk.user.click(screen.getByRole('button', { name: 'Mở PTN Hải Hoà trong cửa sổ mới' }))
    expect(openWindow).toHaveBeenCalledWith({ screen: 'lab', id })
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Đã lưu PTN Hải Hòa.')
    expect((await desk.ask('labs.list', {})).total).toBe(2)
  })
})
