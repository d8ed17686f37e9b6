// Backups in the real app: made and tried out by keyboard, restored with the difference shown first and taken back.
import Database from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addLab, arrives, press, says, start } from './clerk'
import { call, choosesToOpen, eventually, newFolder, screenshot, seriousProblems, type Launched } from './harness'

let started: Launched
let app: ElectronApplication
let page: Page

const register = (): string => join(started.userData, 'registers', 'so-quang-ninh.scn')
const backups = async () => {
  const list = await call(page, 'backups.list', {})
  return list.ok ? list.value : { rows: [], second: null, lastDrill: null, failed: list.error.code }
}
const labs = async () => {
  const info = await call(page, 'register.info', {})
  return info.ok ? info.value.labs : info.error.code
}
async function goToBackups(): Promise<void> {
  await page.getByRole('button', { name: 'Sao lưu', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Sao lưu', level: 1 }).waitFor()
}

/** Another program's hand in the open file, without a word to the log. */
function alterPhone(file: string, phone: string): void {
  const db = new Database(file)
  db.prepare(`UPDATE laboratory SET phone = ? WHERE phone LIKE '0203 %' AND manager = 'Ông Hà'`).run(phone)
  db.close()
}

beforeAll(async () => {
  started = await start()
  ;({ app, page } = started)
})

describe('backups', () => {
  it('the first opening of a day makes one by itself', async () => {
    await eventually(async () => (await backups()).rows.map(({ reason, trouble }) => [reason, trouble])).toEqual([
      ['daily', null],
    ])
    expect(readdirSync(`${register()}.backups`).filter((name) => name.endsWith('.scn'))).toHaveLength(1)
  })

  it('one is made by Enter and listed as verified', async () => {
    await addLab(page)
    await goToBackups()
    await arrives(page, 'Sao lưu ngay')
    await press(page, 'Enter')
    await says(page, /^Đã sao lưu và kiểm chứng: 13 phòng/)
    await page.getByRole('row', { name: /làm tay.*13 phòng.*Đã kiểm chứng/ }).waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'backup-list')
  })

  it('a drill is run and remembered', async () => {
    await page.getByRole('button', { name: 'Diễn tập ngay' }).press('Enter')
    await says(page, /^Đạt: khớp/)
    expect((await backups()).lastDrill).toMatchObject({ passed: true })
  })

  it('the check of the log finds nothing, and names a phone number that another program changed', async () => {
    const check = page.getByRole('button', { name: 'Kiểm tra ngay' })
    await check.press('Enter')
    await says(page, 'Nhật ký nguyên vẹn và khớp với sổ.')
    alterPhone(register(), '0203 999 999')
    await check.press('Enter')
    await says(page, /Điện thoại đang là “0203 999 999”, theo nhật ký là “0203 1”/)
    await check.scrollIntoViewIfNeeded()
    await screenshot(page, 'backup-log')
    expect(await seriousProblems(page)).toEqual([])
    alterPhone(register(), '0203 1')
  })

  it('a fingerprint that a paper printed is found again, and one that never was is not', async () => {
    const info = await call(page, 'register.info', {})
    const printed = info.ok ? info.value.fingerprint.replaceAll(/(.{8})/g, '$1 ').slice(0, 30) : ''
    const field = page.getByLabel('Dấu vân tay in trên văn bản')
    await field.fill(printed)
    await field.press('Enter')
    await says(page, /Văn bản lập từ sổ này, sau lần lưu số \d+ lúc/)
    await field.fill('00000000 11111111 22222222')
    await field.press('Enter')
    await says(page, /Sổ này chưa từng có dấu vân tay đó/)
    await screenshot(page, 'backup-fingerprint')
    expect(await seriousProblems(page)).toEqual([])
  })

  it('a second folder gets what is there', async () => {
    const usb = newFolder()
    await choosesToOpen(app, usb)
    await page.getByRole('button', { name: 'Chọn thư mục…' }).press('Enter')
    await says(page, /^Từ nay mỗi bản sao lưu được chép thêm/)
    expect(readdirSync(join(usb, 'so-quang-ninh.scn.backups')).filter((name) => name.endsWith('.scn'))).toHaveLength(2)
    await screenshot(page, 'backup-second')
  })

  it('a restore shows what would change, and is taken back from the toast', async () => {
    const lab = await addLab(page)
    expect(await labs()).toBe(14)
    await call(page, 'labs.save', { id: lab, change: { nameVi: 'Phòng Mới' } })
    const held = page.getByRole('row', { name: /làm tay.*13 phòng.*Đã kiểm chứng/ })
    await held.getByRole('button', { name: /^Khôi phục bản/ }).press('Enter')
    await says(page, 'Nếu khôi phục, sổ sẽ trở lại như trong bản này:')
    await says(page, /Phòng Mới/)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'backup-restore')
    await page.getByRole('button', { name: 'Khôi phục bản này' }).press('Enter')
    await says(page, /^Đã khôi phục bản/)
    expect(await labs()).toBe(13)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await says(page, 'Đã trở về trạng thái trước khi khôi phục.')
    expect(await labs()).toBe(14)
    expect(existsSync(`${register()}.restoring`)).toBe(false)
  })
})

describe('a damaged register', () => {
  it('leads to the recovery screen, comes back with Enter, and tells exactly what came back', async () => {
    await call(page, 'backups.make', {})
    await addLab(page)
    await started.close()
    const bytes = readFileSync(register())
    truncateSync(register(), Math.floor(bytes.length / 4096 / 2) * 4096)
    started = await start({ userData: started.userData })
    ;({ app, page } = started)
    await page.getByRole('heading', { name: 'Khôi phục sổ', level: 1 }).waitFor()
    await says(page, /“so-quang-ninh.scn” bị hỏng nên không mở được/)
    await arrives(page, 'Khôi phục sổ này')
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'recovery')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Đã khôi phục “so-quang-ninh.scn”', level: 1 }).waitFor()
    await says(page, /không đọc được đoạn cuối nhật ký/)
    await screenshot(page, 'recovery-done')
    expect(await seriousProblems(page)).toEqual([])
    const kept = readdirSync(join(register(), '..')).find((name) => name.includes('.damaged-'))
    expect(kept).toBeDefined()
    await says(page, kept!)
    await arrives(page, 'Vào sổ')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Tổng quan', level: 1 }).waitFor()
    expect(await labs()).toBeGreaterThanOrEqual(14)
  })
})
