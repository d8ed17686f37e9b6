// What belongs to this one file and not to its log: the replica that writes here, when it was closed cleanly, rules version of derived data.
import { RegistryError } from '../model/errors'
import { prepare, type ReadDb, type WriteDb } from './database'

export type LocalKey =
  | 'replica'
  | 'old_head'
  | 'register_id'
  | 'register_name'
  | 'register_kind'
  | 'created_at'
  | 'rules_version'
  | 'clean_close'
  | 'home'
  /** commit_seq of the last set that filled the new register */
  | 'filled'

/** A local value; without a fallback its absence is an error of the file. */
export function localValue(db: ReadDb, key: LocalKey): string
export function localValue<F>(db: ReadDb, key: LocalKey, fallback: F): string | F
export function localValue<F>(db: ReadDb, key: LocalKey, ...fallback: F[]): string | F {
  const row = prepare<[string], { value: string }>(db, 'SELECT value FROM local WHERE key = ?').get(key)
  if (row) return row.value
  if (fallback.length) return fallback[0]!
  throw new RegistryError('damaged_register', `local ${key} missing`)
}

export function setLocal(db: WriteDb, key: LocalKey, value: string): void {
  prepare(
    db,
    'INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
