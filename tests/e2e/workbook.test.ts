// The working copy in the real app: out by keyboard, edited elsewhere, back through a preview in which what is open is answered, written once.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { start, press, says } from './clerk'
import {
  call,
  choosesToOpen,
  choosesToSave,
  eventually,
  newFolder,
  resize,
  screenshot,
  seriousProblems,
} from './harness'

it('goes out by keyboard, comes back edited, asks what both sides changed, and is written once as one import', async () => {
  const { app, page } = await start()
  const path = join(newFolder(), 'Sổ làm việc.xlsx')
  await choosesToSave(app, path)
  await press(page, 'Control+Alt+l')
  await page.getByRole('heading', { level: 1, name: 'Sổ làm việc (Excel)' }).waitFor()
  const out = page.getByRole('button', { name: 'Xuất sổ làm việc…' })
  await out.waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await screenshot(page, 'workbook-choose')
  await out.focus()
  await press(page, 'Enter')
  await says(page, /^Đã xuất \d+ dòng vào Sổ làm việc\.xlsx\.$/)

  const book = await readXlsx(readFileSync(path))
  const labs = book.sheets.find(({ name }) => name === 'Phòng thí nghiệm')!.rows as CellValue[][]
  const at = (heading: string): number => labs[0]!.indexOf(heading)
  const ids = labs.slice(1).map((row) => String(row[at('#laboratory')]))
  labs[1]![at('Điện thoại')] = '0203 3999 001'
  labs[2]![at('Điện thoại')] = '0203 3999 002'
  labs[2]![at('Email')] = 'phong@mau.example'
  labs[3]![at('Loại')] = 'loại không có'
  labs.splice(4, 1)
  const spare = labs.find((row) => row[at('Mã dòng')] !== undefined && !row[at('Tên')] && row !== labs[0])!
  spare[at('Tên')] = 'Phòng thử nghiệm thêm trong Excel (hư cấu)'
  writeFileSync(path, await writeXlsx({ sheets: book.sheets.map(({ name, rows }) => ({ name, rows })) }))
  for (const [field, value] of [
    ['phone', 'số khác trong sổ'],
    ['email', 'khac@mau.example'],
  ] as const)
    expect((await call(page, 'labs.save', { id: ids[1]!, change: { [field]: value } })).ok).toBe(true)

  await choosesToOpen(app, path)
  await press(page, 'Control+Alt+y')
  const grid = page.getByRole('grid', { name: 'Các dòng có thay đổi' })
  await grid.waitFor()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  for (const [name, count] of [
    ['Xung đột', 1],
    ['Hỏi lại', 1],
    ['Lỗi', 1],
    ['Thêm', 1],
    ['Sửa', 1],
  ] as const)
    expect(await button(new RegExp(`^${name} `)).textContent()).toBe(`${name} ${count}`)
  const write = button(/^Ghi \d+ dòng vào sổ$/)
  expect(await write.isDisabled()).toBe(true)
  await says(page, 'Còn 2 chỗ chưa chọn.')

  // the conflict, answered cell by cell in the details at the keyboard
  await button(/^Xung đột 1/).focus()
  await press(page, 'Enter')
  await grid.focus()
  await press(page, 'Home', 'Enter')
  const details = page.getByRole('complementary', { name: 'Chi tiết' })
  const phone = details.getByRole('radiogroup', { name: 'Chọn cho ô Điện thoại' })
  await phone.waitFor()
  await says(page, 'số khác trong sổ')
  expect(await seriousProblems(page)).toEqual([])
  await screenshot(page, 'workbook-conflict')
  await phone.getByRole('radio', { name: 'Giữ của sổ' }).focus()
  await press(page, 'Space')
  const email = details.getByRole('radiogroup', { name: 'Chọn cho ô Email' })
  await email.getByRole('radio', { name: 'Lấy của tệp' }).focus()
  await press(page, 'Space')
  await says(page, 'Sửa các dòng có lỗi trong tệp rồi đọc lại (F5), hoặc đánh dấu bỏ qua.')
  await button(/^Tất cả/).focus()
  await press(page, 'Enter')
  await page.getByRole('checkbox', { name: 'Bỏ qua 1 dòng có lỗi' }).focus()
  await press(page, 'Space')
  await resize(app, 1920, 1080)
  await eventually(() => write.textContent()).toBe('Ghi 3 dòng vào sổ')
  await screenshot(page, 'workbook-preview')
  await resize(app, 1366, 768)
  // what is told in the corner never lies on the button that writes
  const told = await page.locator('.mantine-Notifications-root[data-position=bottom-right]').boundingBox()
  const bar = await page.getByRole('region', { name: 'Ghi vào sổ' }).boundingBox()
  expect(told!.y + told!.height).toBeLessThan(bar!.y)
  await press(page, 'Control+Enter')
  await page.getByRole('region', { name: 'Đã ghi vào sổ' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await screenshot(page, 'workbook-done')
  const kept = await call(page, 'labs.get', { id: ids[1]! })
  expect(kept.ok && [kept.value.phone, kept.value.email]).toEqual(['số khác trong sổ', 'phong@mau.example'])
  const past = await call(page, 'exchange.imports', {})
  expect(past.ok && past.value.length > 0 && past.value[0]!.reason).toBe('Nhập lại sổ làm việc Sổ làm việc.xlsx')

  // taken back whole: the conflict stands again, and what the colleague wrote is untouched
  await button('Hoàn tác lần ghi này').focus()
  await press(page, 'Enter')
  await says(page, 'Đã hoàn tác lần ghi này.')
  const back = await call(page, 'labs.get', { id: ids[1]! })
  expect(back.ok && [back.value.phone, back.value.email]).toEqual(['số khác trong sổ', 'khac@mau.example'])
  const after = await call(page, 'labs.list', { text: 'thêm trong Excel' })
  expect(after.ok && after.value.rows).toEqual([])

  // dropped on the window it is known as a working copy, and its way back begins
  await press(page, 'Control+2')
  await page.getByRole('grid', { name: 'Phòng thí nghiệm' }).waitFor()
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }))
  })
  await page.setInputFiles('#dropped', path)
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped')!
    const brought = new DataTransfer()
    brought.items.add(input.files![0]!)
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: brought }))
    input.remove()
  })
  await grid.waitFor()
  await page.getByRole('heading', { level: 1, name: 'Nhập lại sổ làm việc' }).waitFor()
  // what was added and taken back lies in the trash: that is asked too
  await button(/^Xung đột 2/).waitFor()
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme.dark')?.click())
  await eventually(() => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('dark')
  expect(await seriousProblems(page)).toEqual([])
  await screenshot(page, 'workbook-dark')
})
