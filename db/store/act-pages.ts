// Acts as pages show them: what each does, and what it changes in the dated rows it begins and ends.
import type { PartialDate } from '../model/dates/partial'
import type { Named } from '../model/shapes/answer'
import type { ActPage } from '../model/shapes/accreditation'
import { prepare, type ReadDb } from './database'
import { ISSUER_NAME } from './issuer-name'

/** A date as stored in its two columns. */
export const pair = (iso: string | null, printed: string | null): PartialDate | null =>
  iso === null ? null : { iso, ...(printed === null ? {} : { printed }) }

const ACTS = `
  SELECT a.id, a.kind, d.id AS decision, d.kind AS paper, d.number, d.signed, a.effective, a.expiry, a.partial, a.changed, x.id AS accreditation, e.id AS ends,
         a.effective_printed AS effectivePrinted, a.expiry_printed AS expiryPrinted,
         coalesce(d.issuer_printed, ${ISSUER_NAME('d.issuer_rid', `coalesce(d.signed_first, '9999-12-31')`)}) AS issuer
    FROM decision_act a JOIN decision d ON d.rid = a.decision_rid JOIN accreditation x ON x.rid = a.accreditation_rid
    LEFT JOIN decision_act e ON e.rid = a.ends_rid
   WHERE a.trashed_at IS NULL AND d.trashed_at IS NULL AND `

type Changes = Pick<ActPage, 'names' | 'owners' | 'standards' | 'covers' | 'lines'>
/** An act without what it changes in dated rows and names of lines. */
export type PlainAct = Omit<ActPage, keyof Changes>

type ActRow = Omit<PlainAct, 'effectiveDate' | 'expiryDate' | 'partial'> & {
  effectivePrinted: string | null
  expiryPrinted: string | null
  partial: number | null
}

const toAct = ({ effectivePrinted, expiryPrinted, ...row }: ActRow): PlainAct => ({
  ...row,
  effectiveDate: pair(row.effective, effectivePrinted),
  expiryDate: pair(row.expiry, expiryPrinted),
  partial: row.partial === 1,
})

/** Living acts of one accreditation, in no order. */
export function actsOfAccreditation(db: ReadDb, accreditation: number): PlainAct[] {
  return prepare<[number], ActRow>(db, `${ACTS} a.accreditation_rid = ?`).all(accreditation).map(toAct)
}

/** The acts of a decision in its order, each with what it changes. */
export function actsOfDecision(db: ReadDb, decision: string): ActPage[] {
  return prepare<[string], ActRow>(db, `${ACTS} d.id = ? ORDER BY a.position, a.rid`)
    .all(decision)
    .map((row) => ({ ...toAct(row), ...changesOf(db, row.id) }))
}

const THE_ACT = '(SELECT rid FROM decision_act WHERE id = :act)'
const NAMES = (table: string, of: string) => `
  SELECT o.id AS record, n.vi, n.en FROM ${table}_name n JOIN ${table} o ON o.rid = n.${of} WHERE n.from_act_rid = ${THE_ACT} AND n.trashed_at IS NULL`
const OWNERS = `
  SELECT lab.id AS laboratory, g.id, ${lastName('organization', 'g.rid')} AS name FROM laboratory_owner o JOIN laboratory lab ON lab.rid = o.laboratory_rid
    JOIN organization g ON g.rid = o.organization_rid WHERE o.from_act_rid = ${THE_ACT} AND o.trashed_at IS NULL`
/** Rows of an accreditation's list that hold once the act counts, where the act begins or ends any of them. */
const LISTED = (table: string) => `
   x.accreditation_rid = t.accreditation_rid AND x.trashed_at IS NULL AND x.from_day <= x.to_day
   AND (x.from_act_rid = t.rid OR (coalesce(x.until_act_rid, 0) <> t.rid AND x.from_day <= coalesce(t.effective_first, d.signed_first, '0000-01-01') AND x.to_day >= coalesce(t.effective_first, d.signed_first, '0000-01-01')))
   AND EXISTS (SELECT 1 FROM ${table} y WHERE (y.from_act_rid = t.rid OR y.until_act_rid = t.rid) AND y.trashed_at IS NULL)`
const OF_ACT = `FROM decision_act t JOIN decision d ON d.rid = t.decision_rid`
const STANDARDS = `
  SELECT s.id, s.title AS name ${OF_ACT} JOIN accreditation_standard x JOIN standard s ON s.rid = x.standard_rid
   WHERE t.id = :act AND ${LISTED('accreditation_standard')} ORDER BY x.rid`
const COVERS = `
  SELECT lab.id AS lab, ${lastName('laboratory', 'lab.rid')} AS labName, s.id AS site, coalesce(s.label, s.address, '') AS siteName
    ${OF_ACT} JOIN coverage x JOIN laboratory lab ON lab.rid = x.laboratory_rid LEFT JOIN site s ON s.rid = x.site_rid
   WHERE t.id = :act AND ${LISTED('coverage')} ORDER BY x.rid`
const LINES = `
  SELECT l.id, coalesce(nullif(concat_ws(' – ', coalesce(l.test_vi, l.quantity), l.matrix_vi), ''), l.method, '') AS name
    FROM act_line n JOIN scope_line l ON l.rid = n.line_rid WHERE n.act_rid = ${THE_ACT} AND n.trashed_at IS NULL ORDER BY l.annex_rid, l.position, n.rid`

/** The last name that a laboratory or organisation bears. */
export function lastName(table: 'laboratory' | 'organization', rid: string): string {
  return `(SELECT vi FROM ${table}_name n WHERE n.${table}_rid = ${rid} AND n.trashed_at IS NULL AND n.from_day <= n.to_day ORDER BY n.to_day DESC LIMIT 1)`
}

interface CoverRow {
  lab: string
  labName: string | null
  site: string | null
  siteName: string
}

function changesOf(db: ReadDb, act: string): Changes {
  const rows = <T>(sql: string) => prepare<[object], T>(db, sql).all({ act })
  const standards = rows<Named>(STANDARDS)
  const covers = rows<CoverRow>(COVERS)
  return {
    names: [
      ...rows<Changes['names'][number]>(NAMES('laboratory', 'laboratory_rid')),
      ...rows<Changes['names'][number]>(NAMES('organization', 'organization_rid')),
    ],
    owners: rows<{ laboratory: string; id: string; name: string | null }>(OWNERS).map(({ laboratory, id, name }) => ({
      laboratory,
      organization: { id, name: name ?? '' },
    })),
    standards: standards.length === 0 ? null : standards,
    covers:
      covers.length === 0
        ? null
        : covers.map(({ lab, labName, site, siteName }) => ({
            laboratory: { id: lab, name: labName ?? '' },
            site: site === null ? null : { id: site, name: siteName },
          })),
    lines: rows<Named>(LINES),
  }
}
