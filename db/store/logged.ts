// How the log keeps a value. What is hashed, compared and shown is JSON, of a creation that of the whole record. Of a creation the file holds
// less: a list of the values without the names of their fields, before them which fields they are, ids in 23 signs. Both say the same, and
// one is made from the other to the letter. Creations that an older version logged stand as they were written, as the whole JSON.
import { entities, type EntityName } from '../model/entities'

interface Places {
  /** in the order in which a record's JSON has them */
  names: readonly string[]
  /** of each the bit that says it is there */
  bits: readonly number[]
  /** of each what its JSON has before the value */
  heads: readonly string[]
}

const all = new Map<string, Places | null>()

/** A field keeps its place for good, so a new one comes last among its own; the mark of the trash, which all have, is the first bit. */
function placesOf(entity: string): Places | null {
  let places = all.get(entity)
  if (places === undefined) {
    const names = Object.keys((entities as Record<string, object | undefined>)[entity] ?? {})
    const bits = names.map((name, at) => (name === 'trashedAt' ? 1 : 2 ** (at + 1)))
    const heads = names.map((name) => `,"${name}":`)
    all.set(entity, (places = names.length === 0 ? null : { names, bits, heads }))
  }
  return places
}

/** The bit of a field in the first number of a creation's list. */
export function bitOf(entity: EntityName, field: string): number {
  const places = placesOf(entity)
  return places?.bits[places.names.indexOf(field)] ?? 0
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Before an id in short, and before a text that begins with it. */
const SIGN = '~'
const SHORT_ID = 23
const ID_LENGTH = 36

function short(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const known = value.length === ID_LENGTH ? shortIds.get(value) : undefined
  if (known !== undefined) return known
  if (value.length !== ID_LENGTH || !ID.test(value)) return value.startsWith(SIGN) ? SIGN + value : value
  const held = SIGN + Buffer.from(value.replaceAll('-', ''), 'hex').toString('base64url')
  if (shortIds.size >= KEPT) shortIds.clear()
  shortIds.set(value, held)
  return held
}

function long(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith(SIGN)) return value
  if (value.length !== SHORT_ID || value.startsWith(SIGN, 1)) return value.slice(1)
  let id = longIds.get(value)
  if (id === undefined) {
    if (longIds.size >= KEPT) longIds.clear()
    longIds.set(value, (id = asId(Buffer.from(value.slice(1), 'base64url').toString('hex'))))
  }
  return id
}

/** The lines of one annex repeat its id, and those of their field and site. */
const KEPT = 1_000
const longIds = new Map<string, string>()
const shortIds = new Map<string, string>()

function asId(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** What the file holds of a new record; null values are left out, as in its JSON. */
export function packed(entity: EntityName, record: Record<string, unknown>): string {
  const places = placesOf(entity)!
  let which = 0
  let last = -1
  const values: unknown[] = [0]
  for (const [name, value] of Object.entries(record)) {
    const at = places.names.indexOf(name, last + 1)
    // a field that is no more, or one out of its order: then the JSON itself, which is the same to every reader
    if (at < 0) return JSON.stringify(record)
    which += places.bits[at]!
    values.push(short(value))
    last = at
  }
  values[0] = which
  return JSON.stringify(values)
}

export interface Logged {
  entity: string
  /** null: the record's creation */
  field: string | null
  /** as the file holds it */
  value: string | null
}

/** What a change says: one field's value, or of a creation the whole record. Throws SyntaxError where the file does not hold what was written. */
export function loggedValue({ entity, field, value }: Logged): unknown {
  if (value === null) return null
  const held: unknown = JSON.parse(value)
  return field === null && Array.isArray(held) ? unpacked(entity, held) : held
}

function unpacked(entity: string, [which, ...values]: readonly unknown[]): Record<string, unknown> {
  const places = placesOf(entity)
  if (places === null || typeof which !== 'number') throw new SyntaxError(`no creation of ${entity}`)
  const record: Record<string, unknown> = {}
  let at = 0
  for (const [place, name] of places.names.entries())
    if ((which & places.bits[place]!) !== 0) record[name] = long(values[at++])
  if (at !== values.length) throw new SyntaxError(`no creation of ${entity}`)
  return record
}

/** A field's value from its own change, or from the whole record as it was created. */
export function storedValue(row: Logged | undefined, field: string): unknown {
  const value = row === undefined ? null : loggedValue(row)
  return row?.field === null ? ((value as Record<string, unknown> | null)?.[field] ?? null) : value
}

/** The JSON that was hashed. Null: there is none, or the file does not hold what was written. */
export function loggedJson(change: Logged): string | null {
  if (change.field !== null || !change.value?.startsWith('[')) return change.value
  const json = jsonOf(change.entity, change.value)
  if (json !== undefined) return json
  try {
    return JSON.stringify(loggedValue(change))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Puts the names before the values as they are written, without reading them: a check of the log does it for every record. Undefined: there is
    something else than texts, numbers and flags. */
function jsonOf(entity: string, held: string): string | undefined {
  const places = placesOf(entity)
  let at = held.indexOf(',')
  const which = Number(held.slice(1, at))
  if (places === null || at < 0 || !Number.isInteger(which)) return undefined
  let json = ''
  for (let place = 0; place < places.bits.length; place += 1) {
    if ((which & places.bits[place]!) === 0) continue
    if (held.charCodeAt(at) !== COMMA) return undefined
    const from = at + 1
    at = endOf(held, from)
    if (at < 0) return undefined
    json += places.heads[place]! + longJson(held, from, at)
  }
  return at === held.length - 1 && held.endsWith(']') && json !== '' ? `{${json.slice(1)}}` : undefined
}

const QUOTE = '"'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)
const TILDE = SIGN.charCodeAt(0)

/** Behind the value that begins there; -1: it is no text, number or flag. */
function endOf(held: string, from: number): number {
  if (held.charCodeAt(from) === QUOTE) {
    let end = held.indexOf('"', from + 1)
    while (end > 0 && isEscaped(held, end)) end = held.indexOf('"', end + 1)
    return end < 0 ? -1 : end + 1
  }
  if (held[from] === '{' || held[from] === '[') return -1
  const comma = held.indexOf(',', from)
  return comma < 0 ? held.length - 1 : comma
}

function isEscaped(held: string, at: number): boolean {
  let slashes = 0
  while (held[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

function longJson(held: string, from: number, end: number): string {
  const json = held.slice(from, end)
  if (held.charCodeAt(from + 1) !== TILDE || held.charCodeAt(from) !== QUOTE) return json
  const known = longIds.get(json.slice(1, -1))
  return known === undefined ? JSON.stringify(long(JSON.parse(json))) : `"${known}"`
}

/** How this file holds a change whose JSON came from elsewhere. */
export const heldJson = (entity: string, field: string | null, json: string): string =>
  field === null && placesOf(entity) !== null
    ? packed(entity as EntityName, JSON.parse(json) as Record<string, unknown>)
    : json
