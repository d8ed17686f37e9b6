// What belongs to this machine and person, not to a register: drafts of open forms and the registers opened lately.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { prepare } from './database'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS recent (id TEXT PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL UNIQUE, opened_at TEXT NOT NULL) STRICT, WITHOUT ROWID;`

export interface Recent {
  /** of this opening, not of the register (a copy is another entry); rises with time also where the day is fixed */
  id: string
  name: string
  path: string
  openedAt: string
}

export interface Draft {
  key: string
  value: string
  savedAt: string
}

export interface Profile {
  drafts(): Draft[]
  /** null drops the draft */
  putDraft(key: string, value: string | null, at: string): void
  /** registers opened on this machine, latest first */
  recents(): Recent[]
  remember(recent: Omit<Recent, 'id'>): void
  close(): void
}

/** Opens the profile in `folder`; without a folder it lasts as long as the process (command line, tests). */
export function openProfile(folder: string | undefined): Profile {
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const db = new Database(folder === undefined ? ':memory:' : join(folder, 'profile.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(SCHEMA)
  return {
    drafts: () =>
      prepare<[], Draft>(db, 'SELECT key, value, saved_at AS savedAt FROM draft ORDER BY saved_at DESC').all(),
    putDraft(key, value, at) {
      if (value === null) prepare(db, 'DELETE FROM draft WHERE key = ?').run(key)
      else
        prepare(
          db,
          'INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
        ).run(key, value, at)
    },
    recents: () =>
      prepare<[], Recent>(
        db,
        'SELECT id, name, path, opened_at AS openedAt FROM recent ORDER BY id DESC LIMIT 20',
      ).all(),
    remember({ name, path, openedAt }) {
      prepare(db, 'DELETE FROM recent WHERE path = ?').run(path)
      prepare(db, 'INSERT INTO recent VALUES (?, ?, ?, ?)').run(uuidv7(), name, path, openedAt)
    },
    close: () => db.close(),
  }
}
