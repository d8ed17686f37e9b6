// Clerks enter records in the real app by keyboard alone, step by step from nothing, with wrong codes and dates on the way.
import { describe, expect, it } from 'vitest'
import {
  addLab,
  arrives,
  focused,
  labCalled,
  newAccreditation,
  newLab,
  press,
  says,
  start,
  type,
  value,
  windowOn,
} from './clerk'
import { call, eventually, resize, screenshot, seriousProblems } from './harness'

describe('a clerk at the keyboard', () => {
  it('enters a laboratory with owner, two sites, an accreditation, a grant, an annex and three lines from nothing', async () => {
    const { page } = await start()
    await newLab(page)
    await type(page, 'Phòng thử nghiệm nước Mẫu')
    await press(page, 'Enter', 'Enter')
    await arrives(page, 'Cơ quan chủ quản')
    await type(page, 'Công ty Nước Mẫu')
    await page.locator('[role=option][data-combobox-selected]', { hasText: 'Thêm “Công ty Nước Mẫu”' }).waitFor()
    await press(page, 'Enter')
    await says(page, 'Đã thêm cơ quan “Công ty Nước Mẫu” vào sổ.')
    await press(page, 'Control+s')
    await says(page, 'Đã lưu vào sổ. Làm tiếp:')
    await screenshot(page, 'form-laboratory-saved')
    await press(page, 'Control+Shift+Enter')

    await arrives(page, 'Tên địa điểm')
    await type(page, 'Cơ sở 1')
    await press(page, 'Enter')
    await type(page, 'Số 1 phố Mẫu')
    await press(page, 'Control+s')
    await says(page, 'Đã lưu vào sổ. Làm tiếp:')
    for (let steps = 0; (await focused(page)) !== 'Thêm địa điểm nữa' && steps < 20; steps++) await press(page, 'Tab')
    await press(page, 'Enter')
    await arrives(page, 'Tên địa điểm')
    await eventually(() => value(page)).toBe('')
    await type(page, 'Cơ sở 2')
    await press(page, 'Control+Shift+Enter')

    await arrives(page, 'Mã')
    await type(page, 'VILAS 9187')
    await press(page, 'Tab', 'Tab', 'Enter')
    await arrives(page, 'Chương trình')
    await press(page, 'Tab', 'Tab', 'Enter')
    await arrives(page, 'Tổ chức công nhận')
    await press(page, 'Control+Shift+Enter')

    await arrives(page, 'Số')
    await type(page, '65.2023/QĐ-VPCNCL')
    await press(page, 'Enter')
    await type(page, 'ngày 05 tháng 02 năm 2024')
    await says(page, 'Hiểu là 05/02/2024')
    await press(page, 'Enter', 'Enter')
    await arrives(page, 'Quyết định việc gì')
    await press(page, 'c')
    await press(page, 'Enter', 'Enter')
    await arrives(page, 'Hiệu lực đến hết ngày')
    await says(page, '3 năm: 05/02/2027')
    expect(await value(page)).toBe('')
    await type(page, '02/2027')
    await says(page, 'Hiểu là 02/2027 (chưa rõ ngày)')
    await says(page, 'Tình trạng ngày 23/11/2026 sau khi lưu')
    await screenshot(page, 'form-decision')
    await press(page, 'Control+Shift+Enter')

    await arrives(page, 'Mẫu phụ lục')
    await press(page, 'a', 'Control+s')
    await says(page, 'Đã lưu vào sổ. Làm tiếp:')
    for (let steps = 0; (await focused(page)) !== 'Thêm dòng phạm vi' && steps < 20; steps++) await press(page, 'Tab')
    await press(page, 'Enter')

    await arrives(page, 'Sản phẩm, vật liệu được thử')
    await type(page, 'Nước sạch')
    await press(page, 'Enter')
    for (const [test, range] of [
      ['pH', '2~12'],
      ['Độ đục', '(0,01~3,0) NTU'],
      ['Clo dư', ''],
    ] as const) {
      await arrives(page, 'Tên phép thử')
      await eventually(() => value(page)).toBe('')
      await type(page, test)
      await press(page, 'Enter')
      await type(page, range)
      await press(page, 'Control+Shift+Enter')
      await says(page, `Đã lưu ${test}.`)
    }
    await screenshot(page, 'form-scope-line')
    await press(page, 'Escape')
    await eventually(() => page.getByRole('complementary', { name: /dòng phạm vi/ }).count()).toBe(0)

    const lab = await labCalled(page, 'nuoc mau')
    expect(lab).toMatchObject({
      owner: { name: 'Công ty Nước Mẫu' },
      sites: [{ label: 'Cơ sở 1', address: 'Số 1 phố Mẫu' }, { label: 'Cơ sở 2' }],
      accreditations: [
        {
          code: { raw: 'VILAS 9187' },
          scheme: { key: 'VILAS' },
          status: { status: 'expiring' },
          decisions: [
            {
              number: '65.2023/QĐ-VPCNCL',
              signed: { iso: '2024-02-05', printed: 'ngày 05 tháng 02 năm 2024' },
              acts: [{ kind: 'grant', expiry: '2027-02' }],
              annexes: [{ form: 'AFL 01/12' }],
            },
          ],
        },
      ],
    })
    const scope = await call(page, 'scope.list', { laboratory: lab.id })
    expect(scope.ok && scope.value.rows.map(({ matrixVi, testVi }) => `${matrixVi}: ${testVi}`)).toEqual([
      'Nước sạch: pH',
      'Nước sạch: Độ đục',
      'Nước sạch: Clo dư',
    ])
  })

  it('is told what is wrong with a code and with dates, keeps what was typed, and can put it right', async () => {
    const { app, page: first } = await start()
    const page = await windowOn(app, first, await addLab(first))
    await newAccreditation(page)
    await type(page, 'VILAS 18O')
    await press(page, 'Control+s')
    await says(page, /“VILAS 18O” có chữ cái lẫn trong số. Hãy xem lại trên giấy/)
    expect([await focused(page), await value(page)]).toEqual(['Mã', 'VILAS 18O'])
    await screenshot(page, 'form-bad-code')
    await press(page, 'Tab', 'Enter')
    await arrives(page, 'Mã')
    expect(await value(page)).toBe('VILAS 180')
    await press(page, 'Control+Shift+Enter')

    await arrives(page, 'Số')
    await press(page, 'Tab')
    await type(page, '25-11-2026')
    await says(page, 'Hiểu là 25/11/2026')
    await press(page, 'Tab', 'Tab', 'Tab')
    await arrives(page, 'Quyết định việc gì')
    await press(page, 'c')
    await press(page, 'Tab', 'Tab')
    await arrives(page, 'Hiệu lực đến hết ngày')
    await type(page, '24/11/26')
    await press(page, 'Control+s')
    await says(page, 'Ngày hết hạn ở trước ngày bắt đầu hiệu lực. Hãy xem lại hai ngày.')
    expect([await focused(page), await value(page)]).toEqual(['Hiệu lực đến hết ngày', '24/11/26'])
    await press(page, 'Control+a')
    await type(page, 'hôm nào đó')
    await press(page, 'Control+s')
    await says(page, /Chưa đọc được ngày này/)
    expect([await focused(page), await value(page)]).toEqual(['Hiệu lực đến hết ngày', 'hôm nào đó'])
    await screenshot(page, 'form-bad-date')
    expect(await labCalled(page, 'phong a')).toMatchObject({ accreditations: [{ decisions: [] }] })
  })
})

describe('a form', () => {
  it('has nothing that axe calls serious, in both themes', async () => {
    const { page } = await start()
    await newLab(page)
    await press(page, 'Control+s')
    await says(page, 'Hãy điền ô này.')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await eventually(() => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe(
        colorScheme,
      )
      expect(await seriousProblems(page)).toEqual([])
      await screenshot(page, `form-error-${colorScheme}`)
    }
  })

  it('never makes the page scroll sideways', async () => {
    const { app, page } = await start()
    await newLab(page)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await resize(app, width, height)
      await eventually(() => page.evaluate(() => window.innerWidth)).toBe(width)
      const [scroll, client] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return [scrollWidth, clientWidth]
      })
      expect(scroll).toBe(client)
    }
  })
})
