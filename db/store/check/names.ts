// The names a text may hold, read once for every state of the register.
import { NameBook, type Name } from '../../search/name-book'
import { prepare, type ReadDb } from '../database'
import { keptUntilWritten } from '../kept'

const NAMES = `
  SELECT 'lab' AS kind, lab.id, n.vi AS name, n.en FROM laboratory_name n JOIN laboratory lab ON lab.rid = n.laboratory_rid
   WHERE n.trashed_at IS NULL AND lab.trashed_at IS NULL
  UNION ALL
  SELECT 'owner', g.id, n.vi, n.en FROM organization_name n JOIN organization g ON g.rid = n.organization_rid
   WHERE n.trashed_at IS NULL AND g.trashed_at IS NULL`

const books = keptUntilWritten<NameBook>(1)

export const nameBook = (db: ReadDb): NameBook =>
  books(db, '', () => new NameBook(prepare<[], Name & { en: string | null }>(db, NAMES).all()))

const OWNED = `
  SELECT lab.id, n.vi AS name FROM laboratory_owner o JOIN organization g ON g.rid = o.organization_rid
    JOIN laboratory lab ON lab.rid = o.laboratory_rid AND lab.trashed_at IS NULL
    JOIN laboratory_name n ON n.laboratory_rid = lab.rid AND n.trashed_at IS NULL AND n.from_day <= :day AND n.to_day >= :day
   WHERE g.id = :id AND o.trashed_at IS NULL AND o.from_day <= :day AND o.to_day >= :day ORDER BY n.sort_key`

/** Laboratories that the organisation owns on the day. */
export const ownedBy = (db: ReadDb, key: { id: string; day: string }): { id: string; name: string }[] =>
  prepare<[object], { id: string; name: string }>(db, OWNED).all(key)
