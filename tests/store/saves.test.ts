// What a form's save does to the records behind it, and what it refuses.
import { describe, expect, it } from 'vitest'
import { RegistryError, type FieldProblem } from '../../db/model/errors'
import { prepare, type WriteDb } from '../../db/store/database'
import { listChanges, listTrash, restore, trash } from '../../db/store/history'
import { labPage } from '../../db/store/lab-page'
import { saveDecision } from '../../db/store/save-decision'
import { saveAccreditation, saveLab, saveRecord } from '../../db/store/saves'
import { addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const now = { day: DAY, instant: NOW }
const problemsOf = (fn: () => unknown): { code: string; fields: FieldProblem[] | undefined } => {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return { code: error.code, fields: error.fields }
    throw error
  }
  throw new Error('was accepted')
}
const count = (db: WriteDb, table: string) =>
  prepare<[], { n: number }>(db, `SELECT count(*) AS n FROM ${table}`).get()!.n

function start() {
  const db = emptyRegister()
  const { value, seq } = write(db, (tx) => addLab(tx, 'Phòng A (hư cấu)'))
  return { db, ...value, seq }
}

describe('saving a laboratory', () => {
  it('corrects its name and owner without a second row', () => {
    const { db, lab } = start()
    const other = write(db, (tx) => addLab(tx, 'B', 'Cơ quan khác (hư cấu)')).value.organization
    write(db, (tx) =>
      saveLab(tx, { id: lab, change: { nameVi: 'Phòng A mới', owner: other, phone: '0203 3826 338' } }, now),
    )
    expect(labPage(db, lab, DAY)).toMatchObject({
      nameVi: 'Phòng A mới',
      phone: '0203 3826 338',
      owner: { name: 'Cơ quan khác (hư cấu)' },
    })
    expect(count(db, 'laboratory_name')).toBe(2)
  })
  it('needs a name for a new one', () => {
    const { db } = start()
    expect(problemsOf(() => write(db, (tx) => saveLab(tx, { change: { phone: '1' } }, now)))).toEqual({
      code: 'invalid_input',
      fields: [{ field: 'nameVi', rule: 'required' }],
    })
    expect(count(db, 'laboratory')).toBe(1)
  })
  it('conflicts on a name that someone else corrected since', () => {
    const { db, lab, seq } = start()
    write(db, (tx) => saveLab(tx, { id: lab, seen: seq, change: { nameVi: 'Một' } }, now), 'bình')
    expect(
      problemsOf(() => write(db, (tx) => saveLab(tx, { id: lab, seen: seq, change: { nameVi: 'Hai' } }, now))),
    ).toMatchObject({
      code: 'conflict',
      fields: [{ base: 'Phòng A (hư cấu)', yours: 'Hai', theirs: 'Một', by: 'bình' }],
    })
  })
})

describe('saving an accreditation', () => {
  it('keeps the code as typed beside its canonical form, and offers what a broken one probably means', () => {
    const { db, lab } = start()
    const save = (code: string) =>
      write(db, (tx) => saveAccreditation(tx, { change: { code, covers: [{ laboratory: lab, site: null }] } }, NOW))
    save('VILAS: 512')
    expect(labPage(db, lab, DAY).accreditations[0]!.code).toEqual({ raw: 'VILAS: 512', canonical: 'VILAS 512' })
    expect(problemsOf(() => save('VILAS 18O'))).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'code', rule: 'code.letter_in_number', params: { suggestion: 'VILAS 180' } }],
    })
    expect(count(db, 'accreditation')).toBe(1)
  })
  it('makes lists of links what was sent, and sends the rest to the trash', () => {
    const { db, lab } = start()
    const [a, b] = write(db, (tx) => ['a', 'b'].map((key) => tx.create('field', { key, vi: key }))).value as [
      string,
      string,
    ]
    const { value: id } = write(db, (tx) =>
      saveAccreditation(tx, { change: { fields: [a], covers: [{ laboratory: lab, site: null }] } }, NOW),
    )
    write(db, (tx) => saveAccreditation(tx, { id, change: { fields: [b] } }, NOW))
    expect(labPage(db, lab, DAY).accreditations[0]!.fields.map((field) => field.name)).toEqual(['b'])
    expect(count(db, 'accreditation_field')).toBe(2)
  })
  it('flags a code that another holder has too, on both', () => {
    const { db, lab } = start()
    const other = write(db, (tx) => addLab(tx, 'B')).value.lab
    for (const laboratory of [lab, other])
      write(db, (tx) =>
        saveAccreditation(tx, { change: { code: 'VILAS 512', covers: [{ laboratory, site: null }] } }, NOW),
      )
    expect([lab, other].map((id) => labPage(db, id, DAY).flags.includes('code_shared'))).toEqual([true, true])
  })
})

describe('saving a decision', () => {
  const grant = { kind: 'grant' as const, effective: { iso: '2026-01-01' }, expiry: { iso: '2029-01-01' } }
  const accredited = () => {
    const { db, lab } = start()
    const { value: accreditation } = write(db, (tx) =>
      saveAccreditation(tx, { change: { covers: [{ laboratory: lab, site: null }] } }, NOW),
    )
    return { db, lab, accreditation }
  }
  it('changes the status at once', () => {
    const { db, lab, accreditation } = accredited()
    expect(labPage(db, lab, DAY).status).toBe('unknown')
    write(db, (tx) => saveDecision(tx, { change: { kind: 'QD', acts: [{ accreditation, ...grant }] } }, NOW))
    expect(labPage(db, lab, DAY)).toMatchObject({ status: 'valid', expiry: '2029-01-01' })
  })
  it('refuses an end before its beginning and writes nothing', () => {
    const { db, accreditation } = accredited()
    const acts = [{ accreditation, ...grant, expiry: { iso: '2025-12' } }]
    expect(problemsOf(() => write(db, (tx) => saveDecision(tx, { change: { kind: 'QD', acts } }, NOW)))).toMatchObject({
      code: 'bad_dates',
      fields: [{ field: 'acts.0.expiry', rule: 'expiry_before_effective' }],
    })
    expect(count(db, 'decision')).toBe(0)
  })
  it('replaces its acts by the list sent, and a signing date corrected later moves what rests on it', () => {
    const { db, lab, accreditation } = accredited()
    const signed = { iso: '2026-12-01' }
    const { value: id } = write(db, (tx) =>
      saveDecision(tx, { change: { kind: 'QD', signed, acts: [{ accreditation, ...grant, effective: null }] } }, NOW),
    )
    expect(labPage(db, lab, DAY).status).toBe('not_accredited')
    write(db, (tx) => saveDecision(tx, { id, change: { signed: { iso: '2026-01-01' } } }, NOW))
    expect(labPage(db, lab, DAY).status).toBe('valid')
    write(db, (tx) => saveDecision(tx, { id, change: { acts: [{ accreditation, kind: 'withdrawal' }] } }, NOW))
    expect(labPage(db, lab, DAY)).toMatchObject({
      status: 'withdrawn',
      accreditations: [{ decisions: [{ acts: [{ kind: 'withdrawal' }] }] }],
    })
  })
})

describe('history and trash', () => {
  it('tells an edited address as before and after under its laboratory', () => {
    const { db, lab } = start()
    const { value: site } = write(db, (tx) => saveRecord(tx, 'site', { change: { laboratory: lab, address: 'Khu 1' } }))
    write(db, (tx) => saveRecord(tx, 'site', { id: site, change: { address: 'Khu 2' } }))
    expect(listChanges(db, { recordId: lab, limit: 2 })).toMatchObject([
      { field: 'address', before: 'Khu 1', after: 'Khu 2', actor: 'an', entity: 'site', label: 'Khu 2' },
      { field: null, entity: 'site', after: { address: 'Khu 1' } },
    ])
  })
  it('sends a laboratory away and back', () => {
    const { db, lab } = start()
    write(db, (tx) => trash(tx, 'laboratory', lab, NOW), 'bình')
    expect(listTrash(db)).toEqual([
      { entity: 'laboratory', id: lab, label: 'Phòng A (hư cấu)', lab, trashedAt: NOW, by: 'bình' },
    ])
    write(db, (tx) => restore(tx, 'laboratory', lab))
    expect(listTrash(db)).toEqual([])
    expect(labPage(db, lab, DAY).trashedAt).toBeNull()
  })
  it('does not let an owner go while laboratories stand on it', () => {
    const { db, organization } = start()
    expect(problemsOf(() => write(db, (tx) => trash(tx, 'organization', organization, NOW)))).toMatchObject({
      code: 'in_use',
      fields: [{ params: { uses: 1 } }],
    })
  })
})
