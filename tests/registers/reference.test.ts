// Reference data every register starts with: facts of the domain, units over time, ids on which two registers agree.
import { describe, expect, it } from 'vitest'
import { Id } from '../../db/model/fields'
import { codeSchemes } from '../../db/model/codes/parse'
import { fixedId } from '../../db/registers/fixed-id'
import { fillRegister } from '../../db/registers/index'
import { issuerSchemes, readUnits } from '../../db/registers/reference'
import type { WriteDb } from '../../db/store/database'
import { reference } from '../../db/store/reference'
import { DAY, emptyRegister, NOW } from '../support/register'

async function empty(): Promise<WriteDb> {
  const db = emptyRegister()
  await fillRegister(db, { kind: 'empty', actor: 'an', now: NOW, day: DAY })
  return db
}

const issuerOn = (db: WriteDb, key: string, day: string) =>
  reference(db, day).issuers.find((issuer) => issuer.key === key)?.name

describe('reference data', () => {
  it('comes as one set with its reason and no laboratory', async () => {
    const db = await empty()
    expect(db.prepare('SELECT kind, actor, reason FROM change_set').all()).toEqual([
      { kind: 'import', actor: 'an', reason: 'Nạp danh mục dùng chung' },
    ])
    expect(db.prepare('SELECT count(*) AS n FROM laboratory').get()).toEqual({ n: 0 })
  })
  it('has the schemes of the domain in order, and every scheme that a code can belong to', async () => {
    const keys = reference(await empty(), DAY).schemes.map((scheme) => scheme.key)
    expect(keys).toEqual([
      'VILAS',
      'VILAS-MED',
      'VIAS',
      'VICAS',
      'VIPAS',
      'VIRAS',
      'AOSC',
      'VACI',
      'LAS-XD',
      'VIMCERTS',
      'ĐK-TN',
      'CĐ',
    ])
    expect(keys).toEqual(expect.arrayContaining([...codeSchemes]))
  })
  it('knows which schemes an issuer runs', () => {
    expect(issuerSchemes['BOA']).toEqual(['VILAS', 'VILAS-MED', 'VIAS', 'VICAS', 'VIPAS', 'VIRAS'])
    expect(issuerSchemes['AOSC']).toEqual(['AOSC'])
    expect(issuerSchemes['SXD']).toEqual(['LAS-XD'])
  })
  it('calls BoA by the name of the day', async () => {
    const db = await empty()
    const english = db.prepare<[string], { en: string }>(
      `SELECT en FROM issuer_name n JOIN issuer i ON i.rid = n.issuer_rid
        WHERE i.key = 'BOA' AND ? BETWEEN coalesce(n.from_day, '0000-01-01') AND coalesce(n.until_day, '9999-12-31')`,
    )
    expect(issuerOn(db, 'BOA', '2025-04-30')).toBe('Văn phòng Công nhận Chất lượng')
    expect(issuerOn(db, 'BOA', '2025-05-01')).toBe('Văn phòng Công nhận Chất lượng Quốc gia')
    expect(english.all('2025-04-30')).toEqual([{ en: 'Bureau of Accreditation' }])
    expect(english.all('2025-05-01')).toEqual([{ en: 'National Accreditation Bureau' }])
  })
  it('knows the last day of each edition, the same for its Vietnamese twin', async () => {
    const days = new Map(reference(await empty(), DAY).standards.map((standard) => [standard.key, standard.lastDay]))
    expect(days.get('ISO/IEC 17025:2005')).toBe('2021-06-01')
    expect(days.get('TCVN ISO/IEC 17025:2007')).toBe('2021-06-01')
    expect(days.get('ISO 15189:2012')).toBe('2025-12-06')
    expect(days.get('TCVN ISO 15189:2014')).toBe('2025-12-06')
    for (const key of ['ISO/IEC 17025:2017', 'ISO 15189:2022', 'ISO/IEC 17020:2012', 'TCVN ISO/IEC 17025:2017'])
      expect(days.get(key), key).toBeNull()
    expect(days.has('IEC 17025')).toBe(false)
  })
  it('links twins only where a source says so', async () => {
    const db = await empty()
    const twins = db
      .prepare('SELECT s.key, t.key AS twin FROM standard s JOIN standard t ON t.rid = s.twin_of_rid ORDER BY s.key')
      .all()
    expect(twins).toEqual([
      { key: 'TCVN ISO 15189:2014', twin: 'ISO 15189:2012' },
      { key: 'TCVN ISO/IEC 17025:2007', twin: 'ISO/IEC 17025:2005' },
    ])
  })
  it('names the eleven fields in both languages', async () => {
    const fields = reference(await empty(), DAY).fields
    expect(fields.map((field) => field.key)).toEqual([
      'mechanical',
      'chemical',
      'biological',
      'pharmaceutical',
      'electrical',
      'civil',
      'ndt',
      'calibration',
      'biosafety',
      'medical',
      'sampling',
    ])
    expect(fields.every((field) => field.vi !== '' && field.en !== null)).toBe(true)
  })
})

describe('the administrative units', () => {
  const on = (day: string) =>
    readUnits().filter((unit) => (unit.from ?? '0000-01-01') <= day && day <= (unit.until ?? '9999-12-31'))
  const districts = ['Thành phố', 'Thị xã', 'Huyện']
  const counts = (day: string) => {
    const found: Record<string, number> = {}
    for (const { type } of on(day)) found[type] = (found[type] ?? 0) + 1
    return found
  }

  it('are 13 districts with 171 communes until 30/06/2025', () => {
    expect(counts('2025-06-30')).toEqual({ 'Thành phố': 5, 'Thị xã': 1, Huyện: 7, Phường: 73, Xã: 91, 'Thị trấn': 7 })
  })
  it('are 54 without districts since 01/07/2025', () => {
    expect(counts('2025-07-01')).toEqual({ Phường: 30, Xã: 22, 'Đặc khu': 2 })
  })
  it('know Đông Triều as a town until 31/10/2024', () => {
    const name = (day: string) =>
      on(day)
        .filter((unit) => unit.name === 'Đông Triều' && districts.includes(unit.type))
        .map((unit) => unit.type)
    expect(name('2024-10-31')).toEqual(['Thị xã'])
    expect(name('2024-11-01')).toEqual(['Thành phố'])
    expect(name('2025-07-01')).toEqual([])
  })
  it('keep Hải Hoà of Móng Cái and Hải Hòa of Cẩm Phả apart', () => {
    const both = readUnits().filter((unit) => ['Hải Hoà', 'Hải Hòa'].includes(unit.name) && unit.until !== null)
    expect(new Set(both.map((unit) => `${unit.type} ${unit.name}, ${unit.parent}`))).toEqual(
      new Set(['Phường Hải Hoà, Thành phố Móng Cái', 'Xã Hải Hòa, Thành phố Cẩm Phả']),
    )
  })
  it('have distinct ids', () => {
    const ids = readUnits().map((unit) => unit.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(239)
  })
})

describe('fixed ids', () => {
  it('are UUIDs of version 8 that depend on entity and key alone', () => {
    const id = fixedId('scheme', 'VILAS')
    expect(Id.parse(id)).toBe(id)
    expect(id.charAt(14)).toBe('8')
    expect(fixedId('scheme', 'VILAS')).toBe(id)
    expect(fixedId('issuer', 'VILAS')).not.toBe(id)
  })
  it('do not depend on the encoding of accents', () => {
    expect(fixedId('scheme', 'ĐK-TN'.normalize('NFD'))).toBe(fixedId('scheme', 'ĐK-TN'))
    expect(fixedId('field', 'Cơ'.normalize('NFD'))).toBe(fixedId('field', 'Cơ'))
  })
  it('make the reference data of two registers the same records', async () => {
    const [one, other] = [await empty(), await empty()]
    const ids = (db: WriteDb) => db.prepare('SELECT DISTINCT entity, record FROM change ORDER BY record').all()
    expect(ids(one)).toEqual(ids(other))
  })
})
