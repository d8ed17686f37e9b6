// The schema as the last guard: strict tables, a column for every field, only allowed values, references that exist and can be followed both ways.
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { entityNames, fieldsOf, type EntityName } from '../../db/model/entities'
import { columnsOf } from '../../db/store/columns'
import type { WriteDb } from '../../db/store/database'
import { emptyRegister } from '../support/register'

describe('the schema', () => {
  it('has for every logged field its columns, and no logged column that no field writes', () => {
    const db = emptyRegister()
    const derived = new Set(['rid', 'id', 'folded', 'sort_key', 'from_day', 'to_day', 'code_key', 'code_scheme'])
    const logged = (entity: EntityName) => columnsOf(entity).flatMap((column) => column.names)
    for (const entity of entityNames) {
      const columns = (db.pragma(`table_info(${entity})`) as { name: string }[]).map((column) => column.name)
      expect(columns).toEqual(expect.arrayContaining(logged(entity)))
      expect(columns.filter((column) => !logged(entity).includes(column) && !derived.has(column))).toEqual([])
    }
  })
  it('is strict everywhere', () => {
    const db = emptyRegister()
    const loose = (db.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[]).filter(
      (table) =>
        table.type === 'table' && table.schema === 'main' && !table.name.startsWith('sqlite_') && !table.strict,
    )
    expect(loose.map((table) => table.name)).toEqual([])
  })
  it('lets an index find the rows behind every reference', () => {
    const db = emptyRegister()
    const missing = tablesOf(db).flatMap((table) => {
      const references = db.pragma(`foreign_key_list(${table})`) as { from: string }[]
      const indexes = db.pragma(`index_list(${table})`) as { name: string }[]
      const first = indexes.map(({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name)
      const key = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).find(({ pk }) => pk === 1)?.name
      return references
        .filter(({ from }) => from !== key && !first.includes(from))
        .map(({ from }) => `${table}.${from}`)
    })
    // a derived table that is only ever read by laboratory; one of some twenty fields, by which nothing asks for lines
    expect(missing.toSorted()).toEqual(['lab_status_span.accreditation_rid', 'scope_line.field_rid'])
  })
  it.each(entityNames)('refuses in %s what its fields refuse', (entity) => {
    const db = emptyRegister()
    db.pragma('foreign_keys = OFF')
    const good = Object.fromEntries(Object.entries(fieldsOf(entity)).map(([name]) => [name, sampleOf(entity, name)]))
    expect(insert(db, entity, good)).toBe('stored')
    for (const [name, value] of badOf(entity))
      expect([name, value, insert(db, entity, { ...good, [name]: value })]).toEqual([
        name,
        value,
        'SQLITE_CONSTRAINT_CHECK',
      ])
    for (const [name, { required }] of Object.entries(fieldsOf(entity)))
      if (required)
        expect([name, insert(db, entity, { ...good, [name]: null })]).toEqual([name, 'SQLITE_CONSTRAINT_NOTNULL'])
  })
})

const tablesOf = (db: WriteDb): string[] =>
  db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'`)
    .all()
    .map(({ name }) => name)

let number = 0
const isDay = (entity: EntityName, name: string): boolean => {
  const { kind, schema } = fieldsOf(entity)[name]!
  return kind === 'text' && schema.safeParse('2026-11-23').success && !schema.safeParse('chữ').success
}
const choicesOf = (entity: EntityName, name: string): readonly string[] => {
  const { schema } = fieldsOf(entity)[name]!
  return 'options' in schema ? (schema.options as string[]) : []
}

function sampleOf(entity: EntityName, name: string): unknown {
  const { kind } = fieldsOf(entity)[name]!
  if (kind === 'ref') return (number += 1)
  if (kind === 'integer' || kind === 'flag') return 1
  if (kind === 'date') return '2026-02'
  if (name === 'sha256') return String((number += 1)).padStart(64, '0')
  if (isDay(entity, name)) return '2026-11-23'
  return choicesOf(entity, name)[0] ?? `chữ ${(number += 1)}`
}

/** Values that no call would let through: the database does not either. */
function badOf(entity: EntityName): [string, unknown][] {
  return Object.entries(fieldsOf(entity)).flatMap(([name, { kind }]): [string, unknown][] => {
    if (kind === 'date')
      return ['2026-13', '2026-02-30', '26', '2026-1', '23/11/2026', 'none ', '2026-11-xx'].map((bad) => [name, bad])
    if (kind === 'flag') return [[name, 2]]
    if (isDay(entity, name)) return ['2026-02-30', '2026-11', '23/11/2026'].map((bad) => [name, bad])
    return choicesOf(entity, name).length ? [[name, 'khác hẳn']] : []
  })
}

/** 'stored', or the code of SQLite's refusal. */
function insert(db: WriteDb, entity: EntityName, values: Record<string, unknown>): string {
  const columns = columnsOf(entity)
  const names = ['id', ...columns.map((column) => column.names[0]!)]
  try {
    db.prepare(`INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
      uuidv7(),
      ...columns.map(({ field }) => (field === 'trashedAt' ? null : values[field])),
    )
    return 'stored'
  } catch (error) {
    return (error as { code: string }).code
  }
}
