// A log that an older version wrote: it comes through the migration with every value, hash and chain, verifies before it as well (as a backup or
// a damaged file is read), and its sets can be entered here.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { CHANGE_COLUMNS, checkChains, SET_COLUMNS, type StoredChange, type StoredSet } from '../../db/backup/chains'
import { enterSet } from '../../db/backup/enter'
import { unwatched } from '../../db/jobs/job'
import { prepare, type ReadDb, type WriteDb } from '../../db/store/database'
import { fingerprint, valueHashOf } from '../../db/store/log'
import { loggedJson, loggedValue } from '../../db/store/logged'
import { migrations } from '../../db/store/migrations/index'
import { migrate, scratchRegister } from '../../db/store/open'
import { idOf } from '../../db/store/record-key'
import { redact } from '../../db/store/redact'
import { replay } from '../../db/store/replay'
import { verifyLog } from '../support/chains'
import { livingTables } from '../support/living'
import { addAccreditation, addLab, emptyRegister, write } from '../support/register'

/** The last version that logged the whole JSON, text ids and every hash. */
const WHOLE = 2

/** A register with creations, edits and two values taken out, one of them of a creation. */
function written(): WriteDb {
  const db = emptyRegister()
  const lab = write(db, (tx) => {
    const { lab: id } = addLab(tx, 'Phòng Vàng Danh (hư cấu)')
    addAccreditation(tx, id, 'VILAS 9999', [{ kind: 'grant', effective: { iso: '2024-03', printed: '3/2024' } }])
    return tx.create('laboratory', { manager: 'Ông Hà', phone: '0203', note: '~ “a”\n', dissolvedOn: { iso: '2026' } })
  })
  const edit = write(db, (tx) => tx.change('laboratory', lab.value, { phone: '0912 345 678' }))
  for (const [field, set] of [
    ['manager', lab.seq],
    ['phone', edit.seq],
  ] as const)
    write(db, (tx) => redact(tx, { record: lab.value, field, set, everywhere: true }))
  return db
}

/** The same log as the older version kept it. */
function asBefore(db: ReadDb): WriteDb {
  const older = new Database(':memory:') as WriteDb
  migrate(older, migrations.slice(0, WHOLE))
  older.pragma('foreign_keys = OFF')
  for (const set of db.prepare<[], Record<string, unknown>>('SELECT * FROM change_set').all()) {
    const names = Object.keys(set)
    older
      .prepare(`INSERT INTO change_set (${names.join()}) VALUES (${names.map((name) => `:${name}`).join()})`)
      .run(set)
  }
  const insert = older.prepare('INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const sql = `SELECT *, ${idOf('record')} AS record FROM change ORDER BY rid`
  for (const row of db.prepare<[], StoredChange & { rid: number; commit_seq: number }>(sql).all())
    insert.run(row.rid, row.commit_seq, row.record, row.entity, row.field, loggedJson(row), row.salt, valueHashOf(row))
  return older
}

const valuesOf = (db: ReadDb): unknown[] =>
  prepare<[], StoredChange>(db, `SELECT ${CHANGE_COLUMNS} FROM change ORDER BY rid`)
    .all()
    .map((row) => [row.record, row.entity, row.field, loggedValue(row), row.salt, valueHashOf(row)])

describe('the log of an older version', () => {
  it('verifies where it stands, as a backup does', () => {
    const db = asBefore(written())
    expect(checkChains(db, unwatched)).toMatchObject({ altered: [], gaps: [], redacted: 2 })
    db.exec(`UPDATE change SET value = replace(value, 'Vàng Danh', 'Uông Bí')`)
    expect(checkChains(db, unwatched).altered).toEqual([1])
  })
  it('comes through the migration with every value, hash and chain', () => {
    const before = written()
    const db = asBefore(before)
    migrate(db, migrations)
    expect(valuesOf(db)).toEqual(valuesOf(before))
    expect(fingerprint(db)).toBe(fingerprint(before))
    expect(verifyLog(db)).toMatchObject({ broken: null, redacted: 2 })
    expect(prepare(db, 'SELECT count(value_hash) AS hashes FROM change').get()).toEqual({ hashes: 2 })
    const copy = scratchRegister()
    replay(db, copy)
    expect(livingTables(copy)).toBe(livingTables(before))
  })
  it('is not made to fit where it was altered before', () => {
    const db = asBefore(written())
    db.exec(
      `UPDATE change SET value = '"0203 9"', value_hash = randomblob(32) WHERE field = 'phone' AND salt IS NOT NULL`,
    )
    db.exec(`UPDATE change SET record = upper(record) WHERE rid = 1`)
    migrate(db, migrations)
    expect(verifyLog(db).broken).toBe(1)
  })
  it('is entered here set by set, and held as this version holds it', () => {
    const before = written()
    const older = asBefore(before)
    const into = scratchRegister()
    into.pragma('defer_foreign_keys = ON')
    const changes = prepare<[number], StoredChange>(
      older,
      `SELECT ${CHANGE_COLUMNS} FROM change WHERE commit_seq = ? ORDER BY rid`,
    )
    for (const set of prepare<[], StoredSet>(older, `SELECT ${SET_COLUMNS} FROM change_set ORDER BY commit_seq`).all())
      into.transaction(() => enterSet(into, set, changes.all(set.commitSeq)))()
    expect(valuesOf(into)).toEqual(valuesOf(before))
    expect(verifyLog(into)).toMatchObject({ broken: null, redacted: 2 })
    const held = (db: ReadDb): unknown => db.prepare('SELECT value, value_hash FROM change ORDER BY rid').all()
    expect(held(into)).toEqual(held(before))
  })
})
