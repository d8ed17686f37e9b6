// Scope lines in force on a day: those of the annexes that then count (annex_span), without what a reduction has taken away (line_limit).
import { RegistryError } from '../model/errors'
import type { Page } from '../model/shapes/answer'
import type { ScopeLine } from '../model/shapes/accreditation'
import { lineMatcher, WORDS_OF_LINE } from '../search/indexing'
import { currentSeq, prepare, type ReadDb } from './database'
import { ridOf } from './columns'

/** Of lines `l`: those in force on `:day` of the `:accreditations` and among `:lines` (JSON lists of rids); `:lines` null: all of them. */
export const LINES_IN_FORCE = `
    FROM annex_span p JOIN annex x ON x.rid = p.annex_rid JOIN accreditation a ON a.rid = p.accreditation_rid
    JOIN scope_line l ON l.annex_rid = x.rid AND l.trashed_at IS NULL
   WHERE p.accreditation_rid IN (SELECT value FROM json_each(:accreditations)) AND p.from_day <= :day AND p.to_day >= :day
     AND NOT EXISTS (SELECT 1 FROM line_limit m WHERE m.line_rid = l.rid AND m.kind = 'reduced' AND m.from_day <= :day AND m.to_day >= :day)
     AND (:lines IS NULL OR l.rid IN (SELECT value FROM json_each(:lines)))`

/** The line that another one continues, and so on to the first. */
const LINEAGE = `(
  WITH RECURSIVE up(rid, earlier) AS (SELECT l.rid, l.continues_rid UNION SELECT p.rid, p.continues_rid FROM up JOIN scope_line p ON p.rid = up.earlier)
  SELECT f.id FROM up JOIN scope_line f ON f.rid = up.rid WHERE up.earlier IS NULL)`

const LINES = `
  SELECT l.id, x.id AS annex, ${LINEAGE} AS lineage, a.id AS accreditation, a.code_printed AS code, l.position, f.id AS fieldId, f.vi AS fieldName, s.id AS siteId,
         coalesce(s.label, s.address) AS siteName, l.matrix_vi AS matrixVi, l.matrix_en AS matrixEn, l.test_vi AS testVi, l.test_en AS testEn, l.technique,
         l.quantity, l.range, l.cmc, l.method, l.method_edition AS methodEdition, l.inclusion, l.note
  ${LINES_IN_FORCE.replace('   WHERE', `    LEFT JOIN field f ON f.rid = l.field_rid LEFT JOIN site s ON s.rid = l.site_rid\n   WHERE`)}
   ORDER BY a.rid, p.from_day, x.rid, l.position, l.rid LIMIT :limit OFFSET :offset`

/** A laboratory's own lines are few: their words are read, the index would look among all lines of the province. */
const WORDS = `SELECT l.rid, ${WORDS_OF_LINE} AS words ${LINES_IN_FORCE}`

const COVERING = `
  SELECT DISTINCT c.accreditation_rid AS rid FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
   WHERE c.laboratory_rid = ? AND c.trashed_at IS NULL`

export interface ScopeQuery {
  laboratory?: string | undefined
  accreditation?: string | undefined
  text?: string | undefined
  offset?: number | undefined
  limit?: number | undefined
}

type LineRow = Omit<ScopeLine, 'field' | 'site'> & {
  fieldId: string | null
  fieldName: string
  siteId: string | null
  siteName: string | null
}

/** Lines that hold on `day`, in the order of the annex; 200 unless `limit`. Needs a laboratory or an accreditation. */
export function listScope(db: ReadDb, query: ScopeQuery, day: string): Page<ScopeLine> {
  const accreditations = query.accreditation
    ? [ridOf(db, 'accreditation', query.accreditation)]
    : query.laboratory
      ? prepare<[number], { rid: number }>(db, COVERING)
          .all(ridOf(db, 'laboratory', query.laboratory))
          .map((row) => row.rid)
      : null
  if (!accreditations)
    throw new RegistryError('invalid_input', 'laboratory or accreditation', [{ field: 'laboratory', rule: 'required' }])
  const list = JSON.stringify(accreditations)
  const all = { accreditations: list, day, lines: null }
  const matches = lineMatcher(query.text ?? '')
  const parameters = matches === null ? all : { ...all, lines: JSON.stringify(linesWith(db, matches, all)) }
  const { total } = prepare<[object], { total: number }>(db, `SELECT count(*) AS total ${LINES_IN_FORCE}`).get(
    parameters,
  )!
  const rows = prepare<[object], LineRow>(db, LINES).all({
    ...parameters,
    limit: query.limit ?? 200,
    offset: query.offset ?? 0,
  })
  return { rows: rows.map(toLine), total, day, seq: currentSeq(db) }
}

const linesWith = (db: ReadDb, matches: (words: string) => boolean, of: object): number[] =>
  prepare<[object], { rid: number; words: string }>(db, WORDS)
    .all(of)
    .flatMap(({ rid, words }) => (matches(words) ? [rid] : []))

const toLine = ({ fieldId, fieldName, siteId, siteName, ...row }: LineRow): ScopeLine => ({
  ...row,
  field: fieldId === null ? null : { id: fieldId, name: fieldName },
  site: siteId === null ? null : { id: siteId, name: siteName ?? '' },
})
