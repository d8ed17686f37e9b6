// The search field: every key is asked at once, one question at a time, none while an input method composes.
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SearchBox } from '../../../renderer/components/SearchBox'
import { show } from './harness'

const box = () => screen.getByRole('searchbox', { name: 'Tìm' })

it('asks with every key while nothing is on its way', async () => {
  const asked = vi.fn()
  show(<SearchBox label="Tìm" value="" onSearch={asked} />)
  await userEvent.type(box(), 'chì')
  expect(asked.mock.calls).toEqual([['c'], ['ch'], ['chì']])
})

it('asks one question at a time: what was typed meanwhile is asked as it stands when the answer has come', async () => {
  const asked = vi.fn()
  const field = (busy: boolean) => <SearchBox label="Tìm" value="" onSearch={asked} busy={busy} />
  const { rerender } = show(field(false))
  await userEvent.type(box(), 'c')
  rerender(field(true))
  await userEvent.type(box(), 'hì')
  expect(asked.mock.calls).toEqual([['c']])
  rerender(field(false))
  expect(asked.mock.calls).toEqual([['c'], ['chì']])
})

it('asks nothing while an input method composes, and the word once it is whole', async () => {
  const asked = vi.fn()
  show(<SearchBox label="Tìm" value="" onSearch={asked} />)
  fireEvent.compositionStart(box())
  fireEvent.change(box(), { target: { value: 'ti' } })
  expect(asked).not.toHaveBeenCalled()
  fireEvent.change(box(), { target: { value: 'tiê' } })
  fireEvent.compositionEnd(box())
  expect(asked.mock.calls).toEqual([['tiê']])
})
