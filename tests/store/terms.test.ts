// The table of words as people edit it: what is listed, what is refused and why, the way to the trash and back, and that searches follow at once.
import { beforeEach, describe, expect, it } from 'vitest'
import { RegistryError } from '../../db/model/errors'
import { loadTermLinks } from '../../db/registers/term-links'
import { findCapability } from '../../db/store/capability'
import type { WriteDb } from '../../db/store/database'
import { listTrash, restore, trash } from '../../db/store/history'
import { listTerms, refuseMisfitTerm, saveTerm } from '../../db/store/terms'
import { capabilityRegister } from '../support/capability-register'
import { DAY, emptyRegister, NOW, write } from '../support/register'

type Kind = 'same' | 'within'
const add = (db: WriteDb, term: string, kind: Kind, other: string): string =>
  write(db, (tx) => saveTerm(tx, { change: { term, other, kind } })).value
const shown = (db: WriteDb, text?: string): string[] =>
  listTerms(db, text).rows.map(({ term, kind, other }) => `${term} ${kind} ${other}`)

function refusal(fn: () => unknown): object {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return { code: error.code, fields: error.fields }
    throw error
  }
  throw new Error('was not refused')
}

describe('the table of words', () => {
  let db: WriteDb
  beforeEach(() => {
    db = emptyRegister()
  })

  it('lists pairs in Vietnamese order, found by either word with accents or without', () => {
    add(db, 'tôm', 'within', 'thủy sản')
    add(db, 'đồng', 'same', 'Cu')
    add(db, 'dầu', 'same', 'oil')
    expect(shown(db)).toEqual(['dầu same oil', 'đồng same Cu', 'tôm within thủy sản'])
    expect(shown(db, 'thuy san')).toEqual(['tôm within thủy sản'])
    expect(shown(db, ' DONG ')).toEqual(['đồng same Cu'])
    expect(shown(db, 'không có')).toEqual([])
  })

  it('changes one field of a pair and keeps the others', () => {
    const id = add(db, 'tép', 'same', 'tôm')
    write(db, (tx) => saveTerm(tx, { id, change: { kind: 'within' } }))
    expect(shown(db)).toEqual(['tép within tôm'])
  })

  it('tells whoever read the pair before another person changed it', () => {
    const id = add(db, 'tép', 'same', 'tôm')
    const seen = listTerms(db).seq
    write(db, (tx) => saveTerm(tx, { id, change: { other: 'ruốc' } }), 'binh')
    const late = refusal(() => write(db, (tx) => saveTerm(tx, { id, seen, change: { other: 'moi' } })))
    expect(late).toMatchObject({ code: 'conflict', fields: [{ field: 'other', theirs: 'ruốc', by: 'binh' }] })
  })

  it('refuses a pair without words, without a relation, or of one word', () => {
    const rule = (field: string, name: string) => ({ code: 'invalid_input', fields: [{ field, rule: name }] })
    expect(refusal(() => add(db, '', 'same', 'tôm'))).toEqual(rule('term', 'required'))
    expect(refusal(() => add(db, 'tôm', 'same', '–'))).toEqual(rule('other', 'required'))
    expect(refusal(() => write(db, (tx) => saveTerm(tx, { change: { term: 'a', other: 'b' } })))).toEqual(
      rule('kind', 'required'),
    )
    expect(refusal(() => add(db, 'Tôm', 'within', 'tôm'))).toEqual(rule('other', 'itself'))
    expect(shown(db)).toEqual([])
  })

  it('refuses a pair that is there, and names it; words of one meaning also the other way round', () => {
    const same = add(db, 'tép', 'same', 'tôm')
    const within = add(db, 'tôm', 'within', 'thủy sản')
    const twice = (record: string, term: string, other: string) => ({
      code: 'duplicate',
      fields: [{ field: 'other', rule: 'duplicate', record, params: { term, other } }],
    })
    expect(refusal(() => add(db, 'Tép', 'same', 'tôm'))).toEqual(twice(same, 'tép', 'tôm'))
    expect(refusal(() => add(db, 'tôm', 'same', 'tép'))).toEqual(twice(same, 'tép', 'tôm'))
    expect(refusal(() => add(db, 'tôm', 'within', 'thuỷ sản'))).toEqual(twice(within, 'tôm', 'thủy sản'))
    write(db, (tx) => saveTerm(tx, { id: same, change: { term: 'Tép' } }))
    expect(shown(db)).toContain('Tép same tôm')
  })

  it('refuses a circle, however long and over words of one meaning', () => {
    const circle = { code: 'invalid_input', fields: [{ field: 'other', rule: 'circle' }] }
    add(db, 'tôm sú', 'within', 'tôm')
    add(db, 'tôm', 'same', 'shrimp')
    add(db, 'shrimp', 'within', 'thủy sản')
    expect(refusal(() => add(db, 'tôm', 'within', 'tôm sú'))).toEqual(circle)
    expect(refusal(() => add(db, 'thủy sản', 'within', 'tôm sú'))).toEqual(circle)
    expect(refusal(() => add(db, 'shrimp', 'within', 'tôm'))).toEqual(circle)
    expect(refusal(() => add(db, 'thủy sản', 'same', 'tôm sú'))).toEqual(circle)
    add(db, 'tôm', 'within', 'động vật')
    expect(refusal(() => add(db, 'động vật', 'within', 'shrimp'))).toEqual(circle)
    expect(add(db, 'tôm sú', 'within', 'thủy sản')).toBeTruthy()
  })

  it('goes to the trash and comes back, unless the same pair was added meanwhile', () => {
    const id = add(db, 'tép', 'same', 'tôm')
    const away = () => write(db, (tx) => trash(tx, 'term_link', id, NOW))
    const back = () => write(db, (tx) => restore(tx, 'term_link', id))
    away()
    expect(shown(db)).toEqual([])
    expect(listTrash(db)).toMatchObject([{ entity: 'term_link', id, label: 'tép – tôm', lab: null, by: 'an' }])
    back()
    expect(shown(db)).toEqual(['tép same tôm'])
    away()
    add(db, 'tôm', 'same', 'tép')
    expect(refusal(back)).toMatchObject({ code: 'duplicate' })
  })
})

describe('the pairs that every register starts with', () => {
  it('hold no pair twice and no circle: each can be changed', () => {
    const db = emptyRegister()
    write(db, loadTermLinks)
    const { rows } = listTerms(db)
    expect(rows.length).toBeGreaterThan(400)
    const refused = rows.filter((row) => {
      try {
        refuseMisfitTerm(db, row.id)
        return false
      } catch {
        return true
      }
    })
    expect(refused).toEqual([])
  })
})

describe('a search', () => {
  it('counts a new pair at once and a trashed one no longer', () => {
    const db = capabilityRegister()
    const found = (): string[] => findCapability(db, { query: 'chì trong tép' }, DAY).can.map(({ lab }) => lab.name)
    expect(found()).not.toContain('Được')
    const id = add(db, 'tép', 'same', 'tôm')
    expect(found()).toContain('Được')
    write(db, (tx) => trash(tx, 'term_link', id, NOW))
    expect(found()).not.toContain('Được')
    db.close()
  })
})
