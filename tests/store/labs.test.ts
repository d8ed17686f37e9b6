// The list of laboratories on a day: search, filters, order, status and flags; scope lines in force; the page.
import { describe, expect, it } from 'vitest'
import { labSorts, type LabQuery } from '../../db/model/inputs'
import { fold } from '../../db/model/text/fold'
import type { WriteDb } from '../../db/store/database'
import { labPage } from '../../db/store/lab-page'
import { listLabs } from '../../db/store/labs'
import { listScope } from '../../db/store/scope'
import type { Tx } from '../../db/store/write'
import { addAccreditation, addLab, DAY, emptyRegister, write } from '../support/register'

const names = (db: WriteDb, query: LabQuery, day = DAY) => listLabs(db, query, day).rows.map((row) => row.nameVi)

function register(fill: (tx: Tx) => void): WriteDb {
  const db = emptyRegister()
  write(db, fill)
  return db
}

describe('the list', () => {
  it('sorts as a Vietnamese reader expects and counts all that match', () => {
    const db = register((tx) =>
      ['Uông Bí', 'Đông Mai', 'Ân', 'Ưng', 'Ẩn', 'An', 'Cẩm Phả'].forEach((name) => addLab(tx, name)),
    )
    expect(names(db, {})).toEqual(['An', 'Ân', 'Ẩn', 'Cẩm Phả', 'Đông Mai', 'Uông Bí', 'Ưng'])
    expect(listLabs(db, { limit: 2, offset: 3 }, DAY)).toMatchObject({
      total: 7,
      rows: [{ nameVi: 'Cẩm Phả' }, { nameVi: 'Đông Mai' }],
    })
  })
  it('shows an end as it was stated: a month as a month, a year as a year, the last day of a month as that day', () => {
    const ends = ['2028-02', '2028-02-29', '2029', '2027-06-15', '2027-04-30']
    const db = register((tx) => {
      for (const [at, end] of ends.entries())
        addAccreditation(tx, addLab(tx, `Phòng ${at}`).lab, `VILAS 10${at}`, [
          { kind: 'grant', effective: { iso: '2024-01-01' }, expiry: { iso: end } },
        ])
    })
    expect(listLabs(db, {}, DAY).rows.map(({ expiry }) => expiry)).toEqual(ends)
  })
  it('finds without accents, puts those with the accents typed first, and reads codes in any spelling', () => {
    const db = register((tx) => {
      addLab(tx, 'Phòng Thủy sản')
      addLab(tx, 'Phòng Thuy san')
      addAccreditation(tx, addLab(tx, 'Xăng dầu').lab, 'VILAS 016', [])
    })
    expect(names(db, { text: 'thuy san' })).toEqual(['Phòng Thuy san', 'Phòng Thủy sản'])
    expect(names(db, { text: 'thủy sản' })).toEqual(['Phòng Thủy sản'].concat(['Phòng Thuy san']))
    for (const text of ['VILAS 016', 'vilas16', 'VILAS: 16', 'xang d'])
      expect(names(db, { text })).toEqual(['Xăng dầu'])
    expect(names(db, { text: 'không có' })).toEqual([])
  })
  it('understands Telex keys typed without an input method, text pasted in TCVN3, and decomposed letters', () => {
    const db = register((tx) => {
      addLab(tx, 'Phòng Thủy sản')
      addLab(tx, 'Phòng Thuy san')
    })
    for (const text of ['thuyr sanr', 'thñy s¶n', 'thủy sản'.normalize('NFD')])
      expect(names(db, { text })).toEqual(['Phòng Thủy sản', 'Phòng Thuy san'])
    expect(names(db, { text: 'thuyr khis' })).toEqual([])
  })
  it('leaves what is in the trash out', () => {
    const db = register((tx) => tx.change('laboratory', addLab(tx, 'A').lab, { trashedAt: '2026-11-23T03:00:00.000Z' }))
    expect(listLabs(db, {}, DAY).total).toBe(0)
  })
  it('finds by words, in any order and under any filter, what the list has of it', () => {
    const db = register((tx) => {
      for (const [at, name] of ['Nước Hạ Long', 'Nuoc thải', 'Đất', 'Nước mặn', 'nước', 'Nước bỏ'].entries()) {
        const { lab } = addLab(tx, name)
        if (at % 2) addAccreditation(tx, lab, `VILAS ${90 + at}`, [])
        if (name === 'Nước bỏ') tx.change('laboratory', lab, { trashedAt: '2026-11-23T03:00:00.000Z' })
      }
    })
    const begun = (name: string, text: string): boolean => name.split(' ').some((word) => word.startsWith(text))
    const fits: Record<string, (name: string) => boolean> = {
      nước: (name) => begun(fold(name), 'nuoc'),
      n: (name) => begun(fold(name), 'n'),
      'VILAS 9': (name) => ['Nuoc thải', 'Nước mặn'].includes(name),
      'vilas 093': (name) => name === 'Nước mặn',
    }
    for (const [text, fit] of Object.entries(fits))
      for (const sort of [undefined, ...labSorts])
        for (const rest of [{}, { descending: true }, { scheme: 'none' }]) {
          const query: LabQuery = { ...(sort && { sort }), ...rest }
          const found = names(db, query).filter(fit)
          const first = (sort ?? 'name') === 'name' ? found.filter((name) => begun(name.toLowerCase(), text)) : []
          expect([query, names(db, { ...query, text })]).toEqual([query, [...new Set([...first, ...found])]])
        }
    expect(names(db, { text: 'nước' })).toEqual(['nước', 'Nước Hạ Long', 'Nước mặn', 'Nuoc thải'])
  })
  it('tells the status of the day asked and filters by it', () => {
    const db = register((tx) => {
      addAccreditation(tx, addLab(tx, 'Sắp').lab, 'VILAS 016', [
        { kind: 'recognition', effective: { iso: '2023-11' }, expiry: { iso: '2026-11-25' } },
      ])
      addAccreditation(tx, addLab(tx, 'Còn').lab, 'VILAS 017', [
        { kind: 'grant', effective: { iso: '2025-01-01' }, expiry: { iso: '2030-01-01' } },
      ])
      addLab(tx, 'Chưa')
    })
    const status = (day: string) =>
      Object.fromEntries(listLabs(db, {}, day).rows.map((row) => [row.nameVi, row.status]))
    expect(status('2026-11-23')).toEqual({ Sắp: 'expiring', Còn: 'valid', Chưa: 'unknown' })
    expect(status('2026-11-26')).toEqual({ Sắp: 'expired', Còn: 'valid', Chưa: 'unknown' })
    expect(status('2024-01-01')).toEqual({ Sắp: 'valid', Còn: 'not_accredited', Chưa: 'unknown' })
    expect(listLabs(db, { status: 'expiring' }, DAY).rows).toMatchObject([
      { nameVi: 'Sắp', daysLeft: 2, window: 30, expiry: '2026-11-25', flags: ['date_imprecise', 'edition_missing'] },
    ])
    expect(names(db, { status: ['valid', 'unknown'] })).toEqual(['Chưa', 'Còn'])
    expect(names(db, { expiringWithin: 2 })).toEqual(['Sắp'])
    expect(names(db, { expiringWithin: 1 })).toEqual([])
    expect(names(db, { flag: 'date_imprecise' })).toEqual(['Sắp'])
  })
  it('filters by scheme, field, standard, sector and area', () => {
    const db = register((tx) => {
      const scheme = tx.create('scheme', { key: 'VILAS', vi: 'Công nhận phòng thí nghiệm' })
      const field = tx.create('field', { key: 'chemical', vi: 'Hóa' })
      const standard = tx.create('standard', {
        key: '17025:2005',
        title: 'ISO/IEC 17025:2005',
        family: 'ISO/IEC 17025',
        edition: '2005',
        lastDay: '2021-06-01',
      })
      const unit = tx.create('admin_unit', { code: '06673', type: 'Phường', name: 'Bãi Cháy' })
      const { lab, organization } = addLab(tx, 'Có')
      tx.change('organization', organization, { sector: 'health' })
      tx.create('site', { laboratory: lab, unit })
      const accreditation = addAccreditation(tx, lab, 'VILAS 185', [])
      tx.change('accreditation', accreditation, { scheme })
      tx.create('accreditation_field', { accreditation, field })
      tx.create('accreditation_standard', { accreditation, standard })
      addLab(tx, 'Không')
    })
    const unit = db.prepare<[], { id: string }>('SELECT id FROM admin_unit').get()!.id
    const filters: LabQuery[] = [
      { scheme: 'VILAS' },
      { field: 'chemical' },
      { standard: '17025:2005' },
      { sector: 'health' },
      { area: unit },
      { flag: 'edition_withdrawn' },
    ]
    for (const filter of filters) expect(names(db, filter)).toEqual(['Có'])
    expect(names(db, { flag: 'edition_withdrawn' }, '2021-06-01')).toEqual([])
    expect(names(db, { flag: 'edition_withdrawn' }, '2021-06-02')).toEqual(['Có'])
    expect(listLabs(db, { scheme: 'VILAS' }, DAY).rows[0]).toMatchObject({
      area: 'Phường Bãi Cháy',
      schemes: ['VILAS'],
      fields: ['Hóa'],
      codes: ['VILAS 185'],
      sector: 'health',
    })
  })
  it('shows the name and owner of the day', () => {
    const db = register((tx) => {
      const { lab } = addLab(tx, 'Tên cũ')
      const accreditation = addAccreditation(tx, lab, 'VILAS 1', [])
      const decision = tx.create('decision', { kind: 'QD' })
      const act = tx.create('decision_act', {
        decision,
        accreditation,
        kind: 'change_name',
        effective: { iso: '2025-05-01' },
      })
      const old = db2name(tx)
      tx.change('laboratory_name', old, { untilAct: act })
      tx.create('laboratory_name', { laboratory: lab, vi: 'Tên mới', fromAct: act })
    })
    expect(names(db, {}, '2025-04-30')).toEqual(['Tên cũ'])
    expect(names(db, {}, '2025-05-01')).toEqual(['Tên mới'])
    expect(labPage(db, listLabs(db, {}, DAY).rows[0]!.id, DAY).names).toHaveLength(2)
  })
  it('shows the owner of each day, and says its new name once that was written', () => {
    const shown = (day: string) => listLabs(db, {}, day).rows.map(({ owner, sector }) => [owner?.name, sector])
    let name = ''
    const db = register((tx) => {
      const { lab, organization } = addLab(tx, 'Phòng mẫu', 'Chủ thứ hai')
      name = tx.db.prepare<[], { id: string }>('SELECT id FROM organization_name').get()!.id
      const accreditation = addAccreditation(tx, lab, 'VILAS 1', [])
      const act = tx.create('decision_act', {
        decision: tx.create('decision', { kind: 'QD' }),
        accreditation,
        kind: 'change_owner',
        effective: { iso: '2025-05-01' },
      })
      const owned = tx.db.prepare<[], { id: string }>('SELECT id FROM laboratory_owner').get()!.id
      const first = tx.create('organization', { sector: 'health' })
      tx.create('organization_name', { organization: first, vi: 'Chủ thứ nhất' })
      tx.change('laboratory_owner', owned, { fromAct: act })
      tx.create('laboratory_owner', { laboratory: lab, organization: first, untilAct: act })
      tx.change('organization', organization, { sector: 'enterprise' })
    })
    for (let turn = 0; turn < 2; turn += 1) {
      expect(shown('2025-04-30')).toEqual([['Chủ thứ nhất', 'health']])
      expect(shown('2025-05-01')).toEqual([['Chủ thứ hai', 'enterprise']])
    }
    write(db, (tx) => tx.change('organization_name', name, { vi: 'Tên khác' }))
    expect(shown('2025-05-01')).toEqual([['Tên khác', 'enterprise']])
  })
})

const db2name = (tx: Tx): string => tx.db.prepare<[], { id: string }>('SELECT id FROM laboratory_name').get()!.id

describe('scope lines', () => {
  it('of an extension join those before, a new complete annex ends them', () => {
    let accreditation = ''
    const db = register((tx) => {
      const { lab } = addLab(tx, 'A')
      accreditation = addAccreditation(tx, lab, 'VILAS 1', [])
      for (const [day, extent, test] of [
        ['2023-01-01', 'complete', 'Chì'],
        ['2024-01-01', 'extension', 'Cadimi'],
        ['2025-01-01', 'complete', 'Thủy ngân'],
      ] as const) {
        const decision = tx.create('decision', { kind: 'QD' })
        const act = tx.create('decision_act', {
          decision,
          accreditation,
          kind: extent === 'complete' ? 'renewal' : 'extension',
          effective: { iso: day },
          expiry: { iso: '2028-01-01' },
        })
        const annex = tx.create('annex', { act, extent })
        tx.create('scope_line', { annex, position: '1', inclusion: 'included', testVi: test })
      }
    })
    const tests = (day: string, text?: string) =>
      listScope(db, { accreditation, text }, day).rows.map((line) => line.testVi)
    expect(tests('2022-12-31')).toEqual([])
    expect(tests('2023-06-01')).toEqual(['Chì'])
    expect(tests('2024-06-01')).toEqual(['Chì', 'Cadimi'])
    expect(tests('2025-01-01')).toEqual(['Thủy ngân'])
    expect(tests('2024-06-01', 'cadi')).toEqual(['Cadimi'])
  })
})
