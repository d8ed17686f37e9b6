// One report on the screen: typed, pasted, checked with Enter, with a way to the proof.
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useDayStore } from '../../../../renderer/stores/day'
import { presentPlace } from '../../../../renderer/stores/navigation'
import { axeFinds } from '../../components/harness'
import { box, openCheck, verdict } from './harness'

const reasons = () => screen.getByRole('list', { name: 'Vì sao' })

it('checks with Enter and shows the verdict with the decision that proves it', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'vilas-0016')
  await user.type(box('Ngày trên phiếu'), '20/11/2026{Enter}')
  await verdict('Được công nhận')
  expect(
    within(reasons()).getByText(/11\/2023: ngày 20\/11\/2026 công nhận còn hiệu lực, đến hết 25\/11\/2026/),
  ).toBeInTheDocument()
  expect(screen.getByText(/Chưa xét vì phiếu không ghi: phép thử, phương pháp, địa điểm, người ký/)).toBeInTheDocument()
  await user.click(screen.getAllByRole('button', { name: 'Xem quyết định' })[0]!)
  expect(presentPlace()).toMatchObject({ screen: 'lab', params: { section: 'decisions' } })
})

it('asks for what is missing instead of saying no', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'VILAS 512{Enter}')
  await verdict('Chưa đủ dữ liệu')
  expect(within(reasons()).getByText(/Lời nêu không chứng minh được công nhận/)).toBeInTheDocument()
})

it('offers what a damaged code probably is, and checks again when the person says so', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'VILAS O16{Enter}')
  await verdict('Chưa đủ dữ liệu')
  await user.click(screen.getByRole('button', { name: /Đúng là VILAS 016/ }))
  await verdict('Được công nhận')
  expect(box('Mã công nhận')).toHaveValue('VILAS 016')
})

it('follows the day looked at when the report has none', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'VILAS 016{Enter}')
  await verdict('Được công nhận')
  act(() => useDayStore.setState({ asOf: '2026-11-26' }))
  await verdict('Không được công nhận')
})

it('keeps a day that is none as typed, with what to do, and does not check', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'VILAS 016')
  await user.type(box('Ngày trên phiếu'), '31/02/2026{Enter}')
  expect(screen.getByText(/Cần đủ ngày, tháng, năm/)).toBeInTheDocument()
  expect(box('Ngày trên phiếu')).toHaveFocus()
  expect(screen.queryByRole('region', { name: 'Kết luận' })).not.toBeInTheDocument()
})

it('offers codes and names of the register, and takes what is typed', async () => {
  const user = await openCheck()
  await user.type(box('Phòng'), 'xang dau')
  const offer = await screen.findByRole('option', { name: /Xăng dầu B12/ })
  await user.click(offer)
  expect(box('Phòng')).toHaveValue('Phòng thử nghiệm Xăng dầu B12')
})

it('fills the form from a pasted passage and says which parts', async () => {
  const user = await openCheck()
  await user.click(box('Mã công nhận'))
  await user.paste('Số hiệu: VILAS 016\nNgày phát hành: 20/11/2026\nChỉ tiêu: Trị số octan\nNgười ký: Nguyễn Văn Mẫu')
  expect(box('Mã công nhận')).toHaveValue('VILAS 016')
  expect(box('Ngày trên phiếu')).toHaveValue('20/11/2026')
  expect(box('Người ký')).toHaveValue('Nguyễn Văn Mẫu')
  expect(await screen.findByText(/Đã điền từ đoạn dán: mã, ngày, phép thử, người ký/)).toBeInTheDocument()
})

it('pastes one line as any field does', async () => {
  const user = await openCheck()
  await user.click(box('Phép thử và sản phẩm'))
  await user.paste('VILAS 016 20/11/2026')
  expect(box('Phép thử và sản phẩm')).toHaveValue('VILAS 016 20/11/2026')
})

it('prints with Ctrl+P only what was checked, in light colours', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const user = await openCheck()
  await user.click(box('Mã công nhận'))
  await user.keyboard('{Control>}p{/Control}')
  expect(print).not.toHaveBeenCalled()
  await user.type(box('Mã công nhận'), 'VILAS 016{Enter}')
  await verdict('Được công nhận')
  await user.keyboard('{Control>}p{/Control}')
  await waitFor(() => expect(print).toHaveBeenCalledOnce())
  expect(document.documentElement.dataset['mantineColorScheme']).toBe('light')
  expect(screen.getByText('Người kiểm tra (ký, ghi rõ họ tên)')).toBeInTheDocument()
})

it('begins another report at the first field', async () => {
  const user = await openCheck()
  await user.type(box('Mã công nhận'), 'VILAS 016{Enter}')
  await verdict('Được công nhận')
  expect(await axeFinds(document.body)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Phiếu khác' }))
  expect(box('Mã công nhận')).toHaveValue('')
  expect(box('Mã công nhận')).toHaveFocus()
  expect(screen.getByText('Chưa có phiếu nào được kiểm tra')).toBeInTheDocument()
})
