// The log by savings, newest first: who, when, why, how many records of each kind, and the changes of a short one. An import of thousands
// of records is one entry whose figures count all of it; its changes are read with changes.list when somebody unfolds it.
import type { ChangeSetShown, Journal } from '../model/shapes/journal'
import { prepare, type ReadDb } from './database'
import { changesOfSet } from './history'

export interface SetsQuery {
  before?: number | undefined
  limit?: number | undefined
  kind?: string | undefined
  actor?: string | undefined
}

/** A set with more changes comes without them. */
const SHORT = 40
const SETS = 30

const FOUND = `
  FROM change_set WHERE commit_seq < :before AND (:kind IS NULL OR kind = :kind) AND (:actor IS NULL OR actor = :actor)
   AND recorded_at >= :from AND recorded_at < :until`
const SQL = `SELECT commit_seq AS seq, recorded_at AS at, actor, kind, reason, source ${FOUND} ORDER BY commit_seq DESC LIMIT :limit`
const COUNT = `SELECT count(*) AS total ${FOUND}`
const ACTORS = 'SELECT DISTINCT actor FROM change_set ORDER BY actor'
const KINDS = 'SELECT DISTINCT kind FROM change_set ORDER BY kind'

/** What a set did to each record it touched, by kinds of records, in the order in which they were first touched. */
const DEEDS = `
  SELECT entity, deed, count(*) AS count FROM (
    SELECT entity, min(rid) AS first, CASE WHEN max(field IS NULL) THEN 'created'
      WHEN max(field = 'trashedAt' AND coalesce(value, 'null') <> 'null') THEN 'removed'
      WHEN max(field = 'trashedAt') THEN 'restored' ELSE 'changed' END AS deed
      FROM change WHERE commit_seq = ? GROUP BY record)
   GROUP BY entity, deed ORDER BY min(first)`
const CHANGES = 'SELECT count(*) AS total FROM change WHERE commit_seq = ?'

type Bounds = Required<{ [K in keyof SetsQuery]: NonNullable<SetsQuery[K]> | null }> & { from: string; until: string }
type SetRow = Omit<ChangeSetShown, 'deeds' | 'changes' | 'total'>

const boundsOf = ({ before, limit, kind, actor }: SetsQuery): Bounds => ({
  before: before ?? Number.MAX_SAFE_INTEGER,
  limit: limit ?? SETS,
  kind: kind ?? null,
  actor: actor ?? null,
  from: '',
  until: '~',
})

/** Savings before commit_seq `before` (all when left out), at most `limit` (30), of one kind or one person when asked. */
export function listSets(db: ReadDb, query: SetsQuery): Journal {
  const bounds = boundsOf(query)
  const rows = prepare<[object], SetRow>(db, SQL).all({ ...bounds, limit: bounds.limit! + 1 })
  const names = (sql: string): string[] => prepare<[], string>(db, sql).pluck().all()
  return {
    sets: rows.slice(0, bounds.limit!).map((row) => toSet(db, row)),
    hasMore: rows.length > bounds.limit!,
    actors: names(ACTORS),
    kinds: names(KINDS),
  }
}

const ONE =
  'SELECT commit_seq AS seq, recorded_at AS at, actor, kind, reason, source FROM change_set WHERE commit_seq = ?'

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

function toSet(db: ReadDb, row: SetRow): ChangeSetShown {
  const { total } = prepare<[number], { total: number }>(db, CHANGES).get(row.seq)!
  return {
    ...row,
    deeds: prepare<[number], ChangeSetShown['deeds'][number]>(db, DEEDS).all(row.seq),
    changes: total > SHORT ? [] : changesOfSet(db, { set: row.seq, limit: SHORT }),
    total,
  }
}
