// Enters a set that was written elsewhere, or read back from a damaged file: unchanged, under its own chain, at the end of this log, and into the tables.
import type { EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import { ridFinder } from '../store/columns'
import { prepare, type WriteDb } from '../store/database'
import { heldJson, loggedJson } from '../store/logged'
import { keyOf } from '../store/record-key'
import { insertRow, updateRow } from '../store/rows'
import type { StoredChange, StoredSet } from './chains'

const INSERT_SET = `
  INSERT INTO change_set (id, replica, replica_seq, prev_hash, schema_version, kind, undoes, actor, recorded_at, committed_at, reason, source, batch, hash)
  VALUES (:id, :replica, :replicaSeq, :prevHash, :schemaVersion, :kind, :undoes, :actor, :recordedAt,
    max(:committedAt, coalesce((SELECT committed_at FROM change_set ORDER BY commit_seq DESC LIMIT 1), '')), :reason, :source, :batch, :hash)`
const INSERT_CHANGE = `INSERT INTO change (commit_seq, record, entity, field, value, salt, value_hash) VALUES (?, ${keyOf('?')}, ?, ?, ?, ?, ?)`

/** Returns its commit_seq here. Throws not_found where it changes a record that is not there, and what SQLite throws. What is derived is not derived. */
export function enterSet(into: WriteDb, set: StoredSet, changes: readonly StoredChange[]): number {
  const { find } = ridFinder(into)
  const { commitSeq, ...header } = set
  const seq = Number(prepare(into, INSERT_SET).run(header).lastInsertRowid)
  for (const change of changes) {
    const { record: id, entity, field, salt } = change
    const json = loggedJson(change)
    const hash = salt === null ? change.value_hash : null
    prepare(into, INSERT_CHANGE).run(seq, id, entity, field, json && heldJson(entity, field, json), salt, hash)
    const value: unknown = json === null ? null : JSON.parse(json)
    const name = entity as EntityName
    if (field === null) insertRow(into, { entity: name, id, fields: (value ?? {}) as Record<string, unknown> }, find)
    else if (prepare(into, `SELECT 1 FROM ${name} WHERE id = ?`).get(id) === undefined)
      throw new RegistryError('not_found', `the record that set ${commitSeq} changes`)
    else updateRow(into, { entity: name, id, field, value }, find)
  }
  return seq
}
