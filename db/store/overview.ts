// The overview's figures. Each is a stated rule whose list opens with the same filter: what is counted here is what labs.list returns there.
import type { Overview } from '../model/shapes/overview'
import { addDays } from '../model/dates/partial'
import { expiryWindows, statuses, type Status } from '../model/status/spans'
import { flags } from '../model/status/flags'
import { prepare, type ReadDb } from './database'
import { recentSets, startOf } from './change-sets'
import { conditionsFor, COVERING, SHOWN_STATUS } from './lab-filter'
import { keptUntilWritten } from './kept'
import { FROM } from './labs'
import { coverage } from './overview-coverage'
import { published } from './published'
import { STATED_END } from './stated-end'
import { listTasks } from './tasks'

const BY_SCHEME = (where: string) => `
  SELECT k.key, coalesce(k.vi, '') AS name, count(DISTINCT lab.rid) AS labs ${FROM}
    JOIN coverage c ON c.laboratory_rid = lab.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day
    JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL LEFT JOIN scheme k ON k.rid = a.scheme_rid
   WHERE ${where} GROUP BY k.key ORDER BY labs DESC, k.position`
const BY_FIELD = (where: string) => `
  SELECT f.key, f.vi AS name, count(DISTINCT lab.rid) AS labs ${FROM}
    JOIN coverage c ON c.laboratory_rid = lab.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day
    JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    JOIN accreditation_field x ON x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day
    JOIN field f ON f.rid = x.field_rid
   WHERE ${where} GROUP BY f.key ORDER BY f.position`
/** One row per accreditation, under the first laboratory that it covers, in the month of its last possible day. */
const ENDS = `
  SELECT * FROM (SELECT a.id AS accreditation, lab.id AS lab, n.vi AS labName, a.code_printed AS code, coalesce(${STATED_END}, sp.expiry) AS expiry,
      substr(sp.expiry, 1, 7) AS month, count(*) OVER (PARTITION BY substr(sp.expiry, 1, 7)) AS count,
      row_number() OVER (PARTITION BY substr(sp.expiry, 1, 7) ORDER BY sp.expiry_first, n.sort_key, a.rid) AS place
    FROM status_span sp JOIN accreditation a ON a.rid = sp.accreditation_rid AND a.trashed_at IS NULL
    JOIN laboratory lab ON lab.rid = (SELECT min(l.rid) FROM coverage c JOIN laboratory l ON l.rid = c.laboratory_rid AND l.trashed_at IS NULL
      WHERE c.accreditation_rid = a.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day)
    JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE sp.from_day <= :day AND sp.to_day >= :day AND sp.status IN ('valid', 'partly_suspended', 'suspended') AND sp.expiry BETWEEN :day AND :until)
   WHERE place <= :named ORDER BY place`
/** Ends of a month that are named; the others are counted. */
const NAMED = 40
const RECENT = 5
/** Things to do that the overview names: the first of the list. */
const TASKS = 10
const WEEK = 7
const SOURCED = `
  SELECT count(*) AS sourced, coalesce(sum(EXISTS (SELECT 1 FROM ${COVERING} AND a.scheme_rid = (SELECT rid FROM scheme WHERE key = 'VILAS'))), 0) AS vilas
    FROM laboratory lab WHERE lab.trashed_at IS NULL AND EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.trashed_at IS NULL)`
/** The rule of the filter `expiringWithin`, for all windows in one pass. */
const EXPIRING = (where: string) => `
  SELECT ${expiryWindows.map((days) => `coalesce(sum(s.expiry_first <= :within${days}), 0) AS within${days}`).join(', ')} ${FROM}
   WHERE ${where} AND s.status IN ('valid', 'partly_suspended', 'suspended') AND s.expiry >= :day`
/** The rule of the filter `flag`, for all flags in one pass. */
const FLAGGED = (where: string) => `
  SELECT flag, count(*) AS labs FROM (
    SELECT g.flag, lab.rid ${FROM}
      JOIN coverage c ON c.laboratory_rid = lab.rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day
      JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
      JOIN accreditation_flag g ON g.accreditation_rid = a.rid AND g.from_day <= :day AND g.to_day >= :day
     WHERE ${where}
     UNION SELECT 'unverified', lab.rid ${FROM}
     WHERE ${where} AND EXISTS (SELECT 1 FROM evidence e WHERE e.record = lab.id AND e.certainty <> 'checked' AND e.trashed_at IS NULL))
   GROUP BY flag`

const overviews = keptUntilWritten<Overview>(4)

/** `today`: the day from which snoozes count. */
export const overview = (db: ReadDb, day: string, today = day): Overview =>
  overviews(db, `${day} ${today}`, () => count(db, day, today))

function count(db: ReadDb, day: string, today: string): Overview {
  const work = listTasks(db, { limit: TASKS }, { day, today })
  const { where, parameters } = conditionsFor({}, day)
  const condition = where.join(' AND ')
  const byStatus = prepare<[object], { status: Status; labs: number }>(
    db,
    `SELECT ${SHOWN_STATUS} AS status, count(*) AS labs ${FROM} WHERE ${condition} GROUP BY 1`,
  )
  const found = new Map(byStatus.all(parameters).map((row) => [row.status, row.labs]))
  return {
    day,
    labs: [...found.values()].reduce((sum, labs) => sum + labs, 0),
    byStatus: statuses.map((status) => ({ status, labs: found.get(status) ?? 0 })),
    byScheme: prepare<[object], Overview['byScheme'][number]>(db, BY_SCHEME(condition)).all({ day }),
    byField: prepare<[object], Overview['byField'][number]>(db, BY_FIELD(condition)).all({ day }),
    expiring: expiring(db, condition, day),
    months: twelveMonths(db, day),
    verify: flagged(db, condition, day),
    toVerify: countFiltered(db, { flag: [...flags] }, day),
    tasks: work.rows,
    work: work.total,
    coverage: coverage(db, day),
    published: published(db),
    provable: prepare<[object], Overview['provable']>(db, SOURCED).get({ day })!,
    recent: recentSets(db, { from: startOf(addDays(day, 1 - WEEK)), until: startOf(addDays(day, 1)) }, RECENT),
  }
}

function expiring(db: ReadDb, condition: string, day: string): Overview['expiring'] {
  const ends = Object.fromEntries(expiryWindows.map((within) => [`within${within}`, addDays(day, within)]))
  const row = prepare<[object], Record<string, number>>(db, EXPIRING(condition)).get({ day, ...ends })!
  return expiryWindows.map((within) => ({ within, labs: row[`within${within}`] ?? 0 }))
}

/** Flags that some laboratory carries, in their order. */
function flagged(db: ReadDb, condition: string, day: string): Overview['verify'] {
  const rows = prepare<[object], Overview['verify'][number]>(db, FLAGGED(condition)).all({ day })
  return flags.flatMap((flag) => rows.find((row) => row.flag === flag) ?? [])
}

function countFiltered(db: ReadDb, filter: Parameters<typeof conditionsFor>[0], day: string): number {
  const { where, parameters } = conditionsFor(filter, day)
  return prepare<[object], { labs: number }>(db, `SELECT count(*) AS labs ${FROM} WHERE ${where.join(' AND ')}`).get(
    parameters,
  )!.labs
}

type Month = Overview['months'][number]

/** The month of `day` and the eleven after it, each with the accreditations that end in it. */
function twelveMonths(db: ReadDb, day: string): Month[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = Array.from({ length: 12 }, (_, at) => {
    const index = year * 12 + month - 1 + at
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
  const rows = prepare<[object], Month['ends'][number] & { month: string; count: number; place: number }>(db, ENDS).all(
    { day, until: `${months.at(-1)!}-31`, named: NAMED },
  )
  return months.map((each) => {
    const found = rows.filter((row) => row.month === each)
    return {
      month: each,
      count: found[0]?.count ?? 0,
      ends: found.map(({ month: _month, count: _count, place: _place, ...end }) => end),
    }
  })
}
