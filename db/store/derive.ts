// Everything computed from the logged tables: name keys, day bounds of dated rows, status spans, days of scope lines, search text. Never logged;
// written in the same transaction as the change that calls for it, or all at once after a replay or when the rules' version grows.
import type { Entity, EntityName } from '../model/entities'
import { parseCode } from '../model/codes/parse'
import { codeKey, fold } from '../model/text/fold'
import { sortKey } from '../model/text/collate'
import { indexAll, indexLabs, indexLines } from '../search/indexing'
import { columnOf, type rowOf } from './columns'
import { prepare, type ReadDb, type WriteDb } from './database'
import { writeAllDays, writeDays } from './dated-days'
import { concerned, writeFlags } from './flags'
import { writeLineChanges, writeLineDays } from './line-days'
import { setLocal } from './local'
import { reached } from './reached'
import { writeLabSpans, writeSpans } from './spans'

/** Grows whenever a rule below changes its results; an older register is derived anew when it is opened. */
export const rulesVersion = 3

/** Rows a set has created, changed in what is computed from, or taken something from, by entity. */
export type Touched = Map<EntityName, Set<number>>

export function touch(touched: Touched, entity: EntityName, rid: number): void {
  const rids = touched.get(entity)
  if (rids) rids.add(rid)
  else touched.set(entity, new Set([rid]))
}

/** `row`: as it is before its field changes. What it pointed at and is taken from loses something, so what is derived of that is derived anew too. */
export function touchChanged(touched: Touched, entity: EntityName, field: string, row: ReturnType<typeof rowOf>): void {
  touch(touched, entity, row.rid)
  const { target, names } = columnOf(entity, field)
  const before = row[names[0]!]
  if (target && typeof before === 'number') touch(touched, target, before)
}

/** Fields of large tables that nothing here is computed from: most of what is typed day by day calls for no index and no spans. */
const plain: { [E in EntityName]?: ReadonlySet<keyof Entity<E>> } = {
  organization: new Set([
    'sector',
    'taxCode',
    'address',
    'phone',
    'email',
    'website',
    'note',
    'dissolvedOn',
    'trashedAt',
  ]),
  laboratory: new Set(['kind', 'manager', 'phone', 'email', 'website', 'note', 'dissolvedOn', 'trashedAt']),
  site: new Set(['oldUnit', 'unit', 'phone', 'note']),
  accreditation: new Set(['organization', 'note']),
  decision: new Set(['kind', 'number', 'issuer', 'issuerPrinted', 'replaces', 'replacesPrinted', 'note']),
  scope_line: new Set(['position', 'field', 'site', 'range', 'cmc', 'inclusion', 'note']),
}

/** False where a change of this field of a record leaves everything derived as it is. */
export const isDerivedFrom = (entity: EntityName, field: string): boolean =>
  !(plain[entity] as ReadonlySet<string> | undefined)?.has(field)

const names = ['organization_name', 'laboratory_name', 'admin_unit'] as const

/** Recomputes what depends on the touched rows. */
export function derive(db: WriteDb, touched: Touched): void {
  if (touched.size === 0) return
  const rids = (entity: EntityName): Set<number> => touched.get(entity) ?? new Set()
  for (const table of names) for (const rid of rids(table)) deriveName(db, table, rid)
  const flagged = new Set<number>()
  for (const rid of rids('accreditation')) for (const key of deriveCode(db, rid)) addAll(flagged, sharing(db, key))

  const acts = new Set(rids('decision_act'))
  addAll(acts, reached(db, ACTS_OF_DECISIONS, rids('decision')))
  writeDays(db, rids, acts)

  const accreditations = new Set(rids('accreditation'))
  addAll(accreditations, reached(db, parents('decision_act', 'accreditation'), acts))
  addAll(accreditations, reached(db, parents('coverage', 'accreditation'), rids('coverage')))
  for (const rid of accreditations) writeSpans(db, rid)
  addAll(flagged, accreditations)
  addFlagged(db, flagged, rids)
  for (const rid of flagged) writeFlags(db, rid)

  const labs = new Set(rids('laboratory'))
  addAll(labs, reached(db, COVERED, accreditations))
  addAll(labs, reached(db, parents('coverage', 'laboratory'), rids('coverage')))
  for (const rid of labs) writeLabSpans(db, rid)

  for (const table of ['laboratory_name', 'laboratory_owner', 'site'] as const)
    addAll(labs, reached(db, parents(table, 'laboratory'), rids(table)))
  addAll(labs, reached(db, OF_NAMED_OWNERS, rids('organization_name')))
  addAll(labs, reached(db, OF_OWNERS, rids('organization')))
  indexLabs(db, labs)
  indexLines(db, rids('scope_line'))
  deriveLineDays(db, accreditations, rids)
}

const parents = (table: EntityName, of: EntityName): string =>
  `SELECT t.${of}_rid AS rid FROM json_each(?) asked JOIN ${table} t ON t.rid = asked.value`
const ACTS_OF_DECISIONS = 'SELECT t.rid FROM json_each(?) asked JOIN decision_act t ON t.decision_rid = asked.value'
const COVERED =
  'SELECT DISTINCT c.laboratory_rid AS rid FROM json_each(?) asked JOIN coverage c ON c.accreditation_rid = asked.value'
const OF_OWNERS =
  'SELECT o.laboratory_rid AS rid FROM json_each(?) asked JOIN laboratory_owner o ON o.organization_rid = asked.value'
const OF_NAMED_OWNERS = `
  SELECT DISTINCT o.laboratory_rid AS rid FROM json_each(?) asked JOIN organization_name n ON n.rid = asked.value
    JOIN laboratory_owner o ON o.organization_rid = n.organization_rid`

const OF_ANNEXES = `
  SELECT DISTINCT t.accreditation_rid AS rid FROM json_each(?) asked JOIN annex x ON x.rid = asked.value JOIN decision_act t ON t.rid = x.act_rid`
const OF_ACT_LINES = `
  SELECT DISTINCT t.accreditation_rid AS rid FROM json_each(?) asked JOIN act_line n ON n.rid = asked.value JOIN decision_act t ON t.rid = n.act_rid`
const OF_LINES = `
  SELECT DISTINCT t.accreditation_rid AS rid FROM json_each(?) asked JOIN scope_line l ON l.rid = asked.value JOIN annex x ON x.rid = l.annex_rid
    JOIN decision_act t ON t.rid = x.act_rid`

/** The days of the lines of accreditations whose acts and annexes were touched, and of those that only got or lost lines. */
function deriveLineDays(
  db: WriteDb,
  accreditations: ReadonlySet<number>,
  rids: (entity: EntityName) => Set<number>,
): void {
  const whole = new Set(accreditations)
  addAll(whole, reached(db, OF_ANNEXES, rids('annex')))
  addAll(whole, reached(db, OF_ACT_LINES, rids('act_line')))
  for (const rid of whole) writeLineDays(db, rid)
  const lines = rids('scope_line')
  const others = reached(db, OF_LINES, lines).filter((rid) => !whole.has(rid))
  if (others.length > 0) writeLineChanges(db, others, lines)
}

/** From a row to the accreditation whose flags rest on it. */
const FLAGGED = {
  accreditation_standard: parents('accreditation_standard', 'accreditation'),
  surveillance: parents('surveillance', 'accreditation'),
  annex: OF_ANNEXES,
  signatory: `
    SELECT DISTINCT a.accreditation_rid AS rid FROM json_each(?) asked JOIN signatory g ON g.rid = asked.value JOIN annex x ON x.rid = g.annex_rid
      JOIN decision_act a ON a.rid = x.act_rid`,
} as const

const ABOUT = { evidence: 'record', statement: 'subject' } as const
const SAID_IN = (table: keyof typeof ABOUT) => `
  WITH said(id) AS (SELECT t.${ABOUT[table]} FROM json_each(?) asked JOIN ${table} t ON t.rid = asked.value)${concerned('SELECT id FROM said')}`
const SAID = { evidence: SAID_IN('evidence'), statement: SAID_IN('statement') }

/** Accreditations whose flags rest on a touched row beside their acts, or on a piece of evidence or a statement about them. */
function addFlagged(db: ReadDb, flagged: Set<number>, rids: (entity: EntityName) => Set<number>): void {
  for (const table of Object.keys(FLAGGED) as (keyof typeof FLAGGED)[])
    addAll(flagged, reached(db, FLAGGED[table], rids(table)))
  for (const table of ['evidence', 'statement'] as const) addAll(flagged, reached(db, SAID[table], rids(table)))
}

const CONCERNED = concerned(':record')

/** Accreditations whose flags rest on a row that does not point at them: what is said about them, another with the same code. */
export function concernedBy(db: ReadDb, entity: EntityName, row: Record<string, unknown>): number[] {
  if (entity === 'accreditation') return sharing(db, row['code_key'] as string)
  if (entity !== 'evidence' && entity !== 'statement') return []
  return prepare<[object], { rid: number }>(db, CONCERNED)
    .all({ record: row[ABOUT[entity]] })
    .map(({ rid }) => rid)
}

const sharing = (db: ReadDb, key: string): number[] =>
  key === ''
    ? []
    : prepare<[string], { rid: number }>(db, 'SELECT rid FROM accreditation WHERE code_key = ?')
        .all(key)
        .map((row) => row.rid)

/** Derived rows of a record's own. */
const own: { [E in EntityName]?: readonly string[] } = {
  laboratory: ['lab_status_span WHERE laboratory_rid', 'lab_search WHERE rowid'],
  accreditation: ['status_span WHERE accreditation_rid', 'accreditation_flag WHERE accreditation_rid'],
  decision_act: ['line_limit WHERE act_rid'],
  annex: ['annex_span WHERE annex_rid'],
  scope_line: ['line_limit WHERE line_rid', 'line_search WHERE rowid'],
}

/** Before a row itself is taken away. */
export function forgetDerived(db: WriteDb, entity: EntityName, rid: number): void {
  for (const rows of own[entity] ?? []) prepare(db, `DELETE FROM ${rows} = ?`).run(rid)
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

const column = (db: ReadDb, sql: string): number[] =>
  prepare<[], { rid: number }>(db, sql)
    .all()
    .map((row) => row.rid)

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
