// The preview and what comes of it, on a real register: counts, changes cell by cell, reasons in words, and nothing written before “Nhập”.
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDayStore } from '../../../../renderer/stores/day'
import { presentPlace } from '../../../../renderer/stores/navigation'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { listed, openDesk, preview, type Desk } from './harness'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

const HEAD = 'Tên phòng;Mã số;Ghi chú;Hạng;Tình trạng\n'
const GOOD = `${HEAD}Phòng A (hư cấu);VILAS 901;mới gọi;1;\nPhòng B (hư cấu);VILAS 902;;2;\n`
const MIXED = `${GOOD}Phòng C (hư cấu);VILAS 18O;;;\n`

/** A register with one laboratory, the screen shown, the file at hand. */
async function deskWith(content: string): Promise<Desk> {
  const desk = await openDesk(workerFile)
  await desk.ask('labs.save', { change: { nameVi: 'Phòng A (hư cấu)', note: 'chưa gọi' } })
  desk.write('vao.csv', content)
  desk.show()
  return desk
}
const press = (desk: Desk, name: RegExp | string) => desk.user.click(screen.getByRole('button', { name }))
const labs = async (desk: Desk) => (await desk.ask('labs.list', {})).rows.map((row) => row.nameVi)

describe('the preview', () => {
  it('says row by row what would be added, changed and refused, and writes nothing', async () => {
    const desk = await deskWith(MIXED)
    const before = await desk.ask('register.info', {})
    const grid = await preview(desk, 'vao.csv')
    expect(listed(grid)).toEqual([
      '2 | Sửa | Phòng A (hư cấu) |  | (trống)→ thành VILAS 901 | chưa gọi→ thành mới gọi',
      '3 | Thêm | Phòng B (hư cấu) |  | VILAS 902 | ',
      '4 | Lỗi | Phòng C (hư cấu) | Mã số: “VILAS 18O” có chữ cái lẫn trong số. Nếu là VILAS 180, hãy sửa lại như vậy. | VILAS 18O | ',
    ])
    expect(screen.getByText(/mã chữ UTF-8, ngăn cột bằng dấu chấm phẩy, tiêu đề ở dòng 1/)).toBeVisible()
    expect(screen.getByText('Không nhận ra các cột: “Hạng”. Các cột này không được nhập.')).toBeVisible()
    expect(screen.getByText(/Phần mềm tự tính, không nhập: “Tình trạng”/)).toBeVisible()
    expect(await desk.ask('register.info', {})).toEqual(before)
    expect(await axeFinds(document.body)).toEqual([])
  })

  it('lists the rows of one kind when its count is pressed, and only columns in which something happens to them', async () => {
    const desk = await deskWith(MIXED)
    const grid = await preview(desk, 'vao.csv')
    await press(desk, 'Thêm 1')
    expect(listed(grid)).toEqual(['3 | Thêm | Phòng B (hư cấu) | VILAS 902'])
    expect(screen.getByRole('button', { name: 'Thêm 1' })).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('button', { name: 'Giữ nguyên 0' })).toHaveAttribute('aria-disabled', 'true')
    await press(desk, 'Tất cả 3')
    expect(listed(grid)).toHaveLength(3)
  })

  it('is still there after another screen was shown', async () => {
    const desk = await deskWith(MIXED)
    await preview(desk, 'vao.csv')
    await press(desk, 'Lỗi 1')
    desk.leave()
    desk.show()
    expect(listed(await screen.findByRole('grid'))).toHaveLength(1)
  })

  it('comes from a dropped file too, from whatever screen', async () => {
    const desk = await deskWith(GOOD)
    await screen.findByRole('button', { name: 'Chọn tệp…' })
    expect(await desk.drop('vao.csv')).toBe(true)
    expect(presentPlace().screen).toBe('imports')
    expect(listed(await screen.findByRole('grid'))).toHaveLength(2)
  })

  it('says so when there is nothing below the headings', async () => {
    const desk = await deskWith(HEAD)
    await preview(desk, 'vao.csv')
    expect(screen.getByText('Tệp không có dòng nào dưới tiêu đề')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  })
})

describe('importing', () => {
  it('waits until rows with errors are left out on purpose, then writes the good ones in one set with the reason given', async () => {
    const desk = await deskWith(MIXED)
    const before = await desk.ask('register.info', {})
    await preview(desk, 'vao.csv')
    const button = screen.getByRole('button', { name: 'Nhập 2 dòng' })
    expect(button).toBeDisabled()
    await desk.user.keyboard('{Control>}{Enter}{/Control}')
    await desk.user.click(screen.getByRole('checkbox', { name: 'Bỏ qua 1 dòng chưa nhập được' }))
    const reason = screen.getByLabelText('Lý do ghi trong nhật ký')
    expect(reason).toHaveValue('Nhập từ tệp vao.csv')
    await desk.user.clear(reason)
    await desk.user.type(reason, 'Theo báo cáo quý III')
    await desk.user.click(button)
    const done = await screen.findByRole('region', { name: 'Đã nhập xong' })
    expect(within(done).getByText('Chưa nhập').parentElement).toHaveTextContent('1 dòng')
    expect(await labs(desk)).toEqual(['Phòng A (hư cấu)', 'Phòng B (hư cấu)'])
    const sets = await desk.ask('changes.list', { limit: 500 })
    const since = sets.filter(({ seq }) => seq > before.seq)
    expect(new Set(since.map(({ seq, kind, reason: why }) => `${seq} ${kind}: ${why}`))).toEqual(
      new Set([`${before.seq + 1} import: Theo báo cáo quý III`]),
    )
    expect(await axeFinds(document.body)).toEqual([])
  })

  it('is done by Ctrl+Enter, and the file read again by F5 then changes nothing', async () => {
    const desk = await deskWith(GOOD)
    await preview(desk, 'vao.csv')
    await desk.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('region', { name: 'Đã nhập xong' })
    await desk.user.keyboard('{F5}')
    expect(await screen.findByText('Không có gì để nhập: sổ đã giống tệp.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Giữ nguyên 2' })).toBeVisible()
  })

  it('is refused where the file has changed since, nothing written; read again it is right', async () => {
    const desk = await deskWith(GOOD)
    await preview(desk, 'vao.csv')
    desk.write('vao.csv', GOOD.replace('Phòng B', 'Phòng D'))
    await press(desk, 'Nhập 2 dòng')
    const told = await screen.findByRole('alert')
    expect(told).toHaveTextContent('Chưa nhập; sổ không bị thay đổi. Tệp hoặc sổ đã thay đổi sau khi xem trước.')
    expect(await labs(desk)).toEqual(['Phòng A (hư cấu)'])
    await desk.user.keyboard('{F5}')
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await waitFor(() => expect(screen.getByText('Phòng D (hư cấu)')).toBeVisible())
    await press(desk, 'Nhập 2 dòng')
    await screen.findByRole('region', { name: 'Đã nhập xong' })
    expect(await labs(desk)).toEqual(['Phòng A (hư cấu)', 'Phòng D (hư cấu)'])
  })

  it('is not offered from a preview that the register has left behind', async () => {
    const desk = await deskWith(GOOD)
    await preview(desk, 'vao.csv')
    await act(() => desk.ask('labs.save', { change: { nameVi: 'Phòng khác (hư cấu)' } }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Sổ đã thay đổi sau khi xem trước.')
    expect(screen.getByRole('button', { name: 'Nhập 2 dòng' })).toBeDisabled()
    await desk.user.keyboard('{F5}')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Nhập 2 dòng' })).toBeEnabled())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is dropped when another register is opened', async () => {
    const desk = await deskWith(GOOD)
    await preview(desk, 'vao.csv')
    await act(() => desk.ask('register.create', { kind: 'empty', name: 'Sổ khác' }))
    expect(await screen.findByRole('button', { name: 'Chọn tệp…' })).toBeVisible()
  })
})

describe('who may not import now', () => {
  it('is told why: another day is looked at', async () => {
    const desk = await deskWith(GOOD)
    await preview(desk, 'vao.csv')
    act(() => useDayStore.setState({ asOf: '2020-01-01' }))
    expect(screen.getByText('Đang xem một ngày khác. Hãy về hôm nay rồi nhập.')).toBeVisible()
    expect(screen.queryByRole('grid')).toBeNull()
    act(() => useDayStore.setState({ asOf: null }))
    expect(screen.getByRole('grid')).toBeVisible()
  })

  it('is told why: the role does not allow it', async () => {
    const desk = await openDesk(workerFile, 'viewer')
    desk.show()
    expect(await screen.findByText(/Tài khoản của bạn không được nhập dữ liệu/)).toBeVisible()
    desk.write('vao.csv', GOOD)
    await desk.drop('vao.csv')
    expect(screen.queryByRole('grid')).toBeNull()
  })
})
