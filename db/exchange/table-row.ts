// A row of a table as it is judged: its cells, and of each what a person reads there, which is asked for many times and made out once.
import { textOf } from './cells'
import type { SheetRow } from './spreadsheet'

export interface TableRow extends Pick<SheetRow, 'number' | 'cells'> {
  /** by place; null: blank */
  texts: readonly (string | null)[]
}

export const tableRow = ({ number, cells }: SheetRow): TableRow => ({ number, cells, texts: cells.map(textOf) })
