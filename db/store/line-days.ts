// The days on which scope lines hold, in the file: each annex from its act until a later complete annex, and the limits that acts put on
// named lines. Derived, so that a search looks a line up instead of reading its history.
import { addDays } from '../model/dates/partial'
import { lineLimits, maySingleOut, type ActWithLines } from '../model/status/lines'
import { LAST_DAY, type Act } from '../model/status/spans'
import { prepare, type ReadDb, type WriteDb } from './database'
import { readActs } from './spans'

const ANNEXES = `
  SELECT x.rid, x.act_rid AS act, x.extent, coalesce(t.effective_first, d.signed_first, '0000-01-01') AS "from",
         (SELECT count(*) FROM scope_line l WHERE l.annex_rid = x.rid AND l.trashed_at IS NULL) AS lines
    FROM decision_act t JOIN decision d ON d.rid = t.decision_rid AND d.trashed_at IS NULL JOIN annex x ON x.act_rid = t.rid AND x.trashed_at IS NULL
   WHERE t.accreditation_rid = ? AND t.trashed_at IS NULL`

interface AnnexRow {
  rid: number
  act: number
  extent: 'complete' | 'extension' | 'reduction' | null
  from: string
  lines: number
}

/** Lines an act names, or continues in an annex that takes them away, with everything of the same lineage. */
const NAMED = `
  WITH RECURSIVE named(rid) AS (
      SELECT line_rid FROM act_line WHERE act_rid = :act AND trashed_at IS NULL
      UNION SELECT l.continues_rid FROM annex x JOIN scope_line l ON l.annex_rid = x.rid AND l.trashed_at IS NULL
       WHERE x.act_rid = :act AND x.extent = 'reduction' AND x.trashed_at IS NULL AND l.continues_rid IS NOT NULL),
    up(rid) AS (SELECT rid FROM named UNION SELECT l.continues_rid FROM up JOIN scope_line l ON l.rid = up.rid WHERE l.continues_rid IS NOT NULL),
    whole(rid) AS (SELECT rid FROM up UNION SELECT l.rid FROM whole JOIN scope_line l ON l.continues_rid = whole.rid)
  SELECT rid FROM whole`

const COUNT_LINES = `
  UPDATE annex_span AS p SET lines = (SELECT count(*) FROM scope_line l WHERE l.annex_rid = p.annex_rid AND l.trashed_at IS NULL)
   WHERE annex_rid IN (SELECT l.annex_rid FROM json_each(?) asked JOIN scope_line l ON l.rid = asked.value)`

/** Most accreditations have no act that limits lines, nor limits left of one that did. */
const LIMITING = `
  SELECT 1 FROM decision_act t WHERE t.accreditation_rid = ?
     AND (t.kind IN ('reduction', 'withdrawal', 'suspension') OR EXISTS (SELECT 1 FROM line_limit m WHERE m.act_rid = t.rid)) LIMIT 1`
const CLEAR_LIMITS = `DELETE FROM line_limit WHERE act_rid IN (SELECT rid FROM decision_act WHERE accreditation_rid = ?)`
/** A reduction ends what stood before it, not what a later annex lists anew. */
const ADD_LIMIT = `
  INSERT INTO line_limit (line_rid, from_day, to_day, kind, act_rid)
  SELECT l.rid, :from, :to, :kind, t.rid FROM scope_line l JOIN annex_span x ON x.annex_rid = l.annex_rid JOIN decision_act t ON t.id = :act
   WHERE l.rid = :line AND (:kind = 'suspended' OR x.from_day <= :from)`

/** Rewrites the days of all annexes of an accreditation and the limits on its lines. */
export function writeLineDays(db: WriteDb, accreditation: number): void {
  prepare(db, 'DELETE FROM annex_span WHERE accreditation_rid = ?').run(accreditation)
  const annexes = prepare<[number], AnnexRow>(db, ANNEXES).all(accreditation)
  const insert = prepare(
    db,
    'INSERT OR REPLACE INTO annex_span (annex_rid, accreditation_rid, from_day, to_day, lines) VALUES (?, ?, ?, ?, ?)',
  )
  // An annex moved here from another accreditation still stands there until that one is written anew.
  for (const annex of annexes) insert.run(annex.rid, accreditation, annex.from, lastDayOf(annex, annexes), annex.lines)
  writeLimits(db, accreditation)
}

/** What a change of lines alone does: their annexes hold as before, with so many lines, and acts may name others of them. */
export function writeLineChanges(db: WriteDb, accreditations: Iterable<number>, lines: ReadonlySet<number>): void {
  prepare(db, COUNT_LINES).run(JSON.stringify([...lines]))
  for (const accreditation of accreditations) writeLimits(db, accreditation)
}

function writeLimits(db: WriteDb, accreditation: number): void {
  if (prepare(db, LIMITING).get(accreditation) === undefined) return
  prepare(db, CLEAR_LIMITS).run(accreditation)
  for (const limit of lineLimits(actsWithLines(db, accreditation))) prepare(db, ADD_LIMIT).run(limit)
}

function lastDayOf(annex: AnnexRow, all: readonly AnnexRow[]): string {
  const next = all
    .filter(({ extent, act, from }) => extent === 'complete' && act !== annex.act && from > annex.from)
    .map(({ from }) => from)
    .sort()[0]
  return next === undefined ? LAST_DAY : addDays(next, -1)
}

function actsWithLines(db: ReadDb, accreditation: number): ActWithLines[] {
  const ridOfAct = prepare<[string], { rid: number }>(db, 'SELECT rid FROM decision_act WHERE id = ?')
  const linesOf = (act: Act): number[] =>
    prepare<[object], { rid: number }>(db, NAMED)
      .all({ act: ridOfAct.get(act.id)!.rid })
      .map((row) => row.rid)
  return readActs(db, accreditation).map((act) => ({ ...act, lines: maySingleOut(act) ? linesOf(act) : [] }))
}
