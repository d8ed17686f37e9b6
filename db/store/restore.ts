// The way back to what a record held before a set: one field, all its fields, or the record with the rows that hang on it (names, owner, links).
// What will change is told before it is done; who has changed one of those values in between is told as a conflict.
import { fieldsOf, type EntityName } from '../model/entities'
import { RegistryError } from '../model/errors'
import type { RestoreQuestion } from '../model/questions'
import { isRedacted } from '../model/redacted'
import type { RestorePlan } from '../model/shapes/history'
import { columnOf, readRecord } from './columns'
import { currentSeq, prepare, type ReadDb } from './database'
import { labelOf } from './history'
import { storedValue, type Logged } from './logged'
import { keyOf } from './record-key'
import { same } from './undo'
import type { Tx } from './write'

const CREATION = `SELECT entity, commit_seq AS seq FROM change WHERE record = ${keyOf('?')} AND field IS NULL`
const AT = `SELECT entity, field, value FROM change WHERE record = ${keyOf('?')} AND (field = ? OR field IS NULL) AND commit_seq < ? ORDER BY rid DESC LIMIT 1`

/** Rows that are part of a record as people see it. */
const rowsOf: Partial<Record<EntityName, readonly EntityName[]>> = {
  laboratory: ['laboratory_name', 'laboratory_owner'],
  organization: ['organization_name'],
  accreditation: ['accreditation_standard', 'accreditation_field', 'coverage'],
}

interface Wanted {
  entity: EntityName
  record: string
  field: string
  now: unknown
  back: unknown
}

const birth = (db: ReadDb, record: string): { entity: EntityName; seq: number } | undefined =>
  prepare<[string], { entity: EntityName; seq: number }>(db, CREATION).get(record)

/** Throws not_found where the record was not there yet; invalid_input with rule not_undoable for a setting or an account. */
function wantedBy(db: ReadDb, { record, field, before, rows = false }: RestoreQuestion): Wanted[] {
  const born = birth(db, record)
  if (born === undefined || born.seq >= before) throw new RegistryError('not_found', `${record} before set ${before}`)
  const { entity } = born
  if (entity === 'setting' || entity === 'account')
    throw new RegistryError('invalid_input', `${entity} is not restored`, [{ field: 'record', rule: 'not_undoable' }])
  const own = Object.keys(fieldsOf(entity)).filter((name) => name !== 'trashedAt')
  if (field !== null && !own.includes(field)) throw new RegistryError('not_found', `${entity}.${field}`)
  const wanted = valuesBefore(db, { entity, record, before }, field === null ? own : [field])
  return field === null && rows ? [...wanted, ...hanging(db, { entity, record, before })] : wanted
}

type Place = Pick<Wanted, 'entity' | 'record'> & { before: number }

function valuesBefore(db: ReadDb, { entity, record, before }: Place, fields: readonly string[]): Wanted[] {
  const present = readRecord(db, entity, record)
  return fields.flatMap((field) => {
    const back = storedValue(prepare<[string, string, number], Logged>(db, AT).get(record, field, before), field)
    const now = present[field] ?? null
    return same(field, now, back) || isRedacted(back) ? [] : [{ entity, record, field, now, back }]
  })
}

/** Its names, owners and links: those of that time as they were then, later ones no longer used. */
function hanging(db: ReadDb, { entity, record, before }: Place): Wanted[] {
  return (rowsOf[entity] ?? []).flatMap((table) => {
    const sql = `SELECT x.id FROM ${table} x JOIN ${entity} e ON e.rid = x.${entity}_rid WHERE e.id = ? ORDER BY x.rid`
    return prepare<[string], string>(db, sql)
      .pluck()
      .all(record)
      .flatMap((id): Wanted[] => {
        const row = { entity: table, record: id }
        const later = (birth(db, id)?.seq ?? 0) >= before
        if (!later) return valuesBefore(db, { ...row, before }, Object.keys(fieldsOf(table)))
        const now = readRecord(db, table, id)['trashedAt'] ?? null
        return now === null ? [{ ...row, field: 'trashedAt', now, back: LATER }] : []
      })
  })
}

/** Stands for the instant at which a row of later times goes out of use. */
const LATER = 'later'

/** What restoring would change, field by field; references by the name of what they point to. Empty: all of it is so already. */
export function restorePlan(db: ReadDb, asked: RestoreQuestion): RestorePlan {
  const entity = birth(db, asked.record)?.entity
  const wanted = wantedBy(db, asked)
  return {
    entity: entity!,
    label: labelOf(db, entity!, asked.record),
    seq: currentSeq(db),
    changes: wanted.map(({ now, back, ...place }) => ({
      ...place,
      label: labelOf(db, place.entity, place.record),
      now: named(db, place, now),
      back: named(db, place, back),
    })),
  }
}

function named(db: ReadDb, { entity, field }: Pick<Wanted, 'entity' | 'field'>, value: unknown): unknown {
  const target = field === 'trashedAt' || typeof value !== 'string' ? null : columnOf(entity, field).target
  return target === null ? value : labelOf(db, target, String(value)) || value
}

/** Puts the values back as they were before the set; how many were otherwise. Throws as `wantedBy`; conflict where one was changed after `seen`. */
export function restoreValues(tx: Tx, asked: RestoreQuestion & { seen?: number | undefined }, now: string): number {
  const wanted = wantedBy(tx.db, asked)
  for (const { entity, record, field, back } of wanted)
    tx.change(entity, record, { [field]: back === LATER ? now : back }, asked.seen)
  return wanted.length
}
