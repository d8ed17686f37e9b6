// Work, expiries and figures in the real app with the keyboard: putting off and taking back, the rungs of the ladder, a figure compared,
// copied and printed; axe is content in both themes and nothing scrolls sideways, in a small and a large window.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { call, eventually, launch, resize, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let page: Page

beforeAll(async () => {
  started = await launch()
  page = started.page
  await resize(started.app, 1366, 768)
  await page.getByRole('heading', { name: 'Tổng quan', level: 1 }).waitFor()
})
afterAll(() => started.close())

const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
const chosen = () => page.getByRole('region', { name: 'Việc đang chọn' })
const rail = () => page.getByRole('navigation', { name: 'Các màn hình' })
const inGrid = () => eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')

async function wear(theme: 'light' | 'dark'): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(theme === 'dark' ? 'giao dien toi' : 'giao dien sang')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor()
}

async function toFigures(): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('so lieu')
  await page.getByRole('option', { name: /Số liệu/ }).waitFor()
  await page.keyboard.press('Enter')
  await heading('Số liệu')
  await page.getByRole('grid').waitFor()
}

const isTooWide = (): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main article, main article > div')].some(
      (element) => element.scrollWidth > element.clientWidth,
    ),
  )

describe('the work at the keyboard', () => {
  it('is counted in the rail, put off with a reason, and comes back by the toast', async () => {
    await page.keyboard.press('Control+8')
    await heading('Việc cần làm')
    await rail().getByText('30').waitFor()
    await inGrid()
    await page.keyboard.press('Home')
    await chosen().getByText('Hết hạn 25/11/2026, còn 2 ngày.').waitFor()
    await page.keyboard.press('Control+h')
    await page.getByRole('form', { name: 'Hẹn lại việc này' }).waitFor()
    await screenshot(page, 'tasks-snooze')
    await page.keyboard.type('25-12-26')
    await page.keyboard.press('Tab')
    await page.keyboard.type('đã nộp hồ sơ')
    await page.keyboard.press('Enter')
    await page.getByText('Đã hẹn lại “Phòng thử nghiệm Xăng dầu B12” đến 25/12/2026.').waitFor()
    await rail().getByText('29').waitFor()
    await inGrid()
    await page.getByRole('button', { name: 'Hoàn tác' }).focus()
    await page.keyboard.press('Enter')
    await rail().getByText('30').waitFor()
  })

  it('leaves the form by Esc with nothing written', async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+h')
    await page.getByRole('form', { name: 'Hẹn lại việc này' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('form', { name: 'Hẹn lại việc này' }).count()).toBe(0)
    await inGrid()
    const list = await call(page, 'tasks.list', {})
    expect(list.ok && list.value.snoozed).toBe(0)
  })

  it('opens the place where it is done, and comes back', async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await heading('Phòng thử nghiệm Xăng dầu B12')
    await page.keyboard.press('Alt+ArrowLeft')
    await heading('Việc cần làm')
  })

  it('stands in the journal in words, with the laboratory that it is about', async () => {
    await page.keyboard.press('Control+3')
    await page
      .getByText(/việc hẹn lại/i)
      .first()
      .waitFor()
    await screenshot(page, 'journal-snooze')
  })
})

describe('the expiries at the keyboard', () => {
  it('walk the ladder and open a laboratory', async () => {
    await page.keyboard.press('Control+7')
    await heading('Hạn hiệu lực')
    await page.getByRole('row', { name: /25\/11\/2026.*VILAS 016/ }).waitFor()
    await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3')
    await page.getByRole('button', { name: /^30 ngày tới/ }).focus()
    await page.keyboard.press('Enter')
    await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Enter')
    await heading('Phòng thử nghiệm Xăng dầu B12')
  })
})

describe('a figure', () => {
  it('is reached from the overview, compared with another day, and opens the laboratory behind a name', async () => {
    await page.keyboard.press('Control+1')
    await page.getByRole('button', { name: 'Cách đếm' }).first().focus()
    await page.keyboard.press('Enter')
    await heading('Số liệu')
    const field = page.getByRole('textbox', { name: 'So với ngày' })
    await field.focus()
    await field.fill('1/10/2023')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Thêm 2' }).waitFor()
    await screenshot(page, 'figures-difference')
    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await heading('Phòng thử nghiệm Xăng dầu B12')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('region', { name: 'Thêm 2' }).waitFor()
  })

  it('goes to the clipboard and on paper with both times and every name', async () => {
    await toFigures()
    await page.getByRole('button', { name: 'Sao chép' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Đã sao chép số liệu và danh sách; dán vào Excel hoặc Word.').waitFor()
    const copied = await started.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(/^Phòng còn được công nhận: 2\r?\n/)
    expect(copied).toMatch(/xem tại ngày 23\/11\/2026 · theo sổ lúc/)
    await page.evaluate(() => {
      window.print = () => document.documentElement.toggleAttribute('data-printed', true)
    })
    await page.keyboard.press('Control+p')
    await page.locator('html[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByText(/xem tại ngày 23\/11\/2026 · theo sổ lúc/).waitFor()
    await page
      .getByRole('table', { name: 'Phòng còn được công nhận' })
      .getByText('VILAS 016', { exact: true })
      .waitFor()
    await screenshot(page, 'figures-paper')
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => void window.dispatchEvent(new Event('afterprint')))
    await page.getByRole('grid').waitFor()
  })
})

describe.each([
  ['light', 1366, 768],
  ['dark', 1366, 768],
  ['light', 1920, 1080],
  ['dark', 1920, 1080],
] as const)('the screens, %s at %i×%i', (theme, width, height) => {
  beforeAll(async () => {
    await resize(started.app, width, height)
    await wear(theme)
  })

  it.each([
    ['tasks', () => page.keyboard.press('Control+8'), 'Việc cần làm'],
    ['expiries', () => page.keyboard.press('Control+7'), 'Hạn hiệu lực'],
    ['figures', toFigures, 'Số liệu'],
  ] as const)('%s satisfies axe and fits its window', async (name, go, title) => {
    await go()
    await heading(title)
    await page.getByRole('row').nth(1).waitFor()
    if (width === 1366) expect(await seriousProblems(page)).toEqual([])
    expect(await isTooWide()).toBe(false)
    await screenshot(page, `${name}-${theme}-${width}`)
  })
})
