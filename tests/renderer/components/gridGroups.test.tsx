// A grid under headings: keys lead across groups, fold and open them; the selection knows rows only; readers hear a treegrid.
import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { NewLayout } from '../../../renderer/components/grid/column'
import { DataGrid, type DataGridProps } from '../../../renderer/components/grid/DataGrid'
import { columns, labAt, type Lab } from './gridOfLabs'
import { axeFinds, screenOf, show } from './harness'

beforeEach(() => screenOf({ width: 800, height: 320 }))

const group = (key: string, count: number) => ({ key, label: `Nhóm ${key}`, count, words: `${count} phòng` })
const small = [group('a', 2), group('b', 3)]

interface Wanted extends Partial<DataGridProps<Lab>> {
  groups?: typeof small
  onIndices?: (indices: readonly number[]) => void
}

function Grouped({ groups = small, onIndices, ...props }: Wanted) {
  const [closed, onClosed] = useState<ReadonlySet<string>>(new Set())
  const [layout, onLayout] = useState<NewLayout>({ widths: {}, hidden: null })
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const grouping = useMemo(
    () => ({ groups, closed, onClosed, total, ...(onIndices && { onIndices }) }),
    [groups, closed, total, onIndices],
  )
  return (
    <DataGrid
      label="Phòng thí nghiệm"
      columns={columns}
      count={total}
      rowAt={labAt}
      rowKey={(lab) => lab.id}
      selection="multi"
      {...{ grouping, layout, onLayout }}
      {...props}
    />
  )
}

const grid = () => screen.getByRole('treegrid', { name: 'Phòng thí nghiệm' })
const lines = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent)
        .join(' ')
        .trim(),
    )
const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
const names = (selected: ReadonlyMap<string, Lab>) => [...selected.values()].map(({ name }) => name)

describe('a grouped grid', () => {
  it('stands under headings that carry the count, as a treegrid, sound to axe', async () => {
    show(<Grouped />)
    expect(lines()).toEqual([
      'Nhóm a2 phòng',
      'Phòng 0 000',
      'Phòng 1 001',
      'Nhóm b3 phòng',
      'Phòng 2 002',
      'Phòng 3 003',
      'Phòng 4 004',
    ])
    expect(grid()).toHaveAttribute('aria-rowcount', '8')
    const heading = screen.getByRole('row', { name: /Nhóm b/ })
    expect(heading).toHaveAttribute('aria-expanded', 'true')
    expect(heading).toHaveAttribute('aria-level', '1')
    expect(screen.getByRole('row', { name: /Phòng 3/ })).toHaveAttribute('aria-level', '2')
    expect(await axeFinds(document.body)).toEqual([])
  })

  it('moves across groups, folds with ← and opens with →, and Enter does either', async () => {
    const onOpen = vi.fn<(row: Lab) => void>()
    const user = userEvent.setup()
    show(<Grouped onOpen={onOpen} />)
    act(() => grid().focus())
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(active()).toHaveTextContent('Nhóm b')
    await user.keyboard('{ArrowLeft}')
    expect(lines()).toEqual(['Nhóm a2 phòng', 'Phòng 0 000', 'Phòng 1 001', 'Nhóm b3 phòng'])
    expect(active()).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{ArrowUp}')
    expect(active()).toHaveTextContent('Phòng 1')
    await user.keyboard('{ArrowLeft}')
    expect(active()).toHaveTextContent('Nhóm a')
    await user.keyboard('{Enter}')
    expect(lines()).toEqual(['Nhóm a2 phòng', 'Nhóm b3 phòng'])
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(active()).toHaveTextContent('Phòng 2')
    await user.keyboard('{Enter}')
    expect(onOpen.mock.lastCall?.[0].name).toBe('Phòng 2')
  })

  it('folds at a click on the heading', async () => {
    const user = userEvent.setup()
    show(<Grouped />)
    await user.click(screen.getByText('Nhóm a'))
    expect(lines()[1]).toBe('Nhóm b3 phòng')
    await user.click(screen.getByText('Nhóm a'))
    expect(lines()[1]).toBe('Phòng 0 000')
  })

  it('selects rows across headings and never a heading; all are all, folded ones too', async () => {
    const chosen = { current: new Map() as ReadonlyMap<string, Lab> }
    const user = userEvent.setup()
    const loadRows = async (start: number, end: number) =>
      Array.from({ length: end - start + 1 }, (_, at) => labAt(start + at))
    show(<Grouped loadRows={loadRows} onSelect={(next) => (chosen.current = next)} />)
    act(() => grid().focus())
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(names(chosen.current)).toEqual(['Phòng 1', 'Phòng 2'])
    await user.click(screen.getByText('Nhóm b'))
    expect(names(chosen.current)).toEqual([])
    await user.keyboard('{Control>}a{/Control}')
    await vi.waitFor(() => expect(names(chosen.current)).toHaveLength(5))
  })

  it('draws a few of 32,000 rows and asks for those on the screen only, beyond a folded group', () => {
    const onIndices = vi.fn<(indices: readonly number[]) => void>()
    show(<Grouped groups={[group('a', 4), group('b', 20_000), group('c', 11_996)]} onIndices={onIndices} />)
    expect(grid()).toHaveAttribute('aria-rowcount', '32004')
    fireEvent.click(screen.getByText('Nhóm b'))
    expect(onIndices).toHaveBeenLastCalledWith([0, 1, 2, 3, ...Array.from({ length: 8 }, (_, at) => 20_004 + at)])
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(40)
    expect(screen.getByText('Phòng 20004')).toBeInTheDocument()
  })
})

describe('a column', () => {
  it('moves with Ctrl+→ and Ctrl+← on its name, and keeps the focus', async () => {
    const user = userEvent.setup()
    show(<Grouped />)
    const heads = () =>
      screen
        .getAllByRole('columnheader')
        .map((head) => head.textContent)
        .slice(1)
    act(() => screen.getByText('Tên phòng').closest<HTMLElement>('[data-head]')!.focus())
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    expect(heads()).toEqual(['Mã', 'Tên phòng'])
    expect(document.activeElement).toHaveTextContent('Tên phòng')
    await user.keyboard('{Control>}{ArrowRight}{ArrowLeft}{/Control}')
    expect(heads()).toEqual(['Tên phòng', 'Mã'])
  })
})
