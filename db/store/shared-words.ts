// What the rows of many laboratories show alike: names of owners, units and fields, titles of standards, keys of schemes. Each is read when it is
// first met and kept until something is written, so that a page reads row numbers and says them with these words.
import type { LabRow } from '../model/shapes/lab'
import { prepare, type ReadDb } from './database'
import { keptUntilWritten } from './kept'

interface Shared {
  owners: { rid: number; id: string; sector: LabRow['sector']; name: string }
  units: { rid: number; name: string }
  schemes: { rid: number; key: string }
  standards: { rid: number; title: string }
  fields: { rid: number; vi: string; position: string | null }
}

const PAGE = 'FROM json_each(:rids) page CROSS JOIN'
const statements: Record<keyof Shared, string> = {
  // of two names on one day the first entered holds: it is read last
  owners: `SELECT g.rid, g.id, g.sector, name.vi AS name ${PAGE} organization g ON g.rid = page.value JOIN organization_name name ON name.organization_rid = g.rid
    WHERE name.trashed_at IS NULL AND name.from_day <= :day AND name.to_day >= :day ORDER BY name.rid DESC`,
  units: `SELECT u.rid, u.type || ' ' || u.name AS name ${PAGE} admin_unit u ON u.rid = page.value`,
  schemes: `SELECT k.rid, k.key ${PAGE} scheme k ON k.rid = page.value`,
  standards: `SELECT t.rid, t.title ${PAGE} standard t ON t.rid = page.value`,
  fields: `SELECT f.rid, f.vi, f.position ${PAGE} field f ON f.rid = page.value`,
}

type Kind = keyof Shared
type Known = { [K in Kind]: Map<number, Shared[K] | null> }
const kept = keptUntilWritten<Known>(2)
const nothingKnown = (): Known => ({
  owners: new Map(),
  units: new Map(),
  schemes: new Map(),
  standards: new Map(),
  fields: new Map(),
})

/** More of one kind are not kept: a register may have as many owners as laboratories. */
const MOST = 10_000

/** Finds the words of one kind for the row numbers that stand in `columns` of the rows; ask it for each. Null: there is none on the day. */
export type FindWords = <K extends Kind, C extends string>(
  kind: K,
  rows: readonly Readonly<Record<C, number | null>>[],
  ...columns: C[]
) => (rid: number | null) => Shared[K] | null

export function sharedWords(db: ReadDb, day: string): FindWords {
  const all = kept(db, day, nothingKnown)
  return (kind, rows, ...columns) => {
    const known = all[kind]
    if (known.size > MOST) known.clear()
    const missing = new Set<number>()
    for (const row of rows)
      for (const column of columns) {
        const rid = row[column]
        if (rid !== null && !known.has(rid)) missing.add(rid)
      }
    if (missing.size > 0) {
      const words = prepare<[object], Shared[typeof kind]>(db, statements[kind])
      const found = words.all({ rids: JSON.stringify([...missing]), day })
      for (const rid of missing) known.set(rid, null)
      for (const word of found) known.set(word.rid, word)
    }
    return (rid) => (rid === null ? null : (known.get(rid) ?? null))
  }
}
