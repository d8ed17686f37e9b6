// Every row of the file against the register, cell by cell in three ways: as exported (base), in the register now (ours), in the file (theirs).
// Only what the file says otherwise than at the export is an edit; what the register changed meanwhile and the file did not stays.
import type { Job } from '../../jobs/job'
import type { EntityName } from '../../model/entities'
import type { BookCell, BookProblem, BookRow, BookVerdict } from '../../model/shapes/book'
import type { ReadDb } from '../../store/database'
import { textOf } from '../cells'
import { changedBy, type Base } from './base'
import { headingOf, type BookColumn, type BookSheet } from './layout'
import { newId, type BookNames } from './names'
import type { BookFile, BookFileRow, BookFileSheet } from './read-book'
import { identify, type Identified, type IdentifiedRow } from './row-identity'
import { isRequired, readCell, wordsOf } from './values'
import { companionsOn, type BookView, type Held } from './view'

export interface Merging {
  db: ReadDb
  file: BookFile
  view: BookView
  day: string
  base: Base
  names: BookNames
  /** ids of exported records by kind and row code */
  remembered: ReadonlyMap<string, string>
  watch: Job
}

export const rememberedBy = (entity: EntityName, code: string | null): string => `${entity} ${code ?? ''}`

export interface PartPlan {
  entity: EntityName
  id: string
  /** what it was at the export, where another record has taken its place since */
  baseId: string
  held: Held | null
  /** how a companion points to the main record */
  link: { field: string; id: string } | null
}

export interface CellPlan {
  column: BookColumn
  /** what the file says; null: emptied */
  value: unknown
  shown: BookCell
}

export interface RowPlan {
  row: BookRow
  sheet: BookSheet
  parts: PartPlan[]
  cells: CellPlan[]
  /** of a row added before with other words: the same as a record of its own */
  other: RowPlan | null
}

export function mergeRows(merging: Merging): RowPlan[] {
  const { file, view, names, watch } = merging
  const identified = file.sheets.map((sheet) => ({ sheet, ...identify(file, sheet) }))
  const known = new Set(file.records.map(({ id }) => id))
  for (const { sheet, rows } of identified) {
    for (const each of rows.filter(({ id, problem }) => problem === null && !known.has(id))) {
      // once answered with “another record”, the same words are that other record
      const other = idOfOther(file, each.row, sheet.sheet.entity)
      if (view.record(other)) each.id = other
      names.add(each.row, sheet.sheet.entity, each.id)
    }
  }
  const plans: RowPlan[] = []
  for (const [at, each] of identified.entries()) {
    watch.progress(at, identified.length)
    const companions = companionsNow(merging, each.sheet.sheet)
    for (const row of each.rows) {
      if (plans.length % 200 === 0) watch.check()
      plans.push(mergeRow(merging, each.sheet, row, companions))
    }
    for (const gone of each.gone) plans.push(...missingRow(merging, each.sheet, gone))
  }
  return plans
}

/** Of each companion of the sheet, the living record that holds today, by the main record it belongs to. */
type Companions = ReadonlyMap<EntityName, ReadonlyMap<string, Held>>

const companionsNow = ({ view, day }: Merging, { parts }: BookSheet): Companions =>
  new Map(parts.slice(1).map(({ entity, of }) => [entity, companionsOn(view, { entity, of: of! }, day)]))

function partsOf(
  { file, view, remembered }: Merging,
  sheet: BookSheet,
  { row, id, own }: IdentifiedRow,
  companions: Companions,
): PartPlan[] {
  return sheet.parts.map(({ entity, of }, at): PartPlan => {
    if (of === null) return { entity, id, baseId: id, held: view.record(id) ?? null, link: null }
    const given = own ? row.ids[at] : null
    const baseId = given ?? remembered.get(rememberedBy(entity, row.code)) ?? newId(file, entity, id)
    const now = companions.get(entity)?.get(id)
    const recordId = now?.id ?? baseId
    return { entity, id: recordId, baseId, held: view.record(recordId) ?? null, link: { field: of, id } }
  })
}

function mergeRow(merging: Merging, from: BookFileSheet, identified: IdentifiedRow, companions: Companions): RowPlan {
  const plan = compareRow(merging, from, identified, companions)
  if (plan.row.case !== 'again') return plan
  const id = idOfOther(merging.file, identified.row, from.sheet.entity)
  return { ...plan, other: compareRow(merging, from, { ...identified, id }, companions) }
}

/** The id of a row that is not what its code was added as before: its words make it. */
function idOfOther(file: BookFile, { code, cells }: BookFileRow, entity: EntityName): string {
  const words = [...cells].map(([{ key }, cell]) => [key, textOf(cell)])
  return newId(file, entity, JSON.stringify([code, words]))
}

function compareRow(
  merging: Merging,
  { sheet }: BookFileSheet,
  identified: IdentifiedRow,
  companions: Companions,
): RowPlan {
  const { names } = merging
  const { row, id, problem } = identified
  const parts = partsOf(merging, sheet, identified, companions)
  const cells = problem === null ? mergeCells(merging, sheet, identified, parts) : []
  const main = parts[0]!.held
  const first = sheet.columns.map((column) => textOf(row.cells.get(column) ?? null)).find((text) => text !== null)
  const shown: BookRow = {
    key: id,
    sheet: sheet.entity,
    row: row.number,
    code: row.code ?? '',
    label: (main && names.labelOf(id)) || (first ?? ''),
    verdict: 'same',
    case: caseOf(merging, main, id, cells),
    cells: cells.map((cell) => cell.shown),
    problems: problem === null ? [] : [problem],
  }
  shown.verdict = verdictOf(shown, main)
  return { row: shown, sheet, parts, cells, other: null }
}

function caseOf({ base }: Merging, main: Held | null, id: string, cells: readonly CellPlan[]): BookRow['case'] {
  if (main?.trashed) return !base.has(id) || cells.length > 0 ? 'trashed' : null
  return main && !base.has(id) && cells.length > 0 ? 'again' : null
}

/** A row of the trash is answered as one. */
export function verdictOf(row: BookRow, main: Held | null): BookVerdict {
  const kinds = new Set(row.cells.map(({ kind }) => kind))
  if (row.problems.length > 0 || kinds.has('error')) return 'error'
  if (row.case === 'trashed' || kinds.has('conflict')) return 'conflict'
  if (main === null && row.row !== null) return 'new'
  if (kinds.has('change')) return 'change'
  return kinds.has('emptied') || row.case === 'missing' ? 'asked' : 'same'
}

function mergeCells(
  merging: Merging,
  sheet: BookSheet,
  { row }: IdentifiedRow,
  parts: readonly PartPlan[],
): CellPlan[] {
  return sheet.columns.flatMap((column): CellPlan[] => {
    const cell = row.cells.get(column)
    const part = parts[column.part]!
    if (cell === undefined && parts[0]!.held !== null) return []
    const found = mergeCell(merging, { sheet, column, part, isNew: parts[0]!.held === null }, cell ?? null)
    return found === null ? [] : [found]
  })
}

interface Place {
  sheet: BookSheet
  column: BookColumn
  part: PartPlan
  /** the row is added */
  isNew: boolean
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function mergeCell(
  merging: Merging,
  { sheet, column, part, isNew }: Place,
  cell: Parameters<typeof textOf>[0],
): CellPlan | null {
  const { base, names, file, db } = merging
  const { language } = file.manifest
  const words = (value: unknown): string | null => wordsOf(language, column, value, names)
  const before = base.has(part.baseId) ? base.value(part.baseId, column.field) : null
  // of a row in the trash its last values; of a companion there none
  const now =
    part.held === null || (part.held.trashed && part.link !== null) ? null : (part.held.values[column.field] ?? null)
  const typed = textOf(cell)
  const plan = (kind: BookCell['kind'], value: unknown, more: Partial<BookCell> = {}): CellPlan => ({
    column,
    value,
    shown: {
      column: column.key,
      heading: headingOf(language, sheet, column),
      kind,
      base: words(before),
      ours: words(now),
      theirs: typed,
      ...more,
    },
  })
  if (typed === null) {
    if (isNew || words(before) === null || now === null) return null
    return plan('emptied', null, isRequired(column.entity, column.field) ? { problem: { rule: 'book.required' } } : {})
  }
  if (typed === words(before) && !isNew) return null
  const read = readCell(language, column, cell, names)
  if ('problem' in read) return plan('error', null, { problem: read.problem })
  if (!isNew && alike(read.value, before)) return null
  if (alike(read.value, now)) return null
  if (isNew) return plan('new', read.value)
  if (alike(before, now)) return plan('change', read.value)
  return plan('conflict', read.value, part.held === null ? {} : changedBy(db, part.held.id, column.field))
}

function missingRow(
  { view, names, remembered }: Merging,
  { sheet }: BookFileSheet,
  gone: Identified['gone'][number],
): RowPlan[] {
  const held = view.record(gone.id)
  if (held === undefined || held.trashed) return []
  const parts = sheet.parts.map(({ entity, of }): PartPlan | null => {
    if (of === null) return { entity, id: gone.id, baseId: gone.id, held, link: null }
    const id = remembered.get(rememberedBy(entity, gone.code))
    return id === undefined
      ? null
      : { entity, id, baseId: id, held: view.record(id) ?? null, link: { field: of, id: gone.id } }
  })
  const row: BookRow = {
    key: gone.id,
    sheet: sheet.entity,
    row: null,
    code: gone.code,
    label: names.labelOf(gone.id) || gone.label,
    verdict: 'asked',
    case: 'missing',
    cells: [],
    problems: [],
  }
  return [{ row, sheet, parts: parts.filter((part) => part !== null), cells: [], other: null }]
}

export const rowProblem = (plan: RowPlan, problem: BookProblem): void => {
  plan.row.problems.push(problem)
  plan.row.verdict = 'error'
}

export function cellProblem(plan: RowPlan, column: BookColumn, problem: BookProblem): void {
  const cell = plan.cells.find((each) => each.column === column)
  if (cell === undefined) return rowProblem(plan, problem)
  cell.shown.kind = 'error'
  cell.shown.problem = problem
  plan.row.verdict = 'error'
}
