// The grid as a person at the keyboard meets it: moving, sorting, columns, and what is loaded when.
import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sort } from '../../../renderer/components/grid/column'
import { activeName, activeRow, columns, grid, labAt, Labs, type Lab } from './gridOfLabs'
import { axeFinds, screenOf, show } from './harness'

/** 320 px under a header of 32 px: nine whole rows, a page of eight. */
beforeEach(() => screenOf({ width: 800, height: 320 }))

describe('rows on the screen', () => {
  it('tells the whole of a cell that is cut off to whoever points at it, and takes it back from the next row in its place', () => {
    show(<Labs />)
    const cell = screen.getByRole('gridcell', { name: labAt(0).name })
    fireEvent.mouseOver(cell)
    expect(cell.title).toBe('')
    Object.defineProperty(cell, 'scrollWidth', { value: 400 })
    Object.defineProperty(cell, 'clientWidth', { value: 200 })
    fireEvent.mouseOver(cell)
    expect(cell.title).toBe(labAt(0).name)
    fireEvent.mouseOut(cell)
    expect(cell).not.toHaveAttribute('title')
  })
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
    expect(onRange).toHaveBeenLastCalledWith(0, 14)
    act(() => {
      grid().scrollTop = 3200
      fireEvent.scroll(grid())
    })
    expect(onRange).toHaveBeenLastCalledWith(96, 114)
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

it('has nothing that axe calls a fault', async () => {
  const { container } = show(
    <Labs selection="multi" onSort={() => undefined} sort={{ column: 'name', descending: true }} />,
  )
  act(() => grid().focus())
  expect(await axeFinds(container)).toEqual([])
})
