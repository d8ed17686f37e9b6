// What exports and imports answer: a written file, a preview row by row, and what was written. A commit must name the preview it means.
import type { Target } from '../imports'

export interface Exported {
  file: string
  rows: number
  cells: number
  sha256: string
  bytes: number
}

export interface ExportedList extends Exported {
  /** of the cells, as the file's own manifest says it */
  fingerprint: string
}

/** What an exported list says of itself. */
export interface ExportManifest {
  title: string
  /** as-of day of what the list shows */
  day: string
  /** instant of the export */
  made: string
  /** version of the program */
  app: string
  /** fingerprint of the register then */
  register: string
  /** of the list, without what stands above it */
  rows: number
  cells: number
  fingerprint: string
}

/** A cell (or a whole line) that is not as it was written; lines and columns counted as the spreadsheet program does. */
export interface ExportDifference {
  kind: 'cell' | 'line_missing' | 'line_added'
  /** a line_missing: where it stood */
  line: number
  /** differs from `line` where only a stretch of lines is known */
  lastLine: number
  /** letters; null: the whole line */
  column: string | null
  heading: string | null
  /** what stands there now; null: nothing, or a stretch of lines */
  found: string | null
}

export interface ExportCheck {
  file: string
  /** `reordered`: the same lines in another order; `no_manifest`: not a list that this program wrote, or one without its manifest */
  verdict: 'as_exported' | 'reordered' | 'differs' | 'no_manifest'
  /** null: no_manifest */
  manifest: ExportManifest | null
  /** the register that is open now, against the one the list came from; null: no_manifest */
  register: 'same' | 'changed' | null
  differences: ExportDifference[]
  /** differences beyond those listed */
  more: number
}

/** `conflict`: rows of the file contradict each other, or the register says otherwise by now; a person decides */
export type RowVerdict = 'new' | 'change' | 'same' | 'conflict' | 'error'

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
  reason: 'chosen' | 'total' | 'numbering' | 'heading_again' | 'section' | 'signature' | 'repeated'
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
  rows: { row: number; form: string; cells: (string | null)[] }[]
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
  /** what its rows are */
  target: Target
  /** of the source: what the log and the evidence will call it */
  sha256: string
  /** sheets of the workbook; none: a text */
  sheets: { name: string; hidden: boolean }[]
  /** fingerprint of the register it was compared with, and the seq it then had */
  register: string
  seq: number
  reading: FileReading
  counts: Record<RowVerdict, number>
  /** `field` null: not imported, because the register computes it, because it is outside of what is imported, or because the heading means nothing to the form */
  columns: { heading: string; field: string | null; computed: boolean; kept: boolean; outside: boolean }[]
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
