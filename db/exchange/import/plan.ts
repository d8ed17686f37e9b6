// A file and a register → what an import would do, row by row, with a fingerprint over all of it. Writes nothing.
import { createHash } from 'node:crypto'
import type { Job } from '../../jobs/job'
import { isAboutLabs, targetKeys, type ImportChoices } from '../../model/imports'
import { folded } from '../folded'
import type { ImportPreview, ImportRow, RowVerdict } from '../../model/shapes/exchange'
import { currentSeq, type ReadDb } from '../../store/database'
import { fingerprint } from '../../store/log'
import { columnOf, FORM_VERSION } from '../form'
import { withSnapshot } from '../connection'
import { readTable, type Table, type TableSource } from '../read-table'
import { flagChanged } from './changed-since'
import { compareRow, shown } from './compare-row'
import { rowReader, type FileRow } from './file-row'
import { checkIdentities } from './identities'
import { joinRow } from './join-row'
import { judgeLines } from './lines'
import { matchRow, type EarlierLab, type EarlierLabs } from './match'
import { ownerBook } from './owners'
import { judgePapers } from './papers'
import { fieldChoices, viewRegister, type RegisterView } from './register-view'
import { stoppedBy, type ImportPlan } from './row-plan'
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
  // how long opening takes is not known, but it can be stopped from the start
  watch.progress(0, null)
  const table = await readTable(source, choices)
  watch.check()
  return withSnapshot(register, (db) => planTable(db, table, day, watch))
}

export function planTable(db: ReadDb, table: Table, day: string, watch: Job): ImportPlan {
  const target = table.choices.target ?? 'registry'
  const judged = isAboutLabs(target) ? judgeLabs(db, table, day, watch) : judgeList(db, table, day)
  const { rows, register, seq } = judged
  const counts: Record<RowVerdict, number> = { new: 0, change: 0, same: 0, conflict: 0, error: 0 }
  for (const row of rows) counts[row.verdict] += 1
  let same = 0
  const preview: ImportPreview = {
    fingerprint: fingerprintOf(table, register, rows),
    file: table.file,
    sha256: table.sha256,
    target,
    sheet: table.sheet,
    sheets: table.sheets,
    register,
    seq,
    reading: table.reading,
    counts,
    columns: table.header.columns.map(({ heading, key, kept }) => ({
      heading,
      field: key !== null && targetKeys[target].some((each) => each === key) ? key : null,
      computed: key !== null && columnOf(key)?.field === false,
      kept: kept === true,
      outside: key !== null && columnOf(key)?.field !== false && !targetKeys[target].some((each) => each === key),
    })),
    form: table.header.form,
    leftOut: table.leftOut,
    rows: rows.filter((row) => row.verdict !== 'same' || (same += 1) <= MOST_SAME_ROWS),
  }
  return { preview, ...judged.steps, file: table.file, sha256: table.sha256, register, seq }
}

interface Judged {
  rows: ImportRow[]
  steps: Pick<ImportPlan, 'rows' | 'papers' | 'lines'>
  /** fingerprint and seq of the register */
  register: string
  seq: number
}

function judgeLabs(db: ReadDb, table: Table, day: string, watch: Job): Judged {
  const view = viewRegister(db, { day, language: table.header.language }, watch)
  const states = compareRows(table, view, watch)
  const { since, sure = [] } = table.choices
  if (since !== undefined && since < view.seq) flagChanged(db, states, { since, sure })
  failJoined(states)
  const plans = states.filter((state) => ['new', 'change'].includes(verdictOf(state))).map((state) => state.plan)
  const steps = { rows: plans, papers: [], lines: [] }
  return { rows: states.map(shown), steps, register: view.fingerprint, seq: view.seq }
}

/** Lists whose rows are no laboratories. */
function judgeList(db: ReadDb, table: Table, day: string): Judged {
  const read = rowReader(table.header, table.choices)
  const rows = table.rows.map(read)
  const about = { register: fingerprint(db), seq: currentSeq(db) }
  if (table.choices.target === 'decisions') {
    const judged = judgePapers(db, rows, day)
    return { ...about, rows: judged.rows, steps: { rows: [], papers: judged.steps, lines: [] } }
  }
  const judged = judgeLines(db, rows, { day, fields: fieldChoices(db) })
  return { ...about, rows: judged.rows, steps: { rows: [], papers: [], lines: judged.steps } }
}

/** Every row in order, each judged in the light of those above it. */
function compareRows(table: Table, view: RegisterView, watch: Job): RowState[] {
  const read = rowReader(table.header, table.choices)
  const book = ownerBook(view)
  const earlier = earlierLabs()
  /** by id, or the number of the row that adds the laboratory */
  const about = new Map<string | number, RowState[]>()
  const states: RowState[] = []
  const adds = table.choices.target !== 'accreditations'
  // a list of accreditations may name them by code alone
  const named = table.header.columns.some((column) => column.key === 'nameVi')
  const key = table.choices.key ?? (adds || named ? 'auto' : 'code')
  for (const [at, sheetRow] of table.rows.entries()) {
    if (at % 100 === 0) {
      watch.check()
      watch.progress(at, table.rows.length)
    }
    const row = read(sheetRow)
    const matched = matchRow(row, view, earlier, key)
    const { match } = matched
    const state = startRow(row, matched)
    states.push(state)
    if (match.kind === 'new' && !adds)
      state.problems.push(
        row.problem(named ? 'nameVi' : 'codes', named ? 'lab_unknown' : 'code_unknown', {
          typed: state.label || (row.text('codes') ?? ''),
        }),
      )
    if (match.kind === 'none' || (match.kind === 'new' && !adds)) continue
    const lab = match.kind === 'known' ? match.lab.id : match.kind === 'earlier' ? match.lab.row : row.number
    const others = about.get(lab)
    if (others) joinRow(state, others, view)
    else compareRow(state, book, view, match.kind === 'known' && match.byId)
    if (others) others.push(state)
    else about.set(lab, [state])
    if (match.kind === 'new') earlier.add(identityOf(row))
  }
  book.close()
  checkIdentities(states, view)
  return states
}

const identityOf = (row: FileRow): EarlierLab => ({
  row: row.number,
  name: row.line('nameVi') ?? '',
  owner: row.line('owner'),
})

/** A row cannot join one that is not imported. */
function failJoined(states: readonly RowState[]): void {
  const failed = new Set<number>()
  for (const state of states) {
    const { joins } = state.plan
    if (joins !== null && failed.has(joins) && stoppedBy(state.problems) === null)
      state.problems.push(state.row.problem(null, 'row_failed', { row: joins }))
    if (stoppedBy(state.problems) !== null) failed.add(state.row.number)
  }
}

const NONE: readonly EarlierLab[] = []

function earlierLabs(): EarlierLabs & { add(lab: EarlierLab): void } {
  const byFolded = new Map<string, EarlierLab[]>()
  return {
    namedLike: (name) => byFolded.get(folded(name)) ?? NONE,
    add(lab) {
      const key = folded(lab.name)
      const group = byFolded.get(key)
      if (group) group.push(lab)
      else byFolded.set(key, [lab])
    },
  }
}

/** Letters hashed at once. */
const PIECE = 65_536

/** Over the file, the form, every row as judged, and the register it was compared with: equal only when an import would do the same. What the
    cells become stands in the file, whose hash is in it. */
function fingerprintOf(table: Table, register: string, rows: readonly ImportRow[]): string {
  const hash = createHash('sha256').update(
    JSON.stringify([table.sha256, FORM_VERSION, table.sheet, register, table.choices]),
  )
  let held = ''
  for (const row of rows) {
    held += judged(row)
    if (held.length < PIECE) continue
    hash.update(held)
    held = ''
  }
  return hash.update(held).digest('hex')
}

/** What is new shows the file's own cells. No text of a row holds the sign that parts them here. */
function judged({ row, verdict, label, cells, problems }: ImportRow): string {
  if (verdict === 'new' && problems.length === 0) return `\0${row}\0new`
  let text = `\0${row}\0${verdict}\0${label}`
  for (const { column, before } of cells) text += before === null ? `\0${column}` : `\0${column}\0=${before}`
  return problems.length === 0 ? text : `${text}\0${JSON.stringify(problems)}`
}
