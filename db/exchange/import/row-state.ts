// A row on its way to a verdict: what the file says, the laboratory it is about, the plan so far and what was found wrong.
import type { RowVerdict } from '../../model/shapes/exchange'
import { textOf } from '../cells'
import { columnOf, type HeadingKey } from '../form'
import type { FileRow } from './file-row'
import type { Matched } from './match'
import type { KnownLab } from './register-view'
import { emptyPlan, isEmpty, stoppedBy, type Problem, type RowPlan } from './row-plan'

/** Problems may still be added when the whole file is known. */
export interface RowState {
  row: FileRow
  label: string
  /** null: a new laboratory, or none found */
  lab: KnownLab | null
  plan: RowPlan
  /** columns whose cells would change something */
  touched: Set<HeadingKey>
  problems: Problem[]
  /** the note with what is kept of further columns; null: the file's own */
  note: string | null
}

export function startRow(row: FileRow, { match, problems }: Matched): RowState {
  const lab = match.kind === 'known' ? match.lab : null
  const label = row.text('nameVi') ?? lab?.name ?? row.text('id') ?? ''
  return {
    row,
    label,
    lab,
    plan: emptyPlan(row.number, lab?.id ?? null),
    touched: new Set(),
    problems: [...problems],
    note: null,
  }
}

/** The text that an export writes for a known laboratory; null: blank, or a new laboratory. */
export function exported(lab: KnownLab | null, key: HeadingKey): string | null {
  const column = lab ? columnOf(key) : undefined
  return column && lab ? textOf(column.read(lab.row)) : null
}

export const differs = (row: FileRow, lab: KnownLab | null, key: HeadingKey): boolean =>
  row.takes(key) && row.text(key) !== null && row.text(key) !== exported(lab, key)

export function verdictOf(state: RowState): RowVerdict {
  const stopped = stoppedBy(state.problems)
  if (stopped !== null) return stopped
  if (state.plan.lab === null && state.plan.joins === null) return 'new'
  return isEmpty(state.plan) ? 'same' : 'change'
}
