// The journal's savings: counted whole however many, narrowed to a person or a kind, in pages; every record leads to its laboratory.
import { describe, expect, it } from 'vitest'
import { listSets } from '../../db/store/change-sets'
import { listChanges, listTrash, restore, trash } from '../../db/store/history'
import { addAccreditation, addLab, emptyRegister, NOW, write } from '../support/register'

describe('savings', () => {
  it('come newest first in pages, and tell whether there are older ones', () => {
    const db = emptyRegister()
    for (let at = 0; at < 5; at += 1) write(db, (tx) => addLab(tx, `Phòng ${at}`))
    const first = listSets(db, { limit: 2 })
    expect([first.sets.map(({ seq }) => seq), first.hasMore]).toEqual([[5, 4], true])
    const last = listSets(db, { limit: 3, before: 4 })
    expect([last.sets.map(({ seq }) => seq), last.hasMore]).toEqual([[3, 2, 1], false])
  })

  it('are narrowed to one person and one kind, and name who and what the log knows', () => {
    const db = emptyRegister()
    write(db, (tx) => addLab(tx, 'A'), 'lan')
    write(db, (tx) => addLab(tx, 'B'), 'binh')
    expect(listSets(db, { actor: 'lan' })).toMatchObject({
      sets: [{ actor: 'lan' }],
      actors: ['binh', 'lan'],
      kinds: ['edit'],
    })
    expect(listSets(db, { kind: 'import' }).sets).toEqual([])
  })

  it('count what they did to each record once, and bring the changes of a short one along as they were made', () => {
    const db = emptyRegister()
    const { lab } = write(db, (tx) => addLab(tx, 'A')).value
    write(db, (tx) => {
      tx.change('laboratory', lab, { phone: '1', manager: 'Lan' })
      trash(tx, 'laboratory', lab, NOW)
    })
    write(db, (tx) => restore(tx, 'laboratory', lab))
    const [back, away, made] = listSets(db, {}).sets
    expect(back?.deeds).toEqual([{ entity: 'laboratory', deed: 'restored', count: 1 }])
    expect(away?.deeds).toEqual([{ entity: 'laboratory', deed: 'removed', count: 1 }])
    expect(away?.changes.map(({ field }) => field)).toEqual(['phone', 'manager', 'trashedAt'])
    expect(made?.deeds.map(({ entity, deed }) => [entity, deed])).toEqual([
      ['organization', 'created'],
      ['organization_name', 'created'],
      ['laboratory', 'created'],
      ['laboratory_name', 'created'],
      ['laboratory_owner', 'created'],
    ])
  })

  it('count a long one whole; its changes are read in pages', () => {
    const db = emptyRegister()
    write(db, (tx) => Array.from({ length: 30 }, (_, at) => addLab(tx, `Phòng ${at}`)))
    const [set] = listSets(db, {}).sets
    expect([set?.total, set?.changes]).toEqual([150, []])
    expect(set?.deeds.find(({ entity }) => entity === 'laboratory')?.count).toBe(30)
    const pages = [0, 60, 120].flatMap((offset) => listChanges(db, { set: 1, offset, limit: 60 }))
    expect(new Set(pages.map(({ record }) => record)).size).toBe(150)
    expect(pages[0]?.entity).toBe('organization')
  })
})

describe('the way to a laboratory', () => {
  it('leads from every record that its page shows, also from the trash, and from no other', () => {
    const db = emptyRegister()
    const { lab } = write(db, (tx) => {
      const made = addLab(tx, 'A')
      const accreditation = addAccreditation(tx, made.lab, 'VILAS 001', [{ kind: 'grant', effective: { iso: '2025' } }])
      tx.create('site', { laboratory: made.lab, address: 'Hạ Long' })
      tx.create('evidence', { record: accreditation, kind: 'call', source: 'điện thoại', certainty: 'checked' })
      return made
    }).value
    const leads = new Map(listChanges(db, { set: 1 }).map((change) => [change.entity, change.lab]))
    expect(Object.fromEntries(leads)).toEqual({
      organization: null,
      organization_name: null,
      laboratory: lab,
      laboratory_name: lab,
      laboratory_owner: lab,
      accreditation: lab,
      coverage: lab,
      decision: lab,
      decision_act: lab,
      site: lab,
      evidence: lab,
    })
    const site = listChanges(db, { set: 1 }).find(({ entity }) => entity === 'site')!.record
    write(db, (tx) => trash(tx, 'site', site, NOW))
    expect(listTrash(db)).toMatchObject([{ entity: 'site', lab }])
  })
})
