// Undo and redo as derived from the log: what they take back, what they leave to others, and the law: back to the beginning and on to the
// end gives the same living records, with a chain that verifies at every step.
import Database from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { entityNames } from '../../db/model/entities'
import { seededRandom } from '../../db/registers/sample/random'
import { openRegistry, type Session } from '../../db/registry'
import { readRecord } from '../../db/store/columns'
import type { ReadDb } from '../../db/store/database'
import { brokenSet } from '../support/chains'
import { clock, temporaryFolder } from '../support/register'
import { readOnlyFolder } from '../support/read-only'
import { builtWorker } from '../support/worker'
import { Clerk } from '../torture/operations'

const LONG = process.env['SCN_LONG'] === '1'
const SCRIPTS = LONG ? 1_000 : 12
const PER_REGISTER = 10
const STEPS = 8

let workerFile = ''
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

interface Open {
  db: ReadDb
  an: Session
  binh: Session
  again: () => Promise<Session>
  /** a grant for a file that holds this list */
  listed: (csv: Uint8Array) => string
}

async function open(): Promise<Open> {
  const file = join(temporaryFolder(), 'so.scn')
  let registry = await openRegistry({ file, clock, workerFile })
  const made = await registry.session({ actor: 'an' }).call('register.create', { kind: 'empty' })
  expect(made.ok).toBe(true)
  const db = new Database(file, { readonly: true }) as ReadDb
  onTestFinished(async () => {
    db.close()
    await registry.close()
  })
  return {
    db,
    an: registry.session({ actor: 'an' }),
    binh: registry.session({ actor: 'bình' }),
    listed(csv) {
      const path = join(temporaryFolder(), 'vao.csv')
      writeFileSync(path, csv)
      return registry.grant(path, 'read')
    },
    async again() {
      await registry.close()
      registry = await openRegistry({ file, clock })
      return registry.session({ actor: 'an' })
    },
  }
}

async function ask<N extends CallName>(session: Session, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await session.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
  return reply.value as Output<N>
}

async function undo(session: Session, keepTheirs = false): Promise<Output<'changes.undo'>> {
  const { undo: next } = await ask(session, 'changes.undoable', {})
  return ask(session, 'changes.undo', { set: next!.set, keepTheirs })
}

async function redo(session: Session): Promise<Output<'changes.redo'>> {
  const { redo: next } = await ask(session, 'changes.undoable', {})
  return ask(session, 'changes.redo', { set: next!.set })
}

const SPANS = `SELECT s.* FROM lab_status_span s JOIN laboratory l ON l.rid = s.laboratory_rid WHERE l.trashed_at IS NULL ORDER BY 1, 2`

/** Every record outside the trash, with its fields, and the statuses that follow from them. */
function living(db: ReadDb): string {
  const records = entityNames.flatMap((entity) =>
    db
      .prepare<[], string>(`SELECT id FROM ${entity} WHERE trashed_at IS NULL ORDER BY id`)
      .pluck()
      .all()
      .map((id) => [entity, id, readRecord(db, entity, id)]),
  )
  return JSON.stringify([...records, db.prepare(SPANS).all()])
}

const lab = (session: Session, id: string) => ask(session, 'labs.get', { id })

describe('undo', () => {
  it('takes back an edit and says which; redo makes it again; both stand in the log', async () => {
    const { an } = await open()
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '0203 1' } })
    await ask(an, 'labs.save', { id, change: { phone: '0203 2', manager: 'Bà Ngọc' } })
    const { of } = await undo(an)
    expect(of.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['manager', null, 'Bà Ngọc'],
      ['phone', '0203 1', '0203 2'],
    ])
    expect(await lab(an, id)).toMatchObject({ phone: '0203 1', manager: null })
    await redo(an)
    expect(await lab(an, id)).toMatchObject({ phone: '0203 2', manager: 'Bà Ngọc' })
    const { sets } = await ask(an, 'changes.sets', { limit: 4 })
    expect(sets.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'edit', 'edit'])
  })

  it('sends what was created to the trash, and gives back what was sent there', async () => {
    const { an } = await open()
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A' } })
    await ask(an, 'records.trash', { entity: 'laboratory', id })
    await undo(an)
    expect((await lab(an, id)).trashedAt).toBeNull()
    await undo(an)
    expect((await ask(an, 'labs.list', {})).total).toBe(0)
    await redo(an)
    expect((await ask(an, 'labs.list', {})).rows.map(({ nameVi }) => nameVi)).toEqual(['Phòng A'])
  })

  it('ends where the register was new, and leaves settings alone', async () => {
    const { an } = await open()
    expect(await ask(an, 'changes.undoable', {})).toEqual({ undo: null, redo: null })
    await ask(an, 'settings.set', { key: 'place', value: 'Hạ Long' })
    expect((await ask(an, 'changes.undoable', {})).undo).toBeNull()
    const { sets } = await ask(an, 'changes.sets', {})
    expect(sets.length).toBeGreaterThan(1)
    expect(await an.call('changes.undo', { set: '01a21766-393f-74ce-ab1f-4363b21704cf' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })

  it('is a stack of each person, and still there after a restart', async () => {
    const { an, binh, again } = await open()
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
    await ask(binh, 'labs.save', { change: { nameVi: 'Phòng B' } })
    await ask(an, 'labs.save', { id, change: { phone: '2' } })
    const restarted = await again()
    const { undo: next } = await ask(restarted, 'changes.undoable', {})
    expect(next?.shown.changes.map(({ after }) => after)).toEqual(['2'])
    await undo(restarted)
    expect((await lab(restarted, id)).phone).toBe('1')
  })

  it('leaves nothing to redo after a new edit', async () => {
    const { an } = await open()
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
    await ask(an, 'labs.save', { id, change: { phone: '2' } })
    await undo(an)
    await ask(an, 'labs.save', { id, change: { manager: 'Ông Hà' } })
    expect((await ask(an, 'changes.undoable', {})).redo).toBeNull()
  })

  it('is refused twice for the same set', async () => {
    const { an } = await open()
    await ask(an, 'labs.save', { change: { nameVi: 'Phòng A' } })
    const { undo: next } = await ask(an, 'changes.undoable', {})
    await ask(an, 'changes.undo', { set: next!.set })
    expect(await an.call('changes.undo', { set: next!.set })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ field: 'set', rule: 'not_undoable' }] },
    })
  })
})

describe('where somebody else has changed a value since', () => {
  async function both() {
    const opened = await open()
    const { an, binh } = opened
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1', manager: 'Ông Hà' } })
    await ask(an, 'labs.save', { id, change: { phone: '2', manager: 'Bà Ngọc' } })
    await ask(binh, 'labs.save', { id, change: { phone: '3' } })
    return { ...opened, id }
  }

  it('nothing is overwritten: the undo says what, by whom and when', async () => {
    const { an, id } = await both()
    const { undo: next } = await ask(an, 'changes.undoable', {})
    expect(await an.call('changes.undo', { set: next!.set })).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        fields: [{ field: 'phone', base: '1', yours: '2', theirs: '3', by: 'bình', at: '2026-11-23T03:00:00.000Z' }],
      },
    })
    expect(await lab(an, id)).toMatchObject({ phone: '3', manager: 'Bà Ngọc' })
  })

  it('the rest goes back when the person wants that, and the redo leaves theirs too', async () => {
    const { an, id } = await both()
    await undo(an, true)
    expect(await lab(an, id)).toMatchObject({ phone: '3', manager: 'Ông Hà' })
    await redo(an)
    expect(await lab(an, id)).toMatchObject({ phone: '3', manager: 'Bà Ngọc' })
  })

  it('a record that they worked on is not taken away from under them', async () => {
    const { an, binh, id } = await both()
    await undo(an, true)
    const { undo: next } = await ask(an, 'changes.undoable', {})
    for (const keepTheirs of [false, true])
      expect(await an.call('changes.undo', { set: next!.set, keepTheirs })).toMatchObject({
        error: { code: 'conflict', fields: [{ field: 'trashedAt', by: 'bình' }] },
      })
    expect((await lab(binh, id)).trashedAt).toBeNull()
  })
})

describe('an earlier value', () => {
  it('comes back from the history, one field or the whole record, as a saving of its own that can be undone', async () => {
    const { an } = await open()
    const { id } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1', manager: 'Ông Hà' } })
    const { seq } = await ask(an, 'labs.save', { id, change: { phone: '2', manager: 'Bà Ngọc' } })
    await ask(an, 'labs.save', { id, change: { note: 'mới' } })
    await ask(an, 'changes.restore', { record: id, field: 'phone', before: seq })
    expect(await lab(an, id)).toMatchObject({ phone: '1', manager: 'Bà Ngọc', note: 'mới' })
    const whole = await ask(an, 'changes.restore', { record: id, field: null, before: seq })
    expect(whole.changed).toBe(2)
    expect(await lab(an, id)).toMatchObject({ phone: '1', manager: 'Ông Hà', note: null })
    expect((await ask(an, 'changes.sets', { limit: 1 })).sets[0]!.kind).toBe('restore')
    await undo(an)
    expect(await lab(an, id)).toMatchObject({ phone: '1', manager: 'Bà Ngọc', note: 'mới' })
  })

  it('that stands already writes nothing; one from before the record, or of a setting, is refused', async () => {
    const { an, db } = await open()
    const { id, seq } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
    const same = await ask(an, 'changes.restore', { record: id, field: 'phone', before: seq + 1 })
    expect(same).toEqual({ seq, set: null, changed: 0 })
    expect(await an.call('changes.restore', { record: id, field: 'phone', before: seq })).toMatchObject({
      error: { code: 'not_found' },
    })
    const { id: setting, seq: set } = await ask(an, 'settings.set', { key: 'place', value: 'Hạ Long' })
    expect(await an.call('changes.restore', { record: setting, field: 'value', before: set + 1 })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ rule: 'not_undoable' }] },
    })
    expect(brokenSet(db)).toBeNull()
  })
})

describe('where nothing may be written', () => {
  it('is refused in an earlier state of the register and in one that can only be read, and the register stays as it is', async () => {
    const { an, db } = await open()
    const { id, seq } = await ask(an, 'labs.save', { change: { nameVi: 'Phòng A', phone: '1' } })
    const { set } = await ask(an, 'labs.save', { id, change: { phone: '2' } })
    const refused = { ok: false, error: { code: 'read_only' } }
    expect(await an.call('changes.undo', { set }, seq)).toMatchObject(refused)
    const copy = readOnlyFolder((folder) => db.exec(`VACUUM INTO '${join(folder, 'so.scn')}'`))
    const registry = await openRegistry({ file: join(copy, 'so.scn'), clock })
    onTestFinished(() => registry.close())
    const reader = registry.session({ actor: 'an' })
    expect(await reader.call('changes.undo', { set })).toMatchObject(refused)
    expect(await reader.call('changes.restore', { record: id, field: 'phone', before: seq + 1 })).toMatchObject(refused)
    expect((await lab(reader, id)).phone).toBe('2')
  })
})

describe('law', () => {
  it(
    `undo to the beginning and redo to the end give the same living records (${SCRIPTS} random scripts)`,
    { timeout: LONG ? 1_800_000 : 150_000 },
    async () => {
      let opened: Open | null = null
      let clerk: Clerk | null = null
      for (let script = 0; script < SCRIPTS; script += 1) {
        const random = seededRandom(script + 1)
        if (script % PER_REGISTER === 0) {
          opened = await open()
          clerk = new Clerk(opened.an, seededRandom(1_000 + script), () => undefined, opened.listed)
        }
        const { db, an } = opened!
        const states = [living(db)]
        const steps = random.int(1, STEPS)
        for (let step = 0; step < steps; step += 1) {
          await clerk!.next()
          states.push(living(db))
        }
        for (let step = steps - 1; step >= 0; step -= 1) {
          await undo(an)
          expect(living(db) === states[step], `script ${script}, undone to ${step}`).toBe(true)
          expect(brokenSet(db)).toBeNull()
        }
        for (let step = 1; step <= steps; step += 1) {
          await redo(an)
          expect(living(db) === states[step], `script ${script}, redone to ${step}`).toBe(true)
          expect(brokenSet(db)).toBeNull()
        }
      }
    },
  )
})
