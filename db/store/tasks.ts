// The work of a day (“Việc cần làm”, “Hạn hiệu lực”): found whole once for each state of the register, then paged. A snooze hides its work
// from the day it was made until its day; an earlier day is looked at without snoozes.
import { addDays } from '../model/dates/partial'
import { RegistryError } from '../model/errors'
import { flags, type Flag } from '../model/status/flags'
import { shownStatus, TASK_WINDOW, type SpanStatus } from '../model/status/spans'
import { ladder, LADDER_TOP, taskKinds, type Task, type TaskKind, type TaskPage } from '../model/tasks/kinds'
import type { Snooze, TaskQuery } from '../model/tasks/questions'
import { currentSeq, prepare, type ReadDb } from './database'
import { keptUntilWritten } from './kept'
import { STATED_END } from './stated-end'
import { findWork, type Days, type Work } from './tasks-found'
import type { Tx } from './write'

const NAMED = `
  SELECT page.key AS at, l.id AS lab, n.vi AS nameVi, n.en AS nameEn, a.id AS accreditation, a.code_printed AS code, coalesce(sp.status, 'unknown') AS status,
         coalesce(${STATED_END}, sp.expiry) AS expiry, z.until, z.reason,
         (SELECT json_group_array(json_object('title', coalesce(t.title, x.printed), 'lastDay', t.last_day)) FROM accreditation_standard x JOIN standard t ON t.rid = x.standard_rid
           WHERE x.accreditation_rid = a.rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day AND t.last_day < :day) AS editions
    FROM json_each(:page) page JOIN laboratory l ON l.rid = json_extract(page.value, '$.lab')
    JOIN laboratory_name n ON n.laboratory_rid = l.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
    LEFT JOIN accreditation a ON a.rid = json_extract(page.value, '$.accreditation')
    LEFT JOIN status_span sp ON sp.accreditation_rid = a.rid AND sp.from_day <= :day AND sp.to_day >= :day
    LEFT JOIN snooze z ON z.rid = json_extract(page.value, '$.snooze')
   GROUP BY page.key`

interface NamedRow {
  at: number
  lab: string
  nameVi: string
  nameEn: string | null
  accreditation: string | null
  code: string | null
  status: SpanStatus
  expiry: string | null
  until: string | null
  reason: string | null
  editions: string
}

/** Work on `day`, the most pressing first; `kind` leaves other kinds out, `within` bounds what is expiring (TASK_WINDOW unless told). */
export function listTasks(db: ReadDb, query: Omit<TaskQuery, 'day'>, days: Days): TaskPage {
  const { offset = 0, limit = 100, ...rest } = query
  const { asked, ...figures } = chosen(db, JSON.stringify([rest, days]), () => choose(known(db, days), rest, days.day))
  const rows = toTasks(db, asked.slice(offset, offset + limit), days.day)
  return { rows, total: asked.length, day: days.day, seq: currentSeq(db), ...figures }
}

type Chosen = Pick<TaskPage, 'kinds' | 'ladder' | 'justEnded' | 'snoozed'> & { asked: Work[] }

function choose(found: readonly Work[], query: Omit<TaskQuery, 'day'>, day: string): Chosen {
  const open = query.includeSnoozed ? found : found.filter((work) => work.snooze === null)
  const within = query.within ?? TASK_WINDOW
  const ends = (days: number) => {
    const last = addDays(day, days)
    return open.filter((work) => work.about === 'expiring' && work.due! <= last)
  }
  const until = addDays(day, within)
  const near = (work: Work) => work.about !== 'expiring' || work.due! <= until
  const wanted = query.kind === undefined ? null : new Set<TaskKind>([query.kind].flat())
  return {
    asked: open.filter((work) => near(work) && (wanted === null || wanted.has(work.about))),
    kinds: taskKinds.flatMap((kind) => {
      const tasks = open.filter((work) => work.about === kind && near(work)).length
      return tasks === 0 ? [] : [{ kind, tasks }]
    }),
    ladder: ladder.map((rung) => ({ within: rung, tasks: ends(rung).length })),
    justEnded: open.filter((work) => work.about === 'expired').length,
    snoozed: found.filter((work) => work.snooze !== null && near(work)).length,
  }
}

/** Found once per state of the register and day: the rail, the overview and each page of the list ask for the same. */
const lists = keptUntilWritten<Work[]>(4)
const chosen = keptUntilWritten<Chosen>(8)

const known = (db: ReadDb, days: Days): Work[] =>
  lists(db, `${days.day} ${days.today}`, () => findWork(db, days, LADDER_TOP))

function toTasks(db: ReadDb, page: readonly Work[], day: string): Task[] {
  const named = new Map(
    prepare<[object], NamedRow>(db, NAMED)
      .all({ day, page: JSON.stringify(page) })
      .map((row) => [row.at, row]),
  )
  return page.flatMap((work, at) => {
    const row = named.get(at)
    return row === undefined ? [] : [toTask(work, row, day)]
  })
}

function toTask(work: Work, row: NamedRow, day: string): Task {
  const found = new Set<Flag>(work.flags)
  return {
    record: row.accreditation ?? row.lab,
    about: work.about,
    lab: row.lab,
    nameVi: row.nameVi,
    nameEn: row.nameEn,
    others: work.labs - 1,
    code: row.code,
    flags: flags.filter((flag) => found.has(flag)),
    editions: work.about === 'edition_withdrawn' ? (JSON.parse(row.editions) as Task['editions']) : [],
    visit: work.visit,
    snoozed: row.until === null ? null : { until: row.until, reason: row.reason },
    ...shownStatus(row.status, row.expiry, day),
    expiry: row.expiry,
  }
}

const SNOOZES = 'SELECT id FROM snooze WHERE record = ? AND about = ? AND trashed_at IS NULL ORDER BY until DESC, rid'
const KNOWN = 'SELECT 1 FROM accreditation WHERE id = :id UNION ALL SELECT 1 FROM laboratory WHERE id = :id'

/** Puts work off until a day, or (`until` null) back on the list; one snooze for each work. Returns the snooze's id. */
export function snooze(tx: Tx, asked: Snooze, now: { day: string; instant: string }): string {
  const { record, about, until, reason = null } = asked
  if (prepare(tx.db, KNOWN).get({ id: record }) === undefined) throw new RegistryError('not_found', `record ${record}`)
  if (until !== null && until <= now.day)
    throw new RegistryError('invalid_input', 'a snooze until a day that has come', [
      { field: 'until', rule: 'not_later', params: { day: now.day } },
    ])
  const [first, ...others] = prepare<[string, string], { id: string }>(tx.db, SNOOZES)
    .all(record, about)
    .map(({ id }) => id)
  for (const id of others) tx.change('snooze', id, { trashedAt: now.instant })
  if (until === null) {
    if (first === undefined) throw new RegistryError('not_found', `snooze of ${record}`)
    tx.change('snooze', first, { trashedAt: now.instant })
    return first
  }
  if (first === undefined) return tx.create('snooze', { record, about, until, reason })
  tx.change('snooze', first, { until, reason })
  return first
}
