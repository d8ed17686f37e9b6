// What a person answers to the preview of a working copy that comes back, and what is written because of it: the same rule in the window and behind it.
import { z } from 'zod'
import type { BookCell, BookPreview, BookRow } from './shapes/book'

/** Of a cell: the register's value or the file's. */
export const cellChoices = ['ours', 'theirs'] as const
export type CellChoice = (typeof cellChoices)[number]
/** Of a row: `keep` as it is; `trash` the missing one; `restore` the one in the trash and take the file's cells; `add` it as another record. */
export const rowChoices = ['keep', 'trash', 'restore', 'add'] as const
export type RowChoice = (typeof rowChoices)[number]

const Key = z.string().max(200)
export const BookChoices = z.strictObject({
  /** by `row key/column` */
  cells: z.record(Key, z.enum(cellChoices)).optional(),
  /** by row key */
  rows: z.record(Key, z.enum(rowChoices)).optional(),
})
export type BookChoices = z.infer<typeof BookChoices>
/** As a window keeps them: both lists there, empty or not. */
export type KeptChoices = { [K in keyof BookChoices]-?: NonNullable<BookChoices[K]> }

export const cellKey = (row: Pick<BookRow, 'key'>, cell: Pick<BookCell, 'column'>): string =>
  `${row.key}/${cell.column}`

/** What becomes of a cell; null: nobody has said yet, and must. */
export function choiceOf(row: BookRow, cell: BookCell, { cells, rows }: BookChoices): CellChoice | null {
  if (cell.kind === 'error') return 'ours'
  if (row.case === 'trashed') return rows?.[row.key] === 'restore' ? 'theirs' : 'ours'
  if (row.case === 'again' && rows?.[row.key] === 'add') return 'theirs'
  if (cell.kind === 'new') return 'theirs'
  const said = cells?.[cellKey(row, cell)]
  if (cell.kind === 'emptied') return said === 'theirs' && cell.problem === undefined ? 'theirs' : 'ours'
  if (said !== undefined) return said
  return cell.kind === 'change' ? 'theirs' : null
}

/** What a person has to answer before anything is written. */
export function openQuestions(row: BookRow, choices: BookChoices): number {
  if (row.verdict === 'error') return 0
  if (row.case === 'trashed') return choices.rows?.[row.key] === undefined ? 1 : 0
  return row.cells.filter((cell) => choiceOf(row, cell, choices) === null).length
}

/** Whether anything of the row is written. */
export function isWritten(row: BookRow, choices: BookChoices): boolean {
  if (row.verdict === 'error') return false
  if (row.case === 'missing') return choices.rows?.[row.key] === 'trash'
  if (row.case === 'trashed') return choices.rows?.[row.key] === 'restore'
  return row.verdict === 'new' || row.cells.some((cell) => choiceOf(row, cell, choices) === 'theirs')
}

export interface BookTally {
  /** rows that are written */
  written: number
  open: number
  errors: number
}

export function tally({ rows }: Pick<BookPreview, 'rows'>, choices: BookChoices): BookTally {
  return {
    written: rows.filter((row) => isWritten(row, choices)).length,
    open: rows.reduce((sum, row) => sum + openQuestions(row, choices), 0),
    errors: rows.filter(({ verdict }) => verdict === 'error').length,
  }
}
