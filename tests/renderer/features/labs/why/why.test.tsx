// “Vì sao?” of any badge: one panel, with the rule of the best accreditation, each chain of decisions and the ways to them.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../../components/harness'
import { grid, openScreens, type Screens } from '../screens'

const panel = () => screen.findByRole('dialog', { name: 'Vì sao, tính vào ngày 23/11/2026' })
const sentences = (inside: HTMLElement) =>
  within(inside)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

async function suspended(desk: Screens): Promise<string> {
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng hai công nhận' } })
  const [first, second] = await Promise.all(
    ['VILAS 9001', 'VILAS 9002'].map((code) =>
      desk.ask('accreditations.save', { change: { code, covers: [{ laboratory, site: null }] } }),
    ),
  )
  const acts = [
    { accreditation: first!.id, kind: 'grant' as const, expiry: { iso: '2027-03-25' } },
    { accreditation: second!.id, kind: 'grant' as const, expiry: { iso: '2026-01-31' } },
  ]
  await desk.ask('decisions.save', { change: { kind: 'QD', number: '1/QĐ-X', signed: { iso: '2024-01-01' }, acts } })
  const suspension = { accreditation: first!.id, kind: 'suspension' as const }
  await desk.ask('decisions.save', {
    change: { kind: 'QD', number: '2/QĐ-X', signed: { iso: '2026-10-01' }, acts: [suspension] },
  })
  return laboratory
}

describe('why', () => {
  it('of a laboratory with two accreditations says the rule, tells each, and what the days of a suspended one run to', async () => {
    const desk = await openScreens('empty')
    const id = await suspended(desk)
    await within(await screen.findByRole('grid', { name: 'Phòng thí nghiệm' })).findByText('Phòng hai công nhận')
    await desk.user.click(within(grid()).getByRole('button', { name: /^Đình chỉ/ }))
    const opened = await panel()
    await within(opened).findByText(
      'Phòng có 2 công nhận. Tình trạng của phòng là tình trạng của công nhận tốt nhất: VILAS 9001. Từng công nhận như sau.',
    )
    expect(
      within(opened)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['VILAS 9001', 'VILAS 9002'])
    expect(sentences(opened)).toEqual([
      'Quyết định số 1/QĐ-X ngày 01/01/2024: công nhận lần đầu từ ngày ký đến hết 25/03/2027.',
      'Quyết định số 2/QĐ-X ngày 01/10/2026: đình chỉ từ ngày ký cho đến khi có quyết định bỏ đình chỉ.',
      'Vì vậy ngày 23/11/2026 công nhận đang bị đình chỉ.',
      'Hạn công nhận vẫn là 25/03/2027, còn 122 ngày: đình chỉ không kéo dài hạn; hết ngày đó thì hết hiệu lực dù đã bỏ đình chỉ hay chưa.',
      'Thay đổi tiếp theo: từ 26/03/2027, hết hiệu lực.',
      'Quyết định số 1/QĐ-X ngày 01/01/2024: công nhận lần đầu từ ngày ký đến hết 31/01/2026.',
      'Hạn ghi là 31/01/2026, ngày cuối vẫn còn tính; ngày 23/11/2026 đã hết hiệu lực.',
    ])
    expect(await axeFinds(opened)).toEqual([])
    await desk.user.click(within(opened).getByRole('button', { name: /^Quyết định số 2\/QĐ-X/ }))
    expect(screen.queryByRole('dialog')).toBeNull()
    const row = await screen.findByRole('row', { name: /^Quyết định số 2\/QĐ-X/ })
    await waitFor(() => expect(row).toHaveFocus())
    expect(id).not.toBe('')
  })

  it('is closed by Esc with the focus back on the badge, keeps Tab inside, and goes when pressed elsewhere', async () => {
    const desk = await openScreens('quang-ninh')
    desk.go('lab', { id: await desk.idOf('B12') })
    const card = await screen.findByRole('region', { name: 'VILAS 016' })
    const badge = within(card).getByRole('button', { name: /^Sắp hết hạn/ })
    badge.focus()
    await desk.user.keyboard('{Enter}')
    const opened = await panel()
    expect(opened).toHaveFocus()
    await within(opened).findByText(/^Vì vậy ngày/)
    for (let step = 0; step < 8; step += 1) {
      await desk.user.tab()
      expect(opened).toContainElement(document.activeElement as HTMLElement)
    }
    await desk.user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(badge).toHaveFocus()
    await desk.user.click(badge)
    await panel()
    await desk.user.click(screen.getByRole('heading', { level: 1 }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leads to the day of the next change', async () => {
    const desk = await openScreens('quang-ninh')
    desk.go('lab', { id: await desk.idOf('B12') })
    await screen.findByRole('region', { name: 'VILAS 016' })
    await desk.user.keyboard('{Alt>}{Enter}{/Alt}')
    await desk.user.click(await within(await panel()).findByRole('button', { name: 'Xem sổ tại ngày 26/11/2026' }))
    await screen.findByText(/^Hết hiệu lực từ 26\/11\/2026/)
  })
})
