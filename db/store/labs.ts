// The list of laboratories: one row each on a chosen day, with its best status. A question's order is made once and
// kept until something is written: every page of it is a slice.
import { isLastOfMonth } from '../model/dates/partial'
import { shownStatus, type SpanStatus } from '../model/status/spans'
import type { LabQuery } from '../model/inputs'
import type { LabRow } from '../model/shapes/lab'
import type { Page } from '../model/shapes/answer'
import { currentSeq, prepare, type ReadDb } from './database'
import { readBeside } from './lab-rows'
import { conditionsFor, COVERING, foundByText, foundExactly, isSearched, ON_DAY } from './lab-filter'
import { keptUntilWritten } from './kept'

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

const sortKeys: Record<NonNullable<LabQuery['sort']>, string> = {
  name: 'n.sort_key',
  owner: OWNER_KEY,
  area: AREA_KEY,
  code: CODE_KEY,
  status: STATUS_ORDER,
  expiry: 's.expiry_first',
}

interface ListRow {
  nameRid: number
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
  hasExpired: number
}

const LIST_COLUMNS = `lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, lab.phone, lab.email, lab.website, s.status, s.expiry, s.accreditation_rid AS accreditationRid,
  s.has_expired AS hasExpired`

/** Rows of one page, by the row numbers of their names: the order of a list is kept, what a row shows is read anew. */
const PAGE = (more: string): string => `
  SELECT n.rid AS nameRid, ${LIST_COLUMNS}, ${more} FROM json_each(:names) page CROSS JOIN laboratory_name n ON n.rid = page.value
  JOIN laboratory lab ON lab.rid = n.laboratory_rid
  JOIN lab_status_span s ON s.laboratory_rid = lab.rid AND s.from_day <= :day AND s.to_day >= :day`
const SCREEN_PAGE = PAGE('(SELECT id FROM accreditation WHERE rid = s.accreditation_rid) AS accreditation')
const FILE_PAGE = PAGE('lab.note')

/** Of all laboratories by name the first ones are read without putting the others in order. */
const NEAR = 1_000
const FIRST = (direction: string): string => `
  SELECT n.rid FROM laboratory_name n CROSS JOIN laboratory lab ON lab.rid = n.laboratory_rid
   WHERE lab.trashed_at IS NULL AND ${ON_DAY('n')} ORDER BY n.sort_key ${direction}, n.laboratory_rid LIMIT :end`
/** Every laboratory has a status on every day: the names that hold on the day, without those in the trash. */
const IN_TRASH = `
  SELECT n.rid FROM laboratory_name n WHERE n.trashed_at IS NOT NULL AND n.from_day <= :day AND n.to_day >= :day
   UNION SELECT n.rid FROM laboratory lab JOIN laboratory_name n ON n.laboratory_rid = lab.rid
   WHERE lab.trashed_at IS NOT NULL AND n.from_day <= :day AND n.to_day >= :day`
const ALL = `
  SELECT (SELECT count(*) FROM laboratory_name WHERE from_day <= :day AND to_day >= :day) - (SELECT count(*) FROM (${IN_TRASH}))`

/** Row numbers side by side: of names, in the order of a list, and of the laboratories they name. */
export interface Order {
  names: readonly number[]
  labs: readonly number[]
}

type Filling = Record<keyof Order, number[]>

const orders = keptUntilWritten<Order>(12)
const picked = keptUntilWritten<Order>(24)
const totals = keptUntilWritten<number>(24)

/** Living laboratories on `day`; `total` counts all that match, rows are one page of them (100 unless `limit`). */
export function listLabs(db: ReadDb, { offset = 0, limit = 100, ...query }: LabQuery, day: string): Page<LabRow> {
  const end = offset + limit
  const near = end <= NEAR && isOfAll(query)
  const names = near ? firstByName(db, query, { day, end }) : orderOf(db, query, day).names
  const total = near ? totals(db, day, () => prepare<[object], number>(db, ALL).pluck().get({ day })!) : names.length
  return { rows: pageRows(db, names.slice(offset, end), day), total, day, seq: currentSeq(db) }
}

const isOfAll = ({ sort = 'name', descending: _descending, group: _group, day: _day, ...filter }: LabQuery): boolean =>
  sort === 'name' &&
  Object.values(filter).every((value) => value === undefined || (typeof value !== 'number' && value.length === 0))

const firstByName = (db: ReadDb, { descending }: LabQuery, { day, end }: { day: string; end: number }): number[] =>
  prepare<[object], number>(db, FIRST(descending ? 'DESC' : 'ASC'))
    .pluck()
    .all({ day, end })

/**
 * All that match, in order. Words only pick from the order that the rest of the question has, so that a search which is still being typed puts
 * nothing in order anew.
 */
export function orderOf(db: ReadDb, { text: typed, ...rest }: LabQuery, day: string): Order {
  // a space behind a word says no more than the word
  const text = typed?.trim()
  if (!isSearched(text)) return wholeOrder(db, rest, day)
  return picked(db, JSON.stringify([text, rest, day]), () => {
    const found = foundByText(db, text)
    const exact = (rest.sort ?? 'name') === 'name' ? foundExactly(db, text) : null
    const all = wholeOrder(db, rest, day)
    const order = emptyOrder()
    const pick = (fits: (lab: number) => boolean): void =>
      all.labs.forEach((lab, at) => fits(lab) && add(order, all.names[at]!, lab))
    if (exact !== null) pick((lab) => exact[lab] === 1 && found[lab] === 1)
    pick((lab) => found[lab] === 1 && exact?.[lab] !== 1)
    return order
  })
}

function wholeOrder(db: ReadDb, query: LabQuery, day: string): Order {
  return orders(db, JSON.stringify([query, day]), () => (isOfAll(query) ? byName : inOrder)(db, query, day))
}

function inOrder(db: ReadDb, query: LabQuery, day: string): Order {
  const { where, parameters } = conditionsFor(query, day)
  const sql = `SELECT n.rid, lab.rid ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${orderBy(query)}`
  const order = emptyOrder()
  for (const [name, lab] of prepare<[object], [number, number]>(db, sql).raw().iterate(parameters))
    add(order, name, lab)
  return order
}

/** Of all laboratories the names are walked in their index alone. */
function byName(db: ReadDb, { descending }: LabQuery, day: string): Order {
  const sql = `SELECT rid, laboratory_rid FROM laboratory_name WHERE from_day <= :day AND to_day >= :day ORDER BY sort_key ${descending ? 'DESC' : 'ASC'}, laboratory_rid`
  const trashed = new Set(prepare<[object], number>(db, IN_TRASH).pluck().all({ day }))
  const order = emptyOrder()
  for (const [name, lab] of prepare<[object], [number, number]>(db, sql).raw().iterate({ day }))
    if (!trashed.has(name)) add(order, name, lab)
  return order
}

const emptyOrder = (): Filling => ({ names: [], labs: [] })

function add({ names, labs }: Filling, name: number, lab: number): void {
  names.push(name)
  labs.push(lab)
}

/** What every row shows, wherever. */
type Shown = Omit<LabRow, 'accreditation'>
/** A row as it leaves in a file. */
export type FileRow = Shown & { note: string | null }

/** The rows of a page, in the order of their names' row numbers; the same one may stand there more than once. */
export const pageRows = (db: ReadDb, names: readonly number[], day: string): LabRow[] =>
  readPage<Pick<LabRow, 'accreditation'>, LabRow>(db, SCREEN_PAGE, { names, day }, (shown, { accreditation }) =>
    Object.assign(shown, { accreditation }),
  )

export const fileRows = (db: ReadDb, names: readonly number[], day: string): FileRow[] =>
  readPage<Pick<FileRow, 'note'>, FileRow>(db, FILE_PAGE, { names, day }, (shown, { note }) =>
    Object.assign(shown, { note }),
  )

function readPage<More, Row>(
  db: ReadDb,
  sql: string,
  { names, day }: { names: readonly number[]; day: string },
  whole: (shown: Shown, more: More) => Row,
): Row[] {
  const found = prepare<[object], ListRow & More>(db, sql).all({ names: JSON.stringify([...new Set(names)]), day })
  const besides = readBeside(
    db,
    found.map((row) => row.rid),
    day,
  )
  const byName = new Map<number, Row>()
  for (const row of found)
    byName.set(row.nameRid, whole(toShown(row, besides(row.rid), { day, expiry: reducedExpiry(db, row) }), row))
  return names.flatMap((name) => byName.get(name) ?? [])
}

export function orderBy({ sort = 'name', descending = false }: LabQuery): string {
  const direction = descending ? 'DESC' : 'ASC'
  const keys =
    sort === 'name' ? [`n.sort_key ${direction}`] : [`${sortKeys[sort]} ${direction} NULLS LAST`, 'n.sort_key']
  return [...keys, 'n.laboratory_rid'].join(', ')
}

const EXPIRY = `SELECT expiry FROM decision_act WHERE accreditation_rid = ? AND expiry_last = ? AND trashed_at IS NULL ORDER BY effective_first DESC LIMIT 1`

/** The reduced ISO date behind a span's last day, so that a month stays a month where it is shown. Only the last day of a month can stand for one. */
export function reducedExpiry(
  db: ReadDb,
  row: { expiry: string | null; accreditationRid: number | null },
): string | null {
  if (row.expiry === null || row.accreditationRid === null) return null
  if (!isLastOfMonth(row.expiry)) return row.expiry
  return (
    prepare<[number, string], { expiry: string }>(db, EXPIRY).get(row.accreditationRid, row.expiry)?.expiry ??
    row.expiry
  )
}

function toShown(
  row: ListRow,
  beside: ReturnType<ReturnType<typeof readBeside>>,
  shown: { day: string; expiry: string | null },
): Shown {
  return {
    id: row.id,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    phone: row.phone,
    email: row.email,
    website: row.website,
    ...beside,
    hasExpired: row.hasExpired === 1,
    ...shownStatus(row.status, shown.expiry, shown.day),
    expiry: shown.expiry,
  }
}
