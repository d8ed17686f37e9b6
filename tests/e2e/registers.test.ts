// Registers in the real app: the first minute, making and opening them by keyboard, files that are none, and the next start.
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  call,
  choosesToOpen,
  eventually,
  launch,
  newFolder,
  screenshot,
  seriousProblems,
  waitForState,
  type Launched,
} from './harness'

let started: Launched
let app: ElectronApplication
let page: Page
let folder: string

beforeAll(async () => {
  started = await launch()
  ;({ app, page } = started)
  await waitForState(page, 'ready')
  folder = newFolder()
})

const registers = (of = started): string => join(of.userData, 'registers')
const info = async (of = page) => {
  const reply = await call(of, 'register.info', {})
  return reply.ok ? reply.value : reply.error
}
const shows = (name: string, of = page): Promise<void> =>
  of.getByRole('button', { name: `Sổ đang mở: ${name}`, exact: true }).waitFor()
const title = (name: string, of = page): Locator => of.getByRole('heading', { name, level: 1 })

/** As if the files were let go over the window; a file input hands the page real files with a place on disk behind them. */
async function drop(path: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#dropped')?.remove()
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }))
  })
  await page.setInputFiles('#dropped', path)
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    const file = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0]
    if (file === undefined) throw new Error('no file')
    dataTransfer.items.add(file)
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    document.querySelector('#dropped')?.remove()
  })
}

/** Bad files of each kind; `make` gets a closed whole register to begin with. */
const bad: { name: string; says: string; make: (path: string, whole: string) => void }[] = [
  { name: 'trống.scn', says: 'không phải là sổ', make: (path) => writeFileSync(path, '') },
  { name: 'thư.scn', says: 'không phải là sổ', make: (path) => writeFileSync(path, 'Kính gửi… '.repeat(99)) },
  {
    name: 'phần mềm khác.scn',
    says: 'không phải là sổ',
    make: (path, whole) => patch(path, whole, (bytes) => bytes.writeUInt32BE(0, 68)),
  },
  {
    name: 'mới hơn.scn',
    says: 'cập nhật phần mềm',
    make: (path, whole) => patch(path, whole, (bytes) => bytes.writeUInt32BE(99, 60)),
  },
  {
    name: 'chép dở.scn',
    says: 'chép chưa trọn',
    make(path, whole) {
      copyFileSync(whole, path)
      truncateSync(path, 50_000)
    },
  },
]

/** A whole register with a few bytes of its header changed (application id at 68, version at 60). */
function patch(path: string, whole: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(whole)
  change(bytes)
  writeFileSync(path, bytes)
}

/** A closed register, outside the app's own folder. */
const wholeRegister = async (): Promise<string> => {
  const other = await launch()
  await waitForState(other.page, 'ready')
  await other.close()
  expect(readdirSync(registers(other)).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  const path = join(folder, 'Sổ của đồng nghiệp.scn')
  copyFileSync(join(registers(other), 'so-quang-ninh.scn'), path)
  return path
}

describe('the first run', () => {
  it('opens Sổ Quảng Ninh by itself, with the welcome card', async () => {
    await shows('Sổ Quảng Ninh')
    await page.getByRole('heading', { name: /^Chào bạn/ }).waitFor()
    expect(await info()).toMatchObject({ kind: 'quang-ninh', file: 'so-quang-ninh.scn', labs: 12 })
  })

  it('leads from the welcome card to the sample, made with Enter', async () => {
    await page.getByRole('button', { name: 'Tạo sổ mẫu để tập sửa thoải mái' }).click()
    await title('Mở hoặc tạo sổ').waitFor()
    await eventually(() => page.getByRole('radio', { name: 'Sổ mẫu để tập' }).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await shows('Sổ mẫu để tập')
    await page.getByText('Đã tạo Sổ mẫu để tập.').waitFor()
    expect(await info()).toMatchObject({ kind: 'sample', labs: 32, file: 'so-mau-de-tap.scn' })
  })
})

describe('the start screen', () => {
  it('is reached and used by keyboard alone: an empty register with a name of its own', async () => {
    await page.getByRole('button', { name: 'Sổ đang mở: Sổ mẫu để tập' }).press('Enter')
    await page.getByRole('menuitem', { name: /Tạo sổ mới/ }).press('Enter')
    await title('Mở hoặc tạo sổ').waitFor()
    await eventually(() =>
      page.getByRole('radio', { name: 'Sổ Quảng Ninh' }).evaluate((radio) => radio === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Sổ tập đếm')
    await page.keyboard.press('Enter')
    await shows('Sổ tập đếm')
    expect(await info()).toMatchObject({ kind: 'empty', labs: 0, file: 'so-tap-dem.scn' })
  })

  it.each(['light', 'dark'] as const)('is sound to axe in the %s theme and does not scroll sideways', async (theme) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(theme === 'light' ? 'giao dien sang' : 'giao dien toi')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(theme)
    await page.getByRole('button', { name: 'Sổ đang mở: Sổ tập đếm' }).press('Enter')
    await page.getByRole('menuitem', { name: /Tạo sổ mới/ }).press('Enter')
    await title('Mở hoặc tạo sổ').waitFor()
    await page.getByRole('list', { name: 'Mở gần đây' }).waitFor()
    expect(await seriousProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await screenshot(page, `start-${theme}`)
  })
})

describe('an existing register', () => {
  it('is picked with Ctrl+O and opened where it lies', async () => {
    const path = await wholeRegister()
    await choosesToOpen(app, path)
    await page.keyboard.press('Control+o')
    await page.getByRole('dialog', { name: 'Mở “Sổ của đồng nghiệp.scn”' }).waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Mở tại chỗ' }).press('Enter')
    await shows('Sổ Quảng Ninh')
    expect(await info()).toMatchObject({ file: 'Sổ của đồng nghiệp.scn', readOnly: false })
  })

  it('is dropped on the window and copied in; the copy is a replica of its own', async () => {
    const path = join(folder, 'USB.scn')
    copyFileSync(join(registers(), 'so-quang-ninh.scn'), path)
    const bytes = readFileSync(path)
    await drop(path)
    await page.getByRole('button', { name: 'Sao chép vào máy này và mở' }).press('Enter')
    await eventually(async () => await info()).toMatchObject({ file: 'usb.scn', labs: 12 })
    await call(page, 'labs.save', { change: { nameVi: 'Phòng thêm (hư cấu)' } })
    expect(readFileSync(path)).toEqual(bytes)
    expect(existsSync(join(registers(), 'usb.scn'))).toBe(true)
  })
})

describe('a file that is no register', () => {
  it.each(bad)('is refused with a clear message: $name', async ({ name, says, make }) => {
    const before = await info()
    const path = join(newFolder(), name)
    make(path, join(folder, 'USB.scn'))
    const bytes = readFileSync(path)
    await drop(path)
    const message = page.getByRole('alert').filter({ hasText: name })
    await message.waitFor()
    expect(await message.textContent()).toContain(says)
    expect(await message.textContent()).toMatch(/không bị thay đổi|được giữ nguyên/)
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(join(path, '..'))).toEqual([name])
    expect(await info()).toEqual(before)
    await page.keyboard.press('Escape')
    await message.waitFor({ state: 'detached' })
  })

  it('leaves the register that is open whole and writable', async () => {
    expect(await call(page, 'labs.save', { change: { nameVi: 'Phòng nữa (hư cấu)' } })).toMatchObject({ ok: true })
    expect(await info()).toMatchObject({ labs: 14 })
  })
})

describe('the next start', () => {
  it('opens the register opened last', async () => {
    started = await started.restart()
    ;({ app, page } = started)
    await waitForState(page, 'ready')
    expect(await info()).toMatchObject({ file: 'usb.scn', labs: 14 })
  })

  it('says why where that one no longer opens, opens no other in its place, and lets the person choose', async () => {
    await started.close()
    const spoilt = join(registers(), 'usb.scn')
    truncateSync(spoilt, 50_000)
    const bytes = readFileSync(spoilt)
    started = await launch({ userData: started.userData })
    ;({ app, page } = started)
    await waitForState(page, 'ready')
    await title('Khôi phục sổ').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('“usb.scn” bị hỏng nên không mở được')
    expect(await info()).toMatchObject({ code: 'damaged_register' })
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'start-damaged')
    await page.getByRole('button', { name: 'Mở hoặc tạo sổ khác' }).press('Enter')
    await title('Mở hoặc tạo sổ').waitFor()
    await page
      .getByRole('list', { name: 'Mở gần đây' })
      .getByRole('button', { name: /Sổ tập đếm/ })
      .press('Enter')
    await shows('Sổ tập đếm')
    expect(readFileSync(spoilt)).toEqual(bytes)
  })
})
