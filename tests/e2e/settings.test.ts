// The settings in the real window: language, theme and zoom at once and after a restart, the office's facts in the register,
// the way to the file, and what of it all a person without a mouse or with low sight meets.
import type { ElectronApplication, Page } from 'playwright-core'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ShellBridge } from '../../db/model/bridge'
import { call, eventually, launch, resize, screenshot, seriousProblems, waitForState, type Launched } from './harness'

let started: Launched
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  started = await launch()
  ;({ app, page } = started)
  await waitForState(page, 'ready')
  await resize(app, 1366, 768)
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Thiết lập', exact: true }).waitFor()
})

const menuTitles = (from: ElectronApplication) =>
  from.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
const scheme = (of: Page) => of.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
const stored = async (of: Page) => {
  const reply = await call(of, 'settings.get', {})
  return reply.ok ? reply.value : reply.error
}
const zoomFactor = () =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())

describe('this machine', () => {
  it('speaks the chosen language at once, in the window and in its menus', async () => {
    await page.getByRole('radio', { name: 'English (tiếng Anh)' }).check()
    await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
    await eventually(() => menuTitles(app)).toEqual([
      '&Register',
      '&Edit',
      '&View',
      '&Go',
      'Re&cords',
      '&Tools',
      '&Help',
    ])
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { name: 'Thiết lập', exact: true }).waitFor()
    await eventually(() => menuTitles(app)).toEqual(['&Sổ', 'S&ửa', '&Xem', 'Đế&n', '&Hồ sơ', '&Công cụ', '&Trợ giúp'])
  })

  it.each([
    ['Tối', 'dark'],
    ['Sáng', 'light'],
  ] as const)('wears the theme “%s” at once, and axe finds nothing serious in it', async (name, wanted) => {
    await page.getByRole('radio', { name, exact: true }).check()
    await eventually(() => scheme(page)).toBe(wanted)
    await page.getByText('so-quang-ninh.scn').first().waitFor()
    await page.mouse.move(0, 0)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, `settings-${wanted}`)
  })

  it('shows the zoom whether it was changed here or in the menu', async () => {
    await page.getByRole('button', { name: 'Phóng to' }).click()
    await page.getByRole('group', { name: 'Cỡ chữ' }).getByText('110%', { exact: true }).waitFor()
    expect(await zoomFactor()).toBe(1.1)
    await page.evaluate(() => (window as unknown as { shell: ShellBridge }).shell.zoom(-1))
    await page.getByRole('group', { name: 'Cỡ chữ' }).getByText('100%', { exact: true }).waitFor()
  })

  it('has room for everything at 1366 × 768, at 80 and at 200 per cent', async () => {
    const sideways = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, main *')]
          .filter(
            (element) =>
              element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible',
          )
          .map((element) => element.outerHTML.slice(0, 100)),
      )
    const zoom = (step: 1 | 0 | -1) =>
      page.evaluate((by) => (window as unknown as { shell: ShellBridge }).shell.zoom(by), step)
    for (const step of [0, -1, 1] as const) {
      await zoom(0)
      for (let times = 0; step !== 0 && times < 10; times += 1) await zoom(step)
      expect([step, await sideways()]).toEqual([step, []])
    }
    await zoom(0)
  })
})

describe('this register', () => {
  it('keeps what is typed, said at the field and written in the journal', async () => {
    const department = page.getByLabel('Tên cơ quan quản lý sổ')
    await department.fill('Sở Khoa học và Công nghệ tỉnh Quảng Ninh')
    await department.press('Control+s')
    await page.getByText('đã lưu', { exact: true }).waitFor()
    expect(await stored(page)).toEqual({ department: 'Sở Khoa học và Công nghệ tỉnh Quảng Ninh' })
    await screenshot(page, 'settings-saved')
    const reply = await call(page, 'changes.list', { limit: 1 })
    expect(reply).toMatchObject({ ok: true, value: [{ entity: 'setting' }] })
  })

  it('is shown in the file manager without the window naming it', async () => {
    await app.evaluate(({ shell }) => {
      const seen = globalThis as { revealed?: string[] }
      seen.revealed = []
      shell.showItemInFolder = (path) => void seen.revealed?.push(path)
    })
    await page.getByText(join(started.userData, 'registers'), { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Mở thư mục chứa sổ' }).click()
    await eventually(() => app.evaluate(() => (globalThis as { revealed?: string[] }).revealed)).toEqual([
      join(started.userData, 'registers', 'so-quang-ninh.scn'),
    ])
  })

  it('gives its whole fingerprint to the clipboard', async () => {
    await page.getByRole('button', { name: 'Sao chép vân tay' }).click()
    await page.getByText('Đã sao chép vân tay của sổ.').waitFor()
    const info = await call(page, 'register.info', {})
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(info.ok && info.value.fingerprint)
  })
})

it('is where the native menu’s “about” leads', async () => {
  await page.keyboard.press('Control+2')
  await page.getByRole('heading', { name: 'Phòng thí nghiệm', exact: true }).waitFor()
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click())
  await page.getByRole('heading', { name: 'Giới thiệu', exact: true }).waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)
  await eventually(focused).toBe('Giới thiệu')
})

it('finds everything as it was left after a restart, even a field that was never left', async () => {
  await page.getByRole('radio', { name: 'Tối', exact: true }).check()
  await page.getByRole('radio', { name: 'Thấp', exact: true }).check()
  await page.getByRole('radio', { name: 'English (tiếng Anh)' }).check()
  await page.getByLabel('Place on documents').fill('Hạ Long')
  const again = await started.restart()
  await waitForState(again.page, 'ready')
  await again.page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
  expect(await scheme(again.page)).toBe('dark')
  expect(await again.page.getByRole('radio', { name: 'Low', exact: true }).isChecked()).toBe(true)
  expect(await menuTitles(again.app)).toContain('&Register')
  expect(await stored(again.page)).toEqual({
    department: 'Sở Khoa học và Công nghệ tỉnh Quảng Ninh',
    place: 'Hạ Long',
  })
  expect(await again.page.getByLabel('Place on documents').inputValue()).toBe('Hạ Long')
})
