// The form of a source: what it says, how sure one is, and on which whole day it was checked.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, findField, openDesk, TODAY, type Desk } from './harness'

// the group of fields bears the same name
const source = () => screen.getByRole('textbox', { name: /^Nguồn/ })
const save = '{Control>}s{/Control}'

async function openNew(): Promise<{ desk: Desk; laboratory: string }> {
  const desk = await openDesk()
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', phone: '0203 1' } })
  desk.show()
  desk.open({ form: 'evidence', record: laboratory, attribute: 'phone', laboratory })
  await findField('Trích nguyên văn')
  return { desk, laboratory }
}

const evidence = async (desk: Desk, laboratory: string) => (await desk.ask('labs.get', { id: laboratory })).evidence

describe('the form of a source', () => {
  it('names the value it speaks for, and is saved with today at one key', async () => {
    const { desk, laboratory } = await openNew()
    expect(screen.getByText('Điện thoại – Phòng A')).toBeVisible()
    await desk.user.selectOptions(field(/^Loại nguồn/), 'web_page')
    await desk.user.type(source(), 'trang web của phòng')
    await desk.user.click(screen.getByRole('button', { name: 'Hôm nay, 23/11/2026' }))
    expect(field('Kiểm tra ngày')).toHaveFocus()
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu trang web của phòng.')
    expect(await evidence(desk, laboratory)).toMatchObject([
      { attribute: 'phone', kind: 'web_page', checkedOn: TODAY, certainty: 'unverified' },
    ])
  })

  it('wants kind, source and a whole day, each told at its field', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Kiểm tra ngày'), '11/2026')
    await desk.user.keyboard(save)
    expect(await screen.findAllByText('Hãy điền ô này.')).toHaveLength(2)
    expect(screen.getByText('Ô này cần đủ ngày, tháng, năm. Hãy gõ như 25/11/2026.')).toBeVisible()
    await waitFor(() => expect(field(/^Loại nguồn/)).toHaveFocus())
    expect(field('Kiểm tra ngày')).toHaveValue('11/2026')
    expect(await evidence(desk, laboratory)).toEqual([])
  })
})
