// Vietnamese typing in the real app: the streams that Unikey (Telex and VNI, by backspaces) and an input method (by composition) send, replayed
// key by key into every kind of field. What stands there at the end is exactly what was meant; no shortcut fires, nothing is reformatted meanwhile.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addLab, arrives, labCalled, newAccreditation, newLab, press, start, value, windowOn } from './clerk'
import { call, eventually } from './harness'

/** A key as typed, or what Unikey does instead of the last one: so many backspaces, then the letters put right. */
type Step = string | { back: number; text: string }

const MEANT = 'Thủy sản Đông Triều'
const put = (back: number, text: string): Step => ({ back, text })
const telex: Step[] = ['T', 'h', 'u', 'y', put(2, 'ủy'), ' ', 's', 'a', 'n', put(2, 'ản'), ' ', 'D', put(1, 'Đ')]
telex.push('o', put(1, 'ô'), 'n', 'g', ' ', 'T', 'r', 'i', 'e', put(1, 'ê'), 'u', put(2, 'ều'))
const vni: Step[] = ['T', 'h', 'u', put(1, 'ủ'), 'y', ' ', 's', 'a', put(1, 'ả'), 'n', ' ', 'D', put(1, 'Đ'), 'o']
vni.push(put(1, 'ô'), 'n', 'g', ' ', 'T', 'r', 'i', 'e', put(1, 'ê'), put(1, 'ề'), 'u')

async function replay(page: Page, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await page.keyboard.type(step)
    else {
      for (let times = 0; times < step.back; times++) await page.keyboard.press('Backspace')
      await page.keyboard.insertText(step.text)
    }
  }
}

/** As an input method does it: each word grows under composition, then is committed. */
async function compose(page: Page, text: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  for (const [at, word] of text.split(' ').entries()) {
    if (at > 0) await page.keyboard.type(' ')
    for (let length = 1; length <= word.length; length++) {
      const begun = { text: word.slice(0, length) }
      await devtools.send('Input.imeSetComposition', { ...begun, selectionStart: length, selectionEnd: length })
    }
    await devtools.send('Input.insertText', { text: word })
  }
  await devtools.detach()
}

/** The focus stands in an empty field. */
const readyToType = (page: Page) => eventually(() => value(page)).toBe('')

const ways: readonly [string, (page: Page) => Promise<void>][] = [
  ['Telex by Unikey', (page) => replay(page, telex)],
  ['VNI by Unikey', (page) => replay(page, vni)],
  ['an input method', (page) => compose(page, MEANT)],
]

describe.each(ways)('%s', (_name, typeWords) => {
  it('writes the search box, the palette and the capability box as meant', async () => {
    const { page } = await start()
    await press(page, 'Control+2')
    await page.getByRole('grid').waitFor()
    await press(page, 'Control+f')
    await readyToType(page)
    await typeWords(page)
    expect(await value(page)).toBe(MEANT)
    await press(page, 'Control+k')
    await page.getByRole('dialog').waitFor()
    await readyToType(page)
    await typeWords(page)
    expect(await value(page)).toBe(MEANT)
    await press(page, 'Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
    await press(page, 'Control+5')
    await page.getByRole('searchbox', { name: 'Hỏi về năng lực thử nghiệm' }).waitFor({ timeout: 8_000 })
    await press(page, 'Control+f')
    await readyToType(page)
    await typeWords(page)
    expect(await value(page)).toBe(MEANT)
  })

  it('writes a field of a form as meant, and the save holds it', async () => {
    const { page } = await start()
    await newLab(page)
    await typeWords(page)
    expect(await value(page)).toBe(MEANT)
    await press(page, 'Control+s')
    await eventually(async () => {
      const found = await call(page, 'labs.list', { text: MEANT })
      return found.ok ? found.value.rows.map(({ nameVi }) => nameVi) : []
    }).toEqual([MEANT])
  })
})

const DATE = 'tháng 11 năm 2026'
const dateTelex: Step[] = ['t', 'h', 'a', 'n', 'g', put(3, 'áng'), ' 11 na', put(1, 'ă'), 'm 2026']

/** Telex puts the mark for s, VNI for 1: what reaches the field is the same stream. Digits of the date itself stand after a space. */
const dateWays: readonly [string, (page: Page) => Promise<void>][] = [
  ['Telex or VNI by Unikey', (page) => replay(page, dateTelex)],
  ['an input method', (page) => compose(page, DATE)],
  ['plain keys', (page) => page.keyboard.type(DATE)],
]

describe.each(dateWays)('a date, by %s', (_name, typeWords) => {
  it('stands in the words that were typed, is read as what they mean, and is saved so', async () => {
    const { page } = await start()
    await newLab(page)
    await page.keyboard.type('Phòng B')
    await page.getByLabel('Ngày giải thể').focus()
    await readyToType(page)
    await typeWords(page)
    expect(await value(page)).toBe(DATE)
    await page.getByText('11/2026').first().waitFor()
    await press(page, 'Shift+Tab')
    expect(await page.getByLabel('Ngày giải thể').inputValue()).toBe(DATE)
    await press(page, 'Control+s')
    await page.getByText('Đã lưu Phòng B.').first().waitFor()
    expect((await labCalled(page, 'Phòng B')).dissolvedOn).toEqual({ iso: '2026-11', printed: DATE })
  })
})

async function annexOf(page: Page): Promise<string> {
  const lab = await addLab(page)
  const accreditation = await call(page, 'accreditations.save', {
    change: { code: 'VILAS 9187', covers: [{ laboratory: lab, site: null }] },
  })
  if (!accreditation.ok) throw new Error(accreditation.error.code)
  const act = { accreditation: accreditation.value.id, kind: 'grant' as const, annex: { form: 'AFL 01/12' as const } }
  const decision = await call(page, 'decisions.save', { change: { kind: 'QD', acts: [act] } })
  if (!decision.ok) throw new Error(decision.error.code)
  return lab
}

describe.each(ways)('a cell of the grid, by %s', (_name, typeWords) => {
  it('takes the first key as the beginning of the word, and the whole as meant', async () => {
    const { app, page: first } = await start()
    const page = await windowOn(app, first, await annexOf(first))
    await page
      .getByRole('button', { name: /^Nhập nhiều dòng:/ })
      .first()
      .focus()
    await press(page, 'Enter')
    await arrives(page, 'Sản phẩm, vật liệu, dòng 1')
    await typeWords(page)
    await press(page, 'Tab')
    await arrives(page, 'Tên phép thử, dòng 1')
    await typeWords(page)
    await press(page, 'Enter')
    const cells = await page.getByRole('gridcell').allTextContents()
    expect(cells.filter((cell) => cell === MEANT)).toHaveLength(2)
  })
})

describe('a code', () => {
  it('stands as typed under Telex, which turns VILAS into VÍLA first', async () => {
    const { app, page: first } = await start()
    const page = await windowOn(app, first, await addLab(first))
    await newAccreditation(page)
    await replay(page, ['V', 'I', 'L', 'A', put(3, 'ÍLA'), put(3, 'ILAS'), ' ', '5', '1', '2'])
    expect(await value(page)).toBe('VILAS 512')
    await arrives(page, 'Mã')
  })
})
