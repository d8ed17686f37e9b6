// The one writer: sets, conflicts per field, the chain and the replay law.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RegistryError } from '../../db/model/errors'
import { readRecord } from '../../db/store/columns'
import { currentSeq, prepare } from '../../db/store/database'
import { localValue, setLocal } from '../../db/store/local'
import { fingerprint, hashValue, valueHashOf, type Proved } from '../../db/store/log'
import { scratchRegister } from '../../db/store/open'
import { replay } from '../../db/store/replay'
import { verifyLog } from '../support/chains'
import { livingTables } from '../support/living'
import { expectReplayGivesTables } from '../support/tables'
import { addAccreditation, addLab, emptyRegister, NOW, write } from '../support/register'

const conflictOf = (fn: () => unknown): RegistryError => {
  try {
    fn()
  } catch (error) {
    if (error instanceof RegistryError) return error
  }
  throw new Error('no conflict')
}

describe('a save', () => {
  it('writes the record and one change set together', () => {
    const db = emptyRegister()
    const { value } = write(db, (tx) => addLab(tx, 'Phòng thử nghiệm Vàng Danh (hư cấu)'))
    expect(readRecord(db, 'laboratory', value.lab)).toMatchObject({ phone: null, trashedAt: null })
    expect(
      prepare<[], { sets: number; changes: number }>(
        db,
        'SELECT (SELECT count(*) FROM change_set) AS sets, (SELECT count(*) FROM change) AS changes',
      ).get(),
    ).toEqual({ sets: 1, changes: 5 })
  })
  it('logs nothing when nothing changes', () => {
    const db = emptyRegister()
    const { value, seq } = write(db, (tx) => addLab(tx, 'A'))
    expect(write(db, (tx) => tx.change('laboratory', value.lab, { phone: null })).seq).toBe(seq)
    expect(currentSeq(db)).toBe(seq)
  })
  it('leaves no trace of a set that fails half-way', () => {
    const db = emptyRegister()
    expect(() =>
      write(
        db,
        (tx) => (addLab(tx, 'A'), tx.change('laboratory', '00000000-0000-7000-8000-000000000000', { phone: '1' })),
      ),
    ).toThrow(RegistryError)
    expect(
      prepare<[], { n: number }>(
        db,
        'SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM laboratory) AS n',
      ).get(),
    ).toEqual({ n: 0 })
  })
  it('refuses to empty what is required', () => {
    const db = emptyRegister()
    const { value: name } = write(db, (tx) =>
      tx.create('laboratory_name', { laboratory: addLab(tx, 'A').lab, vi: 'B' }),
    )
    expect(conflictOf(() => write(db, (tx) => tx.change('laboratory_name', name, { vi: '' }))).fields).toEqual([
      { field: 'vi', rule: 'required' },
    ])
  })
})

describe('seen', () => {
  const start = () => {
    const db = emptyRegister()
    const { value, seq } = write(db, (tx) => tx.create('laboratory', { phone: '1', email: 'a@b.vn' }))
    return { db, id: value, seq }
  }
  it('conflicts where the same field changed since, with base, both values and the other person', () => {
    const { db, id, seq } = start()
    write(db, (tx) => tx.change('laboratory', id, { phone: '2' }, seq), 'bình')
    const error = conflictOf(() => write(db, (tx) => tx.change('laboratory', id, { phone: '3' }, seq)))
    expect(error.code).toBe('conflict')
    expect(error.fields).toEqual([
      {
        field: 'phone',
        record: expect.any(String),
        rule: 'changed_since',
        base: '1',
        yours: '3',
        theirs: '2',
        by: 'bình',
        at: NOW,
      },
    ])
    expect(readRecord(db, 'laboratory', id)['phone']).toBe('2')
  })
  it('lets different fields through, and equal values', () => {
    const { db, id, seq } = start()
    write(db, (tx) => tx.change('laboratory', id, { phone: '2' }, seq), 'bình')
    write(db, (tx) => tx.change('laboratory', id, { email: 'c@d.vn', phone: '2' }, seq))
    expect(readRecord(db, 'laboratory', id)).toMatchObject({ phone: '2', email: 'c@d.vn' })
  })
  it('knows an older base than the creation', () => {
    const { db, id, seq } = start()
    const { seq: second } = write(db, (tx) => tx.change('laboratory', id, { phone: '2' }))
    write(db, (tx) => tx.change('laboratory', id, { phone: '3' }), 'bình')
    const error = conflictOf(() => write(db, (tx) => tx.change('laboratory', id, { phone: '4' }, second)))
    expect(error.fields).toMatchObject([{ base: '2', theirs: '3' }])
    expect(conflictOf(() => write(db, (tx) => tx.change('laboratory', id, { phone: '4' }, seq))).fields).toMatchObject([
      { base: '1' },
    ])
  })
})

describe('the chain', () => {
  it('links every set to the one before and notices a changed value', () => {
    const db = emptyRegister()
    const { value: id } = write(db, (tx) => tx.create('laboratory', { phone: '1' }))
    for (const phone of ['2', '3', '4']) write(db, (tx) => tx.change('laboratory', id, { phone }))
    expect(verifyLog(db)).toEqual({ broken: null, redacted: 0, replicas: 1 })
    db.exec(`UPDATE change SET value = '"9"' WHERE value = '"3"'`)
    expect(verifyLog(db).broken).toBe(3)
  })
  it.each([
    ['the actor', `UPDATE change_set SET actor = 'ai đó' WHERE commit_seq = 2`, 2],
    ['the reason', `UPDATE change_set SET reason = 'khác' WHERE commit_seq = 2`, 2],
    ['the order', 'UPDATE change_set SET replica_seq = 5 WHERE commit_seq = 2', 2],
    ['a change left out', 'DELETE FROM change WHERE commit_seq = 2', 2],
    ['a set left out', 'DELETE FROM change WHERE commit_seq = 2; DELETE FROM change_set WHERE commit_seq = 2', 3],
  ])('notices a forged log: %s', (_, forge, broken) => {
    const db = emptyRegister()
    const { value: id } = write(db, (tx) => tx.create('laboratory', { phone: '1' }))
    for (const phone of ['2', '3']) write(db, (tx) => tx.change('laboratory', id, { phone }))
    db.exec(forge)
    expect(verifyLog(db).broken).toBe(broken)
  })
  it('holds for each of two machines that wrote in turn, and the fingerprint names both heads', () => {
    const db = emptyRegister()
    const { value: id } = write(db, (tx) => tx.create('laboratory', { phone: '1' }))
    const alone = fingerprint(db)
    const first = localValue(db, 'replica')
    setLocal(db, 'replica', '01900000-0000-7000-8000-000000000002')
    write(db, (tx) => tx.change('laboratory', id, { phone: '2' }), 'bình')
    setLocal(db, 'replica', first)
    write(db, (tx) => tx.change('laboratory', id, { phone: '3' }))
    expect(verifyLog(db)).toEqual({ broken: null, redacted: 0, replicas: 2 })
    const numbers = prepare<[], { seq: number }>(
      db,
      'SELECT replica_seq AS seq FROM change_set ORDER BY commit_seq',
    ).all()
    expect(numbers.map(({ seq }) => seq)).toEqual([1, 1, 2])
    expect(fingerprint(db)).not.toBe(alone)
  })
  it('notices a value that was taken out without a set that says so', () => {
    const db = emptyRegister()
    const { value: id } = write(db, (tx) => tx.create('laboratory', {}))
    write(db, (tx) => tx.change('laboratory', id, { manager: 'Nguyễn Mẫu An' }))
    db.function('hashed', (salt: unknown, value: unknown) => hashValue(salt as Uint8Array, value as string))
    const out = `value = '"(đã xoá theo yêu cầu)"', value_hash = hashed(salt, value), salt = NULL`
    db.exec(`UPDATE change SET ${out} WHERE field = 'manager'`)
    expect(verifyLog(db).broken).toBe(2)
  })
  it('salts equal values differently, so that a hash does not give a short one away', () => {
    const db = emptyRegister()
    for (let times = 0; times < 2; times += 1) write(db, (tx) => tx.create('laboratory', { phone: '0203' }))
    const [one, other] = prepare<[], Proved>(db, 'SELECT entity, field, value, salt, value_hash FROM change').all()
    expect(one!.value).toBe(other!.value)
    expect(Buffer.compare(valueHashOf(one!)!, valueHashOf(other!)!)).not.toBe(0)
  })
  it('never lets the commit time run backward when the clock does', () => {
    const db = emptyRegister()
    const { value: id } = write(db, (tx) => tx.create('laboratory', { phone: '1' }))
    db.exec(`UPDATE change_set SET committed_at = '2027-01-01T00:00:00.000Z'`)
    write(db, (tx) => tx.change('laboratory', id, { phone: '2' }))
    const times = prepare<[], { at: string }>(db, 'SELECT committed_at AS at FROM change_set ORDER BY commit_seq')
      .all()
      .map((row) => row.at)
    expect(times).toEqual([...times].sort())
  })
})

const kind = fc.constantFrom('grant' as const, 'renewal' as const, 'suspension' as const, 'withdrawal' as const)
const year = fc.integer({ min: 2015, max: 2030 })
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: fc.string({ minLength: 1, maxLength: 20 }), kind, year }),
  fc.record({ do: fc.constant('phone' as const), at: fc.nat(20), phone: fc.string({ maxLength: 10 }) }),
  fc.record({ do: fc.constant('trash' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(20), year }),
)

describe('replay', () => {
  it('finds nothing of what was moved elsewhere left behind, nor anything of it missing there', () => {
    const db = emptyRegister()
    const act = { kind: 'grant' as const, effective: { iso: '2024-01-01' }, expiry: { iso: '2027-01-01' } }
    const made = write(db, (tx) => {
      const labs = ['Một', 'Hai'].map((name) => addLab(tx, name).lab)
      const accreditations = labs.map((lab, at) => addAccreditation(tx, lab, `VILAS 01${at}`, [act]))
      return { labs, accreditations }
    }).value
    const only = (table: string, at: number) =>
      prepare<[], string>(db, `SELECT id FROM ${table} ORDER BY rid LIMIT 1 OFFSET ${at}`).pluck().get()!
    const [from, to] = [only('decision_act', 0), only('decision_act', 1)]
    const annex = write(db, (tx) => {
      const annex = tx.create('annex', { act: from, extent: 'complete' })
      tx.create('scope_line', { annex, position: 'a0', testVi: 'Xác định pH', inclusion: 'included' })
      tx.create('signatory', { annex, name: 'Nguyễn Văn Mẫu' })
      return annex
    }).value
    write(db, (tx) => tx.change('annex', annex, { act: to }))
    expectReplayGivesTables(db)
    write(db, (tx) => tx.change('decision_act', to, { accreditation: made.accreditations[0]! }))
    expectReplayGivesTables(db)
    write(db, (tx) => tx.change('coverage', only('coverage', 0), { laboratory: made.labs[1]! }))
    expectReplayGivesTables(db)
    write(db, (tx) => tx.change('coverage', only('coverage', 1), { accreditation: made.accreditations[0]! }))
    expectReplayGivesTables(db)
    write(db, (tx) => tx.change('laboratory_name', only('laboratory_name', 0), { laboratory: made.labs[1]! }))
    expectReplayGivesTables(db)
  })

  it('of the log into an empty register gives the living tables', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
        const db = emptyRegister()
        const labs: string[] = []
        const acts: string[] = []
        for (const each of steps) {
          write(db, (tx) => {
            if (each.do === 'add') {
              const { lab } = addLab(tx, each.name.trim() || 'A')
              const accreditation = addAccreditation(tx, lab, 'VILAS 016', [])
              const decision = tx.create('decision', { kind: 'QD' })
              acts.push(
                tx.create('decision_act', {
                  decision,
                  accreditation,
                  kind: each.kind,
                  effective: { iso: `${each.year}` },
                  expiry: { iso: `${each.year + 3}-05` },
                }),
              )
              labs.push(lab)
            } else if (labs.length) {
              const lab = labs[each.at % labs.length]!
              if (each.do === 'phone') tx.change('laboratory', lab, { phone: each.phone.trim() })
              if (each.do === 'trash') tx.change('laboratory', lab, { trashedAt: '2026-11-23T03:00:00.000Z' })
              if (each.do === 'move')
                tx.change('decision_act', acts[each.at % acts.length]!, { effective: { iso: `${each.year}-02` } })
            }
          })
        }
        const copy = scratchRegister()
        replay(db, copy)
        expect(livingTables(copy)).toBe(livingTables(db))
        copy.close()
      }),
      { numRuns: process.env['SCN_LONG'] ? 1_000 : 60 },
    )
  })
})
