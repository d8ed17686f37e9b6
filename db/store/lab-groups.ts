// The list of laboratories under headings: by status, scheme, field, owner or area. A laboratory stands in every group it belongs to, so that
// a heading counts what the filter of that value finds. The order of all rows is made once per question and kept until something is written.
import type { LabGroup, LabQuery } from '../model/inputs'
import type { Page } from '../model/shapes/answer'
import type { LabGroupRow, LabGroups, LabRow } from '../model/shapes/lab'
import { currentSeq, prepare, type ReadDb } from './database'
import { conditionsFor, ON_DAY, SHOWN_STATUS } from './lab-filter'
import { FROM, LIST_COLUMNS, listLabs, orderBy, toLabRows, type ListRow } from './labs'

type Grouped = LabQuery & { group: LabGroup }

/** From what needs a look first to what does not, as the list sorts by status. */
const STATUS_PLACE = `instr('expired withdrawn suspended partly_suspended unknown not_accredited expiring valid', ${SHOWN_STATUS})`
const HELD = `coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL`
const AREAS = (unit: string): string =>
  `SELECT DISTINCT t.laboratory_rid AS lab, u.id AS key, u.type || ' ' || u.name AS label, u.sort_key AS place
     FROM site t JOIN admin_unit u ON u.rid = ${unit} WHERE t.trashed_at IS NULL`

/** Which groups each laboratory belongs to on :day; one that is not named belongs to the group ''. */
const memberships: Record<LabGroup, string> = {
  status: `SELECT s.laboratory_rid AS lab, ${SHOWN_STATUS} AS key, NULL AS label, ${STATUS_PLACE} AS place
     FROM lab_status_span s WHERE s.from_day <= :day AND s.to_day >= :day`,
  scheme: `SELECT DISTINCT c.laboratory_rid AS lab, coalesce(k.key, 'none') AS key, NULL AS label, coalesce(k.position, '~') AS place
     FROM ${HELD} LEFT JOIN scheme k ON k.rid = a.scheme_rid WHERE ${ON_DAY('c')}`,
  field: `SELECT DISTINCT c.laboratory_rid AS lab, f.key AS key, NULL AS label, f.position AS place
     FROM ${HELD} JOIN accreditation_field x ON x.accreditation_rid = a.rid JOIN field f ON f.rid = x.field_rid WHERE ${ON_DAY('c')} AND ${ON_DAY('x')}`,
  owner: `SELECT o.laboratory_rid AS lab, g.id AS key, name.vi AS label, name.sort_key AS place
     FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid JOIN organization_name name ON name.organization_rid = g.rid
    WHERE ${ON_DAY('o')} AND ${ON_DAY('name')}`,
  area: AREAS('coalesce(t.unit_rid, t.old_unit_rid)'),
  oldArea: AREAS('t.old_unit_rid'),
}

const PAGE = `SELECT ${LIST_COLUMNS} FROM json_each(:labs) page CROSS JOIN laboratory lab ON lab.rid = page.value
  JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND ${ON_DAY('n')}
  JOIN lab_status_span s ON s.laboratory_rid = lab.rid AND s.from_day <= :day AND s.to_day >= :day`

interface Ordered {
  groups: LabGroupRow[]
  /** row numbers of laboratories, group by group */
  rids: number[]
  labs: number
}

/** The list as asked, grouped or not: one page of rows, 100 unless `limit`. */
export function labsPage(db: ReadDb, query: LabQuery, day: string): Page<LabRow> {
  if (!isGrouped(query)) return listLabs(db, query, day)
  const { rids } = ordered(db, query, day)
  const offset = query.offset ?? 0
  const rows = labsOf(db, rids.slice(offset, offset + (query.limit ?? 100)), day)
  return { rows, total: rids.length, day, seq: currentSeq(db) }
}

/** Laboratories by row number, in that order; one that is named twice comes twice. */
function labsOf(db: ReadDb, rids: readonly number[], day: string): LabRow[] {
  const found = prepare<[object], ListRow>(db, PAGE).all({ labs: JSON.stringify([...new Set(rids)]), day })
  const byRid = new Map(toLabRows(db, found, day).map((row, at) => [found[at]!.rid, row]))
  return rids.flatMap((rid) => byRid.get(rid) ?? [])
}

/** A whole list for reading from top to bottom: its order is made once, its rows are read in pages, however long it is. */
export interface WholeList {
  /** none where the list is not grouped */
  groups: readonly LabGroupRow[]
  /** rows, those of one laboratory in several groups counted in each */
  total: number
  labs: number
  pages(size: number): Generator<LabRow[], void, undefined>
}

export function wholeList(db: ReadDb, query: LabQuery, day: string): WholeList {
  const { groups, rids, labs } = isGrouped(query) ? ordered(db, query, day) : plainOrder(db, query, day)
  return {
    groups,
    total: rids.length,
    labs,
    *pages(size) {
      for (let at = 0; at < rids.length; at += size) yield labsOf(db, rids.slice(at, at + size), day)
    },
  }
}

function plainOrder(db: ReadDb, query: LabQuery, day: string): Ordered {
  const { where, parameters } = conditionsFor(query, day)
  const sql = `SELECT lab.rid ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${orderBy(query, parameters)}`
  const rids = db.prepare<[object], number>(sql).pluck().all(parameters)
  return { groups: [], rids, labs: rids.length }
}

export function groupsOf(db: ReadDb, query: Grouped, day: string): LabGroups {
  const { groups, labs } = ordered(db, query, day)
  return { group: query.group, groups, labs, day, seq: currentSeq(db) }
}

const isGrouped = (query: LabQuery): query is Grouped => query.group !== undefined

const kept = new WeakMap<ReadDb, { seq: number; orders: Map<string, Ordered> }>()
const MOST_ORDERS = 6

function ordered(db: ReadDb, query: Grouped, day: string): Ordered {
  const seq = currentSeq(db)
  let known = kept.get(db)
  if (known?.seq !== seq || known.orders.size > MOST_ORDERS) kept.set(db, (known = { seq, orders: new Map() }))
  const { offset: _offset, limit: _limit, ...rest } = query
  const key = JSON.stringify([rest, day])
  let order = known.orders.get(key)
  if (order === undefined) known.orders.set(key, (order = makeOrder(db, rest, day)))
  return order
}

function makeOrder(db: ReadDb, query: Grouped, day: string): Ordered {
  const { where, parameters } = conditionsFor(query, day)
  const sql = `WITH m AS MATERIALIZED (${memberships[query.group]})
    SELECT lab.rid, coalesce(m.key, '') AS key, m.label ${FROM} LEFT JOIN m ON m.lab = lab.rid
     WHERE ${where.join(' AND ')} ORDER BY m.key IS NULL, m.place, m.key, ${orderBy(query, parameters)}`
  const groups: LabGroupRow[] = []
  const rids: number[] = []
  for (const row of prepare<[object], { rid: number; key: string; label: string | null }>(db, sql).iterate(
    parameters,
  )) {
    const last = groups.at(-1)
    if (last?.key === row.key) last.count++
    else groups.push({ key: row.key, label: row.label, count: 1 })
    rids.push(row.rid)
  }
  return { groups, rids, labs: new Set(rids).size }
}
