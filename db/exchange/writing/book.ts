// What is written as a workbook, whichever format: sheets, what stands above their header, columns and lines; and the dress they share.
import type { Cell } from '../cells'
import type { ColumnKind } from '../form'

export interface SheetColumn {
  heading: string
  kind: ColumnKind
  /** in characters of the default font */
  width: number
  hidden: boolean
}

export type OutLine =
  | { cells: readonly Cell[]; /** stands under a group, and whether that is folded */ under?: 'open' | 'closed' }
  | { heading: string }

export interface SheetOut {
  name: string
  /** lines above the header: a title first, the others plain; then one line is left empty. None: the header is the first line */
  above: readonly string[]
  columns: readonly SheetColumn[]
  lines: Iterable<OutLine>
  /** for the program, not for people: the sheet is there and not shown */
  hidden?: true
  /** stands at the left foot of each page on paper; asked when the lines are written */
  foot?: () => string
}

export interface BookOut {
  sheets: readonly SheetOut[]
  /** of the workbook's properties */
  title: string
  creator: string
}

/** The sheet's line that holds the headings, counted from 1. */
export const headerLine = (above: readonly string[]): number => (above.length === 0 ? 1 : above.length + 2)

/** What a group's heading begins with: an import knows it by that. */
export const GROUP_MARK = '▾ '

export const dress = {
  font: { name: 'Calibri', size: 11 },
  titleSize: 14,
  headerFill: 'E7EEF7',
  groupFill: 'F3F4F6',
  /** inches */
  margins: { top: 0.6, bottom: 0.6, side: 0.4 },
} as const

/** Text that XML can hold: what it cannot is left out (clean() has done so already for the cells of a list). */
export function xml(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(SPECIALS, (sign) => entities[sign] ?? '') : text
}

const SPECIAL = /[&<>"\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/
const SPECIALS = new RegExp(SPECIAL, 'g')
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
