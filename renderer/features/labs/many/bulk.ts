// One field of many records to one value: what it would change, row by row, and what is sent.
import type { Field, Row, Value } from './field'
import type { Sent } from './table'

export interface BulkLine {
  id: string
  name: string
  /** words that stand there now */
  before: string
  /** null: stays as it is */
  after: string | null
}

export interface Bulk {
  field: Field
  value: Value
  /** words of the value */
  words: string
}

const isSame = (row: Row, { field, value }: Bulk): boolean => (row.values[field.id] ?? null) === value

export function bulkLines(rows: readonly Row[], bulk: Bulk): BulkLine[] {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    before: row.cells[bulk.field.id] ?? '',
    after: isSame(row, bulk) ? null : bulk.words,
  }))
}

/** Only the records that change. */
export function bulkSent(rows: readonly Row[], seq: number, bulk: Bulk): Sent {
  return {
    seen: seq,
    rows: rows.filter((row) => !isSame(row, bulk)).map(({ id }) => ({ id, change: { [bulk.field.id]: bulk.value } })),
  }
}
