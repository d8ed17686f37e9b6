// One field of many records in the panel, on a real register: what the preview says, what is written, what one undo takes back.
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openDesk, type Desk } from '../forms/harness'

async function begin() {
  const desk = await openDesk()
  const { ask } = desk
  const { id: owner } = await ask('organizations.save', { change: { nameVi: 'Sở Mẫu (hư cấu)' } })
  const labs: string[] = []
  for (const [nameVi, manager] of [
    ['Phòng A (hư cấu)', 'Lê A'],
    ['Phòng B (hư cấu)', 'Trần B'],
    ['Phòng C (hư cấu)', null],
  ] as const)
    labs.push((await ask('labs.save', { change: { nameVi, manager, owner } })).id)
  const covers = labs.slice(0, 2).map((laboratory) => ({ laboratory, site: null }))
  await ask('accreditations.save', { change: { code: 'VILAS 9187', covers } })
  desk.show()
  return {
    desk,
    labs,
    managers: async () => (await ask('labs.rows', { ids: labs })).rows.map(({ manager }) => manager),
  }
}

const open = async (desk: Desk, labs: readonly string[]) => {
  desk.open({ form: 'many', labs })
  return screen.findByLabelText('Ô cần sửa')
}
const choose = async ({ user }: Desk, words: string) => user.selectOptions(screen.getByLabelText('Ô cần sửa'), words)
const lines = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '))
const apply = ({ user }: Desk) => user.keyboard('{Control>}{Enter}{/Control}')

describe('one field of many', () => {
  it('shows old and new of each before anything is written, and writes those that change as one set', async () => {
    const { desk, labs, managers } = await begin()
    await open(desk, labs)
    await choose(desk, 'Phòng: Người quản lý')
    await desk.user.type(screen.getByLabelText('Giá trị mới'), 'Lê A')
    expect(lines()).toEqual([
      'Phòng A (hư cấu) Lê A không đổi',
      'Phòng B (hư cấu)Trần B Lê A',
      'Phòng C (hư cấu)(trống) Lê A',
    ])
    expect(screen.getByText('Sẽ đổi 2 trong 3 mục')).toBeInTheDocument()
    expect(await managers()).toEqual(['Lê A', 'Trần B', null])
    const before = (await desk.ask('register.info', {})).seq
    await apply(desk)
    await screen.findByText('Đã sửa “Người quản lý” của 2 phòng.')
    expect(await managers()).toEqual(['Lê A', 'Lê A', 'Lê A'])
    expect((await desk.ask('register.info', {})).seq).toBe(before + 1)
    await desk.user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await expect.poll(managers).toEqual(['Lê A', 'Trần B', null])
  })

  it('takes back that very saving, whatever was saved since', async () => {
    const { desk, labs, managers } = await begin()
    await open(desk, labs)
    await choose(desk, 'Phòng: Người quản lý')
    await desk.user.type(screen.getByLabelText('Giá trị mới'), 'X')
    await apply(desk)
    const undo = await screen.findByRole('button', { name: 'Hoàn tác' })
    await desk.ask('labs.save', { id: labs[0]!, change: { note: 'sau đó' } })
    await desk.user.click(undo)
    await expect.poll(managers).toEqual(['Lê A', 'Trần B', null])
    expect((await desk.ask('labs.rows', { ids: labs })).rows[0]!.note).toBe('sau đó')
  })

  it('empties a field, and keeps what was typed for another while it is looked at', async () => {
    const { desk, labs, managers } = await begin()
    await open(desk, labs)
    await choose(desk, 'Phòng: Điện thoại')
    await desk.user.type(screen.getByLabelText('Giá trị mới'), '0203 1')
    await choose(desk, 'Phòng: Người quản lý')
    expect(screen.getByLabelText('Giá trị mới')).toHaveValue('')
    await choose(desk, 'Phòng: Điện thoại')
    expect(screen.getByLabelText('Giá trị mới')).toHaveValue('0203 1')
    await choose(desk, 'Phòng: Người quản lý')
    await desk.user.click(screen.getByLabelText('Xóa trống ô này'))
    expect(lines()[2]).toContain('không đổi')
    await apply(desk)
    await screen.findByText('Đã sửa “Người quản lý” của 2 phòng.')
    expect(await managers()).toEqual([null, null, null])
  })

  it('writes nothing where somebody has edited one of them, says who, and goes over it knowingly', async () => {
    const { desk, labs, managers } = await begin()
    await open(desk, labs)
    await choose(desk, 'Phòng: Người quản lý')
    await desk.user.type(screen.getByLabelText('Giá trị mới'), 'Tôi')
    // the change is made between the reading and the saving: the window is not told of it in between
    const call = window.registry.call
    window.registry.call = async (name, input, recorded) => {
      if (name === 'labs.saveMany') {
        window.registry.call = call
        await desk.other('labs.save', { id: labs[1]!, change: { manager: 'Bình sửa' } })
      }
      return call(name, input, recorded)
    }
    await apply(desk)
    await screen.findByText('Bình vừa sửa ô này. Hãy xem lại giá trị cũ ở trên rồi ghi lại.')
    expect(await managers()).toEqual(['Lê A', 'Bình sửa', null])
    await expect.poll(() => lines()[1]).toContain('Bình sửa')
    await apply(desk)
    await screen.findByText('Đã sửa “Người quản lý” của 3 phòng.')
    expect(await managers()).toEqual(['Tôi', 'Tôi', 'Tôi'])
  })

  it('edits the accreditations of the chosen laboratories, each once', async () => {
    const { desk, labs } = await begin()
    const { schemes } = await desk.ask('reference.get', {})
    await open(desk, labs)
    await choose(desk, 'Công nhận: Chương trình')
    await desk.user.selectOptions(screen.getByLabelText('Giá trị mới'), schemes[0]!.id)
    expect(lines()).toHaveLength(1)
    await apply(desk)
    await screen.findByText('Đã sửa “Chương trình” của 1 công nhận.')
    expect((await desk.ask('accreditations.rows', { laboratories: labs })).rows[0]!.scheme).toBe(schemes[0]!.id)
  })

  it('asks once before what was typed is left', async () => {
    const { desk, labs, managers } = await begin()
    await open(desk, labs)
    await choose(desk, 'Phòng: Người quản lý')
    await desk.user.type(screen.getByLabelText('Giá trị mới'), 'X')
    await desk.user.click(screen.getByRole('button', { name: 'Đóng biểu mẫu' }))
    await desk.user.click(await screen.findByRole('button', { name: 'Bỏ thay đổi' }))
    expect(screen.queryByLabelText('Ô cần sửa')).toBeNull()
    expect(await managers()).toEqual(['Lê A', 'Trần B', null])
  })
})
