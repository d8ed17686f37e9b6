// From a logged field to its SQLite columns and back: `owner` ref → owner_rid, partial date → x + x_printed, flag → 0/1.
import { fieldsOf, type EntityName } from '../model/entities'
import type { FieldKind } from '../model/fields'
import type { PartialDate } from '../model/dates/partial'
import type { CodeValue } from '../model/fields'
import { RegistryError } from '../model/errors'
import { prepare, type ReadDb } from './database'

export interface Column {
  field: string
  kind: FieldKind
  names: string[]
  target: EntityName | null
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const named = (field: string, kind: FieldKind): string[] => {
  const column = snake(field)
  if (kind === 'ref') return [`${column}_rid`]
  return kind === 'date' || kind === 'code' ? [column, `${column}_printed`] : [column]
}

/** Something of each entity, put together when first asked for. */
export function ofEntity<T>(make: (entity: EntityName) => T): (entity: EntityName) => T {
  const all = new Map<EntityName, T>()
  return (entity) => {
    let made = all.get(entity)
    if (made === undefined) all.set(entity, (made = make(entity)))
    return made
  }
}

/** Columns of an entity in the order of its fields (without rid and id). */
export const columnsOf = ofEntity((entity): Column[] =>
  Object.entries(fieldsOf(entity)).map(([field, { kind, target }]) => ({
    field,
    kind,
    names: named(field, kind),
    target: (target as EntityName | undefined) ?? null,
  })),
)

const byField = ofEntity((entity) => new Map(columnsOf(entity).map((column) => [column.field, column])))

export const columnOf = (entity: EntityName, field: string): Column => {
  const column = byField(entity).get(field)
  if (!column) throw new RegistryError('internal', `no field ${entity}.${field}`)
  return column
}

const ridSql = ofEntity((entity) => `SELECT rid FROM ${entity} WHERE id = ?`)
const idSql = ofEntity((entity) => `SELECT id FROM ${entity} WHERE rid = ?`)
const rowSql = ofEntity((entity) => `SELECT * FROM ${entity} WHERE id = ?`)

/** Local row number of a record. Throws `not_found`. */
export function ridOf(db: ReadDb, entity: EntityName, id: string): number {
  const row = prepare<[string], { rid: number }>(db, ridSql(entity)).get(id)
  if (!row) throw new RegistryError('not_found', `${entity} ${id}`)
  return row.rid
}

const idOf = (db: ReadDb, entity: EntityName, rid: number): string =>
  prepare<[number], { id: string }>(db, idSql(entity)).get(rid)!.id

/** Row numbers by id, each looked up once: what a set creates or refers to again and again need not be searched again. */
export function ridFinder(db: ReadDb): { find: FindRid; know(entity: EntityName, id: string, rid: number): void } {
  const known = new Map<EntityName, Map<string, number>>()
  const of = (entity: EntityName) => {
    let rids = known.get(entity)
    if (!rids) known.set(entity, (rids = new Map<string, number>()))
    return rids
  }
  return {
    find(entity, id) {
      const rids = of(entity)
      let rid = rids.get(id)
      if (rid === undefined) rids.set(id, (rid = ridOf(db, entity, id)))
      return rid
    },
    know: (entity, id, rid) => void of(entity).set(id, rid),
  }
}

/** Finds the row number behind an id; a set keeps those it has met. */
export type FindRid = (entity: EntityName, id: string) => number

/** Adds the SQL values for the columns of one field. */
export function addSql(values: unknown[], column: Column, value: unknown, find: FindRid): void {
  if (value === null || value === undefined) {
    for (let names = column.names.length; names > 0; names -= 1) values.push(null)
    return
  }
  switch (column.kind) {
    case 'ref':
      values.push(find(column.target!, value as string))
      return
    case 'flag':
      values.push(value ? 1 : 0)
      return
    case 'date': {
      const date = value as PartialDate
      values.push(date.iso, date.printed ?? null)
      return
    }
    case 'code': {
      const code = value as CodeValue
      values.push(code.canonical, code.raw)
      return
    }
    default:
      values.push(value)
  }
}

/** The logged value that a row's columns hold; inverse of `addSql`. */
export function fromSql(db: ReadDb, column: Column, row: Record<string, unknown>): unknown {
  const { names } = column
  const first = row[names[0]!] ?? null
  const second = names.length > 1 ? (row[names[1]!] ?? null) : null
  switch (column.kind) {
    case 'ref':
      return first === null ? null : idOf(db, column.target!, first as number)
    case 'flag':
      return first === null ? null : first === 1
    case 'date':
      return first === null ? null : { iso: first, ...(second === null ? {} : { printed: second }) }
    case 'code':
      return second === null ? null : { raw: second, canonical: first }
    default:
      return first
  }
}

/** A record's row as it stands in its table. Throws `not_found`. */
export function rowOf(db: ReadDb, entity: EntityName, id: string): Record<string, unknown> & { rid: number } {
  const row = prepare<[string], { rid: number }>(db, rowSql(entity)).get(id)
  if (!row) throw new RegistryError('not_found', `${entity} ${id}`)
  return row as Record<string, unknown> & { rid: number }
}

/** A living record's logged fields, null where unknown. Throws `not_found`. */
export function readRecord(db: ReadDb, entity: EntityName, id: string): Record<string, unknown> {
  const row = rowOf(db, entity, id)
  return Object.fromEntries(columnsOf(entity).map((column) => [column.field, fromSql(db, column, row)]))
}
