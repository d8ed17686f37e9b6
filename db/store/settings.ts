// Settings that belong to the register (department, place, signatory of documents); those of the machine lie in the profile.
import { isMarkKey } from '../model/redacted'
import { prepare, type ReadDb } from './database'
import type { Tx } from './write'

interface Row {
  id: string
  key: string
  value: string | null
}

export function settings(db: ReadDb): Record<string, string> {
  const rows = prepare<[], Row>(
    db,
    'SELECT id, key, value FROM setting WHERE trashed_at IS NULL AND value IS NOT NULL',
  ).all()
  return Object.fromEntries(rows.filter(({ key }) => !isMarkKey(key)).map((row) => [row.key, row.value!]))
}

export function putSetting(tx: Tx, key: string, value: string | null): string {
  const row = prepare<[string], Row>(tx.db, 'SELECT id, key, value FROM setting WHERE key = ?').get(key)
  if (!row) return tx.create('setting', { key, value })
  tx.change('setting', row.id, { value })
  return row.id
}
