// Puts logged values into the living tables. The writer and the replay both go through here: one mechanism, so a replay cannot differ.
import type { EntityName } from '../model/entities'
import { columnOf, columnsOf, toSql, type FindRid } from './columns'
import { prepare, type ReadDb } from './database'

const insertSql = new Map<EntityName, string>()

export interface NewRow {
  entity: EntityName
  id: string
  /** fields that are left out are null */
  fields: Record<string, unknown>
}

/** Inserts a whole record. Returns its rid. */
export function insertRow(db: ReadDb, { entity, id, fields }: NewRow, find: FindRid): number {
  const columns = columnsOf(entity)
  let sql = insertSql.get(entity)
  if (!sql) {
    const names = ['id', ...columns.flatMap((column) => column.names)]
    insertSql.set(
      entity,
      (sql = `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`),
    )
  }
  const values: unknown[] = [id]
  for (const column of columns) values.push(...toSql(column, fields[column.field], find))
  return Number(prepare(db, sql).run(values).lastInsertRowid)
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
  const assignments = column.names.map((name) => `${name} = ?`).join(', ')
  prepare(db, `UPDATE ${entity} SET ${assignments} WHERE id = ?`).run(...toSql(column, value, find), id)
}
