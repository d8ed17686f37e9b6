// Loads what every register starts with: schemes, issuers, standards, fields, words and Quảng Ninh's administrative units. All ids are fixed.
import Papa from 'papaparse'
import { fields, issuers, schemes, standards } from '../data/reference'
import unitsCsv from '../data/quang-ninh-units.csv?raw'
import { firstKeys } from '../model/order'
import type { Tx } from '../store/write'
import { fixedId } from './fixed-id'
import { loadTermLinks } from './term-links'

/** Issuer key → keys of the schemes that it runs. */
export const issuerSchemes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  issuers.map((issuer) => [
    issuer.key,
    schemes.filter((scheme) => scheme.issuers.includes(issuer.key)).map((scheme) => scheme.key),
  ]),
)

export interface Unit {
  id: string
  /** GSO code; null: the list of old communes prints none */
  code: string | null
  type: string
  name: string
  /** type and name of the unit it belongs to */
  parent: string
  from: string | null
  until: string | null
}

interface UnitLine {
  valid: string
  gso_code: string
  unit_type: string
  name: string
  parent: string
}

const UNIT_SOURCE = 'github.com/thanglequoc/vietnamese-provinces-database; NQ 1679/NQ-UBTVQH15'
const CITY_SOURCE = 'cafef.vn 01/11/2024: thị xã Đông Triều thành thành phố từ 01/11/2024'

/** A unit's id; name and parent tell apart the several Hạ Long, Đầm Hà, Hải Hoà and Hải Hòa. */
export const unitId = (type: string, name: string, parent: string, from: string | null): string =>
  fixedId('admin_unit', [from ?? '', type, name, parent].join('|'))

/** The 13 districts with their 171 communes until 30/06/2025, the 54 units since 01/07/2025, and Đông Triều as the town it was before. */
export function readUnits(): Unit[] {
  const { data } = Papa.parse<UnitLine>(unitsCsv.trim(), { header: true, skipEmptyLines: true })
  return data.flatMap((line) => {
    const [word, day] = line.valid.split(' ')
    const from = word === 'from' ? day! : null
    const unit = {
      code: line.gso_code || null,
      type: line.unit_type,
      name: line.name,
      parent: line.parent,
      from,
      until: word === 'until' ? day! : null,
    }
    const whole = (own: Partial<typeof unit>): Unit => {
      const all = { ...unit, ...own }
      return { ...all, id: unitId(all.type, all.name, all.parent, all.from) }
    }
    if (unit.name !== 'Đông Triều' || unit.type !== 'Thành phố') return [whole({})]
    return [whole({ type: 'Thị xã', code: null, until: '2024-10-31' }), whole({ from: '2024-11-01' })]
  })
}

/** Creates all reference records in the caller's set. */
export function loadReference(tx: Tx): void {
  loadIssuers(tx)
  loadSchemes(tx)
  loadStandards(tx)
  loadTermLinks(tx)
  const places = firstKeys(fields.length)
  for (const [at, field] of fields.entries())
    tx.create('field', { ...field, position: places[at]! }, fixedId('field', field.key))
  for (const { id, from, until, ...unit } of readUnits()) {
    const source =
      unit.name === 'Đông Triều' && unit.parent === 'Tỉnh Quảng Ninh' && from !== '2025-07-01'
        ? CITY_SOURCE
        : UNIT_SOURCE
    tx.create('admin_unit', { ...unit, fromDay: from, untilDay: until, source }, id)
  }
}

function loadIssuers(tx: Tx): void {
  for (const { key, website, note, names } of issuers) {
    const issuer = tx.create('issuer', { key, website, note }, fixedId('issuer', key))
    for (const [at, { from, until, ...name }] of names.entries()) {
      tx.create(
        'issuer_name',
        { issuer, ...name, fromDay: from, untilDay: until },
        fixedId('issuer_name', `${key} ${at + 1}`),
      )
    }
  }
}

function loadSchemes(tx: Tx): void {
  const places = firstKeys(schemes.length)
  for (const [at, { issuers: run, ...scheme }] of schemes.entries()) {
    const issuerKey = run.length ? run.join(',') : null
    tx.create('scheme', { ...scheme, issuerKey, position: places[at]! }, fixedId('scheme', scheme.key))
  }
}

function loadStandards(tx: Tx): void {
  const idOf = (key: string | null) => (key === null ? null : fixedId('standard', key))
  for (const { supersededBy, twinOf, ...standard } of standards) {
    const links = { supersededBy: idOf(supersededBy), twinOf: idOf(twinOf) }
    tx.create('standard', { ...standard, title: standard.key, ...links }, fixedId('standard', standard.key))
  }
}
