// Law of the overview: every figure equals the total of the list that it opens, on any day; beside it what the register says of its ends,
// its work and its week.
import { beforeAll, describe, expect, it } from 'vitest'
import type { LabQuery } from '../../db/model/inputs'
import { addDays } from '../../db/model/dates/partial'
import { flags } from '../../db/model/status/flags'
import { v7 as uuidv7 } from 'uuid'
import { fillRegister, type RegisterKind } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { listLabs } from '../../db/store/labs'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { overview } from '../../db/store/overview'
import { listTasks } from '../../db/store/tasks'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'

/** A day of the 30 years around DAY, the same at every run. */
const randomDay = (seed: number): string => addDays('2012-01-01', (seed * 7919 + 104_729) % 10_950)
const DAYS = [DAY, '2026-11-26', ...[1, 2, 3, 4, 5].map(randomDay)]

async function filled(kind: RegisterKind): Promise<WriteDb> {
  const db = scratchRegister()
  setLocal(db, 'replica', uuidv7())
  await fillRegister(db, { kind, actor: 'an', now: NOW, day: DAY, labs: 64, seed: 3 })
  return db
}

const total = (db: WriteDb, query: LabQuery, day: string): number => listLabs(db, { ...query, limit: 1 }, day).total

/** Every figure with the filter that it opens. */
function figures(db: WriteDb, day: string): { name: string; shown: number; filter: LabQuery }[] {
  const read = overview(db, day)
  return [
    { name: 'labs', shown: read.labs, filter: {} },
    ...read.byStatus.map(({ status, labs }) => ({ name: status, shown: labs, filter: { status: [status] } })),
    ...read.byScheme.map(({ key, labs }) => ({
      name: `scheme ${key}`,
      shown: labs,
      filter: { scheme: [key ?? 'none'] },
    })),
    ...read.byField.map(({ key, labs }) => ({ name: `field ${key}`, shown: labs, filter: { field: [key] } })),
    ...read.expiring.map(({ within, labs }) => ({
      name: `${within} days`,
      shown: labs,
      filter: { expiringWithin: within },
    })),
    ...read.verify.map(({ flag, labs }) => ({ name: flag, shown: labs, filter: { flag: [flag] } })),
    { name: 'to verify', shown: read.toVerify, filter: { flag: [...flags] } },
    ...read.coverage.areas.map(({ id, name, labs }) => ({ name, shown: labs, filter: { area: [id] } })),
    ...read.coverage.cells.map(({ area, field, labs }) => ({
      name: `${area} ${field}`,
      shown: labs,
      filter: { area: [area], field: [field] },
    })),
  ]
}

describe.each(['sample', 'quang-ninh'] as const)('the figures of the register %s', (kind) => {
  let db: WriteDb
  beforeAll(async () => {
    db = await filled(kind)
    return () => db.close()
  })

  it.each(DAYS)('equal the totals of their lists on %s', (day) => {
    const all = figures(db, day)
    expect(all.map(({ name, filter }) => [name, total(db, filter, day)])).toEqual(
      all.map(({ name, shown }) => [name, shown]),
    )
  })

  it.each(DAYS)('leave no laboratory with an area and a field out of the matrix on %s', (day) => {
    const { coverage, byField } = overview(db, day)
    const inAreas = { area: coverage.areas.map(({ id }) => id).slice(0, 60) }
    for (const { key } of byField) {
      const counted = coverage.cells.filter((cell) => cell.field === key).reduce((sum, { labs }) => sum + labs, 0)
      expect(counted).toBeGreaterThanOrEqual(total(db, { ...inAreas, field: [key] }, day))
    }
  })

  it.each(DAYS)('count each laboratory in one status and name the first ten things to do on %s', (day) => {
    const { labs, byStatus, tasks, work } = overview(db, day)
    expect(byStatus.reduce((sum, row) => sum + row.labs, 0)).toBe(labs)
    const list = listTasks(db, {}, { day, today: day })
    expect([tasks, work]).toEqual([list.rows.slice(0, 10), list.total])
  })
})

describe('the twelve months', () => {
  it('place an end that is only a month or a year in the month of its last possible day, and say what is known', () => {
    const db = emptyRegister()
    write(db, (tx) => {
      const { lab } = addLab(tx, 'A')
      for (const [code, expiry] of [
        ['VILAS 001', '2027-02'],
        ['VILAS 002', '2026'],
        ['VILAS 003', '2026-12-05'],
        ['VILAS 004', '2028'],
      ] as const)
        addAccreditation(tx, lab, code, [
          { kind: 'recognition', effective: { iso: '2023-01-01' }, expiry: { iso: expiry } },
        ])
    })
    const months = overview(db, DAY).months.filter(({ count }) => count > 0)
    expect(months.map(({ month, count, ends }) => [month, count, ends.map(({ expiry }) => expiry)])).toEqual([
      ['2026-12', 2, ['2026', '2026-12-05']],
      ['2027-02', 1, ['2027-02']],
    ])
  })

  it('count all ends of a month and name the first forty', () => {
    const db = emptyRegister()
    write(db, (tx) => {
      const { lab } = addLab(tx, 'A')
      for (let at = 1; at <= 45; at += 1)
        addAccreditation(tx, lab, `VILAS ${at}`, [
          { kind: 'recognition', effective: { iso: '2023-01-01' }, expiry: { iso: '2027-03-01' } },
        ])
    })
    const march = overview(db, DAY).months.find(({ month }) => month === '2027-03')
    expect([march?.count, march?.ends.length]).toEqual([45, 40])
  })
})

describe('the week', () => {
  it('holds the five latest savings of the seven days that end with the day, and counts the others', () => {
    const db = emptyRegister()
    for (let at = 0; at < 7; at += 1) write(db, (tx) => addLab(tx, `Phòng ${at}`))
    const { recent } = overview(db, DAY)
    expect(recent.total).toBe(7)
    expect(recent.sets.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3])
    expect(overview(db, addDays(DAY, 6)).recent.total).toBe(7)
    expect(overview(db, addDays(DAY, 7)).recent).toEqual({ sets: [], total: 0 })
    expect(overview(db, addDays(DAY, -1)).recent.total).toBe(0)
  })
})
