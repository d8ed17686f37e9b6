// What a save does for each kind of record: a form's change becomes changes of one or more records, all in the caller's one set.
import type { Entity, EntityName, NewEntity } from '../model/entities'
import { RegistryError } from '../model/errors'
import type { AccreditationChange, LabChange, OrganizationChange } from '../model/inputs'
import { readCode } from '../model/rules'
import { keyBetween } from '../model/order'
import { fromSql, columnOf, ridOf } from './columns'
import { prepare, type ReadDb } from './database'
import { keyOf } from './record-key'
import type { Tx } from './write'

export interface Save<C> {
  id?: string | undefined
  /** the id of a new record, given by the form: sent again (a lost answer, a draft that outlived its saving) it is refused */
  newId?: string | undefined
  seen?: number | undefined
  change: C
}

/** Throws duplicate with rule already_saved where a record with the form's own id was created before, also if it lies in the trash now. */
export function refuseSavedBefore(db: ReadDb, newId: string | undefined): void {
  if (newId !== undefined && isInLog(db, newId))
    throw new RegistryError('duplicate', `${newId} is saved already`, [{ field: 'newId', rule: 'already_saved' }])
}

export const isInLog = (db: ReadDb, record: string): boolean =>
  prepare<[string]>(db, `SELECT 1 FROM change WHERE record = ${keyOf('?')} LIMIT 1`).get(record) !== undefined

export const missing = (field: string) =>
  new RegistryError('invalid_input', `${field} is required`, [{ field, rule: 'required' }])

/** Living row of a dated table that holds on the day, as its id. */
export function rowOn(
  db: ReadDb,
  table: 'laboratory_name' | 'organization_name' | 'laboratory_owner',
  owner: { rid: number; day: string },
): string | null {
  const column = table === 'organization_name' ? 'organization_rid' : 'laboratory_rid'
  const sql = `SELECT id FROM ${table} WHERE ${column} = :rid AND trashed_at IS NULL AND from_day <= :day AND to_day >= :day LIMIT 1`
  return prepare<[object], { id: string }>(db, sql).get(owner)?.id ?? null
}

interface Names {
  nameVi?: string | undefined
  nameEn?: string | null | undefined
}

/** Corrects the name that holds on the day; a name changed by decision is a new dated row and comes with that decision. */
function saveName(
  tx: Tx,
  entity: 'laboratory' | 'organization',
  save: { id: string; names: Names; seen?: number | undefined; day: string },
): void {
  const { names, id } = save
  if (names.nameVi === undefined && names.nameEn === undefined) return
  const table = entity === 'laboratory' ? ('laboratory_name' as const) : ('organization_name' as const)
  const row = rowOn(tx.db, table, { rid: ridOf(tx.db, entity, id), day: save.day })
  if (row) return tx.change(table, row, { vi: names.nameVi, en: names.nameEn }, save.seen)
  if (names.nameVi === undefined) throw missing('nameVi')
  const name = { vi: names.nameVi, en: names.nameEn ?? null }
  if (table === 'laboratory_name') tx.create(table, { laboratory: id, ...name })
  else tx.create(table, { organization: id, ...name })
}

export function saveOrganization(
  tx: Tx,
  { id, newId, seen, change: { nameVi, nameEn, ...fields } }: Save<OrganizationChange>,
  day: string,
): string {
  if (id === undefined && !nameVi) throw missing('nameVi')
  const saved = id ?? tx.create('organization', present(fields), newId)
  if (id !== undefined) tx.change('organization', id, fields, seen)
  saveName(tx, 'organization', { id: saved, names: { nameVi, nameEn }, seen, day })
  return saved
}

export function saveLab(
  tx: Tx,
  { id, newId, seen, change: { nameVi, nameEn, owner, ...fields } }: Save<LabChange>,
  now: { day: string; instant: string },
): string {
  if (id === undefined && !nameVi) throw missing('nameVi')
  const saved = id ?? tx.create('laboratory', present(fields), newId)
  if (id !== undefined) tx.change('laboratory', id, fields, seen)
  saveName(tx, 'laboratory', { id: saved, names: { nameVi, nameEn }, seen, day: now.day })
  if (owner !== undefined) {
    const row = rowOn(tx.db, 'laboratory_owner', { rid: ridOf(tx.db, 'laboratory', saved), day: now.day })
    if (owner === null) {
      if (row) tx.change('laboratory_owner', row, { trashedAt: now.instant }, seen)
    } else if (row) tx.change('laboratory_owner', row, { organization: owner }, seen)
    else tx.create('laboratory_owner', { laboratory: saved, organization: owner })
  }
  return saved
}

/** Drops keys that were not sent, so that a new record holds null there. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** A record whose form fields are its own fields. New rows of an ordered list go to its end. */
export function saveRecord<
  E extends
    | 'site'
    | 'annex'
    | 'scope_line'
    | 'evidence'
    | 'surveillance'
    | 'term_link'
    | 'saved_view'
    | 'attachment_link',
>(tx: Tx, entity: E, save: Save<{ [K in keyof Entity<E>]?: Entity<E>[K] | undefined }>): string {
  if (save.id !== undefined) {
    tx.change(entity, save.id, save.change, save.seen)
    return save.id
  }
  const parents: Partial<Record<EntityName, string>> = { site: 'laboratory', scope_line: 'annex' }
  const parent = parents[entity]
  const fields = present(save.change) as Record<string, unknown>
  if (parent && fields['position'] === undefined && typeof fields[parent] === 'string') {
    fields['position'] = endOfList(tx.db, entity, { parent, id: fields[parent] })
  }
  return tx.create(entity, fields as unknown as NewEntity<E>, save.newId)
}

/** The key after the last row of an ordered list. */
export function endOfList(db: ReadDb, entity: EntityName, list: { parent: string; id: string }): string {
  const column = columnOf(entity, list.parent)
  const sql = `SELECT max(position) AS last FROM ${entity} WHERE ${column.names[0]!} = ?`
  const { last } = prepare<[number], { last: string | null }>(db, sql).get(ridOf(db, column.target!, list.id))!
  return keyBetween(last, null)
}

export function saveAccreditation(
  tx: Tx,
  { id, newId, seen, change }: Save<AccreditationChange>,
  instant: string,
): string {
  const { code, standards, fields, covers, ...own } = change
  const read = code === undefined ? null : readCode(code)
  if (read && 'problem' in read) throw new RegistryError('invalid_input', 'not a code', [read.problem])
  const values = { ...own, ...(read ? { code: read.value } : {}) }
  const saved = id ?? tx.create('accreditation', present(values), newId)
  if (id !== undefined) tx.change('accreditation', id, values, seen)
  const lists = { accreditation: saved, instant, seen }
  if (standards)
    saveLinks(tx, 'accreditation_standard', { ...lists, wanted: standards.map((standard) => ({ standard })) })
  if (fields) saveLinks(tx, 'accreditation_field', { ...lists, wanted: fields.map((field) => ({ field })) })
  if (covers) saveLinks(tx, 'coverage', { ...lists, wanted: covers })
  return saved
}

type LinkTable = 'accreditation_standard' | 'accreditation_field' | 'coverage'
interface Links {
  accreditation: string
  instant: string
  seen: number | undefined
  wanted: Record<string, string | null>[]
}

/** Makes the living links of an accreditation those wanted: missing ones are added, others go to the trash. */
function saveLinks(tx: Tx, table: LinkTable, { accreditation, instant, seen, wanted }: Links): void {
  const sql = `SELECT * FROM ${table} WHERE accreditation_rid = ? AND trashed_at IS NULL`
  const rows = prepare<[number], Record<string, unknown> & { id: string }>(tx.db, sql).all(
    ridOf(tx.db, 'accreditation', accreditation),
  )
  const keys = table === 'coverage' ? ['laboratory', 'site'] : [table === 'accreditation_field' ? 'field' : 'standard']
  const keyOf = (link: Record<string, unknown>) =>
    keys.map((key) => (typeof link[key] === 'string' ? link[key] : '')).join(' ')
  const living = new Map(
    rows.map((row) => [
      keyOf(Object.fromEntries(keys.map((key) => [key, fromSql(tx.db, columnOf(table, key), row)]))),
      row.id,
    ]),
  )
  const kept = new Set(wanted.map(keyOf))
  for (const [key, id] of living) {
    // a link that stands only on printed words (no record behind it) is not in the form and stays
    if (!kept.has(key) && key.trim() !== '') tx.change(table, id, { trashedAt: instant }, seen)
  }
  for (const link of wanted)
    if (!living.has(keyOf(link))) tx.create(table, { accreditation, ...link } as unknown as NewEntity<typeof table>)
}
