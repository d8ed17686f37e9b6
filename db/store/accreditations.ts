// One accreditation as its page shows it: status explained on a day, decisions with their acts and annexes, standards, fields, coverage.
import { RegistryError } from '../model/errors'
import type { AccreditationPage, StandardShown } from '../model/shapes/accreditation'
import type { ActShown, Explained } from '../model/shapes/status'
import type { Named } from '../model/shapes/answer'
import { statusSpans } from '../model/status/spans'
import { explain, explainedOn } from '../model/status/explain'
import { flags, type Flag } from '../model/status/flags'
import type { Judged } from '../model/status/judge'
import type { Language } from '../model/texts/say'
import { ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { actsOfAccreditation, type PlainAct } from './act-pages'
import { decisionsOf } from './decision-pages'
import { ISSUER_NAME } from './issuer-name'
import { readActs } from './spans'

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' })

const shownAct = ({
  id,
  kind,
  decision,
  paper,
  number,
  signed,
  effective,
  expiry,
  partial,
  issuer,
}: PlainAct): ActShown => ({
  id,
  kind,
  decision,
  paper,
  number,
  signed,
  effective,
  expiry,
  partial,
  issuer,
})

/** Status of one accreditation on `day`, with the acts that make it so and the next day on which it changes. */
export function explainStatus(db: ReadDb, accreditation: number, day: string): Explained {
  const acts = new Map(actsOfAccreditation(db, accreditation).map((act) => [act.id, act]))
  return explainedOn(statusSpans(readActs(db, accreditation)), day, (id) => {
    const act = acts.get(id)
    return act && shownAct(act)
  })
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
