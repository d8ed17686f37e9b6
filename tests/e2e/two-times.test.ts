// The two times of the window, by keyboard in the real app: what held on another day, and what the register said then.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, launch, type Launched, newFolder, screenshot, seriousProblems } from './harness'

const userData = newFolder()
let started: Launched
let page: Page

/** B12 is renamed on the day after the register was made. */
beforeAll(async () => {
  const before = await launch({ userData, today: '2026-11-23' })
  await call(before.page, 'register.info', {})
  await before.close()
  started = await launch({ userData, today: '2026-11-24' })
  page = started.page
  page.setDefaultTimeout(20_000)
  const found = await call(page, 'labs.list', { text: 'B12' })
  if (!found.ok) throw new Error(found.error.message)
  const { rows, seq } = found.value
  const saved = await call(page, 'labs.save', { id: rows[0]!.id, seen: seq, change: { nameVi: 'Phòng B12 tên mới' } })
  if (!saved.ok) throw new Error(saved.error.message)
  await page.keyboard.press('Control+2')
  await page.getByRole('row', { name: /Phòng B12 tên mới/ }).waitFor()
})
afterAll(() => started.close())

async function look(day: string, moment: string): Promise<void> {
  await page.keyboard.press('Control+D')
  const form = page.getByRole('dialog', { name: 'Xem tại ngày' })
  await form.getByLabel('Ngày', { exact: true }).fill(day)
  await form.getByLabel('Theo sổ lúc').fill(moment)
  await page.keyboard.press('Enter')
}
const band = () => page.getByRole('status').filter({ hasText: 'chỉ đọc' }).filter({ hasText: 'Đang xem' })

describe('another day', () => {
  it('is looked at read-only, with the statuses of that day', async () => {
    await look('12/03/2025', '')
    await band().getByText('Đang xem tại 12/03/2025 — chỉ đọc').waitFor()
    await page.getByRole('row', { name: /B12 tên mới.*Còn hiệu lực/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Thêm phòng' }).count()).toBe(0)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'two-times-day')
  })

  it('after the end shows it expired', async () => {
    await look('26/11/2026', '')
    await page.getByRole('row', { name: /B12 tên mới.*Hết hiệu lực/ }).waitFor()
  })

  it('that is none stays as typed, with what to do', async () => {
    await look('31/02/2026', '')
    const form = page.getByRole('dialog', { name: 'Xem tại ngày' })
    await form.getByText('Cần đủ ngày, tháng, năm').waitFor()
    expect(await form.getByLabel('Ngày', { exact: true }).inputValue()).toBe('31/02/2026')
    await page.keyboard.press('Escape')
  })
})

describe('the register as it was recorded', () => {
  it('shows what it said then, the old name included, while the other day stays', async () => {
    await look('12/03/2025', '23/11/2026')
    await band().getByText('theo sổ lúc 23:59 23/11/2026').waitFor()
    await page.getByRole('row', { name: /Phòng thử nghiệm Xăng dầu B12.*Còn hiệu lực/ }).waitFor()
    expect(await page.getByRole('row', { name: /tên mới/ }).count()).toBe(0)
    await screenshot(page, 'two-times-recorded')
  })

  it('goes on paper with both times and the fingerprint', async () => {
    await page.emulateMedia({ media: 'print' })
    const line = page.getByText(
      /Sổ Quảng Ninh · xem tại ngày 12\/03\/2025 · theo sổ lúc 23:59 23\/11\/2026 · vân tay [0-9a-f]{16}/,
    )
    expect(await line.isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
    expect(await line.isVisible()).toBe(false)
  })

  it('is refused for a time before its first entry', async () => {
    await look('12/03/2025', '20/11/2020')
    await page.getByText('Lúc đó chưa có sổ này').waitFor()
    await page.keyboard.press('Escape')
  })

  it('and the present are one key apart', async () => {
    await band().getByRole('button', { name: 'Về hiện tại' }).press('Enter')
    await page.getByRole('row', { name: /B12 tên mới/ }).waitFor()
    expect(await band().count()).toBe(0)
  })
})
