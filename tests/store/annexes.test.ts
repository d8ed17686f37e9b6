// Whole annexes: their lines, what they continue, two issues compared, many rows saved as one set.
import { describe, expect, it } from 'vitest'
import { RegistryError } from '../../db/model/errors'
import type { RowChange } from '../../db/model/scope/many'
import { annexContents, compareAnnexes, saveRows } from '../../db/store/annexes'
import { byRow } from '../../db/store/by-row'
import { prepare, type WriteDb } from '../../db/store/database'
import { listScope } from '../../db/store/scope'
import { trash } from '../../db/store/history'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'

function start() {
  const db = emptyRegister()
  const made = write(db, (tx) => {
    const { lab } = addLab(tx, 'Phòng A (hư cấu)')
    const accreditation = addAccreditation(tx, lab, 'VILAS 9187', [
      { kind: 'grant', effective: { iso: '2020-01-01' }, expiry: { iso: '2023-01-01' } },
      { kind: 'renewal', effective: { iso: '2023-01-02' }, expiry: { iso: '2027-01-01' } },
    ])
    return { lab, accreditation }
  }).value
  const acts = prepare<[], { id: string }>(db, 'SELECT id FROM decision_act ORDER BY rid').all()
  const [old, now] = write(db, (tx) =>
    acts.map(({ id }) => tx.create('annex', { act: id, form: 'AFL 01/12', extent: 'complete' })),
  ).value as [string, string]
  return { db, ...made, old, now }
}

const save = (
  db: WriteDb,
  annex: string,
  rows: RowChange[],
  { actor = 'an', ...more }: { remove?: string[]; seen?: number; actor?: string } = {},
) => write(db, (tx) => saveRows(tx, { annex, rows, ...more }, NOW), actor)
const row = (testVi: string, own: RowChange = {}): RowChange => ({
  matrixVi: 'Nước',
  testVi,
  method: 'TCVN 6492:2011',
  ...own,
})
const tests = (db: WriteDb, annex: string) => annexContents(db, annex).lines.map(({ testVi }) => testVi)
const refused = (fn: () => unknown): RegistryError => {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
  throw new Error('was accepted')
}
const sets = (db: WriteDb) => prepare<[], { n: number }>(db, 'SELECT count(*) AS n FROM change_set').get()!.n

describe('saving many rows', () => {
  it('writes forty rows as one set, in their order, and shows them in the scope of the day', () => {
    const { db, now, accreditation } = start()
    const before = sets(db)
    const names = Array.from({ length: 40 }, (_, at) => `Phép thử ${at + 1}`)
    const { value: ids } = save(
      db,
      now,
      names.map((name) => row(name)),
    )
    expect(ids).toHaveLength(40)
    expect(tests(db, now)).toEqual(names)
    expect(sets(db)).toBe(before + 1)
    expect(listScope(db, { accreditation }, DAY).total).toBe(40)
  })

  it('changes, adds between, moves and trashes in one go; lines that are not named stay', () => {
    const { db, now } = start()
    const [a, b, c, d] = save(
      db,
      now,
      ['a', 'b', 'c', 'd'].map((name) => row(name)),
    ).value as [string, string, string, string]
    save(db, now, [{ id: c }, row('mới'), { id: a, testVi: 'A' }], { remove: [b] })
    expect(tests(db, now).filter((name) => name !== 'd')).toEqual(['c', 'mới', 'A'])
    expect(annexContents(db, now).lines.map(({ id }) => id)).toContain(d)
  })

  it('moves one row without touching the others', () => {
    const { db, now } = start()
    const ids = save(
      db,
      now,
      ['a', 'b', 'c', 'd'].map((name) => row(name)),
    ).value
    const { seq } = save(
      db,
      now,
      [ids[3]!, ids[0]!, ids[1]!, ids[2]!].map((id) => ({ id })),
    )
    expect(tests(db, now)).toEqual(['d', 'a', 'b', 'c'])
    expect(
      prepare<[number], { n: number }>(db, 'SELECT count(*) AS n FROM change WHERE commit_seq = ?').get(seq)!.n,
    ).toBe(1)
  })

  it('puts rows that are all new behind those that are there', () => {
    const { db, now } = start()
    save(db, now, [row('a'), row('b')])
    save(db, now, [row('c'), row('d')])
    expect(tests(db, now)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('refuses rows without words by their place, and writes nothing', () => {
    const { db, now } = start()
    const error = refused(() => save(db, now, [row('a'), { range: '1' }, { note: 'x' }]))
    expect([error.code, error.fields]).toEqual([
      'invalid_input',
      [
        { field: 'rows.1.testVi', rule: 'required' },
        { field: 'rows.2.testVi', rule: 'required' },
      ],
    ])
    expect(tests(db, now)).toEqual([])
  })

  it('refuses a line of another annex', () => {
    const { db, old, now } = start()
    const [id] = save(db, old, [row('a')]).value as [string]
    expect(refused(() => save(db, now, [{ id, testVi: 'b' }])).code).toBe('not_found')
    expect(refused(() => save(db, now, [], { remove: [id] })).code).toBe('not_found')
  })

  it('tells conflicts by row, with who wrote what, and writes nothing', () => {
    const { db, now } = start()
    const { value: ids, seq } = save(db, now, [row('a'), row('b')])
    save(db, now, [{ id: ids[0]! }, { id: ids[1]!, range: '5' }], { actor: 'bình' })
    const rows = [row('mới'), { id: ids[0]!, testVi: 'A' }, { id: ids[1]!, range: '7' }]
    const error = byRow(
      refused(() => save(db, now, rows, { seen: seq })),
      rows,
    ) as RegistryError
    expect(error.fields).toMatchObject([
      { field: 'rows.2.range', rule: 'changed_since', theirs: '5', yours: '7', by: 'bình' },
    ])
    expect(tests(db, now)).toEqual(['a', 'b'])
  })
})

describe('what a line continues', () => {
  it('is the earlier line that it repeats word for word, never one that is only alike', () => {
    const { db, old, now } = start()
    const [pH] = save(db, old, [row('Xác định pH'), row('Xác định Fe')]).value as [string]
    save(db, now, [row('Xác định pH'), row('Xac dinh Fe')])
    expect(annexContents(db, now).lines.map(({ continues, lineage, id }) => [continues, lineage === id])).toEqual([
      [pH, false],
      [null, true],
    ])
  })

  it('is what was chosen, and null when that was chosen', () => {
    const { db, old, now } = start()
    const [pH, fe] = save(db, old, [row('Xác định pH'), row('Xác định Fe')]).value as [string, string]
    save(db, now, [row('Xác định pH', { continues: null }), row('Đo sắt', { continues: fe })])
    expect(annexContents(db, now).lines.map(({ continues }) => continues)).toEqual([null, fe])
    expect(annexContents(db, now).earlier.map(({ id }) => id)).toEqual([pH, fe])
  })

  it('is not the same earlier line twice', () => {
    const { db, old, now } = start()
    const [pH] = save(db, old, [row('Xác định pH')]).value as [string]
    save(db, now, [row('Xác định pH')])
    save(db, now, [row('Xác định pH')])
    expect(annexContents(db, now).lines.map(({ continues }) => continues)).toEqual([pH, null])
  })

  it('reaches over issues: the lineage is the first line', () => {
    const { db, old, now, accreditation } = start()
    const [pH] = save(db, old, [row('Xác định pH')]).value as [string]
    save(db, now, [row('Xác định pH')])
    const third = write(db, (tx) => {
      const decision = tx.create('decision', { kind: 'QD' })
      const act = tx.create('decision_act', {
        decision,
        accreditation,
        kind: 'renewal',
        effective: { iso: '2025-01-01' },
      })
      return tx.create('annex', { act, extent: 'complete' })
    }).value
    save(db, third, [row('Xác định pH')])
    expect(annexContents(db, third).lines.map(({ lineage }) => lineage)).toEqual([pH])
    expect(compareAnnexes(db, { from: old, to: third }).pairs).toMatchObject([{ kind: 'same', by: 'lineage' }])
  })
})

describe('two annexes compared', () => {
  it('are told line by line with counts and a suggestion', () => {
    const { db, old, now } = start()
    save(db, old, [row('Xác định pH'), row('Xác định Fe', { range: '0,1 mg/L' }), row('Xác định Mn')])
    save(db, now, [row('Xác định pH'), row('Xác định Fe', { range: '0,05 mg/L' }), row('Xác định Pb')])
    const { counts, suggestion, pairs, to } = compareAnnexes(db, { from: old, to: now })
    expect(counts).toMatchObject({ same: 1, changed: 1, range: 1, added: 1, removed: 1, unsure: 0 })
    expect(suggestion).toBe('renewal_with_changes')
    expect(pairs.map(({ kind }) => kind)).toEqual(['same', 'changed', 'removed', 'added'])
    expect(to).toMatchObject({ code: 'VILAS 9187', day: '2023-01-02', act: 'renewal' })
  })

  it('must be of one accreditation and not in the trash', () => {
    const { db, lab, old, now } = start()
    const other = write(db, (tx) => {
      const accreditation = addAccreditation(tx, lab, 'VILAS 9188', [])
      const act = tx.create('decision_act', {
        decision: tx.create('decision', { kind: 'QD' }),
        accreditation,
        kind: 'grant',
      })
      return tx.create('annex', { act })
    }).value
    expect(refused(() => compareAnnexes(db, { from: old, to: other })).fields).toEqual([
      { field: 'to', rule: 'other_accreditation' },
    ])
    expect(annexContents(db, other)).toMatchObject({ annex: { day: null }, earlier: [] })
    write(db, (tx) => trash(tx, 'annex', now, NOW))
    expect(refused(() => compareAnnexes(db, { from: old, to: now })).code).toBe('not_found')
  })
})
