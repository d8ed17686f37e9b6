// Nothing typed is lost in the real app: another window saves meanwhile, the program is killed, the register's process dies under a save.
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addLab, arrives, focused, labCalled, newLab, press, says, start, type, value, windowOn } from './clerk'
import { call, eventually, screenshot } from './harness'

const registryPid = (app: ElectronApplication) =>
  app.evaluate(({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'so-cong-nhan registry')?.pid)

async function draftTexts(page: Page): Promise<string> {
  const drafts = await call(page, 'drafts.list', {})
  return drafts.ok ? drafts.value.map(({ value: text }) => text).join(' ') : ''
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

describe('what is typed', () => {
  it('is compared field by field with what another window saved meanwhile', async () => {
    const { app, page: first } = await start()
    const id = await addLab(first)
    const one = await windowOn(app, first, id)
    const two = await windowOn(app, first, id)
    for (const page of [one, two]) {
      await press(page, 'F2')
      await arrives(page, 'Tên')
      await press(page, ...Array.from({ length: 4 }, () => 'Tab'))
      await arrives(page, 'Người quản lý')
    }
    await type(one, 'Bà Ngọc')
    await press(one, 'Tab')
    await type(one, '0203 2')
    await press(one, 'Control+s')
    await says(one, 'Đã lưu Phòng A.')
    await press(two, 'Tab')
    await type(two, '0203 3')
    await press(two, 'Control+s')
    await says(two, 'Chưa lưu: người khác cũng vừa sửa 1 ô này. Hãy chọn giá trị đúng rồi lưu lại.')
    const choice = two.getByRole('group', { name: 'Chọn giá trị cho Điện thoại' })
    expect(await choice.innerText()).toMatch(/Lúc bạn mở\s+0203 1\s+Của bạn\s+0203 3\s+Hiện nay\s+0203 2/)
    await screenshot(two, 'form-conflict')
    await press(two, 'Control+s')
    await arrives(two, 'Giữ của tôi')
    await press(two, 'Enter', 'Control+s')
    await eventually(async () => (await labCalled(two, 'phong a')).phone).toBe('0203 3')
    expect((await labCalled(two, 'phong a')).manager).toBe('Bà Ngọc')
  })

  it('is offered again after the program was killed', async () => {
    const { app, page, userData } = await start()
    await newLab(page)
    await type(page, 'Phòng thử nghiệm Hà Khánh')
    await eventually(() => draftTexts(page)).toMatch(/Hà Khánh/)
    const pid = await registryPid(app)
    app.process().kill('SIGKILL')
    await eventually(() => isGone(pid ?? 0)).toBe(true)
    const again = await start({ userData })
    await press(again.page, 'Control+2')
    await again.page.getByRole('grid').waitFor()
    await press(again.page, 'Control+n')
    await arrives(again.page, 'Dùng lại')
    await screenshot(again.page, 'form-draft')
    await press(again.page, 'Enter')
    await arrives(again.page, 'Tên tiếng Anh')
    await press(again.page, 'Shift+Tab')
    expect(await value(again.page)).toBe('Phòng thử nghiệm Hà Khánh')
  })

  it('is not offered a second time when the program was killed between the saving and the end of its draft', async () => {
    const { app, page, userData } = await start()
    await newLab(page)
    await type(page, 'Phòng thử nghiệm Hà Khánh')
    await eventually(() => draftTexts(page)).toMatch(/Hà Khánh/)
    const { newId } = JSON.parse(await draftTexts(page)) as { newId: string }
    const change = { nameVi: 'Phòng thử nghiệm Hà Khánh' }
    expect(await call(page, 'labs.save', { newId, change })).toMatchObject({ ok: true }) // what Ctrl+S sends; its answer never arrives
    const pid = await registryPid(app)
    app.process().kill('SIGKILL')
    await eventually(() => isGone(pid ?? 0)).toBe(true)
    const again = await start({ userData })
    expect(await draftTexts(again.page)).toMatch(/Hà Khánh/)
    await newLab(again.page)
    expect(await value(again.page)).toBe('')
    await eventually(() => draftTexts(again.page)).toBe('')
    const found = await call(again.page, 'labs.list', { text: 'ha khanh' })
    expect(found.ok && found.value.rows).toHaveLength(1)
    expect(await call(again.page, 'labs.save', { newId, change })).toMatchObject({ error: { code: 'duplicate' } })
  })

  it('is saved by itself when the register’s process died under the save', async () => {
    const { app, page } = await start()
    await newLab(page)
    await type(page, 'Phòng thử nghiệm Hà Khánh')
    const pid = (await registryPid(app)) ?? 0
    process.kill(pid, 'SIGSTOP')
    await press(page, 'Control+s')
    await page.locator('footer button[data-loading]').first().waitFor()
    process.kill(pid, 'SIGKILL')
    await says(page, 'Đã lưu Phòng thử nghiệm Hà Khánh.')
    expect([await focused(page), await value(page)]).toEqual(['Tên', 'Phòng thử nghiệm Hà Khánh'])
    const found = await call(page, 'labs.list', { text: 'ha khanh' })
    expect(found.ok && found.value.rows).toHaveLength(1)
  })
})
