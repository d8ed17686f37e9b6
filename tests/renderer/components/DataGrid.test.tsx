// The grid as a person at the keyboard meets it: moving, selecting, sorting, copying, and what is loaded when.
import { act, createEvent, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Column, Sort } from '../../../renderer/components/grid/column'
import { DataGrid, type DataGridProps } from '../../../renderer/components/grid/DataGrid'
import { axeFinds, screenOf, show } from './harness'

interface Lab {
  id: string
  name: string
  code: string
}

const labAt = (index: number): Lab => ({
  id: `lab-${index}`,
  name: `Phòng ${index}`,
  code: String(index).padStart(3, '0'),
})
const columns: Column<Lab>[] = [
  { id: 'name', label: 'Tên phòng', width: 200, grow: 1, fixed: true, sortable: true, text: (lab) => lab.name },
  { id: 'code', label: 'Mã', width: 100, sortable: true, text: (lab) => lab.code },
]

function Labs(props: Partial<DataGridProps<Lab>>) {
  return (
    <DataGrid
      label="Phòng thí nghiệm"
      columns={columns}
      count={32_000}
      rowAt={labAt}
      rowKey={(lab) => lab.id}
      {...props}
    />
  )
}

/** 320 px under a header of 32 px: nine whole rows, a page of eight. */
beforeEach(() => screenOf({ width: 800, height: 320 }))

const grid = () => screen.getByRole('grid', { name: 'Phòng thí nghiệm' })
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
const activeName = () =>
  within(activeRow() ?? document.body)
    .getAllByRole('gridcell')
    .at(-2)?.textContent
const selectedNames = () =>
  within(grid())
    .getAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell').at(-2)?.textContent)

describe('rows on the screen', () => {
  it('draws what fits and a little more, and says how many rows there are', () => {
    show(<Labs />)
    expect(grid()).toHaveAttribute('aria-rowcount', '32001')
    expect(grid()).toHaveAttribute('aria-colcount', '2')
    const rows = within(grid()).getAllByRole('row').slice(1)
    expect(rows.length).toBeGreaterThan(9)
    expect(rows.length).toBeLessThan(40)
    expect(rows[0]).toHaveAttribute('aria-rowindex', '2')
    expect(within(rows[0]!).getAllByRole('gridcell')[1]).toHaveAttribute('aria-colindex', '2')
  })

  it('asks for the rows that come onto the screen', () => {
    const onRange = vi.fn<(start: number, end: number) => void>()
    show(<Labs onRange={onRange} />)
    expect(onRange).toHaveBeenLastCalledWith(0, 18)
    act(() => {
      grid().scrollTop = 3200
      fireEvent.scroll(grid())
    })
    expect(onRange).toHaveBeenLastCalledWith(92, 118)
    expect(screen.getByText('Phòng 100')).toBeInTheDocument()
    expect(screen.queryByText('Phòng 0')).not.toBeInTheDocument()
  })

  it('shows rows that are not loaded yet as such', () => {
    show(<Labs count={3} rowAt={(index) => (index === 1 ? undefined : labAt(index))} />)
    expect(screen.getByRole('gridcell', { name: 'Đang tải dòng này…' })).toBeInTheDocument()
    expect(screen.getByText('Phòng 2')).toBeInTheDocument()
  })

  it('shows skeleton rows while the first answer is on its way, and the empty words only afterwards', () => {
    const { rerender } = show(<Labs count={0} busy empty="Không có phòng nào" />)
    expect(screen.getByTestId('skeleton')).toBeInTheDocument()
    expect(screen.queryByText('Không có phòng nào')).not.toBeInTheDocument()
    rerender(<Labs count={0} empty="Không có phòng nào" />)
    expect(screen.getByText('Không có phòng nào')).toBeInTheDocument()
  })
})

describe('keyboard', () => {
  it('moves by row, by page and to both ends, and keeps the row in sight', async () => {
    const user = userEvent.setup()
    show(<Labs />)
    await user.tab()
    expect(grid()).toHaveFocus()
    expect(activeName()).toBe('Phòng 0')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(activeName()).toBe('Phòng 1')
    await user.keyboard('{PageDown}')
    expect(activeName()).toBe('Phòng 9')
    expect(grid().scrollTop).toBe(10 * 32 - (320 - 32))
    await user.keyboard('{End}')
    expect(activeName()).toBe('Phòng 31999')
    await user.keyboard('{Home}{ArrowUp}')
    expect(activeName()).toBe('Phòng 0')
    expect(grid().scrollTop).toBe(0)
  })

  it('opens with Enter, edits with F2, and tells which row has the focus', async () => {
    const user = userEvent.setup()
    const [onOpen, onEdit, onActive] = [
      vi.fn<(lab: Lab) => void>(),
      vi.fn<(lab: Lab) => void>(),
      vi.fn<(lab: Lab | undefined, index: number) => void>(),
    ]
    show(<Labs {...{ onOpen, onEdit, onActive }} />)
    act(() => grid().focus())
    await user.keyboard('{ArrowDown}{Enter}{F2}')
    expect(onActive).toHaveBeenLastCalledWith(labAt(1), 1)
    expect(onOpen).toHaveBeenCalledWith(labAt(1))
    expect(onEdit).toHaveBeenCalledWith(labAt(1))
  })

  it('leaves keys alone while an input method composes and when they come from inside a cell', () => {
    const onOpen = vi.fn<(lab: Lab) => void>()
    const linked = [{ ...columns[0]!, render: (lab: Lab) => <button type="button">{lab.name}</button> }]
    show(<Labs columns={linked} onOpen={onOpen} />)
    act(() => grid().focus())
    fireEvent.keyDown(grid(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Phòng 0' }), { key: 'Enter' })
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('keeps the row with the focus in the page when it is scrolled away, so that it can still be read out', () => {
    show(<Labs />)
    act(() => grid().focus())
    act(() => {
      grid().scrollTop = 64_000
      fireEvent.scroll(grid())
    })
    expect(activeName()).toBe('Phòng 0')
  })

  it('follows its record when the list changes order, and stays where it was left when the record is gone', async () => {
    const user = userEvent.setup()
    const { rerender } = show(<Labs count={5} />)
    act(() => grid().focus())
    await user.keyboard('{ArrowDown}')
    rerender(<Labs count={5} rowAt={(index) => labAt(4 - index)} />)
    expect(activeName()).toBe('Phòng 1')
    expect(activeRow()).toHaveAttribute('aria-rowindex', '5')
    rerender(<Labs count={3} rowAt={(index) => labAt(10 + index)} />)
    expect(activeName()).toBe('Phòng 11')
    rerender(<Labs count={1} rowAt={(index) => labAt(20 + index)} />)
    expect(activeName()).toBe('Phòng 20')
  })
})

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

describe('columns', () => {
  it('sorts by a press on the header and shows which way', async () => {
    const user = userEvent.setup()
    const onSort = vi.fn<(sort: Sort) => void>()
    const { rerender } = show(<Labs onSort={onSort} sort={null} />)
    await user.click(screen.getByRole('button', { name: 'Mã' }))
    expect(onSort).toHaveBeenLastCalledWith({ column: 'code', descending: false })
    rerender(<Labs onSort={onSort} sort={{ column: 'code', descending: false }} />)
    expect(screen.getByRole('columnheader', { name: 'Mã' })).toHaveAttribute('aria-sort', 'ascending')
    expect(screen.getByRole('columnheader', { name: 'Tên phòng' })).toHaveAttribute('aria-sort', 'none')
    await user.click(screen.getByRole('button', { name: 'Mã' }))
    expect(onSort).toHaveBeenLastCalledWith({ column: 'code', descending: true })
  })

  it('walks through the header with the arrows, widens a column with Shift, and goes down into the rows', async () => {
    const user = userEvent.setup()
    const onLayout = vi.fn<(layout: object) => void>()
    show(<Labs onSort={() => undefined} onLayout={onLayout} layout={{ widths: {}, hidden: null }} />)
    screen.getByRole('button', { name: 'Tên phòng' }).focus()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('button', { name: 'Mã' })).toHaveFocus()
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(onLayout).toHaveBeenCalledWith({ widths: { code: 48 }, hidden: null })
    await user.keyboard('{ArrowDown}')
    expect(grid()).toHaveFocus()
  })

  it('leaves out hidden columns, but never a fixed one', () => {
    show(<Labs layout={{ widths: {}, hidden: ['name', 'code'] }} />)
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Tên phòng'])
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

it('has nothing that axe calls a fault', async () => {
  const { container } = show(
    <Labs selection="multi" onSort={() => undefined} sort={{ column: 'name', descending: true }} />,
  )
  act(() => grid().focus())
  expect(await axeFinds(container)).toEqual([])
})
