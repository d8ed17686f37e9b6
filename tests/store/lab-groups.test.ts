// The grouped list: each heading counts what the filter of its value finds, its rows are those of the filter in the list's own order,
// and whatever the page size nothing is lost or told twice.
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labGroups, type LabGroup, type LabQuery } from '../../db/model/inputs'
import { fillRegister } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { groupsOf, labsPage } from '../../db/store/lab-groups'
import { listLabs } from '../../db/store/labs'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const groups = (db: WriteDb, group: LabGroup, query: LabQuery = {}) => groupsOf(db, { ...query, group }, DAY).groups
const all = (db: WriteDb, query: LabQuery, limit = 1000): string[] => {
  const ids: string[] = []
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = labsPage(db, { ...query, offset, limit }, DAY)
    total = page.total
    ids.push(...page.rows.map(({ id }) => id))
  }
  return ids
}

describe('the grouped list', () => {
  it('puts a laboratory under each owner, the nameless last, and counts it once', () => {
    const db = emptyRegister()
    write(db, (tx) => {
      addLab(tx, 'Bình', 'Sở Y tế')
      addLab(tx, 'An', 'Ban Quản lý')
      const { organization } = addLab(tx, 'Ân', 'Ủy ban')
      const { lab } = addLab(tx, 'Chi', 'Ban Quản lý khác')
      tx.create('laboratory_owner', { laboratory: lab, organization })
      tx.create('laboratory_name', { laboratory: tx.create('laboratory', {}), vi: 'Dung' })
    })
    expect(groups(db, 'owner').map(({ label, count }) => [label, count])).toEqual([
      ['Ban Quản lý', 1],
      ['Ban Quản lý khác', 1],
      ['Sở Y tế', 1],
      ['Ủy ban', 2],
      [null, 1],
    ])
    expect(groupsOf(db, { group: 'owner' }, DAY).labs).toBe(5)
    const names = labsPage(db, { group: 'owner' }, DAY).rows.map(({ nameVi }) => nameVi)
    expect(names).toEqual(['An', 'Chi', 'Bình', 'Ân', 'Chi', 'Dung'])
  })
  it('follows a change at once', () => {
    const db = emptyRegister()
    write(db, (tx) => addLab(tx, 'A'))
    expect(groups(db, 'scheme')).toEqual([{ key: '', label: null, count: 1 }])
    write(db, (tx) => addAccreditation(tx, addLab(tx, 'B').lab, 'VILAS 016', []))
    expect(groups(db, 'scheme').map(({ key, count }) => [key, count])).toEqual([
      ['none', 1],
      ['', 1],
    ])
  })
})

describe('on the practice register', () => {
  let db: WriteDb
  beforeAll(async () => {
    db = scratchRegister()
    setLocal(db, 'replica', uuidv7())
    await fillRegister(db, { kind: 'sample', actor: 'an', now: NOW, day: DAY, labs: 120, seed: 3 })
  })
  afterAll(() => void db.close())

  it.each(['status', 'scheme', 'field'] as const)(
    'a heading by %s counts what its filter finds, in its order',
    (by) => {
      const rows = all(db, { group: by, sort: 'expiry', descending: true })
      let from = 0
      for (const { key, count } of groups(db, by)) {
        const filter = { [by]: key } as LabQuery
        const alone = listLabs(db, { ...filter, sort: 'expiry', descending: true, limit: 1000 }, DAY)
        if (key !== '') expect(rows.slice(from, from + count)).toEqual(alone.rows.map(({ id }) => id))
        from += count
      }
      expect(from).toBe(rows.length)
    },
  )

  it.each(labGroups)('by %s loses nobody and has each group once, whatever the page size', (by) => {
    const everybody = listLabs(db, { limit: 1000 }, DAY).rows.map(({ id }) => id)
    const rows = all(db, { group: by })
    expect(new Set(rows)).toEqual(new Set(everybody))
    expect(all(db, { group: by }, 7)).toEqual(rows)
    const keys = groups(db, by).map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
    expect(groups(db, by).reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
    expect(groupsOf(db, { group: by }, DAY).labs).toBe(everybody.length)
  })

  it('groups what the filter leaves, and nothing else', () => {
    const filter: LabQuery = { status: ['valid', 'expiring'] }
    expect(groups(db, 'status', filter).map(({ key }) => key)).toEqual(['expiring', 'valid'])
    expect(groups(db, 'owner', { text: 'khong co phong nay' })).toEqual([])
  })
})
