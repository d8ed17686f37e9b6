// One row against its laboratory: which cells differ, what they mean, and the plan that would make the register say the same.
// A blank cell keeps what is there; a cell that reads as exported is not judged at all.
import type { ImportRow } from '../../model/shapes/exchange'
import { mayHaveOldAreaCode, suggestAreaCode, tidyPhones } from '../../model/phones'
import { say } from '../../model/texts/say'
import { decisionKeys, listForm, type HeadingKey } from '../form'
import { compareAccreditations, type AccreditationCells } from './accreditations'
import { squash } from './file-row'
import { codeKeys } from './match'
import type { OwnerBook } from './owners'
import type { HeldAccreditation, LabDetails, RegisterView } from './register-view'
import { isNote } from './row-plan'
import { differs, exported, verdictOf, type RowState } from './row-state'
import {
  readCodes,
  readDecision,
  readFields,
  readSchemes,
  readStandards,
  readText,
  type Choice,
  type Read,
  type TextKey,
} from './values'

const importable: readonly HeadingKey[] = [
  ...listForm.filter((column) => column.field && column.key !== 'id').map((column) => column.key),
  ...decisionKeys,
]
const plain = ['nameVi', 'nameEn', 'phone', 'email', 'website'] as const satisfies readonly TextKey[]

/** Columns that speak of sites and accreditations; where none differs, those need not be looked up. */
const beyondTheLab = ['address', 'codes', 'schemes', 'standards', 'fields', ...decisionKeys] as const

/** Fills the plan of a row about a known laboratory or a new one. */
export function compareRow(state: RowState, book: OwnerBook, view: RegisterView, byId: boolean): void {
  const asked = beyondTheLab.some((key) => differs(state.row, state.lab, key))
  const details = state.lab && asked ? view.details(state.lab.id) : { sites: [], accreditations: [] }
  for (const key of plain) takeText(state, key)
  takeNote(state)
  book.take(state)
  if (asked) {
    takeAddress(state, details)
    takeAccreditations(state, { view, held: details.accreditations, byId })
  }
  noteComputed(state)
}

function taken<T>(state: RowState, read: Read<T>): T | null {
  if ('value' in read) return read.value
  state.problems.push(...read.problems)
  return null
}

/** The note of the file, else of the register, and below it what is kept of columns that the form does not know; a line that stands there already is not written twice. */
function takeNote(state: RowState): void {
  const { row, lab, plan } = state
  if (row.kept.length === 0) return takeText(state, 'note')
  const held = exported(lab, 'note')
  const own = row.text('note')
  const base = own === null ? held : taken(state, readText(row, 'note'))
  const lines = (base ?? '').split('\n').filter((line) => line !== '')
  const note = [...lines, ...row.kept.filter((line) => !lines.includes(line))].join('\n')
  // what the register had kept from an earlier file stays
  if (note === held || (own === null && row.kept.every((line) => held?.split('\n').includes(line)))) return
  state.touched.add('note')
  state.note = note
  if (note.length > 4_000) state.problems.push(row.problem('note', 'too_long', { max: 4_000 }))
  else plan.fields.note = note
}

/** Suggested and never written by itself: since 2018 such a number may be a mobile's too. */
function noteAreaCode({ row, problems }: RowState, value: string): void {
  if (!mayHaveOldAreaCode(value)) return
  for (const typed of tidyPhones(value).phones) {
    const suggestion = suggestAreaCode(typed)
    if (suggestion !== null) problems.push(row.problem('phone', 'note.old_area_code', { typed, suggestion }))
  }
}

/** Where blank means to empty, and there is something to empty. */
function emptied(state: RowState, key: Exclude<(typeof plain)[number], 'nameVi'> | 'note'): boolean {
  if (!state.row.clears(key) || exported(state.lab, key) === null) return false
  state.touched.add(key)
  state.plan.fields[key] = null
  return true
}

function takeText(state: RowState, key: (typeof plain)[number] | 'note'): void {
  if (key !== 'nameVi' && emptied(state, key)) return
  if (!differs(state.row, state.lab, key)) return
  const value = taken(state, readText(state.row, key))
  if (key === 'nameVi' && value !== null && value === squash(exported(state.lab, key) ?? '')) return
  state.touched.add(key)
  if (value !== null) state.plan.fields[key] = value
  if (key === 'phone' && value !== null) noteAreaCode(state, value)
}

/** Sites stand in one cell, parted by |. One site can be changed here, several cannot: which of them was meant would be a guess. */
function takeAddress(state: RowState, { sites }: LabDetails): void {
  const { row, plan } = state
  if (!differs(row, state.lab, 'address')) return
  const parts = addressesIn(row.text('address') ?? '')
  const own = sites.flatMap((site) => site.address ?? [])
  if (parts.length === own.length && parts.every((part, at) => part === own[at])) return
  state.touched.add('address')
  if (parts.some((part) => part.length > 500)) state.problems.push(row.problem('address', 'too_long', { max: 500 }))
  else if (parts.length === 1) {
    const read = taken(state, readText(row, 'address'))
    if (read === null) return
    if (sites.length > 1) state.problems.push(row.problem('address', 'several_sites', { count: sites.length }))
    else plan.sites = sites[0] ? { change: { id: sites[0].id, address: read } } : { add: [read] }
  } else if (sites.length > 0)
    state.problems.push(row.problem('address', 'several_sites', { count: Math.max(sites.length, parts.length) }))
  else if (parts.length > 0) plan.sites = { add: parts }
}

const addressesIn = (text: string): string[] =>
  text.includes('|')
    ? text
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [text]

interface Holding {
  view: RegisterView
  held: readonly HeldAccreditation[]
  byId: boolean
}

export function takeAccreditations(state: RowState, { view, held, byId }: Holding): void {
  const { row, lab, plan } = state
  const problemsBefore = state.problems.length
  const cells = readAccreditationCells(state, view, held)
  if (state.problems.length > problemsBefore) return touchDiffering(state)
  const steps = compareAccreditations({ row, cells, held, byId, schemes: view.schemes })
  plan.edit = steps.edit
  plan.add = steps.add
  state.problems.push(...steps.problems)
  for (const key of steps.touched.all) if (differs(row, lab, key)) state.touched.add(key)
  if (steps.problems.some((problem) => !isNote(problem))) touchDiffering(state)
  noteShared(state, view)
}

/** In a row with a problem every differing cell is shown: none of them has been understood for sure. */
function touchDiffering(state: RowState): void {
  for (const key of ['schemes', 'codes', 'standards', 'fields', ...decisionKeys] as const)
    if (differs(state.row, state.lab, key)) state.touched.add(key)
}

function readAccreditationCells(
  state: RowState,
  view: RegisterView,
  held: readonly HeldAccreditation[],
): AccreditationCells {
  const { row, lab } = state
  const schemes = readSchemeCell(state, view, held)
  return {
    schemes,
    codes: differs(row, lab, 'codes')
      ? taken(state, readCodes(row, schemes?.length === 1 ? schemes[0]!.key : undefined))
      : null,
    standards: differs(row, lab, 'standards') ? readStandards(row, view.standards) : null,
    fields: differs(row, lab, 'fields') ? readFields(row, view.fields) : null,
    decision: taken(state, readDecision(row)),
  }
}

/** An unchanged scheme cell still says which schemes there are in the end, e.g. when a code of another scheme is added. */
function readSchemeCell(state: RowState, view: RegisterView, held: readonly HeldAccreditation[]): Choice[] | null {
  if (state.row.text('schemes') === null) return null
  if (differs(state.row, state.lab, 'schemes')) return taken(state, readSchemes(state.row, view.schemes))
  return view.schemes.filter((scheme) => held.some((accreditation) => accreditation.scheme === scheme.key))
}

/** A code that other laboratories have too is allowed (one code can cover several) and said. */
function noteShared(state: RowState, view: RegisterView): void {
  if (!state.touched.has('codes')) return
  const other = codeKeys(state.row)
    .flatMap((key) => view.withCode(key))
    .find((lab) => lab.id !== state.lab?.id)
  if (other) state.problems.push(state.row.problem('codes', 'note.code_shared', { name: other.name }))
}

/** Someone who edits a computed cell believes it counts: it is said that it does not. What changes with every day, or was only copied along, is not told. */
function noteComputed(state: RowState): void {
  const { row, lab, problems } = state
  if (differs(row, lab, 'expiry')) problems.push(row.problem('expiry', 'note.computed'))
  for (const key of ['area', 'status'] as const) {
    if (differs(row, lab, key) && exported(lab, key) !== null) problems.push(row.problem(key, 'note.computed'))
  }
}

export function shown(state: RowState): ImportRow {
  const verdict = verdictOf(state)
  const cells: ImportRow['cells'] = []
  for (const key of importable) {
    const text = state.row.text(key)
    if ((verdict !== 'new' || text === null || !state.row.takes(key)) && !state.touched.has(key)) continue
    cells.push({
      column: state.row.heading(key) ?? say('vi', `exchange.columns.${key}`),
      before: exported(state.lab, key),
      after: key === 'note' && state.note !== null ? state.note : text,
    })
  }
  return { row: state.row.number, verdict, label: state.label, cells, problems: state.problems }
}
