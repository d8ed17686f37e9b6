// A register made in one go (derived data, indexes and references at the end) is the register that the same sets make one by one.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillRegister, type Filling } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { createRegister, scratchRegister } from '../../db/store/open'
import { livingTables } from '../support/living'
import { verifyLog } from '../support/chains'
import { DAY, emptyRegister, NOW, temporaryFolder } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const filling: Filling = { kind: 'sample', labs: 40, seed: 5, actor: 'an', now: NOW, day: DAY }
const about = { name: 'Sổ mẫu', kind: 'sample', now: NOW }
const schemaOf = (db: WriteDb) =>
  db.prepare('SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name').all()

it('holds the same records, spans, search words and indexes, under a log that verifies', async () => {
  const oneByOne = emptyRegister()
  await fillRegister(oneByOne, filling)
  const made = await createRegister(join(temporaryFolder(), 'a.scn'), about, (db) => fillRegister(db, filling))
  expect(livingTables(made.db)).toBe(livingTables(oneByOne))
  expect(schemaOf(made.db)).toEqual(schemaOf(oneByOne))
  expect(verifyLog(made.db)).toMatchObject({ broken: null, redacted: 0 })
  expectReplayGivesTables(made.db)
  expect(made.db.pragma('foreign_key_check')).toEqual([])
  expect(new Set(schemaOf(scratchRegister()))).toEqual(new Set(schemaOf(made.db)))
  made.close()
})

it('is refused as a whole when a reference leads nowhere', async () => {
  const file = join(temporaryFolder(), 'a.scn')
  const broken = (db: WriteDb) =>
    void db.exec(`INSERT INTO site (id, laboratory_rid) VALUES ('01900000-0000-7000-8000-000000000001', 99)`)
  await expect(createRegister(file, about, broken)).rejects.toThrow(/broken references/)
  expect(() => new Database(file, { fileMustExist: true })).toThrow()
})
