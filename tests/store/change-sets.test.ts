// The journal's savings: counted whole however many, narrowed to a person or a kind, in pages; every record leads to its laboratory.
import { describe, expect, it } from 'vitest'
import { listSets } from '../../db/store/change-sets'
import { prepare } from '../../db/store/database'
import { listChanges, listTrash, restore, trash } from '../../db/store/history'
import { writeSet } from '../../db/store/write'
import { addAccreditation, addLab, emptyRegister, NOW, write } from '../support/register'

describe('savings', () => {
  it('come newest first in pages, and tell whether there are older ones', async () => {
    const db = emptyRegister()
    for (let at = 0; at < 5; at += 1) write(db, (tx) => addLab(tx, `Phòng ${at}`))
    const first = await listSets(db, { limit: 2 })
    expect([first.sets.map(({ seq }) => seq), first.hasMore]).toEqual([[5, 4], true])
    const last = await listSets(db, { limit: 3, before: 4 })
    expect([last.sets.map(({ seq }) => seq), last.hasMore]).toEqual([[3, 2, 1], false])
  })

  it('are narrowed to one person and one kind, and name who and what the log knows', async () => {
    const db = emptyRegister()
    write(db, (tx) => addLab(tx, 'A'), 'lan')
    write(db, (tx) => addLab(tx, 'B'), 'binh')
    expect(await listSets(db, { actor: 'lan' })).toMatchObject({
      sets: [{ actor: 'lan' }],
      actors: ['binh', 'lan'],
      kinds: ['edit'],
    })
    expect((await listSets(db, { kind: 'import' })).sets).toEqual([])
  })

  it('are narrowed to days, both included, as the register counts them', async () => {
    const db = emptyRegister()
    const at = (now: string, name: string) => writeSet(db, { actor: 'an', now }, (tx) => addLab(tx, name))
    at('2026-11-20T16:59:00.000Z', 'A') // 23:59 of the 20th here
    at('2026-11-20T17:00:00.000Z', 'B') // the 21st
    at('2026-11-22T16:59:59.000Z', 'C') // the 22nd
    at('2026-11-22T17:00:00.000Z', 'D') // the 23rd
    const seqs = async (days: object) => (await listSets(db, days)).sets.map(({ seq }) => seq)
    expect(await seqs({ from: '2026-11-21', until: '2026-11-22' })).toEqual([3, 2])
    expect(await seqs({ from: '2026-11-23' })).toEqual([4])
    expect(await seqs({ until: '2026-11-20' })).toEqual([1])
  })

  it('are narrowed to a kind of record, with its names and links', async () => {
    const db = emptyRegister()
    const { lab } = write(db, (tx) => addLab(tx, 'A')).value
    const name = prepare<[], string>(db, 'SELECT id FROM laboratory_name').pluck().get()!
    write(db, (tx) => tx.change('laboratory_name', name, { vi: 'B' }))
    write(db, (tx) => tx.create('site', { laboratory: lab, address: 'Hạ Long' }))
    expect((await listSets(db, { entity: 'laboratory' })).sets.map(({ seq }) => seq)).toEqual([2, 1])
    expect((await listSets(db, { entity: 'site' })).sets.map(({ seq }) => seq)).toEqual([3])
    expect((await listSets(db, { entity: 'decision' })).sets).toEqual([])
  })

  it('are found by words of a value or by the name of a record, in any accents, in pages', async () => {
    const db = emptyRegister()
    const { lab } = write(db, (tx) => addLab(tx, 'Phòng thử nghiệm Vàng Danh')).value
    const other = write(db, (tx) => addLab(tx, 'Phòng Hạ Long', 'Công ty Khác')).value
    write(db, (tx) => tx.change('laboratory', other.lab, { phone: '0203 555' }))
    for (let at = 0; at < 5; at += 1) write(db, (tx) => tx.change('laboratory', lab, { manager: `Bà Ngọc ${at}` }))
    const found = async (query: object) => (await listSets(db, query)).sets.map(({ seq }) => seq)
    expect(await found({ text: '0203 555' })).toEqual([3])
    expect(await found({ text: 'vang danh' })).toEqual([8, 7, 6, 5, 4, 1])
    expect(await found({ text: 'NGOC 2' })).toEqual([6])
    expect(await found({ text: other.lab.slice(0, 8) })).toEqual([])
    expect(await found({ text: 'vang danh', entity: 'organization' })).toEqual([])
    const first = await listSets(db, { text: 'vang danh', limit: 4 })
    expect([first.sets.map(({ seq }) => seq), first.hasMore]).toEqual([[8, 7, 6, 5], true])
    const rest = await listSets(db, { text: 'vang danh', limit: 4, before: 5 })
    expect([rest.sets.map(({ seq }) => seq), rest.hasMore]).toEqual([[4, 1], false])
  })

  it('are found in a log longer than what is read at one go', async () => {
    const db = emptyRegister()
    write(db, (tx) => addLab(tx, 'Vàng Danh'))
    write(db, (tx) => Array.from({ length: 900 }, (_, at) => addLab(tx, `Phòng ${at}`)))
    write(db, (tx) => addLab(tx, 'Vàng Danh 2'))
    expect((await listSets(db, { text: 'vàng danh' })).sets.map(({ seq }) => seq)).toEqual([3, 1])
  })

  it('count what they did to each record once, and bring the changes of a short one along as they were made', async () => {
    const db = emptyRegister()
    const { lab } = write(db, (tx) => addLab(tx, 'A')).value
    write(db, (tx) => {
      tx.change('laboratory', lab, { phone: '1', manager: 'Lan' })
      trash(tx, 'laboratory', lab, NOW)
    })
    write(db, (tx) => restore(tx, 'laboratory', lab))
    const [back, away, made] = (await listSets(db, {})).sets
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

  it('count a long one whole; its changes are read in pages', async () => {
    const db = emptyRegister()
    write(db, (tx) => Array.from({ length: 30 }, (_, at) => addLab(tx, `Phòng ${at}`)))
    const [set] = (await listSets(db, {})).sets
    expect([set?.total, set?.changes]).toEqual([150, []])
    expect(set?.deeds.find(({ entity }) => entity === 'laboratory')?.count).toBe(30)
    const pages = [0, 60, 120].flatMap((offset) => listChanges(db, { set: 1, offset, limit: 60 }))
    expect(new Set(pages.map(({ record }) => record)).size).toBe(150)
    expect(pages[0]?.entity).toBe('organization')
  })
})

describe('the way to a laboratory', () => {
  it('leads from every record that its page shows, also from the trash, and from no other', async () => {
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
