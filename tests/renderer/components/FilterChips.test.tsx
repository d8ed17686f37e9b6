// Filters as chips: removable one by one, counted, and helpful when nothing is left.
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { FilterChips, NothingFound } from '../../../renderer/components/FilterChips'
import { SearchBox } from '../../../renderer/components/SearchBox'
import { axeFinds, show } from './harness'

const chip = (id: string, text: string, remove: () => void = () => undefined) => ({ id, text, remove })

function Filtered() {
  const [ids, setIds] = useState(['hóa', 'sinh'])
  const chips = ids.map((id) => ({
    id,
    text: `lĩnh vực: ${id}`,
    remove: () => setIds(ids.filter((other) => other !== id)),
  }))
  return <FilterChips chips={chips} count={`${ids.length} phòng`} onClear={() => setIds([])} />
}

it('removes one chip by its own name and keeps the count in sight', async () => {
  const user = userEvent.setup()
  show(<Filtered />)
  await user.click(screen.getByRole('button', { name: 'Bỏ điều kiện: lĩnh vực: hóa' }))
  expect(within(screen.getByRole('list', { name: 'Điều kiện lọc' })).getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('status')).toHaveTextContent('1 phòng')
  expect(screen.queryByRole('button', { name: 'Bỏ hết điều kiện' })).not.toBeInTheDocument()
})

it('removes them all at once', async () => {
  const user = userEvent.setup()
  show(<Filtered />)
  await user.click(screen.getByRole('button', { name: 'Bỏ hết điều kiện' }))
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent('0 phòng')
})

it('says of an empty result which chip to remove, the most helpful first', async () => {
  const user = userEvent.setup()
  const remove = vi.fn<() => void>()
  const { container } = show(
    <NothingFound
      chips={[chip('a', 'tình trạng: đình chỉ'), chip('b', 'lĩnh vực: Hóa', remove)]}
      without={{ b: 12 }}
    />,
  )
  const ways = screen.getAllByRole('button').map((button) => button.textContent)
  expect(ways).toEqual(['Bỏ “lĩnh vực: Hóa” thì có 12 mục', 'Bỏ “tình trạng: đình chỉ”'])
  await user.click(screen.getByRole('button', { name: /Hóa/ }))
  expect(remove).toHaveBeenCalledOnce()
  expect(await axeFinds(container)).toEqual([])
})

it('searches while one types, but not while an input method composes', async () => {
  const user = userEvent.setup()
  const onSearch = vi.fn<(text: string) => void>()
  show(<SearchBox label="Tìm trong danh sách" value="" onSearch={onSearch} />)
  const box = screen.getByRole('searchbox', { name: 'Tìm trong danh sách' })
  await user.type(box, 'thuy')
  expect(onSearch.mock.calls.map(([text]) => text)).toEqual(['t', 'th', 'thu', 'thuy'])
  await user.keyboard('{Escape}')
  expect(box).toHaveValue('')
  expect(onSearch).toHaveBeenLastCalledWith('')
})
