// Scope lines of an annex by keyboard: a block from Excel, the text of an annex, two issues compared; in the real app.
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Input, Output } from '../../db/contract'
import { arrives, press, says, start, type } from './clerk'
import { call, eventually, resize, screenshot, seriousProblems } from './harness'

const NAMES = Array.from({ length: 40 }, (_, at) => `Xác định chỉ tiêu ${at + 1}`)
/** As Excel puts it on the clipboard: the product cell spans four rows, one method cell has two lines. */
const BLOCK = NAMES.map((name, at) =>
  [
    at % 4 === 0 ? `Sản phẩm ${at / 4 + 1}` : '',
    name,
    `(${at},5 ~ 10) %`,
    at === 0 ? '"TCVN 1:2020\nISO 1:2019"' : `TCVN ${at + 1}:2020`,
  ].join('\t'),
)
  .join('\r\n')
  .concat('\r\n')

const ANNEX = `DANH MỤC PHÉP THỬ ĐƯỢC CÔNG NHẬN
(Kèm theo quyết định số: /QĐ-VPCNCL ngày tháng 11 năm 2023)
Số hiệu/ Code: VILAS 9188
Lĩnh vực thử nghiệm: Hóa
TT
Tên sản phẩm, vật liệu được thử
Tên phép thử cụ thể
Phương pháp thử
1.
Nước sạch
Domestic water
Xác định pH
Determination of pH
2 ~ 12
TCVN 6492:2011
2.
Xác định Clorua
5,0 mg/L
TCVN 6194:1996
AFL 01/12 Lần ban hành: 4.24 Trang: 1/1
một mẩu chữ lạc
`

async function must<N extends Parameters<typeof call>[1]>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.fields)}`)
  return answer.value as Output<N>
}

/** A laboratory with two issues of an annex, a new window on its page. */
async function begin() {
  const launched = await start()
  const { page } = launched
  const lab = await must(page, 'labs.save', { change: { nameVi: 'Phòng nhập phạm vi (hư cấu)' } })
  const accreditation = await must(page, 'accreditations.save', {
    change: { code: 'VILAS 9187', covers: [{ laboratory: lab.id, site: null }] },
  })
  const annexes: string[] = []
  for (const [number, day, end] of [
    ['1/QĐ-VPCNCL', '2023-11-26', '2026-11-25'],
    ['2/QĐ-VPCNCL', '2026-11-01', '2029-10-31'],
  ] as const) {
    const decision = await must(page, 'decisions.save', {
      change: {
        kind: 'QD',
        number,
        signed: { iso: day },
        acts: [{ accreditation: accreditation.id, kind: 'recognition', effective: { iso: day }, expiry: { iso: end } }],
      },
    })
    const { accreditations } = await must(page, 'labs.get', { id: lab.id })
    const act = accreditations[0]!.decisions.find(({ id }) => id === decision.id)!.acts[0]!.id
    annexes.push((await must(page, 'annexes.save', { change: { act, form: 'AFL 01/12', extent: 'complete' } })).id)
  }
  await press(page, 'Control+2')
  await page.getByRole('grid').waitFor()
  await page.getByText('Phòng nhập phạm vi (hư cấu)').first().dblclick()
  await page.getByRole('heading', { level: 1, name: 'Phòng nhập phạm vi' }).waitFor()
  return { ...launched, lab: lab.id, accreditation: accreditation.id, old: annexes[0]!, now: annexes[1]! }
}

const copy = (app: ElectronApplication, text: string) =>
  app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)

async function enter(page: Page, which: 'first' | 'last'): Promise<void> {
  await page
    .getByRole('button', { name: /^Nhập nhiều dòng:/ })
    [which]()
    .focus()
  await press(page, 'Enter')
  await arrives(page, 'Sản phẩm, vật liệu, dòng 1')
}

async function dark(page: Page, on: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: on ? 'dark' : 'light' })
}

describe('many scope lines', () => {
  it('pastes forty rows as Excel gives them, saves them as one set and finds them on the page', async () => {
    const { app, page, lab, accreditation } = await begin()
    await enter(page, 'last')
    await copy(app, BLOCK)
    await press(page, 'Control+v')
    await says(page, 'Đã điền sản phẩm cho 30 dòng để trống bên dưới. Ctrl+Z để trả lại.')
    await says(page, '40 dòng · 40 dòng mới · chưa lưu, đã giữ bản nháp')
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'scope-entry')
    await dark(page, true)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'scope-entry-dark')
    await dark(page, false)
    await resize(app, 1920, 1080)
    await screenshot(page, 'scope-entry-1920')
    await resize(app, 1366, 768)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366)

    const before = await must(page, 'changes.sets', { limit: 100 })
    await press(page, 'Control+s')
    await says(page, 'Đã lưu 40 dòng vào sổ.')
    const after = await must(page, 'changes.sets', { limit: 100 })
    expect(after.sets.length - before.sets.length).toBe(1)
    const scope = await must(page, 'scope.list', { accreditation, limit: 1000 })
    expect(scope.rows.map(({ testVi }) => testVi)).toEqual(NAMES)
    expect(scope.rows.slice(0, 5).map(({ matrixVi }) => matrixVi)).toEqual([
      ...Array.from({ length: 4 }, () => 'Sản phẩm 1'),
      'Sản phẩm 2',
    ])
    expect(scope.rows[0]!.method).toBe('TCVN 1:2020\nISO 1:2019')

    await press(page, 'Alt+ArrowLeft')
    await page.getByText('40 dòng').first().waitFor()
    expect((await must(page, 'labs.get', { id: lab })).accreditations[0]!.scopeLines).toBe(40)
  })

  it('types, moves, fills down, takes back, and keeps what was typed when the app is left without saving', async () => {
    const first = await begin()
    const { page } = first
    await enter(page, 'last')
    await type(page, 'Nước mắm')
    await press(page, 'Tab')
    await type(page, 'Xác định đạm')
    await press(page, 'ArrowDown')
    await type(page, 'Xác định muối')
    await press(page, 'ArrowLeft', 'Control+d')
    await says(page, '2 dòng · 2 dòng mới · chưa lưu, đã giữ bản nháp')
    const cells = () => page.getByRole('gridcell').allTextContents()
    expect((await cells()).slice(11, 13)).toEqual(['Nước mắm', 'Xác định muối'])
    await press(page, 'Control+z')
    await eventually(async () => (await cells())[11]).toBe('')
    await press(page, 'Control+y')
    await eventually(async () => (await cells())[11]).toBe('Nước mắm')
    // F2 edits in the cell, Esc leaves it as it was
    await press(page, 'F2')
    await type(page, ' loại 1')
    await press(page, 'Escape')
    await eventually(async () => (await cells())[11]).toBe('Nước mắm')
    // a field that does not exist stays as typed, is told and stops the saving
    await press(page, 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await arrives(page, 'Lĩnh vực, dòng 2')
    await type(page, 'Hoá lý')
    await press(page, 'ArrowDown', 'Control+s')
    await says(page, 'Chưa lưu. Hãy sửa ô được đánh dấu rồi lưu lại.')
    await arrives(page, 'Lĩnh vực, dòng 2')
    await says(page, 'Không có lĩnh vực này. Hãy gõ vài chữ rồi chọn trong danh sách.')
    await screenshot(page, 'scope-entry-problem')
    expect(await seriousProblems(page)).toEqual([])
    await type(page, 'hoa')
    await press(page, 'Enter')
    await eventually(async () => (await cells())[16]).toBe('Hóa')

    await press(page, 'Alt+ArrowLeft')
    await page.getByRole('heading', { level: 1, name: 'Phòng nhập phạm vi' }).waitFor()
    const again = await first.restart()
    await again.page.getByRole('heading', { level: 1, name: 'Phòng nhập phạm vi' }).waitFor()
    await enter(again.page, 'last')
    await says(again.page, '2 dòng · 2 dòng mới · chưa lưu, đã giữ bản nháp')
    await press(again.page, 'Control+s')
    await says(again.page, 'Đã lưu 2 dòng vào sổ.')
  })

  it('reads the text of an annex, warns of another code, leaves nothing out, and places a stray piece by hand', async () => {
    const { app, page, now } = await begin()
    await enter(page, 'last')
    await copy(app, ANNEX)
    await press(page, 'Control+v')
    await says(page, /Đọc được 2 dòng/)
    await says(
      page,
      'Văn bản ghi VILAS 9188, còn phụ lục đang nhập thuộc VILAS 9187. Hãy xem có dán nhầm phụ lục không.',
    )
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'scope-preview')
    await page.getByRole('button', { name: 'Ghi lần ban hành 4.24 vào phụ lục' }).focus()
    await press(page, 'Enter')
    await says(page, 'Đã ghi mẫu và lần ban hành vào phụ lục.')
    await dark(page, true)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'scope-preview-dark')
    await dark(page, false)
    await press(page, 'Control+Enter')
    await says(page, '1 mẩu chữ chưa đặt')
    await screenshot(page, 'scope-pieces')
    await page.getByRole('button', { name: /^Đặt “một mẩu chữ lạc” vào ô/ }).focus()
    await press(page, 'Enter')
    await eventually(() => page.getByText('1 mẩu chữ chưa đặt').count()).toBe(0)
    await press(page, 'Control+s')
    await says(page, 'Đã lưu 2 dòng vào sổ.')
    const { lines } = await must(page, 'annexes.get', { id: now })
    expect(lines).toMatchObject([
      {
        matrixVi: 'Nước sạch một mẩu chữ lạc',
        matrixEn: 'Domestic water',
        testVi: 'Xác định pH',
        range: '2 ~ 12',
        methodEdition: '2011',
        field: { name: 'Hóa' },
      },
      { matrixVi: 'Nước sạch', testVi: 'Xác định Clorua', method: 'TCVN 6194:1996' },
    ])
  })

  it('compares two issues: counts, filters by keyboard, and makes a likely pair one', async () => {
    const { page, old, now } = await begin()
    const line = (testVi: string, range: string, method: string) => ({ matrixVi: 'Nước sạch', testVi, range, method })
    await must(page, 'scope.saveMany', {
      annex: old,
      rows: [
        line('Xác định pH', '2 ~ 12', 'TCVN 6492:2011'),
        line('Xác định Fe', '0,1 mg/L', 'TCVN 6177:1996'),
        line('Xác định Mn', '0,1 mg/L', 'TCVN 6002:1995'),
        line('Xác định Cl', '5 mg/L', 'TCVN 6194:1996'),
      ],
    })
    await must(page, 'scope.saveMany', {
      annex: now,
      rows: [
        line('Xác định pH', '2 ~ 12', 'TCVN 6492:2011'),
        line('Xác định Fe', '0,05 mg/L', 'TCVN 6177:1996'),
        line('Xac dinh Mn', '0,1 mg/L', 'TCVN 6002:1995'),
        line('Xác định Pb', '1 µg/L', 'TCVN 6193:1996'),
      ],
    })
    await page.getByRole('button', { name: /^So với phụ lục trước/ }).focus()
    await press(page, 'Enter')
    await says(page, 'Vừa giữ vừa đổi: giống công nhận lại có thay đổi.')
    const filter = (name: RegExp) => page.getByRole('button', { name, pressed: true })
    await filter(/^Mọi khác biệt 4$/).waitFor()
    await eventually(() => page.locator('[role=grid] [data-index]').count()).toBe(4)
    await press(page, 'Control+PageDown')
    await filter(/^Thêm mới 1$/).waitFor()
    await press(page, 'Control+PageDown')
    await filter(/^Bỏ đi 1$/).waitFor()
    await press(page, 'Control+PageDown')
    await filter(/^Đổi phạm vi đo, giới hạn 1$/).waitFor()
    await page.getByText('0,05 mg/L').first().waitFor()
    expect(await seriousProblems(page)).toEqual([])
    await press(page, 'Control+PageUp', 'Control+PageUp', 'Control+PageUp')
    await filter(/^Mọi khác biệt 4$/).waitFor()
    await screenshot(page, 'scope-compare')
    await dark(page, true)
    expect(await seriousProblems(page)).toEqual([])
    await screenshot(page, 'scope-compare-dark')
    await dark(page, false)
    await page.getByRole('button', { name: /^Có thể là một 1$/ }).focus()
    await press(page, 'Enter')
    await page.getByText('Đổi câu chữ – có thể là một').first().click()
    await page.getByRole('button', { name: 'Đúng là một dòng' }).focus()
    await press(page, 'Enter')
    await says(page, 'Đã nối hai dòng làm một.')
    await eventually(async () => (await must(page, 'annexes.compare', { from: old, to: now })).counts.unsure).toBe(0)
    await press(page, 'Alt+ArrowLeft')
    await page.getByRole('heading', { level: 1, name: 'Phòng nhập phạm vi' }).waitFor()
  })
})
