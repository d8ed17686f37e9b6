// Files at the door: ours, not ours, newer, locked, read-only, half made.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attachedPath, backupsFolder, copyPath, manifestsIn } from '../../db/backup/folder'
import { unwatched } from '../../db/jobs/job'
import { RegistryError } from '../../db/model/errors'
import { bringUp, createRegister, isBehind, migrate, openRegister } from '../../db/store/open'
import { APPLICATION_ID } from '../../db/store/register-file'
import { schemaVersion } from '../../db/store/migrations/index'
import { addLab, NOW, temporaryFolder, write } from '../support/register'

const about = { name: 'Sổ thử', kind: 'empty', now: NOW }
const codeOf = (fn: () => unknown): string => {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return error.code
    throw error
  }
  return 'opened'
}

/** Version, tables and rows, whatever the bytes around them. */
function contentsOf(file: string): unknown[] {
  const db = new Database(file, { readonly: true })
  try {
    return [
      db.pragma('user_version', { simple: true }),
      db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all(),
      db.prepare('SELECT * FROM laboratory_name').all(),
      db.prepare('SELECT * FROM change_set').all(),
    ]
  } finally {
    db.close()
  }
}

async function newRegister() {
  const file = join(temporaryFolder(), 'a.scn')
  const register = await createRegister(file, about, () => undefined)
  return { file, register }
}

describe('a register file', () => {
  it('opens again with what was saved, in WAL, fully synchronous, foreign keys on', async () => {
    const { file, register } = await newRegister()
    write(register.db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
    register.close()
    expect(readdirSync(join(file, '..')).filter((name) => /-wal$|-shm$|\.part/.test(name))).toEqual([])
    const again = openRegister(file)
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version'].map((name) =>
        again.db.pragma(name, { simple: true }),
      ),
    ).toEqual(['wal', 2, 1, APPLICATION_ID, schemaVersion])
    expect(again.db.prepare('SELECT vi FROM laboratory_name').pluck().all()).toEqual(['Phòng A (hư cấu)'])
    again.close()
  })
  it('asks for no file beside it once closed, so that it opens from a CD', async () => {
    const { file, register } = await newRegister()
    write(register.db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
    register.close()
    // the file format versions of SQLite: 2 is WAL, which needs a folder that can be written
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([1, 1])
  })
  it('is refused where there is no such folder', async () => {
    const file = join(temporaryFolder(), 'none', 'a.scn')
    await expect(createRegister(file, about, () => undefined)).rejects.toMatchObject({ code: 'file_missing' })
  })
  it('that is a folder is none', () => {
    expect(codeOf(() => openRegister(temporaryFolder()))).toBe('not_a_register')
  })
  it('is not overwritten by a new one', async () => {
    const { file, register } = await newRegister()
    register.close()
    const before = readFileSync(file)
    await expect(createRegister(file, about, () => undefined)).rejects.toMatchObject({ code: 'file_exists' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
  it('leaves nothing behind when filling it fails', async () => {
    const folder = temporaryFolder()
    await expect(createRegister(join(folder, 'b.scn'), about, () => Promise.reject(new Error('stop')))).rejects.toThrow(
      'stop',
    )
    expect(readdirSync(folder)).toEqual([])
  })
  it('opens read-only while another process holds it', async () => {
    const { file, register } = await newRegister()
    const second = openRegister(file)
    expect(second.readOnly).toBe('locked')
    expect(() => write(second.db, (tx) => addLab(tx, 'B'))).toThrow()
    second.close()
    register.close()
  })
})

describe('a file that is not ours', () => {
  it('is refused and left as it is', () => {
    const folder = temporaryFolder()
    const text = join(folder, 'text.scn')
    writeFileSync(text, 'Đây không phải là sổ.\n'.repeat(20))
    const other = join(folder, 'other.scn')
    new Database(other).exec('CREATE TABLE t (a)').close()
    const before = [text, other].map((file) => readFileSync(file))
    expect([
      codeOf(() => openRegister(text)),
      codeOf(() => openRegister(other)),
      codeOf(() => openRegister(join(folder, 'none.scn'))),
    ]).toEqual(['not_a_register', 'not_a_register', 'file_missing'])
    expect([text, other].map((file, at) => readFileSync(file).equals(before[at]!))).toEqual([true, true])
    expect(existsSync(`${text}-wal`)).toBe(false)
  })
  it('of a newer version is refused before anything is written', async () => {
    const { file, register } = await newRegister()
    register.close()
    const raw = new Database(file)
    raw.pragma(`user_version = ${schemaVersion + 1}`)
    raw.pragma('journal_mode = DELETE')
    raw.close()
    const before = readFileSync(file)
    expect(codeOf(() => openRegister(file))).toBe('newer_register')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a migration', () => {
  it('that fails changes nothing and keeps the version', async () => {
    const { register } = await newRegister()
    const steps = [
      ...Array.from({ length: schemaVersion }, () => ({ name: 'done', sql: '' })),
      { name: 'next', sql: 'CREATE TABLE extra (a); INSERT INTO nowhere VALUES (1)' },
    ]
    expect(() => migrate(register.db, steps)).toThrow()
    expect(register.db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(register.db.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'extra'`).pluck().get()).toBe(0)
    register.close()
  })
  it('is preceded by a verified backup, which holds what was there', async () => {
    const { file, register } = await newRegister()
    write(register.db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
    register.close()
    const raw = new Database(file)
    raw.pragma('user_version = 0') // as if this version had still to come: its first step fails on the tables that are there
    raw.close()
    const before = contentsOf(file)
    expect(() => openRegister(file)).toThrow()
    expect(contentsOf(file)).toEqual(before)
    const [backup] = manifestsIn(backupsFolder(file))
    expect(backup).toMatchObject({ reason: 'migration', schema: 0, trouble: null, labs: 1 })
    expect(contentsOf(copyPath(backupsFolder(file), backup!.id))).toEqual(before)
  })
  it('takes attached files into the backup before it, and says so where one is gone', async () => {
    const { file, register } = await newRegister()
    const texts = ['Quyết định số 1', 'Quyết định số 2']
    const all = texts.map((text) => ({ text, sha256: createHash('sha256').update(text).digest('hex') }))
    for (const { text, sha256 } of all) {
      const own = join(`${file}.files`, sha256.slice(0, 2), sha256)
      mkdirSync(dirname(own), { recursive: true })
      writeFileSync(own, text)
      const bytes = Buffer.byteLength(text)
      write(register.db, (tx) => tx.create('attachment', { sha256, name: 'qd.pdf', mime: 'application/pdf', bytes }))
    }
    register.close()
    const failToMigrate = () => {
      const raw = new Database(file)
      raw.pragma('user_version = 0')
      raw.close()
      expect(() => openRegister(file)).toThrow()
      return manifestsIn(backupsFolder(file))[0]!
    }
    expect(failToMigrate()).toMatchObject({ trouble: null, verifiedAt: expect.any(String) })
    for (const { text, sha256 } of all)
      expect(readFileSync(attachedPath(backupsFolder(file), sha256), 'utf8')).toBe(text)
    rmSync(join(backupsFolder(file), 'files'), { recursive: true })
    rmSync(join(`${file}.files`, all[0]!.sha256.slice(0, 2), all[0]!.sha256))
    rmSync(join(backupsFolder(file), `${manifestsIn(backupsFolder(file))[0]!.id}.json`))
    expect(failToMigrate()).toMatchObject({ trouble: 'attachments', verifiedAt: null })
  })
  it('that breaks a reference is rolled back', async () => {
    const { register } = await newRegister()
    const steps = [
      ...Array.from({ length: schemaVersion }, () => ({ name: 'done', sql: '' })),
      { name: 'next', sql: `INSERT INTO account_secret (account_rid, secret) VALUES (99, 'x')` },
    ]
    expect(() => migrate(register.db, steps)).toThrow(/broken references/)
    expect(register.db.prepare('SELECT count(*) FROM account_secret').pluck().get()).toBe(0)
    register.close()
  })
})

it('a file that an older version left is behind until it was brought up, and then without the gaps of what was written anew', async () => {
  const { file, register } = await newRegister()
  register.close()
  expect(isBehind(file)).toBe(false)
  const raw = new Database(file)
  raw.exec(`CREATE TABLE more (x); INSERT INTO more SELECT zeroblob(4000000); DROP TABLE more`)
  raw.exec(`UPDATE local SET value = '0' WHERE key = 'rules_version'`)
  const gaps = (db: Database.Database): number => db.pragma('freelist_count', { simple: true }) as number
  expect(gaps(raw)).toBeGreaterThan(500)
  raw.close()
  expect(isBehind(file)).toBe(true)
  bringUp(file, unwatched)
  expect(isBehind(file)).toBe(false)
  const after = new Database(file, { readonly: true })
  expect(gaps(after)).toBe(0)
  after.close()
})
