// Law: what the register answers for any laboratory on any day is what its raw decisions give when they are gone through again by hand,
// for random histories written into a real register; and on the registers that ship, for every laboratory on random days.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDay, addDays } from '../../db/model/dates/partial'
import { fillRegister } from '../../db/registers/index'
import { prepare, type WriteDb } from '../../db/store/database'
import { evaluateFigure } from '../../db/store/figures'
import { listLabs } from '../../db/store/labs'
import { readActs } from '../../db/store/spans'
import type { Tx } from '../../db/store/write'
import { bestOf, heldOn, type Held } from '../support/oracle'
import { addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const LONG = process.env['SCN_LONG'] !== undefined
/** Histories of one run: laboratories with one to three accreditations each. */
const LABS = 50
const RUNS = LONG ? 200 : 6
const DAYS = 5

const day = fc.integer({ min: 0, max: 4400 }).map((days) => addDays('2016-01-01', days))
const reduced = day.chain((whole) => fc.constantFrom(whole, whole, whole, whole.slice(0, 7), whole.slice(0, 4)))
const anyAct = fc.record({
  kind: fc.constantFrom(
    'grant' as const,
    'grant' as const,
    'renewal' as const,
    'recognition' as const,
    'extension' as const,
    'reduction' as const,
    'suspension' as const,
    'resumption' as const,
    'withdrawal' as const,
    'edition_transition' as const,
    'change_name' as const,
  ),
  effective: fc.option(reduced, { freq: 6 }),
  signed: fc.option(reduced, { freq: 2 }),
  expiry: fc.option(fc.oneof({ weight: 6, arbitrary: reduced }, { weight: 1, arbitrary: fc.constant('none') }), {
    freq: 3,
  }),
  partial: fc.boolean(),
  /** which of the acts before it is ended */
  ends: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
})
type AnyAct = typeof anyAct extends fc.Arbitrary<infer T> ? T : never
/** One that lives all along, so that what interrupts it is seen. */
const alive: AnyAct = {
  kind: 'grant',
  effective: '2016-01-01',
  signed: null,
  expiry: 'none',
  partial: false,
  ends: null,
}
const acts = fc.array(anyAct, { maxLength: 7 })
const history = fc.oneof(
  acts,
  acts.map((later) => [alive, ...later.filter(({ kind }) => kind !== 'grant' && kind !== 'withdrawal')]),
)
const laboratory = fc.array(history, { minLength: 1, maxLength: 3 })

const dated = (iso: string | null) => (iso === null ? null : { iso })

function writeHistory(tx: Tx, lab: string, acts: readonly AnyAct[]): void {
  const accreditation = tx.create('accreditation', {})
  tx.create('coverage', { accreditation, laboratory: lab })
  const written: string[] = []
  for (const { kind, effective, signed, expiry, partial, ends } of acts) {
    const decision = tx.create('decision', { kind: 'QD', signed: dated(signed) })
    const ended = ends === null ? null : (written[ends] ?? null)
    const act = {
      decision,
      accreditation,
      kind,
      partial,
      effective: dated(effective),
      expiry: dated(expiry),
      ends: ended,
    }
    written.push(tx.create('decision_act', act))
  }
}

/** By laboratory id, from the decisions alone. */
function byHand(db: WriteDb, on: string): Map<string, Held> {
  const covers = prepare<[object], { lab: string; accreditation: number | null }>(
    db,
    `SELECT l.id AS lab, a.rid AS accreditation FROM laboratory l
       LEFT JOIN coverage c ON c.laboratory_rid = l.rid AND c.trashed_at IS NULL AND c.from_day <= :on AND c.to_day >= :on
       LEFT JOIN accreditation a ON a.rid = c.accreditation_rid AND a.trashed_at IS NULL WHERE l.trashed_at IS NULL`,
  ).all({ on })
  const held = new Map<string, Held[]>()
  for (const { lab, accreditation } of covers) {
    const list = held.get(lab) ?? []
    if (accreditation !== null) list.push(heldOn(readActs(db, accreditation), on))
    held.set(lab, list)
  }
  return new Map([...held].map(([lab, list]) => [lab, bestOf(list)]))
}

const LIVES = ['valid', 'partly_suspended', 'suspended']

function expectSame(db: WriteDb, on: string): void {
  const expected = byHand(db, on)
  const { rows } = listLabs(db, { limit: 1000 }, on)
  const shown = rows.map(({ id, status, expiry }): [string, string, string | null] => {
    const stored = status === 'expiring' ? 'valid' : status
    return [id, stored, LIVES.includes(stored) && expiry !== null ? lastDay(expiry) : null]
  })
  expect([on, shown]).toEqual([
    on,
    rows.map(({ id }) => {
      const { status, end } = expected.get(id)!
      return [id, status, LIVES.includes(status) ? end : null]
    }),
  ])
  const inForce = [...expected].filter(([, { status }]) => status === 'valid' || status === 'partly_suspended')
  const figure = evaluateFigure(db, { rule: 'labs_in_force', day: on, language: 'vi' })
  expect(figure.names.map(({ lab }) => lab).toSorted()).toEqual(inForce.map(([lab]) => lab).toSorted())
}

describe('the answer for a laboratory on a day', () => {
  it(
    'is what its raw decisions give, for random histories',
    () => {
      fc.assert(
        fc.property(
          fc.array(laboratory, { minLength: LABS, maxLength: LABS }),
          fc.array(day, { minLength: DAYS, maxLength: DAYS }),
          (labs, days) => {
            const db = emptyRegister()
            write(db, (tx) => {
              for (const [at, histories] of labs.entries()) {
                const { lab } = addLab(tx, `Phòng ${at}`)
                for (const acts of histories) writeHistory(tx, lab, acts)
              }
            })
            for (const on of days) expectSame(db, on)
          },
        ),
        { numRuns: RUNS, endOnFailure: true },
      )
    },
    LONG ? 900_000 : 60_000,
  )

  it.each(['sample', 'quang-ninh'] as const)('is the same on every day of the register %s', async (kind) => {
    const db = emptyRegister()
    await fillRegister(db, { kind, actor: 'an', now: NOW, day: DAY, labs: 64, seed: 2 })
    for (let seed = 0; seed < 40; seed += 1) expectSame(db, addDays('2008-01-01', (seed * 7919) % 9000))
    for (let ahead = -3; ahead < 10; ahead += 1) expectSame(db, addDays(DAY, ahead))
  })
})
