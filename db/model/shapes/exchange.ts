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
  format: 'xlsx' | 'xls' | 'ods' | 'csv'
  /** what the file has besides cells, told and never acted on */
  carried: ('macros' | 'external_links')[]
  encoding: 'utf-8' | 'utf-16' | null
  delimiter: string | null
  /** row of the headings, counted from 1 */
  headerRow: number
}

/** A row under the headings that is no laboratory. */
export interface LeftOutRow {
  row: number
  reason: 'total' | 'numbering' | 'heading_again' | 'section' | 'signature'
  text: string
}

/** A file as it stands, for choosing how it is to be read. */
export interface ImportLook {
  file: string | null
  format: FileReading['format']
  carried: FileReading['carried']
  /** empty for a text file */
  sheets: { name: string; hidden: boolean }[]
  sheet: string
  /** the top rows, converted if so chosen */
  rows: { row: number; cells: (string | null)[] }[]
  /** null: no row was found to hold headings */
  header: { row: number; columns: { heading: string; key: string | null; kept: boolean }[]; form: string } | null
  /** the old encoding of the letters, with what conversion would make of them */
  legacy: { kind: 'tcvn3' | 'vni' | 'windows-1258'; samples: { before: string; after: string }[] } | null
  /** letters and marks stand apart in the file (NFD); they are joined on reading */
  decomposed: boolean
}

/** An import that was written, for taking back. */
export interface PastImport {
  set: string
  at: string
  actor: string
  reason: string | null
  source: string | null
  /** records created and changed by it */
  created: number
  changed: number
  undone: boolean
}

export interface ImportPreview {
  /** of the file, the reading and the register it was compared with; a commit must name it */
  fingerprint: string
  /** null: pasted */
  file: string | null
  sheet: string
  /** fingerprint of the register it was compared with */
  register: string
  reading: FileReading
  counts: Record<RowVerdict, number>
  /** `field` null: not imported, either because the register computes it or because the heading means nothing to the form */
  columns: { heading: string; field: string | null; computed: boolean; kept: boolean }[]
  /** of the headings: two files with the same ones are the same form */
  form: string
  leftOut: LeftOutRow[]
  /** unchanged rows beyond some thousands are counted and not listed */
  rows: ImportRow[]
}

export interface Imported {
  batch: string
  /** the set in the journal, for changes.undo */
  set: string
  added: number
  changed: number
  skipped: number
  seq: number
}
