// Saved views: names that are told apart within an area, in an order that people make by hand.
import { RegistryError } from '../model/errors'
import type { ViewChange } from '../model/inputs'
import { keyBetween } from '../model/order'
import type { ViewList, ViewRow } from '../model/shapes/views'
import { currentSeq, prepare, type ReadDb } from './database'
import { missing, saveRecord, type Save } from './saves'
import type { Tx } from './write'

interface Stored extends Omit<ViewRow, 'pinned' | 'position'> {
  pinned: number | null
  position: string | null
}

const COLUMNS = 'SELECT id, name, area, definition, pinned, position FROM saved_view'
const LIVING = `${COLUMNS} WHERE trashed_at IS NULL ORDER BY coalesce(position, ''), rid`
const ONE = `${COLUMNS} WHERE id = ?`

const living = (db: ReadDb): Stored[] => prepare<[], Stored>(db, LIVING).all()
const one = (db: ReadDb, id: string): Stored | undefined => prepare<[string], Stored>(db, ONE).get(id)

export function listViews(db: ReadDb, area: string): ViewList {
  const rows = living(db)
    .filter((row) => row.area === area)
    .map((row) => ({ ...row, pinned: row.pinned === 1, position: row.position ?? '' }))
  return { rows, seq: currentSeq(db) }
}

/** Throws invalid_input (required), duplicate, not_found, conflict. */
export function saveView(tx: Tx, save: Save<ViewChange>): string {
  const stored = save.id === undefined ? undefined : one(tx.db, save.id)
  if (save.id !== undefined && stored === undefined) throw new RegistryError('not_found', `saved_view ${save.id}`)
  const { name, area, definition } = { ...stored, ...save.change }
  if (name === undefined || name.trim() === '') throw missing('name')
  if (area === undefined) throw missing('area')
  if (definition === undefined) throw missing('definition')
  refuseTakenName(tx.db, { name, area }, save.id)
  if (save.id !== undefined || save.change.position) return saveRecord(tx, 'saved_view', save)
  const last = living(tx.db).findLast((row) => row.area === area)
  const position = keyBetween(last?.position ?? null, null)
  return saveRecord(tx, 'saved_view', { ...save, change: { ...save.change, position } })
}

/** Before a view comes back from the trash: meanwhile another may bear its name. */
export function refuseMisfitView(db: ReadDb, id: string): void {
  const stored = one(db, id)
  if (stored) refuseTakenName(db, stored, id)
}

/** Names that differ in capitals only are one name; accents tell apart. */
function refuseTakenName(db: ReadDb, wanted: { name: string; area: string }, id: string | undefined): void {
  const key = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase('vi')
  const twin = living(db).find((row) => row.id !== id && row.area === wanted.area && key(row.name) === key(wanted.name))
  if (twin === undefined) return
  throw new RegistryError('duplicate', 'a view of that name', [
    { field: 'name', rule: 'viewName', record: twin.id, params: { name: twin.name } },
  ])
}
