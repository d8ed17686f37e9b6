// Decisions as a clerk meets them, by keyboard in the real app: several acts with their annex in one saving, a suspension that names tests,
// a change of name seen on both days, a chain of certificates, and the reasons of a status from the list.
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { focused, labCalled, press, says, start, type } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems } from './harness'

let app: ElectronApplication
let page: Page
let lab: string

const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await call(page, name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}
const form = () => page.locator('[data-region="form"]')
const grid = () => page.getByRole('grid', { name: 'Phòng thí nghiệm' })
const setTime = () => ask('changes.sets', { limit: 1 }).then(({ sets }) => sets[0]?.seq)

/** Presses Tab until the field or button of that label has the focus; fails when the keyboard cannot get there. */
async function tabTo(label: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await focused(page)) === label) return
    await press(page, key)
  }
  throw new Error(`no ${label} within 60 presses of ${key}`)
}

/** From the page of the laboratory to an empty decision. */
async function newDecision(): Promise<void> {
  await page.getByRole('button', { name: 'Thêm quyết định' }).first().focus()
  await press(page, 'Enter')
  await eventually(() => focused(page)).toBe('Số')
}

async function openLab(): Promise<void> {
  await press(page, 'Control+2')
  await grid().waitFor()
  await press(page, 'Control+f')
  await page.keyboard.insertText('VILAS 9591')
  await page.locator('output', { hasText: '1 trong' }).first().waitFor()
  await press(page, 'Enter')
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  await press(page, 'Home', 'Enter')
  await page.locator('#lab-decisions').waitFor()
}

/** Chooses a kind of act in the list that has the focus, as the first letters do. */
async function chooseKind(label: string): Promise<void> {
  await eventually(() => focused(page)).toBe('Quyết định việc gì')
  const chosen = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text)
  for (let step = 0; step < 14 && (await chosen()) !== label; step += 1) await press(page, 'ArrowDown')
  expect(await chosen()).toBe(label)
}

async function makeRegister(): Promise<void> {
  const { standards } = await ask('reference.get', {})
  const standard = standards.find(({ title }) => title === 'ISO/IEC 17025:2017')!.id
  const owner = await ask('organizations.save', { change: { nameVi: 'Công ty Vật liệu Mẫu' } })
  lab = (await ask('labs.save', { change: { nameVi: 'Phòng thí nghiệm vật liệu Mẫu', owner: owner.id } })).id
  const { id: accreditation } = await ask('accreditations.save', {
    change: { code: 'VILAS 9591', standards: [standard], covers: [{ laboratory: lab, site: null }] },
  })
  await ask('decisions.save', {
    change: {
      kind: 'GCN',
      number: '78/GCN-BXD',
      signed: { iso: '2022-01-24' },
      acts: [{ accreditation, kind: 'grant', expiry: { iso: '2026-12-31' }, annex: { extent: 'complete' } }],
    },
  })
  const annex = (await ask('labs.get', { id: lab })).accreditations[0]!.decisions[0]!.annexes[0]!.id
  for (const testVi of ['Cường độ nén', 'Độ sụt', 'Độ mịn', 'Độ ẩm']) {
    await ask('scope.save', { change: { annex, matrixVi: 'Bê tông', testVi, inclusion: 'included' } })
  }
}

beforeAll(async () => {
  ;({ app, page } = await start())
  await makeRegister()
})

describe('one decision', () => {
  it('renews and extends at once, with its annex, the paper it replaces, and says before saving what changes', async () => {
    await openLab()
    const before = await setTime()
    await newDecision()
    await type(page, '740/GCN-BXD')
    await press(page, 'Enter')
    await type(page, '20/11/2026')
    await tabTo('Quyết định việc gì')
    await chooseKind('Công nhận lại')
    await tabTo('Hiệu lực đến hết ngày')
    await type(page, '20/11/2031')
    await says(page, 'Hạn: 31/12/2026 → 20/11/2031.')
    await says(page, 'Tình trạng hôm nay: sắp hết hạn → còn hiệu lực.')
    await tabTo('Nhập phụ lục kèm theo')
    await press(page, 'Enter')
    await eventually(() => focused(page)).toBe('Mẫu phụ lục')
    await press(page, 'a')
    await says(page, 'Phạm vi: phụ lục mới thay cho toàn bộ 4 dòng đang có hiệu lực, từ 20/11/2026;')
    await tabTo('Số phụ lục')
    await type(page, 'Số 1')
    await tabTo('Thêm nội dung', 'Shift+Tab')
    await press(page, 'Enter')
    await chooseKind('Mở rộng')
    await tabTo('Thay thế văn bản')
    await type(page, '78')
    await page.getByRole('option', { name: /Giấy chứng nhận 78\/GCN-BXD/ }).waitFor()
    await press(page, 'ArrowDown', 'Enter')
    await screenshot(page, 'decision-renewal')
    await press(page, 'Control+Enter')
    await says(page, 'Đã lưu Quyết định 740/GCN-BXD.')
    expect(await setTime()).toBe(before! + 1)
    const [, renewed] = (await labCalled(page, 'VILAS 9591')).accreditations[0]!.decisions
    expect(renewed).toMatchObject({
      acts: [{ kind: 'renewal', expiry: '2031-11-20' }, { kind: 'extension' }],
      annexes: [{ form: 'AFL 01/12', number: 'Số 1', extent: 'complete' }],
      replaces: { number: '78/GCN-BXD' },
    })
  })

  it('suspends two tests by name until a day, and the badge of the preview tells why', async () => {
    await newDecision()
    await type(page, '12.2024/QĐ-VPCNCL')
    await press(page, 'Enter')
    await type(page, '01/03/2024')
    await tabTo('Quyết định việc gì')
    await chooseKind('Đình chỉ')
    await tabTo('Đình chỉ đến hết ngày')
    await type(page, '30/04/2024')
    await tabTo('Chỉ cho một số phép thử')
    await press(page, 'Space')
    await says(page, 'Phạm vi: chưa nêu phép thử nào')
    await tabTo('Lọc theo phép thử, sản phẩm, phương pháp')
    await type(page, 'do am')
    await press(page, 'Tab')
    await eventually(() => focused(page)).toBe('Chọn 1 dòng đang lọc')
    await press(page, 'Enter')
    await press(page, 'Shift+Tab', 'Control+a', 'Backspace')
    await tabTo('Cường độ nén – Bê tông')
    await press(page, 'ArrowDown', 'Space')
    await says(page, 'Phạm vi: đình chỉ 2 trong 4 dòng từ 01/03/2024 đến hết 30/04/2024.')
    await says(page, 'Từ 01/03/2024 đến hết 30/04/2024: còn hiệu lực → đình chỉ một phần.')
    await screenshot(page, 'decision-suspension')
    await press(page, 'Control+Enter')
    await says(page, 'Đã lưu Quyết định 12.2024/QĐ-VPCNCL.')
    const lines = (await labCalled(page, 'VILAS 9591')).accreditations[0]!.decisions.find(
      ({ number }) => number === '12.2024/QĐ-VPCNCL',
    )!.acts[0]!.lines
    expect(lines.map(({ name }) => name)).toEqual(['Độ sụt – Bê tông', 'Độ ẩm – Bê tông'])
    const statuses = await Promise.all(
      ['2024-02-29', '2024-03-01', '2024-04-30', '2024-05-01'].map((day) => ask('labs.get', { id: lab, day })),
    )
    expect(statuses.map(({ status }) => status)).toEqual(['valid', 'partly_suspended', 'partly_suspended', 'valid'])
  })

  it('changes the name from its day on: the page of the day before still bears the old one', async () => {
    await newDecision()
    await press(page, 'Enter')
    await type(page, '12/03/2025')
    await tabTo('Quyết định việc gì')
    await chooseKind('Đổi tên')
    await tabTo('Tên mới của phòng')
    await type(page, 'Trung tâm vật liệu Mẫu')
    await says(page, 'Tên phòng từ 12/03/2025: “Trung tâm vật liệu Mẫu”. Trước đó: “Phòng thí nghiệm vật liệu Mẫu”.')
    await screenshot(page, 'decision-name')
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Trung tâm vật liệu Mẫu' }).waitFor()
    await press(page, 'Control+d')
    await page.getByRole('textbox').first().waitFor()
    await page.keyboard.insertText('11/03/2025')
    await press(page, 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Phòng thí nghiệm vật liệu Mẫu' }).waitFor()
    await screenshot(page, 'decision-name-before')
    await page
      .getByRole('button', { name: /^Về (hôm nay|hiện tại)/ })
      .first()
      .press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trung tâm vật liệu Mẫu' }).waitFor()
  })
})

describe('the page', () => {
  it('walks the chain of certificates in both directions', async () => {
    const link = (name: string) => page.locator('#lab-decisions').getByRole('button', { name, exact: true })
    await link('Giấy chứng nhận số 78/GCN-BXD').focus()
    await press(page, 'Enter')
    const row = () => page.evaluate(() => document.activeElement?.querySelector('th')?.textContent ?? '')
    await eventually(row).toMatch(/^Giấy chứng nhận số 78\/GCN-BXD/)
    await screenshot(page, 'decision-chain')
    await link('Quyết định số 740/GCN-BXD').focus()
    await press(page, 'Enter')
    await eventually(row).toMatch(/^Quyết định số 740\/GCN-BXD/)
  })
})

describe('why', () => {
  it('is asked of a row of the list by a key or a click, leads to the decision, and Esc gives the row back', async () => {
    await press(page, 'Control+2')
    await grid().waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await press(page, 'Home', 'Alt+Enter')
    const panel = page.getByRole('dialog', { name: 'Vì sao, tính vào ngày 23/11/2026' })
    await panel.waitFor()
    await panel.getByText(/công nhận lại từ ngày ký đến hết 20\/11\/2031/).waitFor()
    await screenshot(page, 'why-list')
    expect(await seriousProblems(page)).toEqual([])
    await press(page, 'Escape')
    await panel.waitFor({ state: 'detached' })
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await grid()
      .getByRole('button', { name: /Còn hiệu lực/ })
      .click()
    await panel.waitFor()
    await press(page, 'Tab', 'Tab', 'Enter')
    await panel.waitFor({ state: 'detached' })
    await eventually(() => page.evaluate(() => document.activeElement?.querySelector('th')?.textContent ?? '')).toMatch(
      /^Quyết định số 740/,
    )
  })

  it.each(['light', 'dark'] as const)(
    'and the decision form are sound to axe in the %s theme, narrow and wide',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await openLab()
      await page.locator('#lab-accreditations button[data-status]').first().press('Enter')
      await page.getByRole('dialog', { name: /^Vì sao/ }).waitFor()
      expect(await seriousProblems(page)).toEqual([])
      await press(page, 'Escape')
      await newDecision()
      for (const kind of ['suspension', 'change_place', 'edition_transition', 'renewal']) {
        await form().getByLabel('Quyết định việc gì').selectOption(kind)
        if (kind === 'suspension') await form().getByLabel('Chỉ cho một số phép thử').check()
        expect([kind, await seriousProblems(page)]).toEqual([kind, []])
      }
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
      ] as const) {
        await resize(app, width, height)
        await screenshot(page, `decision-${colorScheme}-${width}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
      await press(page, 'Escape')
      await page.getByRole('button', { name: 'Bỏ thay đổi' }).press('Enter')
      await form().waitFor({ state: 'detached' })
    },
  )
})
