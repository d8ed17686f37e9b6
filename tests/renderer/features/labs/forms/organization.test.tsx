// An organisation's form, and an organisation added on the way from the laboratory that needs it.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, findField, openDesk } from './harness'

const save = '{Control>}s{/Control}'
const name = /^Tên$|^Tên \*/

describe('the form of an organisation', () => {
  it('edits only what was changed', async () => {
    const desk = await openDesk()
    const { id } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu', taxCode: '5700000000' } })
    desk.show()
    desk.open({ form: 'organization', id })
    await desk.user.type(await findField('Trụ sở'), 'Số 1 phố Mẫu')
    await desk.user.selectOptions(field('Loại cơ quan'), 'enterprise')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Công ty Mẫu.')
    const [sent] = desk.made.filter((made) => made.name === 'organizations.save')
    expect(sent?.input).toEqual({
      id,
      seen: expect.any(Number) as number,
      change: { address: 'Số 1 phố Mẫu', sector: 'enterprise' },
    })
  })

  it('is not left without a name, and says so at the field', async () => {
    const desk = await openDesk()
    const { id } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu' } })
    desk.show()
    desk.open({ form: 'organization', id })
    await desk.user.clear(await findField(name))
    await desk.user.keyboard(save)
    expect(await screen.findByText('Hãy điền ô này.')).toBeVisible()
    await waitFor(() => expect(field(name)).toHaveFocus())
    expect((await desk.ask('organizations.get', { id })).nameVi).toBe('Công ty Mẫu')
  })

  it('does not offer to add one that is there under the very name', async () => {
    const desk = await openDesk()
    const { id: owner } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu' } })
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(name), 'Phòng A{Enter}{Enter}công ty mẫu')
    await screen.findByRole('option', { name: 'Công ty Mẫu' })
    await waitFor(() => expect(screen.queryByRole('option', { name: /^Thêm/ })).toBeNull())
    await desk.user.tab()
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Phòng A.')
    const [lab] = (await desk.ask('labs.list', {})).rows
    expect(lab?.owner).toMatchObject({ id: owner })
    expect(await desk.ask('organizations.list', {})).toHaveLength(1)
  })
})
