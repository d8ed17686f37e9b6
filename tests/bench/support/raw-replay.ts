// A replay with no rules in it, the reference of earlier states: each logged value is decoded and put into its row by a statement of its own.
import type Database from 'better-sqlite3'
import { columnOf, columnsOf, type Column } from '../../../db/store/columns'
import { loggedValue, type Logged } from '../../../db/store/logged'
import { idOf } from '../../../db/store/record-key'
import type { EntityName } from '../../../db/model/entities'

type Statement = Database.Statement<[unknown[]]>
type Change = Logged & { record: string }

const CHANGES = `SELECT ${idOf('record')} AS record, entity, field, value FROM change WHERE commit_seq <= ? ORDER BY commit_seq, rid`

const insertOf = (entity: EntityName): string => {
  const names = ['id', ...columnsOf(entity).flatMap((column) => column.names)]
  return `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}
const updateOf = (entity: EntityName, field: string): string =>
  `UPDATE ${entity} SET ${columnOf(entity, field)
    .names.map((name) => `${name} = ?`)
    .join(', ')} WHERE id = ?`

/** Puts the log of `from` up to the set `seq` into the empty register `into`. */
export function rawReplay(from: Database.Database, into: Database.Database, seq: number): void {
  const statements = new Map<string, Statement>()
  const prepared = (key: string, sql: () => string): Statement => {
    let statement = statements.get(key)
    if (!statement) statements.set(key, (statement = into.prepare<[unknown[]]>(sql())))
    return statement
  }
  const rids = new Map<string, number | bigint>()
  const add = (values: unknown[], { kind, names }: Column, value: unknown): void => {
    if (value === null || value === undefined) for (let left = names.length; left > 0; left -= 1) values.push(null)
    else if (kind === 'ref') values.push(rids.get(value as string))
    else if (kind === 'flag') values.push(value === true ? 1 : 0)
    else if (names.length === 1) values.push(value)
    else {
      const { iso, printed, canonical, raw } = value as Record<string, string | undefined>
      if (kind === 'date') values.push(iso, printed ?? null)
      else values.push(canonical ?? null, raw)
    }
  }
  const put = ({ record, entity: name, field, value }: Change): void => {
    const entity = name as EntityName
    const held = loggedValue({ entity, field, value })
    if (field !== null) {
      const values: unknown[] = []
      add(values, columnOf(entity, field), held)
      values.push(record)
      prepared(`${entity} ${field}`, () => updateOf(entity, field)).run(values)
      return
    }
    const values: unknown[] = [record]
    for (const column of columnsOf(entity)) add(values, column, (held as Record<string, unknown>)[column.field])
    rids.set(record, prepared(entity, () => insertOf(entity)).run(values).lastInsertRowid)
  }
  into
    .transaction(() => {
      for (const change of from.prepare<[number], Change>(CHANGES).iterate(seq)) put(change)
    })
    .immediate()
}
