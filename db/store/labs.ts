// The list of laboratories: one row each on a chosen day, with its best status. Paging walks the index of sorted names.
import { shownStatus, type SpanStatus } from '../model/status/spans'
import type { LabQuery } from '../model/inputs'
import type { LabRow } from '../model/shapes/lab'
import type { Page } from '../model/shapes/answer'
import { currentSeq, prepare, type ReadDb } from './database'
import { readBeside } from './lab-rows'
import { conditionsFor, COVERING, exactFirst } from './lab-filter'

/** Laboratories with their name and status span on :day. */
export const FROM = `
  FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid
  JOIN lab_status_span s ON s.laboratory_rid = lab.rid AND s.from_day <= :day AND s.to_day >= :day`

const OWNER_KEY = `(SELECT g.sort_key FROM laboratory_owner o JOIN organization_name g ON g.organization_rid = o.organization_rid
  WHERE o.laboratory_rid = lab.rid AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day AND g.from_day <= :day AND g.to_day >= :day LIMIT 1)`
const AREA_KEY = `(SELECT u.sort_key FROM site t JOIN admin_unit u ON u.rid = coalesce(t.unit_rid, t.old_unit_rid)
  WHERE t.laboratory_rid = lab.rid AND t.trashed_at IS NULL ORDER BY t.position, t.rid LIMIT 1)`
const CODE_KEY = `(SELECT nullif(min(a.code_key), '') FROM ${COVERING})`
/** From what needs a look first to what does not. */
const STATUS_ORDER = `instr('expired,withdrawn,suspended,partly_suspended,unknown,not_accredited,valid', s.status)`

const orders: Record<NonNullable<LabQuery['sort']>, string> = {
  name: 'n.sort_key',
  owner: OWNER_KEY,
  area: AREA_KEY,
  code: CODE_KEY,
  status: STATUS_ORDER,
  expiry: 's.expiry_first',
}

export interface ListRow {
  rid: number
  id: string
  nameVi: string
  nameEn: string | null
  phone: string | null
  email: string | null
  website: string | null
  status: SpanStatus
  expiry: string | null
  accreditationRid: number | null
  accreditation: string | null
  hasExpired: number
}

export const LIST_COLUMNS = `lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, lab.phone, lab.email, lab.website, s.status, s.expiry, s.accreditation_rid AS accreditationRid,
  (SELECT id FROM accreditation WHERE rid = s.accreditation_rid) AS accreditation, s.has_expired AS hasExpired`

/** Living laboratories on `day`; `total` counts all that match, rows are one page of them (100 unless `limit`). */
export function listLabs(db: ReadDb, query: LabQuery, day: string): Page<LabRow> {
  const { where, parameters } = conditionsFor(query, day)
  const condition = `WHERE ${where.join(' AND ')}`
  const total = countOf(db, `SELECT count(*) AS total ${FROM} ${condition}`, parameters)
  const order = orderBy(query, parameters)
  const sql = `SELECT ${LIST_COLUMNS} ${FROM} ${condition} ORDER BY ${order} LIMIT :limit OFFSET :offset`
  const rows = prepare<[object], ListRow>(db, sql).all({
    ...parameters,
    limit: query.limit ?? 100,
    offset: query.offset ?? 0,
  })
  return { rows: toLabRows(db, rows, day), total, day, seq: currentSeq(db) }
}

/** Rows of LIST_COLUMNS with all that stands beside them on the day, in the same order. */
export function toLabRows(db: ReadDb, rows: readonly ListRow[], day: string): LabRow[] {
  const besides = readBeside(
    db,
    rows.map((row) => row.rid),
    day,
  )
  return rows.map((row) => toLabRow(row, besides(row.rid), { day, expiry: reducedExpiry(db, row) }))
}

const counts = new WeakMap<ReadDb, { seq: number; totals: Map<string, number> }>()
const MOST_COUNTS = 100

/** Counts once per filter until something is written: paging and sorting ask for the same total again. */
function countOf(db: ReadDb, sql: string, parameters: object): number {
  const seq = currentSeq(db)
  let known = counts.get(db)
  if (known?.seq !== seq || known.totals.size > MOST_COUNTS) counts.set(db, (known = { seq, totals: new Map() }))
  const key = sql + JSON.stringify(parameters)
  let total = known.totals.get(key)
  if (total === undefined) {
    total = prepare<[object], { total: number }>(db, sql).get(parameters)!.total
    known.totals.set(key, total)
  }
  return total
}

export function orderBy(query: LabQuery, parameters: Record<string, string | number>): string {
  const direction = query.descending ? 'DESC' : 'ASC'
  const exact = exactFirst(query.text, parameters)
  const sort = query.sort ?? 'name'
  const keys = sort === 'name' ? [`n.sort_key ${direction}`] : [`${orders[sort]} ${direction} NULLS LAST`, 'n.sort_key']
  return [...(exact && sort === 'name' ? [exact] : []), ...keys, 'n.laboratory_rid'].join(', ')
}

const EXPIRY = `SELECT expiry FROM decision_act WHERE accreditation_rid = ? AND expiry_last = ? AND trashed_at IS NULL ORDER BY effective_first DESC LIMIT 1`

/** The reduced ISO date behind a span's last day, so that a month stays a month where it is shown. */
export function reducedExpiry(
  db: ReadDb,
  row: { expiry: string | null; accreditationRid: number | null },
): string | null {
  if (row.expiry === null || row.accreditationRid === null) return null
  return (
    prepare<[number, string], { expiry: string }>(db, EXPIRY).get(row.accreditationRid, row.expiry)?.expiry ??
    row.expiry
  )
}

function toLabRow(
  row: ListRow,
  beside: ReturnType<ReturnType<typeof readBeside>>,
  shown: { day: string; expiry: string | null },
): LabRow {
  return {
    id: row.id,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    phone: row.phone,
    email: row.email,
    website: row.website,
    ...beside,
    hasExpired: row.hasExpired === 1,
    accreditation: row.accreditation,
    ...shownStatus(row.status, shown.expiry, shown.day),
    expiry: shown.expiry,
  }
}
