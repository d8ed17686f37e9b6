// What exports and imports answer: a written file, a preview row by row, and what was written. A commit must name the preview it means.
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

/** How a file was taken for a table; encoding and delimiter of a text file only. */
export interface FileReading {
  format: 'xlsx' | 'csv'
  encoding: 'utf-8' | 'utf-16' | null
  delimiter: string | null
  /** row of the headings, counted from 1 */
  headerRow: number
}

export interface ImportPreview {
  /** of the file, the reading and the register it was compared with; a commit must name it */
  fingerprint: string
  file: string
  sheet: string
  /** fingerprint of the register it was compared with */
  register: string
  reading: FileReading
  counts: Record<RowVerdict, number>
  /** `field` null: not imported, either because the register computes it or because the heading means nothing to the form */
  columns: { heading: string; field: string | null; computed: boolean }[]
  /** unchanged rows beyond some thousands are counted and not listed */
  rows: ImportRow[]
}

export interface Imported {
  batch: string
  added: number
  changed: number
  skipped: number
  seq: number
}
