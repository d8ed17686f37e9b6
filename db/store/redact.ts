// Takes a personal value out of the register at a person's request: out of the tables, out of every change that wrote it and, with `everywhere`,
// out of every field that holds exactly it. One logged set says who did it, when and why, and marks each change (redaction-marks.ts). It cannot
// be undone. The bytes that the file still holds then go with purgeFile.
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { fieldsOf, type EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import { isMarkKey, isRedacted, MARK_KEY, personalFields, REDACTED } from '../model/redacted'
import type { RedactionPlan } from '../model/shapes/redaction'
import { readRecord } from './columns'
import { prepare, type ReadDb, type WriteDb } from './database'
import { labelOf } from './history'
import { valueHashOf, type Proved } from './log'
import { heldJson, loggedJson, loggedValue, storedValue, type Logged } from './logged'
import { idOf, keyOf } from './record-key'
import { readMarks, restHash, withoutFields } from './redaction-marks'
import { labOf } from './record-lab'
import type { Tx } from './write'

export interface Asked {
  record: string
  field: string
  /** commit_seq of the set that wrote the value */
  set: number
}

/** A change of the log that wrote the value. */
interface Found {
  rid: number
  set: string
  record: string
  entity: EntityName
  field: string | null
  /** of a creation those that hold it; else the field itself */
  fields: string[]
  value: string
  salt: Uint8Array | null
  value_hash: Uint8Array | null
}

const AT = `SELECT field, value, entity FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND commit_seq = ? ORDER BY rid DESC LIMIT 1`

/** Throws not_found; invalid_input with rule not_personal where the field, and redacted where the value, is nothing to take out. */
function valueAsked(db: ReadDb, { record, field, set }: Asked): string {
  const row = prepare<[string, string, number], Logged & { entity: EntityName }>(db, AT).get(record, field, set)
  if (row === undefined) throw new RegistryError('not_found', `${record} in set ${set}`)
  if (!personalFields(row.entity).includes(field)) throw refused('not_personal')
  const value = storedValue(row, field)
  if (isRedacted(value)) throw refused('redacted')
  if (typeof value !== 'string' || value === '') throw new RegistryError('not_found', `no text in ${field}`)
  return value
}

const refused = (rule: string): RegistryError => new RegistryError('invalid_input', rule, [{ field: 'field', rule }])

const CHANGES = `SELECT c.rid, s.id AS "set", ${idOf('c.record')} AS record, c.entity, c.field, c.value, c.salt, c.value_hash
  FROM change c CROSS JOIN change_set s ON s.commit_seq = c.commit_seq WHERE instr(c.value, :part) > 0 ORDER BY c.rid`
type Row = Omit<Found, 'fields'>

/** Changes that wrote exactly `text` in a personal field, and how many others have it within a longer text. */
function changesWith(db: ReadDb, text: string): { exact: Found[]; within: Set<string> } {
  const exact: Found[] = []
  const within = new Set<string>()
  // as JSON has it within its quotation marks
  const part = JSON.stringify(text).slice(1, -1)
  for (const row of prepare<[object], Row>(db, CHANGES).iterate({ part })) {
    const value = loggedValue(row)
    const all: [string, unknown][] = row.field === null ? Object.entries(value as object) : [[row.field, value]]
    const mark = row.entity === 'setting' && all.some(([, one]) => isMarkKey(one))
    const personal = all.filter(
      ([name, one]) => !mark && typeof one === 'string' && personalFields(row.entity).includes(name),
    )
    const fields = personal.filter(([, one]) => one === text).map(([name]) => name)
    if (fields.length > 0) exact.push({ ...row, fields })
    for (const [name, one] of personal)
      if (one !== text && (one as string).includes(text)) within.add(`${row.entity} ${row.record} ${name}`)
  }
  return { exact, within }
}

const placeOf = ({ record }: Found, field: string): string => `${record} ${field}`

/** What taking it out would touch; nothing is written. */
export function redactionPlan(db: ReadDb, asked: Asked): Omit<RedactionPlan, 'backups'> {
  const text = valueAsked(db, asked)
  const { exact, within } = changesWith(db, text)
  const places = new Map<string, RedactionPlan['places'][number]>()
  for (const found of exact) {
    const { entity, record } = found
    for (const field of found.fields) {
      const key = placeOf(found, field)
      const known = places.get(key)
      const living = readRecord(db, entity, record)[field] === text
      if (known) known.changes += 1
      else
        places.set(key, {
          entity,
          record,
          field,
          label:
            entity === 'signatory' || entity === 'attachment' ? '' : withoutText(labelOf(db, entity, record), text),
          lab: labOf(db, entity, record),
          own: record === asked.record && field === asked.field,
          changes: 1,
          living,
        })
    }
  }
  const reasons = prepare<[object], { n: number }>(
    db,
    `SELECT count(*) AS n FROM change_set WHERE instr(coalesce(reason, ''), :text) OR instr(coalesce(source, ''), :text) OR actor = :text`,
  ).get({ text })!.n
  return {
    value: text,
    places: [...places.values()].sort((a, b) => Number(b.own) - Number(a.own)),
    within: within.size,
    reasons,
  }
}

const withoutText = (label: string, text: string): string => (label === text ? '' : label)

/** Returns the text that was taken out and how many changes wrote it. Throws as the plan does. */
export function redact(tx: Tx, asked: Asked & { everywhere: boolean }): { text: string; changes: number } {
  const text = valueAsked(tx.db, asked)
  const all = changesWith(tx.db, text).exact.flatMap((found): Found[] => {
    const fields = asked.everywhere
      ? found.fields
      : found.fields.filter((field) => found.record === asked.record && field === asked.field)
    return fields.length === 0 ? [] : [{ ...found, fields }]
  })
  emptyTables(tx, all, text)
  for (const found of all) markOne(tx, found)
  return { text, changes: all.length }
}

/** A field that must not be empty says that something stood there; any other is empty and may be filled again. */
function emptyTables(tx: Tx, all: readonly Found[], text: string): void {
  const done = new Set<string>()
  for (const found of all) {
    for (const field of found.fields) {
      const { entity, record } = found
      if (done.has(placeOf(found, field))) continue
      done.add(placeOf(found, field))
      if (readRecord(tx.db, entity, record)[field] !== text) continue
      const left = fieldsOf(entity)[field]?.required ? REDACTED : null
      tx.change(entity, record, { [field]: left } as Parameters<typeof tx.change>[2])
    }
  }
}

/** Every text that was ever written in one field of a record, whatever it said. */
function everChanged(db: ReadDb, record: string, field: string): Found[] {
  const sql = CHANGES.replace(
    'instr(c.value, :part) > 0',
    `c.record = ${keyOf(':record')} AND (c.field = :field OR c.field IS NULL)`,
  )
  return prepare<[object], Row>(db, sql)
    .all({ record, field })
    .flatMap((row) => {
      const value = storedValue(row, field)
      return typeof value === 'string' && !isRedacted(value) ? [{ ...row, fields: [field] }] : []
    })
}

/** Takes an attached file out: its names and titles, and its links wherever it hangs. Returns the digest of the bytes, for the caller to remove. */
export function redactAttachment(tx: Tx, link: string, instant: string): { sha256: string; changes: number } {
  const { attachment } = readRecord(tx.db, 'attachment_link', link) as { attachment: string }
  const { sha256, name } = readRecord(tx.db, 'attachment', attachment) as { sha256: string; name: string }
  if (isRedacted(name)) throw refused('redacted')
  const links = prepare<[string], string>(
    tx.db,
    'SELECT l.id FROM attachment_link l JOIN attachment a ON a.rid = l.attachment_rid WHERE a.id = ?',
  )
    .pluck()
    .all(attachment)
  const all = [...everChanged(tx.db, attachment, 'name'), ...links.flatMap((id) => everChanged(tx.db, id, 'note'))]
  tx.change('attachment', attachment, { name: REDACTED })
  for (const id of links) {
    const { trashedAt } = readRecord(tx.db, 'attachment_link', id)
    tx.change('attachment_link', id, { note: null, ...(trashedAt === null ? { trashedAt: instant } : {}) })
  }
  for (const found of all) markOne(tx, found)
  return { sha256, changes: all.length }
}

const TAKE_OUT = 'UPDATE change SET value = ?, salt = NULL, value_hash = ? WHERE rid = ?'

/** What is left of a change stands there without a salt, and the hash of what stood there is kept. */
function takeOut(
  db: ReadDb,
  { rid, entity, field }: Pick<Found, 'rid' | 'entity' | 'field'>,
  left: string,
  hash: Uint8Array,
): void {
  prepare(db, TAKE_OUT).run(heldJson(entity, field, left), hash, rid)
}

function markOne(tx: Tx, found: Found): void {
  const { set, record, field, fields } = found
  const hash = valueHashOf(found)!
  const left = withoutFields(loggedJson(found)!, { field, fields })
  takeOut(tx.db, found, left, hash)
  const mark = { set, record, field, fields: takenOut(left, field), hash: hexOf(hash), rest: restHash(left) }
  tx.create('setting', { key: `${MARK_KEY}${uuidv7()}`, value: JSON.stringify(mark) })
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Of a creation all fields that were ever taken out, so that the last mark says all. */
const takenOut = (json: string, field: string | null): string[] =>
  field === null
    ? Object.entries(JSON.parse(json) as object).flatMap(([name, value]) => (isRedacted(value) ? [name] : []))
    : [field]

const TARGETS = `SELECT c.rid, c.entity, c.field, c.value, c.salt, c.value_hash FROM change c JOIN change_set s USING (commit_seq)
  WHERE s.id = ? AND c.record = ${keyOf('?')} AND c.field IS ? AND c.salt IS NOT NULL`

/** Takes out again what the log says was taken out: for a register made of an older copy and later sets. Returns of how many changes. */
export function applyMarks(db: WriteDb): number {
  type Target = Proved & { rid: number; entity: EntityName }
  const targets = prepare<[string, string, string | null], Target>(db, TARGETS)
  let count = 0
  for (const mark of readMarks(db).values()) {
    for (const target of targets.all(mark.set, mark.record, mark.field)) {
      const hash = valueHashOf(target)
      if (hash === null || hexOf(hash) !== mark.hash) continue
      takeOut(db, target, withoutFields(loggedJson(target)!, mark), hash)
      count += 1
    }
  }
  return count
}

/** Leaves nothing of what was deleted in the file: search indexes merged, pages written anew, the WAL emptied. False: somebody still reads; the next
    closing empties the WAL. */
export function purgeFile(file: string): boolean {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma('secure_delete = ON')
    for (const table of ['lab_search', 'line_search']) db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    db.exec('VACUUM')
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return busy === 0
  } finally {
    db.close()
  }
}
