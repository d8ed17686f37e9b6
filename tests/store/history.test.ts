// The trash and the way back, told in the history: nothing is ever deleted, and what returns is what went.
import { describe, expect, it } from 'vitest'
import type { EntityName } from '../../db/model/entities'
import { RegistryError } from '../../db/model/errors'
import { readRecord } from '../../db/store/columns'
import type { WriteDb } from '../../db/store/database'
import { listChanges, listTrash, restore, trash } from '../../db/store/history'
import { listLabs } from '../../db/store/labs'
import { overview } from '../../db/store/overview'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, write } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

const away = (db: WriteDb, entity: EntityName, id: string) => write(db, (tx) => trash(tx, entity, id, NOW), 'bình')
const back = (db: WriteDb, entity: EntityName, id: string) => write(db, (tx) => restore(tx, entity, id))
const total = (db: WriteDb) => listLabs(db, {}, DAY).total
const status = (db: WriteDb) => listLabs(db, {}, DAY).rows[0]!.status

function office() {
  const db = emptyRegister()
  const { value } = write(db, (tx) => {
    const { lab, organization } = addLab(tx, 'Phòng A (hư cấu)')
    const grant = { kind: 'grant', effective: { iso: '2025-01-01' }, expiry: { iso: '2029-12-31' } } as const
    const accreditation = addAccreditation(tx, lab, 'VILAS 901', [grant])
    return { lab, organization, accreditation }
  })
  const decision = db.prepare<[], { id: string }>('SELECT id FROM decision').get()!.id
  return { db, ...value, decision }
}

describe('the trash', () => {
  it('takes a laboratory out of list and figures, says who sent it, and gives back the same record', () => {
    const { db, lab } = office()
    const before = readRecord(db, 'laboratory', lab)
    away(db, 'laboratory', lab)
    expect([total(db), overview(db, DAY).labs]).toEqual([0, 0])
    expect(listTrash(db)).toEqual([
      { entity: 'laboratory', id: lab, lab, label: 'Phòng A (hư cấu)', trashedAt: NOW, by: 'bình' },
    ])
    back(db, 'laboratory', lab)
    expect([total(db), listTrash(db), readRecord(db, 'laboratory', lab)]).toEqual([1, [], before])
    expectReplayGivesTables(db)
  })
  it.each(['decision', 'accreditation'] as const)(
    'with a %s takes its effect on the status, until it returns',
    (entity) => {
      const { db, decision, accreditation } = office()
      const id = entity === 'decision' ? decision : accreditation
      expect(status(db)).toBe('valid')
      away(db, entity, id)
      expect(status(db)).toBe('unknown')
      back(db, entity, id)
      expect(status(db)).toBe('valid')
      expectReplayGivesTables(db)
    },
  )
  it('is told in the history both ways', () => {
    const { db, lab } = office()
    away(db, 'laboratory', lab)
    back(db, 'laboratory', lab)
    const told = listChanges(db, { recordId: lab }).filter((change) => change.field === 'trashedAt')
    expect(told.map(({ before, after, actor }) => [before, after, actor])).toEqual([
      [NOW, null, 'an'],
      [null, NOW, 'bình'],
    ])
  })
  it('is not for links and names: these follow what they belong to', () => {
    const { db } = office()
    const { id } = db.prepare<[], { id: string }>('SELECT id FROM coverage').get()!
    expect(() => away(db, 'coverage', id)).toThrow(RegistryError)
    expect(() => away(db, 'laboratory', '01900000-0000-7000-8000-000000000009')).toThrow(RegistryError)
  })
})

describe('the journal', () => {
  it('comes newest first, page after page, without a gap between sets', () => {
    const { db, lab } = office()
    for (let phone = 1; phone <= 9; phone += 1)
      write(db, (tx) => tx.change('laboratory', lab, { phone: String(phone) }))
    const pages = [listChanges(db, { limit: 4 })]
    while (pages.at(-1)!.length) pages.push(listChanges(db, { limit: 4, before: pages.at(-1)!.at(-1)!.seq }))
    const phones = pages.flat().filter((change) => change.field === 'phone')
    expect(phones.map((change) => change.after)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1'])
    expect(phones.at(-1)).toMatchObject({ before: null, label: 'Phòng A (hư cấu)' })
  })
})
