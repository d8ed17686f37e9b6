// Reads the change log for people: what changed from what to what, by whom, when; the trash and the way back from it.
import type { EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import { MARK_KEY, REDACTION } from '../model/redacted'
import type { ChangeShown, TrashedRecord } from '../model/shapes/history'
import { ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { labOf } from './record-lab'
import { refuseMisfitTerm } from './terms'
import { refuseMisfitView } from './views'
import { bitOf, loggedValue, storedValue, type Logged } from './logged'
import { idOf, keyOf } from './record-key'
import type { Tx } from './write'

/** How a person calls a record; entities without words of their own are named by what they hang on. */
const labels: Partial<Record<EntityName, string>> = {
  laboratory:
    'SELECT vi AS label FROM laboratory_name WHERE laboratory_rid = ? ORDER BY trashed_at IS NOT NULL, from_day DESC LIMIT 1',
  organization:
    'SELECT vi AS label FROM organization_name WHERE organization_rid = ? ORDER BY trashed_at IS NOT NULL, from_day DESC LIMIT 1',
  laboratory_name: 'SELECT vi AS label FROM laboratory_name WHERE rid = ?',
  organization_name: 'SELECT vi AS label FROM organization_name WHERE rid = ?',
  laboratory_owner: `SELECT n.vi AS label FROM laboratory_owner o JOIN organization_name n ON n.organization_rid = o.organization_rid WHERE o.rid = ? LIMIT 1`,
  site: `SELECT coalesce(t.label, t.address, '') AS label FROM site t WHERE t.rid = ?`,
  accreditation: `SELECT coalesce(a.code_printed, s.vi, '') AS label FROM accreditation a LEFT JOIN scheme s ON s.rid = a.scheme_rid WHERE a.rid = ?`,
  accreditation_standard:
    'SELECT coalesce(t.title, x.printed) AS label FROM accreditation_standard x LEFT JOIN standard t ON t.rid = x.standard_rid WHERE x.rid = ?',
  accreditation_field:
    'SELECT coalesce(f.vi, x.printed) AS label FROM accreditation_field x LEFT JOIN field f ON f.rid = x.field_rid WHERE x.rid = ?',
  coverage: `SELECT n.vi AS label FROM coverage c JOIN laboratory_name n ON n.laboratory_rid = c.laboratory_rid WHERE c.rid = ? LIMIT 1`,
  decision: `SELECT coalesce(number, signed_printed, signed, '') AS label FROM decision WHERE rid = ?`,
  decision_act: `SELECT coalesce(d.number, d.signed_printed, d.signed, '') AS label FROM decision_act a JOIN decision d ON d.rid = a.decision_rid WHERE a.rid = ?`,
  scope_line: `SELECT coalesce(test_vi, test_en, matrix_vi, '') AS label FROM scope_line WHERE rid = ?`,
  annex: `SELECT coalesce(form, '') || coalesce(' ' || number, '') AS label FROM annex WHERE rid = ?`,
  signatory: 'SELECT name AS label FROM signatory WHERE rid = ?',
  twin_verdict: `SELECT coalesce((SELECT vi FROM laboratory_name n WHERE n.laboratory_rid = v.laboratory_rid ORDER BY trashed_at IS NOT NULL, from_day DESC LIMIT 1), '') ||
    ' – ' || coalesce((SELECT vi FROM laboratory_name n WHERE n.laboratory_rid = v.twin_rid ORDER BY trashed_at IS NOT NULL, from_day DESC LIMIT 1), '') AS label FROM twin_verdict v WHERE v.rid = ?`,
  account: 'SELECT coalesce(display, name) AS label FROM account WHERE rid = ?',
  setting: 'SELECT key AS label FROM setting WHERE rid = ?',
  term_link: `SELECT term || ' – ' || other AS label FROM term_link WHERE rid = ?`,
  saved_view: 'SELECT name AS label FROM saved_view WHERE rid = ?',
  snooze: `SELECT coalesce((SELECT code_printed FROM accreditation WHERE id = z.record),
    (SELECT n.vi FROM laboratory l JOIN laboratory_name n ON n.laboratory_rid = l.rid WHERE l.id = z.record LIMIT 1), '') AS label FROM snooze z WHERE z.rid = ?`,
  surveillance: `SELECT coalesce(s.done_printed, s.done, s.due_printed, s.due, '') AS label FROM surveillance s WHERE s.rid = ?`,
  evidence: 'SELECT source AS label FROM evidence WHERE rid = ?',
  attachment: 'SELECT name AS label FROM attachment WHERE rid = ?',
  attachment_link:
    'SELECT coalesce(l.note, a.name) AS label FROM attachment_link l JOIN attachment a ON a.rid = l.attachment_rid WHERE l.rid = ?',
  statement: 'SELECT value AS label FROM statement WHERE rid = ?',
}

export function labelOf(db: ReadDb, entity: EntityName, id: string): string {
  const sql = labels[entity]
  const row = sql ? prepare<[number], { label: string | null }>(db, sql).get(ridOf(db, entity, id)) : undefined
  return row?.label ?? ''
}

/** The record itself, the laboratories merged into it, what was said of twins, and the rows that hang on it: names, owner, sites, coverage of a laboratory; links and acts of an accreditation. */
const RELATED = `
  SELECT :id AS id
  UNION SELECT o.id FROM twin_verdict v JOIN laboratory l ON l.rid = v.twin_rid JOIN laboratory o ON o.rid = v.laboratory_rid
   WHERE l.id = :id AND v.verdict = 'merged' AND v.trashed_at IS NULL
  UNION SELECT x.id FROM laboratory_name x JOIN twin_verdict v ON v.laboratory_rid = x.laboratory_rid JOIN laboratory l ON l.rid = v.twin_rid
   WHERE l.id = :id AND v.verdict = 'merged' AND v.trashed_at IS NULL
  UNION SELECT x.id FROM laboratory_name x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE l.id = :id
  UNION SELECT x.id FROM twin_verdict x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE l.id = :id
  UNION SELECT x.id FROM twin_verdict x JOIN laboratory l ON l.rid = x.twin_rid WHERE l.id = :id
  UNION SELECT x.id FROM laboratory_owner x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE l.id = :id
  UNION SELECT x.id FROM attachment_link x WHERE x.record = :id
  UNION SELECT x.id FROM site x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE l.id = :id
  UNION SELECT x.id FROM coverage x JOIN laboratory l ON l.rid = x.laboratory_rid WHERE l.id = :id
  UNION SELECT x.id FROM organization_name x JOIN organization g ON g.rid = x.organization_rid WHERE g.id = :id
  UNION SELECT x.id FROM accreditation_standard x JOIN accreditation a ON a.rid = x.accreditation_rid WHERE a.id = :id
  UNION SELECT x.id FROM accreditation_field x JOIN accreditation a ON a.rid = x.accreditation_rid WHERE a.id = :id
  UNION SELECT x.id FROM decision_act x JOIN accreditation a ON a.rid = x.accreditation_rid WHERE a.id = :id
  UNION SELECT a.id FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid JOIN laboratory l ON l.rid = c.laboratory_rid WHERE l.id = :id
  UNION SELECT t.id FROM decision_act t JOIN coverage c ON c.accreditation_rid = t.accreditation_rid JOIN laboratory l ON l.rid = c.laboratory_rid WHERE l.id = :id
  UNION SELECT d.id FROM decision d JOIN decision_act t ON t.decision_rid = d.rid JOIN coverage c ON c.accreditation_rid = t.accreditation_rid
    JOIN laboratory l ON l.rid = c.laboratory_rid WHERE l.id = :id`

/** Marks of what was taken out are the log's own matter, and no change of a setting. */
export const NO_MARK = `NOT (c.entity = 'setting' AND c.field IS NULL AND instr(c.value, '"${MARK_KEY}') > 0)`

/** Walks the log from its end: CROSS JOIN keeps SQLite from sorting the whole of it. */
const COLUMNS = `
  SELECT c.rid, s.commit_seq AS seq, s.recorded_at AS at, s.actor, s.kind, s.reason, s.source, c.entity, ${idOf('c.record')} AS record, c.field, c.value
    FROM change c CROSS JOIN change_set s ON s.commit_seq = c.commit_seq`
const ALL = `${COLUMNS} WHERE c.commit_seq < :before AND ${NO_MARK} ORDER BY c.commit_seq DESC, c.rid DESC LIMIT :limit`
const OF_RECORD = `${COLUMNS} WHERE c.commit_seq < :before AND c.record IN (SELECT ${keyOf('id')} FROM (${RELATED})) ORDER BY c.commit_seq DESC, c.rid DESC LIMIT :limit`
/** Values of one field, the first from the record's creation. */
const OF_FIELD = `c.entity = :entity AND (c.field = :field OR (c.field IS NULL AND CASE json_type(c.value)
  WHEN 'array' THEN json_extract(c.value, '$[0]') & :bit ELSE json_extract(c.value, '$.' || :field) IS NOT NULL END))`
const OF_SET = `${COLUMNS} WHERE c.commit_seq = :set AND ${NO_MARK} ORDER BY c.rid LIMIT :limit OFFSET :offset`
const PREVIOUS = `
  SELECT entity, field, value FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND rid < ? ORDER BY commit_seq DESC, rid DESC LIMIT 1`

interface ChangeRow {
  rid: number
  seq: number
  at: string
  actor: string
  kind: string
  reason: string | null
  source: string | null
  entity: EntityName
  record: string
  field: string | null
  value: string | null
}

interface ChangesQuery {
  recordId?: string | undefined
  entity?: EntityName | undefined
  field?: string | undefined
  set?: number | undefined
  offset?: number | undefined
  before?: number | undefined
  limit?: number | undefined
}

/** Changes before commit_seq `before` (all when left out), newest first, at most `limit` (100). A reference to another record comes as that record's label. */
export function listChanges(db: ReadDb, query: ChangesQuery): ChangeShown[] {
  if (query.set !== undefined) return changesOfSet(db, { ...query, set: query.set })
  const bounds = { before: query.before ?? Number.MAX_SAFE_INTEGER, limit: query.limit ?? 100 }
  const { recordId: id, entity, field } = query
  const asked = entity !== undefined && field !== undefined ? { entity, field, bit: bitOf(entity, field) } : null
  const sql = id === undefined ? ALL : OF_RECORD
  const found = asked === null ? sql : sql.replace('ORDER BY', `AND ${OF_FIELD} ORDER BY`)
  const rows = prepare<[object], ChangeRow>(db, found).all({ ...bounds, ...(id === undefined ? {} : { id }), ...asked })
  return rows.map((row) => (asked === null ? toChange(db, row) : valueOf(toChange(db, row), asked.field)))
}

/** Changes of one saving as they were made, after the first `offset`. */
export function changesOfSet(
  db: ReadDb,
  { set, offset = 0, limit = 100 }: Pick<ChangesQuery, 'offset' | 'limit'> & { set: number },
): ChangeShown[] {
  return prepare<[object], ChangeRow>(db, OF_SET)
    .all({ set, offset, limit })
    .map((row) => toChange(db, row))
}

/** A creation told as the first value of one field. */
const valueOf = (change: ChangeShown, field: string): ChangeShown =>
  change.field === null ? { ...change, field, after: (change.after as Record<string, unknown>)[field] } : change

/** A set that took values out is told as such, not as an edit. */
export const shownKind = <R extends { kind: string; source: string | null }>(row: R): R =>
  row.source === REDACTION ? { ...row, kind: REDACTION, source: null } : row

function toChange(db: ReadDb, { rid, value, ...logged }: ChangeRow): ChangeShown {
  const row = shownKind(logged)
  const named = { ...row, label: labelOf(db, row.entity, row.record), lab: labOf(db, row.entity, row.record) }
  const after = loggedValue({ ...logged, value })
  if (row.field === null) return { ...named, before: null, after }
  const previous = prepare<[string, string, number], Logged>(db, PREVIOUS).get(row.record, row.field, rid)
  return { ...named, before: storedValue(previous, row.field), after }
}

const trashable = [
  'laboratory',
  'organization',
  'site',
  'accreditation',
  'decision',
  'decision_act',
  'annex',
  'scope_line',
  'signatory',
  'surveillance',
  'evidence',
  'attachment_link',
  'statement',
  'term_link',
  'saved_view',
] as const
type Trashable = (typeof trashable)[number]

/** Living records that would be left without ground; the person is told to move or remove them first. */
const users: Partial<Record<Trashable, string>> = {
  organization: `SELECT count(*) AS uses FROM laboratory_owner o JOIN laboratory l ON l.rid = o.laboratory_rid
    WHERE o.organization_rid = ? AND o.trashed_at IS NULL AND l.trashed_at IS NULL`,
}

export const isTrashable = (entity: EntityName): entity is Trashable =>
  (trashable as readonly EntityName[]).includes(entity)

export function trash(tx: Tx, entity: EntityName, id: string, instant: string): void {
  if (!isTrashable(entity))
    throw new RegistryError('invalid_input', `${entity} is not trashed by hand`, [
      { field: 'entity', rule: 'not_trashable' },
    ])
  const rid = ridOf(tx.db, entity, id)
  const uses = users[entity] ? prepare<[number], { uses: number }>(tx.db, users[entity]).get(rid)!.uses : 0
  if (uses > 0)
    throw new RegistryError('in_use', `${entity} ${id}`, [{ field: 'id', rule: 'in_use', params: { uses } }])
  tx.change(entity, id, { trashedAt: instant })
}

export function restore(tx: Tx, entity: EntityName, id: string): void {
  if (!isTrashable(entity))
    throw new RegistryError('invalid_input', `${entity} is not trashed by hand`, [
      { field: 'entity', rule: 'not_trashable' },
    ])
  if (entity === 'term_link') refuseMisfitTerm(tx.db, id)
  if (entity === 'saved_view') refuseMisfitView(tx.db, id)
  tx.change(entity, id, { trashedAt: null })
}

const TRASHED_BY = `SELECT s.actor FROM change c JOIN change_set s USING (commit_seq) WHERE c.record = ${keyOf('?')} AND c.field = 'trashedAt' ORDER BY c.commit_seq DESC LIMIT 1`

/** What lies in the trash, newest first. Links and names that were replaced are history, not trash, and are left out. */
export function listTrash(db: ReadDb): TrashedRecord[] {
  const found = trashable.flatMap((entity) =>
    prepare<[], { id: string; trashedAt: string }>(
      db,
      `SELECT id, trashed_at AS trashedAt FROM ${entity} WHERE trashed_at IS NOT NULL`,
    )
      .all()
      .map((row) => ({
        entity,
        ...row,
        label: labelOf(db, entity, row.id),
        lab: labOf(db, entity, row.id),
        by: prepare<[string], { actor: string }>(db, TRASHED_BY).get(row.id)?.actor ?? '',
      })),
  )
  return found.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1))
}
