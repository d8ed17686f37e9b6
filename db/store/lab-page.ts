// One laboratory with everything its page shows on a day; and organisations, which own laboratories and hold accreditations.
import { RegistryError } from '../model/errors'
import type { EvidenceShown, LabPage, OrganizationPage, SitePage, StatementShown } from '../model/shapes/lab'
import type { Named } from '../model/shapes/answer'
import { shownStatus, type SpanStatus } from '../model/status/spans'
import { fold } from '../model/text/fold'
import { accreditationPage } from './accreditations'
import { currentSeq, prepare, type ReadDb } from './database'
import { keptUntilWritten } from './kept'
import { labFlags } from './lab-rows'
import { ridOf } from './columns'

const HEAD = `
  SELECT lab.rid, lab.id, n.vi AS nameVi, n.en AS nameEn, lab.kind, lab.manager, lab.phone, lab.email, lab.website, lab.note, lab.trashed_at AS trashedAt,
         lab.dissolved_on AS dissolved, lab.dissolved_on_printed AS dissolvedPrinted, s.status, s.expiry, s.accreditation_rid AS best
    FROM laboratory lab JOIN lab_status_span s ON s.laboratory_rid = lab.rid AND s.from_day <= :day AND s.to_day >= :day
    LEFT JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE lab.rid = :rid`
const NAMES = `SELECT vi, en, from_day AS "from", to_day AS "to" FROM laboratory_name WHERE laboratory_rid = ? AND trashed_at IS NULL AND from_day <= to_day ORDER BY from_day, rid`
const OWNER = `
  SELECT g.id, g.sector, g.address, n.vi AS name FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
    LEFT JOIN organization_name n ON n.organization_rid = g.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE o.laboratory_rid = :rid AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day LIMIT 1`
const MERGED_INTO = `
  SELECT m.id, coalesce((SELECT vi FROM laboratory_name WHERE laboratory_rid = m.rid AND trashed_at IS NULL AND from_day <= :day AND to_day >= :day LIMIT 1), '') AS name
    FROM twin_verdict v JOIN laboratory l ON l.rid = v.laboratory_rid JOIN laboratory m ON m.rid = v.twin_rid
   WHERE l.rid = :rid AND v.verdict = 'merged' AND v.trashed_at IS NULL AND l.trashed_at IS NOT NULL ORDER BY v.rid DESC LIMIT 1`
const SITES = `
  SELECT t.id, t.label, t.address, t.phone, t.note, u.id AS unitId, u.type || ' ' || u.name AS unitName, v.id AS oldId, v.type || ' ' || v.name AS oldName
    FROM site t LEFT JOIN admin_unit u ON u.rid = t.unit_rid LEFT JOIN admin_unit v ON v.rid = t.old_unit_rid
   WHERE t.laboratory_rid = ? AND t.trashed_at IS NULL ORDER BY t.position, t.rid`
const ACCREDITATIONS = `
  SELECT DISTINCT a.rid FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL
   WHERE c.laboratory_rid = :rid AND c.trashed_at IS NULL AND c.from_day <= :day AND c.to_day >= :day ORDER BY a.rid`
const STATEMENTS = `
  SELECT id, subject, attribute, value, source, quote, said_on AS iso, said_on_printed AS printed FROM statement
   WHERE trashed_at IS NULL AND subject IN (SELECT value FROM json_each(?)) ORDER BY rid`
const EVIDENCE = `
  SELECT id, record, attribute, kind, source, excerpt, checked_on AS checkedOn, certainty, note FROM evidence
   WHERE trashed_at IS NULL AND record IN (SELECT value FROM json_each(?)) ORDER BY rid`

interface HeadRow extends Omit<
  LabPage,
  | 'seq'
  | 'day'
  | 'names'
  | 'dissolvedOn'
  | 'owner'
  | 'mergedInto'
  | 'sites'
  | 'accreditations'
  | 'statements'
  | 'evidence'
  | 'flags'
  | 'status'
> {
  rid: number
  status: SpanStatus
  best: number | null
  dissolved: string | null
  dissolvedPrinted: string | null
}
interface SiteRow extends Omit<SitePage, 'unit' | 'oldUnit'> {
  unitId: string | null
  unitName: string
  oldId: string | null
  oldName: string
}
type StatementRow = Omit<StatementShown, 'saidOn'> & { iso: string | null; printed: string | null }

const named = (id: string | null, name: string): Named | null => (id === null ? null : { id, name })

export function labPage(db: ReadDb, id: string, day: string): LabPage {
  const key = { rid: ridOf(db, 'laboratory', id), day }
  const head = prepare<[object], HeadRow>(db, HEAD).get(key)
  if (!head) throw new RegistryError('not_found', `laboratory ${id}`)
  const { rid, best, dissolved, dissolvedPrinted, ...row } = head
  const covering = prepare<[object], { rid: number }>(db, ACCREDITATIONS).all(key)
  const accreditations = covering.map((each) => accreditationPage(db, each.rid, day))
  const status = covering.findIndex((each) => each.rid === best)
  const expiry = accreditations[status]?.status.expiry ?? null
  const owner = prepare<[object], NonNullable<LabPage['owner']>>(db, OWNER).get(key) ?? null
  const sites = prepare<[number], SiteRow>(db, SITES)
    .all(rid)
    .map(({ unitId, unitName, oldId, oldName, ...site }) => ({
      ...site,
      unit: named(unitId, unitName),
      oldUnit: named(oldId, oldName),
    }))
  const decisions = accreditations.flatMap((each) => each.decisions)
  const records = [
    id,
    ...sites.map((site) => site.id),
    ...accreditations.map((each) => each.id),
    ...(owner ? [owner.id] : []),
    ...decisions.flatMap((decision) => [
      decision.id,
      ...decision.acts.map((act) => act.id),
      ...decision.annexes.map((annex) => annex.id),
    ]),
  ]
  return {
    ...row,
    nameVi: row.nameVi ?? '',
    seq: currentSeq(db),
    day,
    names: prepare<[number], LabPage['names'][number]>(db, NAMES).all(rid),
    dissolvedOn:
      dissolved === null
        ? null
        : { iso: dissolved, ...(dissolvedPrinted === null ? {} : { printed: dissolvedPrinted }) },
    mergedInto: prepare<[object], Named>(db, MERGED_INTO).get(key) ?? null,
    owner,
    sites,
    accreditations,
    statements: statementsAbout(db, records),
    evidence: prepare<[string], EvidenceShown>(db, EVIDENCE).all(JSON.stringify(records)),
    flags: labFlags(db, rid, day),
    ...shownStatus(row.status, expiry, day),
    expiry,
  }
}

/** What is only said about the records, in the order it was recorded. */
export function statementsAbout(db: ReadDb, records: readonly string[]): StatementShown[] {
  return prepare<[string], StatementRow>(db, STATEMENTS)
    .all(JSON.stringify(records))
    .map(({ iso, printed, ...row }) => ({
      ...row,
      saidOn: iso === null ? null : { iso, ...(printed === null ? {} : { printed }) },
    }))
}

const ORGANIZATION = `
  SELECT g.id, n.vi AS nameVi, n.en AS nameEn, g.sector, g.tax_code AS taxCode, g.address, g.phone, g.email, g.website, g.note,
         (SELECT count(*) FROM laboratory_owner o JOIN laboratory lab ON lab.rid = o.laboratory_rid
           WHERE o.organization_rid = g.rid AND o.trashed_at IS NULL AND lab.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day) AS laboratories
    FROM organization_name n JOIN organization g ON g.rid = n.organization_rid
   WHERE n.trashed_at IS NULL AND g.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day`

export function organizationPage(db: ReadDb, id: string, day: string): OrganizationPage {
  const row = prepare<[object], Omit<OrganizationPage, 'seq'>>(db, `${ORGANIZATION} AND g.id = :id`).get({ id, day })
  if (!row) throw new RegistryError('not_found', `organization ${id}`)
  return { ...row, seq: currentSeq(db) }
}

interface OwnerName {
  rid: number
  folded: string
}
/** Any part of a name is looked for, which no index finds: all names of the day are kept in their order. */
const OWNER_NAMES = `
  SELECT n.rid, n.folded FROM organization_name n JOIN organization g ON g.rid = n.organization_rid
   WHERE n.trashed_at IS NULL AND g.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day ORDER BY n.sort_key, g.rid`
const ownersOn = keptUntilWritten<readonly OwnerName[]>(2)

/** Organisations in Vietnamese order whose name contains the typed text, accents or not; 50 unless `limit`. */
export function listOrganizations(
  db: ReadDb,
  query: { text?: string | undefined; limit?: number | undefined },
  day: string,
): OrganizationPage[] {
  const seq = currentSeq(db)
  const typed = fold(query.text ?? '')
  const all = ownersOn(db, day, () => prepare<[object], OwnerName>(db, OWNER_NAMES).all({ day }))
  const found = all.filter(({ folded }) => folded.includes(typed)).slice(0, query.limit ?? 50)
  const sql = `${ORGANIZATION} AND n.rid IN (SELECT value FROM json_each(:names)) ORDER BY n.sort_key, g.rid`
  return prepare<[object], Omit<OrganizationPage, 'seq'>>(db, sql)
    .all({ day, names: JSON.stringify(found.map(({ rid }) => rid)) })
    .map((row) => ({ ...row, seq }))
}
