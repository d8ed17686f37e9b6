// What the reading of an annex's text answers. Every piece of the text is in exactly one place: a row, a fact of the head, or what is left.
import type { annexForms } from '../vocabulary'

/** Columns a cell can be read into. `number` is the TT of the paper, never stored. */
export const roles = [
  'number',
  'matrix',
  'test',
  'technique',
  'quantity',
  'range',
  'cmc',
  'method',
  'place',
  'note',
] as const
export type ColumnRole = (typeof roles)[number]

export type Doubt =
  /** the row names no test (or nothing measured), no method, no product */
  | 'no_test'
  | 'no_method'
  | 'no_matrix'
  /** several pieces were put into one field */
  | 'joined'
  /** the text has no heading: which column is which was guessed */
  | 'guessed'

export interface ReadRow {
  number: string | null
  matrixVi: string | null
  matrixEn: string | null
  testVi: string | null
  testEn: string | null
  technique: string | null
  quantity: string | null
  range: string | null
  cmc: string | null
  method: string | null
  note: string | null
  inclusion: 'included' | 'excluded' | 'flexible'
  /** field of testing as the line above the table names it */
  field: string | null
  /** fields taken over from the row above: cells that span several rows */
  inherited: ('matrix' | 'test')[]
  doubts: Doubt[]
}

export const factKinds = [
  'form',
  'title',
  'decision',
  'laboratory',
  'owner',
  'field',
  'manager',
  'signatory',
  'code',
  'validity',
  'address',
  'location',
  'phone',
  'fax',
  'email',
  'website',
  'note',
  'section',
] as const
export type FactKind = (typeof factKinds)[number]

/** A line of the head that was recognised; `value` is what stands behind its label. */
export interface Fact {
  kind: FactKind
  text: string
  value: string
}

/** `furniture`: page numbers and the like; `columns`: headings of the table; `unread`: for placing by hand. */
export interface Left {
  kind: 'furniture' | 'columns' | 'unread'
  text: string
}

export interface AnnexReading {
  layout: 'table' | 'lines'
  form: (typeof annexForms)[number] | null
  /** issue of the form as its foot prints it, e.g. 3.00 */
  issue: string | null
  facts: Fact[]
  rows: ReadRow[]
  left: Left[]
}

export const emptyRow = (): ReadRow => ({
  number: null,
  matrixVi: null,
  matrixEn: null,
  testVi: null,
  testEn: null,
  technique: null,
  quantity: null,
  range: null,
  cmc: null,
  method: null,
  note: null,
  inclusion: 'included',
  field: null,
  inherited: [],
  doubts: [],
})
