// One working copy on its way back: file → preview with its answers → written. It stays while other screens are shown and goes when another register
// is opened. Only `commitBook` writes, and only what the preview showed and the person chose.
import { create } from 'zustand'
import type { PickedFile } from '../../../db/model/bridge'
import {
  cellKey,
  choiceOf,
  tally,
  type BookChoices,
  type CellChoice,
  type KeptChoices,
  type RowChoice,
} from '../../../db/model/book-choices'
import type { BookMerged, BookPreview, BookRow, BookVerdict } from '../../../db/model/shapes/book'
import { call } from '../../api'
import type { Failure } from '../../failure'

export type RowFilter = 'all' | Exclude<BookVerdict, 'same'>

export type Stage =
  | { at: 'choose' }
  | { at: 'reading'; file: PickedFile }
  | { at: 'refused'; file: PickedFile; failure: Failure }
  /** `failure`: why the last attempt to write did not work */
  | { at: 'preview'; file: PickedFile; preview: BookPreview; failure: Failure | null }
  | { at: 'writing'; file: PickedFile; preview: BookPreview }
  | { at: 'done'; file: PickedFile; merged: BookMerged; reason: string }

interface WorkbookStore {
  stage: Stage
  filter: RowFilter
  /** kind of record; null: all sheets */
  sheet: string | null
  choices: KeptChoices
  skipErrors: boolean
  /** as typed; null: the usual one */
  reason: string | null
  setFilter: (filter: RowFilter) => void
  setSheet: (sheet: string | null) => void
  setSkipErrors: (skip: boolean) => void
  setReason: (reason: string) => void
}

const untouched = {
  filter: 'all',
  sheet: null,
  choices: { cells: {}, rows: {} },
  skipErrors: false,
  reason: null,
} as const

export const useWorkbookStore = create<WorkbookStore>()((set) => ({
  stage: { at: 'choose' },
  ...untouched,
  setFilter: (filter) => set({ filter }),
  setSheet: (sheet) => set({ sheet }),
  setSkipErrors: (skipErrors) => set({ skipErrors }),
  setReason: (reason) => set({ reason }),
}))

const { getState, setState } = useWorkbookStore
/** counts the readings, so that the answer to an earlier one is known as late */
let readings = 0

export function leaveBook(): void {
  readings += 1
  setState({ stage: { at: 'choose' }, ...untouched })
}

/** The system's picker, then the preview. */
export async function chooseBook(): Promise<void> {
  const file = await window.shell.pickOpen('spreadsheet')
  if (file !== null) await readBook(file)
}

export async function readBook(file: PickedFile): Promise<void> {
  const { stage } = getState()
  if (stage.at === 'writing') return
  const sameFile = 'file' in stage && stage.file.ref === file.ref
  const reading = ++readings
  setState({ stage: { at: 'reading', file }, ...(!sameFile && untouched) })
  const answer = await call('exchange.bookPreview', { file: file.ref })
  if (reading !== readings) return
  if (answer.ok)
    setState({ stage: { at: 'preview', file, preview: answer.value, failure: null }, filter: 'all', sheet: null })
  else if (answer.error.code === 'cancelled') setState({ stage: { at: 'choose' } })
  else setState({ stage: { at: 'refused', file, failure: answer.error } })
}

/** The same file once more; what was answered is kept where the same question stands. */
export async function readBookAgain(): Promise<void> {
  const { stage } = getState()
  if ('file' in stage && stage.at !== 'reading') await readBook(stage.file)
}

export function chooseCell(row: BookRow, column: string, choice: CellChoice): void {
  const { choices } = getState()
  setState({ choices: { ...choices, cells: { ...choices.cells, [cellKey(row, { column })]: choice } } })
}

export function chooseRow(row: BookRow, choice: RowChoice): void {
  const { choices } = getState()
  setState({ choices: { ...choices, rows: { ...choices.rows, [row.key]: choice } } })
}

/** One answer for every cell of the row. */
export const chooseAllOf = (row: BookRow, choice: CellChoice): void => chooseEvery([row], choice)

/** One answer for every conflict of the rows; what has no conflict stays as it is. */
export function chooseEvery(rows: readonly BookRow[], choice: CellChoice): void {
  const { choices } = getState()
  const cells = { ...choices.cells }
  const answers = { ...choices.rows }
  for (const row of rows) {
    if (row.verdict === 'error') continue
    if (row.case === 'trashed') answers[row.key] = choice === 'theirs' ? 'restore' : 'keep'
    for (const cell of row.cells)
      if (cell.kind === 'conflict' && row.case !== 'trashed') cells[cellKey(row, cell)] = choice
  }
  setState({ choices: { cells, rows: answers } })
}

export const rowsUnder = ({ rows }: BookPreview, filter: RowFilter, sheet: string | null): readonly BookRow[] =>
  rows.filter((row) => (filter === 'all' || row.verdict === filter) && (sheet === null || row.sheet === sheet))

export function isReady(preview: BookPreview, choices: BookChoices, skipErrors: boolean): boolean {
  const { written, open, errors } = tally(preview, choices)
  return written > 0 && open === 0 && (errors === 0 || skipErrors)
}

/** What was said of the row's cells, for the list: null while something of it is open. */
export const isAnswered = (row: BookRow, choices: BookChoices): boolean =>
  row.case === 'trashed'
    ? choices.rows?.[row.key] !== undefined
    : row.cells.every((cell) => choiceOf(row, cell, choices) !== null)

/** Writes what the preview shows. `usualReason` stands in the journal unless the person wrote another. */
export async function commitBook(usualReason: string): Promise<void> {
  const { stage, skipErrors, reason: typed, choices } = getState()
  if (stage.at !== 'preview' || !isReady(stage.preview, choices, skipErrors)) return
  const { file, preview } = stage
  const reason = typed?.trim() || usualReason
  const reading = readings
  setState({ stage: { at: 'writing', file, preview } })
  const options = { skipErrors, reason }
  const answer = await call('exchange.bookCommit', { file: file.ref, choices, preview: preview.fingerprint, options })
  if (reading !== readings) return
  if (answer.ok) setState({ stage: { at: 'done', file, merged: answer.value, reason } })
  else {
    const failure = answer.error.code === 'cancelled' ? null : answer.error
    setState({ stage: { at: 'preview', file, preview, failure } })
  }
}
