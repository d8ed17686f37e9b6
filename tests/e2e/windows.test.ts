// Windows and menu: another window on a record, remembered place, zoom and language, commands that reach the page.
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ShellBridge } from '../../db/model/bridge'
import { eventually, launch, type Launched, waitForState } from './harness'

type Shell = { shell: ShellBridge }

let started: Launched
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  started = await launch()
  ;({ app, page } = started)
  await waitForState(page, 'ready')
})

const zoom = (step: -1 | 0 | 1) => page.evaluate((by) => (window as unknown as Shell).shell.zoom(by), step)
const zoomFactors = (from: ElectronApplication) =>
  from.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getZoomFactor()),
  )
const bounds = (from: ElectronApplication) =>
  from.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
const menuTitles = (from: ElectronApplication) =>
  from.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

describe('a window', () => {
  it('of its own is opened on a record, a little beside the first', async () => {
    const opening = app.waitForEvent('window')
    await page.evaluate(() =>
      (window as unknown as Shell).shell.openWindow({ screen: 'lab', id: '01a20ae5-9063-7625-9491-7d5030253629' }),
    )
    const second = await opening
    expect(new URL(second.url()).hash).toBe('#/lab?id=01a20ae5-9063-7625-9491-7d5030253629')
    await waitForState(second, 'ready')
    await second.close()
    await eventually(() => app.windows().length).toBe(1)
  })

  it('shows the program’s name and is never too small to work in', async () => {
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())).toEqual([
      1024, 640,
    ])
    expect(await page.title()).toContain('Sổ Công nhận')
  })

  it('zooms from 80 to 200 per cent, all windows alike', async () => {
    expect([await zoom(1), await zoom(1)]).toEqual([110, 120])
    expect(await zoomFactors(app)).toEqual([1.2])
    for (let step = 0; step < 9; step += 1) await zoom(1)
    expect(await zoom(1)).toBe(200)
    for (let step = 0; step < 12; step += 1) await zoom(-1)
    expect(await zoom(-1)).toBe(80)
    expect(await zoom(0)).toBe(100)
  })

  it('is loaded again when its page dies', async () => {
    const { app: other, page: dying } = await launch()
    await waitForState(dying, 'ready')
    const answered = await other.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise<void>((done) => contents?.once('did-finish-load', done))
      contents?.forcefullyCrashRenderer()
      await loaded
      return contents?.executeJavaScript("registry.call('register.info', {}).then(({ ok }) => ok)") as Promise<boolean>
    })
    expect(answered).toBe(true)
  })
})

describe('the menu', () => {
  it('is in the language the window said, and sends commands to the window in front', async () => {
    await page.evaluate(() => (window as unknown as Shell).shell.setLanguage('en'))
    expect(await menuTitles(app)).toEqual(['&Register', '&Edit', '&View', '&Go', 'Re&cords', '&Tools', '&Help'])
    await page.evaluate(() => (window as unknown as Shell).shell.setLanguage('vi'))
    expect(await menuTitles(app)).toEqual(['&Sổ', 'S&ửa', '&Xem', 'Đế&n', '&Hồ sơ', '&Công cụ', '&Trợ giúp'])
    await page.evaluate(() => {
      const { shell } = window as unknown as Shell
      shell.onMenu((command) => Object.assign(window, { heardCommand: command }))
    })
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click())
    await eventually(() => page.evaluate(() => (window as { heardCommand?: string }).heardCommand)).toBe('palette')
  })
})

describe('the next start', () => {
  it('finds place, zoom, language and ground as they were left', async () => {
    const left = { x: 100, y: 80, width: 1111, height: 777 }
    await app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), left)
    await zoom(1)
    await page.evaluate(() => {
      const meta = document.querySelector('meta[name=theme-color]') ?? document.createElement('meta')
      document.head.append(Object.assign(meta, { name: 'theme-color', content: '#223344' }))
    })
    await eventually(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
    ).toBe('#223344')
    await page.evaluate(() => (window as unknown as Shell).shell.setLanguage('en'))
    const again = await started.restart()
    expect(await bounds(again.app)).toEqual(left)
    expect(await menuTitles(again.app)).toContain('&Register')
    await eventually(() => zoomFactors(again.app)).toEqual([1.1])
    expect(await again.app.evaluate(({ app: program }) => program.getLocale())).toMatch(/^en/)
  })
})
