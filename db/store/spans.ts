// Status spans in the file: for any day the status of an accreditation, and of a laboratory, is one index look-up.
import { firstDay, lastDay } from '../model/dates/partial'
import { labSpans, type CoveredSpan } from '../model/status/lab'
import { statusSpans, type Act } from '../model/status/spans'
import { prepare, type ReadDb, type WriteDb } from './database'

const ACTS = `
  SELECT a.id, a.kind, a.effective, d.signed, a.expiry, coalesce(a.partial, 0) AS partial, e.id AS ends
    FROM decision_act a JOIN decision d ON d.rid = a.decision_rid LEFT JOIN decision_act e ON e.rid = a.ends_rid
   WHERE a.accreditation_rid = ? AND a.trashed_at IS NULL AND d.trashed_at IS NULL ORDER BY d.signed_first, d.id, a.position, a.id`

/** Living acts of one accreditation as the status rules take them, in an order that is the same in every copy of the register. */
export function readActs(db: ReadDb, accreditation: number): Act[] {
  return prepare<[number], Omit<Act, 'partial' | 'order'> & { partial: number }>(db, ACTS)
    .all(accreditation)
    .map((row, order) => ({ ...row, partial: row.partial === 1, order }))
}

export function writeSpans(db: WriteDb, accreditation: number): void {
  prepare(db, 'DELETE FROM status_span WHERE accreditation_rid = ?').run(accreditation)
  const insert = prepare(
    db,
    'INSERT INTO status_span (accreditation_rid, from_day, to_day, status, expiry, expiry_first, certain, acts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const span of statusSpans(readActs(db, accreditation))) {
    const last = span.expiry === null ? null : lastDay(span.expiry)
    const first = span.expiry === null ? null : (firstDay(span.expiry) ?? last)
    insert.run(
      accreditation,
      span.from,
      span.to,
      span.status,
      last,
      first,
      span.certain ? 1 : 0,
      JSON.stringify(span.acts),
    )
  }
}

/** The covering spans, each cut to the days on which the accreditation covers the laboratory. */
const COVERED = `
  SELECT s.accreditation_rid AS accreditation, max(s.from_day, c.from_day) AS "from", min(s.to_day, c.to_day) AS "to", s.status, s.expiry, s.expiry_first AS expiryFirst
    FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
    JOIN status_span s ON s.accreditation_rid = c.accreditation_rid AND s.from_day <= c.to_day AND s.to_day >= c.from_day
   WHERE c.laboratory_rid = ? AND c.trashed_at IS NULL AND c.from_day <= c.to_day`

export function writeLabSpans(db: WriteDb, laboratory: number): void {
  prepare(db, 'DELETE FROM lab_status_span WHERE laboratory_rid = ?').run(laboratory)
  const insert = prepare(
    db,
    'INSERT INTO lab_status_span (laboratory_rid, from_day, to_day, status, expiry, expiry_first, accreditation_rid, has_expired) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const span of labSpans(prepare<[number], CoveredSpan>(db, COVERED).all(laboratory))) {
    insert.run(
      laboratory,
      span.from,
      span.to,
      span.status,
      span.expiry,
      span.expiryFirst,
      span.accreditation,
      span.hasExpired ? 1 : 0,
    )
  }
}
