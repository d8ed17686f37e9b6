// One scope line as a search meets it: its words, the days of its annex, and the status of its accreditation on the day.
import type { inclusions } from '../model/vocabulary'
import type { SpanStatus } from '../model/status/spans'
import type { LineText } from '../search/fit'
import { prepare, type ReadDb } from './database'

export interface WalkedLine extends LineText {
  rid: number
  id: string
  range: string | null
  inclusion: (typeof inclusions)[number]
  siteRid: number | null
  annexRid: number
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
  expiry: string | null
  certain: 0 | 1
}

const LINE = `
  SELECT l.rid, l.id, l.matrix_vi AS matrixVi, l.matrix_en AS matrixEn, l.test_vi AS testVi, l.test_en AS testEn, l.technique, l.range, l.method,
         l.method_edition AS methodEdition, l.inclusion, l.site_rid AS siteRid, l.annex_rid AS annexRid, coalesce(n.extent = 'reduction', 0) AS reduction,
         a.rid AS accreditationRid, a.id AS accreditation, a.code_printed AS code, x.from_day AS annexFrom, x.to_day AS annexTo,
         s.status, s.from_day AS statusFrom, s.to_day AS statusTo, s.expiry, s.certain
    FROM scope_line l JOIN annex n ON n.rid = l.annex_rid JOIN annex_span x ON x.annex_rid = l.annex_rid
    JOIN accreditation a ON a.rid = x.accreditation_rid
    JOIN status_span s ON s.accreditation_rid = a.rid AND s.from_day = (
      SELECT max(from_day) FROM status_span WHERE accreditation_rid = a.rid AND from_day <= :day)
   WHERE l.trashed_at IS NULL AND a.trashed_at IS NULL`

const TEXT = `
  SELECT matrix_vi AS matrixVi, matrix_en AS matrixEn, test_vi AS testVi, test_en AS testEn, technique, method, method_edition AS methodEdition
    FROM scope_line WHERE rid = ?`

export function textOf(db: ReadDb, rid: number): LineText | undefined {
  return prepare<[number], LineText>(db, TEXT).get(rid)
}

/** Null: the line, its annex or its accreditation is in the trash. */
export function lineOf(db: ReadDb, rid: number, day: string): WalkedLine | undefined {
  return prepare<[object], WalkedLine>(db, `${LINE} AND l.rid = :rid`).get({ rid, day })
}

/** Lines of an accreditation that the annexes in force name as excluded. */
export function excludedLines(db: ReadDb, accreditation: number, day: string): WalkedLine[] {
  const sql = `${LINE} AND x.accreditation_rid = :accreditation AND x.from_day <= :day AND x.to_day >= :day AND l.inclusion = 'excluded'
     AND n.extent IS NOT 'reduction'`
  return prepare<[object], WalkedLine>(db, sql).all({ accreditation, day })
}
