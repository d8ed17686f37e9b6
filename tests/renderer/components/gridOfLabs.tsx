// A grid of 32 000 made-up laboratories, and ways to say what a person sees in it.
import { screen, within } from '@testing-library/react'
import type { Column } from '../../../renderer/components/grid/column'
import { DataGrid, type DataGridProps } from '../../../renderer/components/grid/DataGrid'

export interface Lab {
  id: string
  name: string
  code: string
}

export const labAt = (index: number): Lab => ({
  id: `lab-${index}`,
  name: `Phòng ${index}`,
  code: String(index).padStart(3, '0'),
})
export const columns: Column<Lab>[] = [
  { id: 'name', label: 'Tên phòng', width: 200, grow: 1, fixed: true, sortable: true, text: (lab) => lab.name },
  { id: 'code', label: 'Mã', width: 100, sortable: true, text: (lab) => lab.code },
]

export function Labs(props: Partial<DataGridProps<Lab>>) {
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

export const grid = () => screen.getByRole('grid', { name: 'Phòng thí nghiệm' })
export const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
export const activeName = () =>
  within(activeRow() ?? document.body)
    .getAllByRole('gridcell')
    .at(-2)?.textContent
export const selectedNames = () =>
  within(grid())
    .getAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell').at(-2)?.textContent)
