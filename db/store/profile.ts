// What belongs to this machine and person, not to a register: drafts of open forms and the registers opened lately.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from './database'
import { newId } from './ids'

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
  /** `owner`: the id of an account; null where the register has none */
  drafts(owner: string | null): Draft[]
  /** null drops the draft */
  putDraft(owner: string | null, draft: { key: string; value: string | null; at: string }): void
  /** The first account finds the drafts of the time without accounts. */
  handDrafts(owner: string): void
  /** Drops the drafts that hold a text which was taken out of the register. */
  dropDraftsWith(text: string): void
  /** registers opened on this machine, latest first */
  recents(): Recent[]
  remember(recent: Omit<Recent, 'id'>): void
  close(): void
}

/** Opens the profile in `folder`; without a folder it lasts as long as the process (command line, tests). */
export function openProfile(folder: string | undefined): Profile {
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const db = new Database(folder === undefined ? ':memory:' : join(folder, 'profile.db'))
  if (folder !== undefined) {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('secure_delete = ON')
  }
  db.exec(SCHEMA)
  return {
    drafts(owner) {
      const own = owner === null ? `substr(key, 1, 1) <> '@'` : 'substr(key, 1, length(:mark)) = :mark'
      const sql = `SELECT substr(key, length(:mark) + 1) AS key, value, saved_at AS savedAt FROM draft WHERE ${own} ORDER BY saved_at DESC`
      return prepare<[object], Draft>(db, sql).all({ mark: markOf(owner) })
    },
    putDraft(owner, { key, value, at }) {
      const kept = markOf(owner) + key
      if (value === null) prepare(db, 'DELETE FROM draft WHERE key = ?').run(kept)
      else
        prepare(
          db,
          'INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
        ).run(kept, value, at)
    },
    handDrafts(owner) {
      const sql = `INSERT OR IGNORE INTO draft SELECT ? || key, value, saved_at FROM draft WHERE substr(key, 1, 1) <> '@'`
      prepare(db, sql).run(markOf(owner))
    },
    dropDraftsWith(text) {
      const inJson = JSON.stringify(text).slice(1, -1)
      prepare(db, 'DELETE FROM draft WHERE instr(value, ?) > 0').run(inJson)
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    recents: () =>
      prepare<[], Recent>(
        db,
        'SELECT id, name, path, opened_at AS openedAt FROM recent ORDER BY id DESC LIMIT 20',
      ).all(),
    remember({ name, path, openedAt }) {
      prepare(db, 'DELETE FROM recent WHERE path = ?').run(path)
      prepare(db, 'INSERT INTO recent VALUES (?, ?, ?, ?)').run(newId(), name, path, openedAt)
    },
    close: () => db.close(),
  }
}

/** Drafts of people with accounts are kept apart: “@<id>/<form>”. */
const markOf = (owner: string | null): string => (owner === null ? '' : `@${owner}/`)
