// One row of the file seen through its header: the cell and text under each column of the form.
import { textOf, type Cell } from '../cells'
import type { HeadingKey } from '../form'
import type { Header } from '../headings'
import type { SheetRow } from '../spreadsheet'
import type { Problem } from './row-plan'

export interface FileRow {
  number: number
  cell(key: HeadingKey): Cell
  /** null: blank, or no such column */
  text(key: HeadingKey): string | null
  heading(key: HeadingKey): string | null
  problem(key: HeadingKey | null, rule: string, params?: Record<string, string | number>): Problem
}

/** Makes row views for a header; columns are looked up once. */
export function rowReader(header: Header): (row: SheetRow) => FileRow {
  const places = new Map<HeadingKey, number>()
  for (const [at, column] of header.columns.entries()) if (column.key !== null) places.set(column.key, at)
  const heading = (key: HeadingKey): string | null => header.columns[places.get(key) ?? -1]?.heading ?? null
  return ({ number, cells }) => {
    const cell = (key: HeadingKey): Cell => cells[places.get(key) ?? -1] ?? null
    return {
      number,
      cell,
      text: (key) => textOf(cell(key)),
      heading,
      problem: (key, rule, params) => ({
        column: key === null ? null : heading(key),
        rule,
        ...(params ? { params } : {}),
      }),
    }
  }
}

/** One line with single spaces: how names are compared exactly (accents and case count). */
export const squash = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
