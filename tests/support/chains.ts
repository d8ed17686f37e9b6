// Recomputes the chains of a log from what is stored, one chain for each replica, as anyone could who holds the file.
import { createHash } from 'node:crypto'
import { prepare, type ReadDb } from '../../db/store/database'
import { hashValue, setHash, type SetHeader } from '../../db/store/log'
import { loggedJson } from '../../db/store/logged'
import { idOf } from '../../db/store/record-key'

export interface StoredSet extends SetHeader {
  commitSeq: number
  hash: string
}
interface StoredChange {
  record: string
  entity: string
  field: string | null
  value: string | null
  salt: Uint8Array | null
  value_hash: Uint8Array | null
}

const SETS = `SELECT commit_seq AS commitSeq, id, replica, replica_seq AS replicaSeq, prev_hash AS prevHash, schema_version AS schemaVersion,
  kind, undoes, actor, recorded_at AS recordedAt, reason, source, batch, hash FROM change_set ORDER BY commit_seq`

export const storedSets = (db: ReadDb): StoredSet[] => prepare<[], StoredSet>(db, SETS).all()

/** commit_seq of the first set whose values, hash, place in its chain or link do not fit. A chain begins with nothing, or with a head that is in the log. */
export function brokenSet(db: ReadDb): number | null {
  const heads = new Map<string, StoredSet>()
  const known = new Set<string>()
  for (const set of storedSets(db)) {
    const head = heads.get(set.replica)
    const dense = set.replicaSeq === (head?.replicaSeq ?? 0) + 1
    const linked = head ? set.prevHash === head.hash : set.prevHash === null || known.has(set.prevHash)
    if (!dense || !linked || !holds(db, set)) return set.commitSeq
    heads.set(set.replica, set)
    known.add(set.hash)
  }
  return null
}

function holds(db: ReadDb, set: StoredSet): boolean {
  const hash = setHash(set)
  const changes = prepare<[number], StoredChange>(
    db,
    `SELECT *, ${idOf('record')} AS record FROM change WHERE commit_seq = ? ORDER BY rid`,
  )
  for (const change of changes.all(set.commitSeq)) {
    const json = loggedJson(change)
    const valueHash = change.salt === null ? change.value_hash : json && hashValue(change.salt, json)
    if (!valueHash || (change.salt === null && !saidToBeOut(db, set, valueHash, json))) return false
    hash.add({ ...change, valueHash })
  }
  return hash.digest() === set.hash
}

const LATER = `SELECT value FROM change WHERE commit_seq > ? AND entity = 'setting' AND salt IS NOT NULL AND instr(value, ?) > 0 ORDER BY rid DESC LIMIT 1`

/** A later set names the change by its hash, and what stands there now by its own. */
function saidToBeOut(db: ReadDb, set: StoredSet, hash: Uint8Array, json: string | null): boolean {
  const named = Buffer.from(hash).toString('hex')
  const said = prepare<[number, string], { value: string }>(db, LATER).get(set.commitSeq, named)?.value
  return (
    said !== undefined &&
    said.includes(
      createHash('sha256')
        .update(json ?? '')
        .digest('hex'),
    )
  )
}

export interface Verified {
  /** commit_seq of the first set whose hash, link or number does not fit; null: all fit */
  broken: number | null
  /** changes whose value was taken out; the chain holds without it */
  redacted: number
  replicas: number
}

/** Recomputes all chains from what is stored. */
export function verifyLog(db: ReadDb): Verified {
  const count = (sql: string): number => prepare<[], { n: number }>(db, sql).get()!.n
  return {
    broken: brokenSet(db),
    redacted: count('SELECT count(*) AS n FROM change WHERE salt IS NULL'),
    replicas: count('SELECT count(DISTINCT replica) AS n FROM change_set'),
  }
}
