// Ways to what one works on, at the keyboard in the real app: groups of the list, open pages as tabs, the palette, the application menu.
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { arrives, labCalled, press, says, start, type } from './clerk'
import { eventually, resize, screenshot, seriousProblems } from './harness'

const strip = (page: Page) => page.getByRole('navigation', { name: 'Phòng đang mở' })
const tabs = (page: Page) => strip(page).locator('li').allTextContents()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

interface Item {
  id: string | undefined
  label: string
  accelerator: string | undefined
  enabled: boolean
}
const menu = (app: ElectronApplication): Promise<Item[]> =>
  app.evaluate(({ Menu }) => {
    const flat = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...(item.submenu ? flat(item.submenu.items) : [])])
    return flat(Menu.getApplicationMenu()?.items ?? [])
      .filter(({ type: its }) => its !== 'separator')
      .map(({ id, label, accelerator, enabled }) => ({
        id,
        label,
        accelerator: accelerator as string | undefined,
        enabled,
      }))
  })
const item = async (app: ElectronApplication, id: string) => (await menu(app)).find((each) => each.id === id)

async function palette(page: Page, text: string): Promise<void> {
  await press(page, 'Control+k')
  await page.getByRole('dialog').waitFor()
  await type(page, text)
}

async function openLab(page: Page, text: string, name: string | RegExp): Promise<void> {
  await palette(page, text)
  await page.getByRole('option', { name }).first().waitFor()
  await press(page, 'Enter')
  await heading(page, name)
}

describe('the list of laboratories', () => {
  it('is grouped from the palette, folded and opened with ← and →, and kept as a view', async () => {
    const { app, page } = await start()
    await press(page, 'Control+2')
    await page.getByRole('grid').waitFor()
    await palette(page, 'nhom theo tinh trang')
    await page.getByRole('option', { name: 'Nhóm theo tình trạng' }).waitFor()
    await press(page, 'Enter')
    const tree = page.getByRole('treegrid', { name: 'Phòng thí nghiệm' })
    await tree.waitFor()
    const headings = tree.locator('[data-group]')
    await eventually(() => headings.count()).toBe(2)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'groups-status')
    await tree.focus()
    await press(page, 'Home', 'ArrowLeft')
    await eventually(() => headings.first().getAttribute('aria-expanded')).toBe('false')
    await press(page, 'ArrowRight', 'ArrowRight')
    await eventually(() => tree.locator('[data-active]').getAttribute('aria-level')).toBe('2')
    await palette(page, 'nhom theo co quan')
    await page.getByRole('option', { name: 'Nhóm theo cơ quan chủ quản' }).waitFor()
    await press(page, 'Enter')
    await eventually(() => headings.count()).toBeGreaterThan(7)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'groups-owner-dark')
    await page.getByRole('button', { name: 'Chọn cột' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Mã số' }).waitFor()
    await screenshot(page, 'columns-menu-dark')
    await press(page, 'Escape')
    await palette(page, 'luu thanh')
    await page.getByRole('option', { name: /Lưu thành chế độ xem/ }).waitFor()
    await press(page, 'Enter')
    await arrives(page, 'Tên chế độ xem')
    await type(page, 'Theo cơ quan')
    await press(page, 'Enter')
    await says(page, 'Đã lưu chế độ xem “Theo cơ quan”.')
    await palette(page, 'bo nhom')
    await page.getByRole('option', { name: 'Bỏ nhóm' }).waitFor()
    await press(page, 'Enter')
    await page.getByRole('grid', { name: 'Phòng thí nghiệm' }).waitFor()
    await palette(page, 'theo co quan')
    await page.getByRole('option', { name: 'Theo cơ quan', exact: true }).waitFor()
    await press(page, 'Enter')
    await eventually(() => headings.count()).toBeGreaterThan(7)
    await app.evaluate(() => undefined)
  })
})

describe('open pages', () => {
  it('stand as tabs, are stepped through and closed at the keyboard, and are there after a restart', async () => {
    const first = await start()
    const { app, page } = first
    await openLab(page, 'vilas16', /Xăng dầu B12/)
    await openLab(page, 'thuy san', /KHKT|thủy sản/i)
    await eventually(() => tabs(page)).toHaveLength(2)
    const scroller = page.locator('[data-scroller]')
    await scroller.evaluate((element) => element.scrollTo({ top: 300 }))
    await eventually(() => scroller.evaluate((element) => element.scrollTop)).toBe(300)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'tabs-two')
    await press(page, 'Control+Tab')
    await heading(page, /Xăng dầu B12/)
    await press(page, 'Control+Shift+Tab')
    await heading(page, /KHKT|thủy sản/i)
    await eventually(() => scroller.evaluate((element) => element.scrollTop)).toBe(300)

    const { page: again, app: next } = await first.restart()
    await resize(next, 1366, 768)
    await strip(again).waitFor()
    await eventually(() => tabs(again)).toHaveLength(2)
    await palette(again, '')
    await again.getByRole('group', { name: 'Mở gần đây' }).getByRole('option').first().waitFor()
    await screenshot(again, 'palette-recent')
    await press(again, 'Escape')
    await press(again, 'Control+w')
    await heading(again, /Xăng dầu B12/)
    await strip(again).locator('li').first().click({ button: 'middle' })
    await eventually(() => strip(again).count()).toBe(0)
    await again.getByRole('grid', { name: 'Phòng thí nghiệm' }).waitFor()
    expect(app).toBeDefined()
  })

  it('ask before an unsaved form goes with them', async () => {
    const { page } = await start()
    const lab = await labCalled(page, 'b12')
    await openLab(page, 'b12', /Xăng dầu B12/)
    await press(page, 'F2')
    await arrives(page, 'Tên')
    await press(page, 'End')
    await type(page, ' mới')
    await press(page, 'Control+w')
    await says(page, 'Có thay đổi chưa lưu. Lưu trước khi rời đi?')
    await screenshot(page, 'tabs-unsaved')
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
    await eventually(() => strip(page).count()).toBe(0)
    expect((await labCalled(page, 'b12')).nameVi).toBe(lab.nameVi)
  })
})

describe('the palette', () => {
  it('finds codes, decisions and standards under headings', async () => {
    const { page } = await start()
    await palette(page, 'vilas16')
    await page
      .getByRole('group', { name: 'Công nhận' })
      .getByRole('option', { name: /VILAS 016/ })
      .waitFor()
    await screenshot(page, 'palette-code')
    await page.keyboard.press('Control+a')
    await type(page, '17025')
    await page.getByRole('group', { name: 'Tiêu chuẩn' }).getByRole('option').first().waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'palette-standards')
  })
})

/** What can be done now by the menu and is not in the list of shortcuts, or has none. */
async function amiss(app: ElectronApplication, page: Page): Promise<string[]> {
  await press(page, '?')
  const list = page.getByRole('dialog', { name: 'Các phím tắt' })
  const listed = (await list.textContent()) ?? ''
  await press(page, 'Escape')
  await list.waitFor({ state: 'hidden' })
  return (await menu(app))
    .filter(({ id, enabled }) => id !== undefined && enabled)
    .filter(({ label, accelerator }) => accelerator === undefined || !listed.includes(label))
    .map(({ label }) => label)
}

describe('the application menu', () => {
  it('has every action of every screen once, in both languages, no two with one shortcut, and says what is possible', async () => {
    const { app, page } = await start()
    const screensOf = async () => (await menu(app)).flatMap(({ id }) => (id?.startsWith('go.') === true ? [id] : []))
    // the page offers its actions a moment after it has come
    await eventually(async () => (await screensOf()).length).toBeGreaterThan(8)
    const screens = await screensOf()
    for (const screen of screens) {
      await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), screen)
      const name = (await item(app, screen))?.label ?? ''
      await page.locator('nav button[aria-current=page]', { hasText: name }).waitFor()
      const items = await menu(app)
      const ids = items.flatMap(({ id }) => id ?? [])
      expect(ids).toEqual([...new Set(ids)])
      const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
      expect(keys).toEqual([...new Set(keys)])
      // a screen's own actions come with it, and the menu a moment after them
      await eventually(() => amiss(app, page)).toEqual([])
    }
    const before = await menu(app)
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('language.en')?.click())
    await eventually(async () => (await item(app, 'palette'))?.label).not.toBe(
      before.find(({ id }) => id === 'palette')?.label,
    )
    const after = await menu(app)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.every(({ label }) => label.trim() !== '')).toBe(true)
  })

  it('offers a new laboratory on the list, and greys it elsewhere', async () => {
    const { app, page } = await start()
    await press(page, 'Control+1')
    await eventually(async () => (await item(app, 'lab.add'))?.enabled).toBe(false)
    await press(page, 'Control+2')
    await eventually(async () => item(app, 'lab.add')).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+N' })
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lab.add')?.click())
    await arrives(page, 'Tên')
  })
})
