// Checks a log as anyone with the file could: every replica's chain from its first set to its head, every value against its hash.
import { hashValue, setHash, type SetHeader } from '../../db/store/log'
import { prepare, type WriteDb } from '../../db/store/database'

interface SetRow extends Record<string, unknown> {
  commit_seq: number
  replica: string
  hash: string
}
interface ChangeRow {
  record: string
  entity: string
  field: string | null
  value: string | null
  salt: Uint8Array | null
  value_hash: Uint8Array
}

export interface Verified {
  /** commit_seq of the first set whose hash, link or number does not fit; null: all fit */
  broken: number | null
  /** changes whose value was taken out; the chain holds without it */
  redacted: number
  replicas: number
}

const headerOf = (row: SetRow): SetHeader =>
  ({
    id: row['id'],
    replica: row['replica'],
    replicaSeq: row['replica_seq'],
    prevHash: row['prev_hash'],
    schemaVersion: row['schema_version'],
    kind: row['kind'],
    undoes: row['undoes'],
    actor: row['actor'],
    recordedAt: row['recorded_at'],
    reason: row['reason'],
    source: row['source'],
    batch: row['batch'],
  }) as SetHeader

/** Recomputes all chains from what is stored. */
export function verifyLog(db: WriteDb): Verified {
  const heads = new Map<string, { hash: string; seq: number }>()
  let redacted = 0
  const changesOf = prepare<[number], ChangeRow>(db, 'SELECT * FROM change WHERE commit_seq = ? ORDER BY rid')
  for (const row of prepare<[], SetRow>(db, 'SELECT * FROM change_set ORDER BY replica, replica_seq').all()) {
    const header = headerOf(row)
    const broken = { broken: row.commit_seq, redacted, replicas: heads.size }
    const hash = setHash(header)
    for (const { value, salt, ...change } of changesOf.all(row.commit_seq)) {
      if (value === null || salt === null) redacted += 1
      else if (Buffer.compare(hashValue(salt, value), change.value_hash) !== 0) return broken
      hash.add({ ...change, valueHash: change.value_hash })
    }
    const head = heads.get(row.replica)
    if (header.replicaSeq !== (head?.seq ?? 0) + 1 || hash.digest() !== row.hash) return broken
    if (head && header.prevHash !== head.hash) return broken
    heads.set(row.replica, { hash: row.hash, seq: header.replicaSeq })
  }
  return { broken: null, redacted, replicas: heads.size }
}
