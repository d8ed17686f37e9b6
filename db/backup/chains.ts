// Recomputes the chains of a log from what is stored, as anyone could who holds the file: a set whose values or header no longer give its
// hash, or that does not stand on the one before it, was altered by something else than this program; a number that is missing is a gap.
import type { Job } from '../jobs/job'
import { prepare, type ReadDb } from '../store/database'
import { setHash, valueHashOf, type Proved, type SetHeader } from '../store/log'
import { idOf } from '../store/record-key'
import { isMarked, readMarks, type Marks } from '../store/redaction-marks'

export interface StoredSet extends SetHeader {
  commitSeq: number
  committedAt: string
  hash: string
}
export interface StoredChange extends Proved {
  record: string
}

export const SET_COLUMNS = `commit_seq AS commitSeq, id, replica, replica_seq AS replicaSeq, prev_hash AS prevHash, schema_version AS schemaVersion,
  kind, undoes, actor, recorded_at AS recordedAt, committed_at AS committedAt, reason, source, batch, hash`
export const CHANGE_COLUMNS = `${idOf('record')} AS record, entity, field, value, salt, value_hash`

export interface Chains {
  sets: number
  changes: number
  redacted: number
  /** who took values out, and when */
  redactions: { seq: number; at: string; actor: string; reason: string | null; changes: number }[]
  chains: { replica: string; sets: number; head: string; first: string; last: string }[]
  altered: number[]
  gaps: { replica: string; from: number; to: number }[]
}

const REPORT_EVERY = 500

export function checkChains(db: ReadDb, job: Job): Chains {
  const found: Chains = { sets: 0, changes: 0, redacted: 0, redactions: [], chains: [], altered: [], gaps: [] }
  const marks = readMarks(db)
  const heads = new Map<string, StoredSet>()
  const firsts = new Map<string, StoredSet>()
  const known = new Set<string>()
  const takenOut = new Map<number, number>()
  for (const { seq } of marks.values()) takenOut.set(seq, (takenOut.get(seq) ?? 0) + 1)
  const total = prepare<[], { n: number }>(db, 'SELECT count(*) AS n FROM change_set').get()!.n
  const changesOf = prepare<[number], StoredChange>(
    db,
    `SELECT ${CHANGE_COLUMNS} FROM change WHERE commit_seq = ? ORDER BY rid`,
  )
  for (const set of prepare<[], StoredSet>(db, `SELECT ${SET_COLUMNS} FROM change_set ORDER BY commit_seq`).iterate()) {
    const changes = changesOf.all(set.commitSeq)
    const head = heads.get(set.replica)
    const expected = (head?.replicaSeq ?? 0) + 1
    const gap = set.replicaSeq > expected
    if (gap) found.gaps.push({ replica: set.replica, from: expected, to: set.replicaSeq - 1 })
    const linked = head ? set.prevHash === head.hash : set.prevHash === null || known.has(set.prevHash)
    if ((!linked && !gap) || set.replicaSeq < expected || !holds(set, changes, marks)) found.altered.push(set.commitSeq)
    heads.set(set.replica, set)
    if (!head) firsts.set(set.replica, set)
    known.add(set.hash)
    const taken = takenOut.get(set.commitSeq)
    if (taken !== undefined) {
      const { commitSeq: seq, recordedAt: at, actor, reason } = set
      found.redactions.push({ seq, at, actor, reason, changes: taken })
    }
    found.sets += 1
    found.changes += changes.length
    found.redacted += changes.filter(({ salt }) => salt === null).length
    if (found.sets % REPORT_EVERY === 0) {
      job.check()
      job.progress(found.sets, total)
    }
  }
  for (const [replica, head] of heads) {
    const { recordedAt: first } = firsts.get(replica)!
    found.chains.push({ replica, sets: head.replicaSeq, head: head.hash, first, last: head.recordedAt })
  }
  return found
}

/** Whether a set's header and values give its hash. A value that was taken out counts by the hash it left, if a later set says so. */
export function holds(set: StoredSet, changes: readonly StoredChange[], marks: Marks): boolean {
  const hash = setHash(set)
  for (const change of changes) {
    const valueHash = valueHashOf(change)
    if (valueHash === null || (change.salt === null && !isMarked(set, change, marks))) return false
    hash.add({ ...change, valueHash })
  }
  return hash.digest() === set.hash
}
