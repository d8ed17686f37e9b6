// Many laboratories at once, by keyboard in the real app: one field of all with a preview, a sheet with Excel's clipboard, the form beside it.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../db/contract'
import { arrives, focused, press, says, start, type, value } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems, type Launched } from './harness'

type Rows = Output<'labs.rows'>['rows']

/** The first laboratories of the list, as it shows them. */
async function firstOf(page: Page, count: number): Promise<string[]> {
  const list = await call(page, 'labs.list', { limit: count })
  if (!list.ok) throw new Error(list.error.code)
  return list.value.rows.map(({ id }) => id)
}

async function rowsOf(page: Page, ids: string[]): Promise<Rows> {
  const answer = await call(page, 'labs.rows', { ids })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.rows
}

/** The list with its first laboratories chosen, from the first row on. */
async function chosen(page: Page, count: number): Promise<string[]> {
  await press(page, 'Control+2')
  await page.getByRole('grid', { name: 'Phòng thí nghiệm' }).waitFor()
  await page.getByRole('grid', { name: 'Phòng thí nghiệm' }).focus()
  await press(page, 'Home', ...Array.from({ length: count - 1 }, () => 'Shift+ArrowDown'))
  await says(page, new RegExp(`đang chọn ${count}`))
  return firstOf(page, count)
}

const paste = async ({ app, page }: Launched, text: string) => {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await press(page, 'Control+v')
}
const copied = ({ app }: Launched) => app.evaluate(({ clipboard }) => clipboard.readText())
const seq = async (page: Page) => {
  const info = await call(page, 'register.info', {})
  return info.ok ? info.value.seq : -1
}
/** The system's colours, which the window follows until a person chooses. */
async function theme(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
}

describe('one field of many', () => {
  it('is chosen, looked at, written once and taken back, all by keyboard', async () => {
    const { page } = await start()
    const ids = await chosen(page, 5)
    const before = await rowsOf(page, ids)
    await press(page, 'Control+Shift+E')
    await arrives(page, 'Ô cần sửa')
    await pick(page, 'Phòng: Cơ quan chủ quản')
    await press(page, 'Enter')
    await arrives(page, 'Giá trị mới')
    await type(page, 'san nhi')
    await page.locator('[data-combobox-selected]', { hasText: 'Bệnh viện Sản Nhi Quảng Ninh' }).waitFor()
    await press(page, 'Enter')
    await says(page, 'Sẽ đổi 3 trong 5 mục')
    await screenshot(page, 'many-bulk-owner')
    await press(page, 'Shift+Tab')
    await arrives(page, 'Ô cần sửa')
    await pick(page, 'Phòng: Người quản lý')
    await press(page, 'Enter')
    await arrives(page, 'Giá trị mới')
    await type(page, 'Nguyễn Văn Mẫu (hư cấu)')
    await says(page, 'Sẽ đổi 5 trong 5 mục')
    await screenshot(page, 'many-bulk')
    expect(await seriousProblems(page)).toEqual([])
    await theme(page, 'dark')
    await screenshot(page, 'many-bulk-dark')
    expect(await seriousProblems(page)).toEqual([])
    await theme(page, 'light')
    const was = await seq(page)
    await press(page, 'Control+Enter')
    await says(page, 'Đã sửa “Người quản lý” của 5 phòng.')
    expect(await seq(page)).toBe(was + 1)
    expect((await rowsOf(page, ids)).map(({ manager }) => manager)).toEqual(ids.map(() => 'Nguyễn Văn Mẫu (hư cấu)'))
    await screenshot(page, 'many-bulk-done')
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await press(page, 'Control+z')
    await eventually(() => rowsOf(page, ids)).toEqual(before)
  })
})

/** Steps through the choices of the list that has the focus. */
async function pick(page: Page, choice: string): Promise<void> {
  for (let steps = 0; (await shown(page)) !== choice && steps < 20; steps++) await press(page, 'ArrowDown')
}
const shown = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLSelectElement | null)?.selectedOptions[0]?.textContent)

describe('a sheet of laboratories', () => {
  it('takes a block from Excel, gives one back, is saved as one set, and is one with the form', async () => {
    const started = await start()
    const { page } = started
    const ids = await chosen(page, 4)
    const before = await rowsOf(page, ids)
    const cell = (column: string, row: number) => `${column}, ${before[row - 1]!.nameVi}, dòng ${row}`
    await press(page, 'Control+Shift+G')
    await arrives(page, cell('Tên', 1))
    await screenshot(page, 'many-sheet')
    await press(page, 'ArrowRight', 'ArrowRight')
    await arrives(page, cell(await columnOf(page, 2), 1))
    await paste(
      started,
      'Thử nghiệm\tTrần Thị A (hư cấu)\r\nHiệu chuẩn\tLê Văn B (hư cấu)\r\nkhông có\tPhạm C (hư cấu)\r\n',
    )
    await says(page, '1 ô cần sửa')
    await press(page, 'Control+c')
    expect(await copied(started)).toBe(
      'Thử nghiệm\tTrần Thị A (hư cấu)\r\nHiệu chuẩn\tLê Văn B (hư cấu)\r\nkhông có\tPhạm C (hư cấu)',
    )
    await press(page, 'Control+s')
    await says(page, 'Chưa lưu. Hãy sửa ô được đánh dấu rồi lưu lại.')
    await eventually(() => value(page)).toBe('không có')
    await screenshot(page, 'many-sheet-trouble')
    expect(await seriousProblems(page)).toEqual([])
    await theme(page, 'dark')
    await screenshot(page, 'many-sheet-trouble-dark')
    await theme(page, 'light')
    await type(page, 'xet')
    await page.getByRole('option', { name: 'Xét nghiệm y tế' }).waitFor()
    await press(page, 'Enter')
    await press(page, 'ArrowUp', 'Shift+ArrowDown', 'Control+d')
    const was = await seq(page)
    await press(page, 'Control+s')
    await says(page, 'Đã lưu 4 phòng vào sổ.')
    expect(await seq(page)).toBe(was + 1)
    expect((await rowsOf(page, ids)).map(({ kind, manager }) => [kind, manager])).toEqual([
      ['testing', 'Trần Thị A (hư cấu)'],
      ['calibration', 'Lê Văn B (hư cấu)'],
      ['medical', 'Phạm C (hư cấu)'],
      ['medical', before[3]!.manager],
    ])
    await eventually(() => page.getByText(/chưa lưu, đã giữ/).count()).toBe(0)

    await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F4')
    await arrives(page, 'Tên')
    for (let steps = 0; (await focused(page)) !== 'Người quản lý' && steps < 9; steps++) await press(page, 'Enter')
    await press(page, 'Control+a')
    await type(page, 'Sửa ở biểu mẫu (hư cấu)')
    await press(page, 'Control+Enter')
    await page.getByRole('gridcell', { name: 'Sửa ở biểu mẫu (hư cấu)' }).waitFor()
    await screenshot(page, 'many-sheet-form')
  })

  it('holds what was typed over a restart, and lets it go by one key and comes back by another', async () => {
    const started = await start()
    const ids = await chosen(started.page, 3)
    const before = await rowsOf(started.page, ids)
    await press(started.page, 'Control+Shift+G')
    await arrives(started.page, `Tên, ${before[0]!.nameVi}, dòng 1`)
    await press(started.page, 'End', 'ArrowDown')
    await type(started.page, 'ghi chú dở dang')
    await press(started.page, 'Enter')
    await says(started.page, /1 ô đã sửa, chưa lưu, đã giữ bản nháp/)
    await eventually(async () => {
      const drafts = await call(started.page, 'drafts.list', {})
      return drafts.ok && drafts.value.some(({ value: kept }) => kept.includes('ghi chú dở dang'))
    }).toBe(true)

    const { page } = await started.restart()
    await page.locator('main').waitFor()
    await page.getByRole('gridcell', { name: 'ghi chú dở dang' }).waitFor()
    await says(page, /Các ô sửa dở lần trước vẫn còn ở đây/)
    expect(await rowsOf(page, ids)).toEqual(before)
    await press(page, 'Control+s')
    await says(page, 'Đã lưu 1 phòng vào sổ.')
    expect((await rowsOf(page, ids))[1]!.note).toBe('ghi chú dở dang')
  })
})

describe('a sheet of accreditations', () => {
  it('stands without sideways scrolling of the page, and says what a code cannot be', async () => {
    const started = await start()
    const { page, app } = started
    await chosen(page, 6)
    await page.getByRole('button', { name: 'Sửa', exact: true }).focus()
    await press(page, 'Enter')
    await page.getByRole('menuitem', { name: 'Sửa công nhận dạng bảng Ctrl+Shift+H' }).waitFor()
    await screenshot(page, 'many-menu')
    await press(page, 'Escape')
    await page.getByRole('grid', { name: 'Phòng thí nghiệm' }).focus()
    await press(page, 'Control+Shift+H')
    await page.getByRole('grid', { name: 'Các công nhận' }).waitFor()
    await press(page, 'ArrowRight')
    await type(page, 'VILAS 18O')
    await press(page, 'Enter', 'ArrowUp')
    await says(page, '1 ô cần sửa')
    await screenshot(page, 'many-held')
    expect(await seriousProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await press(page, 'Escape', 'Tab')
    await arrives(page, 'Đổi thành VILAS 180')
    await press(page, 'Enter')
    await eventually(() => value(page)).toBe('VILAS 180')
    await eventually(() => page.getByText('1 ô cần sửa').count()).toBe(0)
    await resize(app, 1920, 1080)
    await screenshot(page, 'many-held-wide')
    await press(page, 'Control+z', 'Control+z')
    await eventually(() => page.getByText(/chưa lưu, đã giữ/).count()).toBe(0)
  })
})

/** Heading of a column, from 0 without the numbers of the rows. */
const columnOf = (page: Page, at: number) =>
  page
    .getByRole('columnheader')
    .nth(at + 1)
    .innerText()
