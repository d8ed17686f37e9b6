// Law: a register taken back to an earlier set is what a replay of its log up to that set gives: every table, everything derived, every search word.
import Database from 'better-sqlite3'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unwatched } from '../../db/jobs/job'
import { fillRegister } from '../../db/registers/index'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry } from '../../db/registry'
import type { WriteDb } from '../../db/store/database'
import { scratchRegister } from '../../db/store/open'
import { makeRecorded } from '../../db/store/recorded'
import { rewind } from '../../db/store/rewind'
import { verifyLog } from '../support/chains'
import { addAccreditation, addLab, clock, DAY, emptyRegister, NOW, temporaryFolder, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'
import { Clerk } from '../torture/operations'

const LONG = process.env['SCN_LONG'] === '1'
const SCRIPTS = LONG ? 200 : 3
const STEPS = 60

const lastSet = (db: WriteDb): number => db.prepare<[], number>('SELECT max(commit_seq) FROM change_set').pluck().get()!

function expectStateAfter(db: WriteDb, seq: number): void {
  expect(lastSet(db)).toBe(seq)
  expect(verifyLog(db)).toMatchObject({ broken: null })
  expect(db.pragma('foreign_key_check')).toEqual([])
  expectReplayGivesTables(db)
}

it('holds for what clerks write, edit, trash and bring back', { timeout: LONG ? 1_800_000 : 60_000 }, async () => {
  for (let script = 0; script < SCRIPTS; script += 1) {
    const folder = temporaryFolder()
    const file = join(folder, 'so.scn')
    const registry = await openRegistry({ file, clock })
    const session = registry.session({ actor: 'an' })
    expect(await session.call('register.create', { kind: 'empty' })).toMatchObject({ ok: true })
    const random = seededRandom(500 + script)
    const clerk = new Clerk(session, random, () => undefined)
    for (let step = 0; step < STEPS; step += 1) await clerk.next()
    await registry.close()
    const copy = join(folder, 'copy.scn')
    copyFileSync(file, copy)
    const db = new Database(copy) as unknown as WriteDb
    let seq = lastSet(db)
    for (const back of [1, random.int(2, 9), random.int(10, 30)]) {
      seq -= back
      rewind(db, seq)
      expectStateAfter(db, seq)
    }
    db.close()
  }
})

it('holds where a whole sample goes, with everything that hangs together', async () => {
  const db = emptyRegister()
  await fillRegister(db, { kind: 'sample', labs: 12, seed: 5, actor: 'an', now: NOW, day: DAY })
  const filled = lastSet(db)
  const [act] = db.prepare<[], string>('SELECT id FROM decision_act').pluck().all()
  const labs = db.prepare<[], string>('SELECT id FROM laboratory').pluck().all()
  write(db, (tx) => {
    addAccreditation(tx, addLab(tx, 'Phòng sau').lab, 'VILAS 999', [
      { kind: 'grant', effective: { iso: '2020-01-01' } },
    ])
    const about = { source: 'https://www.boa.gov.vn', kind: 'web_page' as const, certainty: 'unverified' as const }
    tx.create('evidence', { record: act!, ...about })
    // ends the name before it on the eve of the act
    tx.create('laboratory_name', { laboratory: labs[0]!, vi: 'Tên sau', fromAct: act! })
  })
  rewind(db, filled)
  expectStateAfter(db, filled)
  rewind(db, 1)
  expectStateAfter(db, 1)
})

it('goes the shorter way from now or from the beginning, and keeps no secret either way', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'so.scn')
  const db = scratchRegister(file)
  db.exec(`INSERT INTO local (key, value) VALUES ('replica', 'r')`)
  for (let at = 0; at < 8; at += 1) write(db, (tx) => addLab(tx, `Phòng ${at}`))
  const account = write(db, (tx) => tx.create('account', { name: 'an', role: 'admin' })).value
  db.prepare(`INSERT INTO account_secret SELECT rid, 'mat-khau-da-bam' FROM account WHERE id = ?`).run(account)
  write(db, (tx) => addLab(tx, 'Phòng viết sau cùng'))
  db.close()
  expect(readFileSync(file).includes('mat-khau-da-bam')).toBe(true)
  for (const seq of [2, 9]) {
    const target = join(folder, `${seq}.scn`)
    await makeRecorded({ register: file, seq, target }, unwatched)
    const made = new Database(target) as unknown as WriteDb
    expectStateAfter(made, seq)
    made.close()
    const bytes = readFileSync(target)
    for (const text of ['mat-khau-da-bam', 'Phòng viết sau cùng']) expect(bytes.includes(text)).toBe(false)
  }
})
