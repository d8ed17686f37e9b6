// A long list as a screen reads it: which pages it asks for, and how often it draws. Pages here are made of their numbers; the calls are counted.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { useRef, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { newClient } from '../../renderer/useCall'
import { useRows, type Rows } from '../../renderer/useRows'

interface Asked {
  text?: string
  offset: number
  limit: number
}

const TOTAL = 1_000

function readList() {
  const asked: Asked[] = []
  const answers: (() => void)[] = []
  const answer = ({ text = '', offset, limit }: Asked) => ({
    rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, at) => ({ id: `${text}${offset + at}` })),
    total: TOTAL,
  })
  const call = (_: string, input: Asked) => {
    asked.push(input)
    return new Promise((resolve) => answers.push(() => resolve({ ok: true, value: answer(input) })))
  }
  vi.stubGlobal('registry', { call })
  const client = newClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const list = renderHook(
    ({ text }: { text: string }) => {
      const draws = useRef(0)
      draws.current += 1
      return { rows: useRows('labs.list', { text }) as unknown as Rows<{ id: string }>, draws: draws.current }
    },
    { wrapper, initialProps: { text: '' } },
  )
  return {
    asked: () => asked.splice(0).map(({ text, offset }) => [text, offset]),
    /** everything that was asked so far is answered */
    answer: () => act(() => Promise.resolve(answers.splice(0).forEach((tell) => tell()))),
    ask: (text: string) => list.rerender({ text }),
    see: (first: number, last: number) => act(() => list.result.current.rows.onRange(first, last)),
    rowAt: (index: number) => list.result.current.rows.rowAt(index)?.id,
    refreshing: () => list.result.current.rows.refreshing,
    draws: () => list.result.current.draws,
  }
}

it('asks for the pages around what is on the screen, and for none behind the end', async () => {
  const list = readList()
  expect(list.asked()).toEqual([['', 0]])
  await list.answer()
  list.see(0, 30)
  expect(list.asked()).toEqual([])
  list.see(10, 40)
  expect(list.asked()).toEqual([['', 64]])
  list.see(440, 470)
  expect(list.asked()).toEqual([
    ['', 384],
    ['', 448],
  ])
  list.see(960, 999)
  expect(list.asked()).toEqual([
    ['', 896],
    ['', 960],
  ])
  expect([list.rowAt(30), list.rowAt(930)]).toEqual([undefined, undefined])
  await list.answer()
  await waitFor(() => expect(list.rowAt(930)).toBe('930'))
})

it('shows the rows it has until the next question is answered, and draws once for the question and once for its answer', async () => {
  const list = readList()
  await list.answer()
  await waitFor(() => expect(list.rowAt(3)).toBe('3'))
  list.asked()
  const before = list.draws()
  list.ask('a')
  expect([list.rowAt(3), list.refreshing()]).toEqual(['3', true])
  expect(list.draws()).toBe(before + 1)
  await list.answer()
  await waitFor(() => expect(list.rowAt(3)).toBe('a3'))
  // the answer is kept as what is shown, which runs the hook once more before anything is drawn
  expect([list.draws() - before, list.refreshing(), list.asked()]).toEqual([3, false, [['a', 0]]])
})
