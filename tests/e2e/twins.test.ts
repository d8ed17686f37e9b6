// Laboratories entered twice, in the real app by keyboard: told while typing, found as work, compared, merged, taken back; told apart and
// called back.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrives, focused, labCalled, newLab, press, says, start, type, value } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let page: Page
const TYPED = 'PTN Xăng dầu B12'

beforeAll(async () => {
  started = await start()
  page = started.page
  page.setDefaultTimeout(20_000)
})
afterAll(() => started.close())

async function checked(name: string): Promise<void> {
  await resize(started.app, 1366, 768)
  await eventually(() => page.evaluate(() => window.innerWidth)).toBe(1366)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await eventually(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(scheme)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, `twins-${name}-${scheme}`)
  }
}
const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()
const below = (): Promise<number> =>
  page.getByRole('textbox', { name: 'Email' }).evaluate((field) => field.getBoundingClientRect().top)

describe('a laboratory typed a second time', () => {
  it('is told while it is typed, without moving the fields, and is saved all the same', async () => {
    await newLab(page)
    await type(page, 'Phòng thử')
    const stood = await below()
    await type(page, ' nghiệm xăng dầu b12')
    await says(
      page,
      /^Có thể đã có trong sổ – tên giống nhau.*Xăng dầu B12|^Có thể đã có trong sổ – cùng tên.*Xăng dầu B12/,
    )
    expect(await below()).toBe(stood)
    await checked('typing')
    await press(page, 'Control+a')
    await type(page, TYPED)
    await says(page, /^Trong sổ có tên gần giống: Phòng thử nghiệm Xăng dầu B12/)
    await press(page, 'Control+a')
    await type(page, 'Phòng thử nghiệm Xăng dầu B12')
    await press(page, 'Control+Enter')
    await says(page, 'Đã lưu Phòng thử nghiệm Xăng dầu B12.')
  })

  it('waits among the work, and the palette leads there', async () => {
    await press(page, 'Control+k')
    await type(page, 'có thể trùng')
    await page.getByRole('option', { name: /Phòng có thể trùng/ }).waitFor()
    await press(page, 'Enter')
    await heading('Phòng có thể trùng')
    await page.getByRole('row', { name: /Xăng dầu B12.*cùng tên/ }).waitFor()
    await arrives(page, 'Phòng có thể trùng')
    await checked('list')
  })

  it('is compared and merged by keyboard, its old page tells where it went, and the undo brings both back', async () => {
    await press(page, 'ArrowDown', 'Enter')
    await heading('Hai phòng này là một?')
    await eventually(async () => (await focused(page)).length > 0).toBe(true)
    await eventually(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio')
    await checked('compare')
    await press(page, 'ArrowRight')
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(
      /\(trống\)$/,
    )
    await press(page, 'ArrowLeft', 'Control+Enter')
    await says(page, /^Đã gộp “Phòng thử nghiệm Xăng dầu B12” vào/)
    await heading('Phòng thử nghiệm Xăng dầu B12')
    const trash = await call(page, 'trash.list', {})
    const gone = trash.ok ? trash.value.find(({ entity }) => entity === 'laboratory')! : null
    const other = await call(page, 'labs.get', { id: gone!.id })
    expect(other.ok && other.value.mergedInto?.name).toBe('Phòng thử nghiệm Xăng dầu B12')
    await press(page, 'Control+4')
    await page
      .getByRole('row', { name: /Phòng thử nghiệm Xăng dầu B12/ })
      .first()
      .waitFor()
    await press(page, 'ArrowDown', 'Enter')
    await page.getByRole('button', { name: 'Đã gộp vào “Phòng thử nghiệm Xăng dầu B12”' }).waitFor()
    await checked('merged')
    await press(page, 'Control+z')
    await eventually(async () => {
      const list = await call(page, 'twins.list', {})
      return list.ok && list.value.total
    }).toBe(1)
  })

  it('is told apart with one key, and called back from the list of those', async () => {
    await press(page, 'Control+8')
    await page.getByRole('button', { name: 'Phòng có thể trùng: 1' }).press('Enter')
    await page.getByRole('row', { name: /Xăng dầu B12.*cùng tên/ }).waitFor()
    await arrives(page, 'Phòng có thể trùng')
    await press(page, 'Control+h')
    await says(page, 'Không có cặp nào cần xem')
    await checked('none')
    await page.getByRole('button', { name: /^Đã xác định không trùng/ }).press('Enter')
    await page.getByRole('row', { name: /Xăng dầu B12/ }).waitFor()
    await checked('apart')
    await press(page, 'Control+h')
    await says(page, 'Chưa cặp nào được xác định là không trùng.')
  })
})

describe('a place', () => {
  it('offers the units that its address names, taken by keyboard, the address as printed', async () => {
    await newLab(page)
    await type(page, 'Phòng có địa chỉ')
    await press(page, 'Control+Shift+Enter')
    await arrives(page, 'Tên địa điểm')
    await press(page, 'Enter')
    await arrives(page, 'Địa chỉ')
    await type(page, 'Khu 1, P. Bãi Cháy, TP. Hạ Long')
    await press(page, 'Enter')
    await says(page, 'Hiện nay cùng tên: Phường Bãi Cháy')
    await checked('units')
    await press(page, 'Tab')
    await arrives(page, 'Theo địa chỉ: Phường Bãi Cháy, Thành phố Hạ Long')
    await press(page, 'Enter')
    await eventually(() => value(page)).toBe('Phường Bãi Cháy')
    await press(page, 'Control+s')
    await says(page, 'Đã lưu Khu 1, P. Bãi Cháy, TP. Hạ Long.')
    expect((await labCalled(page, 'Phòng có địa chỉ')).sites).toMatchObject([
      { address: 'Khu 1, P. Bãi Cháy, TP. Hạ Long', oldUnit: { name: 'Phường Bãi Cháy' }, unit: null },
    ])
  })
})
