// The form of a laboratory's place: an address as printed, units of both eras chosen and never converted, and the next place.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { presentPlace, useNavigation } from '../../../../../renderer/stores/navigation'
import { axeFinds } from '../../../components/harness'
import { field, findField, openDesk, type Desk } from './harness'

const onward = '{Control>}{Shift>}{Enter}{/Shift}{/Control}'
const save = '{Control>}s{/Control}'

async function openNew(): Promise<{ desk: Desk; laboratory: string }> {
  const desk = await openDesk()
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A' } })
  desk.show()
  desk.open({ form: 'site', laboratory })
  await findField('Tên địa điểm')
  return { desk, laboratory }
}

const sites = async (desk: Desk, laboratory: string) => (await desk.ask('labs.get', { id: laboratory })).sites
const unit = (name: RegExp) => screen.getByRole('textbox', { name })

describe('the form of a site', () => {
  it('takes the old unit by words without accents, with the town that tells equal names apart, and leaves the new one open', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Địa chỉ'), 'Số 1 phố Mẫu{Enter}')
    expect(unit(/^Đơn vị cũ/)).toHaveFocus()
    await desk.user.keyboard('hong gai')
    expect(await screen.findByRole('option', { name: /Phường Hồng Gai\s*Thành phố Hạ Long/ })).toBeVisible()
    await desk.user.keyboard('{Enter}')
    expect(unit(/^Đơn vị cũ/)).toHaveValue('Phường Hồng Gai')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu Số 1 phố Mẫu.')
    expect(await sites(desk, laboratory)).toMatchObject([
      { address: 'Số 1 phố Mẫu', oldUnit: { name: expect.stringContaining('Hồng Gai') as string }, unit: null },
    ])
  })

  it('offers the units that the address names, takes them only when told to, and leaves the address as printed', async () => {
    const { desk, laboratory } = await openNew()
    const address = 'Khu 1, P. Bãi Cháy, TP. Hạ Long'
    await desk.user.type(field('Địa chỉ'), address)
    const old = await screen.findByRole('button', { name: 'Theo địa chỉ: Phường Bãi Cháy, Thành phố Hạ Long' })
    expect(screen.getByRole('button', { name: 'Hiện nay cùng tên: Phường Bãi Cháy' })).toBeVisible()
    expect(unit(/^Đơn vị cũ/)).toHaveValue('')
    await desk.user.click(old)
    expect(unit(/^Đơn vị cũ/)).toHaveValue('Phường Bãi Cháy')
    expect(unit(/^Đơn vị cũ/)).toHaveFocus()
    expect(old).not.toBeInTheDocument()
    await desk.user.keyboard(save)
    await screen.findByText(`Đã lưu ${address}.`)
    expect(await sites(desk, laboratory)).toMatchObject([
      { address, oldUnit: { name: expect.stringContaining('Bãi Cháy') as string }, unit: null },
    ])
  })

  it('asks for a name or an address', async () => {
    const { desk, laboratory } = await openNew()
    await desk.user.keyboard(save)
    expect(await screen.findByText('Hãy điền ô này.')).toBeVisible()
    await waitFor(() => expect(field('Địa chỉ')).toHaveFocus())
    expect(await sites(desk, laboratory)).toEqual([])
  })

  it('keeps Enter for going on and Alt+Enter for a new line of the address', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Địa chỉ'), 'Số 1{Alt>}{Enter}{/Alt}phố Mẫu')
    expect(field('Địa chỉ')).toHaveValue('Số 1\nphố Mẫu')
    expect(field('Địa chỉ')).toHaveFocus()
  })

  it('offers another place or the accreditation after the first, beside the laboratory’s page', async () => {
    useNavigation.setState({ places: [{ screen: 'labs', params: {} }], at: 0 })
    const { desk, laboratory } = await openNew()
    await desk.user.type(field('Tên địa điểm'), 'Cơ sở 1')
    await desk.user.keyboard(save)
    await screen.findByText('Đã lưu vào sổ. Làm tiếp:')
    screen.getByRole('button', { name: 'Thêm địa điểm nữa' }).focus()
    await desk.user.keyboard('{Enter}')
    await waitFor(() => expect(field('Tên địa điểm')).toHaveValue(''))
    expect(presentPlace()).toEqual({ screen: 'lab', params: { id: laboratory } })
    await desk.user.type(field('Tên địa điểm'), 'Cơ sở 2')
    await desk.user.keyboard(onward)
    expect(await findField('Mã')).toHaveFocus()
    expect(screen.getByRole('checkbox', { name: 'Cơ sở 2' })).toBeVisible()
    expect(await sites(desk, laboratory)).toHaveLength(2)
  })

  it('has nothing that axe finds wrong', async () => {
    await openNew()
    expect(await axeFinds(screen.getByRole('complementary'))).toEqual([])
  })
})
