// What hangs on which record: an attachment is one content, a link hangs it on a record under a title. Letting go is a link in the trash, so
// undo and restore bring it back; the bytes (attachment-files.ts, which documents their layout) stay.
import type { EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import { isRedacted } from '../model/redacted'
import { kindOfMime, type FileKind } from '../model/files/kinds'
import type { AttachmentShown, SharedAt } from '../model/shapes/attachments'
import { stateOf, type Content, type KeptFile } from './attachment-files'
import { prepare, type ReadDb } from './database'
import { labelOf } from './history'
import { keyOf } from './record-key'
import { labOf } from './record-lab'
import type { Tx } from './write'

/** Records that files may hang on. */
const carriers: readonly EntityName[] = [
  'laboratory',
  'organization',
  'site',
  'accreditation',
  'decision',
  'decision_act',
  'annex',
  'surveillance',
  'evidence',
  'statement',
  'inspection',
  'finding',
]

const COLUMNS = `
  SELECT l.id, l.record, l.note AS title, a.rid AS attachment, a.sha256, a.name, a.mime, a.bytes
    FROM attachment_link l JOIN attachment a ON a.rid = l.attachment_rid`
const OF_RECORDS = `${COLUMNS} WHERE l.trashed_at IS NULL AND l.record IN (SELECT value FROM json_each(?)) ORDER BY l.rid`
const ALL = `${COLUMNS} WHERE l.trashed_at IS NULL ORDER BY l.rid`
const ONE = `${COLUMNS} WHERE l.id = ?`
const SHARED = `SELECT DISTINCT record FROM attachment_link WHERE attachment_rid = ? AND trashed_at IS NULL AND record <> ? ORDER BY rid LIMIT 20`
const ADDED = `SELECT s.actor AS addedBy, s.recorded_at AS addedAt FROM change c JOIN change_set s USING (commit_seq) WHERE c.record = ${keyOf('?')} AND c.field IS NULL`
const KIND = `SELECT entity FROM change WHERE record = ${keyOf('?')} AND field IS NULL LIMIT 1`

export interface LinkRow extends Content {
  id: string
  record: string
  title: string | null
  attachment: number
  name: string
  mime: string
}

const entityOf = (db: ReadDb, record: string): EntityName | null =>
  prepare<[string], { entity: EntityName }>(db, KIND).get(record)?.entity ?? null

/** Living links of the records, or all there are, in the order they were made. */
export function linksOf(db: ReadDb, records: readonly string[] | undefined): LinkRow[] {
  if (records === undefined) return prepare<[], LinkRow>(db, ALL).all()
  return prepare<[string], LinkRow>(db, OF_RECORDS).all(JSON.stringify(records))
}

/** One link, also from the trash. Throws not_found. */
export function linkOf(db: ReadDb, id: string): LinkRow {
  const link = prepare<[string], LinkRow>(db, ONE).get(id)
  if (link === undefined) throw new RegistryError('not_found', `attachment_link ${id}`)
  return link
}

export function listAttachments(db: ReadDb, folder: string, records: readonly string[]): AttachmentShown[] {
  return linksOf(db, records).map(({ attachment, sha256, mime, ...row }) => ({
    ...row,
    kind: kindOf(mime),
    ...prepare<[string], Pick<AttachmentShown, 'addedBy' | 'addedAt'>>(db, ADDED).get(row.id)!,
    state: stateOf(folder, { sha256, bytes: row.bytes }),
    alsoAt: prepare<[number, string], { record: string }>(db, SHARED)
      .all(attachment, row.record)
      .flatMap(({ record }) => sharedAt(db, record)),
  }))
}

/** Every kind in the register passed keepFile. */
function kindOf(mime: string): FileKind {
  const kind = kindOfMime(mime)
  if (kind === null) throw new RegistryError('internal', `attachment of kind ${mime}`)
  return kind
}

function sharedAt(db: ReadDb, record: string): SharedAt[] {
  const entity = entityOf(db, record)
  return entity === null ? [] : [{ record, entity, label: labelOf(db, entity, record), lab: labOf(db, entity, record) }]
}

/** Throws not_found, or invalid_input with rule no_files where nothing is attached to such a record. */
export function refuseCarrier(db: ReadDb, record: string): void {
  const entity = entityOf(db, record)
  if (entity === null) throw new RegistryError('not_found', record)
  if (!carriers.includes(entity))
    throw new RegistryError('invalid_input', `files do not hang on ${entity}`, [{ field: 'record', rule: 'no_files' }])
}

const BY_CONTENT = 'SELECT rid, id, name, trashed_at AS trashedAt FROM attachment WHERE sha256 = ?'
const HANGS = 'SELECT id FROM attachment_link WHERE attachment_rid = ? AND record = ? AND trashed_at IS NULL LIMIT 1'

/** Hangs a content on a record. One that hangs there already stays as it is. */
export function attach(
  tx: Tx,
  file: KeptFile,
  { record, title }: { record: string; title: string | null },
): { id: string; known: boolean; already: boolean } {
  refuseCarrier(tx.db, record)
  const known = prepare<[string], { rid: number; id: string; name: string; trashedAt: string | null }>(
    tx.db,
    BY_CONTENT,
  ).get(file.sha256)
  const hanging = known && prepare<[number, string], { id: string }>(tx.db, HANGS).get(known.rid, record)
  if (hanging) return { id: hanging.id, known: true, already: true }
  const { sha256, name, mime, bytes } = file
  // taken out on request once, and now attached again by somebody who has it
  if (known && isRedacted(known.name)) tx.change('attachment', known.id, { name })
  if (known?.trashedAt) tx.change('attachment', known.id, { trashedAt: null })
  const attachment = known?.id ?? tx.create('attachment', { sha256, name, mime, bytes })
  const id = tx.create('attachment_link', { attachment, record, note: title })
  return { id, known: known !== undefined, already: false }
}
