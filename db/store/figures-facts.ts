// The facts that figures are counted on: every living laboratory of a day with its owner and the accreditations that cover it, read in three
// passes whatever their number.
import type { AccreditationFacts, LabFacts, StandardFacts } from '../model/figures/rules'
import { prepare, type ReadDb } from './database'
import { STATED_END } from './stated-end'

const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`

const LABS = `
  SELECT lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, g.sector, name.vi AS owner
    FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid AND lab.trashed_at IS NULL
    LEFT JOIN laboratory_owner o ON o.rid = (SELECT x.rid FROM laboratory_owner x WHERE x.laboratory_rid = lab.rid AND ${ON_DAY('x')} ORDER BY x.rid LIMIT 1)
    LEFT JOIN organization g ON g.rid = o.organization_rid
    LEFT JOIN organization_name name ON name.rid = (SELECT x.rid FROM organization_name x WHERE x.organization_rid = g.rid AND ${ON_DAY('x')} ORDER BY x.rid LIMIT 1)
   WHERE ${ON_DAY('n')} ORDER BY n.sort_key, lab.rid`
const COVERING = `
  SELECT DISTINCT c.laboratory_rid AS lab, a.rid, a.id, a.code_printed AS code, k.key AS scheme, sp.status, coalesce(${STATED_END}, sp.expiry) AS expiry
    FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    JOIN status_span sp ON sp.accreditation_rid = a.rid AND sp.from_day <= :day AND sp.to_day >= :day
    LEFT JOIN scheme k ON k.rid = a.scheme_rid
   WHERE ${ON_DAY('c')} ORDER BY a.rid`
const STANDARDS = `
  SELECT x.accreditation_rid AS of, coalesce(t.title, x.printed) AS title, coalesce(t.family, '') AS family, t.edition, t.last_day AS lastDay,
         t.superseded_by_rid IS NOT NULL AS superseded
    FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid WHERE ${ON_DAY('x')} ORDER BY x.rid`

type LabRow = Omit<LabFacts, 'accreditations'> & { rid: number }
type CoverRow = Omit<AccreditationFacts, 'standards'> & { rid: number; lab: number }
type StandardRow = Omit<StandardFacts, 'superseded'> & { of: number; superseded: number }

/** In Vietnamese order of the names that hold on the day. */
export function factsOn(db: ReadDb, day: string): LabFacts[] {
  const rows = <T>(sql: string) => prepare<[object], T>(db, sql).all({ day })
  const standards = groups(rows<StandardRow>(STANDARDS), ({ of }) => of)
  const covers = groups(rows<CoverRow>(COVERING), ({ lab }) => lab)
  return rows<LabRow>(LABS).map(({ rid, ...lab }) => ({
    ...lab,
    accreditations: (covers.get(rid) ?? []).map(({ rid: accreditation, lab: _lab, ...one }) => ({
      ...one,
      standards: (standards.get(accreditation) ?? []).map(({ of: _of, superseded, ...standard }) => ({
        ...standard,
        superseded: superseded === 1,
      })),
    })),
  }))
}

function groups<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const row of rows) {
    const group = found.get(keyOf(row))
    if (group) group.push(row)
    else found.set(keyOf(row), [row])
  }
  return found
}
