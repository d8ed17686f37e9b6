// Several laboratories in one name cell: found, and read as one row each where a person says so. Their rows are numbered 12.1, 12.2, …
import { fold } from '../model/text/fold'
import { splitList, textOf, type Cell } from './cells'
import type { HeadingKey } from './form'
import type { Header } from './headings'
import type { SheetRow } from './spreadsheet'

const KIND = /^(?:\d+[.)]\s*)?(?:phong|ptn|trung tam|khoa|bo phan|tram|to |co so|laboratory)/
const MOST = 9

/** The names of the cell when each of its parts begins as a laboratory's name does; else null. */
export function namesIn(text: string): string[] | null {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim().replace(/^(?:\d+[.)]|[-+•])\s*/, ''))
    .filter((part) => part !== '')
  return parts.length > 1 && parts.length <= MOST && parts.every((part) => KIND.test(fold(part))) ? parts : null
}

/** Columns whose cell may hold one value for each laboratory. */
const apart: readonly HeadingKey[] = ['codes', 'address', 'decisionNumber']

export function splitRows(rows: readonly SheetRow[], header: Header, chosen: readonly number[]): SheetRow[] {
  if (chosen.length === 0) return [...rows]
  const place = header.columns.findIndex(({ key }) => key === 'nameVi')
  return rows.flatMap((row) => {
    const names = chosen.includes(row.number) ? namesIn(textOf(row.cells[place] ?? null) ?? '') : null
    if (names === null) return [row]
    return names.map((name, at) => ({
      number: Number(`${row.number}.${at + 1}`),
      cells: row.cells.map((cell, column) => {
        if (column === place) return name
        const key = header.columns[column]?.key
        return key !== undefined && key !== null && apart.includes(key) ? share(cell, at, names.length) : cell
      }),
    }))
  })
}

/** Its own part where there are as many as laboratories, else the whole. */
function share(cell: Cell, at: number, count: number): Cell {
  const parts = splitList(textOf(cell) ?? '')
  return parts.length === count ? parts[at]! : cell
}
