// Puts logged values into the living tables. The writer and the replay both go through here: one mechanism, so a replay cannot differ.
import type { EntityName } from '../model/entities'
import { columnOf, columnsOf, toSql } from './columns'
import { prepare, type ReadDb } from './database'

const insertSql = new Map<EntityName, string>()

/** Inserts a whole record; fields that are left out are null. Returns its rid. */
export function insertRow(db: ReadDb, entity: EntityName, id: string, fields: Record<string, unknown>): number {
  const columns = columnsOf(entity)
  let sql = insertSql.get(entity)
  if (!sql) {
    const names = ['id', ...columns.flatMap((column) => column.names)]
    insertSql.set(
      entity,
      (sql = `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`),
    )
  }
  const values = columns.flatMap((column) => toSql(db, column, fields[column.field]))
  return Number(prepare(db, sql).run(id, ...values).lastInsertRowid)
}

/** Sets one field of one record. */
export function updateRow(db: ReadDb, entity: EntityName, id: string, change: { field: string; value: unknown }): void {
  const column = columnOf(entity, change.field)
  const assignments = column.names.map((name) => `${name} = ?`).join(', ')
  prepare(db, `UPDATE ${entity} SET ${assignments} WHERE id = ?`).run(...toSql(db, column, change.value), id)
}
