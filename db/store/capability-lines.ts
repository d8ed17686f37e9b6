// A scope line as a search meets it: its words first; then the days of its annex and the status of its accreditation on the day, which all
// lines of the annex share.
import type { inclusions } from '../model/vocabulary'
import type { SpanStatus } from '../model/status/spans'
import type { LineText } from '../search/fit'
import { prepare, type ReadDb } from './database'
import { reducedExpiry } from './labs'

export interface PrintedLine extends LineText {
  rid: number
  id: string
  range: string | null
  inclusion: (typeof inclusions)[number]
  siteRid: number | null
  annexRid: number
}

/** What holds for every line of an annex on a day. */
export interface AnnexState {
  /** the annex takes its lines away */
  reduction: 0 | 1
  accreditationRid: number
  accreditation: string
  code: string | null
  annexFrom: string
  annexTo: string
  status: SpanStatus
  statusFrom: string
  statusTo: string
  /** reduced ISO end of validity */
  expiry: string | null
  certain: 0 | 1
}

export type WalkedLine = PrintedLine & AnnexState

const COLUMNS = `l.rid, l.id, l.matrix_vi AS matrixVi, l.matrix_en AS matrixEn, l.test_vi AS testVi, l.test_en AS testEn, l.technique, l.range,
         l.method, l.method_edition AS methodEdition, l.inclusion, l.site_rid AS siteRid, l.annex_rid AS annexRid`
const MATCHING = `
  SELECT ${COLUMNS} FROM line_search s CROSS JOIN scope_line l ON l.rid = s.rowid AND l.trashed_at IS NULL
   WHERE s.line_search MATCH :expression AND s.rowid > :after`

/** Lines that the index offers for an expression, by row number, from behind `after` on. */
export const matchingLines = (db: ReadDb, expression: string, after: number): Iterable<PrintedLine> =>
  prepare<[object], PrintedLine>(db, MATCHING).iterate({ expression, after })

const OFFERED = 'SELECT 1 FROM line_search WHERE line_search MATCH ? LIMIT 1'

export const offersAny = (db: ReadDb, expression: string): boolean =>
  prepare<[string]>(db, OFFERED).get(expression) !== undefined

const OF_CODES = `
  SELECT ${COLUMNS} FROM accreditation a JOIN annex_span x ON x.accreditation_rid = a.rid
    JOIN scope_line l ON l.annex_rid = x.annex_rid AND l.trashed_at IS NULL
   WHERE a.code_key IN (SELECT value FROM json_each(?)) AND a.trashed_at IS NULL AND l.rid > ? ORDER BY l.rid`

export const linesOfCodes = (db: ReadDb, codes: readonly string[], after: number): Iterable<PrintedLine> =>
  prepare<[string, number], PrintedLine>(db, OF_CODES).iterate(JSON.stringify(codes), after)

const STATE = `
  SELECT coalesce(n.extent = 'reduction', 0) AS reduction, a.rid AS accreditationRid, a.id AS accreditation, a.code_printed AS code,
         x.from_day AS annexFrom, x.to_day AS annexTo, s.status, s.from_day AS statusFrom, s.to_day AS statusTo, s.expiry, s.certain
    FROM annex_span x JOIN annex n ON n.rid = x.annex_rid JOIN accreditation a ON a.rid = x.accreditation_rid AND a.trashed_at IS NULL
    JOIN status_span s ON s.accreditation_rid = a.rid AND s.from_day <= :day AND s.to_day >= :day
   WHERE x.annex_rid = :annex`

/** Null: the annex or its accreditation is in the trash. */
export function annexState(db: ReadDb, annex: number, day: string): AnnexState | null {
  const state = prepare<[object], AnnexState>(db, STATE).get({ annex, day })
  return state ? { ...state, expiry: reducedExpiry(db, state) } : null
}

const EXCLUDED = `
  SELECT ${COLUMNS} FROM annex_span x JOIN annex n ON n.rid = x.annex_rid AND n.extent IS NOT 'reduction'
    JOIN scope_line l ON l.annex_rid = x.annex_rid AND l.trashed_at IS NULL AND l.inclusion = 'excluded'
   WHERE x.accreditation_rid = :accreditation AND x.from_day <= :day AND x.to_day >= :day`

/** Lines of an accreditation that the annexes in force name as excluded. */
export function excludedLines(db: ReadDb, accreditation: number, day: string): PrintedLine[] {
  return prepare<[object], PrintedLine>(db, EXCLUDED).all({ accreditation, day })
}
