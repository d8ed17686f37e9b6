// Law: a register is copied, both copies are written in, and one takes in what the other wrote. Every set of both is there byte for byte under its own
// chain, all chains verify, the log replays to the tables, and every field that both changed is named.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { CHANGE_COLUMNS } from '../../db/backup/chains'
import { RegistryError } from '../../db/model/errors'
import type { ReadDb, WriteDb } from '../../db/store/database'
import { fingerprint } from '../../db/store/log'
import { localValue, setLocal } from '../../db/store/local'
import { createRegister, openRegister, scratchRegister, type OpenRegister } from '../../db/store/open'
import { idOf, keyOf } from '../../db/store/record-key'
import { redact } from '../../db/store/redact'
import { replay } from '../../db/store/replay'
import { takeBack } from '../../db/store/undo'
import { writeSet } from '../../db/store/write'
import { receiveSets } from '../../db/sync/receive'
import { storedSets, verifyLog } from '../support/chains'
import { livingTables } from '../support/living'
import { addAccreditation, addLab, NOW, temporaryFolder, write } from '../support/register'

// three real files for each run, on a machine that others use too
vi.setConfig({ testTimeout: 600_000 })
const runs = process.env['SCN_LONG'] === '1' ? 1_000 : 30

const about = { name: 'Sổ thử', kind: 'empty', now: NOW }

interface Step {
  kind: 'lab' | 'phone' | 'note' | 'trash' | 'site' | 'accredit' | 'undo' | 'redact'
  /** which of the records there are */
  at: number
  text: string
}

/** Few texts, so that both copies often change one field, sometimes to the same. */
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('lab', 'phone', 'phone', 'note', 'note', 'trash', 'site', 'accredit', 'undo', 'redact'),
  at: fc.nat(7),
  text: fc.constantFrom('0203 1', '0203 2', 'Hạ Long', 'Cẩm Phả', 'Đông Triều', 'a“b”\n'),
})

const ids = (db: ReadDb, table: string): string[] =>
  db.prepare<[], string>(`SELECT id FROM ${table} ORDER BY rid`).pluck().all()

function take(db: WriteDb, { kind, at, text }: Step, actor: string): void {
  const labs = ids(db, 'laboratory')
  const lab = labs[at % labs.length]!
  if (kind === 'undo') {
    const last = storedSets(db).findLast((set) => set.replica === localValue(db, 'replica') && set.kind === 'edit')
    if (last === undefined || last.actor !== actor) return
    const how = { actor, now: NOW, kind: 'undo' as const, undoes: last.id }
    try {
      writeSet(db, how, (tx) => takeBack(tx, { set: last.id, kind: 'undo', keepTheirs: true }, NOW))
    } catch (error) {
      // what was changed since is not taken back
      if (!(error instanceof RegistryError)) throw error
    }
    return
  }
  write(
    db,
    (tx) => {
      if (kind === 'lab') addLab(tx, `Phòng ${text} (hư cấu)`)
      else if (kind === 'phone' || kind === 'note') tx.change('laboratory', lab, { [kind]: text })
      else if (kind === 'trash') tx.change('laboratory', lab, { trashedAt: at % 2 === 0 ? NOW : null })
      else if (kind === 'site') tx.create('site', { laboratory: lab, address: text })
      else if (kind === 'accredit')
        addAccreditation(tx, lab, `VILAS ${at}`, [
          { kind: 'recognition', effective: { iso: '2024-03-01' }, expiry: { iso: '2027-02' } },
        ])
      else takeOut(tx, lab)
    },
    actor,
  )
}

type Tx = Parameters<Parameters<typeof write>[1]>[0]

/** The first telephone that the log still has of the laboratory. */
function takeOut(tx: Tx, lab: string): void {
  const set = tx.db
    .prepare<[string], number>(
      `SELECT commit_seq FROM change WHERE record = ${keyOf('?')} AND field = 'phone' AND salt IS NOT NULL AND value <> 'null' ORDER BY rid`,
    )
    .pluck()
    .get(lab)
  if (set !== undefined) redact(tx, { record: lab, field: 'phone', set, everywhere: true })
}

interface Copies {
  mine: OpenRegister
  theirs: OpenRegister
  open: (name: string) => OpenRegister
}

/** A register with `before` in it, and its copy, both open. */
async function copies(before: readonly Step[] = []): Promise<Copies> {
  const folder = temporaryFolder()
  const [file, copy] = [join(folder, 'so.scn'), join(folder, 'ban-sao.scn')]
  const made = await createRegister(file, about, () => undefined)
  write(made.db, (tx) => ['Vàng Danh', 'Uông Bí'].forEach((name) => addLab(tx, `Phòng ${name} (hư cấu)`)))
  for (const each of before) take(made.db, each, 'an')
  made.close()
  copyFileSync(file, copy)
  const open = (path: string): OpenRegister => {
    const register = openRegister(path)
    onTestFinished(() => register.close())
    return register
  }
  return { mine: open(file), theirs: open(copy), open }
}

interface Written {
  set: string
  changes: string
}

/** Everything that a set's hash covers, and its values, as they lie there. */
function setsOf(db: ReadDb): Map<string, Written> {
  const changes = db.prepare<[number]>(`SELECT ${CHANGE_COLUMNS} FROM change WHERE commit_seq = ? ORDER BY rid`)
  return new Map(
    storedSets(db).map(({ commitSeq, ...set }) => [
      set.id,
      { set: JSON.stringify(set), changes: JSON.stringify(changes.all(commitSeq)) },
    ]),
  )
}

/** Values that one side took out are gone from the other too: only what neither took out is compared. */
const redactedIn = (db: ReadDb): Set<string> =>
  new Set(
    db
      .prepare<[], string>('SELECT s.id FROM change c JOIN change_set s USING (commit_seq) WHERE c.salt IS NULL')
      .pluck()
      .all(),
  )

function expectWhole(db: WriteDb): void {
  expect(verifyLog(db).broken).toBeNull()
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  const copy = scratchRegister()
  replay(db, copy)
  expect(livingTables(copy)).toBe(livingTables(db))
  copy.close()
}

/** What the other side must name: the last values that each wrote since they parted, where they differ. */
function bothWrote(mine: ReadDb, theirs: ReadDb): string[] {
  const last = (db: ReadDb, other: ReadDb): Map<string, string> => {
    const known = new Set(storedSets(other).map(({ id }) => id))
    const rows = db.prepare<[], { id: string; record: string; field: string; value: string }>(
      `SELECT s.id, ${idOf('c.record')} AS record, c.field, c.value FROM change c JOIN change_set s USING (commit_seq) WHERE c.field IS NOT NULL ORDER BY c.rid`,
    )
    return new Map(
      rows
        .all()
        .filter(({ id }) => !known.has(id))
        .map(({ record, field, value }) => [`${record} ${field}`, value]),
    )
  }
  const ours = last(mine, theirs)
  return [...last(theirs, mine)].filter(([key, value]) => (ours.get(key) ?? value) !== value).map(([key]) => key)
}

describe('two copies that were both written in', () => {
  it('lose nothing when one takes in what the other wrote, and hold one log when both did', async () => {
    let conflicts = 0
    const scripts = fc.record({
      before: fc.array(step, { maxLength: 6 }),
      ours: fc.array(step, { maxLength: 10 }),
      others: fc.array(step, { maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(scripts, async ({ before, ours, others }) => {
        const { mine, theirs } = await copies(before)
        for (const each of ours) take(mine.db, each, 'an')
        for (const each of others) take(theirs.db, each, 'bình')
        const [a, b] = [setsOf(mine.db), setsOf(theirs.db)]
        const named = bothWrote(mine.db, theirs.db)
        const news = [...b.keys()].filter((id) => !a.has(id)).length
        const received = receiveSets(mine.db, theirs.db)
        expect(received.sets).toBe(news)
        expect(received.both.map(({ record, field }) => `${record} ${field}`).sort()).toEqual(named.sort())
        conflicts += named.length
        const joined = setsOf(mine.db)
        const out = redactedIn(mine.db)
        expect([...joined.keys()].sort()).toEqual([...new Set([...a.keys(), ...b.keys()])].sort())
        for (const [id, { set, changes }] of [...a, ...b]) {
          expect(joined.get(id)!.set).toBe(set)
          if (!out.has(id)) expect(joined.get(id)!.changes).toBe(changes)
        }
        expectWhole(mine.db)
        receiveSets(theirs.db, mine.db)
        expectWhole(theirs.db)
        expect(fingerprint(theirs.db)).toBe(fingerprint(mine.db))
        expect(receiveSets(mine.db, theirs.db)).toEqual({ sets: 0, changes: 0, both: [] })
        mine.close()
        theirs.close()
      }),
      { numRuns: runs },
    )
    expect(conflicts).toBeGreaterThan(0)
  })

  it('name a field that both changed, with both values; theirs stands, ours is in the history', async () => {
    const { mine, theirs } = await copies()
    const [lab] = ids(mine.db, 'laboratory')
    write(mine.db, (tx) => tx.change('laboratory', lab!, { phone: '0203 1', note: 'như nhau' }))
    write(theirs.db, (tx) => tx.change('laboratory', lab!, { phone: '0203 2', note: 'như nhau' }), 'bình')
    expect(receiveSets(mine.db, theirs.db)).toEqual({
      sets: 1,
      changes: 2,
      both: [{ entity: 'laboratory', record: lab, field: 'phone', ours: '0203 1', theirs: '0203 2' }],
    })
    const phone = mine.db.prepare<[string], string>('SELECT phone FROM laboratory WHERE id = ?').pluck().get(lab!)
    expect(phone).toBe('0203 2')
    const told = mine.db.prepare(
      `SELECT value FROM change WHERE record = ${keyOf('?')} AND field = 'phone' ORDER BY rid`,
    )
    expect(told.pluck().all(lab)).toEqual(['"0203 1"', '"0203 2"'])
  })

  it('go on writing afterwards, each in its own chain', async () => {
    const { mine, theirs } = await copies()
    write(theirs.db, (tx) => addLab(tx, 'Phòng mới (hư cấu)'), 'bình')
    receiveSets(mine.db, theirs.db)
    const own = write(mine.db, (tx) => addLab(tx, 'Phòng sau (hư cấu)'))
    expect(storedSets(mine.db).at(-1)).toMatchObject({ id: own.set, replica: localValue(mine.db, 'replica') })
    expectWhole(mine.db)
  })
})

describe('what is not taken in', () => {
  /** Refused with the rule, and the register as it was. */
  function expectRefused(mine: WriteDb, theirs: ReadDb, rule: string): void {
    const before = [fingerprint(mine), livingTables(mine)]
    let told: unknown = null
    try {
      receiveSets(mine, theirs)
    } catch (error) {
      told = error instanceof RegistryError ? error.fields?.[0]?.rule : error
    }
    expect(told).toBe(rule)
    expect([fingerprint(mine), livingTables(mine)]).toEqual(before)
    expectWhole(mine)
  }

  it('another register', async () => {
    const [{ mine }, { theirs }] = [await copies(), await copies()]
    expectRefused(mine.db, theirs.db, 'copy.other_register')
  })

  it('a copy in whose log a value was altered, a set left out or a set’s writer changed', async () => {
    for (const sql of [
      `UPDATE change SET value = '"0203 9"' WHERE value = '"0203 2"'`,
      `DELETE FROM change WHERE value = '"0203 2"'`,
      `UPDATE change_set SET actor = 'lan' WHERE actor = 'bình'`,
    ]) {
      const { mine, theirs } = await copies()
      const [lab] = ids(mine.db, 'laboratory')
      write(theirs.db, (tx) => tx.change('laboratory', lab!, { phone: '0203 2' }), 'bình')
      expect(theirs.db.prepare(sql).run().changes).toBe(1)
      expectRefused(mine.db, theirs.db, 'copy.log')
    }
  })

  it('a copy that went on under the same replica', async () => {
    const { mine, theirs } = await copies()
    setLocal(theirs.db, 'replica', localValue(mine.db, 'replica'))
    write(mine.db, (tx) => addLab(tx, 'Phòng của mình (hư cấu)'))
    write(theirs.db, (tx) => addLab(tx, 'Phòng của người (hư cấu)'), 'bình')
    expectRefused(mine.db, theirs.db, 'copy.forked')
  })

  it('two records of which there can be one only, each made in one copy', async () => {
    const { mine, theirs } = await copies()
    for (const { db } of [mine, theirs]) write(db, (tx) => tx.create('setting', { key: 'department', value: 'Sở' }))
    expectRefused(mine.db, theirs.db, 'copy.same_key')
  })
})
