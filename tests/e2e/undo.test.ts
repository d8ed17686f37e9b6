// Undo and redo at the keyboard in the real app: says what it took back, survives a restart, asks before it touches what somebody else changed,
// and leaves a form to its own undo.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openRegistry, type Session } from '../../db/registry'
import { addLab, arrives, labCalled, press, says, start, type, value, windowOn } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems } from './harness'

const AT = '2026-11-23T08:00:00.000Z'

async function onList(page: Page): Promise<void> {
  await press(page, 'Control+2')
  await page.getByRole('grid').waitFor()
}

const phone = async (page: Page) => (await labCalled(page, 'phong a')).phone

describe('Ctrl+Z on the register', () => {
  it('takes back the last saving and says which, Ctrl+Y makes it again, also after a restart', async () => {
    const first = await start()
    const { page } = first
    const id = await addLab(page)
    await call(page, 'labs.save', { id, change: { phone: '0203 2' } })
    await onList(page)
    await press(page, 'Control+z')
    await says(page, 'Hoàn tác: điện thoại của Phòng A.')
    await screenshot(page, 'undo-done')
    expect(await phone(page)).toBe('0203 1')
    await press(page, 'Control+y')
    await says(page, 'Làm lại: điện thoại của Phòng A.')
    expect(await phone(page)).toBe('0203 2')

    const again = await first.restart()
    await again.page.locator('main').waitFor()
    await onList(again.page)
    await press(again.page, 'Control+z')
    await says(again.page, 'Hoàn tác: điện thoại của Phòng A.')
    expect(await phone(again.page)).toBe('0203 1')
    await press(again.page, 'Control+z')
    await says(again.page, 'Hoàn tác: thêm phòng thí nghiệm Phòng A.')
    await eventually(async () => (await call(again.page, 'labs.list', { text: 'phong a' })).ok).toBe(true)
    await press(again.page, 'Control+z')
    await says(again.page, /Bạn không còn việc nào để hoàn tác/)
  })

  it('gives back what went to the trash', async () => {
    const { page } = await start()
    const id = await addLab(page)
    await call(page, 'records.trash', { entity: 'laboratory', id })
    await onList(page)
    await press(page, 'Control+z')
    await says(page, 'Hoàn tác: bỏ phòng thí nghiệm Phòng A.')
    expect((await labCalled(page, 'phong a')).trashedAt).toBeNull()
  })

  it('stays within a form that is being filled in', async () => {
    const { page } = await start()
    const id = await addLab(page)
    await call(page, 'labs.save', { id, change: { phone: '0203 2' } })
    await onList(page)
    await press(page, 'Control+n')
    await arrives(page, 'Tên')
    await type(page, 'Phòng B')
    await press(page, 'Control+z')
    await eventually(() => value(page)).not.toBe('Phòng B')
    for (let steps = 0; steps < 30; steps++) {
      await press(page, 'Tab')
      if (await page.evaluate(() => document.activeElement?.tagName === 'BUTTON')) break
    }
    await press(page, 'Control+z')
    expect(await phone(page)).toBe('0203 2')
  })
})

/** A colleague who opens the same file while this program is closed. */
async function colleague(userData: string, work: (session: Session) => Promise<void>): Promise<void> {
  const [name] = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.scn'))
  const registry = await openRegistry({ file: join(userData, name ?? ''), clock: { now: () => Date.parse(AT) } })
  await work(registry.session({ actor: 'bình' }))
  await registry.close()
}

describe('where somebody else changed a value since', () => {
  it('asks first, and takes back only the rest when told so', async () => {
    const first = await start()
    const id = await addLab(first.page)
    await call(first.page, 'labs.save', { id, change: { phone: '0203 2', manager: 'Bà Ngọc' } })
    await first.close()
    await colleague(first.userData, async (session) => {
      expect((await session.call('labs.save', { id, change: { phone: '0203 3' } })).ok).toBe(true)
    })
    const { app, page } = await start({ userData: first.userData })
    await onList(page)
    await press(page, 'Control+z')
    await says(page, 'Chưa hoàn tác: người khác đã sửa sau đó')
    await says(page, /Điện thoại: nay là “0203 3” \(bình, 15:00 23\/11\/2026\)/)
    await arrives(page, 'Để nguyên')
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'undo-clash')
    await page.emulateMedia({ colorScheme: 'dark' })
    await resize(app, 1366, 768)
    await screenshot(page, 'undo-clash-dark')
    await press(page, 'Control+z') // a dialog is open: nothing behind it moves
    expect(await labCalled(page, 'phong a')).toMatchObject({ phone: '0203 3', manager: 'Bà Ngọc' })
    await press(page, 'Tab', 'Enter')
    await says(page, /^Hoàn tác: /)
    expect(await labCalled(page, 'phong a')).toMatchObject({ phone: '0203 3', manager: 'Ông Hà' })
  })
})

describe('an earlier value', () => {
  it('is brought back from the history at the keyboard, and that can be undone', async () => {
    const { app, page: first } = await start()
    const id = await addLab(first)
    await call(first, 'labs.save', { id, change: { phone: '0203 2', manager: 'Bà Ngọc' } })
    const page = await windowOn(app, first, id)
    const button = page.getByRole('button', { name: 'Lấy lại “0203 1”: điện thoại của Phòng A' })
    await button.focus()
    await screenshot(page, 'history-restore')
    expect(await seriousProblems(page)).toEqual([])
    await press(page, 'Enter')
    await says(page, 'Đã khôi phục điện thoại của Phòng A.')
    expect(await labCalled(page, 'phong a')).toMatchObject({ phone: '0203 1', manager: 'Bà Ngọc' })
    await press(page, 'Control+z')
    await says(page, 'Hoàn tác: điện thoại của Phòng A.')
    expect(await labCalled(page, 'phong a')).toMatchObject({ phone: '0203 2', manager: 'Bà Ngọc' })
    await page.getByRole('button', { name: /^Lấy lại cả bản ghi như trước lần này/ }).focus()
    await press(page, 'Enter')
    await says(page, 'Sẽ đổi 2 giá trị:')
    await screenshot(page, 'restore-before-set')
    await arrives(page, 'Lý do')
    await type(page, 'Nhập nhầm')
    await press(page, 'Enter')
    await says(page, /^Đã khôi phục Phòng A như trước lúc/)
    expect(await labCalled(page, 'phong a')).toMatchObject({ phone: '0203 1', manager: 'Ông Hà' })
  })

  it('of a whole laboratory is brought back as of a chosen time, looked at before, and undone from the message', async () => {
    const { app, page: first } = await start()
    const id = await addLab(first)
    const page = await windowOn(app, first, id)
    await call(first, 'labs.save', { id, change: { nameVi: 'Phòng B', phone: '0203 2' } })
    await page.getByRole('button', { name: 'Việc khác' }).focus()
    await press(page, 'Enter')
    await page.getByRole('menuitem', { name: 'Khôi phục như tại thời điểm…' }).focus()
    await press(page, 'Enter')
    await arrives(page, 'Như sổ ghi lúc')
    await type(page, '01/01/2020')
    await press(page, 'Enter')
    await says(page, 'Lúc đó chưa có sổ này.')
    await press(page, 'Control+a')
    await type(page, '23/11/2026')
    await press(page, 'Enter')
    await says(page, 'Không có gì để khôi phục: mọi giá trị hiện đã như vậy.')
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'restore-moment')
    await page.emulateMedia({ colorScheme: 'dark' })
    await screenshot(page, 'restore-moment-dark')
  })
})

describe('the history of one field', () => {
  it('opens from beside the value and tells each value; the journal is narrowed by words, days and records', async () => {
    const { app, page: first } = await start()
    const id = await addLab(first)
    await call(first, 'labs.save', { id, change: { phone: '0203 2' }, reason: 'Công văn 12' })
    await call(first, 'labs.save', { id, change: { manager: 'Bà Ngọc' } })
    const page = await windowOn(app, first, id)
    await resize(app, 1366, 768)
    await page.getByRole('button', { name: 'Lịch sử của “Điện thoại”' }).focus()
    await screenshot(page, 'field-buttons')
    await press(page, 'Enter')
    const history = page.getByRole('region', { name: 'Lịch sử' })
    await history.getByText('Lý do: Công văn 12').waitFor()
    expect(await history.getByRole('listitem').count()).toBe(2)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'field-history')
    await page.emulateMedia({ colorScheme: 'dark' })
    await screenshot(page, 'field-history-dark')

    await first
      .getByRole('link', { name: 'Nhật ký' })
      .or(first.getByRole('button', { name: 'Nhật ký' }))
      .first()
      .click()
    await first.getByRole('searchbox', { name: 'Tìm trong nhật ký' }).focus()
    await type(first, 'ba ngoc')
    await eventually(() => first.getByRole('article').count()).toBe(2) // the page and the one saving
    expect(await seriousProblems(first)).toEqual([])
    await screenshot(first, 'journal-narrowed')
    await first.emulateMedia({ colorScheme: 'dark' })
    await screenshot(first, 'journal-narrowed-dark')
  })
})
