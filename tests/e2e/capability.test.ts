// “Tra cứu năng lực” in the real app, by keyboard: ask, see how it was understood, go through both answers, open, copy; what nobody can.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { call, eventually, launch, resize, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let page: Page

beforeAll(async () => {
  started = await launch()
  page = started.page
  page.setDefaultTimeout(20_000)
  await call(page, 'register.create', {
    kind: 'sample',
    labs: 60,
    seed: 3,
    day: '2026-11-23',
    name: 'Sổ mẫu tra cứu',
  })
  await page.getByRole('button', { name: /Sổ đang mở: Sổ mẫu tra cứu/ }).waitFor()
})
afterAll(() => started.close())

const box = (): Locator => page.getByRole('searchbox', { name: 'Hỏi về năng lực thử nghiệm' })
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const asks = async (query: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(query)
}
const can = (): Locator => page.getByRole('grid', { name: 'Làm được', exact: true })
const could = (): Locator => page.getByRole('grid', { name: 'Chưa làm được, vì sao' })

async function checked(name: string): Promise<void> {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await resize(started.app, width, height)
    await eventually(() => page.evaluate(() => window.innerWidth)).toBe(width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await screenshot(page, `capability-${name}-${width}`)
  }
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await eventually(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(scheme)
    expect(await seriousProblems(page)).toEqual([])
  }
}

describe('who can test what', () => {
  it('is one box with the focus, and examples to press', async () => {
    await page.keyboard.press('Control+5')
    await page.getByRole('heading', { level: 1, name: 'Tra cứu năng lực' }).waitFor()
    await eventually(focused).toBe('Hỏi về năng lực thử nghiệm')
    expect(await page.getByRole('group', { name: 'Thử một ví dụ' }).getByRole('button').count()).toBe(4)
    await checked('start')
    await page.getByRole('button', { name: 'chì trong tôm' }).press('Enter')
    await eventually(() => box().inputValue()).toBe('chì trong tôm')
    await page.getByRole('list', { name: 'Đã hiểu là' }).getByText('tôm: shrimp, prawn').waitFor()
  })

  it('answers raw Telex while typing, both groups at once', async () => {
    await asks('nuwowcs thair')
    await page.getByText('đọc theo kiểu gõ Telex: nước thải').waitFor()
    await can().waitFor()
    await could().waitFor()
    await checked('both')
  })

  it('goes by arrows from the box through both tables and back', async () => {
    // ↓ at once, while the answer to the question before still stands there: the focus survives the new answer
    await asks('nước thải')
    await page.keyboard.press('ArrowDown')
    await eventually(() => page.getByText('đọc theo kiểu gõ Telex').count()).toBe(0)
    await eventually(focused).toBe('Làm được')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowDown')
    await eventually(focused).toBe('Chưa làm được, vì sao')
    await page.keyboard.press('ArrowUp')
    await eventually(focused).toBe('Làm được')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await eventually(focused).toBe('Hỏi về năng lực thử nghiệm')
  })

  it('copies the whole answer as a table', async () => {
    await page.getByRole('button', { name: 'Sao chép bảng' }).press('Enter')
    await page
      .getByText(/Đã sao chép \d+ dòng/)
      .first()
      .waitFor()
    const text = await started.app.evaluate(({ clipboard }) => clipboard.readText())
    const [head = '', ...rows] = text.split('\r\n')
    expect(head.split('\t').slice(0, 5)).toEqual(['Trả lời', 'Phòng', 'Địa điểm', 'Sản phẩm', 'Phép thử'])
    expect(rows.some((row) => row.startsWith('làm được\t'))).toBe(true)
    expect(rows.some((row) => row.startsWith('hết hiệu lực từ '))).toBe(true)
  })

  it('opens the laboratory with Enter and comes back to the same question', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.press('ArrowDown')
    await eventually(focused).toBe('Làm được')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Các phần của trang' }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await eventually(() => box().inputValue()).toBe('nước thải')
    await can().waitFor()
  })

  it('says aloud when nobody can, with the day and with what is not known', async () => {
    await asks('salmonella trong bê tông')
    const said = page.getByRole('status').filter({ hasText: 'không có phòng nào trong sổ làm được' })
    await said.waitFor()
    expect(await said.innerText()).toContain(
      'Ngày 23/11/2026, không có phòng nào trong sổ làm được “salmonella trong bê tông”.',
    )
    expect(await said.innerText()).toMatch(/Còn \d+ công nhận chưa nhập phạm vi/)
    await checked('nobody')
    await asks('zzqq')
    await page.getByText('“zzqq”: không có trong sổ').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('group', { name: 'Thử một ví dụ' }).waitFor()
  })
})
