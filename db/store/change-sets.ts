// The log by savings, newest first: who, when, why, how many records of each kind, and the changes of a short one. An import of thousands
// of records is one entry whose figures count all of it; its changes are read with changes.list when somebody unfolds it.
import { addDays } from '../model/dates/partial'
import type { EntityName } from '../model/entities'
import type { SetsQuestion } from '../model/questions'
import type { ChangeSetShown, Journal } from '../model/shapes/journal'
import { isWriting, prepare, type ReadDb } from './database'
import { changesOfSet, NO_MARK, shownKind } from './history'
import { keptUntilWritten } from './kept'
import { setsWithWords } from './journal-search'

/** A set with more changes comes without them. */
const SHORT = 40
const SETS = 30

const OF_SET = `s.commit_seq < :before AND (:kind IS NULL OR s.kind = :kind) AND (:actor IS NULL OR s.actor = :actor)
   AND s.recorded_at >= :from AND s.recorded_at < :until`
const OF_ENTITY = `(:entities IS NULL OR c.entity IN (SELECT value FROM json_each(:entities)))`
const FOUND = `FROM change_set s WHERE ${OF_SET}`
const COLUMNS = 's.commit_seq AS seq, s.recorded_at AS at, s.actor, s.kind, s.reason, s.source'
const SQL = `SELECT ${COLUMNS} ${FOUND}
   AND (:entities IS NULL OR EXISTS (SELECT 1 FROM change c WHERE c.commit_seq = s.commit_seq AND ${OF_ENTITY}))
 ORDER BY s.commit_seq DESC LIMIT :limit`
/** CROSS JOIN: the log is walked from its end, not sorted. */
const CHANGES_FOUND = `FROM change c CROSS JOIN change_set s ON s.commit_seq = c.commit_seq WHERE c.commit_seq < :before AND ${OF_SET} AND ${OF_ENTITY}`
const COUNT = `SELECT count(*) AS total ${FOUND}`
const ACTORS = 'SELECT DISTINCT actor FROM change_set ORDER BY actor'
const KINDS = 'SELECT DISTINCT kind FROM change_set ORDER BY kind'

/** What a set did to each record it touched, by kinds of records, in the order in which they were first touched. */
const DEEDS = `
  SELECT entity, deed, count(*) AS count FROM (
    SELECT entity, min(rid) AS first, CASE WHEN max(field IS NULL) THEN 'created'
      WHEN max(field = 'trashedAt' AND coalesce(value, 'null') <> 'null') THEN 'removed'
      WHEN max(field = 'trashedAt') THEN 'restored' ELSE 'changed' END AS deed
      FROM change c WHERE commit_seq = ? AND ${NO_MARK} GROUP BY record)
   GROUP BY entity, deed ORDER BY min(first)`
const CHANGES = `SELECT count(*) AS total FROM change c WHERE commit_seq = ? AND ${NO_MARK}`

/** Rows that belong to a record as people see it: its names and links are changed with it. */
const together: Partial<Record<EntityName, readonly EntityName[]>> = {
  laboratory: ['laboratory', 'laboratory_name', 'laboratory_owner'],
  organization: ['organization', 'organization_name'],
  accreditation: ['accreditation', 'accreditation_standard', 'accreditation_field', 'coverage'],
}

interface Bounds {
  before: number
  limit: number
  kind: string | null
  actor: string | null
  /** JSON list; null: of all */
  entities: string | null
  from: string
  until: string
}
type SetRow = Omit<ChangeSetShown, 'deeds' | 'changes' | 'total'>

const boundsOf = ({ before, limit, kind, actor, entity, from, until }: SetsQuestion): Bounds => ({
  before: before ?? Number.MAX_SAFE_INTEGER,
  limit: limit ?? SETS,
  kind: kind ?? null,
  actor: actor ?? null,
  entities: entity === undefined ? null : JSON.stringify(together[entity] ?? [entity]),
  from: from === undefined ? '' : startOf(from),
  until: until === undefined ? '~' : startOf(addDays(until, 1)),
})

/** The instant at which a day begins, where the register counts its days. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString()

/** What the journal can be narrowed by. */
const offered = keptUntilWritten<Pick<Journal, 'actors' | 'kinds'>>(1)

/** Savings before commit_seq `before` (all when left out), at most `limit` (30), narrowed as asked. */
export async function listSets(db: ReadDb, query: SetsQuestion): Promise<Journal> {
  const bounds = boundsOf(query)
  const rows = await rowsFor(db, query.text?.trim() ?? '', { ...bounds, limit: bounds.limit + 1 })
  const names = (sql: string): string[] => prepare<[], string>(db, sql).pluck().all()
  return {
    sets: rows.slice(0, bounds.limit).map((row) => toSet(db, row)),
    hasMore: rows.length > bounds.limit,
    ...offered(db, '', () => ({ actors: names(ACTORS), kinds: names(KINDS) })),
  }
}

async function rowsFor(db: ReadDb, text: string, bounds: Bounds): Promise<SetRow[]> {
  if (text === '') return prepare<[object], SetRow>(db, SQL).all(bounds)
  const seqs = await setsWithWords(db, { text, from: CHANGES_FOUND, bounds, limit: bounds.limit })
  return seqs.map((seq) => prepare<[number], SetRow>(db, ONE).get(seq)!)
}

const ONE = `SELECT ${COLUMNS} FROM change_set s WHERE s.commit_seq = ?`

export const shownSet = (db: ReadDb, seq: number): ChangeSetShown =>
  toSet(db, prepare<[number], SetRow>(db, ONE).get(seq)!)

/** The latest savings recorded from instant `from` until before `until`, and how many there are. */
export function recentSets(
  db: ReadDb,
  time: { from: string; until: string },
  limit: number,
): { sets: ChangeSetShown[]; total: number } {
  const bounds = { ...boundsOf({ limit }), ...time }
  return {
    sets: prepare<[object], SetRow>(db, SQL)
      .all(bounds)
      .map((row) => toSet(db, row)),
    total: prepare<[object], { total: number }>(db, COUNT).get(bounds)!.total,
  }
}

type Counted = Pick<ChangeSetShown, 'total' | 'deeds'>
const counted = new WeakMap<ReadDb, Map<number, Counted>>()
/** savings counted for each register */
const MOST = 2_000

/** What a saving did is counted once: the log is never rewritten, and an import of a thousand records takes its time. */
function countOf(db: ReadDb, seq: number): Counted {
  let known = counted.get(db)
  if (!known || known.size > MOST) counted.set(db, (known = new Map<number, Counted>()))
  const before = known.get(seq)
  if (before) return before
  const total = prepare<[number], number>(db, CHANGES).pluck().get(seq)!
  const count = { total, deeds: prepare<[number], ChangeSetShown['deeds'][number]>(db, DEEDS).all(seq) }
  if (!isWriting(db)) known.set(seq, count)
  return count
}

function toSet(db: ReadDb, row: SetRow): ChangeSetShown {
  const { total, deeds } = countOf(db, row.seq)
  return {
    ...shownKind(row),
    deeds,
    changes: total > SHORT ? [] : changesOfSet(db, { set: row.seq, limit: SHORT }),
    total,
  }
}
