// The work of a day: what is asked for and in what order, what is left in peace, and what a snooze hides. On both registers every kind is
// recomputed from the records, accreditation by accreditation.
import { beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { addDays, daysBetween, firstDay, lastDay } from '../../db/model/dates/partial'
import { evaluate } from '../../db/model/status/spans'
import { visitDue, type Visit } from '../../db/model/status/watch'
import { JUST_ENDED, VISIT_AHEAD, workOfFlag, type TaskKind } from '../../db/model/tasks/kinds'
import { fillRegister } from '../../db/registers/index'
import { prepare, type WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { readActs } from '../../db/store/spans'
import { listTasks, snooze } from '../../db/store/tasks'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const on = (db: WriteDb, query: Parameters<typeof listTasks>[1] = {}, day = DAY) =>
  listTasks(db, query, { day, today: DAY })
const work = (db: WriteDb, query: Parameters<typeof listTasks>[1] = {}, day = DAY) =>
  on(db, { limit: 1000, ...query }, day).rows.map(({ nameVi, about }) => `${about} ${nameVi}`)
const grant = (expiry: string, effective = '2023-01-01') => [
  { kind: 'grant' as const, effective: { iso: effective }, expiry: { iso: expiry } },
]
const putOff = (db: WriteDb, record: string, until: string | null, reason: string | null = null) =>
  write(db, (tx) => snooze(tx, { record, about: 'expiring', until, reason }, { day: DAY, instant: NOW }))

/** A laboratory with nothing to complain about but its end. */
function sound(db: WriteDb, name: string, expiry: string): { lab: string; accreditation: string } {
  return write(db, (tx) => {
    const { lab } = addLab(tx, name)
    const accreditation = addAccreditation(tx, lab, `VILAS ${name.length * 100 + name.charCodeAt(0)}`, grant(expiry))
    const standard = tx.create('standard', { key: name, title: name, family: name, edition: '2017' })
    tx.create('accreditation_standard', { accreditation, standard })
    tx.create('evidence', { record: accreditation, kind: 'call', source: 'gọi điện', certainty: 'checked' })
    return { lab, accreditation }
  }).value
}

describe('the order', () => {
  it('is what ends, the nearest first, then what has just ended, the latest first, then what is incomplete, by name', () => {
    const db = emptyRegister()
    for (const [name, expiry] of [
      ['Hết xa', '2026-08-25'],
      ['Mới hết', '2026-11-20'],
      ['Sắp sau', '2027-02-21'],
      ['Sắp trước', '2026-11'],
      ['Còn lâu', '2027-02-22'],
    ] as const)
      sound(db, name, expiry)
    for (const [at, name] of ['Ẩn', 'An', 'Ân'].entries())
      write(db, (tx) => addAccreditation(tx, addLab(tx, name).lab, `VILAS 90${at}`, grant('2030-01-01')))
    expect(work(db)).toEqual([
      'expiring Sắp trước',
      'expiring Sắp sau',
      'expired Mới hết',
      'expired Hết xa',
      'incomplete An',
      'incomplete Ân',
      'incomplete Ẩn',
      'incomplete Sắp trước',
      'unsourced An',
      'unsourced Ân',
      'unsourced Ẩn',
    ])
  })
})

describe('the ladder', () => {
  it('has rungs at 180, 90, 60, 30 and 0 days, the last day and the ninetieth day after it included', () => {
    const db = emptyRegister()
    for (const days of [-91, -90, -1, 0, 30, 31, 60, 90, 91, 180, 181]) sound(db, `Sau ${days}`, addDays(DAY, days))
    const { ladder, justEnded } = on(db)
    expect(ladder.map(({ within, tasks }) => [within, tasks])).toEqual([
      [0, 1],
      [30, 2],
      [60, 4],
      [90, 5],
      [180, 7],
    ])
    expect(justEnded).toBe(2)
    for (const { within, tasks } of ladder) {
      const page = on(db, { kind: 'expiring', within })
      expect([within, page.total, page.rows.length]).toEqual([within, tasks, tasks])
    }
    expect(work(db, { kind: 'expired' })).toEqual(['expired Sau -1', 'expired Sau -90'])
  })

  it('counts an end that is only a month from its first day to its last', () => {
    const db = emptyRegister()
    sound(db, 'Tháng', '2026-12')
    const first = (day: string) => on(db, { kind: ['expiring', 'expired'] }, day).rows[0]
    expect(first('2026-09-01')).toBeUndefined()
    expect([first('2026-09-02'), first('2026-12-31'), first('2027-01-01')]).toMatchObject([
      { about: 'expiring', daysLeft: 90, expiry: '2026-12' },
      { about: 'expiring', daysLeft: -30, expiry: '2026-12' },
      { about: 'expired', expiry: '2026-12' },
    ])
  })
})

describe('surveillance', () => {
  it('is due sixty days ahead, overdue afterwards, and settled by the visit', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2030-01-01')
    write(db, (tx) => tx.create('surveillance', { accreditation, done: { iso: '2025-12-23' } }))
    const asks = (day: string) => on(db, { kind: ['surveillance_due', 'surveillance_overdue'] }, day).rows
    expect(asks('2026-10-23')).toEqual([])
    expect(asks('2026-10-24')).toMatchObject([{ about: 'surveillance_due', visit: '2026-12-23' }])
    expect(asks('2026-12-23')).toMatchObject([{ about: 'surveillance_due' }])
    expect(asks('2026-12-24')).toMatchObject([{ about: 'surveillance_overdue', flags: ['surveillance_overdue'] }])
    write(db, (tx) => tx.create('surveillance', { accreditation, done: { iso: '2026-12-01' } }))
    expect(asks('2026-12-24')).toEqual([])
  })

  it('is not announced for a day after the end', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2026-12-10')
    write(db, (tx) => tx.create('surveillance', { accreditation, due: { iso: '2026-12-20' } }))
    expect(work(db)).toEqual(['expiring A'])
  })
})

describe('the dead', () => {
  it.each([
    ['ended more than ninety days ago', (db: WriteDb) => void sound(db, 'A', '2026-08-24')],
    [
      'withdrawn',
      (db: WriteDb) => {
        const { accreditation } = sound(db, 'A', '2026-12-01')
        write(db, (tx) => {
          const decision = tx.create('decision', { kind: 'QD' })
          tx.create('decision_act', { decision, accreditation, kind: 'withdrawal', effective: { iso: '2026-11-01' } })
        })
      },
    ],
    [
      'of a dissolved laboratory',
      (db: WriteDb) => {
        const { lab } = sound(db, 'A', '2026-12-01')
        write(db, (tx) => tx.change('laboratory', lab, { dissolvedOn: { iso: '2026-11' } }))
      },
    ],
    [
      'of a dissolved organisation',
      (db: WriteDb) => {
        const { accreditation } = sound(db, 'A', '2026-12-01')
        write(db, (tx) =>
          tx.change('accreditation', accreditation, {
            organization: tx.create('organization', { dissolvedOn: { iso: '2026-01-01' } }),
          }),
        )
      },
    ],
    [
      'in the trash',
      (db: WriteDb) => {
        const { accreditation } = sound(db, 'A', '2026-12-01')
        write(db, (tx) => tx.change('accreditation', accreditation, { trashedAt: NOW }))
      },
    ],
    [
      'of a laboratory in the trash',
      (db: WriteDb) => {
        const { lab } = sound(db, 'A', '2026-12-01')
        write(db, (tx) => tx.change('laboratory', lab, { trashedAt: NOW }))
      },
    ],
  ])('are left in peace: %s', (_, make) => {
    const db = emptyRegister()
    make(db)
    expect(work(db)).toEqual([])
  })
})

describe('putting off', () => {
  it('hides one thing until its day, counts it, and shows it with its reason when asked', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2026-12-01')
    putOff(db, accreditation, '2026-11-25', 'đã nộp hồ sơ')
    expect([work(db), on(db).snoozed]).toEqual([[], 1])
    expect(on(db, { includeSnoozed: true }).rows[0]?.snoozed).toEqual({ until: '2026-11-25', reason: 'đã nộp hồ sơ' })
    expect([work(db, {}, '2026-11-24'), work(db, {}, '2026-11-25')]).toEqual([[], ['expiring A']])
    expect(on(db, {}, '2026-12-02').kinds).toEqual([{ kind: 'expired', tasks: 1 }])
  })

  it('does not touch what was to be done on an earlier day', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2026-12-01')
    putOff(db, accreditation, '2026-11-30')
    expect(work(db, {}, '2026-11-22')).toEqual(['expiring A'])
  })

  it('is moved by a second one, and taken back by none', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2026-12-01')
    putOff(db, accreditation, '2026-11-25', 'một')
    putOff(db, accreditation, '2026-11-28')
    expect(prepare(db, 'SELECT until, reason FROM snooze WHERE trashed_at IS NULL').all()).toEqual([
      { until: '2026-11-28', reason: null },
    ])
    putOff(db, accreditation, null)
    expect(work(db)).toEqual(['expiring A'])
    expect(() => putOff(db, accreditation, null)).toThrow('snooze of')
  })

  it('refuses a day that has come and a record that is not there', () => {
    const db = emptyRegister()
    const { accreditation } = sound(db, 'A', '2026-12-01')
    expect(() => putOff(db, accreditation, DAY)).toThrow('a day that has come')
    expect(() => putOff(db, uuidv7(), '2027-01-01')).toThrow('record')
  })
})

/** Every accreditation that covers a living laboratory on the day, with all that its work rests on, from the records alone. */
function recomputed(db: WriteDb, day: string): string[] {
  const rows = prepare<[object], { rid: number; id: string }>(
    db,
    `SELECT DISTINCT a.rid, a.id FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid JOIN laboratory l ON l.rid = c.laboratory_rid
      WHERE a.trashed_at IS NULL AND c.trashed_at IS NULL AND l.trashed_at IS NULL AND (l.dissolved_on IS NULL OR l.dissolved_on_first > :day)
        AND c.from_day <= :day AND c.to_day >= :day`,
  ).all({ day })
  return rows.flatMap(({ rid, id }) => {
    const answer = evaluate(readActs(db, rid), day)
    const lives = ['valid', 'partly_suspended', 'suspended'].includes(answer.status)
    const last = answer.expiry === null ? null : lastDay(answer.expiry)
    const first = answer.expiry === null ? null : firstDay(answer.expiry)
    const ended = answer.status === 'expired' && daysBetween(last!, day) <= JUST_ENDED
    if (!lives && !ended && answer.status !== 'unknown') return []
    const flagged = prepare<[object], { flag: string }>(
      db,
      'SELECT flag FROM accreditation_flag WHERE accreditation_rid = :rid AND from_day <= :day AND to_day >= :day',
    ).all({ rid, day })
    const visits = prepare<[number], Visit>(
      db,
      'SELECT due, done FROM surveillance WHERE accreditation_rid = ? AND trashed_at IS NULL',
    ).all(rid)
    const visit = visitDue(visits, day)
    const kinds = new Set<TaskKind | undefined>(flagged.map(({ flag }) => workOfFlag[flag as keyof typeof workOfFlag]))
    if (lives && first !== null && daysBetween(day, first) <= 90) kinds.add('expiring')
    if (ended) kinds.add('expired')
    if (lives && visit !== null && !kinds.has('surveillance_overdue') && firstDay(visit)! <= last!)
      if (daysBetween(day, firstDay(visit)!) <= VISIT_AHEAD) kinds.add('surveillance_due')
    kinds.delete(undefined)
    return [...kinds].map((kind) => `${kind} ${id}`)
  })
}

describe.each(['sample', 'quang-ninh'] as const)('on the register %s', (kind) => {
  let db: WriteDb
  beforeAll(async () => {
    db = scratchRegister()
    setLocal(db, 'replica', uuidv7())
    await fillRegister(db, { kind, actor: 'an', now: NOW, day: DAY, labs: 96, seed: 5 })
    return () => db.close()
  })

  it.each([DAY, '2026-11-26', '2026-09-30', '2025-03-04', '2022-07-07', '2021-06-02'])(
    'the list of %s is what the records of each accreditation call for, each once, paged without loss',
    (day) => {
      const all = listTasks(db, { limit: 1000 }, { day, today: DAY })
      const keys = all.rows.map(({ about, record }) => `${about} ${record}`)
      expect(new Set(keys).size).toBe(keys.length)
      const isKnown = (key: string) => !key.startsWith('unsourced')
      expect(keys.filter(isKnown).toSorted()).toEqual(recomputed(db, day).filter(isKnown).toSorted())
      expect(keys).toEqual(expect.arrayContaining(recomputed(db, day)))
      expect(all.kinds.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(all.total)
      const pages = [0, 7, 14].flatMap((offset) => listTasks(db, { offset, limit: 7 }, { day, today: DAY }).rows)
      expect(pages).toEqual(all.rows.slice(0, 21))
    },
  )
})
