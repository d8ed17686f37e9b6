// “Việc cần làm”: the laboratories that most need a look. First what ends within TASK_WINDOW days, the nearest end first; then what has
// ended, the latest first; then what carries a flag, in the order of the flags. Each laboratory stands once, at its most pressing place.
import { addDays } from '../model/dates/partial'
import type { LabRow } from '../model/shapes/lab'
import { flags } from '../model/status/flags'
import { TASK_WINDOW } from '../model/status/spans'
import { prepare, type ReadDb } from './database'
import { conditionsFor, COVERING } from './lab-filter'
import { FROM, LIST_COLUMNS, toLabRows, type ListRow } from './labs'

const TASKS = 10

/** 0 ends soon, 1 has ended, 2… the place of its first flag; null: nothing to do */
const RANK = `CASE
  WHEN s.status IN ('valid', 'partly_suspended', 'suspended') AND s.expiry_first <= :until AND s.expiry >= :day THEN 0
  WHEN s.status = 'expired' THEN 1
  ELSE 2 + coalesce(
    (SELECT min(place.key) FROM ${COVERING.replace(
      ' WHERE',
      `
      JOIN accreditation_flag g ON g.accreditation_rid = a.rid AND g.from_day <= :day AND g.to_day >= :day
      JOIN json_each(:flags) place ON place.value = g.flag WHERE`,
    )}),
    (SELECT place.key FROM json_each(:flags) place WHERE place.value = 'unverified'
      AND EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL))) END`

export function tasks(db: ReadDb, day: string): LabRow[] {
  const { where, parameters } = conditionsFor({}, day)
  const sql = `
    SELECT *, CASE rank WHEN 0 THEN expiryFirst END AS ahead, CASE rank WHEN 1 THEN expiry END AS behind FROM (
      SELECT ${LIST_COLUMNS}, s.expiry_first AS expiryFirst, n.sort_key AS sortKey, ${RANK} AS rank ${FROM} WHERE ${where.join(' AND ')})
     WHERE rank IS NOT NULL ORDER BY rank, ahead, behind DESC, sortKey, rid LIMIT ${TASKS}`
  const rows = prepare<[object], ListRow>(db, sql).all({
    ...parameters,
    until: addDays(day, TASK_WINDOW),
    flags: JSON.stringify(flags),
  })
  return toLabRows(db, rows, day)
}
