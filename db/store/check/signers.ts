// Who may sign on a day: the tables of the annexes in force.
import type { SignerFact } from '../../model/check/signer'
import { prepare, type ReadDb } from '../database'
import type { Key } from './facts'

const PEOPLE = `
  SELECT g.rid, g.id, g.name, g.printed FROM annex_span x JOIN annex n ON n.rid = x.annex_rid AND n.trashed_at IS NULL AND n.extent IS NOT 'reduction'
    JOIN signatory g ON g.annex_rid = n.rid AND g.trashed_at IS NULL
   WHERE x.accreditation_rid = :rid AND x.from_day <= :day AND x.to_day >= :day ORDER BY x.from_day, g.position, g.rid`
const LIMITS = `
  SELECT f.id AS field, f.vi AS fieldName, l.id AS line FROM signatory_scope s LEFT JOIN field f ON f.rid = s.field_rid
    LEFT JOIN scope_line l ON l.rid = s.line_rid WHERE s.signatory_rid = ? AND s.trashed_at IS NULL ORDER BY s.rid`

interface LimitRow {
  field: string | null
  fieldName: string | null
  line: string | null
}

export function signersOn(db: ReadDb, key: Key): SignerFact[] {
  const people = prepare<[object], { rid: number; id: string; name: string; printed: string | null }>(db, PEOPLE).all(
    key,
  )
  return people.map(({ rid, ...person }) => {
    const limits = prepare<[number], LimitRow>(db, LIMITS).all(rid)
    return {
      ...person,
      fields: limits.flatMap(({ field, fieldName }) => (field === null ? [] : [{ id: field, name: fieldName ?? '' }])),
      lines: limits.flatMap(({ line }) => line ?? []),
    }
  })
}
