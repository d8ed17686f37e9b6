// The report check in the real app by keyboard: a report typed, a report pasted, the province's article, both themes, one sheet of paper.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, launch, type Launched, resize, root, screenshot, seriousProblems } from './harness'

const ARTICLE = readFileSync(join(root, 'db/data/000_13d45e44ca1d9fae.txt'), 'utf8')

let started: Launched
let page: Page
beforeAll(async () => {
  started = await launch()
  page = started.page
  page.setDefaultTimeout(20_000)
  await resize(started.app, 1366, 768)
  await page.getByRole('main').waitFor()
})
afterAll(() => started.close())

const box = (label: string) => page.getByRole('combobox', { name: label })
const verdict = (word: string) => page.getByRole('region', { name: 'Kết luận' }).getByText(word, { exact: true })
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** The system's colours, which the window follows until a person chooses. */
async function theme(colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
}

/** As a person pastes: the clipboard is the system's own. */
async function paste(text: string): Promise<void> {
  await started.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

describe('one report', () => {
  it('is checked with the keyboard alone, the first field ready for typing', async () => {
    await page.keyboard.press('Control+6')
    await page.getByRole('heading', { name: 'Kiểm tra phiếu kết quả' }).waitFor()
    await eventually(focused).toBe('code')
    await page.keyboard.type('vilas 16')
    await page.getByRole('option', { name: /VILAS 016/ }).waitFor()
    await screenshot(page, 'check-suggestion')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await box('Mã công nhận').inputValue()).toBe('VILAS 016')
    await page.keyboard.press('Tab')
    await page.keyboard.type('20/11/2026')
    await page.keyboard.press('Enter')
    await verdict('Được công nhận').waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'check-accredited')
  })

  it('after its last day is not accredited, and says by which decision', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.type('26/11/2026')
    await page.keyboard.press('Enter')
    await verdict('Không được công nhận').waitFor()
    await page.getByText('chỉ có hiệu lực đến hết 25/11/2026', { exact: false }).first().waitFor()
    await page.getByText('ở sau hôm nay (23/11/2026)', { exact: false }).waitFor()
  })

  it('pasted whole goes into its fields, and what the register lacks is named', async () => {
    await page.keyboard.press('Control+f')
    await eventually(focused).toBe('code')
    await paste(
      'Số hiệu: VILAS 016\nNgày phát hành: 20/11/2026\nChỉ tiêu: Trị số octan\nTên mẫu: Xăng\nĐịa điểm: Bãi Cháy\nNgười ký: Nguyễn Văn Mẫu',
    )
    expect(await box('Phép thử và sản phẩm').inputValue()).toBe('Trị số octan – Xăng')
    await page.keyboard.press('Enter')
    await verdict('Chưa đủ dữ liệu').waitFor()
    await page.getByText('Sổ chưa có dòng phạm vi nào cho ngày này', { exact: false }).waitFor()
    await page.getByText('Sổ chưa có bảng người có thẩm quyền ký', { exact: false }).waitFor()
    await screenshot(page, 'check-insufficient')
  })

  it('is printed on one page with both times, fingerprint and room for signatures', async () => {
    // the system's own dialog would wait for a person
    await page.evaluate(() => (window.print = () => undefined))
    await page.keyboard.press('Control+p')
    await page.emulateMedia({ media: 'print' })
    await page.getByText('Người kiểm tra (ký, ghi rõ họ tên)').waitFor()
    await page.getByText(/theo sổ lúc .* vân tay [0-9a-f]{16}/).waitFor()
    expect(await page.getByRole('button', { name: 'Kiểm tra', exact: true }).isVisible()).toBe(false)
    const pages = await started.app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })
      return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
    })
    expect(pages).toBe(1)
    await screenshot(page, 'check-paper')
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  })

  it('leads to the proof on the laboratory’s page and back, nothing lost', async () => {
    await page.getByRole('button', { name: 'Xem quyết định' }).first().press('Enter')
    await page.getByRole('heading', { name: 'Phòng thử nghiệm Xăng dầu B12' }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await verdict('Chưa đủ dữ liệu').waitFor()
    expect(await box('Mã công nhận').inputValue()).toBe('VILAS 016')
  })

  it('is as clear in dark colours', async () => {
    await theme('dark')
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'check-dark')
  })
})

describe('the article', () => {
  it('pasted and checked with Ctrl+Enter is marked and listed claim by claim', async () => {
    await page.getByRole('tab', { name: 'Một phiếu' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByLabel('Văn bản cần kiểm tra').focus()
    await paste(ARTICLE)
    await page.keyboard.press('Control+Enter')
    const list = page.getByRole('region', { name: 'Những gì tìm thấy' })
    await list.getByText('14 chỗ', { exact: false }).waitFor()
    for (const [words, count] of [
      ['ISO/IEC 17025:2005', 3],
      ['“IEC 17025”', 1],
      ['VILAS: 512', 1],
      ['VILAS 185', 1],
      ['32 phòng', 1],
      ['6 phòng', 1],
      ['1 phòng', 1],
      ['3 phòng', 1],
    ] as const)
      expect([
        words,
        await list.getByRole('button', { name: words, exact: false }).filter({ hasText: words }).count(),
      ]).toEqual([words, count])
    expect(await page.locator('mark').count()).toBe(14)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'check-article-dark')
  })

  it('shows in the text what is chosen in the list, in light colours too', async () => {
    await theme('light')
    const claim = page.getByRole('button', { name: /VILAS: 512/ })
    await claim.press('Enter')
    expect(await page.locator('mark[data-chosen]').textContent()).toBe('VILAS: 512')
    expect(await page.locator('mark[data-chosen]').isVisible()).toBe(true)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'check-article')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
})
