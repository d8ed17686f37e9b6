// The list of laboratories under headings: by status, scheme, field, owner or area. A laboratory stands in every group it belongs to, so that
// a heading counts what the filter of that value finds. The order of all rows is made once per question and kept until something is written.
import type { LabGroup, LabQuery } from '../model/inputs'
import type { Page } from '../model/shapes/answer'
import type { LabGroupRow, LabGroups, LabRow } from '../model/shapes/lab'
import { currentSeq, prepare, type ReadDb } from './database'
import { addDays } from '../model/dates/partial'
import { EXPIRING_WITHIN } from '../model/status/spans'
import { ON_DAY, SHOWN_STATUS } from './lab-filter'
import { keptUntilWritten } from './kept'
import { fileRows, listLabs, orderOf, pageRows, type FileRow } from './labs'

type Grouped = LabQuery & { group: LabGroup }

/** From what needs a look first to what does not, as the list sorts by status. */
const STATUS_PLACE = `instr('expired withdrawn suspended partly_suspended unknown not_accredited expiring valid', key)`
const SPANS = `FROM lab_status_span s WHERE s.from_day <= :day AND s.to_day >= :day`
const HELD = `coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL`
const AREAS = (unit: string): string =>
  `SELECT DISTINCT t.laboratory_rid AS lab, u.id AS key, u.type || ' ' || u.name AS label, u.sort_key AS place
     FROM site t JOIN admin_unit u ON u.rid = ${unit} WHERE t.trashed_at IS NULL`

/** Which groups each laboratory belongs to on :day; one that is not named belongs to the group ''. */
const memberships: Record<LabGroup, string> = {
  // only of a valid one does the end matter, which no index holds
  status: `SELECT lab, key, NULL AS label, ${STATUS_PLACE} AS place FROM (
    SELECT s.laboratory_rid AS lab, s.status AS key ${SPANS} AND s.status <> 'valid' UNION ALL
    SELECT s.laboratory_rid, ${SHOWN_STATUS} ${SPANS} AND s.status = 'valid')`,
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

interface WholeOrder {
  groups: readonly LabGroupRow[]
  names: readonly number[]
  labs: number
}

interface Ordered {
  groups: LabGroupRow[]
  /** row numbers of names, group by group */
  names: number[]
  labs: number
}

/** The list as asked, grouped or not: one page of rows, 100 unless `limit`. */
export function labsPage(db: ReadDb, query: LabQuery, day: string): Page<LabRow> {
  if (!isGrouped(query)) return listLabs(db, query, day)
  const { names } = ordered(db, query, day)
  const offset = query.offset ?? 0
  const page = names.slice(offset, offset + (query.limit ?? 100))
  return { rows: pageRows(db, page, day), total: names.length, day, seq: currentSeq(db) }
}

/** A whole list for reading from top to bottom: its order is made once, its rows are read in pages, however long it is. */
export interface WholeList {
  /** none where the list is not grouped */
  groups: readonly LabGroupRow[]
  /** rows, those of one laboratory in several groups counted in each */
  total: number
  labs: number
  pages(size: number): Generator<FileRow[], void, undefined>
}

export function wholeList(db: ReadDb, query: LabQuery, day: string): WholeList {
  const { groups, names, labs } = isGrouped(query) ? ordered(db, query, day) : plainOrder(db, query, day)
  return {
    groups,
    total: names.length,
    labs,
    *pages(size) {
      for (let at = 0; at < names.length; at += size) yield fileRows(db, names.slice(at, at + size), day)
    },
  }
}

function plainOrder(db: ReadDb, { offset: _offset, limit: _limit, ...query }: LabQuery, day: string): WholeOrder {
  const { names } = orderOf(db, query, day)
  return { groups: [], names, labs: names.length }
}

export function groupsOf(db: ReadDb, query: Grouped, day: string): LabGroups {
  const { groups, labs } = ordered(db, query, day)
  return { group: query.group, groups, labs, day, seq: currentSeq(db) }
}

const isGrouped = (query: LabQuery): query is Grouped => query.group !== undefined

const orders = keptUntilWritten<Ordered>(6)

function ordered(db: ReadDb, query: Grouped, day: string): Ordered {
  const { offset: _offset, limit: _limit, ...rest } = query
  return orders(db, JSON.stringify([rest, day]), () => makeOrder(db, rest, day))
}

type Member = [lab: number, key: string, label: string | null, place: string | number | null]

interface Group extends Omit<LabGroupRow, 'count'> {
  place: Member[3]
  names: number[]
}

/** Puts the order of the list without groups under headings; laboratories that belong to none come last. */
function makeOrder(db: ReadDb, { group, ...query }: Grouped, day: string): Ordered {
  const { names, labs } = orderOf(db, query, day)
  const sql = `SELECT lab, key, label, place FROM (${memberships[group]})`
  const soon = addDays(day, EXPIRING_WITHIN)
  const groups = new Map<string, Group>()
  const of = new Map<number, Group[]>()
  for (const [lab, key, label, place] of prepare<[object], Member>(db, sql).raw().all({ day, soon })) {
    let found = groups.get(key)
    if (found === undefined) groups.set(key, (found = { key, label, place, names: [] }))
    const others = of.get(lab)
    if (others) others.push(found)
    else of.set(lab, [found])
  }
  const none: Group = { key: '', label: null, place: null, names: [] }
  for (const [at, name] of names.entries()) for (const { names: own } of of.get(labs[at]!) ?? [none]) own.push(name)
  const ordered = [...[...groups.values()].sort(inPlace), none].filter(({ names: own }) => own.length > 0)
  return {
    groups: ordered.map(({ key, label, names: own }) => ({ key, label, count: own.length })),
    names: ordered.flatMap(({ names: own }) => own),
    labs: names.length,
  }
}

/** As SQLite sorts: numbers before words. */
function inPlace(a: Group, b: Group): number {
  const [x, y] = [a.place ?? '', b.place ?? '']
  if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1
  if (x !== y) return x < y ? -1 : 1
  return a.key < b.key ? -1 : 1
}
