// Which administrative units an address names, as an offer to a person: the text stays as printed, nothing is converted. Since 01/07/2025 there
// are no districts: an old address names ward and district, one of today only ward and province. A ward of today that bears an old one's
// name need not have its borders.
import { fold, foldAddress, foldKeepTones, stripMarks } from './text/fold'

export interface UnitNamed {
  id: string
  type: string
  name: string
  /** “Thành phố Hạ Long”; of a district or a unit of today the province */
  parent: string | null
  from: string | null
  until: string | null
}

export interface UnitOffers<U extends UnitNamed = UnitNamed> {
  /** no longer there on the day */
  old: U[]
  /** in force on the day */
  current: U[]
}

const PROVINCE = 'quang ninh'
const NOTHING = { old: [], current: [] }
const MOST = 3

const wholeName = (unit: UnitNamed): string => `${unit.type} ${unit.name}`
const isWard = (unit: UnitNamed): boolean => !/^(thanh pho|thi xa|huyen)$/.test(fold(unit.type))

interface Mention<U> {
  unit: U
  from: number
  to: number
}

/** Where the unit stands: with its type, or its name alone as a whole part between commas. */
function mentionOf<U extends UnitNamed>(unit: U, key: string): Mention<U> | null {
  const [typed, bare] = [fold(wholeName(unit)), fold(unit.name)]
  const at = ` ${key} `.search(new RegExp(`[^\\p{L}\\p{N}]${typed}(?![\\p{L}\\p{N}])`, 'u'))
  if (at >= 0) return { unit, from: at, to: at + typed.length }
  let from = 0
  for (const part of key.split(/[,;|\n]/)) {
    if (part.trim() === bare) return { unit, from, to: from + part.length }
    from += part.length + 1
  }
  return null
}

/** An address with marks names only units with the same ones; where it has none, marks cannot tell. */
const hasMarks = (text: string): boolean => stripMarks(text) !== text.normalize('NFC').toLowerCase()

/** Of “Thành phố Hà Nội” or “tỉnh Bắc Ninh” the units of this province are not meant. */
function isElsewhere(key: string, units: readonly UnitNamed[]): boolean {
  const known = new Set([PROVINCE, ...units.map(({ name }) => fold(name))])
  const named = [...key.matchAll(/(?<![\p{L}\p{N}])(?:tinh|thanh pho) ([^,;|.()\n]+)/gu)].map(([, name]) =>
    name!.trim(),
  )
  return named.some((name) => ![...known].some((each) => name === each || name.startsWith(`${each} `)))
}

export function unitsInAddress<U extends UnitNamed>(address: string, units: readonly U[], day: string): UnitOffers<U> {
  const key = foldAddress(address)
  if (key === '' || isElsewhere(key, units)) return NOTHING
  const accented = foldKeepTones(address)
  const found = units
    .filter(({ name }) => !hasMarks(address) || accented.includes(foldKeepTones(name)))
    .map((unit) => mentionOf(unit, key))
    .filter((mention) => mention !== null)
  const named = found
    .filter(
      (one) => !found.some((two) => two.from <= one.from && two.to >= one.to && two.to - two.from > one.to - one.from),
    )
    .map(({ unit }) => unit)
  const inForce = (unit: U): boolean => (unit.from ?? '') <= day && (unit.until ?? '9999') >= day
  const isOver = (unit: U): boolean => unit.until !== null && unit.until < day
  const old = oldOnes(
    named.filter(isOver),
    named.some((unit) => inForce(unit) && isWard(unit)),
  )
  const names = new Set(old.filter(isWard).map(({ name }) => foldKeepTones(name)))
  const wards = units.filter((unit) => inForce(unit) && isWard(unit))
  const current = wards.filter((unit) => named.includes(unit) || names.has(foldKeepTones(unit.name)))
  return { old: old.slice(0, MOST), current: current.slice(0, MOST) }
}

/** Wards in the district that is named with them, else the district; without a district only wards that have no namesake of today. */
function oldOnes<U extends UnitNamed>(named: readonly U[], ofToday: boolean): U[] {
  const districts = named.filter((unit) => !isWard(unit))
  const wards = named.filter(isWard)
  if (districts.length === 0) return ofToday ? [] : wards
  const within = wards.filter(({ parent }) => districts.some((district) => wholeName(district) === parent))
  return within.length > 0 ? within : districts
}
