// Templates that the office has edited: settings of the register, so that they are logged, backed up and taken along with it.
// Their value is the Word file in base64 behind a mark; `settings` keeps them from windows, the journal shows the mark only.
import type { DocumentKind } from '../model/documents/kinds'
import { TEMPLATE_MARK, templateKey } from '../model/documents/template-setting'
import { prepare, type ReadDb } from './database'
import { keyOf } from './record-key'
import { putSetting } from './settings'
import type { Tx } from './write'

const STORED = `
  SELECT t.value, s.actor, s.recorded_at AS at FROM setting t
    JOIN change c ON c.record = ${keyOf('t.id')} JOIN change_set s USING (commit_seq)
   WHERE t.key = ? AND t.trashed_at IS NULL AND t.value IS NOT NULL ORDER BY c.commit_seq DESC LIMIT 1`

export interface StoredTemplate {
  bytes: Uint8Array
  by: string
  at: string
}

/** Null: the office uses the one that comes with the program. */
export function storedTemplate(db: ReadDb, kind: DocumentKind): StoredTemplate | null {
  const row = prepare<[string], { value: string; actor: string; at: string }>(db, STORED).get(templateKey(kind))
  if (row === undefined || !row.value.startsWith(TEMPLATE_MARK)) return null
  return { bytes: Buffer.from(row.value.slice(TEMPLATE_MARK.length), 'base64'), by: row.actor, at: row.at }
}

/** Null: back to the one that comes with the program. */
export const putTemplate = (tx: Tx, kind: DocumentKind, bytes: Uint8Array | null): string =>
  putSetting(tx, templateKey(kind), bytes === null ? null : TEMPLATE_MARK + Buffer.from(bytes).toString('base64'))
