// Reads a copy through and through: SQLite's own check, references, rows of every table, the heads of the log and all its hashes.
import Database from 'better-sqlite3'
import type { Job } from '../jobs/job'
import { REDACTED } from '../model/redacted'
import type { BackupTrouble } from '../model/shapes/backup'
import { prepare, type ReadDb } from '../store/database'
import { fingerprint } from '../store/log'
import { checkChains } from './chains'

export interface State {
  counts: Record<string, number>
  labs: number
  accreditations: number
  decisions: number
  seq: number
  heads: { replica: string; seq: number; hash: string }[]
  fingerprint: string
  attachments: { sha256: string; bytes: number }[]
}

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name`
const HEADS = `SELECT s.replica, s.replica_seq AS seq, s.hash FROM change_set s
  JOIN (SELECT replica, max(replica_seq) AS top FROM change_set GROUP BY replica) t ON t.replica = s.replica AND t.top = s.replica_seq ORDER BY s.replica`

/** What a register holds, in numbers; of a live one inside one read transaction. */
export function stateOf(db: ReadDb): State {
  const count = (sql: string): number => prepare<[], { n: number }>(db, sql).get()!.n
  const living = (table: string): number => count(`SELECT count(*) AS n FROM ${table} WHERE trashed_at IS NULL`)
  const tables = prepare<[], { name: string }>(db, TABLES).all()
  return {
    counts: Object.fromEntries(tables.map(({ name }) => [name, count(`SELECT count(*) AS n FROM ${name}`)])),
    labs: living('laboratory'),
    accreditations: living('accreditation'),
    decisions: living('decision'),
    seq: count('SELECT coalesce(max(commit_seq), 0) AS n FROM change_set'),
    heads: prepare<[], State['heads'][number]>(db, HEADS).all(),
    fingerprint: fingerprint(db),
    attachments: prepare<[string], State['attachments'][number]>(
      db,
      'SELECT sha256, bytes FROM attachment WHERE name <> ? ORDER BY sha256',
    ).all(REDACTED),
  }
}

/** What is wrong with a copy that should hold `expected`; null: nothing. The file is only read. */
export function inspectCopy(file: string, expected: State, job: Job): BackupTrouble | null {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged'
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return 'damaged'
    job.check()
    if (!sameState(stateOf(db), expected)) return 'differs'
    return checkChains(db, job).altered.length > 0 ? 'log' : null
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof SyntaxError) return 'damaged'
    throw error
  } finally {
    db?.close()
  }
}

export function sameState(a: State, b: State): boolean {
  const facts = ({ counts, seq, heads, fingerprint: print }: State): string =>
    JSON.stringify([
      Object.entries(counts).sort(([x], [y]) => (x < y ? -1 : 1)),
      seq,
      heads.map((h) => [h.replica, h.seq, h.hash]),
      print,
    ])
  return facts(a) === facts(b)
}

/** SQLite's own quick look through all pages of a register, living or closed. */
export function isSound(file: string): boolean {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    return db.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return false
    throw error
  } finally {
    db?.close()
  }
}
