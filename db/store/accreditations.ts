// One accreditation as its page shows it: status explained on a day, decisions with their acts and annexes, standards, fields, coverage.
import { RegistryError } from '../model/errors'
import { addDays } from '../model/dates/partial'
import type {
  AccreditationPage,
  ActPage,
  AnnexPage,
  DecisionPage,
  SignatoryPage,
  StandardShown,
} from '../model/shapes/accreditation'
import type { ActShown, Explained } from '../model/shapes/status'
import type { Named } from '../model/shapes/answer'
import { shownStatus, statusSpans } from '../model/status/spans'
import { explain } from '../model/status/explain'
import { flags, type Flag } from '../model/status/flags'
import type { Judged } from '../model/status/judge'
import type { Language } from '../model/texts/say'
import { ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { readActs } from './spans'

const pair = (iso: string | null, printed: string | null) =>
  iso === null ? null : { iso, ...(printed === null ? {} : { printed }) }
const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' })

/** An issuer's name on a day (names change: BoA's English one did on 01/05/2025). */
export const ISSUER_NAME = (
  issuer: string,
  day: string,
) => `(SELECT vi FROM issuer_name i WHERE i.issuer_rid = ${issuer} AND i.trashed_at IS NULL
  AND coalesce(i.from_day, '0000-01-01') <= ${day} AND coalesce(i.until_day, '9999-12-31') >= ${day} LIMIT 1)`

const ACTS = `
  SELECT a.id, a.kind, d.id AS decision, d.kind AS paper, d.number, d.signed, a.effective, a.expiry, a.partial, a.changed, x.id AS accreditation, e.id AS ends,
         a.effective_printed AS effectivePrinted, a.expiry_printed AS expiryPrinted,
         coalesce(d.issuer_printed, ${ISSUER_NAME('d.issuer_rid', `coalesce(d.signed_first, '9999-12-31')`)}) AS issuer
    FROM decision_act a JOIN decision d ON d.rid = a.decision_rid JOIN accreditation x ON x.rid = a.accreditation_rid
    LEFT JOIN decision_act e ON e.rid = a.ends_rid
   WHERE a.trashed_at IS NULL AND d.trashed_at IS NULL AND `

type ActRow = Omit<ActPage, 'effectiveDate' | 'expiryDate' | 'partial'> & {
  effectivePrinted: string | null
  expiryPrinted: string | null
  partial: number | null
}

const toAct = ({ effectivePrinted, expiryPrinted, ...row }: ActRow): ActPage => ({
  ...row,
  effectiveDate: pair(row.effective, effectivePrinted),
  expiryDate: pair(row.expiry, expiryPrinted),
  partial: row.partial === 1,
})

const shownAct = ({ id, kind, decision, paper, number, signed, effective, expiry, issuer }: ActPage): ActShown => ({
  id,
  kind,
  decision,
  paper,
  number,
  signed,
  effective,
  expiry,
  issuer,
})

/** Status of one accreditation on `day`, with the acts that make it so and the next day on which it changes. */
export function explainStatus(db: ReadDb, accreditation: number, day: string): Explained {
  const spans = statusSpans(readActs(db, accreditation))
  const at = spans.findIndex((span) => span.from <= day && day <= span.to)
  const span = spans[at]
  if (!span) throw new RegistryError('internal', `no status on ${day}`)
  const acts = new Map(
    prepare<[number], ActRow>(db, `${ACTS} a.accreditation_rid = ?`)
      .all(accreditation)
      .map((row) => [row.id, toAct(row)]),
  )
  const next = spans.slice(at + 1).find((later) => later.status !== span.status)
  const first = spans.slice(0, at).findLast((earlier) => earlier.status !== span.status)
  return {
    ...shownStatus(span.status, span.expiry, day),
    expiry: span.expiry,
    reason: span.reason,
    certain: span.certain,
    since: first ? addDays(first.to, 1) : null,
    until: next ? addDays(next.from, -1) : null,
    acts: span.acts.flatMap((id) => (acts.has(id) ? [shownAct(acts.get(id)!)] : [])),
    next: next ? { day: next.from, status: next.status } : null,
  }
}

/** “Vì sao?” of one accreditation: its status on the day, its flags, and the sentences that tell why. Throws not_found. */
export function explainAccreditation(
  db: ReadDb,
  id: string,
  { day, language }: { day: string; language: Language },
): Judged {
  const rid = ridOf(db, 'accreditation', id)
  const explained = explainStatus(db, rid, day)
  return { ...explained, day, flags: flagsOn(db, { rid, day }), sentences: explain(language, explained, day) }
}

const DECISIONS = `
  SELECT d.id, d.kind, d.number, d.signed, d.signed_printed AS signedPrinted, i.id AS issuerId, ${ISSUER_NAME('d.issuer_rid', `coalesce(d.signed_first, '9999-12-31')`)} AS issuerName,
         d.issuer_printed AS issuerPrinted, r.id AS replaces, d.replaces_printed AS replacesPrinted, d.note
    FROM decision d LEFT JOIN issuer i ON i.rid = d.issuer_rid LEFT JOIN decision r ON r.rid = d.replaces_rid
   WHERE d.trashed_at IS NULL AND d.rid IN (SELECT decision_rid FROM decision_act WHERE accreditation_rid = ? AND trashed_at IS NULL)
   ORDER BY coalesce(d.signed_first, (SELECT min(effective_first) FROM decision_act WHERE decision_rid = d.rid)), d.rid`
const ANNEXES = `
  SELECT x.id, a.id AS act, x.form, x.number, x.issue, x.extent, x.note,
         (SELECT count(*) FROM scope_line l WHERE l.annex_rid = x.rid AND l.trashed_at IS NULL) AS lines
    FROM annex x JOIN decision_act a ON a.rid = x.act_rid JOIN decision d ON d.rid = a.decision_rid
   WHERE d.id = ? AND x.trashed_at IS NULL AND a.trashed_at IS NULL ORDER BY x.rid`

const SIGNATORIES = `
  SELECT g.id, g.name, g.title, g.printed,
         (SELECT json_group_array(f.vi) FROM signatory_scope s JOIN field f ON f.rid = s.field_rid WHERE s.signatory_rid = g.rid AND s.trashed_at IS NULL) AS fields
    FROM signatory g JOIN annex x ON x.rid = g.annex_rid WHERE x.id = ? AND g.trashed_at IS NULL ORDER BY g.position, g.rid`

interface DecisionRow extends Omit<DecisionPage, 'signed' | 'issuer' | 'acts' | 'annexes'> {
  signed: string | null
  signedPrinted: string | null
  issuerId: string | null
  issuerName: string | null
}

/** Decisions that act on the accreditation, oldest first; each with all its acts, also those on other accreditations. */
function decisionsOf(db: ReadDb, accreditation: number): DecisionPage[] {
  return prepare<[number], DecisionRow>(db, DECISIONS)
    .all(accreditation)
    .map(({ signed, signedPrinted, issuerId, issuerName, ...row }) => ({
      ...row,
      signed: pair(signed, signedPrinted),
      issuer: named(issuerId, issuerName),
      acts: prepare<[string], ActRow>(db, `${ACTS} d.id = ? ORDER BY a.position, a.rid`).all(row.id).map(toAct),
      annexes: annexesOf(db, row.id),
    }))
}

function annexesOf(db: ReadDb, decision: string): AnnexPage[] {
  return prepare<[string], Omit<AnnexPage, 'signatories'>>(db, ANNEXES)
    .all(decision)
    .map((annex) => ({
      ...annex,
      signatories: prepare<[string], Omit<SignatoryPage, 'fields'> & { fields: string }>(db, SIGNATORIES)
        .all(annex.id)
        .map((signatory) => ({ ...signatory, fields: JSON.parse(signatory.fields) as string[] })),
    }))
}

const HEAD = `
  SELECT a.rid, a.id, a.code, a.code_printed AS codePrinted, a.note, k.id AS schemeId, k.key AS schemeKey, k.vi AS schemeName, i.id AS issuerId,
         ${ISSUER_NAME('a.issuer_rid', ':day')} AS issuerName, g.id AS organizationId,
         (SELECT vi FROM organization_name n WHERE n.organization_rid = g.rid AND n.from_day <= :day AND n.to_day >= :day AND n.trashed_at IS NULL LIMIT 1) AS organizationName,
         (SELECT count(*) FROM scope_line l JOIN annex x ON x.rid = l.annex_rid JOIN decision_act t ON t.rid = x.act_rid
           WHERE t.accreditation_rid = a.rid AND l.trashed_at IS NULL AND x.trashed_at IS NULL AND t.trashed_at IS NULL) AS scopeLines
    FROM accreditation a LEFT JOIN scheme k ON k.rid = a.scheme_rid LEFT JOIN issuer i ON i.rid = a.issuer_rid LEFT JOIN organization g ON g.rid = a.organization_rid
   WHERE a.rid = :rid`
const STANDARDS = `
  SELECT x.id, coalesce(t.title, x.printed) AS title, x.printed, t.last_day AS lastDay FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid
   WHERE x.accreditation_rid = :rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day ORDER BY x.rid`
const FIELDS = `
  SELECT x.id, f.id AS field, coalesce(f.vi, x.printed) AS name FROM accreditation_field x LEFT JOIN field f ON f.rid = x.field_rid
   WHERE x.accreditation_rid = :rid AND x.trashed_at IS NULL AND x.from_day <= :day AND x.to_day >= :day ORDER BY f.position, x.rid`
const COVERS = `
  SELECT c.id, lab.id AS labId, n.vi AS labName, t.id AS siteId, coalesce(t.label, t.address) AS siteName
    FROM coverage c JOIN laboratory lab ON lab.rid = c.laboratory_rid
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.from_day <= :day AND n.to_day >= :day AND n.trashed_at IS NULL
    LEFT JOIN site t ON t.rid = c.site_rid
   WHERE c.accreditation_rid = :rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY c.rid`
const FLAGS = `SELECT flag FROM accreditation_flag WHERE accreditation_rid = :rid AND from_day <= :day AND to_day >= :day`

interface HeadRow {
  rid: number
  id: string
  code: string | null
  codePrinted: string | null
  note: string | null
  schemeId: string | null
  schemeKey: string | null
  schemeName: string | null
  issuerId: string | null
  issuerName: string | null
  organizationId: string | null
  organizationName: string | null
  scopeLines: number
}

interface CoverRow {
  id: string
  labId: string
  labName: string | null
  siteId: string | null
  siteName: string | null
}

/** Flags of one accreditation on a day, in the order in which they are shown. */
export function flagsOn(db: ReadDb, key: { rid: number; day: string }): Flag[] {
  const found = new Set(
    prepare<[object], { flag: Flag }>(db, FLAGS)
      .all(key)
      .map((each) => each.flag),
  )
  return flags.filter((flag) => found.has(flag))
}

/** Everything a card of the laboratory's page shows of one accreditation on `day`. */
export function accreditationPage(db: ReadDb, rid: number, day: string): AccreditationPage {
  const key = { rid, day }
  const row = prepare<[object], HeadRow>(db, HEAD).get(key)
  if (!row) throw new RegistryError('not_found', `accreditation ${rid}`)
  return {
    id: row.id,
    organization: named(row.organizationId, row.organizationName),
    scheme: row.schemeId === null ? null : { id: row.schemeId, key: row.schemeKey!, name: row.schemeName! },
    issuer: named(row.issuerId, row.issuerName),
    code: row.codePrinted === null ? null : { raw: row.codePrinted, canonical: row.code },
    note: row.note,
    standards: prepare<[object], StandardShown>(db, STANDARDS).all(key),
    fields: prepare<[object], AccreditationPage['fields'][number]>(db, FIELDS).all(key),
    covers: prepare<[object], CoverRow>(db, COVERS)
      .all(key)
      .map((cover) => ({
        id: cover.id,
        laboratory: { id: cover.labId, name: cover.labName ?? '' },
        site: named(cover.siteId, cover.siteName),
      })),
    status: explainStatus(db, rid, day),
    flags: flagsOn(db, key),
    decisions: decisionsOf(db, rid),
    scopeLines: row.scopeLines,
  }
}
