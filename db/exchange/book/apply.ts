// Writes what the preview showed and a person chose, in the caller's one change set. What is added names what is added before it; what is new among the
// main records gets its evidence: the file, by name and hash, not yet verified.
import { choiceOf, isWritten, type BookChoices } from '../../model/book-choices'
import type { PartialDate } from '../../model/dates/partial'
import { fieldsOf, type EntityName, type NewEntity } from '../../model/entities'
import { RegistryError } from '../../model/errors'
import { checkActs } from '../../model/rules'
import { refuseUndated } from '../../store/act-rows'
import { readRecord } from '../../store/columns'
import { prepare } from '../../store/database'
import { isTrashable, trash } from '../../store/history'
import { endOfList } from '../../store/saves'
import type { Tx } from '../../store/write'
import { isAdded } from './check-rules'
import { sheetOf } from './layout'
import type { CellPlan, PartPlan, RowPlan } from './merge-rows'

export interface MergedBook {
  added: number
  changed: number
  trashed: number
}

interface Writing {
  tx: Tx
  choices: BookChoices
  /** name and hash of the file */
  source: string
  now: string
}

/** The plan must have been made against the register as it is now. Throws in_use, bad_dates, invalid_input; then nothing is written. */
export function applyBook(writing: Writing, plans: readonly RowPlan[]): MergedBook {
  const { choices, tx } = writing
  const asked = plans.filter(({ row }) => isWritten(row, choices))
  const moved = new Map(asked.map((plan) => [plan.row.key, chosen(plan, choices).row.key]))
  const written = asked.map((plan) => naming(chosen(plan, choices), moved))
  const kept = written.filter(({ row }) => row.case !== 'missing')
  const added = createAll(writing, kept)
  const changed = kept.reduce((sum, plan) => sum + changeRow(writing, plan), 0)
  const gone = written.filter(({ row }) => row.case === 'missing').reverse()
  for (const plan of gone) trashRow(writing, plan)
  checkNamed(writing, kept)
  checkDecisions(tx, kept)
  return { added, changed, trashed: gone.length }
}

/** A row answered with “another record” is that record, whole. */
const chosen = (plan: RowPlan, { rows }: BookChoices): RowPlan =>
  plan.other !== null && rows?.[plan.row.key] === 'add' ? plan.other : plan

/** What the file names by the code of such a row means the other record too. */
const naming = (plan: RowPlan, moved: ReadonlyMap<string, string>): RowPlan => ({
  ...plan,
  cells: plan.cells.map((cell) =>
    typeof cell.value === 'string' && (cell.column.kind === 'ref' || cell.column.kind === 'any')
      ? { ...cell, value: moved.get(cell.value) ?? cell.value }
      : cell,
  ),
})

const taken = (plan: RowPlan, part: PartPlan, choices: BookChoices): CellPlan[] =>
  plan.cells.filter(
    ({ column, shown }) => plan.parts[column.part] === part && choiceOf(plan.row, shown, choices) === 'theirs',
  )

interface NewRecord {
  entity: EntityName
  id: string
  fields: Record<string, unknown>
}

function newRecords({ choices }: Writing, plan: RowPlan): NewRecord[] {
  return plan.parts.flatMap((part): NewRecord[] => {
    const cells = taken(plan, part, choices)
    if (!isAdded(plan, part) || (part.link !== null && cells.length === 0)) return []
    const fields = Object.fromEntries(cells.map(({ column, value }) => [column.field, value]))
    const link = part.link === null ? {} : { [part.link.field]: part.link.id }
    return [{ entity: part.entity, id: part.id, fields: { ...fields, ...link } }]
  })
}

/** Creates every record that is added, each after those that it names. Answers how many. */
function createAll(writing: Writing, plans: readonly RowPlan[]): number {
  const records = new Map(plans.flatMap((plan) => newRecords(writing, plan)).map((record) => [record.id, record]))
  const begun = new Set<string>()
  const made = new Set<string>()
  const create = (record: NewRecord): void => {
    if (begun.has(record.id)) return
    begun.add(record.id)
    const fields = { ...record.fields }
    const later: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(record.fields)) {
      const named = fieldsOf(record.entity)[field]!.kind === 'ref' ? records.get(String(value)) : undefined
      if (named === undefined) continue
      create(named)
      if (made.has(named.id)) continue
      // two rows that name each other: the second name is filled in when both are there
      later[field] = value
      delete fields[field]
    }
    createOne(writing, { ...record, fields })
    made.add(record.id)
    for (const [field, value] of Object.entries(later)) waiting.push({ ...record, fields: { [field]: value } })
  }
  const waiting: NewRecord[] = []
  for (const record of records.values()) create(record)
  for (const { entity, id, fields } of waiting) writing.tx.change(entity, id, fields)
  return records.size
}

/** What people look for: where such a record comes from is told with it. */
const proven = new Set<EntityName>(['organization', 'laboratory', 'site', 'accreditation', 'decision'])

/** Where a list's order is kept by a key: the field that says which list. */
const listField: Partial<Record<EntityName, string>> = {
  site: 'laboratory',
  decision_act: 'decision',
  scope_line: 'annex',
  signatory: 'annex',
}

function createOne({ tx, source }: Writing, { entity, id, fields }: NewRecord): void {
  const parent = listField[entity]
  const list = parent === undefined ? undefined : fields[parent]
  const position = typeof list === 'string' ? { position: endOfList(tx.db, entity, { parent: parent!, id: list }) } : {}
  tx.create(entity, { ...fields, ...position } as unknown as NewEntity<typeof entity>, id)
  if (proven.has(entity)) tx.create('evidence', { record: id, kind: 'import', source, certainty: 'unverified' })
}

/** Records of the row that were there already. Answers how many were changed. */
function changeRow({ tx, choices }: Writing, plan: RowPlan): number {
  let changed = 0
  for (const part of plan.parts) {
    if (part.held === null) continue
    const fields = Object.fromEntries(taken(plan, part, choices).map(({ column, value }) => [column.field, value]))
    const back = part.held.trashed && (part.link === null || Object.keys(fields).length > 0) ? { trashedAt: null } : {}
    if (Object.keys(fields).length + Object.keys(back).length === 0) continue
    tx.change(part.entity, part.id, { ...fields, ...back })
    changed += 1
  }
  return changed
}

function trashRow({ tx, now }: Writing, { parts, row }: RowPlan): void {
  for (const { entity, id, link } of parts) {
    // what only says how the record is called goes with it as it is: it comes back with it
    if (link !== null) continue
    if (!isTrashable(entity)) tx.change(entity, id, { trashedAt: now })
    else
      try {
        trash(tx, entity, id, now)
      } catch (error) {
        if (!(error instanceof RegistryError) || error.code !== 'in_use') throw error
        throw new RegistryError('in_use', error.message, [
          { field: row.key, record: id, rule: 'book.in_use', params: { label: row.label } },
        ])
      }
  }
}

/** What was taken from the file names nothing that stays in the trash. */
function checkNamed({ tx, choices }: Writing, plans: readonly RowPlan[]): void {
  for (const plan of plans)
    for (const { column, value, shown } of plan.cells) {
      if (column.target === null || !sheetOf(column.target) || choiceOf(plan.row, shown, choices) !== 'theirs') continue
      if (typeof value !== 'string' || readRecord(tx.db, column.target, value)['trashedAt'] === null) continue
      const params = { typed: shown.theirs ?? '' }
      throw new RegistryError('invalid_input', 'in the trash', [
        { field: plan.row.key, rule: 'book.ref_trashed', params },
      ])
    }
}

const DECISIONS = new Set<EntityName>(['decision', 'decision_act'])

/** Dates as they are once everything is written: choices may have mixed those of the file with those of the register. */
function checkDecisions(tx: Tx, plans: readonly RowPlan[]): void {
  const touched = new Set<string>()
  for (const { row } of plans.filter(({ row: { sheet } }) => DECISIONS.has(sheet)))
    touched.add(row.sheet === 'decision' ? row.key : String(readRecord(tx.db, 'decision_act', row.key)['decision']))
  for (const decision of touched) {
    const signed = readRecord(tx.db, 'decision', decision)['signed'] as PartialDate | null
    const acts = prepare<[string], { id: string }>(tx.db, ACTS).all(decision)
    const dated = acts.map(
      ({ id }) =>
        readRecord(tx.db, 'decision_act', id) as { effective: PartialDate | null; expiry: PartialDate | null },
    )
    const problems = checkActs(dated, signed)
    if (problems.length > 0) throw new RegistryError('bad_dates', 'an end before its beginning', problems)
    refuseUndated(tx.db, decision)
  }
}

const ACTS = `SELECT a.id FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE d.id = ? AND a.trashed_at IS NULL ORDER BY a.position, a.rid`
