// A pasted text on the screen: marked where something was found, listed with sentences, tied to each other.
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { presentPlace } from '../../../../renderer/stores/navigation'
import { axeFinds } from '../../components/harness'
import { box, openCheck } from './harness'

const TEXT = 'Toàn tỉnh có 32 phòng thí nghiệm đạt tiêu chuẩn LAS, VILAS; phòng A đạt VILAS: 512 ISO/IEC 17025:2005.'
const marks = (): string[] =>
  Array.from(
    screen.getByRole('region', { name: 'Văn bản đã đánh dấu' }).querySelectorAll('mark'),
    (mark) => mark.textContent,
  )

async function checkText(text: string) {
  const user = await openCheck()
  await user.click(screen.getByRole('tab', { name: 'Dán văn bản' }))
  await user.click(box('Văn bản cần kiểm tra'))
  await user.paste(text)
  await user.keyboard('{Control>}{Enter}{/Control}')
  return user
}

it('marks and lists figures, codes and standards, with how each stands', async () => {
  await checkText(TEXT)
  expect(await screen.findByText(/^3 chỗ/)).toHaveTextContent(
    '3 chỗ: 1 không đúng vào ngày này · 2 chưa chứng minh được',
  )
  expect(marks()).toEqual(['32 phòng thí nghiệm đạt tiêu chuẩn LAS, VILAS', 'VILAS: 512', 'ISO/IEC 17025:2005'])
  const list = within(screen.getByRole('region', { name: 'Những gì tìm thấy' }))
  expect(list.getByText(/chỉ được thừa nhận đến hết 01\/06\/2021; ngày 23\/11\/2026 không còn/)).toBeInTheDocument()
  expect(await axeFinds(document.body)).toEqual([])
})

it('ties the list to the text and to the laboratory’s page', async () => {
  const user = await checkText(TEXT)
  await user.click(await screen.findByRole('button', { name: /VILAS: 512/ }))
  expect(screen.getByText('VILAS: 512', { selector: 'mark' })).toHaveAttribute('data-chosen')
  await user.click(screen.getByRole('button', { name: /giống thuỷ sản/ }))
  expect(presentPlace()).toMatchObject({ screen: 'lab', params: { section: 'sources' } })
})

it('goes back to editing with the text as it was', async () => {
  const user = await checkText(TEXT)
  await user.click(await screen.findByRole('button', { name: 'Sửa văn bản' }))
  expect(box('Văn bản cần kiểm tra')).toHaveValue(TEXT)
})

it('says when nothing was found, and what that means', async () => {
  await checkText('Hôm nay trời đẹp.')
  expect(await screen.findByText(/Không tìm thấy phòng, mã, tiêu chuẩn hay con số nào/)).toBeInTheDocument()
})
