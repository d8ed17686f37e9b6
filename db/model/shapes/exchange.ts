// Answers about files in and out: what was written, what an import would do, what it did.

export interface Exported {
  file: string
  rows: number
  cells: number
  sha256: string
  bytes: number
}

export type RowVerdict = 'new' | 'change' | 'same' | 'error'

export interface ImportRow {
  /** row number in the sheet, counted from 1 */
  row: number
  verdict: RowVerdict
  label: string
  /** what would change: column heading, value in the register, value in the file */
  cells: { column: string; before: string | null; after: string | null }[]
  problems: { column: string | null; rule: string; params?: Record<string, string | number> }[]
}

export interface ImportPreview {
  /** of the file, the reading and the register it was compared with; a commit must name it */
  fingerprint: string
  file: string
  sheet: string
  counts: Record<RowVerdict, number>
  columns: { heading: string; field: string | null }[]
  rows: ImportRow[]
}

export interface Imported {
  batch: string
  added: number
  changed: number
  skipped: number
  seq: number
}
