// What a start of the window does before it draws: the list's questions put and its code read, so that both are drawn in one go.
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { Suspense } from 'react'
import { describe, expect, it } from 'vitest'
import { askList } from '../../../../../renderer/features/labs/list/listStore'
import { screenAt, screens } from '../../../../../renderer/screens'
import { newClient } from '../../../../../renderer/useCall'
import { Provided } from '../../../components/harness'
import { grid, openScreens, rowTexts, type Screens } from '../screens'

const asked = ({ made }: Screens, name: string): unknown[] => made.filter((call) => call.name === name)

describe('a list asked for ahead', () => {
  it('is drawn with its rows without asking again', async () => {
    const shown = await openScreens('sample', { ask: askList })
    expect(within(grid()).queryByText(/Đang đọc/)).toBeNull()
    expect(rowTexts().length).toBeGreaterThan(5)
    await screen.findByText('32 phòng')
    expect(asked(shown, 'labs.list')).toHaveLength(1)
    expect(asked(shown, 'reference.get')).toHaveLength(1)
  })

  it('is asked with the filter of the place', async () => {
    const shown = await openScreens('sample', { params: { filter: '{"text":"vilas"}' }, ask: askList })
    expect(rowTexts().length).toBeGreaterThan(0)
    const inputs = asked(shown, 'labs.list').map((call) => (call as { input: { text?: string } }).input.text)
    expect(inputs.filter((text) => text === 'vilas')).toHaveLength(1)
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveValue('vilas'))
  })
})

it('code that has come is drawn at once, without a skeleton first', async () => {
  await openScreens('sample')
  const labs = screenAt(screens, 'labs')!
  await labs.load!()
  const { container } = render(
    <QueryClientProvider client={newClient()}>
      <Suspense fallback="chưa vẽ">
        <labs.component params={{}} />
      </Suspense>
    </QueryClientProvider>,
    { wrapper: Provided },
  )
  expect(container).not.toHaveTextContent('chưa vẽ')
  expect(within(container).getByRole('grid')).toBeInTheDocument()
})
