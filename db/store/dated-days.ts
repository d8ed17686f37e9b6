// The days on which the rows of the dated tables hold: names, owners, standards, fields, coverage. Derived from the acts that begin and end
// them. A row of an act that lies in the trash holds on no day, and what that act had ended goes on.
import type { EntityName } from '../model/entities'
import { prepare, type WriteDb } from './database'
import { reached } from './reached'

/** Table → the column of what its rows belong to, and its table. Of a `single` one only one row holds on a day: a later beginning ends what held before. */
const tables = {
  organization_name: { of: 'organization_rid', owner: 'organization', single: true },
  laboratory_name: { of: 'laboratory_rid', owner: 'laboratory', single: true },
  laboratory_owner: { of: 'laboratory_rid', owner: 'laboratory', single: true },
  accreditation_standard: { of: 'accreditation_rid', owner: 'accreditation', single: false },
  accreditation_field: { of: 'accreditation_rid', owner: 'accreditation', single: false },
  coverage: { of: 'accreditation_rid', owner: 'accreditation', single: false },
} as const
type Table = keyof typeof tables
const names = Object.keys(tables) as Table[]

const ALIVE = 'a.trashed_at IS NULL AND d.trashed_at IS NULL'
const ACT = 'decision_act a JOIN decision d ON d.rid = a.decision_rid'
const DAY = 'coalesce(a.effective_first, d.signed_first)'

const BEGINS = `CASE
    WHEN from_act_rid IS NULL THEN '0000-01-01'
    WHEN EXISTS (SELECT 1 FROM ${ACT} WHERE a.rid = t.from_act_rid AND ${ALIVE})
      THEN coalesce((SELECT ${DAY} FROM ${ACT} WHERE a.rid = t.from_act_rid), '0000-01-01')
    ELSE '9999-12-31' END`

/** Eve of the act that ends the row; where that act is dead, of the acts that end what it had begun. */
const ENDED = (table: Table) => `
  date((WITH RECURSIVE ends(act) AS (
      SELECT t.until_act_rid WHERE t.until_act_rid IS NOT NULL
      UNION SELECT n.until_act_rid FROM ends JOIN ${table} n ON n.from_act_rid = ends.act AND n.${tables[table].of} = t.${tables[table].of}
       WHERE n.until_act_rid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${ACT} WHERE a.rid = ends.act AND ${ALIVE}))
    SELECT min(${DAY}) FROM ends JOIN decision_act a ON a.rid = ends.act JOIN decision d ON d.rid = a.decision_rid WHERE ${ALIVE} AND ${DAY} >= t.from_day), '-1 day')`

/** Eve of the next beginning; of two that begin on one day the later one recorded holds. */
const FOLLOWED = (table: Table) => `
  date((SELECT min(n.from_day) FROM ${table} n WHERE n.${tables[table].of} = t.${tables[table].of} AND n.trashed_at IS NULL AND n.from_day < '9999-12-31'
    AND (n.from_day > t.from_day OR (n.from_day = t.from_day AND n.id > t.id AND n.from_act_rid IS NOT NULL))), '-1 day')`

const ENDS = (table: Table) => `CASE WHEN from_day = '9999-12-31' THEN '0000-01-01'
    ELSE min(coalesce(${ENDED(table)}, '9999-12-31'), coalesce(${tables[table].single ? FOLLOWED(table) : 'NULL'}, '9999-12-31')) END`

/** A row whose day stays is not written: most are new ones that no act begins or ends. */
const set = (table: Table, column: 'from_day' | 'to_day', where: string): string => {
  const day = column === 'from_day' ? BEGINS : ENDS(table)
  return `UPDATE ${table} AS t SET ${column} = ${day} WHERE ${where} AND ${column} <> ${day}`
}

/** The ends rest on the beginnings. */
const written = (table: Table, where: string): [string, string] => [
  set(table, 'from_day', where),
  set(table, 'to_day', where),
]

const asked = (table: Table, column: string): string =>
  `SELECT t.${tables[table].of} AS rid FROM json_each(?) asked JOIN ${table} t ON t.${column} = asked.value`

const statements = names.map((table) => ({
  table,
  owner: tables[table].owner,
  ofRows: asked(table, 'rid'),
  ofActs: [asked(table, 'from_act_rid'), asked(table, 'until_act_rid')],
  write: written(table, `${tables[table].of} IN (SELECT value FROM json_each(?))`),
}))

/** Rewrites the days of everything that hangs together with the touched rows and acts. */
export function writeDays(db: WriteDb, rids: (entity: EntityName) => Set<number>, acts: ReadonlySet<number>): void {
  for (const { table, owner, ofRows, ofActs, write } of statements) {
    const owners = new Set(rids(owner)) // one that lost a row has only those left to tell of it
    for (const rid of reached(db, ofRows, rids(table))) owners.add(rid)
    for (const sql of ofActs) for (const rid of reached(db, sql, acts)) owners.add(rid)
    if (owners.size === 0) continue
    for (const sql of write) prepare(db, sql).run(JSON.stringify([...owners]))
  }
}

/** The days of every dated row, e.g. after a replay. */
export function writeAllDays(db: WriteDb): void {
  for (const table of names) for (const sql of written(table, '1')) prepare(db, sql).run()
}
