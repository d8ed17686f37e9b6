// What an act does to the dated rows: names, owners, standards, coverage. Each row it begins carries `fromAct`, each it ends `untilAct`;
// the days come from the acts (dated-days.ts), so a corrected date moves them. What stood before is never overwritten.
import type { Entity, EntityName, NewEntity } from '../model/entities'
import { RegistryError, type FieldProblem } from '../model/errors'
import type { ActInput } from '../model/inputs'
import { columnOf, fromSql, ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import type { Tx } from './write'

export interface ActWritten {
  id: string
  accreditation: string
  seen: number | undefined
  instant: string
}

type Table = 'organization_name' | 'laboratory_name' | 'laboratory_owner' | 'accreditation_standard' | 'coverage'
type Row = Record<string, unknown> & { id: string }

/** First day on which an act counts; null: neither it nor its decision is dated. */
const DAY = `SELECT coalesce(a.effective_first, d.signed_first) AS day FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE a.id = ?`

/** Writes what `act` says of dated rows; what is left out stays as it is. */
export function writeActRows(tx: Tx, act: ActWritten, given: ActInput): void {
  for (const { record, vi, en } of given.names ?? []) {
    const [table, field] = named(tx.db, record)
    const name = vi === null ? null : { vi, en: en ?? null }
    setRows(tx, { act, table, owner: [field, record], keys: null, wanted: name === null ? null : [name] })
  }
  for (const { laboratory, organization } of given.owners ?? []) {
    const wanted = organization === null ? null : [{ organization }]
    setRows(tx, { act, table: 'laboratory_owner', owner: ['laboratory', laboratory], keys: null, wanted })
  }
  const owner: [string, string] = ['accreditation', act.accreditation]
  if (given.standards !== undefined) {
    const wanted = given.standards?.map((standard) => ({ standard })) ?? null
    setRows(tx, { act, table: 'accreditation_standard', owner, keys: ['standard'], wanted })
  }
  if (given.covers !== undefined)
    setRows(tx, { act, table: 'coverage', owner, keys: ['laboratory', 'site'], wanted: given.covers })
}

function named(db: ReadDb, record: string): ['laboratory_name' | 'organization_name', string] {
  const lab = prepare<[string], { rid: number }>(db, 'SELECT rid FROM laboratory WHERE id = ?').get(record)
  if (lab) return ['laboratory_name', 'laboratory']
  ridOf(db, 'organization', record)
  return ['organization_name', 'organization']
}

interface Setting {
  act: ActWritten
  table: Table
  /** field and id of what the rows belong to */
  owner: [field: string, id: string]
  /** fields that tell rows of a list apart; null: one row at a time, whose fields the act may correct */
  keys: readonly string[] | null
  /** what holds from the act on; null: what held before goes on */
  wanted: readonly Record<string, string | null>[] | null
}

function setRows(tx: Tx, { act, table, owner, keys, wanted }: Setting): void {
  const rows = ofOwner(tx.db, table, owner)
  const column = (field: string) => (row: Row) => fromSql(tx.db, columnOf(table, field), row)
  const [from, until] = [column('fromAct'), column('untilAct')]
  const own = rows.filter((row) => from(row) === act.id)
  const ended = rows.filter((row) => until(row) === act.id)
  /** the act that ends what this one begins */
  const next = own.map(until).find((later): later is string => typeof later === 'string') ?? null
  const change = (row: Row, fields: Record<string, unknown>) =>
    tx.change(table, row.id, fields as Partial<Entity<typeof table>>, act.seen)
  if (wanted === null) {
    for (const row of own) change(row, { trashedAt: act.instant })
    for (const row of ended) change(row, { untilAct: next })
    return
  }
  const day = prepare<[string], { day: string | null }>(tx.db, DAY).get(act.id)!.day
  const held = rows.filter((row) => ended.includes(row) || (from(row) !== act.id && day !== null && holds(row, day)))
  const keyOf = (row: Row) => JSON.stringify((keys ?? []).map((field) => column(field)(row)))
  const wantedKeys = wanted.map((each) => JSON.stringify((keys ?? []).map((field) => each[field] ?? null)))
  const kept = keys === null ? [] : held.filter((row) => wantedKeys.includes(keyOf(row)))
  const ends = held.map(until).find((each) => each !== null && each !== act.id)
  const later = next ?? (typeof ends === 'string' ? ends : null)
  for (const [at, fields] of wanted.entries()) {
    const same = keys === null ? own[0] : own.find((row) => keyOf(row) === wantedKeys[at])
    if (kept.some((row) => keyOf(row) === wantedKeys[at])) continue
    if (same === undefined) begin(tx, { act, table, owner, fields: { ...fields, untilAct: later } })
    else if (keys === null) change(same, fields)
  }
  for (const row of own) if (keys !== null && !wantedKeys.includes(keyOf(row))) change(row, { trashedAt: act.instant })
  for (const row of held) {
    if (kept.includes(row)) change(row, ended.includes(row) ? { untilAct: next } : {})
    else change(row, { untilAct: act.id })
  }
}

const holds = (row: Row, day: string): boolean => String(row['from_day']) <= day && day <= String(row['to_day'])

function ofOwner(db: ReadDb, table: Table, [field, id]: [string, string]): Row[] {
  const { names, target } = columnOf(table, field)
  const sql = `SELECT * FROM ${table} WHERE ${names[0]!} = ? AND trashed_at IS NULL ORDER BY from_day, rid`
  return prepare<[number], Row>(db, sql).all(ridOf(db, target as EntityName, id))
}

interface Beginning extends Pick<Setting, 'act' | 'table' | 'owner'> {
  fields: Record<string, string | null>
}

function begin(tx: Tx, { act, table, owner: [field, id], fields }: Beginning): void {
  tx.create(table, { [field]: id, ...fields, fromAct: act.id } as unknown as NewEntity<typeof table>)
}

/** Makes the lines that the act names those given, each as the first line of its lineage. */
export function writeActLines(tx: Tx, act: ActWritten, lines: readonly string[]): void {
  const wanted = new Set(lines.map((line) => firstLine(tx.db, line)))
  const sql = `SELECT n.id, l.id AS line FROM act_line n JOIN scope_line l ON l.rid = n.line_rid
    WHERE n.act_rid = ? AND n.trashed_at IS NULL`
  const living = prepare<[number], { id: string; line: string }>(tx.db, sql).all(ridOf(tx.db, 'decision_act', act.id))
  for (const { id, line } of living) {
    if (!wanted.delete(line)) tx.change('act_line', id, { trashedAt: act.instant }, act.seen)
  }
  for (const line of wanted) tx.create('act_line', { act: act.id, line })
}

const EARLIER = `
  WITH RECURSIVE up(rid, earlier) AS (
    SELECT rid, continues_rid FROM scope_line WHERE rid = ? UNION SELECT p.rid, p.continues_rid FROM up JOIN scope_line p ON p.rid = up.earlier)
  SELECT l.id FROM up JOIN scope_line l ON l.rid = up.rid WHERE up.earlier IS NULL`

const firstLine = (db: ReadDb, line: string): string =>
  prepare<[number], { id: string }>(db, EARLIER).get(ridOf(db, 'scope_line', line))?.id ?? line

const UNDATED = `
  SELECT a.id FROM decision_act a JOIN decision d ON d.rid = a.decision_rid
   WHERE d.id = ? AND a.trashed_at IS NULL AND coalesce(a.effective_first, d.signed_first) IS NULL AND (${[
     'organization_name',
     'laboratory_name',
     'laboratory_owner',
     'accreditation_standard',
     'coverage',
   ]
     .map((table) =>
       ['from_act_rid', 'until_act_rid']
         .map((act) => `EXISTS (SELECT 1 FROM ${table} WHERE ${act} = a.rid AND trashed_at IS NULL)`)
         .join(' OR '),
     )
     .join(' OR ')})`
const ACTS = `SELECT a.id FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE d.id = ? AND a.trashed_at IS NULL ORDER BY a.position, a.rid`

/** A change without a day would hold always or never: throws invalid_input, rule `day_needed`, at the act. */
export function refuseUndated(db: ReadDb, decision: string): void {
  const undated = new Set(
    prepare<[string], { id: string }>(db, UNDATED)
      .all(decision)
      .map((row) => row.id),
  )
  if (undated.size === 0) return
  const problems = prepare<[string], { id: string }>(db, ACTS)
    .all(decision)
    .flatMap(({ id }, at): FieldProblem[] =>
      undated.has(id) ? [{ field: `acts.${at}.effective`, rule: 'day_needed' }] : [],
    )
  throw new RegistryError('invalid_input', 'a change without a day', problems)
}
