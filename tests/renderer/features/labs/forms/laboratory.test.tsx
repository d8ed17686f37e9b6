// A laboratory's form on a real register: keyboard only, errors that say what to do, and nothing typed ever lost.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../../components/harness'
import { field, findField, openDesk, type Desk } from './harness'

const labs = async (desk: Desk) => (await desk.ask('labs.list', {})).rows

async function withLab(desk: Desk): Promise<string> {
  const { id } = await desk.ask('labs.save', { change: { nameVi: 'Phòng thử nghiệm Vàng Danh', manager: 'Ông Hà' } })
  return id
}

describe('the form of a laboratory', () => {
  it('adds a laboratory with its new owner by keyboard alone, from the first field to the closed panel', async () => {
    const desk = await openDesk()
    desk.show()
    screen.getByText('Danh sách').focus()
    desk.open({ form: 'laboratory' })
    await waitFor(() => expect(field(/^Tên$|^Tên \*/)).toHaveFocus())
    await desk.user.keyboard('Phòng thử nghiệm nước{Enter}{Enter}Công ty Nước sạch')
    await screen.findByText('Thêm “Công ty Nước sạch”')
    await desk.user.keyboard('{ArrowDown}{Enter}')
    await screen.findByText('Đã thêm cơ quan “Công ty Nước sạch” vào sổ.')
    await desk.user.keyboard('{Enter}')
    expect(field('Loại phòng')).toHaveFocus()
    await desk.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Đã lưu Phòng thử nghiệm nước.')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(screen.getByText('Danh sách')).toHaveFocus()
    expect(await labs(desk)).toMatchObject([{ nameVi: 'Phòng thử nghiệm nước', owner: { name: 'Công ty Nước sạch' } }])
  })

  it('sends only what changed, with the seq of the read', async () => {
    const desk = await openDesk()
    const id = await withLab(desk)
    desk.show()
    desk.open({ form: 'laboratory', id })
    await desk.user.type(await findField('Email'), 'vd@example.vn')
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Đã lưu Phòng thử nghiệm Vàng Danh.')
    const { seq } = await desk.ask('labs.get', { id })
    expect(desk.made.filter(({ name }) => name === 'labs.save').map(({ input }) => input)).toEqual([
      { id, seen: seq - 1, change: { email: 'vd@example.vn' } },
    ])
  })

  it('refuses an empty name with a sentence at the field, a summary for screen readers, and the focus in the field', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField('Email'), 'a@b.vn')
    await desk.user.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('Hãy điền ô này.')).toBeVisible()
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('Chưa lưu. Hãy sửa 1 ô:')
    expect(within(alert).getByRole('button', { name: 'Tên' })).toBeVisible()
    expect(field(/^Tên$|^Tên \*/)).toHaveFocus()
    expect(await labs(desk)).toEqual([])
    await desk.user.keyboard('Phòng A')
    await waitFor(() => expect(screen.queryByText('Hãy điền ô này.')).toBeNull())
  })

  it('saves nothing and moves nowhere while an input method puts a word together', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    const name = await findField(/^Tên$|^Tên \*/)
    await waitFor(() => expect(name).toHaveFocus())
    fireEvent.compositionStart(name)
    fireEvent.change(name, { target: { value: 'Phòng thử nghie' } })
    fireEvent.keyDown(name, { key: 'Enter', isComposing: true, keyCode: 229 })
    fireEvent.keyDown(name, { key: 's', ctrlKey: true, isComposing: true, keyCode: 229 })
    fireEvent.keyDown(name, { key: 'Escape', isComposing: true, keyCode: 229 })
    expect(name).toHaveFocus()
    expect(name).toHaveValue('Phòng thử nghie')
    expect(desk.made.some(({ name: call }) => call === 'labs.save')).toBe(false)
  })

  it('saves once however often it is asked to', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(/^Tên$|^Tên \*/), 'Phòng A')
    const release = desk.hold()
    await desk.user.keyboard('{Control>}sss{/Control}{Control>}{Enter}{/Control}')
    release()
    await screen.findByText('Đã lưu Phòng A.')
    expect(await labs(desk)).toHaveLength(1)
  })

  it('is the form of the new record after it was saved: a second save changes it and adds nothing', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    await desk.user.type(await findField(/^Tên$|^Tên \*/), 'Phòng A')
    await desk.user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Sửa phòng thí nghiệm')
    await desk.user.type(field('Người quản lý'), 'Bà Ngọc')
    await desk.user.keyboard('{Control>}s{/Control}')
    await waitFor(async () => expect(await labs(desk)).toHaveLength(1))
    const [row] = await labs(desk)
    await waitFor(async () => expect((await desk.ask('labs.get', { id: row?.id ?? '' })).manager).toBe('Bà Ngọc'))
    expect(await labs(desk)).toHaveLength(1)
  })

  it('only asks about an old area code, and changes it when told to', async () => {
    const desk = await openDesk()
    desk.show()
    desk.open({ form: 'laboratory' })
    const phone = await findField('Điện thoại')
    await desk.user.type(phone, '033 3846360; Fax 033 3846349')
    expect(phone).toHaveValue('033 3846360; Fax 033 3846349')
    await desk.user.click(screen.getByRole('button', { name: 'Đổi thành 0203 3846360' }))
    expect(phone).toHaveValue('0203 3846360; Fax 033 3846349')
  })

  it('has nothing that axe finds wrong', async () => {
    const desk = await openDesk()
    const id = await withLab(desk)
    desk.show()
    desk.open({ form: 'laboratory', id })
    await findField('Email')
    expect(await axeFinds(screen.getByRole('complementary'))).toEqual([])
  })
})
