// The scope of one accreditation on a day, line by line, with what acts did to single lines and how wholly the register holds it.
import type { LineFact, ScopeFacts } from '../../model/check/scope'
import type { Speaker } from '../../model/check/speak'
import { firstDay, lastDay } from '../../model/dates/partial'
import type { ActShown } from '../../model/shapes/status'
import type { inclusions } from '../../model/vocabulary'
import { matchMethod } from '../../search/methods'
import { matchTest, type TestAsked } from '../../search/report-test'
import type { TermBook } from '../../search/terms'
import { prepare, type ReadDb } from '../database'
import type { Key } from './facts'

const LINES = `
  SELECT l.rid, l.id, l.matrix_vi AS matrixVi, l.matrix_en AS matrixEn, l.test_vi AS testVi, l.test_en AS testEn, l.technique, l.range, l.method,
         l.method_edition AS methodEdition, l.inclusion, f.id AS fieldId, f.vi AS field, s.id AS siteId, coalesce(s.label, s.address) AS site,
         coalesce(t.effective, d.signed) AS start, m.kind AS limitKind, m.from_day AS limitFrom,
         md.id AS limitDecision, md.kind AS paper, md.number, md.signed
    FROM annex_span x JOIN annex n ON n.rid = x.annex_rid AND n.extent IS NOT 'reduction'
    JOIN decision_act t ON t.rid = n.act_rid JOIN decision d ON d.rid = t.decision_rid
    JOIN scope_line l ON l.annex_rid = x.annex_rid AND l.trashed_at IS NULL
    LEFT JOIN field f ON f.rid = l.field_rid LEFT JOIN site s ON s.rid = l.site_rid
    LEFT JOIN line_limit m ON m.line_rid = l.rid AND m.from_day <= :day AND m.to_day >= :day
         AND NOT EXISTS (SELECT 1 FROM line_limit o WHERE o.line_rid = l.rid AND o.from_day <= :day AND o.to_day >= :day AND o.act_rid > m.act_rid)
    LEFT JOIN decision_act ma ON ma.rid = m.act_rid LEFT JOIN decision md ON md.rid = ma.decision_rid
   WHERE x.accreditation_rid = :rid AND x.from_day <= :day AND x.to_day >= :day ORDER BY x.from_day, n.rid, l.position, l.rid`

interface LineRow {
  rid: number
  id: string
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  range: string | null
  method: string | null
  methodEdition: string | null
  inclusion: (typeof inclusions)[number]
  fieldId: string | null
  field: string | null
  siteId: string | null
  site: string | null
  start: string | null
  limitKind: 'suspended' | 'reduced' | null
  limitFrom: string | null
  limitDecision: string | null
  paper: ActShown['paper'] | null
  number: string | null
  signed: string | null
}

export interface LinesAsked {
  test: TestAsked | null
  method: string | null
  terms: TermBook
}

/** Lines in force on the day, in the order of their annexes, each matched with what was asked. */
export function linesOn(db: ReadDb, key: Key, asked: LinesAsked, speak: Speaker): LineFact[] {
  const rows = prepare<[object], LineRow>(db, LINES).all(key)
  return rows.map((row) => toLine(db, row, { key, asked, speak }))
}

function toLine(db: ReadDb, row: LineRow, at: { key: Key; asked: LinesAsked; speak: Speaker }): LineFact {
  const { asked, key } = at
  const match =
    asked.test === null
      ? { fit: { broader: [], narrower: [], folded: false }, shared: 0, product: true }
      : matchTest(asked.test, row, asked.terms)
  const edition =
    row.method !== null && row.methodEdition && !row.method.includes(row.methodEdition) ? `:${row.methodEdition}` : ''
  return {
    id: row.id,
    field: row.field,
    fieldId: row.fieldId,
    matrix: row.matrixVi ?? row.matrixEn,
    test: row.testVi ?? row.testEn,
    method: row.method === null ? null : `${row.method}${edition}`,
    range: row.range,
    site: row.site,
    siteId: row.siteId,
    inclusion: row.inclusion,
    lineage: match.fit === null ? [] : lineageOf(db, row.rid),
    fit: match.fit,
    shared: match.shared,
    product: match.product,
    how: asked.method === null ? null : matchMethod(asked.method, row),
    limit: limitOf(row, at.speak),
    uncertain: isOpen(row.start, key.day),
  }
}

function limitOf(
  { limitKind, limitFrom, limitDecision, paper, number, signed }: LineRow,
  speak: Speaker,
): LineFact['limit'] {
  if (limitKind === null) return null
  return {
    kind: limitKind,
    from: limitFrom!,
    decision: limitDecision!,
    paper: speak.paper({ paper: paper!, number, signed }),
  }
}

const isOpen = (start: string | null, day: string): boolean =>
  start !== null && start.length < 10 && (firstDay(start) ?? '') <= day && day <= lastDay(start)

const LINEAGE = `
  WITH RECURSIVE up(rid) AS (SELECT ? UNION SELECT l.continues_rid FROM up JOIN scope_line l ON l.rid = up.rid WHERE l.continues_rid IS NOT NULL)
  SELECT l.id FROM up JOIN scope_line l ON l.rid = up.rid`

const lineageOf = (db: ReadDb, rid: number): string[] =>
  prepare<[number], { id: string }>(db, LINEAGE)
    .all(rid)
    .map(({ id }) => id)

const ANNEXES = `
  SELECT n.id, n.extent, t.kind IN ('grant', 'renewal', 'recognition') AS begins,
         EXISTS (SELECT 1 FROM scope_line l WHERE l.annex_rid = n.rid AND l.trashed_at IS NULL) AS lines,
         EXISTS (SELECT 1 FROM signatory g WHERE g.annex_rid = n.rid AND g.trashed_at IS NULL) AS signatories
    FROM annex_span x JOIN annex n ON n.rid = x.annex_rid AND n.trashed_at IS NULL JOIN decision_act t ON t.rid = n.act_rid
   WHERE x.accreditation_rid = :rid AND x.from_day <= :day AND x.to_day >= :day AND n.extent IS NOT 'reduction' ORDER BY x.from_day, n.rid`

interface AnnexRow {
  id: string
  extent: 'complete' | 'extension' | null
  begins: 0 | 1
  lines: 0 | 1
  signatories: 0 | 1
}

export interface Recorded extends Pick<ScopeFacts, 'recorded' | 'annex'> {
  /** the annex of the whole scope has a table of signatories */
  tableWhole: boolean
}

/** An annex of a grant holds the whole scope even where nobody noted so; a scope is whole when every annex in force has its lines. */
export function recordedOn(db: ReadDb, key: Key): Recorded {
  const annexes = prepare<[object], AnnexRow>(db, ANNEXES).all(key)
  const whole = annexes.filter(({ extent, begins }) => extent === 'complete' || (extent === null && begins === 1))
  const all = whole.length > 0 && annexes.every(({ lines }) => lines === 1)
  return {
    recorded: annexes.every(({ lines }) => lines === 0) ? 'none' : all ? 'whole' : 'partial',
    annex: whole.at(-1)?.id ?? null,
    tableWhole: whole.some(({ signatories }) => signatories === 1),
  }
}

const UNNAMED = `
  SELECT d.id AS decision, d.kind AS paper, d.number, d.signed FROM decision_act t JOIN decision d ON d.rid = t.decision_rid
   WHERE t.id IN (SELECT value FROM json_each(:acts)) AND t.kind = 'suspension' AND t.partial = 1
     AND (t.expiry_last IS NULL OR t.expiry_last >= :day)
     AND NOT EXISTS (SELECT 1 FROM act_line n WHERE n.act_rid = t.rid AND n.trashed_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM decision_act r JOIN decision e ON e.rid = r.decision_rid AND e.trashed_at IS NULL
       WHERE r.kind = 'resumption' AND r.trashed_at IS NULL AND r.accreditation_rid = t.accreditation_rid AND (r.ends_rid = t.rid OR r.ends_rid IS NULL)
         AND coalesce(r.effective_first, e.signed_first, '0000-01-01') BETWEEN coalesce(t.effective_first, d.signed_first, '0000-01-01') AND :day) LIMIT 1`

/** A suspension in part, among the acts in force, that names no line. */
export function unnamedSuspension(
  db: ReadDb,
  acts: readonly string[],
  { day, speak }: { day: string; speak: Speaker },
): ScopeFacts['unnamedSuspension'] {
  const row = prepare<
    [object],
    { decision: string; paper: ActShown['paper']; number: string | null; signed: string | null }
  >(db, UNNAMED).get({ acts: JSON.stringify(acts), day })
  return row === undefined ? null : { decision: row.decision, paper: speak.paper(row) }
}
