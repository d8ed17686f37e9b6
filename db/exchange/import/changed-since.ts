// What others have changed in the register since a person first looked at the file: a cell that would write over such a value is a conflict
// until the person has said that the file is right.
import type { EntityName } from '../../model/entities'
import { prepare, type ReadDb } from '../../store/database'
import { idOf } from '../../store/record-key'
import { labOf } from '../../store/record-lab'
import { decisionKeys, type HeadingKey } from '../form'
import { exported, type RowState } from './row-state'

const CHANGES = `SELECT DISTINCT ${idOf('record')} AS record, entity, field FROM change WHERE commit_seq > ?`

/** The columns that show a field; one that was created (field null) fills all columns of its kind. */
const columns: Partial<Record<EntityName, (field: string | null) => readonly HeadingKey[]>> = {
  laboratory: (field) => (['phone', 'email', 'website', 'note'] as const).filter((key) => field === key),
  laboratory_name: (field) => (field === 'vi' ? ['nameVi'] : field === 'en' ? ['nameEn'] : ['nameVi', 'nameEn']),
  laboratory_owner: () => ['owner'],
  site: (field) => (field === null || field === 'address' || field === 'trashedAt' ? ['address'] : []),
  coverage: () => ['codes', 'schemes'],
  accreditation: () => ['codes', 'schemes'],
  accreditation_standard: () => ['standards'],
  accreditation_field: () => ['fields'],
  decision: () => decisionKeys,
  decision_act: () => decisionKeys,
}

export function flagChanged(
  db: ReadDb,
  states: readonly RowState[],
  { since, sure }: { since: number; sure: readonly number[] },
): void {
  const touched = new Map<string, Set<HeadingKey>>()
  for (const change of prepare<[number], { record: string; entity: EntityName; field: string | null }>(db, CHANGES).all(
    since,
  )) {
    const keys = columns[change.entity]?.(change.field) ?? []
    const lab = keys.length === 0 ? null : labOf(db, change.entity, change.record)
    if (lab === null) continue
    const known = touched.get(lab) ?? new Set<HeadingKey>()
    for (const key of keys) known.add(key)
    touched.set(lab, known)
  }
  const settled = new Set(sure)
  for (const state of states) {
    const changed = state.lab && touched.get(state.lab.id)
    if (!changed || settled.has(state.row.number)) continue
    for (const key of state.touched.all)
      if (changed.has(key))
        state.problems.push(state.row.problem(key, 'changed_since', { now: exported(state.lab, key) ?? '' }))
  }
}
