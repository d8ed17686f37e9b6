// Everything computed from the logged tables: name keys, day bounds of dated rows, status spans, days of scope lines, search text. Never logged;
// written in the same transaction as the change that calls for it, or all at once after a replay or when the rules' version grows.
import type { EntityName } from '../model/entities'
import { parseCode } from '../model/codes/parse'
import { codeKey, fold } from '../model/text/fold'
import { sortKey } from '../model/text/collate'
import { indexAll, indexLabs, indexLines } from '../search/indexing'
import { prepare, type ReadDb, type WriteDb } from './database'
import { writeAllDays, writeDays } from './dated-days'
import { CONCERNED, writeFlags } from './flags'
import { writeLineDays } from './line-days'
import { setLocal } from './local'
import { writeLabSpans, writeSpans } from './spans'

/** Grows whenever a rule below changes its results; an older register is derived anew when it is opened. */
export const rulesVersion = 3

/** Rows a set has created or changed, by entity. */
export type Touched = Map<EntityName, Set<number>>

const names = ['organization_name', 'laboratory_name', 'admin_unit'] as const

/** Recomputes what depends on the touched rows. */
export function derive(db: WriteDb, touched: Touched): void {
  const rids = (entity: EntityName): Set<number> => touched.get(entity) ?? new Set()
  for (const table of names) for (const rid of rids(table)) deriveName(db, table, rid)
  const flagged = new Set<number>()
  for (const rid of rids('accreditation')) for (const key of deriveCode(db, rid)) addAll(flagged, sharing(db, key))

  const acts = new Set(rids('decision_act'))
  for (const decision of rids('decision'))
    addAll(acts, column(db, 'SELECT rid FROM decision_act WHERE decision_rid = ?', decision))
  writeDays(db, rids, acts)

  const accreditations = new Set(rids('accreditation'))
  for (const act of acts)
    addAll(accreditations, column(db, 'SELECT accreditation_rid AS rid FROM decision_act WHERE rid = ?', act))
  for (const coverage of rids('coverage'))
    addAll(accreditations, column(db, 'SELECT accreditation_rid AS rid FROM coverage WHERE rid = ?', coverage))
  for (const rid of accreditations) writeSpans(db, rid)
  addAll(flagged, accreditations)
  addFlagged(db, flagged, rids)
  for (const rid of flagged) writeFlags(db, rid)

  const labs = new Set(rids('laboratory'))
  for (const rid of accreditations)
    addAll(labs, column(db, 'SELECT laboratory_rid AS rid FROM coverage WHERE accreditation_rid = ?', rid))
  for (const coverage of rids('coverage'))
    addAll(labs, column(db, 'SELECT laboratory_rid AS rid FROM coverage WHERE rid = ?', coverage))
  for (const rid of labs) writeLabSpans(db, rid)

  indexLabs(db, addLabsToIndex(db, new Set(labs), rids))
  indexLines(db, rids('scope_line'))
  for (const rid of addScoped(db, accreditations, rids)) writeLineDays(db, rid)
}

const scoped = {
  act_line:
    'SELECT t.accreditation_rid AS rid FROM act_line n JOIN decision_act t ON t.rid = n.act_rid WHERE n.rid = ?',
  annex: 'SELECT t.accreditation_rid AS rid FROM annex x JOIN decision_act t ON t.rid = x.act_rid WHERE x.rid = ?',
  scope_line:
    'SELECT t.accreditation_rid AS rid FROM scope_line l JOIN annex x ON x.rid = l.annex_rid JOIN decision_act t ON t.rid = x.act_rid WHERE l.rid = ?',
} as const

/** Accreditations whose lines may hold on other days than before. */
function addScoped(db: ReadDb, accreditations: Set<number>, rids: (entity: EntityName) => Set<number>): Set<number> {
  const all = new Set(accreditations)
  for (const table of Object.keys(scoped) as (keyof typeof scoped)[])
    for (const rid of rids(table)) addAll(all, column(db, scoped[table], rid))
  return all
}

/** From a row to the accreditation whose flags rest on it. */
const FLAGGED = {
  accreditation_standard: 'SELECT accreditation_rid AS rid FROM accreditation_standard WHERE rid = ?',
  surveillance: 'SELECT accreditation_rid AS rid FROM surveillance WHERE rid = ?',
  annex: 'SELECT a.accreditation_rid AS rid FROM annex x JOIN decision_act a ON a.rid = x.act_rid WHERE x.rid = ?',
  signatory: `SELECT a.accreditation_rid AS rid FROM signatory g JOIN annex x ON x.rid = g.annex_rid
    JOIN decision_act a ON a.rid = x.act_rid WHERE g.rid = ?`,
} as const

/** Accreditations whose flags rest on a touched row beside their acts, or on a piece of evidence or a statement about them. */
function addFlagged(db: ReadDb, flagged: Set<number>, rids: (entity: EntityName) => Set<number>): void {
  for (const [table, sql] of Object.entries(FLAGGED))
    for (const rid of rids(table as keyof typeof FLAGGED)) addAll(flagged, column(db, sql, rid))
  for (const [table, about] of [
    ['evidence', 'record'],
    ['statement', 'subject'],
  ] as const) {
    for (const rid of rids(table)) {
      const { record } = prepare<[number], { record: string }>(
        db,
        `SELECT ${about} AS record FROM ${table} WHERE rid = ?`,
      ).get(rid)!
      addAll(
        flagged,
        prepare<[object], { rid: number }>(db, CONCERNED)
          .all({ record })
          .map((row) => row.rid),
      )
    }
  }
}

const sharing = (db: ReadDb, key: string): number[] =>
  key === ''
    ? []
    : prepare<[string], { rid: number }>(db, 'SELECT rid FROM accreditation WHERE code_key = ?')
        .all(key)
        .map((row) => row.rid)

function addLabsToIndex(db: ReadDb, labs: Set<number>, rids: (entity: EntityName) => Set<number>): Set<number> {
  for (const table of ['laboratory_name', 'laboratory_owner', 'site'] as const) {
    for (const rid of rids(table))
      addAll(labs, column(db, `SELECT laboratory_rid AS rid FROM ${table} WHERE rid = ?`, rid))
  }
  const owners =
    'SELECT o.laboratory_rid AS rid FROM laboratory_owner o JOIN organization_name n ON n.organization_rid = o.organization_rid WHERE n.rid = ?'
  for (const rid of rids('organization_name')) addAll(labs, column(db, owners, rid))
  return labs
}

/** Computes all derived data afresh, e.g. after a replay. */
export function deriveAll(db: WriteDb): void {
  for (const table of names) for (const rid of column(db, `SELECT rid FROM ${table}`)) deriveName(db, table, rid)
  writeAllDays(db)
  const accreditations = column(db, 'SELECT rid FROM accreditation')
  for (const rid of accreditations) deriveCode(db, rid)
  for (const rid of accreditations) {
    writeSpans(db, rid)
    writeFlags(db, rid)
    writeLineDays(db, rid)
  }
  const labs = column(db, 'SELECT rid FROM laboratory')
  for (const rid of labs) writeLabSpans(db, rid)
  indexAll(db, labs)
  setLocal(db, 'rules_version', String(rulesVersion))
}

function column(db: ReadDb, sql: string, ...parameters: number[]): number[] {
  return prepare<number[], { rid: number }>(db, sql)
    .all(...parameters)
    .map((row) => row.rid)
}

const addAll = (set: Set<number>, rids: Iterable<number>): void => {
  for (const rid of rids) set.add(rid)
}

function deriveName(db: WriteDb, table: (typeof names)[number], rid: number): void {
  const text = table === 'admin_unit' ? 'name' : 'vi'
  const { name } = prepare<[number], { name: string }>(db, `SELECT ${text} AS name FROM ${table} WHERE rid = ?`).get(
    rid,
  )!
  prepare(db, `UPDATE ${table} SET folded = ?, sort_key = ? WHERE rid = ?`).run(fold(name), sortKey(name), rid)
}

/** Sets the code's search key and the scheme its form belongs to; returns the old and the new key. */
function deriveCode(db: WriteDb, rid: number): string[] {
  const sql =
    'SELECT code_printed AS printed, coalesce(code, code_printed) AS code, code_key AS oldKey FROM accreditation WHERE rid = ?'
  const row = prepare<[number], { printed: string | null; code: string | null; oldKey: string }>(db, sql).get(rid)!
  const key = row.code === null ? '' : codeKey(row.code)
  const parsed = row.printed === null ? null : parseCode(row.printed)
  prepare(db, 'UPDATE accreditation SET code_key = ?, code_scheme = ? WHERE rid = ?').run(
    key,
    parsed?.ok ? parsed.value.scheme : null,
    rid,
  )
  return [row.oldKey, key]
}
