// A further row about a laboratory that an earlier row of the file is about: lists with one line per certificate have these.
// It may only add accreditations; what it says of the laboratory itself must be what the first row says.
import { decisionKeys } from '../form'
import { takeAccreditations } from './compare-row'
import type { FileRow } from './file-row'
import { codeKeys } from './match'
import type { RegisterView } from './register-view'
import { exported, type RowState } from './row-state'

const ofTheLab = ['nameVi', 'nameEn', 'owner', 'sector', 'address', 'phone', 'email', 'website', 'note'] as const
/** A row with any of these must name its code where a laboratory has several rows: else it would speak of all accreditations. */
const ofAccreditations = ['schemes', 'standards', 'fields', ...decisionKeys] as const

/** Named by a record id of the file itself, not by an answer in the preview. */
const isStated = (row: FileRow): boolean => row.text('id') !== null && !row.fixed('id')

/** `others` are the earlier rows about the laboratory, the first of them being the one it joins. */
export function joinRow(state: RowState, others: readonly RowState[], view: RegisterView): void {
  const { row, plan } = state
  const first = others[0]!
  plan.joins = first.row.number
  const codes = codeKeys(row)
  const repeats = others.find((other) => codeKeys(other.row).some((key) => codes.includes(key)))
  if (codes.length === 0 || repeats || isStated(row) || isStated(first.row)) {
    state.problems.push(row.problem(null, 'duplicate_row', { row: (repeats ?? first).row.number }))
    return
  }
  const unnamed = others.find(
    (other) => codeKeys(other.row).length === 0 && ofAccreditations.some((key) => other.row.text(key) !== null),
  )
  if (unnamed) state.problems.push(row.problem('codes', 'row_needs_code', { row: unnamed.row.number }))
  for (const key of ofTheLab) {
    const said = row.takes(key) ? row.text(key) : null
    if (
      said === null ||
      said === first.row.text(key) ||
      (first.row.text(key) === null && said === exported(state.lab, key))
    )
      continue
    state.touched.add(key)
    state.problems.push(row.problem(key, 'differs_from_row', { row: first.row.number }))
    // neither of the two is known to be right
    first.touched.add(key)
    first.problems.push(first.row.problem(key, 'differs_from_row', { row: row.number }))
  }
  const taken = new Set(others.map((other) => other.plan.edit?.id))
  const held = state.lab
    ? view.details(state.lab.id).accreditations.filter((accreditation) => !taken.has(accreditation.id))
    : []
  takeAccreditations(state, { view, held, byId: false })
  if (plan.edit) state.problems.push(row.problem('codes', 'duplicate_row', { row: first.row.number }))
  for (const key of ['codes', 'schemes', 'standards', 'fields', ...decisionKeys] as const) {
    if (plan.add.length > 0 && row.text(key) !== null && row.text(key) !== exported(state.lab, key))
      state.touched.add(key)
  }
}
