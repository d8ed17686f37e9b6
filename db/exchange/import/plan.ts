// A file and a register → what an import would do, row by row, with a fingerprint over all of it. Writes nothing.
import { createHash } from 'node:crypto'
import type { Job } from '../../jobs/job'
import type { ImportChoices } from '../../model/imports'
import { fold } from '../../model/text/fold'
import type { ImportPreview, ImportRow, RowVerdict } from '../../model/shapes/exchange'
import type { ReadDb } from '../../store/database'
import { columnOf, decisionKeys, FORM_VERSION } from '../form'
import { withSnapshot } from '../connection'
import { formOf } from '../headings'
import { readTable, type Table, type TableSource } from '../read-table'
import { compareRow, shown } from './compare-row'
import { rowReader, squash, type FileRow } from './file-row'
import { checkIdentities } from './identities'
import { joinRow } from './join-row'
import { matchRow, type EarlierLab, type EarlierLabs } from './match'
import { ownerBook } from './owners'
import { viewRegister, type RegisterView } from './register-view'
import type { ImportPlan } from './row-plan'
import { startRow, verdictOf, type RowState } from './row-state'

export interface ImportJob {
  register: string
  /** the file to import, or what was pasted */
  source: TableSource
  choices: ImportChoices
  day: string
}

/** Unchanged rows beyond this many are counted but not listed. */
export const MOST_SAME_ROWS = 5_000

/** Throws what `readTable` throws; cancelled. */
export async function planImport({ register, source, choices, day }: ImportJob, watch: Job): Promise<ImportPlan> {
  const table = await readTable(source, choices)
  watch.check()
  return withSnapshot(register, (db) => planTable(db, table, day, watch))
}

export function planTable(db: ReadDb, table: Table, day: string, watch: Job): ImportPlan {
  const view = viewRegister(db, { day, language: table.header.language }, watch)
  const states = compareRows(table, view, watch)
  const rows = states.map(shown)
  const counts: Record<RowVerdict, number> = { new: 0, change: 0, same: 0, error: 0 }
  for (const row of rows) counts[row.verdict] += 1
  let same = 0
  const preview: ImportPreview = {
    fingerprint: fingerprintOf(table, view, rows),
    file: table.file,
    sheet: table.sheet,
    register: view.fingerprint,
    reading: table.reading,
    counts,
    columns: table.header.columns.map(({ heading, key, kept }) => ({
      heading,
      field: isImported(key) ? key : null,
      computed: key !== null && !isImported(key),
      kept: kept === true,
    })),
    form: formOf(table.header.columns),
    leftOut: table.leftOut,
    rows: rows.filter((row) => row.verdict !== 'same' || (same += 1) <= MOST_SAME_ROWS),
  }
  const plans = states.filter((state) => ['new', 'change'].includes(verdictOf(state))).map((state) => state.plan)
  return { preview, rows: plans, file: table.file, sha256: table.sha256, register: view.fingerprint, seq: view.seq }
}

const isImported = (key: string | null): boolean =>
  key !== null && (columnOf(key)?.field === true || decisionKeys.some((each) => each === key))

/** Every row in order, each judged in the light of those above it. */
function compareRows(table: Table, view: RegisterView, watch: Job): RowState[] {
  const read = rowReader(table.header, table.choices)
  const book = ownerBook(view)
  const earlier = earlierLabs()
  const about = new Map<string, RowState[]>()
  const states: RowState[] = []
  for (const [at, sheetRow] of table.rows.entries()) {
    if (at % 100 === 0) {
      watch.check()
      watch.progress(at, table.rows.length)
    }
    const row = read(sheetRow)
    const matched = matchRow(row, view, earlier, table.choices.key)
    const { match } = matched
    const state = startRow(row, matched)
    states.push(state)
    if (match.kind === 'none') continue
    const key = match.kind === 'known' ? match.lab.id : `row ${match.kind === 'earlier' ? match.lab.row : row.number}`
    const others = about.get(key)
    if (others) joinRow(state, others, view)
    else compareRow(state, book, view, match.kind === 'known' && match.byId)
    if (others) others.push(state)
    else about.set(key, [state])
    if (match.kind === 'new') earlier.add(identityOf(row))
  }
  book.close()
  checkIdentities(states, view)
  failJoined(states)
  return states
}

function identityOf(row: FileRow): EarlierLab {
  const owner = row.text('owner')
  return { row: row.number, name: squash(row.text('nameVi') ?? ''), owner: owner === null ? null : squash(owner) }
}

/** A row cannot join one that is not imported. */
function failJoined(states: readonly RowState[]): void {
  const failed = new Set<number>()
  for (const state of states) {
    const { joins } = state.plan
    if (joins !== null && failed.has(joins) && verdictOf(state) !== 'error')
      state.problems.push(state.row.problem(null, 'row_failed', { row: joins }))
    if (verdictOf(state) === 'error') failed.add(state.row.number)
  }
}

function earlierLabs(): EarlierLabs & { add(lab: EarlierLab): void } {
  const exact = new Map<string, EarlierLab[]>()
  const folded = new Map<string, EarlierLab[]>()
  const put = (map: Map<string, EarlierLab[]>, key: string, lab: EarlierLab): void => {
    const group = map.get(key)
    if (group) group.push(lab)
    else map.set(key, [lab])
  }
  return {
    named: (name) => exact.get(name) ?? [],
    namedLike: (name) => folded.get(fold(name)) ?? [],
    add(lab) {
      put(exact, lab.name, lab)
      put(folded, fold(lab.name), lab)
    },
  }
}

/** Over the file, the form, every row as judged, and the register it was compared with: equal only when an import would do the same. */
function fingerprintOf(table: Table, view: RegisterView, rows: readonly ImportRow[]): string {
  const hash = createHash('sha256').update(
    JSON.stringify([table.sha256, FORM_VERSION, table.sheet, view.fingerprint, table.choices]),
  )
  for (const row of rows) hash.update('\n').update(JSON.stringify(row))
  return hash.digest('hex')
}
