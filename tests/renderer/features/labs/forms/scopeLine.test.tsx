// The form of a line of scope: text exactly as printed, and the next line of the same table at one key.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, findField, openDesk, type Desk } from './harness'

const onward = '{Control>}{Shift>}{Enter}{/Shift}{/Control}'
const save = '{Control>}s{/Control}'
const product = 'Sản phẩm, vật liệu được thử'

async function withDecision(): Promise<{ desk: Desk; laboratory: string; act: string }> {
  const desk = await openDesk()
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A' } })
  const { id: accreditation } = await desk.ask('accreditations.save', {
    change: { code: 'VILAS 591', covers: [{ laboratory, site: null }] },
  })
  await desk.ask('decisions.save', { change: { kind: 'QD', acts: [{ accreditation, kind: 'grant' }] } })
  const page = await desk.ask('labs.get', { id: laboratory })
  return { desk, laboratory, act: page.accreditations[0]?.decisions[0]?.acts[0]?.id ?? '' }
}

async function openNew(): Promise<{ desk: Desk; laboratory: string; annex: string }> {
  const { desk, laboratory, act } = await withDecision()
  const { id: annex } = await desk.ask('annexes.save', { change: { act, form: 'AFL 01/12' } })
  desk.show()
  desk.open({ form: 'scopeLine', laboratory })
  await findField(product)
  return { desk, laboratory, annex }
}

const lines = async (desk: Desk, laboratory: string) => (await desk.ask('scope.list', { laboratory })).rows

describe('the form of a line of scope', () => {
  it('starts at the product when there is one annex, and keeps ranges and methods as typed', async () => {
    const { desk, laboratory, annex } = await openNew()
    expect(field(product)).toHaveFocus()
    await desk.user.keyboard('Nước sạch{Enter}Độ đục{Enter}(0,01~3,0) NTU{Enter}SMEWW 2130B:2023')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Độ đục.')
    expect(await lines(desk, laboratory)).toMatchObject([
      { annex, matrixVi: 'Nước sạch', testVi: 'Độ đục', range: '(0,01~3,0) NTU', method: 'SMEWW 2130B:2023' },
    ])
  })

  it('goes on with the next test of the same product, and Esc then closes without a question', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.keyboard('Nước sạch{Enter}pH{Enter}2~12')
    await desk.user.keyboard(onward)
    await screen.findByText('Đã lưu pH.')
    await waitFor(() => expect(field('Tên phép thử')).toHaveFocus())
    expect(field('Tên phép thử')).toHaveValue('')
    expect(field(product)).toHaveValue('Nước sạch')
    await desk.user.keyboard('Clo dư')
    await desk.user.keyboard(onward)
    await screen.findByText('Đã lưu Clo dư.')
    await waitFor(() => expect(field('Tên phép thử')).toHaveValue(''))
    await desk.user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect((await lines(desk, laboratory)).map(({ testVi }) => testVi)).toEqual(['pH', 'Clo dư'])
  })

  it('refuses a line without product and test', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Kỹ thuật'), 'sắc ký')
    await desk.user.keyboard(save)
    expect(await screen.findByText('Hãy điền ô này.')).toBeVisible()
    await waitFor(() => expect(field('Tên phép thử')).toHaveFocus())
    expect(await lines(desk, laboratory)).toEqual([])
  })

  it('asks for CMC only in a calibration annex', async () => {
    const { desk, laboratory, act } = await withDecision()
    const { id: tests } = await desk.ask('annexes.save', { change: { act, form: 'AFL 01/12' } })
    const { id: calibrations } = await desk.ask('annexes.save', { change: { act, form: 'AFL 01/13' } })
    desk.show()
    desk.open({ form: 'scopeLine', laboratory })
    await desk.user.selectOptions(await findField(/^Phụ lục/), tests)
    expect(screen.queryByLabelText('Khả năng đo (CMC)')).toBeNull()
    await desk.user.selectOptions(field(/^Phụ lục/), calibrations)
    expect(field('Khả năng đo (CMC)')).toBeVisible()
  })

  it('leads to the annex where there is none yet', async () => {
    const { desk, laboratory } = await withDecision()
    desk.show()
    desk.open({ form: 'scopeLine', laboratory })
    await desk.user.click(await screen.findByRole('button', { name: 'Thêm phụ lục' }))
    expect(await findField('Mẫu phụ lục')).toBeVisible()
  })
})
