// Laboratories by area and by field: what the list finds for an area, and for an area with a field. Areas are the units since 01/07/2025
// that sites stand in; a site known by its former unit only stands under that unit's district, since no rule turns one into the other.
import type { Overview } from '../model/shapes/overview'
import { prepare, type ReadDb } from './database'
import { conditionsFor } from './lab-filter'

const PLACES = `
  WITH belongs(unit, area) AS MATERIALIZED (
    SELECT rid, rid FROM admin_unit
    UNION SELECT u.rid, p.rid FROM admin_unit u JOIN admin_unit p ON p.type || ' ' || p.name = u.parent),
  shown(area) AS MATERIALIZED (
    SELECT DISTINCT coalesce(t.unit_rid, (SELECT b.area FROM belongs b WHERE b.unit = t.old_unit_rid AND b.area <> b.unit LIMIT 1), t.old_unit_rid)
      FROM site t WHERE t.trashed_at IS NULL),
  place(lab, area) AS MATERIALIZED (
    SELECT DISTINCT t.laboratory_rid, b.area FROM site t JOIN belongs b ON b.unit = t.unit_rid OR b.unit = t.old_unit_rid
     WHERE t.trashed_at IS NULL AND b.area IN (SELECT area FROM shown))`
const FROM = `
  FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid
  JOIN lab_status_span s ON s.laboratory_rid = lab.rid AND s.from_day <= :day AND s.to_day >= :day
  JOIN place ON place.lab = lab.rid JOIN admin_unit u ON u.rid = place.area`
const AREAS = (where: string) => `${PLACES}
  SELECT u.id, u.type || ' ' || u.name AS name, count(*) AS labs ${FROM} WHERE ${where} GROUP BY u.rid ORDER BY labs DESC, u.sort_key, u.rid`
const CELLS = (where: string) => `${PLACES},
  works(lab, field) AS MATERIALIZED (
    SELECT DISTINCT c.laboratory_rid, f.key FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
      JOIN accreditation_field x ON x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day
      JOIN field f ON f.rid = x.field_rid
     WHERE c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day)
  SELECT u.id AS area, works.field, count(*) AS labs ${FROM} JOIN works ON works.lab = lab.rid WHERE ${where} GROUP BY u.rid, works.field`

/** Areas with the most laboratories first; cells of zero are left out. */
export function coverage(db: ReadDb, day: string): Overview['coverage'] {
  const where = conditionsFor({}, day).where.join(' AND ')
  return {
    areas: prepare<[object], Overview['coverage']['areas'][number]>(db, AREAS(where)).all({ day }),
    cells: prepare<[object], Overview['coverage']['cells'][number]>(db, CELLS(where)).all({ day }),
  }
}
