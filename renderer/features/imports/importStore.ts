// One import on its way: file → preview → written. It stays while other screens are shown and goes when another register is opened.
// Only `commit` writes, and only what the preview showed.
import { create } from 'zustand'
import type { PickedFile } from '../../../db/model/bridge'
import type { ImportChoices } from '../../../db/model/imports'
import type { Imported, ImportPreview, RowVerdict } from '../../../db/model/shapes/exchange'
import { call } from '../../api'
import type { Failure } from '../../failure'

/** Which rows are listed. `noted`: those with a note that does not stop them. */
export type RowFilter = 'all' | RowVerdict | 'noted'

export type Stage =
  | { at: 'choose' }
  | { at: 'reading'; file: PickedFile }
  | { at: 'refused'; file: PickedFile; failure: Failure }
  /** `failure`: why the last attempt to import did not work */
  | { at: 'preview'; file: PickedFile; preview: ImportPreview; failure: Failure | null }
  | { at: 'writing'; file: PickedFile; preview: ImportPreview }
  | { at: 'done'; file: PickedFile; imported: Imported; reason: string }

interface ImportStore {
  stage: Stage
  filter: RowFilter
  skipErrors: boolean
  /** as typed; null: the usual one */
  reason: string | null
  /** how the file is read and what was put right in the preview */
  choices: ImportChoices
  setFilter: (filter: RowFilter) => void
  setSkipErrors: (skip: boolean) => void
  setReason: (reason: string) => void
}

const untouched = { filter: 'all', skipErrors: false, reason: null, choices: {} } as const

export const useImportStore = create<ImportStore>()((set) => ({
  stage: { at: 'choose' },
  ...untouched,
  setFilter: (filter) => set({ filter }),
  setSkipErrors: (skipErrors) => set({ skipErrors }),
  setReason: (reason) => set({ reason }),
}))

const { getState, setState } = useImportStore
/** counts the readings, so that the answer to an earlier one is known as late */
let readings = 0

export function leaveImport(): void {
  readings += 1
  setState({ stage: { at: 'choose' }, ...untouched })
}

/** The system's picker, then the preview. */
export async function chooseFile(): Promise<void> {
  const file = await window.shell.pickOpen('spreadsheet')
  if (file !== null) await readFile(file)
}

/** Reads a file and shows what importing it would do. A file that comes while another is being written waits for nobody: it is left. */
export async function readFile(file: PickedFile, choices?: ImportChoices): Promise<void> {
  const { stage } = getState()
  if (stage.at === 'writing') return
  const sameFile = 'file' in stage && stage.file.ref === file.ref
  const reading = ++readings
  setState({ stage: { at: 'reading', file }, ...(!sameFile && untouched), ...(choices && { choices }) })
  const { filter } = getState()
  const answer = await call('exchange.importPreview', { file: file.ref, choices: getState().choices })
  if (reading !== readings) return
  if (answer.ok)
    setState({ stage: { at: 'preview', file, preview: answer.value, failure: null }, filter: choices ? filter : 'all' })
  else if (answer.error.code === 'cancelled') setState({ stage: { at: 'choose' } })
  else setState({ stage: { at: 'refused', file, failure: answer.error } })
}

/** The same file once more: after it was corrected, or after the register has moved on. */
export async function readAgain(): Promise<void> {
  const { stage } = getState()
  if (!('file' in stage) || stage.at === 'reading') return
  // the file may have other rows by now: what was put right in the old ones is not carried over
  const { fixes: _, split: __, ...choices } = getState().choices
  setState({ choices })
  await readFile(stage.file)
}

/** The same file, read or put right otherwise. */
export async function readWith(change: ImportChoices): Promise<void> {
  const { stage, choices } = getState()
  if ('file' in stage && stage.at !== 'reading') await readFile(stage.file, { ...choices, ...change })
}

/** One cell of the file put right; a later answer for the same cell takes the place of the earlier one. */
export function fixCell(fix: { row: number; key: string; text: string }): Promise<void> {
  const others = (getState().choices.fixes ?? []).filter(({ row, key }) => row !== fix.row || key !== fix.key)
  return readWith({ fixes: [...others, fix] })
}

export const splitRow = (row: number): Promise<void> => readWith({ split: [...(getState().choices.split ?? []), row] })

export const rowsToImport = ({ counts }: ImportPreview): number => counts.new + counts.change

/** Whether the preview as it stands may be written: something to write, and errors left out on purpose. */
export function isReady(preview: ImportPreview, skipErrors: boolean): boolean {
  return rowsToImport(preview) > 0 && (preview.counts.error === 0 || skipErrors)
}

/** Writes what the preview shows. `usualReason` stands in the journal unless the person wrote another. */
export async function commitImport(usualReason: string): Promise<void> {
  const { stage, skipErrors, reason: typed, choices } = getState()
  if (stage.at !== 'preview' || !isReady(stage.preview, skipErrors)) return
  const { file, preview } = stage
  const reason = typed?.trim() || usualReason
  const reading = readings
  setState({ stage: { at: 'writing', file, preview } })
  const options = { skipErrors, reason }
  const answer = await call('exchange.importCommit', { file: file.ref, choices, preview: preview.fingerprint, options })
  if (reading !== readings) return
  if (answer.ok) setState({ stage: { at: 'done', file, imported: answer.value, reason } })
  else {
    const failure = answer.error.code === 'cancelled' ? null : answer.error
    setState({ stage: { at: 'preview', file, preview, failure } })
  }
}
