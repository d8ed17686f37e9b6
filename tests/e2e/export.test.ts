// Lists going out in the real app: what the list shows is what the file has, and a file is held against its own manifest.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, type CellValue } from 'hucre/xlsx'
import Papa from 'papaparse'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  choosesToOpen,
  choosesToSave,
  eventually,
  launch,
  newFolder,
  resize,
  screenshot,
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

const menu = (id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const press = (key: string) => page.keyboard.press(key)

/** A sheet from its headings on, as texts; days as a spreadsheet program keeps them. */
async function rowsOf(path: string): Promise<CellValue[][]> {
  const { sheets } = await readXlsx(readFileSync(path))
  return belowHead(sheets[0]?.rows ?? [])
}

const belowHead = <T>(rows: T[][]): T[][] => rows.slice(rows.findIndex((row) => row.includes('Tên phòng' as T)))

describe('an export', () => {
  /** Headings and rows on the screen, as the list shows them. */
  const seen = async () => {
    const shown = page.getByRole('grid', { name: 'Phòng thí nghiệm' })
    const texts = (of: Locator) => of.allTextContents()
    const [, ...headings] = await texts(shown.getByRole('columnheader'))
    const rows = await shown.locator('[role=row][data-index]').all()
    const cells = await Promise.all(rows.map((row) => texts(row.getByRole('gridcell'))))
    return { headings, rows: cells.map(([, ...row]) => row) }
  }

  /** Some of the laboratories, from the last name to the first, with a column more and one less than usual. */
  async function arrange(): Promise<void> {
    await press('Control+2')
    await page.getByLabel('Tìm trong danh sách').fill('phong')
    await page.getByText(/^\d+ trong \d+ phòng$/).waitFor()
    await button('Chọn cột').click()
    for (const [column, wanted] of [
      ['Cần xem', 'false'],
      ['Còn (ngày)', 'true'],
    ] as const) {
      const choice = page.getByRole('menuitemcheckbox', { name: column })
      if ((await choice.getAttribute('aria-checked')) !== wanted) await choice.click()
    }
    await press('Escape')
    const name = page.getByRole('columnheader', { name: 'Tên phòng' })
    if ((await name.getAttribute('aria-sort')) !== 'descending') await name.getByRole('button').click()
    await eventually(() => name.getAttribute('aria-sort')).toBe('descending')
    await eventually(async () => (await seen()).headings).toContain('Còn (ngày)')
  }

  it('to xlsx has the rows, order and columns of the screen, and real dates', async () => {
    await arrange()
    const path = join(folder, 'ra.xlsx')
    await choosesToSave(app, path)
    await app.evaluate(({ shell }) => {
      const told = globalThis as { revealed?: string[] }
      told.revealed = []
      shell.showItemInFolder = (file) => void told.revealed?.push(file)
    })
    await press('Control+e')
    const { headings, rows } = await seen()
    await page.getByText(`Đã xuất ${rows.length} dòng ra ra.xlsx.`).waitFor()
    await screenshot(page, 'export-done')
    await button('Mở thư mục').last().click()
    await eventually(() => app.evaluate(() => (globalThis as { revealed?: string[] }).revealed)).toEqual([path])
    const [head, ...written] = await rowsOf(path)
    expect(head).toEqual(headings)
    const name = headings.indexOf('Tên phòng')
    expect(written.map((row) => row[name])).toEqual(rows.map((row) => row[name]))
    const expiry = headings.indexOf('Hiệu lực đến')
    const dated = written.filter((row) => row[expiry] instanceof Date)
    expect(dated.length).toBeGreaterThan(0)
    for (const [index, row] of written.entries()) {
      const day = row[expiry]
      if (day instanceof Date)
        expect(rows[index]?.[expiry]).toBe(day.toISOString().slice(0, 10).split('-').reverse().join('/'))
    }
  })

  it('to csv says the same as the screen', async () => {
    await arrange()
    const path = join(folder, 'ra.csv')
    await choosesToSave(app, path)
    await page.getByRole('button', { name: 'Xuất', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Văn bản phân cách (.csv)' }).click()
    const { headings, rows } = await seen()
    await page.getByText(`Đã xuất ${rows.length} dòng ra ra.csv.`).waitFor()
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const all = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';' }).data
    expect(all.slice(0, 3).map(([line]) => line)).toEqual([
      'Danh sách phòng thí nghiệm',
      'Tại ngày 23/11/2026',
      'Điều kiện: tìm: phong',
    ])
    const [head, ...written] = belowHead(all).slice(0, -1)
    expect(head).toEqual(headings)
    for (const heading of ['Tên phòng', 'Mã số', 'Hiệu lực đến']) {
      const at = headings.indexOf(heading)
      expect(written.map((row) => row[at])).toEqual(rows.map((row) => row[at]))
    }
  })

  it('suggests the format and folder of last time and a name with the day, and leaves no file when the person thinks better of it', async () => {
    await press('Control+2')
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = ((...given: unknown[]) => {
        Object.assign(globalThis, { asked: given.at(-1) })
        return Promise.resolve({ canceled: true, filePath: '' })
      }) as typeof dialog.showSaveDialog
    })
    await press('Control+e')
    await eventually(() =>
      app.evaluate(() => (globalThis as { asked?: { defaultPath: string } }).asked?.defaultPath ?? ''),
    ).toMatch(/Danh sách phòng thí nghiệm 23-11-2026\.csv$/)
    expect(await app.evaluate(() => (globalThis as { asked?: { defaultPath: string } }).asked?.defaultPath)).toContain(
      folder,
    )
  })

  it('is held against its own manifest from the menu: as exported, then changed in one cell', async () => {
    const path = join(folder, 'ra.csv')
    await choosesToOpen(app, path)
    await menu('exchange.check')
    const dialog = page.getByRole('dialog', { name: 'Kiểm tra tệp đã xuất' })
    await dialog.getByText('đúng nguyên như lúc xuất').waitFor()
    writeFileSync(path, readFileSync(path, 'utf8').replace('VILAS', 'VILAX'))
    await dialog.getByRole('button', { name: 'Kiểm tra tệp khác…' }).click()
    await dialog.getByText('đã khác lúc xuất').waitFor()
    await dialog.getByRole('cell', { name: /VILAX/ }).waitFor()
    await screenshot(page, 'export-checked')
    await press('Escape')
  })
})
