// A sheet of cells: what keys, typing and the clipboard make of it.
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLayoutEffect, useState, type ReactElement } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { SheetGrid, type SheetGridProps } from '../../../renderer/components/sheet/SheetGrid'
import * as sheets from '../../../renderer/components/sheet/sheet'
import { axeFinds, screenOf, show } from './harness'

const columns = [
  { id: 'a', label: 'Tên', width: 120 },
  { id: 'b', label: 'Lĩnh vực', width: 120, options: ['Hóa', 'Sinh', 'Không phá hủy'] },
  { id: 'c', label: 'Ghi chú', width: 120 },
]
const ids = columns.map(({ id }) => id)
const sheetOf = (...rows: string[][]): sheets.Sheet =>
  sheets.newSheet(
    ids,
    rows.map((cells, at) => ({ key: `r${at}`, cells: Object.fromEntries(cells.map((text, n) => [ids[n]!, text])) })),
  )
const texts = (sheet: sheets.Sheet): string[][] =>
  sheets.rowsNow(sheet).map(({ cells }) => ids.map((id) => cells[id] ?? ''))

/** what the grid shows now */
const held: { sheet: sheets.Sheet } = { sheet: sheets.newSheet(ids, []) }
const copied = new Map<string, string>()

function Shown({ start, ...props }: { start: sheets.Sheet } & Partial<SheetGridProps>): ReactElement {
  const [now, setNow] = useState(start)
  useLayoutEffect(() => {
    held.sheet = now
  })
  return (
    <SheetGrid
      label="Bảng"
      columns={columns}
      sheet={now}
      onChange={setNow}
      problemsOf={noProblems}
      markOf={noMark}
      onPasteText={() => false}
      layout={{ widths: {}, hidden: null }}
      onLayout={() => undefined}
      {...props}
    />
  )
}
const noProblems = () => ({})
const noMark = () => null

const field = () => screen.getByLabelText<HTMLTextAreaElement>(/, dòng \d+$/)
const standing = () => field().getAttribute('aria-label')
function begin(start: sheets.Sheet, props: Partial<SheetGridProps> = {}) {
  show(<Shown start={start} {...props} />)
  act(() => field().focus())
  return userEvent.setup()
}
const clipboard = (text = '') => ({
  clipboardData: { getData: () => text, setData: (kind: string, words: string) => copied.set(kind, words) },
})
const paste = (text: string) => fireEvent.paste(field(), clipboard(text))

beforeEach(() => {
  screenOf({ width: 900, height: 400 })
  copied.clear()
})

describe('moving', () => {
  it('goes by arrows, Tab and Enter, on to the next row, and stops at the blank one', async () => {
    const user = begin(sheetOf(['1', 'Hóa', 'x'], ['2', 'Sinh', 'y']))
    expect(standing()).toBe('Tên, dòng 1')
    await user.keyboard('{ArrowRight}{ArrowRight}{Tab}')
    expect(standing()).toBe('Tên, dòng 2')
    await user.keyboard('{Enter}{ArrowDown}{ArrowDown}')
    expect(standing()).toBe('Tên, dòng 3')
    await user.keyboard('{Shift>}{Tab}{/Shift}')
    expect(standing()).toBe('Ghi chú, dòng 2')
    await user.keyboard('{Control>}{Home}{/Control}')
    expect(standing()).toBe('Tên, dòng 1')
  })

  it('lets the focus out by Esc and Tab, and by Tab at the very end', async () => {
    const user = begin(sheetOf(['1', 'Hóa', 'x']))
    await user.keyboard('{Escape}{Tab}')
    expect(document.activeElement).not.toBe(field())
    act(() => field().focus())
    await user.keyboard('{Control>}{End}{/Control}{ArrowDown}{Tab}')
    expect(document.activeElement).not.toBe(field())
  })
})

describe('typing', () => {
  it('replaces the cell, and an arrow leaves it with what was typed', async () => {
    const user = begin(sheetOf(['cũ', '', '']))
    await user.keyboard('mới{ArrowDown}')
    expect([texts(held.sheet), standing()]).toEqual([[['mới', '', '']], 'Tên, dòng 2'])
  })

  it('edits in the cell after F2, and Esc takes it back', async () => {
    const user = begin(sheetOf(['cũ', '', '']))
    await user.keyboard('{F2} và mới{Enter}')
    expect(texts(held.sheet)).toEqual([['cũ và mới', '', '']])
    await user.keyboard('{ArrowUp}{F2} hỏng{Escape}')
    expect(texts(held.sheet)).toEqual([['cũ và mới', '', '']])
  })

  it('makes a row of the blank one, and another blank one follows', async () => {
    const user = begin(sheetOf())
    await user.keyboard('một{Enter}hai{Tab}')
    expect(texts(held.sheet)).toEqual([
      ['một', '', ''],
      ['hai', '', ''],
    ])
    expect(screen.getAllByRole('rowheader')).toHaveLength(3)
  })

  it('handles no key while an input method composes', () => {
    begin(sheetOf(['a', '', '']))
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field(), { key: 'ArrowDown', keyCode: 229 })
    expect(standing()).toBe('Tên, dòng 1')
  })

  it('offers the words of a closed list, accents or not, and keeps others as typed', async () => {
    const user = begin(sheetOf(['1', '', ''], ['2', '', '']))
    await user.keyboard('{ArrowRight}ho')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Hóa', 'Không phá hủy'])
    await user.keyboard('{ArrowDown}{Enter}')
    expect([texts(held.sheet)[0], standing()]).toEqual([['1', 'Không phá hủy', ''], 'Lĩnh vực, dòng 2'])
    await user.keyboard('lạ{Enter}')
    expect(texts(held.sheet)[1]).toEqual(['2', 'lạ', ''])
  })

  it('breaks the line by Alt+Enter', async () => {
    const user = begin(sheetOf(['một', '', '']))
    await user.keyboard('{F2}{Alt>}{Enter}{/Alt}hai{Enter}')
    expect(texts(held.sheet)).toEqual([['một\nhai', '', '']])
  })
})

describe('the clipboard', () => {
  it('puts a block at the cell, beyond the last row, and takes it back as one step', async () => {
    const user = begin(sheetOf(['1', 'Hóa', 'x']))
    await user.keyboard('{ArrowRight}')
    paste('Sinh\t"dòng 1\ndòng 2"\r\nHóa\tz\r\n')
    expect(texts(held.sheet)).toEqual([
      ['1', 'Sinh', 'dòng 1\ndòng 2'],
      ['', 'Hóa', 'z'],
    ])
    await user.keyboard('{Control>}z{/Control}')
    expect(texts(held.sheet)).toEqual([['1', 'Hóa', 'x']])
    await user.keyboard('{Control>}y{/Control}')
    expect(texts(held.sheet)).toHaveLength(2)
  })

  it('puts one value into every selected cell, and leaves out what has no column', async () => {
    const user = begin(sheetOf(['1', '', ''], ['2', '', '']))
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{/Shift}')
    paste('chung')
    expect(texts(held.sheet)).toEqual([
      ['1', '', 'chung'],
      ['2', '', 'chung'],
    ])
    paste('a\tb')
    expect(texts(held.sheet)[0]).toEqual(['1', '', 'a'])
  })

  it('copies and cuts the selection as a block that Excel reads', async () => {
    const user = begin(sheetOf(['a\nb', 'Hóa', 'x'], ['2', 'Sinh', 'y']))
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    fireEvent.copy(field(), clipboard())
    expect(copied.get('text/plain')).toBe('"a\nb"\tHóa\r\n2\tSinh')
    fireEvent.cut(field(), clipboard())
    expect(texts(held.sheet)).toEqual([
      ['', '', 'x'],
      ['', '', 'y'],
    ])
  })

  it('hands over text that is more than cells', () => {
    const taken: string[] = []
    begin(sheetOf(['1', '', '']), { onPasteText: (text) => taken.push(text) > 0 })
    paste('một văn bản')
    expect([taken, texts(held.sheet)]).toEqual([['một văn bản'], [['1', '', '']]])
  })
})

describe('rows', () => {
  it('fills down the selection, or the cell above into one cell', async () => {
    const user = begin(sheetOf(['1', 'Hóa', ''], ['2', '', ''], ['3', '', '']))
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
    expect(texts(held.sheet).map((cells) => cells[1])).toEqual(['Hóa', 'Hóa', 'Hóa'])
    await user.keyboard('{Control>}{Home}{/Control}{ArrowDown}{Control>}d{/Control}')
    expect(texts(held.sheet).map((cells) => cells[0])).toEqual(['1', '1', '3'])
  })

  it('inserts below, removes the selected, empties cells', async () => {
    const user = begin(sheetOf(['1', '', ''], ['2', '', ''], ['3', '', '']))
    await user.keyboard(
      '{Control>}{Enter}{/Control}x{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Control>}{Delete}{/Control}',
    )
    expect(texts(held.sheet).map((cells) => cells[0])).toEqual(['1', 'x'])
    await user.keyboard('{Control>}{Home}{/Control}{Delete}')
    expect(texts(held.sheet).map((cells) => cells[0])).toEqual(['', 'x'])
  })

  it('fills blank cells below a filled one, but no blank rows', () => {
    const { sheet: filled, filled: count } = sheets.fillBlanks(
      sheetOf(['A', 'x'], ['', 'y'], ['', ''], ['B', 'z'], ['', 'w']),
      'a',
      { top: 0, bottom: 4 },
    )
    expect([count, texts(filled).map((cells) => cells[0])]).toEqual([2, ['A', 'A', '', 'B', 'B']])
  })
})

it('tells what is wrong with a cell to eyes and readers, and axe finds nothing', async () => {
  show(<Shown start={sheetOf(['1', 'lạ', ''])} problemsOf={told} />)
  act(() => field().focus())
  await userEvent.setup().keyboard('{ArrowRight}')
  expect(field()).toHaveAccessibleDescription('Không có lĩnh vực này.')
  expect(screen.getAllByRole('gridcell')[1]).toHaveAttribute('aria-invalid', 'true')
  expect(await axeFinds(document.body)).toEqual([])
})
const told = () => ({ b: 'Không có lĩnh vực này.' })

describe('a sheet of rows that are there', () => {
  const fixed = (): sheets.Sheet =>
    sheets.newSheet(
      ids,
      ['1', '2'].map((text) => ({ key: text, cells: { a: text, b: 'Hóa', c: '' } })),
      0,
      { fixed: true, locked: ['a'] },
    )

  it('has no blank row, ends with its last cell, and takes and gives no row', async () => {
    const user = begin(fixed())
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
    await user.keyboard('{Control>}{End}{/Control}')
    expect(standing()).toBe('Ghi chú, dòng 2')
    await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}{Control>}{Delete}{/Control}')
    expect(standing()).toBe('Ghi chú, dòng 2')
    expect(texts(held.sheet)).toHaveLength(2)
    await user.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(field())
  })

  it('leaves locked columns as they are, and says how much of a pasted block found no place', async () => {
    const user = begin(fixed())
    expect(field()).toHaveAttribute('readonly')
    expect(screen.getByRole('gridcell', { name: '1' })).toHaveAttribute('aria-readonly', 'true')
    await user.keyboard('x{Delete}')
    paste('1\tSinh\tp\r\n9\tSinh\tq\r\n3\tSinh\tr')
    expect(texts(held.sheet)).toEqual([
      ['1', 'Sinh', 'p'],
      ['2', 'Sinh', 'q'],
    ])
    expect(
      sheets.unplaced(fixed(), { row: 0, column: 0 }, [
        ['1', 'Sinh'],
        ['9', ''],
        ['3', 'Sinh', 'r', ''],
      ]),
    ).toBe(4)
    await user.keyboard('{Control>}z{/Control}')
    expect(texts(held.sheet)[0]).toEqual(['1', 'Hóa', ''])
  })

  it('names the row of a cell for readers, says how much is selected, and marks what differs', async () => {
    const user = begin(fixed(), {
      nameOf: ({ key }) => `Phòng ${key}`,
      differs: ({ key }, id) => key === '2' && id === 'b',
    })
    expect(field()).toHaveAccessibleName('Tên, Phòng 1, dòng 1')
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    expect(field()).toHaveAccessibleDescription('Đang chọn 2 dòng, 2 cột.')
    expect(document.querySelectorAll('[data-changed]')).toHaveLength(1)
    expect(await axeFinds(document.body)).toEqual([])
  })
})
