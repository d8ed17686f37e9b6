// A sheet of text cells as a value: rows, the cell one stands on, the selection, what is being typed, and the way back. Every function takes
// a sheet and returns the next one; nothing typed is ever judged here. One blank row always follows the last, unless the rows are fixed.

export interface SheetRow {
  /** stays with the row while it moves; `new:` for rows that the register does not have */
  key: string
  cells: Readonly<Record<string, string>>
}

export interface Place {
  row: number
  column: number
}

export interface Sheet {
  /** ids of the columns, in order */
  columns: readonly string[]
  rows: readonly SheetRow[]
  at: Place
  /** the other corner of the selection; equal to `at` when one cell is selected */
  from: Place
  /** `type`: typed over the cell, arrows leave it; `edit`: the caret moves in it */
  typing: { text: string; mode: 'type' | 'edit' } | null
  past: readonly (readonly SheetRow[])[]
  future: readonly (readonly SheetRow[])[]
  /** counts the rows made here */
  made: number
  /** no row comes or goes here, and no blank one stands at the end */
  fixed: boolean
  /** columns that are only read */
  locked: readonly string[]
}

export interface SheetKind {
  fixed?: boolean
  locked?: readonly string[]
}

const MOST_STEPS = 200

export function newSheet(
  columns: readonly string[],
  rows: readonly SheetRow[],
  made = 0,
  { fixed = false, locked = [] }: SheetKind = {},
): Sheet {
  const start = { row: 0, column: 0 }
  return { columns, rows, at: start, from: start, typing: null, past: [], future: [], made, fixed, locked }
}

/** The last row that one can stand on. */
export const lastRow = ({ rows, fixed }: Pick<Sheet, 'rows' | 'fixed'>): number =>
  fixed ? Math.max(0, rows.length - 1) : rows.length

export const isLocked = ({ columns, locked }: Sheet, column: number): boolean => locked.includes(columns[column] ?? '')

/** Text of a cell, '' where there is none, also in the blank row. */
export const cellAt = ({ rows, columns }: Sheet, { row, column }: Place): string =>
  rows[row]?.cells[columns[column] ?? ''] ?? ''

/** Rows with what is being typed right now. */
export const rowsNow = (sheet: Sheet): readonly SheetRow[] => commit(sheet).rows

export function selection({ at, from }: Sheet): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  }
}

const within = (value: number, last: number): number => Math.max(0, Math.min(last, value))

/** Goes to a cell, leaving the one before with what was typed; `extend` keeps the other corner. */
export function goTo(sheet: Sheet, place: Place, extend = false): Sheet {
  const done = commit(sheet)
  const at = { row: within(place.row, lastRow(done)), column: within(place.column, done.columns.length - 1) }
  return { ...done, at, from: extend ? done.from : at }
}

export function select(sheet: Sheet, from: Place, to: Place): Sheet {
  return { ...goTo(sheet, to), from }
}

export const type = (sheet: Sheet, text: string, mode: 'type' | 'edit'): Sheet =>
  isLocked(sheet, sheet.at.column) ? sheet : { ...sheet, typing: { text, mode } }
export const cancel = (sheet: Sheet): Sheet => ({ ...sheet, typing: null })

export function commit(sheet: Sheet): Sheet {
  const { typing, at } = sheet
  if (typing === null) return sheet
  const still = { ...sheet, typing: null }
  return typing.text === cellAt(sheet, at) ? still : write(still, at, [[typing.text]])
}

/** Puts a block of cells at a place as one step; rows that are not there yet are made, unless the rows are fixed. Locked columns stay. */
export function write(sheet: Sheet, { row, column }: Place, block: readonly (readonly string[])[]): Sheet {
  const rows = [...sheet.rows]
  let { made } = sheet
  for (const [down, texts] of block.entries()) {
    if (sheet.fixed && row + down >= rows.length) break
    while (rows.length <= row + down) rows.push({ key: `new:${(made += 1)}`, cells: {} })
    const cells: Record<string, string> = { ...rows[row + down]!.cells }
    for (const [across, text] of texts.entries()) {
      const id = sheet.columns[column + across]
      if (id !== undefined && !sheet.locked.includes(id)) cells[id] = text
    }
    rows[row + down] = { ...rows[row + down]!, cells }
  }
  return step({ ...sheet, made }, rows)
}

/** Adds whole rows at the end as one step and goes to the first of them. */
export function append(sheet: Sheet, added: readonly Readonly<Record<string, string>>[]): Sheet {
  const done = commit(sheet)
  let { made } = done
  const rows = [...done.rows, ...added.map((cells) => ({ key: `new:${(made += 1)}`, cells }))]
  return goTo(step({ ...done, made }, rows), { row: done.rows.length, column: 0 })
}

function step(sheet: Sheet, rows: readonly SheetRow[]): Sheet {
  const last = lastRow({ rows, fixed: sheet.fixed })
  const at = { ...sheet.at, row: within(sheet.at.row, last) }
  const from = { ...sheet.from, row: within(sheet.from.row, last) }
  return { ...sheet, rows, at, from, past: [...sheet.past, sheet.rows].slice(-MOST_STEPS), future: [] }
}

export function undo(sheet: Sheet): Sheet {
  const rows = sheet.past.at(-1)
  if (rows === undefined) return sheet
  const back = step(sheet, rows)
  return { ...back, typing: null, past: sheet.past.slice(0, -1), future: [sheet.rows, ...sheet.future] }
}

export function redo(sheet: Sheet): Sheet {
  const [rows, ...future] = sheet.future
  return rows === undefined ? sheet : { ...step(sheet, rows), typing: null, future }
}

/** The selected cells as a block. */
export function selected(sheet: Sheet): string[][] {
  const { top, bottom, left, right } = selection(sheet)
  return range(top, bottom).map((row) => range(left, right).map((column) => cellAt(sheet, { row, column })))
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Texts of a block that would find no place at `place`: beyond the sheet, or over other words in a locked column. */
export function unplaced(sheet: Sheet, place: Place, block: readonly (readonly string[])[]): number {
  const isLost = (text: string, row: number, column: number): boolean =>
    text !== '' &&
    (column >= sheet.columns.length ||
      (sheet.fixed && row >= sheet.rows.length) ||
      (isLocked(sheet, column) && text !== cellAt(sheet, { row, column })))
  return block
    .flatMap((cells, down) => cells.map((text, across) => isLost(text, place.row + down, place.column + across)))
    .filter(Boolean).length
}

/** Empties the selected cells. */
export function clear(sheet: Sheet): Sheet {
  const { top, left } = selection(sheet)
  const block = selected(sheet)
    .slice(0, sheet.rows.length - top)
    .map((cells) => cells.map(() => ''))
  return block.flat().length === 0 ||
    selected(sheet)
      .flat()
      .every((text) => text === '')
    ? sheet
    : write(sheet, { row: top, column: left }, block)
}

/** As Excel's Ctrl+D: the top cells of the selection go down through it; a single cell takes the one above. */
export function fillDown(sheet: Sheet): Sheet {
  const done = commit(sheet)
  const { top, bottom, left } = selection(done)
  if (top === bottom && top === 0) return done
  const first = top === bottom ? top - 1 : top
  const source =
    top === bottom
      ? selected(select(done, { row: first, column: left }, { row: first, column: done.at.column }))[0]!
      : selected(done)[0]!
  const rows = range(first + 1, bottom)
  return write(
    done,
    { row: first + 1, column: left },
    rows.map(() => source),
  )
}

/** Blank cells of a column below a filled one take its text, as cells that span several rows mean; counts them. */
export function fillBlanks(
  sheet: Sheet,
  column: string,
  { top, bottom }: { top: number; bottom: number },
): { sheet: Sheet; filled: number } {
  let text = ''
  let filled = 0
  const rows = sheet.rows.map((row, at) => {
    const own = row.cells[column] ?? ''
    if (at < top || at > bottom) return row
    if (own !== '') text = own
    const blank = own === '' && text !== '' && Object.values(row.cells).some((cell) => cell !== '')
    if (!blank) return row
    filled += 1
    return { ...row, cells: { ...row.cells, [column]: text } }
  })
  return { sheet: filled === 0 ? sheet : step(sheet, rows), filled }
}

/** A blank row below the one stood on. */
export function insertRow(sheet: Sheet): Sheet {
  const done = commit(sheet)
  if (done.fixed) return done
  const row = Math.min(done.at.row + 1, done.rows.length)
  const made = done.made + 1
  const rows = done.rows.toSpliced(row, 0, { key: `new:${made}`, cells: {} })
  return goTo(step({ ...done, made }, rows), { row, column: done.at.column })
}

export function removeRows(sheet: Sheet): Sheet {
  const done = commit(sheet)
  const { top, bottom } = selection(done)
  if (done.fixed || top >= done.rows.length) return done
  const rows = done.rows.filter((_, at) => at < top || at > bottom)
  return goTo(step(done, rows), { row: top, column: done.at.column })
}
