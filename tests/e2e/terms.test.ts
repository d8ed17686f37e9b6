// “Bảng từ” in the real app, by keyboard: from the capability search to the table, a pair added, the search finds through it; the pair
// away and back again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { call, eventually, launch, resize, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let page: Page

beforeAll(async () => {
  started = await launch()
  page = started.page
  page.setDefaultTimeout(20_000)
  await call(page, 'register.create', { kind: 'sample', labs: 60, seed: 3, day: '2026-11-23', name: 'Sổ mẫu bảng từ' })
  await page.getByRole('button', { name: /Sổ đang mở: Sổ mẫu bảng từ/ }).waitFor()
})
afterAll(() => started.close())

const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()
const said = (text: string): Promise<void> => page.getByText(text).first().waitFor()
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const form = (): Locator => page.getByRole('form')
const asks = async (query: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(query)
}

async function checked(name: string): Promise<void> {
  await resize(started.app, 1366, 768)
  await eventually(() => page.evaluate(() => window.innerWidth)).toBe(1366)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await eventually(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(scheme)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, `terms-${name}-${scheme}`)
  }
}

describe('the table of words', () => {
  it('opens from the capability search with the list in the focus', async () => {
    await page.keyboard.press('Control+5')
    await heading('Tra cứu năng lực')
    await asks('mautuxyz')
    await said('“mautuxyz”: không có trong sổ')
    await page.getByRole('button', { name: 'Bảng từ', exact: true }).press('Enter')
    await heading('Bảng từ')
    await eventually(focused).toBe('Bảng từ')
    await checked('list')
  })

  it('says at the field what is wrong, and takes the pair once it is right', async () => {
    await page.keyboard.press('Control+n')
    await form().waitFor()
    await page.keyboard.type('mautuxyz')
    await page.keyboard.press('Enter')
    await said('Hãy điền ô này.')
    await checked('form')
    await page.keyboard.type('nước thải')
    await page.keyboard.press('Enter')
    await said('Đã lưu cặp từ “mautuxyz – nước thải”.')
    await eventually(focused).toBe('Bảng từ')
  })

  it('lets the question find through the new pair at once', async () => {
    await page.keyboard.press('Alt+ArrowLeft')
    await heading('Tra cứu năng lực')
    await page.getByRole('list', { name: 'Đã hiểu là' }).getByText('mautuxyz').first().waitFor()
    await page.getByRole('grid', { name: 'Làm được', exact: true }).waitFor()
    expect(await page.getByText('“mautuxyz”: không có trong sổ').count()).toBe(0)
  })

  it('sends the pair to the trash with Delete, from which it returns', async () => {
    await page.getByRole('button', { name: 'Bảng từ', exact: true }).press('Enter')
    await heading('Bảng từ')
    await asks('mautuxyz')
    await said('1 cặp từ')
    await page.keyboard.press('ArrowDown')
    await eventually(focused).toBe('Bảng từ')
    await page.keyboard.press('Delete')
    await said('Đã đưa cặp từ “mautuxyz – nước thải” vào thùng rác.')
    await said('Không có cặp từ nào chứa chữ này')
    expect(await call(page, 'trash.list', {})).toMatchObject({
      ok: true,
      value: [{ entity: 'term_link', label: 'mautuxyz – nước thải' }],
    })
    await page.keyboard.press('Control+4')
    await heading('Thùng rác')
    await page.getByRole('button', { name: /^Khôi phục cặp từ “mautuxyz/ }).press('Enter')
    await said('Đã khôi phục cặp từ “mautuxyz – nước thải”.')
    const { value } = (await call(page, 'terms.list', { text: 'mautuxyz' })) as { value: unknown }
    expect(value).toMatchObject({ rows: [{ term: 'mautuxyz', kind: 'same', other: 'nước thải' }] })
  })
})
