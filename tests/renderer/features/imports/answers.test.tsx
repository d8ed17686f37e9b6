// Reading a file another way and putting rows right in the preview, up to writing them and taking the import back.
import { screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { builtWorker } from '../../../support/worker'
import { openDesk, showPane, type Desk } from './harness'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

async function reading(content: string | Uint8Array): Promise<Desk> {
  showPane()
  const desk = await openDesk(workerFile)
  desk.write('a.csv', content)
  desk.choose('a.csv')
  desk.show()
  await desk.user.click(await screen.findByRole('button', { name: 'Chọn tệp…' }))
  return desk
}
const button = (name: string) => screen.findByRole('button', { name })
const importAndCount = async (desk: Desk, rows: string): Promise<string[]> => {
  await desk.user.click(await button(`Nhập ${rows} dòng`))
  await screen.findByRole('region', { name: 'Đã nhập xong' })
  return (await desk.ask('labs.list', { limit: 100 })).rows.map((row) => row.nameVi)
}

it('TCVN3 letters are shown before and after, and converted only when that is confirmed', async () => {
  const desk = await reading(Buffer.from('Tªn phßng;M· sè\nPhßng thö nghiÖm;VILAS 901\n', 'latin1'))
  expect(await screen.findByRole('cell', { name: 'Phßng thö nghiÖm' })).toBeVisible()
  expect(screen.getByRole('cell', { name: 'Phòng thử nghiệm' })).toBeVisible()
  await desk.user.click(await button('Chuyển sang Unicode rồi đọc'))
  expect(await importAndCount(desk, '1')).toEqual(['Phòng thử nghiệm'])
})

it('columns that nobody knows are named by hand', async () => {
  const desk = await reading('Cột A;Cột B\nPhòng A (hư cấu);VILAS 901\n')
  await desk.user.selectOptions(await screen.findByRole('combobox', { name: 'Cột A' }), 'Tên phòng')
  await desk.user.click(await button('Đọc theo cách này'))
  expect(await importAndCount(desk, '1')).toEqual(['Phòng A (hư cấu)'])
})

it('a damaged code is put right by its suggestion, and the import is taken back whole', async () => {
  const desk = await reading('Tên phòng;Mã số\nPhòng A (hư cấu);LAS-XD 24081\n')
  await desk.user.click(await button('Dùng “LAS-XD 24.081”'))
  expect(await importAndCount(desk, '1')).toEqual(['Phòng A (hư cấu)'])
  await desk.user.click(await button('Hoàn tác lần nhập này'))
  await button('Chọn tệp…')
  expect((await desk.ask('labs.list', { limit: 100 })).total).toBe(0)
  expect(await desk.ask('exchange.imports', {})).toMatchObject([{ undone: true }])
})

it('two names that are nearly one are asked about, and answered in the preview', async () => {
  const desk = await reading('Tên phòng;Mã số\nPhòng Hoá (hư cấu);\nPhòng Hóa (hư cấu);\n')
  await desk.user.click(await screen.findByRole('button', { name: /^Lỗi/ }))
  await desk.user.click(await button('Là phòng mới'))
  expect(await importAndCount(desk, '2')).toHaveLength(2)
})
