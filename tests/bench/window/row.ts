// Rows of what happens in other processes.
import { at, median, type Row } from '../support/measure'

export interface Told {
  name: string
  labs: number | null
  /** one value for each turn, in `unit` */
  values: readonly number[]
  unit?: Row['unit']
  against?: string
  reference?: readonly number[]
  rows?: number | null
  limit?: Row['limit']
  floor?: string | undefined
  /** most memory of the processes measured, in MB */
  rss?: number
}

export function told({ name, labs, values, unit = 'ms', against, reference, rows, limit, floor, rss }: Told): Row {
  const p50 = median(values)
  const other = reference === undefined ? null : median(reference)
  return {
    name: `window: ${name}`,
    labs,
    ours: p50,
    against: against ?? null,
    reference: other,
    ratio: other === null ? null : p50 / other,
    p50,
    p95: at(values, 0.95),
    p99: at(values, 0.99),
    unit,
    rss: rss ?? 0,
    turns: values.length,
    rows: rows ?? null,
    limit: limit ?? {},
    ...(floor === undefined ? {} : { floor }),
  }
}

export const EMPTY = 'an empty Electron window with an idle utility process'
