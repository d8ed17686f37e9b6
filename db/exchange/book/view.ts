// The register as the workbook sees it: every record of its sheets with its logged values, in the register's order, and the lists it may name.
import type { EntityName } from '../../model/entities'
import { formatDate } from '../../model/dates/partial'
import type { Language } from '../../model/texts/say'
import { columnsOf, fromSql } from '../../store/columns'
import { prepare, type ReadDb } from '../../store/database'
import type { Job } from '../../jobs/job'
import { bookSheets, listed, type Listed } from './layout'

export interface Held {
  entity: EntityName
  id: string
  trashed: boolean
  /** logged fields; null where unknown */
  values: Record<string, unknown>
  /** of a dated row: the days on which it holds */
  fromDay: string | null
  toDay: string | null
}

export interface ListItem {
  entity: Listed
  id: string
  /** unique in its list */
  label: string
}

export interface BookView {
  record(id: string): Held | undefined
  /** of one kind, trashed ones too, in the order in which they came */
  all(entity: EntityName): readonly Held[]
  lists: readonly ListItem[]
}

type Row = Record<string, unknown> & { rid: number; id: string; trashed_at: string | null }

/** Names in lists are those of `day`. */
export function viewBook(db: ReadDb, about: { day: string; language: Language }, watch: Job): BookView {
  const entities = [...new Set([...bookSheets.map(({ entity }) => entity), ...listed])]
  const ids = new Map(entities.map((entity) => [entity, idsOf(db, entity)]))
  const records = new Map<string, Held>()
  const byEntity = new Map<EntityName, Held[]>()
  for (const { entity } of bookSheets) {
    watch.check()
    const held = prepare<[], Row>(db, `SELECT * FROM ${entity} ORDER BY rid`)
      .all()
      .map((row) => toHeld(db, entity, row, ids))
    byEntity.set(entity, held)
    for (const each of held) records.set(each.id, each)
  }
  return {
    record: (id) => records.get(id),
    all: (entity) => byEntity.get(entity) ?? [],
    lists: listed.flatMap((entity) => listOf(db, entity, about)),
  }
}

const idsOf = (db: ReadDb, entity: EntityName): Map<number, string> =>
  new Map(
    prepare<[], { rid: number; id: string }>(db, `SELECT rid, id FROM ${entity}`)
      .all()
      .map(({ rid, id }) => [rid, id]),
  )

function toHeld(db: ReadDb, entity: EntityName, row: Row, ids: ReadonlyMap<EntityName, Map<number, string>>): Held {
  const values: Record<string, unknown> = {}
  for (const column of columnsOf(entity)) {
    const rid = column.kind === 'ref' ? row[column.names[0]!] : null
    // a reference is looked up in what was read already: a query for each would take most of the time
    values[column.field] =
      typeof rid === 'number'
        ? (ids.get(column.target!)?.get(rid) ?? fromSql(db, column, row))
        : fromSql(db, column, row)
  }
  const day = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null)
  return {
    entity,
    id: row.id,
    trashed: row.trashed_at !== null,
    values,
    fromDay: day('from_day'),
    toDay: day('to_day'),
  }
}

type Named = { id: string; label: string; until?: string | null }

const LABELS: Record<Listed, string> = {
  scheme: 'SELECT id, key AS label FROM scheme WHERE trashed_at IS NULL ORDER BY position, key',
  issuer: `SELECT i.id, coalesce((SELECT n.vi FROM issuer_name n WHERE n.issuer_rid = i.rid AND n.trashed_at IS NULL
      AND coalesce(n.from_day, '') <= :day AND coalesce(n.until_day, '~') >= :day LIMIT 1), i.key) AS label
    FROM issuer i WHERE i.trashed_at IS NULL ORDER BY i.key`,
  standard: 'SELECT id, title AS label FROM standard WHERE trashed_at IS NULL ORDER BY key',
  field: `SELECT id, iif(:language = 'en', coalesce(en, vi), vi) AS label FROM field WHERE trashed_at IS NULL ORDER BY position, key`,
  admin_unit: `SELECT id, type || ' ' || name || coalesce(', ' || parent, '') AS label, until_day AS until FROM admin_unit
    WHERE trashed_at IS NULL ORDER BY until_day IS NOT NULL, sort_key, rid`,
}

function listOf(db: ReadDb, entity: Listed, about: { day: string; language: Language }): ListItem[] {
  const given = new Map<string, number>()
  return prepare<[object], Named>(db, LABELS[entity])
    .all(about)
    .map(({ id, label, until }) => {
      const whole = until ? `${label} (→ ${formatDate(until)})` : label
      const before = given.get(whole) ?? 0
      given.set(whole, before + 1)
      return { entity, id, label: before === 0 ? whole : `${whole} (${before + 1})` }
    })
}

/** By the record it belongs to, the living companion that holds on the day. */
export function companionsOn(
  view: BookView,
  { entity, of }: { entity: EntityName; of: string },
  day: string,
): Map<string, Held> {
  const found = new Map<string, Held>()
  for (const held of view.all(entity)) {
    const owner = held.values[of]
    const holds = !held.trashed && (held.fromDay ?? '') <= day && (held.toDay ?? '~') >= day
    if (holds && typeof owner === 'string' && !found.has(owner)) found.set(owner, held)
  }
  return found
}
