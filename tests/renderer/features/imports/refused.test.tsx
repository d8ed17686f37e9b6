// Files that are not what they should be: each is told in Vietnamese what to do, the register stays as it was, and F5 reads the file again.
import { screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { builtWorker } from '../../../support/worker'
import { axeFinds } from '../../components/harness'
import { openDesk } from './harness'

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const TABLE = 'Tên phòng;Mã số\nPhòng A (hư cấu);VILAS 901\n'

it.each([
  ['TCVN3', 'a.csv', Buffer.from('Tªn phßng;M· sè\nPhßng thö nghiÖm;VILAS 901\n', 'latin1'), /TCVN3 \(ABC\)/],
  [
    'Windows-1258',
    'a.csv',
    Buffer.from('Tên pho\u00CCng;Ma\u00DE sô\u00EC\nPho\u00CCng;VILAS 901\n', 'latin1'),
    /Windows-1258/,
  ],
  ['UTF-16 without its mark', 'a.csv', Buffer.from(TABLE, 'utf16le'), /UTF-16 nhưng thiếu dấu nhận biết/],
  ['an empty file', 'a.csv', '', /Tệp không có dòng nào/],
  ['a picture', 'a.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /không phải là bảng tính/],
  ['an old Word document', 'a.xls', Buffer.concat([OLE, Buffer.alloc(600)]), /không phải là bảng tính/],
  [
    'a workbook with a password',
    'a.xlsx',
    Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    /Tệp có mật khẩu/,
  ],
  ['a list without its headings', 'a.csv', 'Phòng A;VILAS 901\n', /Không thấy dòng tiêu đề có cột “Tên phòng”/],
])('%s', async (_, name, content, words) => {
  const desk = await openDesk(workerFile)
  const before = await desk.ask('register.info', {})
  desk.write(name, content)
  desk.choose(name)
  desk.show()
  await desk.user.click(await screen.findByRole('button', { name: 'Chọn tệp…' }))
  const told = await screen.findByRole('alert')
  expect(told).toHaveTextContent(`Chưa đọc được ${name}`)
  expect(told).toHaveTextContent(words)
  expect(told).toHaveTextContent(/Hãy /)
  expect(await desk.ask('register.info', {})).toEqual(before)
  expect(await axeFinds(document.body)).toEqual([])
  desk.write(name, TABLE)
  await desk.user.keyboard('{F5}')
  expect(await screen.findByRole('grid')).toHaveTextContent('Phòng A (hư cấu)')
})

it('a person who thinks better of it stays where they were', async () => {
  const desk = await openDesk(workerFile)
  desk.show()
  const button = await screen.findByRole('button', { name: 'Chọn tệp…' })
  await desk.user.click(button)
  expect(button).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})
