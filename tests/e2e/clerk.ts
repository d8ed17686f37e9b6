// A clerk's hands in the tests of the forms: keys, where the focus stands, and the ways to a form.
import type { ElectronApplication, Page } from 'playwright-core'
import type { ShellBridge } from '../../db/model/bridge'
import { call, eventually, launch, resize, waitForState, type Launched } from './harness'

/** The label of the field or button that has the focus. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    return label.replace(/\s*\*$/, '').trim()
  })
export const arrives = (page: Page, label: string) => eventually(() => focused(page)).toBe(label)
export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
export const type = (page: Page, text: string) => page.keyboard.type(text)
export const value = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)
export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

export async function start(options: Parameters<typeof launch>[0] = {}): Promise<Launched> {
  const launched = await launch(options)
  await waitForState(launched.page, 'ready')
  await resize(launched.app, 1366, 768)
  return launched
}

export async function newLab(page: Page): Promise<void> {
  await press(page, 'Control+2')
  await page.getByRole('grid').waitFor()
  await press(page, 'Control+n')
  await arrives(page, 'Tên')
}

export async function labCalled(page: Page, text: string) {
  const found = await call(page, 'labs.list', { text })
  const id = found.ok ? found.value.rows[0]?.id : undefined
  if (id === undefined) throw new Error(`no laboratory ${text}`)
  const lab = await call(page, 'labs.get', { id })
  if (!lab.ok) throw new Error(lab.error.code)
  return lab.value
}

export async function addLab(page: Page): Promise<string> {
  const saved = await call(page, 'labs.save', { change: { nameVi: 'Phòng A', phone: '0203 1', manager: 'Ông Hà' } })
  if (!saved.ok) throw new Error(saved.error.code)
  return saved.value.id
}

/** A window of its own on a laboratory. */
export async function windowOn(app: ElectronApplication, page: Page, id: string): Promise<Page> {
  const opening = app.waitForEvent('window')
  await page.evaluate(
    (to) => (window as unknown as { shell: ShellBridge }).shell.openWindow({ screen: 'lab', id: to }),
    id,
  )
  const window = await opening
  await waitForState(window, 'ready')
  await window.getByRole('heading', { level: 1 }).waitFor()
  return window
}

/** From a laboratory’s page to the form of a new accreditation. */
export async function newAccreditation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).focus()
  await press(page, 'Enter')
  await page.getByRole('menuitem', { name: 'Thêm công nhận' }).waitFor()
  for (let steps = 0; (await focused(page)) !== 'Thêm công nhận' && steps < 9; steps++) await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await arrives(page, 'Mã')
}
