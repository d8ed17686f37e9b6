// A sheet of records over the register: what it was given, what is typed over it, and where both have moved. The register's own state is taken
// up as it changes (a form beside, another window): cells left alone follow it, cells typed in stay and are told.
import { commit, newSheet, type Sheet, type SheetRow } from '../../../components/sheet/sheet'
import { readCell, type Field, type Read, type Row, type Value } from '../many/field'
import type { Sent, Table } from '../many/table'
import type { Filled } from '../many/useTable'

export type Cells = Readonly<Record<string, string>>

export interface Clash {
  /** what was typed when the register moved */
  mine: string
  theirs: string
  /** null: not known */
  by: string | null
  /** the person has been told once: saving goes over it */
  told: boolean
}
/** By row and column. */
export type Clashes = Readonly<Record<string, Readonly<Record<string, Clash>>>>

export interface Standing {
  filled: Filled
  /** the records as the register has them, by id */
  base: ReadonlyMap<string, Row>
  /** those of them that are in the trash by now */
  gone: ReadonlySet<string>
  sheet: Sheet
  clashes: Clashes
}

/** What is kept of a sheet while it is not saved: its changed rows only. */
export interface Kept {
  labs: readonly string[]
  rows: readonly SheetRow[]
  base: Readonly<Record<string, Cells>>
  clashes: Clashes
}

const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]))
const asRow = ({ id, heads, cells }: Row): SheetRow => ({ key: id, cells: { ...heads, ...cells } })

export function columnIds({ heads, fields }: Table): string[] {
  return [...heads, ...fields].map(({ id }) => id)
}

export function startOf(filled: Filled, draft: Kept | null): Standing {
  const { table, rows } = filled
  const kind = { fixed: true, locked: table.heads.map(({ id }) => id) }
  const base = byId(rows)
  const sheet = newSheet(columnIds(table), rows.map(asRow), 0, kind)
  const start = { filled, base, gone: new Set<string>(), sheet, clashes: {} }
  if (draft === null) return start
  // the draft stands on what it was typed over; from there the register has moved to where it is now
  const kept = new Map(draft.rows.map((row) => [row.key, row]))
  const before = rows.map((row) => ({ ...row, ...(draft.base[row.id] && { cells: draft.base[row.id]! }) }))
  const typed = { ...sheet, rows: sheet.rows.map((row) => kept.get(row.key) ?? row) }
  return follow({ ...start, base: byId(before), sheet: typed, clashes: draft.clashes }, filled)
}

const isValue = (read: Read, value: Value): boolean => 'value' in read && read.value === value

/** Whether a cell says something else than the register; words of the same meaning do not. */
export function isChanged(field: Field, text: string, base: Row | undefined): boolean {
  if (base === undefined || text === base.cells[field.id]) return false
  return !isValue(field.read(text), base.values[field.id] ?? null)
}

/** Takes up the register as it is now. */
export function follow(standing: Standing, filled: Filled): Standing {
  const { base, sheet, clashes } = standing
  const fresh = byId(filled.rows)
  const fields = filled.table.fields
  const moved = new Map<SheetRow, SheetRow | null>()
  const nextOf = (row: SheetRow): SheetRow | null => {
    const known = moved.get(row)
    if (known !== undefined) return known
    const next = movedRow(row, { fields, before: base.get(row.key), after: fresh.get(row.key) })
    moved.set(row, next)
    return next
  }
  const all = (rows: readonly SheetRow[]): SheetRow[] => rows.flatMap((row) => nextOf(row) ?? [])
  const rows = all(sheet.rows)
  const there = new Set(rows.map(({ key }) => key))
  const added = filled.rows.filter(({ id }) => !there.has(id)).map(asRow)
  const extended = (each: readonly SheetRow[]): SheetRow[] => [...all(each), ...added]
  const stood = sheet.rows[sheet.at.row]?.key
  const next = [...rows, ...added]
  const at = next.findIndex(({ key }) => key === stood)
  const shift = at < 0 ? 0 : at - sheet.at.row
  const last = Math.max(0, next.length - 1)
  const placed = (row: number): number => Math.max(0, Math.min(last, row + shift))
  return {
    filled,
    // what has gone stays known, so that what was typed over it can still be told
    base: new Map([...[...base].filter(([id]) => there.has(id)), ...fresh]),
    gone: new Set([...there].filter((key) => !fresh.has(key))),
    sheet: {
      ...sheet,
      columns: columnIds(filled.table),
      rows: next,
      past: sheet.past.map(extended),
      future: sheet.future.map(extended),
      at: { ...sheet.at, row: placed(sheet.at.row) },
      from: { ...sheet.from, row: placed(sheet.from.row) },
    },
    clashes: clashesOf(next, { fields, base, fresh, known: clashes }),
  }
}

interface Moving {
  fields: readonly Field[]
  before: Row | undefined
  after: Row | undefined
}

/** Null: the record has gone and nothing was typed over it. */
function movedRow(row: SheetRow, { fields, before, after }: Moving): SheetRow | null {
  if (after === undefined)
    return fields.some((field) => isChanged(field, row.cells[field.id] ?? '', before)) ? row : null
  const cells: Record<string, string> = { ...row.cells, ...after.heads }
  let differs = false
  for (const field of fields) {
    const text = row.cells[field.id] ?? ''
    const now = after.cells[field.id] ?? ''
    const isMine = isChanged(field, text, before) && !isValue(field.read(text), after.values[field.id] ?? null)
    if (isMine || text === now) continue
    cells[field.id] = now
    differs = true
  }
  return differs || Object.keys(after.heads).some((id) => row.cells[id] !== after.heads[id]) ? { ...row, cells } : row
}

/** Cells typed in whose value in the register has moved; those known already keep what was said of them. */
function clashesOf(
  rows: readonly SheetRow[],
  about: { fields: readonly Field[]; base: ReadonlyMap<string, Row>; fresh: ReadonlyMap<string, Row>; known: Clashes },
): Clashes {
  const found: Record<string, Record<string, Clash>> = {}
  for (const { key, cells } of rows) {
    const [before, after] = [about.base.get(key), about.fresh.get(key)]
    if (before === undefined || after === undefined) continue
    for (const field of about.fields) {
      const { id } = field
      const mine = cells[id] ?? ''
      const theirs = after.cells[id] ?? ''
      if (!isChanged(field, mine, after)) continue
      const known = about.known[key]?.[id]
      const told = known?.mine === mine && known.theirs === theirs ? known : undefined
      const moved = theirs !== (before.cells[id] ?? '')
      const clash = told ?? (moved ? { mine, theirs, by: null, told: false } : undefined)
      if (clash !== undefined) found[key] = { ...found[key], [id]: clash }
    }
  }
  return found
}

/** A clash of a cell as it stands; undefined once it was typed in anew. */
export function clashAt(
  { clashes }: Pick<Standing, 'clashes'>,
  { key, cells }: SheetRow,
  id: string,
): Clash | undefined {
  const clash = clashes[key]?.[id]
  return clash?.mine === (cells[id] ?? '') ? clash : undefined
}

export interface Found {
  row: number
  column: string
}

export interface Told extends Found {
  key: string
  clash: Clash
}

export function withClashes(standing: Standing, told: readonly Told[]): Standing {
  const clashes = { ...standing.clashes }
  for (const { key, column, clash } of told) clashes[key] = { ...clashes[key], [column]: clash }
  return { ...standing, clashes }
}

/** Cells that say something else than the register. */
export function changedCells({ filled, base }: Pick<Standing, 'filled' | 'base'>, rows: readonly SheetRow[]): Found[] {
  return rows.flatMap(({ key, cells }, row) =>
    filled.table.fields
      .filter((field) => isChanged(field, cells[field.id] ?? '', base.get(key)))
      .map(({ id }) => ({ row, column: id })),
  )
}

/** What the rows would be sent as: of each record only what differs. Cells that cannot be read are left out. */
export function toSend({ filled, base, sheet }: Standing): Sent {
  const rows = commit(sheet).rows.flatMap(({ key, cells }) => {
    const before = base.get(key)
    const change: Record<string, Value> = {}
    for (const field of filled.table.fields) {
      const text = cells[field.id] ?? ''
      const read = readCell(field, text, before)
      if ('value' in read && isChanged(field, text, before)) change[field.id] = read.value
    }
    return Object.keys(change).length === 0 ? [] : [{ id: key, change }]
  })
  return { seen: filled.seq, rows }
}

/** What to keep of the rows while they are not saved; null: nothing differs. */
export function keptOf(
  standing: Pick<Standing, 'filled' | 'base' | 'clashes'>,
  rows: readonly SheetRow[],
): Kept | null {
  const { base, clashes } = standing
  const changed = new Set(changedCells(standing, rows).map(({ row }) => rows[row]!.key))
  if (changed.size === 0) return null
  const own = [...changed].flatMap((key) => base.get(key) ?? [])
  return {
    labs: [...new Set(own.flatMap(({ labs }) => labs.slice(0, 1)))],
    rows: rows.filter(({ key }) => changed.has(key)),
    base: Object.fromEntries(own.map(({ id, cells }) => [id, cells])),
    clashes,
  }
}
