// Flags of accreditations in the file, as day ranges beside the status spans; derived, rewritten whenever what they rest on changes.
import { flagSpans, type FlagInput } from '../model/status/flags'
import type { Days, Visit } from '../model/status/watch'
import { prepare, type ReadDb, type WriteDb } from './database'

interface AccreditationRow {
  id: string
  schemeKey: string | null
  schemeIssuers: string | null
  codeScheme: string | null
  codeIssuers: string | null
  issuerKey: string | null
  code: string | null
  codeKey: string
}

const ISSUERS = (scheme: string) => `(
  SELECT group_concat(k.key) FROM scheme_issuer r JOIN issuer k ON k.rid = r.issuer_rid WHERE r.scheme_rid = ${scheme} AND r.trashed_at IS NULL)`
const ACCREDITATION = `
  SELECT a.id, s.key AS schemeKey, ${ISSUERS('s.rid')} AS schemeIssuers, a.code_scheme AS codeScheme, ${ISSUERS('cs.rid')} AS codeIssuers, i.key AS issuerKey,
         a.code_printed AS code, a.code_key AS codeKey
    FROM accreditation a LEFT JOIN scheme s ON s.rid = a.scheme_rid LEFT JOIN scheme cs ON cs.key = a.code_scheme LEFT JOIN issuer i ON i.rid = a.issuer_rid
   WHERE a.rid = ?`
const SHARED = `SELECT 1 FROM accreditation a WHERE a.code_key = :key AND a.rid <> :rid AND a.trashed_at IS NULL LIMIT 1`
const STANDARDS = `
  SELECT s.edition, s.last_day AS lastDay, x.from_day AS "from", x.to_day AS "to"
    FROM accreditation_standard x LEFT JOIN standard s ON s.rid = x.standard_rid WHERE x.accreditation_rid = ? AND x.trashed_at IS NULL AND x.from_day <= x.to_day`
const DATES = `
  SELECT coalesce(a.effective, d.signed) AS start, a.expiry FROM decision_act a JOIN decision d ON d.rid = a.decision_rid
   WHERE a.accreditation_rid = ? AND a.trashed_at IS NULL AND d.trashed_at IS NULL AND a.kind IN ('grant', 'renewal', 'recognition', 'edition_transition')`
const RECORDS = `
  SELECT :id AS id UNION ALL SELECT a.id FROM decision_act a WHERE a.accreditation_rid = :rid
   UNION ALL SELECT d.id FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE a.accreditation_rid = :rid`
const UNVERIFIED = `SELECT 1 FROM evidence WHERE record IN (${RECORDS}) AND certainty <> 'checked' AND trashed_at IS NULL LIMIT 1`
const CLAIMED = `SELECT 1 FROM statement WHERE subject = ? AND trashed_at IS NULL LIMIT 1`
const ACTS = `SELECT 1 FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE a.accreditation_rid = ? AND a.trashed_at IS NULL AND d.trashed_at IS NULL LIMIT 1`

/** Days of a living accreditation, from its status spans: written before its flags. */
const LIVES = `
  SELECT from_day AS "from", to_day AS "to" FROM status_span
   WHERE accreditation_rid = ? AND status IN ('valid', 'partly_suspended', 'suspended') ORDER BY from_day`
const VISITS = `SELECT due, done FROM surveillance WHERE accreditation_rid = ? AND trashed_at IS NULL`
const CHECKED = `
  SELECT checked_on AS day FROM evidence
   WHERE record IN (${RECORDS}) AND certainty = 'checked' AND checked_on IS NOT NULL AND trashed_at IS NULL`
const ANNEXES = `
  SELECT coalesce(a.effective_first, d.signed_first, '0000-01-01') AS day, x.extent = 'complete' AS complete,
         (SELECT count(*) FROM signatory g WHERE g.annex_rid = x.rid AND g.trashed_at IS NULL) AS signatories
    FROM annex x JOIN decision_act a ON a.rid = x.act_rid JOIN decision d ON d.rid = a.decision_rid
   WHERE a.accreditation_rid = ? AND x.trashed_at IS NULL AND a.trashed_at IS NULL AND d.trashed_at IS NULL`

const issuers = (list: string | null): string[] => list?.split(',') ?? []

export function writeFlags(db: WriteDb, accreditation: number): void {
  prepare(db, 'DELETE FROM accreditation_flag WHERE accreditation_rid = ?').run(accreditation)
  const insert = prepare(
    db,
    'INSERT INTO accreditation_flag (accreditation_rid, flag, from_day, to_day) VALUES (?, ?, ?, ?)',
  )
  for (const span of flagSpans(readFlagInput(db, accreditation)))
    insert.run(accreditation, span.flag, span.from, span.to)
}

function readFlagInput(db: ReadDb, rid: number): FlagInput {
  const row = prepare<[number], AccreditationRow>(db, ACCREDITATION).get(rid)!
  return {
    schemeKey: row.schemeKey,
    codeScheme: row.codeScheme,
    schemeIssuers: issuers(row.schemeIssuers),
    codeIssuers: issuers(row.codeIssuers),
    issuerKey: row.issuerKey,
    code: row.code,
    sharedCode: row.codeKey !== '' && prepare(db, SHARED).get({ key: row.codeKey, rid }) !== undefined,
    standards: prepare<[number], FlagInput['standards'][number]>(db, STANDARDS).all(rid),
    dates: prepare<[number], FlagInput['dates'][number]>(db, DATES).all(rid),
    hasActs: prepare(db, ACTS).get(rid) !== undefined,
    hasStatements: prepare(db, CLAIMED).get(row.id) !== undefined,
    unverified: prepare(db, UNVERIFIED).get({ id: row.id, rid }) !== undefined,
    lives: prepare<[number], Days>(db, LIVES).all(rid),
    visits: prepare<[number], Visit>(db, VISITS).all(rid),
    checkedOn: prepare<[object], { day: string }>(db, CHECKED)
      .all({ id: row.id, rid })
      .map(({ day }) => day),
    annexes: prepare<[number], { day: string; complete: number | null; signatories: number }>(db, ANNEXES)
      .all(rid)
      .map(({ complete, ...annex }) => ({ ...annex, complete: complete === 1 })),
  }
}

/** SQL for the accreditations that what is said of `records` concerns: the record itself, or the decision or act it is. */
export const concerned = (records: string) => `
  SELECT rid FROM accreditation WHERE id IN (${records})
   UNION SELECT accreditation_rid FROM decision_act WHERE id IN (${records})
   UNION SELECT a.accreditation_rid FROM decision d JOIN decision_act a ON a.decision_rid = d.rid WHERE d.id IN (${records})`
