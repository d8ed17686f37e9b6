// Units that an address names: offers only, told apart by district, marks and day.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitsInAddress, type UnitNamed } from '../../db/model/units'

const units: UnitNamed[] = readFileSync(resolve(import.meta.dirname, '../../db/data/quang-ninh-units.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line, at) => {
    const [valid, , type, name, parent] = line.split(',') as [string, string, string, string, string]
    const [era, bound] = valid.split(' ') as ['from' | 'until', string]
    return {
      id: String(at),
      type,
      name,
      parent,
      from: era === 'from' ? bound : null,
      until: era === 'until' ? bound : null,
    }
  })
const offers = (address: string, day = '2026-11-23') => {
  const { old, current } = unitsInAddress(address, units, day)
  return {
    old: old.map(({ type, name, parent }) => `${type} ${name}, ${parent}`),
    current: current.map(({ type, name }) => `${type} ${name}`),
  }
}
const HA_LONG = 'Phường Bãi Cháy, Thành phố Hạ Long'

describe('units in an address', () => {
  it('are the old ward in its district and the ward of today of that name', () => {
    const both = { old: [HA_LONG], current: ['Phường Bãi Cháy'] }
    expect(offers('Khu 1, Phường Bãi Cháy, Thành phố Hạ Long, Tỉnh Quảng Ninh')).toEqual(both)
    expect(offers('Khu 1, P. Bãi Cháy, TP. Hạ Long, T. Quảng Ninh')).toEqual(both)
    expect(offers('khu 1 phuong bai chay tp ha long')).toEqual(both)
  })
  it('are only of today where no district is named', () => {
    expect(offers('Khu 1, phường Bãi Cháy, tỉnh Quảng Ninh')).toEqual({ old: [], current: ['Phường Bãi Cháy'] })
  })
  it('are the district where no ward of it is named', () => {
    expect(offers('Số 1 phố Mẫu, TP. Uông Bí')).toEqual({ old: ['Thành phố Uông Bí, Tỉnh Quảng Ninh'], current: [] })
  })
  it('are told apart by district and marks: Hải Hoà is not Hải Hòa', () => {
    expect(offers('Phường Hải Hoà, Thành phố Móng Cái').old).toEqual(['Phường Hải Hoà, Thành phố Móng Cái'])
    expect(offers('Xã Hải Hòa, Thành phố Cẩm Phả').old).toEqual(['Xã Hải Hòa, Thành phố Cẩm Phả'])
    expect(offers('phường Hà Tú, TP. Hạ Long').old).toEqual(['Thành phố Hạ Long, Tỉnh Quảng Ninh'])
  })
  it('are none of another province', () => {
    expect(offers('54 Trần Nhân Tông, Q. Hai Bà Trưng, TP. Hà Nội')).toEqual({ old: [], current: [] })
    expect(offers('phường Hồng Hà, tỉnh Bắc Ninh')).toEqual({ old: [], current: [] })
    expect(offers('')).toEqual({ old: [], current: [] })
  })
  it('follow the day: before 01/07/2025 nothing was old', () => {
    const before = offers('Phường Bãi Cháy, Thành phố Hạ Long', '2025-06-30')
    expect(before).toEqual({ old: [], current: ['Phường Bãi Cháy'] })
  })
  it('are found for every old ward by its whole address, and never outside the list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...units.filter(({ until, parent }) => until && parent !== 'Tỉnh Quảng Ninh')),
        (unit) => {
          const found = unitsInAddress(`Tổ 3, ${unit.type} ${unit.name}, ${unit.parent}`, units, '2026-11-23')
          expect(found.old.map(({ id }) => id)).toContain(unit.id)
        },
      ),
    )
  })
})
