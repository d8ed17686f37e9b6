// The main job at the keyboard in the real app: list → filter → page → reasons → parts → back → trash → restore, on the province's
// register, at the size of a small office screen, sound to axe in both themes.
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, eventually, launch, resize, screenshot, seriousProblems, waitForState } from './harness'

let app: ElectronApplication
let page: Page

const grid = () => page.getByRole('grid', { name: 'Phòng thí nghiệm' })
const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName)
const title = () => page.getByRole('heading', { level: 1 })
const count = () => page.locator('output').first()
const activeRow = () => grid().locator('[data-active]')

/** Presses Tab (or Shift+Tab) until the element of that name has the focus; fails when the keyboard cannot get there. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key)
    const here = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(here)) return
  }
  throw new Error(`no ${String(name)} within 60 presses of ${key}`)
}

/** Types into the palette and does what it finds. */
async function choose(words: string, found: RegExp): Promise<void> {
  await press('Control+k')
  const field = page.getByRole('combobox', { name: 'Tìm và làm' })
  await field.waitFor()
  await page.keyboard.insertText(words)
  await page.getByRole('option', { name: found, selected: true }).waitFor()
  await press('Enter')
  await field.waitFor({ state: 'detached' })
}

const overflow = () =>
  page.evaluate(() => {
    const outside = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        getComputedStyle(element).position !== 'absolute' && element.getBoundingClientRect().right > innerWidth + 1,
    )
    const scrolls = document.documentElement.scrollWidth > innerWidth
    return scrolls ? outside.map((element) => element.className) : []
  })

beforeAll(async () => {
  ;({ app, page } = await launch())
  await waitForState(page, 'ready')
  await resize(app, 1366, 768)
  await press('Control+2')
  await grid().waitFor()
})

describe('the list, by keyboard alone', () => {
  it('has the focus when it is gone to, and its arrows move from row to row', async () => {
    await eventually(focused).toBe('grid')
    await eventually(() => count().textContent()).toBe('12 phòng')
    await press('ArrowDown', 'ArrowDown')
    await eventually(() => activeRow().textContent()).toContain('Khoa Sinh hóa')
    await press('End')
    await eventually(() => activeRow().textContent()).toContain('Trung tâm kỹ thuật')
    await press('Home')
    await eventually(() => activeRow().textContent()).toContain('Khoa Huyết học')
    await screenshot(page, 'labs-list-1366')
  })

  it('copies chosen rows as a table with its headings', async () => {
    await press('Shift+ArrowDown')
    await eventually(() => count().textContent()).toBe('12 phòng, đang chọn 2')
    await press('Control+c')
    const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
    await eventually(async () => (await copied()).split(/\r?\n/).map((line) => line.split('\t')[0])).toEqual([
      'Tên phòng',
      expect.stringMatching(/^Khoa Huyết học/),
      expect.stringMatching(/^Khoa Sinh hóa/),
    ])
    await press('Escape')
  })

  it('filters by a menu and by words, drops conditions, and says what to drop when nothing is left', async () => {
    await press('Control+f')
    await page.keyboard.insertText('thuyr sanr')
    await eventually(() => count().textContent()).toBe('1 trong 12 phòng')
    await tabTo(/^Tình trạng/)
    await press('Enter')
    await page.getByRole('checkbox', { name: 'Sắp hết hạn' }).waitFor()
    await press('ArrowDown')
    await tabToChecked('Sắp hết hạn')
    await eventually(() => count().textContent()).toBe('0 trong 12 phòng')
    await press('Escape')
    await page.getByRole('button', { name: 'Bỏ “tìm: thuyr sanr” thì có 2 mục' }).waitFor()
    await screenshot(page, 'labs-nothing-1366')
    await tabTo(/^Bỏ “tìm: thuyr sanr”/)
    await press('Enter')
    await eventually(() => count().textContent()).toBe('2 trong 12 phòng')
  })
})

/** Walks the choices of an open menu with ↓ to the one of that name and ticks it. */
async function tabToChecked(name: string): Promise<void> {
  const choice = page.getByRole('checkbox', { name })
  for (let step = 0; step < 20; step += 1) {
    if (await choice.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Space')
}

describe('a page, by keyboard alone', () => {
  it('opens from the list and unfolds why its status is what it is', async () => {
    await press('Control+f')
    await page.keyboard.insertText('b12')
    await eventually(() => count().textContent()).toBe('1 trong 12 phòng')
    await press('Enter', 'Enter')
    await eventually(() => title().textContent()).toBe('Phòng thử nghiệm Xăng dầu B12')
    await page.getByText('Còn hiệu lực đến 25/11/2026 — còn 2 ngày; chưa xác minh').waitFor()
    await tabTo(/^Vì sao/)
    await press('Enter')
    await page.getByText(/^Vì vậy ngày 23\/11\/2026/).waitFor()
    await screenshot(page, 'lab-why-1366')
  })

  it('steps through its parts, each marked in the index', async () => {
    const seen: (string | null)[] = []
    for (let step = 0; step < 7; step += 1) {
      await press('Control+PageDown')
      seen.push(await page.locator('nav [aria-current=location]').textContent())
    }
    expect(seen).toEqual(['Quyết định', 'Phạm vi', 'Địa điểm', 'Tệp đính kèm', 'Nguồn', 'Ghi chú', 'Lịch sử'])
  })

  it('gives the list back as it was left', async () => {
    await press('Alt+ArrowLeft')
    await eventually(() => count().textContent()).toBe('1 trong 12 phòng')
    await eventually(focused).toBe('grid')
    expect(await activeRow().textContent()).toContain('Phòng thử nghiệm Xăng dầu B12')
    await press('Alt+ArrowRight')
    await eventually(() => title().textContent()).toBe('Phòng thử nghiệm Xăng dầu B12')
  })

  it('goes to the trash and comes back from it', async () => {
    await tabTo(/^Việc khác$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('menuitem', { name: /thùng rác/ }).waitFor()
    await tabTo(/thùng rác$/, 'ArrowDown')
    await press('Enter')
    await page.getByText(/^Phòng này đang ở trong thùng rác từ/).waitFor()
    expect(await call(page, 'labs.list', {})).toMatchObject({ ok: true, value: { total: 11 } })
    await screenshot(page, 'lab-trash-1366')
    await tabTo(/^Khôi phục$/, 'Shift+Tab')
    await press('Enter')
    await page.getByText(/^Phòng này đang ở trong thùng rác từ/).waitFor({ state: 'detached' })
    expect(await call(page, 'labs.list', {})).toMatchObject({ ok: true, value: { total: 12 } })
  })

  it('is found from anywhere by its code', async () => {
    await press('Control+1')
    await choose('vilas-0512', /512/)
    await eventually(() => title().textContent()).toMatch(/KHKT/)
  })
})

describe.each([
  ['sáng', 'giao dien sang', /^Giao diện sáng/, 'light'],
  ['tối', 'giao dien toi', /^Giao diện tối/, 'dark'],
])('in the theme %s', (_, words, found, scheme) => {
  it('list and page are sound to axe, and never scroll sideways at 1366 and at 1920', async () => {
    await choose(words, found)
    await eventually(() => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe(scheme)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await resize(app, width, height)
      await eventually(() => page.evaluate(() => innerWidth)).toBe(width)
      await choose('huyet hoc', /VILAS MED 131/)
      await page.getByRole('navigation', { name: 'Các phần của trang' }).waitFor()
      expect(await overflow()).toEqual([])
      if (width === 1366) expect(await seriousProblems(page)).toEqual([])
      await screenshot(page, `lab-${scheme}-${width}`)
      await press('Control+2')
      await grid().waitFor()
      expect(await overflow()).toEqual([])
      if (width === 1366) expect(await seriousProblems(page)).toEqual([])
      await screenshot(page, `labs-${scheme}-${width}`)
    }
  })
})

describe('on paper', () => {
  it('a page says its day and leaves buttons, index and history out', async () => {
    await choose('vilas 016', /B12/)
    await page.getByRole('navigation', { name: 'Các phần của trang' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Tình trạng tính vào ngày 23/11/2026.').isVisible()).toBe(true)
    expect(await page.getByText(/^Vì vậy ngày 23\/11\/2026/).isVisible()).toBe(true)
    for (const hidden of [
      page.getByRole('navigation', { name: 'Các phần của trang' }),
      page.getByText('Sửa', { exact: true }),
      page.getByRole('region', { name: 'Lịch sử' }),
    ])
      expect(await hidden.filter({ visible: true }).count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  })
})
