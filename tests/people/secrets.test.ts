// What is kept of a password lies in its one table and nowhere else: no answer, error, line of a log or entry of the change log tells of it.
import Database from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { nameOf, openDesk, PASSWORD } from './desk'

// every password costs some tenths of a second on purpose, more where others use the machine
vi.setConfig({ testTimeout: 60_000 })

const ADMIN = nameOf('admin')
const CLERK = nameOf('clerk')

describe('secrets', () => {
  it('are kept with strong parameters and a salt of their own, apart from the log', async () => {
    const desk = await openDesk(['admin', 'clerk'])
    const db = new Database(desk.file, { readonly: true })
    const kept = db
      .prepare('SELECT secret FROM account_secret')
      .pluck()
      .all()
      .map((json) => JSON.parse(String(json)) as Record<string, unknown>)
    for (const secret of kept) expect(secret).toMatchObject({ kdf: 'scrypt', N: 131072, r: 8, p: 1, failures: 0 })
    expect(new Set(kept.map(({ salt }) => salt)).size).toBe(2)
    expect(db.prepare(`SELECT DISTINCT field FROM change WHERE entity = 'account'`).pluck().all()).toEqual([null])
    db.close()
  })

  it('stand in no answer, log line, error or table of the log, and the password itself in no file at all', async () => {
    const desk = await openDesk(['admin', 'clerk'])
    const admin = await desk.window(ADMIN)
    const people = await admin.ask('people.list', {})
    const id = people.find(({ name }) => name === CLERK)!.id
    await admin.ask('people.resetPassword', { id, password: `${PASSWORD} nữa` })
    const said: unknown[] = [
      people,
      desk.logged,
      await admin.ask('changes.list', {}),
      await admin.ask('changes.sets', {}),
      await admin.ask('register.info', {}),
      await admin.refused('people.add', { name: 'x', role: 'viewer', password: PASSWORD, secret: PASSWORD }),
      await admin.refused('people.add', { name: 'x', role: PASSWORD, password: PASSWORD }),
      await desk.stranger().refused('people.signIn', { name: ADMIN, password: `${PASSWORD} sai` }),
      await desk.stranger().ask('people.door', {}),
    ]
    const db = new Database(desk.file, { readonly: true })
    const secrets = db
      .prepare('SELECT secret FROM account_secret')
      .pluck()
      .all()
      .map((json) => JSON.parse(String(json)) as { salt: string; hash: string })
    const log = JSON.stringify([db.prepare('SELECT * FROM change').all(), db.prepare('SELECT * FROM change_set').all()])
    db.close()
    for (const { salt, hash } of secrets)
      for (const text of [log, JSON.stringify(said)]) expect(text.includes(salt) || text.includes(hash)).toBe(false)
    expect(JSON.stringify(said)).not.toContain(PASSWORD)
    await desk.reopen()
    for (const name of readdirSync(desk.folder).filter((each) => /\.(scn|db|wal|log)/.test(each)))
      expect([name, readFileSync(join(desk.folder, name)).includes(PASSWORD)]).toEqual([name, false])
  })
})
