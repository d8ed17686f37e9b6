// What the register knows of one accreditation on a day, for the rules of db/model/check: coverage and sites, standards, what is only said.
import type { EditionFact, EditionFacts } from '../../model/check/edition'
import type { CoverFact, SiteFact } from '../../model/check/place'
import { prepare, type ReadDb } from '../database'

export interface Key {
  rid: number
  day: string
}

const HEAD = `
  SELECT a.rid, a.id, a.code_printed AS code, k.key AS scheme, k.standard_family AS family FROM accreditation a
    LEFT JOIN scheme k ON k.rid = a.scheme_rid WHERE a.rid = ?`

export interface Head {
  rid: number
  id: string
  code: string | null
  scheme: string | null
  family: string | null
}

export const headOf = (db: ReadDb, rid: number): Head => prepare<[number], Head>(db, HEAD).get(rid)!

const COVERS = `
  SELECT c.id, lab.id AS lab, coalesce(n.vi, '') AS labName, t.id AS site FROM coverage c
    JOIN laboratory lab ON lab.rid = c.laboratory_rid AND lab.trashed_at IS NULL
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
    LEFT JOIN site t ON t.rid = c.site_rid
   WHERE c.accreditation_rid = :rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY c.rid`

export const coversOn = (db: ReadDb, { rid, day }: Key): CoverFact[] =>
  prepare<[object], CoverFact>(db, COVERS).all({ rid, day })

const SITES = `
  SELECT t.id, lab.id AS lab, t.label, t.address, u.name AS unit, v.name AS oldUnit, v.parent AS oldParent FROM site t
    JOIN laboratory lab ON lab.rid = t.laboratory_rid
    LEFT JOIN admin_unit u ON u.rid = t.unit_rid LEFT JOIN admin_unit v ON v.rid = t.old_unit_rid
   WHERE t.trashed_at IS NULL AND lab.rid IN (SELECT laboratory_rid FROM coverage WHERE accreditation_rid = ? AND trashed_at IS NULL)
   ORDER BY lab.rid, t.position, t.rid`

interface SiteRow extends Omit<SiteFact, 'units'> {
  unit: string | null
  oldUnit: string | null
  oldParent: string | null
}

/** All sites of the laboratories that the accreditation covers or covered. */
export const sitesOf = (db: ReadDb, rid: number): SiteFact[] =>
  prepare<[number], SiteRow>(db, SITES)
    .all(rid)
    .map(({ unit, oldUnit, oldParent, ...site }) => ({
      ...site,
      units: [unit, oldUnit, oldParent].filter((name) => name !== null),
    }))

const STANDARDS = `
  SELECT x.id, coalesce(x.printed, t.title) AS title, t.edition, t.last_day AS lastDay, t.superseded_by_rid IS NOT NULL AS superseded, t.family
    FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid
   WHERE x.accreditation_rid = :rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day ORDER BY x.rid`
const ENDED = `SELECT title, last_day AS lastDay FROM standard WHERE trashed_at IS NULL AND last_day IS NOT NULL AND family = ? ORDER BY last_day DESC`

type StandardRow = Omit<EditionFact, 'superseded'> & { superseded: 0 | 1; family: string | null }

/** A scheme whose family is a decree has no editions; one of several standards leaves the edition open. */
export function editionFacts(
  db: ReadDb,
  key: Key,
  { family }: Head,
): Pick<EditionFacts, 'standards' | 'licence' | 'ended'> {
  const rows = prepare<[object], StandardRow>(db, STANDARDS).all(key)
  const own = rows.find((row) => row.family !== null)?.family ?? family ?? ''
  return {
    standards: rows.map(({ id, title, edition, lastDay, superseded }) => ({
      id,
      title,
      edition,
      lastDay,
      superseded: superseded === 1,
    })),
    licence: rows.length === 0 && family !== null && !family.includes('ISO'),
    ended: prepare<[string], EditionFacts['ended'][number]>(db, ENDED).all(own),
  }
}

const STATEMENTS = `
  SELECT s.id, s.value, s.source FROM statement s JOIN accreditation a ON a.id = s.subject WHERE a.rid = ? AND s.trashed_at IS NULL ORDER BY s.rid`

export const saidOf = (db: ReadDb, rid: number): { id: string; value: string; source: string }[] =>
  prepare<[number], { id: string; value: string; source: string }>(db, STATEMENTS).all(rid)
