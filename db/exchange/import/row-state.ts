// A row on its way to a verdict: what the file says, the laboratory it is about, the plan so far and what was found wrong.
import type { RowVerdict } from '../../model/shapes/exchange'
import { textOf } from '../cells'
import { columnOf, type HeadingKey } from '../form'
import type { FileRow } from './file-row'
import type { Matched } from './match'
import type { KnownLab } from './register-view'
import { emptyPlan, isEmpty, stoppedBy, type Problem, type RowPlan } from './row-plan'

/** A few keys, each once, in the order in which they came: for so few a list is less than a set, and every row has one. */
export class Keys {
  readonly #list: HeadingKey[] = []

  add(key: HeadingKey): this {
    if (!this.#list.includes(key)) this.#list.push(key)
    return this
  }

  has(key: HeadingKey): boolean {
    return this.#list.includes(key)
  }

  delete(key: HeadingKey): void {
    const at = this.#list.indexOf(key)
    if (at >= 0) this.#list.splice(at, 1)
  }

  get all(): readonly HeadingKey[] {
    return this.#list
  }
}

/** Problems may still be added when the whole file is known. */
export interface RowState {
  row: FileRow
  label: string
  /** null: a new laboratory, or none found */
  lab: KnownLab | null
  plan: RowPlan
  /** columns whose cells would change something */
  touched: Keys
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
    touched: new Keys(),
    problems: [...problems],
    note: null,
  }
}

/** The text that an export writes for a known laboratory; null: blank, or a new laboratory. */
export function exported(lab: KnownLab | null, key: HeadingKey): string | null {
  const column = lab ? columnOf(key) : undefined
  return column && lab ? textOf(column.read(lab.row)) : null
}

export function differs(row: FileRow, lab: KnownLab | null, key: HeadingKey): boolean {
  const said = row.text(key)
  return said !== null && row.takes(key) && said !== exported(lab, key)
}

export function verdictOf(state: RowState): RowVerdict {
  const stopped = stoppedBy(state.problems)
  if (stopped !== null) return stopped
  if (state.plan.lab === null && state.plan.joins === null) return 'new'
  return isEmpty(state.plan) ? 'same' : 'change'
}
