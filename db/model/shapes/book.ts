// What bringing a working copy (workbook) back would do, sheet by sheet, row by row, cell by cell. Values stand in the words of the file's language.
import type { EntityName } from '../entities'
import type { Exported, FileReading } from './exchange'

export interface ExportedBook extends Exported {
  /** fingerprint of what was exported, as it also stands in “Đọc trước” */
  base: string
}

/**
 * `change`: only the file differs from what was exported. `conflict`: the register does so too, otherwise. `emptied`: blank in the file where there
 * was something; kept unless chosen. `new`: of a row that is added.
 */
export type BookCellKind = 'new' | 'change' | 'conflict' | 'emptied' | 'error'

export interface BookProblem {
  rule: string
  params?: Record<string, string | number>
}

export interface BookCell {
  /** `laboratory.phone`: unique in the row */
  column: string
  heading: string
  kind: BookCellKind
  /** as exported; null: nothing */
  base: string | null
  /** in the register now */
  ours: string | null
  /** in the file */
  theirs: string | null
  /** of a conflict: who changed it in the register, when */
  by?: string
  at?: string
  problem?: BookProblem
}

/** A row must be put right (`error`), answered (`conflict`), may be answered (`asked`); or it is clear what becomes of it. */
export type BookVerdict = 'error' | 'conflict' | 'asked' | 'new' | 'change' | 'same'
/**
 * What a whole row is about: `missing`, deleted in the file; `trashed`, in the trash of the register and edited in the file; `again`, added by an
 * earlier import of this file with other words: another copy of the file may have used the same code.
 */
export type BookCase = 'missing' | 'trashed' | 'again'

export interface BookRow {
  /** record of the row: what a choice names it by */
  key: string
  sheet: EntityName
  /** in the file, counted from 1; null: it is not there any more */
  row: number | null
  code: string
  label: string
  verdict: BookVerdict
  case: BookCase | null
  cells: BookCell[]
  problems: BookProblem[]
}

export interface BookSheetSummary {
  sheet: EntityName
  /** as the file calls it */
  name: string
  rows: number
  notes: BookProblem[]
}

export interface BookPreview {
  /** of the file and the register it was compared with; a commit must name it */
  fingerprint: string
  file: string
  sha256: string
  format: FileReading['format']
  carried: FileReading['carried']
  /** fingerprint of the register it was compared with */
  register: string
  exportedAt: string
  day: string
  /** where the exported values come from: this register's log, or what the file remembers (the register is another copy, or older) */
  base: 'log' | 'file'
  counts: Record<BookVerdict, number>
  sheets: BookSheetSummary[]
  /** all but the unchanged ones */
  rows: BookRow[]
}

export interface BookMerged {
  batch: string
  /** the set in the journal, for changes.undo; '' where nothing was written */
  set: string
  /** records */
  added: number
  changed: number
  trashed: number
  /** rows left out for their errors */
  skipped: number
  seq: number
}
