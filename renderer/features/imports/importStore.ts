// One import on its way: source → preview → written. It stays while other screens are shown and goes when another register is opened.
// Only `commit` writes, and only what the preview showed.
import { create } from 'zustand'
import type { PickedFile } from '../../../db/model/bridge'
import type { ImportChoices } from '../../../db/model/imports'
import type { Imported, ImportPreview, RowVerdict } from '../../../db/model/shapes/exchange'
import { runAction } from '../../actions/action'
import { call, type Answer } from '../../api'
import type { Failure } from '../../failure'
import { presentPlace } from '../../stores/navigation'
import { forgetForm, knownForm, rememberForm, useFormMemory } from './formMemory'

/** Which rows are listed. `noted`: those with a note that does not stop them. */
export type RowFilter = 'all' | RowVerdict | 'noted'

/** A granted file, or a table that was copied elsewhere; `name` is for people. */
export type Source = PickedFile | { pasted: string; name: string }

export const inputOf = (source: Source): { file: string } | { pasted: string } =>
  'ref' in source ? { file: source.ref } : { pasted: source.pasted }

export type Stage =
  | { at: 'choose' }
  | { at: 'reading'; file: Source }
  | { at: 'refused'; file: Source; failure: Failure }
  /** `failure`: why the last attempt to import did not work */
  | { at: 'preview'; file: Source; preview: ImportPreview; failure: Failure | null }
  | { at: 'writing'; file: Source; preview: ImportPreview }
  | {
      at: 'done'
      file: Source
      target: ImportPreview['target']
      sha256: string
      imported: Imported
      reason: string
    }

interface ImportStore {
  stage: Stage
  filter: RowFilter
  skipErrors: boolean
  /** as typed; null: the usual one */
  reason: string | null
  /** how the file is read and what was put right in the preview */
  choices: ImportChoices
  /** seq of the register when this file was first looked at, or last written from */
  looked: number | null
  /** the columns are those of the last time with this form */
  remembered: boolean
  /** how the file is read stands where the rows stood */
  showsReading: boolean
  setFilter: (filter: RowFilter) => void
  setSkipErrors: (skip: boolean) => void
  setReason: (reason: string) => void
}

const untouched = {
  filter: 'all',
  skipErrors: false,
  reason: null,
  choices: {},
  looked: null,
  remembered: false,
  showsReading: false,
} as const

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

export const toggleReading = (): void => setState(({ showsReading }) => ({ showsReading: !showsReading }))

/** The system's picker, then the preview. */
export async function chooseFile(): Promise<void> {
  const file = await window.shell.pickOpen('spreadsheet')
  if (file !== null) await readFile(file)
}

/** Reads a source and shows what importing it would do. One that comes while another is being written waits for nobody: it is left. */
export async function readFile(file: Source, choices?: ImportChoices): Promise<void> {
  const { stage, looked } = getState()
  if (stage.at === 'writing') return
  const sameFile = 'file' in stage && isSame(stage.file, file)
  const reading = ++readings
  setState({ stage: { at: 'reading', file }, ...(!sameFile && untouched), ...(choices && { choices }) })
  const { filter } = getState()
  const since = sameFile && looked !== null ? { since: looked } : {}
  setState((state) => ({ choices: { ...state.choices, ...since } }))
  const answer = await previewOf(file, getState().choices)
  if (reading !== readings) return
  const known = await readAsBefore(file, answer)
  if (reading !== readings) return
  if (known !== null) {
    setState({ choices: known.choices, remembered: true })
    return show(file, known.answer, 'all')
  }
  show(file, answer, choices ? filter : 'all')
}

const isSame = (a: Source, b: Source): boolean => JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b))

const previewOf = (file: Source, choices: ImportChoices): Promise<Answer<ImportPreview>> =>
  call('exchange.importPreview', { ...inputOf(file), choices })

function show(file: Source, answer: Answer<ImportPreview>, filter: RowFilter): void {
  const { looked } = getState()
  if (answer.ok)
    setState({
      stage: { at: 'preview', file, preview: answer.value, failure: null },
      filter,
      looked: looked ?? answer.value.seq,
    })
  else if (answer.error.code === 'cancelled') setState({ stage: { at: 'choose' } })
  else if ('ref' in file && answer.error.fields?.[0]?.rule === 'file.working_copy') {
    // a working copy has a way back of its own
    leaveImport()
    runAction('workbook.openFile', {
      screen: presentPlace().screen,
      typing: false,
      file: { ...file, kind: 'spreadsheet' },
    })
  } else setState({ stage: { at: 'refused', file, failure: answer.error } })
}

/** A form that was read otherwise the last time is read so again, unless it was said just now how to read it. Null: nothing is remembered that fits. */
async function readAsBefore(
  file: Source,
  answer: Answer<ImportPreview>,
): Promise<{ answer: Answer<ImportPreview>; choices: ImportChoices } | null> {
  const { choices } = getState()
  if (choices.columns !== undefined || choices.target !== undefined) return null
  const found = answer.ok ? { form: answer.value.form, headerRow: undefined } : await formInTop(file, answer.error)
  const known = found && knownForm(found.form)
  if (!known) return null
  const { headerRow } = found
  const asBefore: ImportChoices = { ...choices, ...known, ...(headerRow !== undefined && { headerRow }) }
  const again = await previewOf(file, asBefore)
  return again.ok ? { answer: again, choices: asBefore } : null
}

/** The row of a known form among the top rows of a file whose headings were not recognised. */
async function formInTop(file: Source, { fields }: Failure): Promise<{ form: string; headerRow: number } | null> {
  const rule = fields?.[0]?.rule ?? ''
  if (Object.keys(useFormMemory.getState().forms).length === 0) return null
  if (!rule.startsWith('file.no_header') && rule !== 'file.heading_twice') return null
  const look = await call('exchange.importLook', { ...inputOf(file), choices: getState().choices })
  const row = look.ok ? look.value.rows.find(({ form }) => knownForm(form) !== undefined) : undefined
  return row === undefined ? null : { form: row.form, headerRow: row.row }
}

/** The same file once more: after it was corrected, or after the register has moved on. */
export async function readAgain(): Promise<void> {
  const { stage } = getState()
  if (!('file' in stage) || stage.at === 'reading') return
  // the file may have other rows by now: what was said of the old ones is not carried over
  const { fixes: _f, split: _s, leave: _l, sure: _y, ...choices } = getState().choices
  setState({ choices })
  await readFile(stage.file)
}

/** The same file, read or put right otherwise. */
export async function readWith(change: ImportChoices): Promise<void> {
  const { stage, choices } = getState()
  if ('file' in stage && stage.at !== 'reading') await readFile(stage.file, { ...choices, ...change })
}

/** Another reading that a person has chosen; its columns are remembered for the form once they have led to a preview. */
export async function readAs(change: ImportChoices): Promise<void> {
  const { fixes: _f, split: _s, leave: _l, sure: _y, ...choices } = getState().choices
  setState({ choices, remembered: false, showsReading: false })
  await readWith(change)
  const { stage } = getState()
  if (stage.at === 'preview' && change.columns !== undefined) rememberForm(stage.preview.form, getState().choices)
}

/** The usual reading, and what was remembered for this form is forgotten. */
export async function readAsUsual(): Promise<void> {
  const { stage, choices } = getState()
  if (stage.at === 'preview') forgetForm(stage.preview.form)
  const { text, sheet } = choices
  setState({ choices: { ...(text && { text }), ...(sheet && { sheet }) }, remembered: false, showsReading: false })
  if ('file' in stage) await readFile(stage.file)
}

/** One cell of the file put right; a later answer for the same cell takes the place of the earlier one. */
export function fixCell(fix: { row: number; key: string; text: string }): Promise<void> {
  const others = (getState().choices.fixes ?? []).filter(({ row, key }) => row !== fix.row || key !== fix.key)
  return readWith({ fixes: [...others, fix] })
}

const added = (rows: readonly number[] | undefined, row: number): number[] => [...(rows ?? []), row]
export const splitRow = (row: number): Promise<void> => readWith({ split: added(getState().choices.split, row) })
export const leaveRow = (row: number): Promise<void> => readWith({ leave: added(getState().choices.leave, row) })
/** The file is right, whatever the register says by now. */
export const takeRow = (row: number): Promise<void> => readWith({ sure: added(getState().choices.sure, row) })
export const bringBackRows = (): Promise<void> => readWith({ leave: [] })

export const rowsToImport = ({ counts }: ImportPreview): number => counts.new + counts.change
/** Rows that are not imported until somebody has decided something or put it right. */
export const rowsStopped = ({ counts }: ImportPreview): number => counts.error + counts.conflict

/** Whether the preview as it stands may be written: something to write, and what is stopped left out on purpose. */
export function isReady(preview: ImportPreview, skipErrors: boolean): boolean {
  return rowsToImport(preview) > 0 && (rowsStopped(preview) === 0 || skipErrors)
}

/** Writes what the preview shows. `usualReason` stands in the journal unless the person wrote another. */
export async function commitImport(usualReason: string): Promise<void> {
  const { stage, skipErrors, reason: typed, choices } = getState()
  if (stage.at !== 'preview' || !isReady(stage.preview, skipErrors)) return
  const { file, preview } = stage
  const reason = typed?.trim() || usualReason
  const reading = readings
  setState({ stage: { at: 'writing', file, preview }, showsReading: false })
  const options = { skipErrors, reason }
  const answer = await call('exchange.importCommit', {
    ...inputOf(file),
    choices,
    preview: preview.fingerprint,
    options,
  })
  if (reading !== readings) return
  if (answer.ok)
    setState({
      stage: { at: 'done', file, target: preview.target, sha256: preview.sha256, imported: answer.value, reason },
      looked: answer.value.seq,
    })
  else {
    const failure = answer.error.code === 'cancelled' ? null : answer.error
    setState({ stage: { at: 'preview', file, preview, failure } })
  }
}
