// Saved views at the keyboard in the real app: a filter becomes a view in the rail, is there after a restart, is renamed, thrown away and back.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { arrives, focused, press, says, start, type } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems } from './harness'

async function find(page: Page, text: string): Promise<void> {
  await press(page, 'Control+2')
  await page.getByRole('grid').waitFor()
  await press(page, 'Control+f')
  await type(page, text)
  await page.getByText('1 trong 12 phòng', { exact: true }).waitFor()
}

const pinned = (page: Page) => page.getByRole('region', { name: 'Chế độ xem đã lưu' })

async function saveView(page: Page, name: string): Promise<void> {
  await press(page, 'Control+k')
  await page.getByRole('dialog').waitFor()
  await type(page, 'luu thanh che do')
  await page.getByRole('option', { name: /Lưu thành chế độ xem/ }).waitFor()
  await press(page, 'Enter')
  await arrives(page, 'Tên chế độ xem')
  await type(page, name)
  await press(page, 'Enter')
  await says(page, `Đã lưu chế độ xem “${name}”.`)
}

describe('a saved view', () => {
  it('keeps the filter under a name in the rail, also after a restart', async () => {
    const first = await start()
    await find(first.page, 'thuy san')
    await saveView(first.page, 'Thuỷ sản Quảng Yên')
    await pinned(first.page).getByRole('button', { name: 'Thuỷ sản Quảng Yên', exact: true }).waitFor()
    expect(await seriousProblems(first.page)).toEqual([])
    await screenshot(first.page, 'views-saved')
    await first.page.emulateMedia({ colorScheme: 'dark' })
    await resize(first.app, 1920, 1080)
    expect(await seriousProblems(first.page)).toEqual([])
    await screenshot(first.page, 'views-saved-dark-1920')

    const { page } = await first.restart()
    await page.locator('main').waitFor()
    const entry = pinned(page).getByRole('button', { name: 'Thuỷ sản Quảng Yên', exact: true })
    await entry.focus()
    await press(page, 'Enter')
    await page.getByText('1 trong 12 phòng', { exact: true }).waitFor()
  })

  it('is renamed with F2, thrown away with Delete, and comes back with Ctrl+Z', async () => {
    const { page } = await start()
    await find(page, 'thuy san')
    await saveView(page, 'Một')
    await pinned(page).getByRole('button', { name: 'Một', exact: true }).focus()
    await press(page, 'F2')
    await arrives(page, 'Tên chế độ xem')
    await type(page, 'Hai')
    await press(page, 'Enter')
    await says(page, 'Đã lưu chế độ xem “Hai”.')
    await pinned(page).getByRole('button', { name: 'Hai', exact: true }).focus()
    await press(page, 'Delete')
    await says(page, 'Đã đưa chế độ xem “Hai” vào thùng rác.')
    await eventually(() => pinned(page).count()).toBe(0)
    expect(await focused(page)).not.toBe('')
    await press(page, 'Control+z')
    await pinned(page).getByRole('button', { name: 'Hai', exact: true }).waitFor()
    const views = await call(page, 'views.list', { area: 'labs' })
    expect(views.ok && views.value.rows.map(({ name }) => name)).toEqual(['Hai'])
  })
})
