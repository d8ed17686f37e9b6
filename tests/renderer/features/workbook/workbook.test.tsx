// The screen of the working copy on a real register with a real worker: out, edited, back; what is open is answered in the details and then written.
import { screen, within } from '@testing-library/react'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { WorkbookScreen } from '../../../../renderer/features/workbook/WorkbookScreen'
import { leaveBook } from '../../../../renderer/features/workbook/workbookStore'
import { DetailsPane } from '../../../../renderer/frame/Details'
import { edited, set, type Edit } from '../../../exchange/book/support'
import { temporaryFolder } from '../../../support/register'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { openDesk } from '../desk'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function out() {
  const desk = await openDesk('empty', 'clerk', workerFile)
  leaveBook()
  const ids: string[] = []
  for (const nameVi of ['Phòng A (hư cấu)', 'Phòng B (hư cấu)', 'Phòng C (hư cấu)'])
    ids.push((await desk.ask('labs.save', { change: { nameVi, phone: '0203 1', email: 'a@mau.example' } })).id)
  const path = join(temporaryFolder(), 'Sổ làm việc.xlsx')
  let chosen = path
  Object.assign(window, {
    shell: {
      pickSave: () => Promise.resolve({ ref: desk.grantAt(path, 'write'), name: 'Sổ làm việc.xlsx' }),
      pickOpen: () => Promise.resolve({ ref: desk.grantAt(chosen, 'read'), name: 'Sổ làm việc.xlsx' }),
    },
  })
  const { container } = desk.show(
    <>
      <WorkbookScreen />
      <DetailsPane shown />
    </>,
  )
  await desk.user.click(await button('Xuất sổ làm việc…'))
  await screen.findByText(/^Đã xuất \d+ dòng vào Sổ làm việc\.xlsx\.$/)
  const back = async (edit: Edit): Promise<HTMLElement> => {
    chosen = await edited(path, edit)
    await desk.user.click(await button('Chọn tệp…'))
    return screen.findByRole('grid', { name: 'Các dòng có thay đổi' })
  }
  return { desk, ids, back, container }
}

it('goes out and back: conflicts answered one by one, the missing row kept, errors left out, written as one import', async () => {
  const { desk, ids, back, container } = await out()
  await desk.askAs('Bình', 'labs.save', { id: ids[0]!, change: { phone: 'của sổ', email: 'so@mau.example' } })
  const grid = await back((sheet) => {
    const labs = sheet('Phòng thí nghiệm')
    const [, a, b] = labs.rows
    set(labs, a!, 'Điện thoại', 'của tệp')
    set(labs, a!, 'Email', 'tep@mau.example')
    set(labs, b!, 'Loại', 'loại lạ')
    labs.rows.splice(3, 1)
    set(labs, labs.spare(), 'Tên', 'Phòng mới (hư cấu)')
  })
  for (const [name, count] of [
    ['Xung đột', 1],
    ['Hỏi lại', 1],
    ['Lỗi', 1],
    ['Thêm', 1],
    ['Sửa', 0],
  ] as const)
    expect((await button(new RegExp(`^${name} `))).textContent).toBe(`${name} ${count}`)
  expect(within(grid).getAllByText('Chưa chọn')).toHaveLength(1)
  const write = await button(/^Ghi \d+ dòng vào sổ$/)
  expect(write).toBeDisabled()
  expect(screen.getAllByText('Còn 2 chỗ chưa chọn.')).not.toHaveLength(0)
  await desk.user.click(await button(/^Xung đột /))
  const choose = async (field: string, answer: string): Promise<void> =>
    desk.user.click(
      within(await screen.findByRole('radiogroup', { name: `Chọn cho ô ${field}` })).getByRole('radio', {
        name: answer,
      }),
    )
  expect((await screen.findAllByText(/^Bình sửa lúc 10:42 23\/11\/2026$/)).length).toBe(2)
  expect(await axeFinds(container)).toEqual([])
  await choose('Điện thoại', 'Giữ của sổ')
  await choose('Email', 'Lấy của tệp')
  expect(write).toBeDisabled() // the row with an error
  await desk.user.click(screen.getByRole('checkbox', { name: 'Bỏ qua 1 dòng có lỗi' }))
  expect(write).toHaveTextContent('Ghi 2 dòng vào sổ')
  await desk.user.click(write)
  await screen.findByRole('region', { name: 'Đã ghi vào sổ' }, { timeout: 40_000 })
  expect(await desk.ask('labs.get', { id: ids[0]! })).toMatchObject({ phone: 'của sổ', email: 'tep@mau.example' })
  expect((await desk.ask('labs.list', {})).total).toBe(4)
  await desk.user.click(await button('Hoàn tác lần ghi này'))
  await button('Xuất sổ làm việc…')
  expect((await desk.ask('labs.list', {})).total).toBe(3)
  expect(await desk.ask('exchange.imports', {})).toMatchObject([
    { undone: true, reason: 'Nhập lại sổ làm việc Sổ làm việc.xlsx' },
  ])
}, 120_000)

it('answers every conflict at once, takes a missing row to the trash, and says what a file that is no working copy is', async () => {
  const { desk, ids, back } = await out()
  await desk.ask('labs.save', { id: ids[0]!, change: { phone: 'của sổ' } })
  await back((sheet) => {
    const labs = sheet('Phòng thí nghiệm')
    set(labs, labs.rows[1]!, 'Điện thoại', 'của tệp')
    labs.rows.splice(2, 1)
  })
  await desk.user.click(await button('Mọi xung đột: lấy của tệp'))
  await desk.user.click(await button(/^Hỏi lại /))
  await desk.user.click(await screen.findByRole('radio', { name: 'Cho vào thùng rác' }))
  await desk.user.click(await button('Ghi 2 dòng vào sổ'))
  await screen.findByRole('region', { name: 'Đã ghi vào sổ' }, { timeout: 40_000 })
  expect((await desk.ask('labs.get', { id: ids[0]! })).phone).toBe('của tệp')
  expect((await desk.ask('trash.list', {})).map(({ id }) => id)).toEqual([ids[1]])
  leaveBook()
  await desk.user.click(await button('Chọn tệp…'))
  await screen.findByText('Tệp không có gì khác sổ')
}, 120_000)
