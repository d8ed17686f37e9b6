// The days on which the rows of the dated tables hold: names, owners, standards, fields, coverage. Derived from the acts that begin and end
// them. A row of an act that lies in the trash holds on no day, and what that act had ended goes on.
import type { EntityName } from '../model/entities'
import { prepare, type ReadDb, type WriteDb } from './database'

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

const FROM = (table: Table, where: string) => `
  UPDATE ${table} AS t SET from_day = CASE
    WHEN from_act_rid IS NULL THEN '0000-01-01'
    WHEN EXISTS (SELECT 1 FROM ${ACT} WHERE a.rid = t.from_act_rid AND ${ALIVE})
      THEN coalesce((SELECT ${DAY} FROM ${ACT} WHERE a.rid = t.from_act_rid), '0000-01-01')
    ELSE '9999-12-31' END
   WHERE ${where}`

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

const TO = (table: Table, where: string) => `
  UPDATE ${table} AS t SET to_day = CASE WHEN from_day = '9999-12-31' THEN '0000-01-01'
    ELSE min(coalesce(${ENDED(table)}, '9999-12-31'), coalesce(${tables[table].single ? FOLLOWED(table) : 'NULL'}, '9999-12-31')) END
   WHERE ${where}`

interface Days {
  from: string
  to: string
}
const daysWhere = (where: (table: Table) => string): Record<Table, Days> =>
  Object.fromEntries(
    names.map((table) => [table, { from: FROM(table, where(table)), to: TO(table, where(table)) }]),
  ) as Record<Table, Days>

const OF_ALL = daysWhere(() => '1')
const OF_OWNER = daysWhere((table) => `${tables[table].of} = :owner`)

function write(db: WriteDb, { from, to }: Days, parameters: object): void {
  prepare(db, from).run(parameters)
  prepare(db, to).run(parameters)
}

/** Rewrites the days of everything that hangs together with the touched rows and acts. */
export function writeDays(db: WriteDb, rids: (entity: EntityName) => Set<number>, acts: ReadonlySet<number>): void {
  for (const table of names) {
    const { of, owner: belongsTo } = tables[table]
    const owners = new Set(rids(belongsTo)) // one that lost a row has only those left to tell of it
    for (const rid of rids(table)) addOwners(db, owners, `SELECT ${of} AS rid FROM ${table} WHERE rid = ?`, rid)
    for (const rid of acts) {
      addOwners(db, owners, `SELECT ${of} AS rid FROM ${table} WHERE from_act_rid = ?`, rid)
      addOwners(db, owners, `SELECT ${of} AS rid FROM ${table} WHERE until_act_rid = ?`, rid)
    }
    for (const owner of owners) write(db, OF_OWNER[table], { owner })
  }
}

function addOwners(db: ReadDb, owners: Set<number>, sql: string, rid: number): void {
  for (const row of prepare<[number], { rid: number }>(db, sql).all(rid)) owners.add(row.rid)
}

/** The days of every dated row, e.g. after a replay. */
export function writeAllDays(db: WriteDb): void {
  for (const table of names) write(db, OF_ALL[table], {})
}
