// Finds the work of a day in the tables: one row per accreditation and kind of work. What the tables do not say in SQL (the next visit of a
// surveillance) is asked of the rules.
import { addDays, addMonths, firstDay } from '../model/dates/partial'
import type { Flag } from '../model/status/flags'
import { SURVEILLANCE_MONTHS, visitDue, type Visit } from '../model/status/watch'
import { JUST_ENDED, taskKinds, VISIT_AHEAD, workOfFlag, type TaskKind } from '../model/tasks/kinds'
import { prepare, type ReadDb } from './database'

export interface Days {
  day: string
  /** snoozes count from this day on */
  today: string
}

/** Row numbers, as they serve to read the rest of it. */
export interface Work {
  about: TaskKind
  lab: number
  /** null: the work is about the laboratory, which no accreditation covers */
  accreditation: number | null
  /** living laboratories that the accreditation covers */
  labs: number
  /** the day that counts: the first possible end, the end, the visit; null: none */
  due: string | null
  visit: string | null
  flags: Flag[]
  /** of the snooze that hides it */
  snooze: number | null
}

const ON_DAY = (row: string) => `${row}.trashed_at IS NULL AND ${row}.from_day <= :day AND ${row}.to_day >= :day`
const LIVES = (row: string) => `(${row}.dissolved_on_first IS NULL OR ${row}.dissolved_on_first > :day)`

/** Living laboratories, and accreditations that live or have just ended, each under the first living laboratory that it covers. */
const ALIVE = `
  WITH living AS MATERIALIZED (
    SELECT lab.rid, lab.id FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid
     WHERE lab.trashed_at IS NULL AND ${LIVES('lab')} AND ${ON_DAY('n')}),
  covered AS MATERIALIZED (
    SELECT c.accreditation_rid AS rid, min(c.laboratory_rid) AS lab, count(DISTINCT c.laboratory_rid) AS labs
      FROM coverage c JOIN living ON living.rid = c.laboratory_rid WHERE ${ON_DAY('c')} GROUP BY 1),
  alive AS MATERIALIZED (
    SELECT a.rid, a.id, covered.lab, covered.labs, sp.status, sp.expiry, sp.expiry_first
      FROM covered JOIN accreditation a ON a.rid = covered.rid AND a.trashed_at IS NULL
      JOIN status_span sp ON sp.accreditation_rid = a.rid AND sp.from_day <= :day AND sp.to_day >= :day
      LEFT JOIN organization g ON g.rid = a.organization_rid
     WHERE (g.rid IS NULL OR ${LIVES('g')})
       AND (sp.status IN ('valid', 'partly_suspended', 'suspended', 'unknown') OR (sp.status = 'expired' AND sp.expiry >= :ended)))`
const IN_LIFE = `status IN ('valid', 'partly_suspended', 'suspended')`
const UNVERIFIED = (record: string) =>
  `EXISTS (SELECT 1 FROM evidence e WHERE e.record = ${record} AND e.certainty <> 'checked' AND e.trashed_at IS NULL)`
/** A numbered decision is a source by itself; without one the register must say where its knowledge is from. */
const UNSOURCED = `
  NOT EXISTS (SELECT 1 FROM decision_act t JOIN decision d ON d.rid = t.decision_rid WHERE t.accreditation_rid = alive.rid AND t.trashed_at IS NULL
    AND d.trashed_at IS NULL AND (d.number IS NOT NULL
      OR EXISTS (SELECT 1 FROM evidence e WHERE e.record IN (t.id, d.id) AND e.trashed_at IS NULL)))
  AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.record = alive.id AND e.trashed_at IS NULL)`
const WORK = `${ALIVE},
  work(about, record, lab, accreditation, labs, due, visit, flag) AS (
    SELECT 'expiring', alive.id, alive.lab, alive.rid, labs, expiry_first, NULL, NULL FROM alive WHERE ${IN_LIFE} AND expiry_first <= :soon AND expiry >= :day
    UNION ALL SELECT 'expired', alive.id, alive.lab, alive.rid, labs, expiry, NULL, NULL FROM alive WHERE status = 'expired'
    UNION ALL SELECT 'surveillance_due', alive.id, alive.lab, alive.rid, labs, json_extract(v.value, '$.day'), json_extract(v.value, '$.visit'), NULL
      FROM json_each(:visits) v JOIN alive ON alive.rid = json_extract(v.value, '$.rid')
     WHERE ${IN_LIFE} AND json_extract(v.value, '$.day') <= alive.expiry
    UNION ALL SELECT json_extract(w.value, '$[1]'), alive.id, alive.lab, alive.rid, labs, NULL, NULL, g.flag
      FROM alive JOIN accreditation_flag g ON g.accreditation_rid = alive.rid AND g.from_day <= :day AND g.to_day >= :day
      JOIN json_each(:flags) w ON json_extract(w.value, '$[0]') = g.flag
    UNION ALL SELECT 'unsourced', alive.id, alive.lab, alive.rid, labs, NULL, NULL, 'unverified'
      FROM alive JOIN laboratory l ON l.rid = alive.lab WHERE ${UNVERIFIED('l.id')}
    UNION ALL SELECT 'unsourced', alive.id, alive.lab, alive.rid, labs, NULL, NULL, NULL FROM alive WHERE ${UNSOURCED}
    UNION ALL SELECT 'unsourced', living.id, living.rid, NULL, 1, NULL, NULL, 'unverified' FROM living
     WHERE ${UNVERIFIED('living.id')} AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.laboratory_rid = living.rid AND ${ON_DAY('c')})),
  whole AS MATERIALIZED (
    SELECT about, record, lab, accreditation, max(labs) AS labs, min(due) AS due, min(visit) AS visit, group_concat(DISTINCT flag) AS flags
      FROM work GROUP BY about, record)
  SELECT whole.about, whole.lab, whole.accreditation, whole.labs, whole.due, whole.visit, whole.flags,
         (SELECT n.sort_key FROM laboratory_name n WHERE n.laboratory_rid = whole.lab AND ${ON_DAY('n')} LIMIT 1) AS sortKey,
         (SELECT z.rid FROM snooze z WHERE z.record = whole.record AND z.about = whole.about AND z.until > :day AND :day >= :today
           AND z.trashed_at IS NULL ORDER BY z.until DESC LIMIT 1) AS snooze
    FROM whole`

type WorkRow = Omit<Work, 'flags'> & { flags: string | null; sortKey: string }

/** All work of a day, the most pressing first: by kind; the nearest end or visit first, the latest end first; then by name. */
export function findWork(db: ReadDb, { day, today }: Days, ahead: number): Work[] {
  const rows = prepare<[object], WorkRow>(db, WORK).all({
    day,
    today,
    ended: addDays(day, -JUST_ENDED),
    soon: addDays(day, ahead),
    flags: JSON.stringify(Object.entries(workOfFlag)),
    visits: JSON.stringify(dueVisits(db, day, VISIT_AHEAD)),
  })
  const late = new Set(rows.flatMap((row) => (row.about === 'surveillance_overdue' ? row.accreditation : [])))
  return rows
    .filter((row) => row.about !== 'surveillance_due' || !late.has(row.accreditation))
    .sort(byUrgency)
    .map(({ sortKey: _sortKey, flags, ...row }) => ({ ...row, flags: (flags?.split(',') ?? []) as Flag[] }))
}

const place = new Map(taskKinds.map((kind, at) => [kind, at]))

function byUrgency(a: WorkRow, b: WorkRow): number {
  const kinds = place.get(a.about)! - place.get(b.about)!
  if (kinds !== 0) return kinds
  const [x, y] = [a.due ?? '', b.due ?? '']
  if (x !== y) return x < y === (a.about !== 'expired') ? -1 : 1
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1
  return (a.accreditation ?? 0) - (b.accreditation ?? 0) || a.lab - b.lab
}

/** Only accreditations with a plan near the day, or a visit made about twelve months before it, can have one due. */
const VISITS = `
  SELECT s.accreditation_rid AS rid, s.due, s.done FROM surveillance s WHERE s.trashed_at IS NULL AND s.accreditation_rid IN (
    SELECT accreditation_rid FROM surveillance WHERE trashed_at IS NULL
       AND ((due_first <= :ahead AND due_last >= :day) OR done_first BETWEEN :from AND :until))`

/** The next visit of each accreditation that has one within so many days after `day`: its first possible day and reduced ISO as planned. */
export function dueVisits(db: ReadDb, day: string, within: number): { rid: number; day: string; visit: string }[] {
  const ahead = addDays(day, within)
  const year = (to: string, margin: number) => addDays(addMonths(to, -SURVEILLANCE_MONTHS), margin)
  const rows = prepare<[object], Visit & { rid: number }>(db, VISITS).all({
    day,
    ahead,
    from: year(day, -5),
    until: year(ahead, 5),
  })
  const visits = new Map<number, Visit[]>()
  for (const { rid, ...visit } of rows) visits.set(rid, [...(visits.get(rid) ?? []), visit])
  return [...visits].flatMap(([rid, all]) => {
    const visit = visitDue(all, day)
    const first = visit === null ? null : firstDay(visit)
    return visit === null || first === null || first > ahead ? [] : [{ rid, day: first, visit }]
  })
}
