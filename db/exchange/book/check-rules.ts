// What the merged rows must hold beyond each cell by itself: required fields, no record that names itself, an end not before its beginning, and no row
// that names one which cannot be brought back.
import type { PartialDate } from '../../model/dates/partial'
import { checkActs } from '../../model/rules'
import { headingOf, type BookColumn } from './layout'
import { cellProblem, rowProblem, type Merging, type PartPlan, type RowPlan } from './merge-rows'
import { isRequired } from './values'

export function checkRules(merging: Merging, plans: readonly RowPlan[]): void {
  const edited = plans.filter(
    ({ cells, row }) => row.problems.length === 0 && (cells.length > 0 || row.verdict === 'new'),
  )
  for (const plan of edited) {
    checkRequired(merging, plan)
    checkItself(plan)
  }
  checkDates(merging, plans, edited)
  failDependents(plans, edited)
}

/** Whether the record comes into being with this row: it is not there, and the file says something of it. */
export const isAdded = (plan: RowPlan, part: PartPlan): boolean =>
  part.held === null && (part.link === null || plan.cells.some(({ column }) => plan.parts[column.part] === part))

function checkRequired({ file }: Merging, plan: RowPlan): void {
  const { language } = file.manifest
  for (const part of plan.parts.filter((each) => isAdded(plan, each))) {
    const columns = plan.sheet.columns.filter((column) => plan.parts[column.part] === part)
    for (const column of columns) {
      if (!isRequired(column.entity, column.field) || plan.cells.some((cell) => cell.column === column)) continue
      rowProblem(plan, { rule: 'book.required_of', params: { heading: headingOf(language, plan.sheet, column) } })
    }
  }
  // a laboratory or an owner without a name is nothing a person could find again
  const name = plan.parts[1]
  if (plan.parts[0]!.held === null && name && !isAdded(plan, name)) {
    const column = plan.sheet.columns.find(({ part, field }) => part === 1 && isRequired(name.entity, field))!
    rowProblem(plan, { rule: 'book.required_of', params: { heading: headingOf(language, plan.sheet, column) } })
  }
}

function checkItself(plan: RowPlan): void {
  for (const { column, value } of plan.cells) {
    const part = plan.parts[column.part]!
    const rival = column.key === 'organization_predecessor.predecessor' ? valueOf(plan, 'organization') : part.id
    if (column.kind === 'ref' && typeof value === 'string' && value === rival)
      cellProblem(plan, column, { rule: 'book.itself' })
  }
}

/** What a field of the main record will be when everything of the file is taken. */
function valueOf(plan: RowPlan, field: string): unknown {
  const cell = plan.cells.find(
    ({ column, shown }) => column.part === 0 && column.field === field && shown.kind !== 'emptied',
  )
  return cell ? cell.value : (plan.parts[0]!.held?.values[field] ?? null)
}

function checkDates({ view }: Merging, plans: readonly RowPlan[], edited: readonly RowPlan[]): void {
  const decisions = new Map(plans.filter(({ row }) => row.sheet === 'decision').map((plan) => [plan.row.key, plan]))
  const signedOf = (id: unknown): PartialDate | null => {
    const plan = decisions.get(String(id))
    return (plan ? valueOf(plan, 'signed') : (view.record(String(id))?.values['signed'] ?? null)) as PartialDate | null
  }
  for (const plan of edited.filter(({ row }) => row.sheet === 'decision_act')) {
    const effective = valueOf(plan, 'effective') as PartialDate | null
    const expiry = valueOf(plan, 'expiry') as PartialDate | null
    const column = (field: string): BookColumn => plan.sheet.columns.find((each) => each.field === field)!
    if (effective?.iso === 'none') cellProblem(plan, column('effective'), { rule: 'book.no_effective' })
    else if (checkActs([{ effective, expiry }], signedOf(valueOf(plan, 'decision'))).length > 0)
      cellProblem(plan, column('expiry'), { rule: 'book.expiry_before_effective' })
  }
}

/** A row that names one with errors fails with it, and so on until nothing more fails. */
function failDependents(plans: readonly RowPlan[], edited: readonly RowPlan[]): void {
  const added = new Map(
    plans.filter(({ row, parts }) => row.row !== null && parts[0]?.held === null).map((plan) => [plan.row.key, plan]),
  )
  for (let failing = true; failing;) {
    failing = false
    for (const plan of edited) {
      for (const { column, value, shown } of plan.cells) {
        if ((column.kind !== 'ref' && column.kind !== 'any') || shown.kind === 'error') continue
        if (added.get(String(value))?.row.verdict !== 'error') continue
        cellProblem(plan, column, { rule: 'book.ref_row_failed', params: { typed: shown.theirs ?? '' } })
        failing = true
      }
    }
  }
}
