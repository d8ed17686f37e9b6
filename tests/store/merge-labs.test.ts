// Two records of one laboratory made one: what goes over, what is chosen, what stops it; and the law that an undo brings both back exactly.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityNames } from '../../db/model/entities'
import { mergeFields, type LabMerge, type MergeField, type MergeSide } from '../../db/model/twin-inputs'
import { readRecord } from '../../db/store/columns'
import { currentSeq, type WriteDb } from '../../db/store/database'
import { listChanges } from '../../db/store/history'
import { labPage } from '../../db/store/lab-page'
import { mergeLabs } from '../../db/store/merge-labs'
import { listTwins, tellApart } from '../../db/store/twins'
import { takeBack, undoable } from '../../db/store/undo'
import { writeSet, type Tx } from '../../db/store/write'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const made = <T>(db: WriteDb, fn: (tx: Tx) => T): T => write(db, fn).value
const merge = (db: WriteDb, asked: Omit<LabMerge, 'seen'> & { seen?: number }) =>
  made(db, (tx) => mergeLabs(tx, { seen: currentSeq(db), ...asked }, { day: DAY, instant: NOW }))

function back(db: WriteDb, kind: 'undo' | 'redo'): void {
  const set = undoable(db, 'an')[kind]!.set
  writeSet(db, { actor: 'an', now: NOW, kind, undoes: set }, (tx) =>
    takeBack(tx, { set, kind, keepTheirs: false }, NOW),
  )
}

/** Every record outside the trash with its fields, and what the day makes of them. */
function living(db: WriteDb): string {
  const records = entityNames.flatMap((entity) =>
    db
      .prepare<[], string>(`SELECT id FROM ${entity} WHERE trashed_at IS NULL ORDER BY id`)
      .pluck()
      .all()
      .map((id) => [entity, id, readRecord(db, entity, id)]),
  )
  const spans =
    'SELECT s.* FROM lab_status_span s JOIN laboratory l ON l.rid = s.laboratory_rid WHERE l.trashed_at IS NULL'
  const names = 'SELECT id, from_day, to_day FROM laboratory_name ORDER BY id'
  return JSON.stringify([records, ...[spans, names].map((sql) => db.prepare(`${sql}`).all())])
}

/** Two laboratories with everything that can hang on one. */
function world(db: WriteDb) {
  return made(db, (tx) => {
    const whole = (name: string, owner: string, phone: string) => {
      const { lab, organization } = addLab(tx, name, owner)
      tx.change('laboratory', lab, { phone, note: `ghi chú ${owner}` })
      const site = tx.create('site', { laboratory: lab, address: 'Khu 1, phường Bãi Cháy', position: 'a0' })
      const accreditation = addAccreditation(tx, lab, `VILAS ${phone}`, [
        { kind: 'grant', effective: { iso: '2024-01-01' }, expiry: { iso: '2027-01-01' } },
      ])
      tx.create('coverage', { accreditation, laboratory: lab, site })
      const evidence = (attribute: string | null) =>
        tx.create('evidence', { record: lab, attribute, kind: 'call', source: `gọi ${phone}`, certainty: 'checked' })
      const sources = { whole: evidence(null), phone: evidence('phone') }
      const said = tx.create('statement', { subject: lab, attribute: 'code', value: 'VILAS 1', source: 'báo' })
      const visit = tx.create('inspection', { laboratory: lab, site, number: phone })
      return { lab, organization, site, accreditation, sources, said, visit }
    }
    const [keep, other] = [whole('PTN Vàng Danh', 'A', '1'), whole('Phòng thử nghiệm Vàng Danh', 'B', '2')]
    const attachment = tx.create('attachment', {
      sha256: 'a'.repeat(64),
      name: 'a.pdf',
      mime: 'application/pdf',
      bytes: 1,
    })
    const file = (record: string) => tx.create('attachment_link', { attachment, record })
    const files = [file(keep.lab), file(other.lab)]
    return { keep, other, files }
  })
}

describe('a merge', () => {
  it('takes the values that were chosen and everything that hung on the other', () => {
    const db = emptyRegister()
    const { keep, other, files } = world(db)
    merge(db, { keep: keep.lab, other: other.lab, choices: { nameVi: 'other', phone: 'other' } })
    const page = labPage(db, keep.lab, DAY)
    expect(page).toMatchObject({ nameVi: 'Phòng thử nghiệm Vàng Danh', phone: '2', note: 'ghi chú A' })
    expect(page.owner?.id).toBe(keep.organization)
    expect(page.sites.map(({ id }) => id)).toEqual([keep.site, other.site])
    expect(page.accreditations.map(({ id }) => id)).toEqual([keep.accreditation, other.accreditation])
    expect(page.statements.map(({ id }) => id)).toEqual([keep.said, other.said])
    // the source of the old telephone number went with it
    expect(page.evidence.map(({ id }) => id)).toEqual([keep.sources.whole, other.sources.whole, other.sources.phone])
    expect(readRecord(db, 'inspection', other.visit)['laboratory']).toBe(keep.lab)
    // the same file stood on both: it stands once
    expect(files.map((id) => readRecord(db, 'attachment_link', id)['trashedAt'])).toEqual([null, NOW])
    expectReplayGivesTables(db)
  })
  it('leaves a page of the other that tells where it went, and one history of both', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    merge(db, { keep: keep.lab, other: other.lab })
    const page = labPage(db, other.lab, DAY)
    expect(page).toMatchObject({ nameVi: 'Phòng thử nghiệm Vàng Danh', trashedAt: NOW })
    expect(page.mergedInto).toEqual({ id: keep.lab, name: 'PTN Vàng Danh' })
    expect(labPage(db, keep.lab, DAY).mergedInto).toBeNull()
    const records = new Set(listChanges(db, { recordId: keep.lab, limit: 500 }).map(({ record }) => record))
    for (const id of [keep.lab, other.lab, other.site, keep.site]) expect(records).toContain(id)
    const told = (id: string) => listChanges(db, { recordId: id }).filter(({ entity }) => entity === 'twin_verdict')
    for (const id of [keep.lab, other.lab])
      expect(told(id)).toMatchObject([{ label: 'Phòng thử nghiệm Vàng Danh – PTN Vàng Danh', lab: other.lab }])
    expect(listTwins(db, {}, DAY)).toMatchObject({ total: 0, toldApart: [] })
  })
  it('joins places that a person calls one, and fills only what was empty', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    made(db, (tx) => tx.change('site', other.site, { phone: '0203 3846360', address: 'Khu 1, P. Bãi Cháy' }))
    merge(db, { keep: keep.lab, other: other.lab, sites: [{ other: other.site, keep: keep.site }] })
    const { sites } = labPage(db, keep.lab, DAY)
    expect(sites).toMatchObject([{ id: keep.site, phone: '0203 3846360', address: 'Khu 1, phường Bãi Cháy' }])
    expect(readRecord(db, 'inspection', other.visit)['site']).toBe(keep.site)
    expectReplayGivesTables(db)
  })
  it('does not say twice that one accreditation covers the laboratory', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    made(db, (tx) => tx.create('coverage', { accreditation: keep.accreditation, laboratory: other.lab }))
    merge(db, { keep: keep.lab, other: other.lab })
    const rows = db.prepare(`SELECT count(*) AS n FROM coverage WHERE trashed_at IS NULL`).get()
    expect(rows).toEqual({ n: 4 })
  })
  it('takes names of several dates over whole when theirs is chosen', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    made(db, (tx) => {
      const decision = tx.create('decision', { kind: 'QD' })
      const { accreditation } = other
      const act = tx.create('decision_act', {
        decision,
        accreditation,
        kind: 'change_name',
        effective: { iso: '2025-05-01' },
      })
      tx.create('laboratory_name', { laboratory: other.lab, vi: 'PTN Than Vàng Danh', fromAct: act })
    })
    merge(db, { keep: keep.lab, other: other.lab, choices: { nameVi: 'other' } })
    const named = (day: string) => labPage(db, keep.lab, day).nameVi
    expect([named('2025-04-30'), named(DAY)]).toEqual(['Phòng thử nghiệm Vàng Danh', 'PTN Than Vàng Danh'])
    expect(labPage(db, other.lab, DAY).nameVi).toBe('PTN Vàng Danh')
    expectReplayGivesTables(db)
  })
  it('carries over whom the other was told apart from', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    const third = made(db, (tx) => addLab(tx, 'PTN Vàng Danh').lab)
    for (const [laboratory, twin] of [[other.lab, third] as const, [keep.lab, other.lab] as const])
      made(db, (tx) => tellApart(tx, { laboratory, twin, different: true }, NOW))
    merge(db, { keep: keep.lab, other: other.lab })
    expect(listTwins(db, {}, DAY)).toMatchObject({ total: 0, toldApart: [{ labs: [{ id: keep.lab }, { id: third }] }] })
  })
  it('is refused when either was changed since the two were compared, and with itself or the trash', () => {
    const db = emptyRegister()
    const { keep, other } = world(db)
    const seen = currentSeq(db)
    write(db, (tx) => tx.change('site', other.site, { phone: '7' }), 'bình')
    const pair = { keep: keep.lab, other: other.lab }
    expect(() => merge(db, { ...pair, seen })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        fields: [expect.objectContaining({ record: other.site, field: 'phone', by: 'bình', theirs: '7' })],
      }),
    )
    const invalid = expect.objectContaining({ code: 'invalid_input' })
    expect(() => merge(db, { ...pair, other: keep.lab })).toThrow(invalid)
    expect(() => merge(db, { ...pair, sites: [{ other: keep.site, keep: keep.site }] })).toThrow(invalid)
    merge(db, pair)
    expect(() => merge(db, pair)).toThrow(invalid)
  })
  it('leaves the kept name where the other has none on the day', () => {
    const db = emptyRegister()
    const { keep } = world(db)
    const bare = made(db, (tx) => tx.create('laboratory', { manager: 'Bà Bình' }))
    merge(db, { keep: keep.lab, other: bare, choices: { nameVi: 'other' } })
    expect(labPage(db, keep.lab, DAY)).toMatchObject({ nameVi: 'PTN Vàng Danh', manager: 'Bà Bình' })
  })
})

describe('a merge taken back', () => {
  const side = fc.option(fc.constantFrom<MergeSide>('keep', 'other'), { nil: undefined })
  const choices = fc.record(
    Object.fromEntries(mergeFields.map((field) => [field, side])) as Record<MergeField, typeof side>,
  )
  it('leaves every living record as it was, and done again as it was merged', () => {
    fc.assert(
      fc.property(choices, fc.boolean(), fc.boolean(), (chosen, joined, dated) => {
        const db = emptyRegister()
        const { keep, other } = world(db)
        if (dated)
          made(db, (tx) => {
            const act = db.prepare<[], string>('SELECT id FROM decision_act LIMIT 1').pluck().get()!
            tx.create('laboratory_name', { laboratory: other.lab, vi: 'Tên mới', fromAct: act })
            tx.create('laboratory_owner', { laboratory: other.lab, organization: keep.organization, fromAct: act })
            tx.create('coverage', { accreditation: keep.accreditation, laboratory: other.lab })
            tellApart(tx, { laboratory: keep.lab, twin: other.lab, different: true }, NOW)
          })
        const before = living(db)
        const sites = joined ? [{ other: other.site, keep: keep.site }] : []
        merge(db, { keep: keep.lab, other: other.lab, choices: chosen, sites })
        const after = living(db)
        back(db, 'undo')
        expect(living(db)).toBe(before)
        back(db, 'redo')
        expect(living(db)).toBe(after)
        db.close()
      }),
      { numRuns: 25 },
    )
  })
})
