// Settings that belong to the register (department, place, signatory of documents); those of the machine lie in the profile.
import { isTemplateKey } from '../model/documents/template-setting'
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
  // what the register keeps for its own use is nobody's choice, and templates are asked for one by one
  const isChoice = (key: string): boolean => !isMarkKey(key) && !isTemplateKey(key)
  return Object.fromEntries(rows.filter(({ key }) => isChoice(key)).map((row) => [row.key, row.value!]))
}

export function putSetting(tx: Tx, key: string, value: string | null): string {
  const row = prepare<[string], Row>(tx.db, 'SELECT id, key, value FROM setting WHERE key = ?').get(key)
  if (!row) return tx.create('setting', { key, value })
  tx.change('setting', row.id, { value })
  return row.id
}
