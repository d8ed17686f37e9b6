// From any record to the laboratory whose page shows it: the journal and the trash open that page. Of several the first one covered.
import { entityNames, type EntityName } from '../model/entities'
import { prepare, type ReadDb } from './database'
import { keyOf } from './record-key'

const ofLab = (table: string): string =>
  `SELECT l.id FROM ${table} x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE x.id = ?`
const ofAccreditation = (rids: string): string => `
  SELECT l.id FROM coverage c JOIN laboratory l ON l.rid = c.laboratory_rid WHERE c.accreditation_rid IN (${rids})
   ORDER BY c.trashed_at IS NOT NULL, c.rid LIMIT 1`
const linked = (table: string): string => ofAccreditation(`SELECT accreditation_rid FROM ${table} WHERE id = ?`)
const onAnnex = (table: string): string =>
  ofAccreditation(`SELECT a.accreditation_rid FROM ${table} x JOIN annex n ON n.rid = x.annex_rid
    JOIN decision_act a ON a.rid = n.act_rid WHERE x.id = ?`)

const labs: Partial<Record<EntityName, string>> = {
  laboratory: 'SELECT id FROM laboratory WHERE id = ?',
  laboratory_name: ofLab('laboratory_name'),
  laboratory_owner: ofLab('laboratory_owner'),
  site: ofLab('site'),
  coverage: ofLab('coverage'),
  twin_verdict: ofLab('twin_verdict'),
  accreditation: ofAccreditation('SELECT rid FROM accreditation WHERE id = ?'),
  accreditation_standard: linked('accreditation_standard'),
  accreditation_field: linked('accreditation_field'),
  surveillance: linked('surveillance'),
  decision_act: linked('decision_act'),
  decision: ofAccreditation(
    'SELECT a.accreditation_rid FROM decision d JOIN decision_act a ON a.decision_rid = d.rid WHERE d.id = ?',
  ),
  annex: ofAccreditation(
    'SELECT a.accreditation_rid FROM annex n JOIN decision_act a ON a.rid = n.act_rid WHERE n.id = ?',
  ),
  scope_line: onAnnex('scope_line'),
  signatory: onAnnex('signatory'),
}
/** What says something about another record, which it names by id. */
const about: Partial<Record<EntityName, string>> = {
  evidence: 'SELECT record AS id FROM evidence WHERE id = ?',
  statement: 'SELECT subject AS id FROM statement WHERE id = ?',
  snooze: 'SELECT record AS id FROM snooze WHERE id = ?',
}
/** A file may hang on a piece of evidence, which is about a third record. */
const onAbout = 'SELECT record AS id FROM attachment_link WHERE id = ?'
const KIND = `SELECT entity AS id FROM change WHERE record = ${keyOf('?')} AND field IS NULL LIMIT 1`

const one = (db: ReadDb, sql: string, id: string): string | null =>
  prepare<[string], { id: string }>(db, sql).get(id)?.id ?? null

/** Id of the laboratory; null: the record stands on no laboratory's page. */
export function labOf(db: ReadDb, entity: EntityName, id: string): string | null {
  const sql = labs[entity]
  if (sql !== undefined) return one(db, sql, id)
  const pointer = entity === 'attachment_link' ? onAbout : about[entity]
  const record = pointer === undefined ? null : one(db, pointer, id)
  if (record === null) return null
  const kind = entityNames.find((name) => name === one(db, KIND, record))
  const goesOn = kind !== undefined && (entity === 'attachment_link' || about[kind] === undefined)
  return goesOn ? labOf(db, kind, record) : null
}
