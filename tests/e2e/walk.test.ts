// The clerk's first day, by keyboard in the real app: first run → Sổ Quảng Ninh → search → open → edit an address → a decision changes the
// status, the history tells → export → everything is there after a restart. The decision is invented and stays in the test's own profile.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choosesToSave, eventually, launch, type Launched, newFolder, screenshot } from './harness'

const LAB = 'Phòng thí nghiệm của Trung tâm KHKT và sản xuất giống thuỷ sản'
const FIRST = 'Xóm Chợ, xã Minh Thành'
const SECOND = 'Thôn Cao Hải, phường Quảng Yên'

let started: Launched
let page: Page

beforeAll(async () => {
  started = await launch()
  page = started.page
  page.setDefaultTimeout(20_000)
})
afterAll(() => started.close())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const type = (text: string) => page.keyboard.type(text)
const form = (): Locator => page.locator('[data-region="form"]')
const field = (label: string): Locator => form().getByRole('textbox', { name: label, exact: true })

async function add(what: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: what }).press('Enter')
}

async function section(name: string, id: string): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Các phần của trang' }).getByRole('button', { name }).press('Enter')
  return page.locator(`#lab-${id}`)
}

describe('the first day of a clerk', () => {
  it('begins in Sổ Quảng Ninh with a welcome that blocks nothing', async () => {
    await page.getByRole('button', { name: /Sổ đang mở: Sổ Quảng Ninh/ }).waitFor()
    await page.getByText('Chào bạn').waitFor()
    await page.getByText('12 phòng có nguồn, trong đó 5 ghi VILAS').first().waitFor()
    await screenshot(page, 'walk-1-first-run')
  })

  it('finds a laboratory by what it does, typed without marks', async () => {
    await press('Control+2')
    await page.getByRole('row', { name: new RegExp(LAB) }).waitFor()
    await press('Control+f')
    await type('thuy san')
    await page.getByText('1 trong 12 phòng', { exact: true }).waitFor()
    await screenshot(page, 'walk-2-search')
    await press('ArrowDown', 'Enter')
    await page.getByRole('heading', { level: 1, name: LAB }).waitFor()
    await page.getByText('mới chỉ được nêu, sổ chưa có quyết định nào').first().waitFor()
  })

  it('enters an address, then corrects it; the history tells both', async () => {
    await add('Địa điểm')
    await field('Địa chỉ').focus()
    await type(FIRST)
    await press('Control+s')
    await page
      .getByText(/Đã lưu/)
      .first()
      .waitFor()
    await field('Địa chỉ').fill(SECOND)
    await press('Control+s')
    await eventually(() => page.locator('#lab-sites').innerText()).toContain(SECOND)
    await press('Escape')
    await eventually(() => form().count()).toBe(0)
    const history = await section('Lịch sử', 'history')
    await eventually(() => history.innerText()).toContain(SECOND)
    expect(await history.innerText()).toContain(FIRST)
    await screenshot(page, 'walk-3-history')
  })

  it('adds a decision, sees beforehand what it changes, and the status follows', async () => {
    await add('Quyết định')
    await field('Số').focus()
    await type('12.2026/QĐ-VPCNCL')
    await field('Ngày ký').fill('05/01/2026')
    await form().getByLabel('Quyết định việc gì').selectOption('renewal')
    await field('Hiệu lực từ').fill('05/01/2026')
    await field('Hiệu lực đến hết ngày').fill('04/01/2031')
    await form().getByText('Tình trạng ngày 23/11/2026 sau khi lưu').waitFor()
    await form().getByText('Còn hiệu lực').first().waitFor()
    await screenshot(page, 'walk-4-decision')
    await press('Control+s')
    await page
      .getByText(/Còn hiệu lực đến 04\/01\/2031/)
      .first()
      .waitFor()
    await press('Escape')
    await eventually(() => form().count()).toBe(0)
    await screenshot(page, 'walk-5-status')
  })

  it('exports what the list shows', async () => {
    const file = join(newFolder(), 'danh-sach.xlsx')
    await choosesToSave(started.app, file)
    await press('Control+2', 'Control+e')
    await page
      .getByText(/Đã xuất/)
      .first()
      .waitFor()
    const [sheet] = (await readXlsx(readFileSync(file))).sheets
    const texts = sheet!.rows.flat().map(String)
    expect(texts).toContain(LAB)
    expect(texts.filter((text) => text.startsWith('Phòng') || text.startsWith('Khoa'))).toHaveLength(1)
  })

  it('is whole after a restart', async () => {
    started = await started.restart()
    page = started.page
    await press('Control+2')
    await page.getByRole('row', { name: new RegExp(LAB) }).dblclick()
    await page
      .getByText(/Còn hiệu lực đến 04\/01\/2031/)
      .first()
      .waitFor()
    await page.getByText(SECOND).first().waitFor()
  })
})
