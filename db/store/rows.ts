// Puts logged values into the living tables. The writer and the replay both go through here: one mechanism, so a replay cannot differ.
import type { EntityName } from '../model/entities'
import { addSql, columnOf, columnsOf, ofEntity, type Column, type FindRid } from './columns'
import { prepare, type ReadDb } from './database'

const insertSql = ofEntity((entity) => {
  const names = ['id', ...columnsOf(entity).flatMap((column) => column.names)]
  return `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
})

const updateSql = ofEntity(
  (entity) =>
    new Map<Column, string>(
      columnsOf(entity).map((column) => [
        column,
        `UPDATE ${entity} SET ${column.names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
      ]),
    ),
)

export interface NewRow {
  entity: EntityName
  id: string
  /** fields that are left out are null */
  fields: Record<string, unknown>
}

/** Inserts a whole record. Returns its rid. */
export function insertRow(db: ReadDb, { entity, id, fields }: NewRow, find: FindRid): number {
  const values: unknown[] = [id]
  for (const column of columnsOf(entity)) addSql(values, column, fields[column.field], find)
  return Number(prepare(db, insertSql(entity)).run(values).lastInsertRowid)
}

export interface Changed {
  entity: EntityName
  id: string
  field: string
  value: unknown
}

/** Sets one field of one record. */
export function updateRow(db: ReadDb, { entity, id, field, value }: Changed, find: FindRid): void {
  const column = columnOf(entity, field)
  const values: unknown[] = []
  addSql(values, column, value, find)
  values.push(id)
  prepare(db, updateSql(entity).get(column)!).run(values)
}
