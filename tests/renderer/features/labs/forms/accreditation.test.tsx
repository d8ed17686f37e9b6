// An accreditation's form: the code as printed, offers that a person takes or leaves, and the laboratories that it covers.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, findField, openDesk, type Desk } from './harness'

// the list of choices bears the same label
const holder = () => screen.getByRole('textbox', { name: 'Cấp cho' })
const save = '{Control>}s{/Control}'

async function openNew(): Promise<{ desk: Desk; laboratory: string; owner: string }> {
  const desk = await openDesk()
  const { id: owner } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu' } })
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', owner } })
  await desk.ask('sites.save', { change: { laboratory, label: 'Cơ sở 2' } })
  desk.show()
  desk.open({ form: 'accreditation', laboratory })
  await findField('Mã')
  return { desk, laboratory, owner }
}

const saved = async (desk: Desk, laboratory: string) => (await desk.ask('labs.get', { id: laboratory })).accreditations

describe('the form of an accreditation', () => {
  it('refuses “VILAS 18O”, keeps it as typed, and puts the focus back when the offered code is taken', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Mã'), 'VILAS 18O')
    await desk.user.keyboard(save)
    expect(await screen.findByText(/“VILAS 18O” có chữ cái lẫn trong số. Hãy xem lại trên giấy/)).toBeVisible()
    await waitFor(() => expect(field('Mã')).toHaveFocus())
    expect(field('Mã')).toHaveValue('VILAS 18O')
    expect(await saved(desk, laboratory)).toEqual([])
    await desk.user.click(screen.getByRole('button', { name: 'Đổi thành VILAS 180' }))
    expect(field('Mã')).toHaveValue('VILAS 180')
    expect(field('Mã')).toHaveFocus()
  })

  it('offers scheme and accreditation body by the code, and enters neither by itself', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Mã'), 'VILAS: 512')
    expect(field('Chương trình')).toHaveDisplayValue('chưa rõ chương trình')
    await desk.user.click(screen.getByRole('button', { name: 'Chọn VILAS' }))
    expect(field('Chương trình')).toHaveFocus()
    expect(field('Tổ chức công nhận')).toHaveDisplayValue('chưa rõ')
    await desk.user.click(screen.getByRole('button', { name: 'Chọn BOA' }))
    expect(field('Tổ chức công nhận')).toHaveFocus()
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu VILAS: 512.')
    expect(await saved(desk, laboratory)).toMatchObject([
      {
        code: { raw: 'VILAS: 512', canonical: 'VILAS 512' },
        scheme: { key: 'VILAS' },
        issuer: { name: 'Văn phòng Công nhận Chất lượng Quốc gia' },
      },
    ])
  })

  it('says where code and scheme disagree, and saves them as the paper has them', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Mã'), 'VILAS MED 131')
    await desk.user.selectOptions(field('Chương trình'), 'AOSC – Công nhận của AOSC (VLAT, VLAC, VLAM)')
    expect(screen.getByText(/Vẫn lưu được nếu giấy ghi như vậy/)).toBeVisible()
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu VILAS MED 131.')
    expect(await saved(desk, laboratory)).toHaveLength(1)
  })

  it('starts with the owner as holder and the whole laboratory, and covers a place when told to', async () => {
    const { desk, laboratory, owner } = await openNew()
    await waitFor(() => expect(holder()).toHaveValue('Công ty Mẫu'))
    await desk.user.click(screen.getByRole('checkbox', { name: 'Phòng A (cả phòng)' }))
    await desk.user.click(screen.getByRole('checkbox', { name: 'Cơ sở 2' }))
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu công nhận chưa có mã.')
    expect(await saved(desk, laboratory)).toMatchObject([
      { organization: { id: owner }, covers: [{ laboratory: { id: laboratory }, site: { name: 'Cơ sở 2' } }] },
    ])
  })

  it('keeps words that name no organisation, and does not save without them', async () => {
    const { desk, laboratory } = await openNew()
    await waitFor(() => expect(holder()).toHaveValue('Công ty Mẫu'))
    await desk.user.type(holder(), ' khác')
    await desk.user.tab()
    await desk.user.keyboard(save)
    expect(await screen.findByText(/Chưa chọn được. Hãy chọn một dòng trong danh sách/)).toBeVisible()
    await waitFor(() => expect(holder()).toHaveFocus())
    expect(holder()).toHaveValue('Công ty Mẫu khác')
    expect(await saved(desk, laboratory)).toEqual([])
  })
})
