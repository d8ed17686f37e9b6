// How a file is read, on the screen: its sheets (hidden ones too), its columns, what its rows are; tables that were pasted; and imports of the past.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useFormMemory } from '../../../../renderer/features/imports/formMemory'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { listed, openDesk, preview, showPane, type Desk } from './harness'

// each step is a job in a worker of its own
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 15_000 })

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

async function deskWith(files: Record<string, string | Uint8Array>): Promise<Desk> {
  const desk = await openDesk(workerFile)
  useFormMemory.setState({ forms: {} })
  for (const [name, content] of Object.entries(files)) desk.write(name, content)
  desk.show()
  return desk
}
const press = async (desk: Desk, name: RegExp | string) => {
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect(button).toBeEnabled())
  await desk.user.click(button)
}
const choose = async (desk: Desk, label: string, option: string) =>
  desk.user.selectOptions(await screen.findByRole('combobox', { name: label }), option)
const rows = async () => listed(await screen.findByRole('grid', { name: 'Xem trước' }))

const paste = (element: Element, data: Record<string, string>) =>
  fireEvent.paste(element, { clipboardData: { getData: (type: string) => data[type] ?? '' } })

describe('how a file is read', () => {
  it('is chosen beside the preview: another sheet, hidden or not, a column kept as a note, and what the rows are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Phòng',
          rows: [
            ['Tên phòng', 'Hạng', 'Mã số'],
            ['Phòng A (hư cấu)', 'Loại 1', 'VILAS 901'],
          ],
        },
        { name: 'Ẩn', rows: [['Tên phòng'], ['Phòng Z (hư cấu)']], hidden: true },
      ],
    })
    const desk = await deskWith({ 'a.xlsx': bytes })
    await preview(desk, 'a.xlsx')
    await press(desk, 'Cách đọc…')
    const sheets = await screen.findByRole('combobox', { name: 'Trang tính' })
    expect([...sheets.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      'Phòng',
      'Ẩn (đang ẩn)',
    ])
    expect(within(screen.getByRole('region', { name: 'Cách đọc tệp' })).getByText('Loại 1')).toBeVisible()
    expect(await axeFinds(document.body)).toEqual([])
    await choose(desk, 'Hạng', '(giữ trong ghi chú)')
    await press(desk, 'Đọc theo cách này')
    expect(await rows()).toEqual(['2 | Thêm | Phòng A (hư cấu) | VILAS 901'])
    await press(desk, 'Cách đọc…')
    await choose(desk, 'Trang tính', 'Ẩn (đang ẩn)')
    await screen.findByText('Phòng Z (hư cấu)')
    await press(desk, 'Đọc theo cách này')
    expect(await rows()).toEqual(['2 | Thêm | Phòng Z (hư cấu)'])
  })

  it('says what the rows are: accreditations of known laboratories only', async () => {
    const desk = await deskWith({ 'a.csv': 'Tên phòng;Mã số\nPhòng A (hư cấu);VILAS 901\n' })
    await preview(desk, 'a.csv')
    await press(desk, 'Cách đọc…')
    await choose(desk, 'Các dòng là', 'Công nhận của các phòng đã có')
    await press(desk, 'Đọc theo cách này')
    await screen.findByText(/Chỉ nhập công nhận, không thêm phòng mới/)
    expect((await rows())[0]).toMatch(/^2 \| Lỗi \| .*Trong sổ chưa có phòng/)
  })

  it('is remembered for a form by its headings, and forgotten when it is to be read as usual', async () => {
    const first = 'Đơn vị;Cột lạ\nPhòng A (hư cấu);VILAS 901\n'
    const desk = await deskWith({
      'a.csv': first,
      'b.csv': first.replace('Phòng A', 'Phòng B').replace('Đơn vị', 'ĐƠN  VỊ'),
    })
    desk.choose('a.csv')
    await press(desk, 'Chọn tệp…')
    await choose(desk, 'Đơn vị', 'Tên phòng')
    await choose(desk, 'Cột lạ', 'Mã số')
    await press(desk, 'Đọc theo cách này')
    expect(await rows()).toEqual(['2 | Thêm | Phòng A (hư cấu) | VILAS 901'])
    desk.choose('b.csv')
    await press(desk, 'Chọn tệp khác…')
    expect(await screen.findByText(/Đọc theo các cột đã chọn lần trước/)).toBeVisible()
    await waitFor(async () => expect(await rows()).toEqual(['2 | Thêm | Phòng B (hư cấu) | VILAS 901']))
    await press(desk, 'Đọc như thường lệ')
    expect(await screen.findByText(/Không thấy dòng tiêu đề/)).toBeVisible()
    expect(useFormMemory.getState().forms).toEqual({})
  })
})

describe('a table that was copied', () => {
  it('comes by pasting into the box, and from a web page anywhere on the screen', async () => {
    const desk = await deskWith({})
    const box = await screen.findByRole('textbox', { name: 'Hoặc dán bảng vào đây (Ctrl+V)' })
    paste(box, { 'text/plain': 'chỉ là chữ' })
    expect(await screen.findByText(/Không thấy bảng nào/)).toBeVisible()
    paste(box, { 'text/plain': 'Tên phòng\tMã số\n"Phòng A\n(hư cấu)"\tVILAS 901\n' })
    expect((await rows())[0]).toMatch(/^2 \| Thêm \| Phòng A\s\(hư cấu\) \| VILAS 901$/)
    expect(screen.getByText(/bảng dán, tiêu đề ở dòng 1/)).toBeVisible()
    paste(document.body, {
      'text/plain': 'Tên phòng Mã số Phòng B (hư cấu) VILAS 902',
      'text/html':
        '<table><tr><th>Tên phòng</th><th>Mã số</th></tr><tr><td>Phòng B (hư cấu)</td><td>VILAS 902</td></tr></table>',
    })
    await waitFor(async () => expect(await rows()).toEqual(['2 | Thêm | Phòng B (hư cấu) | VILAS 902']))
    await press(desk, 'Nhập 1 dòng')
    await screen.findByRole('region', { name: 'Đã nhập xong' })
    expect((await desk.ask('labs.list', {})).rows.map(({ nameVi }) => nameVi)).toEqual(['Phòng B (hư cấu)'])
    expect((await desk.ask('exchange.imports', {}))[0]?.source).toMatch(
      /^Bảng dán từ bộ nhớ tạm \(sha256 [0-9a-f]{64}\)$/,
    )
  })
})

describe('rows that contradict each other', () => {
  it('are conflicts until one is left out, and it can be brought back', async () => {
    showPane()
    const desk = await deskWith({
      'a.csv': 'Tên phòng;Mã số;Điện thoại\nPhòng A (hư cấu);VILAS 901;0203 1\nPhòng A (hư cấu);VIMCERTS 030;0203 2\n',
    })
    await preview(desk, 'a.csv')
    await press(desk, 'Mâu thuẫn 2')
    await press(desk, 'Bỏ dòng này')
    expect(await screen.findByText(/Bạn đã bỏ 1 dòng/)).toBeVisible()
    await press(desk, 'Tất cả 1')
    expect(await rows()).toEqual(
      ['3 | Thêm | Phòng A (hư cấu) | 0203 2 | VIMCERTS 030'].map((row) =>
        row.replace('0203 2 | VIMCERTS 030', 'VIMCERTS 030 | 0203 2'),
      ),
    )
    await press(desk, 'Lấy lại')
    expect(await screen.findByRole('button', { name: 'Mâu thuẫn 2' })).toBeVisible()
  })
})

describe('imports of the past', () => {
  it('are listed with the hash of their file, and one is taken back: what was edited since is said and stays', async () => {
    const desk = await deskWith({ 'a.csv': 'Tên phòng;Điện thoại\nPhòng A (hư cấu);0203 2\nPhòng B (hư cấu);0203 3\n' })
    await screen.findByRole('button', { name: 'Chọn tệp…' })
    const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A (hư cấu)', phone: '0203 1' } })
    await preview(desk, 'a.csv')
    await press(desk, 'Nhập 2 dòng')
    const done = await screen.findByRole('region', { name: 'Đã nhập xong' })
    const hash = within(done).getByText(/^[0-9a-f]{64}$/).textContent
    const { seq } = await desk.ask('register.info', {})
    await desk.ask('labs.save', { id, seen: seq, change: { phone: '0203 9' } })
    await press(desk, 'Chọn tệp khác…')
    desk.leave()
    const { leaveImport } = await import('../../../../renderer/features/imports/importStore')
    leaveImport()
    desk.show()
    const past = await screen.findByRole('region', { name: 'Các lần nhập trước' })
    expect(past).toHaveTextContent('a.csv')
    expect(past).toHaveTextContent(`SHA-256 của tệp: ${hash}`)
    await press(desk, 'Hoàn tác lần nhập này')
    const told = await within(past).findByRole('alert')
    expect(told).toHaveTextContent('1 bản ghi đã được sửa sau lần nhập.')
    expect(told).toHaveTextContent(/Phòng A \(hư cấu\): Điện thoại nay là 0203 9 \(Lan, /)
    await press(desk, 'Giữ những chỗ đó, hoàn tác phần còn lại')
    expect(await within(past).findByText('Đã hoàn tác')).toBeVisible()
    const left = (await desk.ask('labs.list', {})).rows
    expect(left.map(({ nameVi, phone }) => [nameVi, phone])).toEqual([['Phòng A (hư cấu)', '0203 9']])
    expect(await axeFinds(document.body)).toEqual([])
  })
})
