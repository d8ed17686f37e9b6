// Ids of records that every register must agree on (reference data, the published laboratories): the same key gives the same id.
import { createHash } from 'node:crypto'

/** UUID version 8 from SHA-256 of `entity:key`. The key is part of the id for ever: renaming what it names must not change it. */
export function fixedId(entity: string, key: string): string {
  const name = `${entity}:${key.normalize('NFC')}`
  let id = made.get(name)
  if (id === undefined) made.set(name, (id = idFrom(name)))
  return id
}

/** As many as there are such records: a sample of any size names the same few. */
const made = new Map<string, string>()

function idFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join('-')
}
