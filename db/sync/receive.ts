// Takes in what another copy of this register wrote: its sets go to the end of the log unchanged, each under the chain of the copy that wrote it, and
// into the tables. Nothing is lost on either side. Where both changed one field since they parted, what was received stands in the table (it comes later
// in this log, whatever the clocks said), ours stays in the history, and the field is named so that a person decides. All of it or nothing.
import Database from 'better-sqlite3'
import { CHANGE_COLUMNS, checkChains, SET_COLUMNS, type StoredChange, type StoredSet } from '../backup/chains'
import { enterSet } from '../backup/enter'
import { unwatched, type Job } from '../jobs/job'
import type { EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import { prepare, type ReadDb, type WriteDb } from '../store/database'
import { deriveAll } from '../store/derive'
import { localValue } from '../store/local'
import { idOf } from '../store/record-key'
import { applyMarks } from '../store/redact'

/** A field that both copies changed since they parted, to different values. */
export interface BothChanged {
  entity: EntityName
  record: string
  field: string
  ours: unknown
  /** stands in the table now */
  theirs: unknown
}

export interface Received {
  sets: number
  changes: number
  both: BothChanged[]
}

const refuse = (rule: string): RegistryError => new RegistryError('bad_file', rule, [{ field: 'file', rule }])

/** `from`: another copy, opened by this program (so of this version). Throws bad_file with copy.other_register, copy.log (its log does not verify), copy.forked (both
    wrote under one replica) or copy.same_key (both made a record of which there can be one only). */
export function receiveSets(into: WriteDb, from: ReadDb, job: Job = unwatched): Received {
  if (localValue(from, 'register_id') !== localValue(into, 'register_id')) throw refuse('copy.other_register')
  if (!isSound(from, job)) throw refuse('copy.log')
  const news = newSets(into, from)
  const changesOf = prepare<[number], StoredChange>(
    from,
    `SELECT ${CHANGE_COLUMNS} FROM change WHERE commit_seq = ? ORDER BY rid`,
  )
  const receive = into.transaction((): Received => {
    into.pragma('defer_foreign_keys = ON')
    const both = bothChanged(into, from, news)
    let changes = 0
    for (const [at, set] of news.entries()) {
      job.check()
      job.progress(at, news.length + 1)
      const all = changesOf.all(set.commitSeq)
      enterSet(into, set, all)
      changes += all.length
    }
    if (news.length > 0) {
      // what one copy took out at a person's request goes out of what the other still has
      applyMarks(into)
      deriveAll(into)
    }
    if (!isSound(into, job)) throw refuse('copy.log')
    return { sets: news.length, changes, both }
  })
  try {
    return receive.immediate()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE')
      throw refuse('copy.same_key')
    throw error
  }
}

function isSound(db: ReadDb, job: Job): boolean {
  const { altered, gaps } = checkChains(db, job)
  return altered.length === 0 && gaps.length === 0
}

/** Sets of `from` that `into` does not have, in the order in which they came to `from`. */
function newSets(into: ReadDb, from: ReadDb): StoredSet[] {
  const ours = prepare<[string, number], { hash: string }>(
    into,
    'SELECT hash FROM change_set WHERE replica = ? AND replica_seq = ?',
  )
  const news: StoredSet[] = []
  for (const set of prepare<[], StoredSet>(
    from,
    `SELECT ${SET_COLUMNS} FROM change_set ORDER BY commit_seq`,
  ).iterate()) {
    const same = ours.get(set.replica, set.replicaSeq)
    if (same === undefined) news.push(set)
    else if (same.hash !== set.hash) throw refuse('copy.forked')
  }
  return news
}

interface LastValue {
  entity: EntityName
  record: string
  field: string
  value: string | null
}

/** In the log's order, so that of several changes of one field the last one counts. */
const FIELDS_OF = `SELECT entity, ${idOf('record')} AS record, field, value FROM change WHERE commit_seq = ? AND field IS NOT NULL ORDER BY rid`

function bothChanged(into: ReadDb, from: ReadDb, news: readonly StoredSet[]): BothChanged[] {
  const has = prepare<[string], unknown>(from, 'SELECT 1 FROM change_set WHERE id = ?')
  const own = prepare<[], { id: string; commitSeq: number }>(
    into,
    'SELECT id, commit_seq AS commitSeq FROM change_set ORDER BY commit_seq',
  )
    .all()
    .filter(({ id }) => has.get(id) === undefined)
  const ours = lastValues(into, own)
  return [...lastValues(from, news)].flatMap(([key, theirs]): BothChanged[] => {
    const mine = ours.get(key)
    if (mine === undefined || mine.value === theirs.value) return []
    const { entity, record, field } = theirs
    return [{ entity, record, field, ours: parsed(mine.value), theirs: parsed(theirs.value) }]
  })
}

function lastValues(db: ReadDb, sets: readonly { commitSeq: number }[]): Map<string, LastValue> {
  const last = new Map<string, LastValue>()
  const fields = prepare<[number], LastValue>(db, FIELDS_OF)
  for (const { commitSeq } of sets)
    for (const change of fields.iterate(commitSeq)) last.set(`${change.record} ${change.field}`, change)
  return last
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
