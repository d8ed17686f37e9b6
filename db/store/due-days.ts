// The days to come of every accreditation that lives on a day: its end and its next surveillance visit, for calendars outside the register.
import { lastDay } from '../model/dates/partial'
import { LAST_DAY } from '../model/status/spans'
import { prepare, type ReadDb } from './database'
import { dueVisits } from './tasks-found'

export interface DueDay {
  about: 'expiry' | 'surveillance'
  /** id of the accreditation */
  accreditation: string
  /** as printed */
  code: string | null
  holder: string | null
  /** living laboratories that it covers, in order */
  laboratories: string[]
  /** first and last possible day, both included; one day where the register knows it */
  first: string
  last: string
}

const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`
const ALIVE = `
  SELECT a.rid, a.id AS accreditation, a.code_printed AS code, sp.expiry_first AS first, nullif(sp.expiry, '${LAST_DAY}') AS end,
         (SELECT n.vi FROM organization_name n WHERE n.organization_rid = a.organization_rid AND ${ON_DAY('n')} LIMIT 1) AS holder,
         (SELECT json_group_array(vi) FROM (SELECT DISTINCT n.vi, n.sort_key FROM coverage c JOIN laboratory lab ON lab.rid = c.laboratory_rid
             JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND ${ON_DAY('n')}
            WHERE c.accreditation_rid = a.rid AND ${ON_DAY('c')} AND lab.trashed_at IS NULL
              AND (lab.dissolved_on_first IS NULL OR lab.dissolved_on_first > :day) ORDER BY n.sort_key)) AS laboratories
    FROM accreditation a JOIN status_span sp ON sp.accreditation_rid = a.rid AND sp.from_day <= :day AND sp.to_day >= :day
   WHERE a.trashed_at IS NULL AND sp.status IN ('valid', 'partly_suspended', 'suspended') ORDER BY a.rid`
/** Two years: an accreditation is visited every twelve months. */
const VISITS_WITHIN = 730

interface AliveRow extends Omit<DueDay, 'about' | 'laboratories' | 'first' | 'last'> {
  rid: number
  first: string | null
  /** null: not known, or without end */
  end: string | null
  laboratories: string
}

/** Ends and visits from `day` on, by their first day. An accreditation without an end, or that covers no living laboratory, has no end day. */
export function dueDays(db: ReadDb, day: string): DueDay[] {
  const visits = new Map(dueVisits(db, day, VISITS_WITHIN).map((visit) => [visit.rid, visit]))
  const found = prepare<[object], AliveRow>(db, ALIVE)
    .all({ day })
    .flatMap(({ rid, first, end, laboratories: json, ...row }): DueDay[] => {
      const laboratories = JSON.parse(json) as string[]
      if (laboratories.length === 0) return []
      const visit = visits.get(rid)
      return [
        ...(first === null || end === null
          ? []
          : [{ ...row, about: 'expiry' as const, laboratories, first, last: end }]),
        ...(visit === undefined || (end !== null && visit.day > end)
          ? []
          : [{ ...row, about: 'surveillance' as const, laboratories, first: visit.day, last: lastDay(visit.visit) }]),
      ]
    })
  return found.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
}
