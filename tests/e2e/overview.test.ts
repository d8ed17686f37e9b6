// Overview, journal, trash and the day looked at, in the real app with the keyboard: figures open lists with the same count, another day
// reads only, axe is content in both themes, and nothing scrolls sideways at 1366×768.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { call, eventually, launch, resize, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let page: Page

beforeAll(async () => {
  started = await launch()
  page = started.page
  await resize(started.app, 1366, 768)
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
})
afterAll(() => started.close())

const screens = [
  { name: 'overview', keys: 'Control+1', heading: 'Tổng quan', shown: 'Việc cần làm' },
  { name: 'journal', keys: 'Control+3', heading: 'Nhật ký', shown: 'Hết nhật ký: đây là lần ghi đầu tiên.' },
  { name: 'trash', keys: 'Control+4', heading: 'Thùng rác', shown: 'Thùng rác đang trống' },
] as const

async function go({ keys, heading, shown }: (typeof screens)[number]): Promise<void> {
  await page.keyboard.press(keys)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  await page.getByText(shown).first().waitFor()
}

const isTooWide = (): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main article, main article > div')].some(
      (element) => element.scrollWidth > element.clientWidth,
    ),
  )

async function wear(theme: 'light' | 'dark'): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(theme === 'dark' ? 'giao dien toi' : 'giao dien sang')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor()
}

describe('the overview at the keyboard', () => {
  it('opens behind a figure the list with the same count, and comes back', async () => {
    await go(screens[0])
    const figures = page.getByRole('region', { name: 'Theo tình trạng' }).getByRole('button')
    const names = () =>
      figures.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
    await eventually(async () => (await names()).filter((name) => !name.endsWith(': 0'))).toEqual([
      'Sắp hết hạn: 2',
      'Chưa rõ: 10',
    ])
    for (const [name, count] of [
      ['Sắp hết hạn: 2', 2],
      ['Chưa rõ: 10', 10],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Phòng thí nghiệm', level: 1 }).waitFor()
      await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(count + 1))
      await page.keyboard.press('Alt+ArrowLeft')
      await page.getByRole('heading', { name: 'Tổng quan', level: 1 }).waitFor()
    }
  })

  it('reaches the cells of the matrix by arrows', async () => {
    await page.getByRole('button', { name: 'Tất cả: 12 phòng' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Phòng thí nghiệm', level: 1 }).waitFor()
    await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3')
  })
})

describe('another day', () => {
  it('is chosen with the keyboard, stands in a band, only reads, and is left again', async () => {
    await go(screens[0])
    await page.keyboard.press('Control+d')
    const field = page.getByRole('textbox', { name: 'Ngày', exact: true })
    await eventually(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('hôm kia')
    await page.keyboard.press('Enter')
    await page.getByText('Cần đủ ngày, tháng, năm. Hãy gõ như 12/03/2019.').waitFor()
    await field.fill('26/11/26')
    await page.keyboard.press('Enter')
    await page.getByText('Đang xem tại 26/11/2026 — chỉ đọc').waitFor()
    await page.getByRole('button', { name: 'Hết hiệu lực: 1', exact: true }).waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'overview-another-day')
    await page.keyboard.press('Control+Shift+d')
    await eventually(() => page.getByText(/Đang xem tại/).count()).toBe(0)
    await page.getByRole('button', { name: 'Sắp hết hạn: 2', exact: true }).waitFor()
  })
})

describe('the status line', () => {
  it('copies the whole fingerprint of the register', async () => {
    await page.getByRole('button', { name: /^vân tay/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/Đã sao chép vân tay của sổ/).waitFor()
    const info = await call(page, 'register.info', {})
    const copied = await started.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(info.ok && info.value.fingerprint).toBe(copied)
  })
})

describe('the trash', () => {
  it('gives a laboratory back at the keyboard, and takes it back by the toast', async () => {
    const found = await call(page, 'labs.list', { text: 'VILAS 016' })
    const id = found.ok ? found.value.rows[0]!.id : ''
    await call(page, 'records.trash', { entity: 'laboratory', id })
    await page.keyboard.press('Control+4')
    const row = page.getByRole('row', { name: /Xăng dầu B12/ })
    await row.waitFor()
    await screenshot(page, 'trash-filled')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+a')
    await page.getByText('đang chọn 1').waitFor()
    await page.getByRole('button', { name: 'Khôi phục mục đang chọn' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Thùng rác đang trống').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await row.waitFor()
    await call(page, 'records.restore', { entity: 'laboratory', id })
    await page.getByText('Thùng rác đang trống').waitFor()
  })
})

describe.each(['light', 'dark'] as const)('the three screens, %s', (theme) => {
  beforeAll(() => wear(theme))

  it.each(screens)('$name satisfies axe and fits its window', async (screen) => {
    await go(screen)
    expect(await seriousProblems(page)).toEqual([])
    expect(await isTooWide()).toBe(false)
    await screenshot(page, `${screen.name}-${theme}`)
  })
})
