// Every figure of the overview is a door: the list behind it counts the same.
import { beforeAll, expect, it } from 'vitest'
import { addDays } from '../../db/model/dates/partial'
import type { LabFilter } from '../../db/model/inputs'
import { fillRegister } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { listLabs } from '../../db/store/labs'
import { scratchRegister } from '../../db/store/open'
import { overview } from '../../db/store/overview'
import { DAY, NOW } from '../support/register'

let db: WriteDb
beforeAll(async () => {
  db = scratchRegister()
  setLocal(db, 'replica', '01900000-0000-7000-8000-000000000001')
  await fillRegister(db, { kind: 'sample', labs: 64, seed: 3, actor: 'an', now: NOW, day: DAY })
}, 60_000)

function eachCountsItsList(day: string): void {
  const count = (filter: LabFilter) => listLabs(db, { ...filter, limit: 1 }, day).total
  const { labs, byStatus, byScheme, byField, expiring, verify } = overview(db, day)
  expect(labs).toBe(count({}))
  for (const row of byStatus) expect([row.status, row.labs]).toEqual([row.status, count({ status: row.status })])
  for (const row of byScheme) expect([row.key, row.labs]).toEqual([row.key, count({ scheme: row.key ?? 'none' })])
  for (const row of byField) expect([row.key, row.labs]).toEqual([row.key, count({ field: row.key })])
  for (const { within, labs: found } of expiring)
    expect([within, found]).toEqual([within, count({ expiringWithin: within })])
  for (const row of verify) expect([row.flag, row.labs]).toEqual([row.flag, count({ flag: row.flag })])
}

it.each([DAY, '2024-02-29', '2030-01-01'])('on %s each counts what its list shows', eachCountsItsList)

it.each([30, 90])('counts what ends exactly %i days on', (days) => {
  const { rows } = listLabs(db, { status: 'expiring', sort: 'expiry' }, DAY)
  const end = rows.find((row) => row.expiry?.length === 10)!.expiry!
  const eve = addDays(end, -days)
  const within = (day: string) => overview(db, day).expiring.find((row) => row.within === days)!.labs
  expect(listLabs(db, { expiringWithin: days, sort: 'expiry', descending: true }, eve).rows[0]!.expiry).toBe(end)
  eachCountsItsList(eve)
  expect(within(eve)).toBeGreaterThan(0)
})
