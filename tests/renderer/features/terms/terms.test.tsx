// The table of words on a real register: adding, what is refused at its field, changing, the trash and the way back, and who may only read.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TermsScreen } from '../../../../renderer/features/terms/TermsScreen'
import { axeFinds } from '../../components/harness'
import { openDesk, type Desk } from '../desk'

const pairs = async (desk: Desk): Promise<string[]> =>
  (await desk.ask('terms.list', {})).rows
    .filter(({ term }) => term.startsWith('tép'))
    .map(({ term, kind, other }) => `${term} ${kind} ${other}`)
const field = (name: string) => screen.getByRole('textbox', { name: new RegExp(`^${name}( \\*)?$`) })
const rowOf = (name: RegExp) => screen.findByRole('row', { name })
const grid = () => screen.findByRole('grid', { name: 'Bảng từ' })
const counted = (words: string) => screen.findByText(words)

async function shown(desk: Desk): Promise<HTMLElement> {
  const { container } = desk.show(<TermsScreen />)
  await screen.findByText(/^\d+ cặp từ$/)
  return container
}

async function search(desk: Desk, text: string): Promise<void> {
  await desk.user.type(screen.getByRole('searchbox', { name: 'Tìm từ' }), text)
}

describe('the table of words', () => {
  it('adds a pair from the form under the list, and says at the field what is wrong', async () => {
    const desk = await openDesk()
    const container = await shown(desk)
    await desk.user.click(screen.getByRole('button', { name: 'Thêm cặp từ' }))
    await waitFor(() => expect(field('Từ')).toHaveFocus())
    await desk.user.keyboard('{Enter}')
    expect(await screen.findAllByText('Hãy điền ô này.')).toHaveLength(2)
    await desk.user.type(field('Từ'), 'tép mẫu')
    await desk.user.type(field('Từ kia'), 'Tép mẫu{Enter}')
    expect(await screen.findByText('Hai ô là cùng một từ. Hãy gõ một từ khác.')).toBeInTheDocument()
    expect(await axeFinds(container)).toEqual([])
    await desk.user.clear(field('Từ kia'))
    await desk.user.type(field('Từ kia'), 'tôm{Enter}')
    expect(await screen.findByText('Đã lưu cặp từ “tép mẫu – tôm”.')).toBeInTheDocument()
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
    expect(await grid()).toHaveFocus()
    expect(await pairs(desk)).toContain('tép mẫu same tôm')
  })

  it('refuses the pair that is there by naming it', async () => {
    const desk = await openDesk()
    await desk.ask('terms.save', { change: { term: 'tép mẫu', other: 'tôm', kind: 'same' } })
    await shown(desk)
    await desk.user.click(screen.getByRole('button', { name: 'Thêm cặp từ' }))
    await desk.user.type(field('Từ'), 'tôm')
    await desk.user.type(field('Từ kia'), 'tép mẫu{Enter}')
    expect(await screen.findByText(/Đã có cặp “tép mẫu” – “tôm”/)).toBeInTheDocument()
    expect(field('Từ kia')).toHaveFocus()
  })

  it('changes the chosen pair with F2', async () => {
    const desk = await openDesk()
    await desk.ask('terms.save', { change: { term: 'tép mẫu', other: 'tôm', kind: 'same' } })
    await shown(desk)
    await search(desk, 'tep mau')
    await counted('1 cặp từ')
    await desk.user.keyboard('{ArrowDown}{F2}')
    await waitFor(() => expect(field('Từ')).toHaveFocus())
    await desk.user.selectOptions(screen.getByRole('combobox', { name: /Nghĩa/ }), 'thuộc')
    await desk.user.click(screen.getByRole('button', { name: 'Lưu' }))
    expect(await rowOf(/tép mẫu thuộc tôm/)).toBeInTheDocument()
    expect(await pairs(desk)).toContain('tép mẫu within tôm')
  })

  it('tells what another person made of the word meanwhile, and writes over it only when told again', async () => {
    const desk = await openDesk()
    const { id } = await desk.ask('terms.save', { change: { term: 'tép mẫu', other: 'tôm', kind: 'same' } })
    await shown(desk)
    await search(desk, 'tep mau')
    await counted('1 cặp từ')
    await desk.user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(field('Từ')).toHaveFocus())
    await desk.ask('terms.save', { id, change: { other: 'ruốc mẫu' } })
    await rowOf(/ruốc mẫu/)
    await desk.user.clear(field('Từ kia'))
    await desk.user.type(field('Từ kia'), 'moi mẫu{Enter}')
    expect(await screen.findByText(/Lan đã sửa thành “ruốc mẫu”/)).toBeInTheDocument()
    expect(await pairs(desk)).toEqual(['tép mẫu same ruốc mẫu'])
    await desk.user.keyboard('{Enter}')
    expect(await screen.findByText('Đã lưu cặp từ “tép mẫu – moi mẫu”.')).toBeInTheDocument()
    expect(await pairs(desk)).toEqual(['tép mẫu same moi mẫu'])
  })

  it('sends the chosen pair to the trash and takes it back', async () => {
    const desk = await openDesk()
    await desk.ask('terms.save', { change: { term: 'tép mẫu', other: 'tôm', kind: 'same' } })
    await shown(desk)
    await search(desk, 'tep mau')
    await counted('1 cặp từ')
    await desk.user.keyboard('{ArrowDown}')
    await desk.user.click(screen.getByRole('button', { name: 'Đưa vào thùng rác' }))
    const said = await screen.findByText('Đã đưa cặp từ “tép mẫu – tôm” vào thùng rác.')
    expect(await screen.findByText('Không có cặp từ nào chứa chữ này')).toBeInTheDocument()
    const toast = said.closest<HTMLElement>('[role=status]')!
    await desk.user.click(within(toast).getByRole('button', { name: 'Hoàn tác' }))
    expect(await rowOf(/tép mẫu/)).toBeInTheDocument()
  })

  it('is only read by who may not change the register', async () => {
    const desk = await openDesk('empty', 'viewer')
    await shown(desk)
    expect(screen.getByRole('button', { name: 'Thêm cặp từ' })).toBeDisabled()
    ;(await grid()).focus()
    await desk.user.keyboard('{ArrowDown}{Enter}{F2}')
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Sửa' })).toBeDisabled()
  })
})
