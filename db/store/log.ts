// The change log: appends sets to this replica's chain and reads history. A set's hash covers its header and, of each change,
// SHA-256(salt ‖ value): a redacted value leaves the chain verifiable. Nothing here is ever updated except by redaction.
import { createHash, hash as digestOf, type Hash } from 'node:crypto'
import type { EntityName } from '../model/entities'
import { prepare, type ReadDb } from './database'
import { freshBytes } from './ids'
import { loggedJson, packed, type Logged } from './logged'
import { keyOf } from './record-key'

export const setKinds = ['edit', 'import', 'undo', 'redo', 'restore', 'merge', 'resolve'] as const
export type SetKind = (typeof setKinds)[number]

export interface SetHeader {
  id: string
  replica: string
  replicaSeq: number
  prevHash: string | null
  schemaVersion: number
  kind: SetKind
  undoes: string | null
  actor: string
  recordedAt: string
  reason: string | null
  source: string | null
  batch: string | null
}

export interface Change {
  record: string
  entity: EntityName
  /** null: creation, `value` is the whole record */
  field: string | null
  value: unknown
}

/** Most values fit: a log is checked without two new buffers for each. */
const room = Buffer.alloc(16 * 1024)
/** of a sign in UTF-8, at most */
const BYTES = 3

/** SHA-256 over salt ‖ JSON of the value. */
export function hashValue(salt: Uint8Array, json: string): Uint8Array {
  if (salt.length + json.length * BYTES > room.length)
    return digestOf('sha256', Buffer.concat([salt, Buffer.from(json)]), 'buffer')
  room.set(salt)
  return digestOf('sha256', room.subarray(0, salt.length + room.write(json, salt.length)), 'buffer')
}

/** A stored change; `salt` null: its value was taken out, `value` is what stands there now, and its hash is kept. */
export interface Proved extends Logged {
  salt: Uint8Array | null
  value_hash: Uint8Array | null
}

/** What stands in its set's hash for a change. Null: nothing can, the change does not hold what was written. */
export function valueHashOf(change: Proved): Uint8Array | null {
  if (change.salt === null) return change.value_hash
  const json = loggedJson(change)
  return json === null ? null : hashValue(change.salt, json)
}

/** Hash of a set: its header, then each change in order. Feed the changes as they are written, then `digest`. */
export function setHash(header: SetHeader) {
  const about = JSON.stringify([
    header.id,
    header.replica,
    header.replicaSeq,
    header.prevHash,
    header.schemaVersion,
    header.kind,
    header.undoes,
    header.actor,
    header.recordedAt,
    header.reason,
    header.source,
    header.batch,
  ])
  let hash: Hash | null = null
  let parts: Uint8Array[] = [Buffer.from(about)]
  const flush = () => {
    hash = (hash ?? createHash('sha256')).update(Buffer.concat(parts))
    parts = []
  }
  return {
    add(change: { record: string; entity: string; field: string | null; valueHash: Uint8Array }): void {
      parts.push(Buffer.from(`\n${change.record} ${change.entity} ${change.field ?? '*'} `), change.valueHash)
      if (parts.length >= 1_000) flush()
    },
    digest(): string {
      // most sets are short: their hash is made at once
      if (hash === null) return digestOf('sha256', Buffer.concat(parts))
      flush()
      return hash.digest('hex')
    },
  }
}

/** The head of a replica's chain; null when it has written nothing yet. */
export function chainHead(db: ReadDb, replica: string): { replicaSeq: number; hash: string } | null {
  const sql =
    'SELECT replica_seq AS replicaSeq, hash FROM change_set WHERE replica = ? ORDER BY replica_seq DESC LIMIT 1'
  return prepare<[string], { replicaSeq: number; hash: string }>(db, sql).get(replica) ?? null
}

const INSERT_SET = `
  INSERT INTO change_set (id, replica, replica_seq, prev_hash, schema_version, kind, undoes, actor, recorded_at, committed_at, reason, source, batch, hash)
  VALUES (:id, :replica, :replicaSeq, :prevHash, :schemaVersion, :kind, :undoes, :actor, :recordedAt,
    max(:recordedAt, coalesce((SELECT committed_at FROM change_set ORDER BY commit_seq DESC LIMIT 1), '')), :reason, :source, :batch, '')`
const INSERT_CHANGE = `INSERT INTO change (commit_seq, record, entity, field, value, salt) VALUES (?, ${keyOf('?')}, ?, ?, ?, ?)`

/** Opens a set in the running transaction; `append` logs a change, `close` seals it with its hash and returns its commit_seq. */
export function beginSet(db: ReadDb, header: SetHeader) {
  const seq = Number(prepare(db, INSERT_SET).run(header).lastInsertRowid)
  const hash = setHash(header)
  const insert = prepare(db, INSERT_CHANGE)
  return {
    seq,
    append(change: Change): void {
      const json = JSON.stringify(change.value ?? null)
      const salt = freshBytes()
      const valueHash = hashValue(salt, json)
      const held = change.field === null ? packed(change.entity, change.value as Record<string, unknown>) : json
      insert.run(seq, change.record, change.entity, change.field, held, salt)
      hash.add({ record: change.record, entity: change.entity, field: change.field, valueHash })
    },
    close(): number {
      prepare(db, 'UPDATE change_set SET hash = ? WHERE commit_seq = ?').run(hash.digest(), seq)
      return seq
    },
  }
}

const digestOfHeads = (heads: readonly string[]): string =>
  createHash('sha256')
    .update([...heads].sort().join('\n'))
    .digest('hex')

/** SHA-256 over the sorted heads of all replicas, as they stood after the set `upTo`: equal fingerprints mean equal logs. */
export function fingerprint(db: ReadDb, upTo = Number.MAX_SAFE_INTEGER): string {
  const sql = `SELECT s.replica || ':' || s.hash AS head FROM change_set s
    JOIN (SELECT replica, max(replica_seq) AS top FROM change_set WHERE commit_seq <= ? GROUP BY replica) t ON t.replica = s.replica AND t.top = s.replica_seq`
  return digestOfHeads(
    prepare<[number], { head: string }>(db, sql)
      .all(upTo)
      .map((row) => row.head),
  )
}

/** Digits of a fingerprint that are printed: 80 bits, which nobody can hit on purpose. */
const PRINTED = 20

/** “3F2A-91C0-77DE-0B14-5A6E”: a fingerprint as it stands on paper. */
export const printedForm = (whole: string): string =>
  whole
    .slice(0, PRINTED)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$&-')

export interface HeadFingerprint {
  /** commit_seq of the newest set; 0: none yet */
  seq: number
  whole: string
  printed: string
}

/** What a document prints of the log it was made from: whatever is altered later in what stood there then, findPrinted no longer finds it. */
export function headFingerprint(db: ReadDb): HeadFingerprint {
  const { seq } = prepare<[], { seq: number }>(db, 'SELECT coalesce(max(commit_seq), 0) AS seq FROM change_set').get()!
  const whole = fingerprint(db)
  return { seq, whole, printed: printedForm(whole) }
}

const HASHES = 'SELECT commit_seq AS seq, recorded_at AS at, replica, hash FROM change_set ORDER BY commit_seq'

/** The moment of this log that a printed (or whole) fingerprint names; null: this log never stood so. Whether its hashes hold is for the check of the log. */
export function findPrinted(db: ReadDb, asked: string): { seq: number; at: string } | null {
  const digits = asked.replace(/[^0-9a-f]/gi, '').toLowerCase()
  if (digits.length < PRINTED) return null
  const heads = new Map<string, string>()
  for (const { seq, at, replica, hash } of prepare<[], { seq: number; at: string; replica: string; hash: string }>(
    db,
    HASHES,
  ).iterate()) {
    heads.set(replica, `${replica}:${hash}`)
    if (digestOfHeads([...heads.values()]).startsWith(digits)) return { seq, at }
  }
  return null
}
