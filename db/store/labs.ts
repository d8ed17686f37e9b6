// The list of laboratories: one row each on a chosen day, with its best status. Paging walks the index of sorted names.
import { shownStatus, type SpanStatus } from '../model/status/spans'
import type { LabQuery } from '../model/inputs'
import type { LabRow } from '../model/shapes/lab'
import type { Page } from '../model/shapes/answer'
import { flags, type Flag } from '../model/status/flags'
import { currentSeq, prepare, type ReadDb } from './database'
import { conditionsFor, COVERING, exactFirst } from './lab-filter'

const FROM = `
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

interface ListRow {
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

const COLUMNS = `lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, lab.phone, lab.email, lab.website, s.status, s.expiry, s.accreditation_rid AS accreditationRid,
  (SELECT id FROM accreditation WHERE rid = s.accreditation_rid) AS accreditation, s.has_expired AS hasExpired`

/** Living laboratories on `day`; `total` counts all that match, rows are one page of them (100 unless `limit`). */
export function listLabs(db: ReadDb, query: LabQuery, day: string): Page<LabRow> {
  const { where, parameters } = conditionsFor(query, day)
  const condition = `WHERE ${where.join(' AND ')}`
  const { total } = prepare<[object], { total: number }>(db, `SELECT count(*) AS total ${FROM} ${condition}`).get(
    parameters,
  )!
  const order = orderBy(query, parameters)
  const sql = `SELECT ${COLUMNS} ${FROM} ${condition} ORDER BY ${order} LIMIT :limit OFFSET :offset`
  const rows = prepare<[object], ListRow>(db, sql).all({
    ...parameters,
    limit: query.limit ?? 100,
    offset: query.offset ?? 0,
  })
  return { rows: rows.map((row) => toLabRow(db, row, day)), total, day, seq: currentSeq(db) }
}

function orderBy(query: LabQuery, parameters: Record<string, string | number>): string {
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

const words = (db: ReadDb, sql: string, parameters: object): string[] =>
  prepare<[object], { word: string | null }>(db, sql)
    .all(parameters)
    .flatMap((row) => (row.word === null ? [] : [row.word]))

const COVERING_LAB = COVERING.replace('lab.rid', ':lab')
const CODES = `SELECT DISTINCT a.code_printed AS word FROM ${COVERING_LAB} ORDER BY a.code_key`
const SCHEMES = `SELECT DISTINCT (SELECT key FROM scheme k WHERE k.rid = a.scheme_rid) AS word FROM ${COVERING_LAB} ORDER BY a.rid`
const STANDARDS = `SELECT DISTINCT coalesce(x.printed, t.title) AS word FROM ${COVERING_LAB.replace(
  'WHERE',
  `
  JOIN accreditation_standard x ON x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day
  LEFT JOIN standard t ON t.rid = x.standard_rid WHERE`,
)}`
const FIELDS = `SELECT DISTINCT coalesce(f.vi, x.printed) AS word FROM ${COVERING_LAB.replace(
  'WHERE',
  `
  JOIN accreditation_field x ON x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day
  LEFT JOIN field f ON f.rid = x.field_rid WHERE`,
)} ORDER BY f.position`
const FLAGS = `SELECT DISTINCT g.flag AS word FROM ${COVERING_LAB.replace(
  'WHERE',
  `
  JOIN accreditation_flag g ON g.accreditation_rid = a.rid AND g.from_day <= :day AND g.to_day >= :day WHERE`,
)}`
const LAB_UNVERIFIED = `SELECT 'unverified' AS word FROM evidence e JOIN laboratory lab ON lab.rid = :lab
  WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL AND :day IS NOT NULL LIMIT 1`
const OWNER = `SELECT g.id, g.sector, name.vi AS name FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
  JOIN organization_name name ON name.organization_rid = g.rid AND name.from_day <= :day AND name.to_day >= :day AND name.trashed_at IS NULL
  WHERE o.laboratory_rid = :lab AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day LIMIT 1`
const SITES = `SELECT t.address, coalesce(u.type || ' ' || u.name, v.type || ' ' || v.name) AS area, count(*) OVER () AS sites
  FROM site t LEFT JOIN admin_unit u ON u.rid = t.unit_rid LEFT JOIN admin_unit v ON v.rid = t.old_unit_rid
  WHERE t.laboratory_rid = ? AND t.trashed_at IS NULL ORDER BY t.position, t.rid`

interface OwnerRow {
  id: string
  name: string
  sector: LabRow['sector']
}
interface SiteRow {
  address: string | null
  area: string | null
  sites: number
}

/** Flags of the laboratory on a day: those of the accreditations that cover it, and “chưa xác minh” of its own evidence. */
export function labFlags(db: ReadDb, lab: number, day: string): Flag[] {
  const found = new Set([...words(db, FLAGS, { lab, day }), ...words(db, LAB_UNVERIFIED, { lab, day })])
  return flags.filter((flag) => found.has(flag))
}

function toLabRow(db: ReadDb, row: ListRow, day: string): LabRow {
  const key = { lab: row.rid, day }
  const owner = prepare<[object], OwnerRow>(db, OWNER).get(key)
  const sites = prepare<[number], SiteRow>(db, SITES).all(row.rid)
  const expiry = reducedExpiry(db, row)
  return {
    id: row.id,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    phone: row.phone,
    email: row.email,
    website: row.website,
    owner: owner ? { id: owner.id, name: owner.name } : null,
    sector: owner?.sector ?? null,
    area: sites.find((site) => site.area !== null)?.area ?? null,
    address:
      sites
        .map((site) => site.address)
        .filter((address) => address !== null)
        .join(' | ') || null,
    sites: sites.length,
    codes: words(db, CODES, key),
    schemes: words(db, SCHEMES, key),
    standards: words(db, STANDARDS, key),
    fields: words(db, FIELDS, key),
    hasExpired: row.hasExpired === 1,
    flags: labFlags(db, row.rid, day),
    accreditation: row.accreditation,
    ...shownStatus(row.status, expiry, day),
    expiry,
  }
}
