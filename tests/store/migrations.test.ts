// Released schemas never change: each step's text is pinned, the file made today equals the golden schema, and a register of every
// released version opens, keeps its data and replays. A new version adds its own: this file run with `-u` writes pinned.json and
// golden-N.sql, and `npm run registry -- register.create '{"kind":"quang-ninh"}' --file tests/fixtures/schema/vN.scn --today 2026-11-23` the register.
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listLabs } from '../../db/store/labs'
import { migrations, schemaVersion } from '../../db/store/migrations/index'
import { openRegister, scratchRegister } from '../../db/store/open'
import { replay } from '../../db/store/replay'
import { livingTables } from '../support/living'
import { DAY, temporaryFolder } from '../support/register'

const fixtures = resolve(import.meta.dirname, '../fixtures/schema')

describe('migrations', () => {
  it('are dense, numbered and frozen once shipped', async () => {
    const now = Object.fromEntries(
      migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]),
    )
    await expect(`${JSON.stringify(now, null, 2)}\n`).toMatchFileSnapshot(join(fixtures, 'pinned.json'))
    expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, at) => at + 1))
  })
  it('give the golden schema', async () => {
    const db = scratchRegister()
    const statements = db
      .prepare<[], { sql: string }>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name')
      .all()
    db.close()
    await expect(`${statements.map(({ sql }) => sql).join(';\n')};\n`).toMatchFileSnapshot(
      join(fixtures, `golden-${schemaVersion}.sql`),
    )
  })
})

describe('a register of every released version', () => {
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.scn'))
  it('has a fixture', () => {
    expect(files).toEqual(Array.from({ length: schemaVersion }, (_, at) => `v${at + 1}.scn`))
  })
  it.each(files)('%s opens with its laboratories and its log replays to its tables', (name) => {
    const file = join(temporaryFolder(), name)
    copyFileSync(join(fixtures, name), file)
    const register = openRegister(file)
    expect(register.db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(listLabs(register.db, { text: 'thuy san' }, DAY).total).toBe(1)
    const copy = scratchRegister()
    replay(register.db, copy)
    expect(livingTables(copy)).toBe(livingTables(register.db))
    copy.close()
    register.close()
  })
})
