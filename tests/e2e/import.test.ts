// Lists going out and in, in the real app: what the list shows is what the file has; a file edited elsewhere comes back through a
// preview, by keyboard alone, and nothing is written before the last key.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DroppedFile, ShellBridge } from '../../db/model/bridge'
import {
  call,
  choosesToOpen,
  choosesToSave,
  eventually,
  launch,
  newFolder,
  resize,
  screenshot,
  seriousProblems,
  waitForState,
} from './harness'

let app: ElectronApplication
let page: Page
let folder: string

beforeAll(async () => {
  ;({ app, page } = await launch())
  await waitForState(page, 'ready')
  await resize(app, 1366, 768)
  folder = newFolder()
})

beforeEach(() => leavePreview())

const menu = (id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const grid = (): Locator => page.getByRole('grid', { name: 'Xem trước' })
const alert = (): Locator => page.getByRole('main').getByRole('alert')
const press = (key: string) => page.keyboard.press(key)
const list = async () => {
  const reply = await call(page, 'labs.list', { limit: 500 })
  return reply.ok ? reply.value.rows : []
}
const fingerprint = async () => {
  const reply = await call(page, 'register.info', {})
  return reply.ok ? reply.value.fingerprint : ''
}

async function leavePreview(): Promise<void> {
  await press('Control+9')
  await page.getByRole('heading', { name: 'Nhập từ bảng tính' }).waitFor()
  if (await button('Bỏ bản xem trước').isVisible()) await button('Bỏ bản xem trước').click()
}

/** Reads the file through the menu, as a person who presses Alt for it would. */
async function previewOf(path: string): Promise<void> {
  await choosesToOpen(app, path)
  await menu('exchange.import')
  await grid().waitFor()
}

/** A sheet from its headings on, as texts; days as a spreadsheet program keeps them. */
async function rowsOf(path: string): Promise<CellValue[][]> {
  const { sheets } = await readXlsx(readFileSync(path))
  return belowHead(sheets[0]?.rows ?? [])
}

/** Without title, day, filter, order and count. */
const belowHead = <T>(rows: T[][]): T[][] => rows.slice(rows.findIndex((row) => row.includes('Tên phòng' as T)))

describe('a list that goes out, is edited and comes back', () => {
  it('is previewed change by change and written by keyboard alone, in one set of the journal', async () => {
    const out = join(folder, 'Để sửa.xlsx')
    await choosesToSave(app, out)
    await button('Xuất cả danh sách để sửa trong Excel…').focus()
    await press('Enter')
    await page.getByText('Đã lưu Để sửa.xlsx.').waitFor()
    const rows = await rowsOf(out)
    const [head = []] = rows
    const at = (heading: string): number => head.indexOf(heading)
    const lab = String(rows[1]?.[at('Tên phòng')])
    rows[1]![at('Điện thoại')] = '0203 3999 001'
    const added = head.map((heading) =>
      heading === 'Tên phòng' ? 'Phòng thử nghiệm hư cấu' : heading === 'Mã số' ? 'VILAS 9991' : null,
    )
    writeFileSync(out, await writeXlsx({ sheets: [{ name: 'Danh sách', rows: [...rows, added] }] }))

    const before = await fingerprint()
    await choosesToOpen(app, out)
    await press('Control+2')
    await press('Control+9')
    await eventually(() => button('Chọn tệp…').evaluate((element) => element === document.activeElement)).toBe(true)
    await press('Enter')
    await grid().waitFor()
    await eventually(() => grid().evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await button(/^Thêm/).textContent()).toBe('Thêm 1')
    expect(await button(/^Sửa/).textContent()).toBe('Sửa 1')
    expect(await button(/^Giữ nguyên/).textContent()).toBe('Giữ nguyên 11')
    expect(await grid().getByRole('row').nth(1).textContent()).toContain('(trống)→ thành 0203 3999 001')
    await press('Enter')
    await page.getByRole('complementary').getByRole('heading', { name: lab }).waitFor()
    await press('Control+i')
    expect(await fingerprint()).toBe(before)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'import-preview')

    await press('Control+Enter')
    await page.getByRole('region', { name: 'Đã nhập xong' }).waitFor()
    await eventually(() => button('Mở danh sách phòng').evaluate((element) => element === document.activeElement)).toBe(
      true,
    )
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'import-done')
    const after = await list()
    expect(after.map(({ nameVi }) => nameVi)).toContain('Phòng thử nghiệm hư cấu')
    expect(after.find(({ nameVi }) => nameVi === lab)?.phone).toBe('0203 3999 001')
    const changes = await call(page, 'changes.list', { limit: 50 })
    const latest = changes.ok ? changes.value.filter(({ seq }) => seq === changes.value[0]?.seq) : []
    expect(latest.map(({ reason }) => reason)).toEqual(latest.map(() => 'Nhập từ tệp Để sửa.xlsx'))

    await press('Enter')
    await page.getByRole('gridcell', { name: 'Phòng thử nghiệm hư cấu' }).waitFor()
    await press('Control+3')
    await page.getByText('Lý do: Nhập từ tệp Để sửa.xlsx').waitFor()
    expect(await page.getByText('Lý do: Nhập từ tệp Để sửa.xlsx').count()).toBe(1)
  })

  it('keeps its preview while another screen is shown, and is the same in both themes and narrow or wide', async () => {
    const path = join(folder, 'hai dòng.csv')
    writeFileSync(
      path,
      'Tên phòng;Mã số;Ngày hiệu lực;Ngày hết hạn\nPhòng X (hư cấu);VILAS 18O;31/02/2026;\nPhòng Y (hư cấu);VILAS 9992;01/01/2026;31/12/2025\n',
    )
    await previewOf(path)
    await press('Control+1')
    await press('Control+9')
    await grid().waitFor()
    const words = (await grid().allTextContents()).join(' ')
    for (const reason of [
      '“VILAS 18O” có chữ cái lẫn trong số. Nếu là VILAS 180, hãy sửa lại như vậy.',
      '“31/02/2026”: tháng này không có ngày đó. Hãy xem lại ngày trên quyết định.',
      'Ngày hết hạn ở trước ngày hiệu lực. Hãy xem lại hai ngày.',
    ])
      expect(words).toContain(reason)
    expect(await button(/^Nhập \d/).count()).toBe(0)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await resize(app, width, height)
      await menu('theme.dark')
      if (width === 1366) expect(await seriousProblems(page)).toEqual([])
      await screenshot(page, `import-errors-dark-${width}`)
      await menu('theme.light')
      if (width === 1366) expect(await seriousProblems(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await screenshot(page, `import-errors-light-${width}`)
    }
    await resize(app, 1366, 768)
  })
})

describe('a file that is not as it should be', () => {
  it('in a wrong encoding is told in words, and read again with F5 once it was saved rightly', async () => {
    const path = join(folder, 'cũ.csv')
    writeFileSync(path, Buffer.from('Tªn phßng;M· sè\nPhßng thö nghiÖm;VILAS 9993\n', 'latin1'))
    const before = await fingerprint()
    await choosesToOpen(app, path)
    await menu('exchange.import')
    await alert().getByText('Chưa đọc được cũ.csv').waitFor()
    expect(await alert().textContent()).toContain('Chữ trong tệp theo bảng mã TCVN3 (ABC). Hãy xem trước')
    await alert().getByRole('cell', { name: 'Phòng thử nghiệm', exact: true }).waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'import-refused')
    writeFileSync(path, 'Tên phòng,Mã số\nPhòng Z (hư cấu),VILAS 9993\n')
    await press('F5')
    await grid().getByText('Phòng Z (hư cấu)').waitFor()
    expect(await page.getByText('ngăn cột bằng dấu phẩy').isVisible()).toBe(true)
    expect(await fingerprint()).toBe(before)
  })

  it('changed after its preview is not written; F5 shows it as it is now', async () => {
    const path = join(folder, 'đổi.csv')
    writeFileSync(path, 'Tên phòng;Mã số\nPhòng M (hư cấu);VILAS 9994\n')
    await previewOf(path)
    writeFileSync(path, 'Tên phòng;Mã số\nPhòng N (hư cấu);VILAS 9994\n')
    const before = await fingerprint()
    await press('Control+Enter')
    await alert().getByText('Tệp hoặc sổ đã thay đổi sau khi xem trước. Hãy xem trước lại rồi mới nhập.').waitFor()
    expect(await fingerprint()).toBe(before)
    await press('F5')
    await grid().getByText('Phòng N (hư cấu)').waitFor()
    await press('Control+Enter')
    await page.getByRole('region', { name: 'Đã nhập xong' }).waitFor()
    const names = (await list()).map(({ nameVi }) => nameVi)
    expect([names.includes('Phòng M (hư cấu)'), names.includes('Phòng N (hư cấu)')]).toEqual([false, true])
  })

  it('dropped on the window comes to its preview as one chosen does', async () => {
    const path = join(folder, 'thả.csv')
    writeFileSync(path, 'Tên phòng;Mã số\nPhòng T (hư cấu);VILAS 9995\n')
    await press('Control+2')
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' }))
    })
    await page.setInputFiles('#dropped', path)
    const file: DroppedFile | null = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#dropped')
      const dropped = input?.files?.[0]
      input?.remove()
      const { shell } = window as unknown as { shell: ShellBridge }
      return dropped ? shell.dropFile(dropped) : null
    })
    await app.evaluate(
      ({ BrowserWindow }, brought) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('menu:command', 'exchange.openFile', brought),
      file,
    )
    await grid().getByText('Phòng T (hư cấu)').waitFor()
  })
})

describe('another way of reading', () => {
  const looksRight = async (name: string): Promise<void> => {
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await resize(app, width, height)
      for (const theme of ['dark', 'light']) {
        await menu(`theme.${theme}`)
        if (width === 1366) expect(await seriousProblems(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
        await screenshot(page, `${name}-${theme}-${width}`)
      }
    }
    await resize(app, 1366, 768)
  }

  it('a sheet and columns are chosen beside the preview of a pasted table or a workbook; an import is taken back from the list', async () => {
    const path = join(folder, 'nhiều trang.xlsx')
    const head = ['Đơn vị được công nhận', 'Mã số', 'Hạng', 'Điện thoại']
    const sheet = (name: string, lab: string, hidden = false) => ({
      name,
      hidden,
      rows: [
        head,
        [`${lab} (hư cấu)`, 'VILAS 9981', 'Loại 1', '0203 3999 111'],
        [`${lab} (hư cấu)`, 'VIMCERTS 981', 'Loại 1', '0203 3999 222'],
      ],
    })
    writeFileSync(
      path,
      await writeXlsx({ sheets: [sheet('Năm 2026', 'Phòng Q'), sheet('Năm 2025', 'Phòng cũ', true)] }),
    )
    await choosesToOpen(app, path)
    await menu('exchange.import')
    await alert().getByRole('combobox', { name: 'Trang tính' }).waitFor()
    expect(await alert().getByRole('option', { name: 'Năm 2025 (đang ẩn)' }).count()).toBe(1)
    await alert().getByRole('combobox', { name: 'Đơn vị được công nhận' }).selectOption({ label: 'Tên phòng' })
    await alert().getByRole('combobox', { name: 'Hạng' }).selectOption({ label: '(giữ trong ghi chú)' })
    await looksRight('import-reading-refused')
    await button('Đọc theo cách này').click()
    await button('Mâu thuẫn 2').click()
    await looksRight('import-conflicts')
    await press('Control+Alt+c')
    await page.getByRole('region', { name: 'Cách đọc tệp' }).waitFor()
    await looksRight('import-reading')
    await button('Quay lại các dòng').click()
    await button('Bỏ bản xem trước').click()

    const box = page.getByRole('textbox', { name: /dán bảng vào đây/ })
    await app.evaluate(({ clipboard }) => clipboard.writeText('Tên phòng\tMã số\nPhòng dán (hư cấu)\tVILAS 9982\n'))
    await box.focus()
    await press('Control+v')
    await grid().getByText('Phòng dán (hư cấu)').waitFor()
    await press('Control+Enter')
    await page.getByRole('region', { name: 'Đã nhập xong' }).waitFor()
    expect((await list()).map(({ nameVi }) => nameVi)).toContain('Phòng dán (hư cấu)')
    await app.evaluate(({ clipboard }) => clipboard.clear())
    await button('Hoàn tác lần nhập này').click()
    await page.getByRole('region', { name: 'Các lần nhập trước' }).getByText('Đã hoàn tác').first().waitFor()
    expect((await list()).map(({ nameVi }) => nameVi)).not.toContain('Phòng dán (hư cấu)')
    await looksRight('import-past')
  }, 150_000)
})
