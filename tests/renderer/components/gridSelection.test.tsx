// Rows of the grid chosen by mouse and keyboard, near and far, and copied for Excel and Word.
import { act, createEvent, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { grid, labAt, Labs, selectedNames, type Lab } from './gridOfLabs'
import { screenOf, show } from './harness'

/** 320 px under a header of 32 px: nine whole rows, a page of eight. */
beforeEach(() => screenOf({ width: 800, height: 320 }))

describe('selection', () => {
  it('extends with Shift from where it began, in both directions', async () => {
    const user = userEvent.setup()
    show(<Labs selection="multi" />)
    act(() => grid().focus())
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(selectedNames()).toEqual(['Phòng 2', 'Phòng 3', 'Phòng 4'])
    await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}')
    expect(selectedNames()).toEqual(['Phòng 1', 'Phòng 2'])
  })

  it('adds and removes single rows with Ctrl, Space and the box, and replaces the selection with a plain click', async () => {
    const user = userEvent.setup()
    show(<Labs selection="multi" />)
    await user.click(screen.getByText('Phòng 1'))
    await user.keyboard('{Control>}')
    await user.click(screen.getByText('Phòng 3'))
    await user.keyboard('{ArrowDown}{/Control} ')
    expect(selectedNames()).toEqual(['Phòng 1', 'Phòng 3', 'Phòng 4'])
    await user.click(within(grid()).getAllByRole('row')[4]!.querySelector('[data-check]')!)
    expect(selectedNames()).toEqual(['Phòng 1', 'Phòng 4'])
    await user.click(screen.getByText('Phòng 5'))
    expect(selectedNames()).toEqual(['Phòng 5'])
  })

  it('fetches the rows of a far range before it calls them selected', async () => {
    const user = userEvent.setup()
    const onSelect = vi.fn<(selected: ReadonlyMap<string, Lab>) => void>()
    const loadRows = vi.fn<(start: number, end: number) => Promise<Lab[]>>((start: number, end: number) =>
      Promise.resolve(Array.from({ length: end - start + 1 }, (_, index) => labAt(start + index))),
    )
    show(
      <Labs
        count={500}
        rowAt={(index) => (index < 100 ? labAt(index) : undefined)}
        {...{ loadRows, onSelect }}
        selection="multi"
      />,
    )
    act(() => grid().focus())
    await user.keyboard('{Control>}a{/Control}')
    expect(loadRows).toHaveBeenCalledWith(0, 499)
    expect(onSelect.mock.lastCall?.[0].size).toBe(500)
  })

  it('says so when the rows of a far range cannot be fetched', async () => {
    const user = userEvent.setup()
    show(
      <Labs
        count={500}
        rowAt={(index) => (index < 100 ? labAt(index) : undefined)}
        loadRows={() => Promise.reject(new Error('gone'))}
        selection="multi"
      />,
    )
    act(() => grid().focus())
    await user.keyboard('{Control>}a{/Control}')
    expect(await screen.findByText(/Chưa chọn được các dòng ở xa/)).toBeInTheDocument()
  })

  it('offers no boxes and no selection where one row is enough', async () => {
    const user = userEvent.setup()
    show(<Labs selection="single" />)
    await user.click(screen.getByText('Phòng 2'))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(selectedNames()).toEqual(['Phòng 3'])
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  })
})

describe('copying', () => {
  function Selecting() {
    const [selected, setSelected] = useState<ReadonlyMap<string, Lab>>(
      () => new Map([labAt(7), labAt(2)].map((lab) => [lab.id, lab])),
    )
    return <Labs selection="multi" selected={selected} onSelect={setSelected} />
  }
  function copy(): Map<string, string> {
    const data = new Map<string, string>()
    // without marked text the browser tells the body, not the grid
    const event = createEvent.copy(document.body, {
      clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
    })
    fireEvent(document.body, event)
    return data
  }

  it('gives the selected rows in list order as text and as a table whose codes stay text in Excel', () => {
    show(<Selecting />)
    act(() => grid().focus())
    const data = copy()
    expect(data.get('text/plain')).toBe('Tên phòng\tMã\r\nPhòng 2\t002\r\nPhòng 7\t007')
    expect(data.get('text/html')).toContain(`<td style="mso-number-format:'\\@'">007</td>`)
    expect(screen.getByText('Đã sao chép 2 dòng.')).toBeInTheDocument()
  })

  it('gives the row with the focus when none is selected', () => {
    show(<Labs selection="none" />)
    act(() => grid().focus())
    expect(copy().get('text/plain')).toBe('Phòng 0\t000')
  })
})
