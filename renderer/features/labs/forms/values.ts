// What counts as a change in a form, and how two people's changes to one record are joined. Pure: no React, no calls.
// Values are compared as the registry will hold them: NFC, trimmed, empty text unknown.

export type Values = Record<string, unknown>
/** How a list joins: `set` of links, in which each side's additions and removals both count; `records` with ids, field by field. */
export type ListKinds = Readonly<Record<string, 'set' | 'records'>>

/** A place where both sides changed the same value. `path` as react-hook-form writes it: `phone`, `acts.1.expiry`. */
export interface Clash {
  path: string
  base: unknown
  mine: unknown
  theirs: unknown
}

/** The value as it would be stored, for comparing only. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').trim()
    return text === '' ? null : text
  }
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value ?? null
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, tidy(part)]))
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(tidy(a)) === JSON.stringify(tidy(b))
}

/** The fields of `now` that differ from `base`; keys of `now` that `base` does not have count as unknown there. */
export function changedFields<T extends object>(base: Values, now: T): Partial<T> {
  const entries = Object.entries(now).filter(([key, value]) => !same(base[key], value))
  return Object.fromEntries(entries) as Partial<T>
}

interface Three {
  base: unknown
  mine: unknown
  theirs: unknown
}

/** One value out of three: who alone changed it wins; both and differently is a clash, in which mine stands until somebody chooses. */
function joinValue(path: string, { base, mine, theirs }: Three, clashes: Clash[]): unknown {
  if (same(mine, base)) return theirs
  if (!same(theirs, base) && !same(theirs, mine)) clashes.push({ path, base, mine, theirs })
  return mine
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const holds = (list: unknown[], item: unknown): boolean => list.some((each) => same(each, item))

function joinSet({ base, mine, theirs }: Three): unknown[] {
  const [was, own, other] = [asList(base), asList(mine), asList(theirs)]
  const kept = other.filter((item) => holds(own, item) || !holds(was, item))
  return [...kept, ...own.filter((item) => !holds(was, item) && !holds(kept, item))]
}

type Row = Values & { id?: string | undefined }
const withoutId = ({ id: _id, ...rest }: Row): Values => rest

/**
 * Rows saved without an id get the one the registry gave to the row that is otherwise equal. Where the registry holds them in another form
 * (what was entered with a row lies in records of its own by then) they are taken in order, as long as none too few or too many came back.
 */
export function adoptIds(rows: readonly Row[], saved: readonly Row[]): Row[] {
  const free = saved.filter((row) => !rows.some((known) => known.id !== undefined && known.id === row.id))
  const equal = rows.map((row) => {
    if (row.id !== undefined) return row
    const at = free.findIndex((each) => same(withoutId(each), withoutId(row)))
    const [found] = at < 0 ? [] : free.splice(at, 1)
    return found?.id === undefined ? row : { ...row, id: found.id }
  })
  const open = equal.filter(({ id }) => id === undefined)
  if (open.length === 0 || open.length !== free.length) return equal
  return equal.map((row) => (row.id === undefined ? { ...row, id: free.shift()?.id } : row))
}

function joinRecords(path: string, three: Three, clashes: Clash[]): Row[] {
  const theirs = asList(three.theirs) as Row[]
  const base = adoptIds(asList(three.base) as Row[], theirs)
  const mine = adoptIds(asList(three.mine) as Row[], theirs)
  const byId = (rows: Row[], id: string | undefined): Row | undefined =>
    rows.find((row) => row.id !== undefined && row.id === id)
  const joined: Row[] = []
  for (const row of mine) {
    const [was, other] = [byId(base, row.id), byId(theirs, row.id)]
    if (was === undefined) joined.push(row)
    else if (other !== undefined)
      joined.push({ ...row, ...joinFields(row, { base: was, theirs: other }, clashes, `${path}.${joined.length}.`) })
    // taken away by somebody else meanwhile: what I changed in it comes back as a new row, what I did not touch goes
    else if (!same(was, row)) joined.push(withoutId(row))
  }
  const added = theirs.filter((row) => byId(base, row.id) === undefined && byId(mine, row.id) === undefined)
  return [...joined, ...added]
}

function joinFields(mine: Values, other: { base: Values; theirs: Values }, clashes: Clash[], prefix = ''): Values {
  const keys = Object.keys(mine)
  return Object.fromEntries(
    keys.map((key) => [
      key,
      joinValue(`${prefix}${key}`, { base: other.base[key], mine: mine[key], theirs: other.theirs[key] }, clashes),
    ]),
  )
}

/** Joins what I typed since `base` with what the register holds now. Fields changed by one side only are taken from that side. */
export function join<V extends Values>(
  base: V,
  mine: V,
  theirs: V,
  lists: ListKinds = {},
): { values: V; clashes: Clash[] } {
  const clashes: Clash[] = []
  const values = Object.fromEntries(
    Object.keys(mine).map((key) => {
      const three = { base: base[key], mine: mine[key], theirs: theirs[key] }
      if (lists[key] === 'set') return [key, joinSet(three)]
      if (lists[key] === 'records') return [key, joinRecords(key, three, clashes)]
      return [key, joinValue(key, three, clashes)]
    }),
  )
  return { values: values as V, clashes }
}

/** The smallest writes that turn `now` into `wanted`: path and value. Rows of lists of equal length keep their place (and their caret). */
export function differences(now: Values, wanted: Values): [path: string, value: unknown][] {
  return Object.keys(wanted).flatMap((key): [string, unknown][] => {
    const [from, to] = [now[key], wanted[key]]
    if (same(from, to)) return []
    if (!isRows(from) || !isRows(to) || from.length !== to.length) return [[key, to]]
    return to.flatMap((row, at) =>
      differences(from[at] ?? {}, row).map(([path, value]): [string, unknown] => [`${key}.${at}.${path}`, value]),
    )
  })
}

function isRows(value: unknown): value is Values[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
}
