// Finds the header row of a list and what each column means, by folded headings in both languages and the names offices commonly use.
import { fold } from '../model/text/fold'
import { languages, say, type Language } from '../model/texts/say'
import { textOf, type Cell } from './cells'
import { decisionKeys, listForm, type HeadingKey } from './form'
import type { SheetRow } from './spreadsheet'

/** Rows from the top among which the header must be: offices put a letterhead and a title above it. */
export const HEADER_WITHIN = 20

export interface Header {
  /** place of the header row among the rows read */
  at: number
  language: Language
  columns: { heading: string; key: HeadingKey | null }[]
}

/** Folded headings besides our own; what is not listed is not guessed. */
const aliases: Partial<Record<HeadingKey, readonly string[]>> = {
  index: ['tt', 'so tt', 'so thu tu', 'no'],
  nameVi: [
    'ten phong thi nghiem',
    'phong thi nghiem',
    'ten phong thu nghiem',
    'phong thu nghiem',
    'ten ptn',
    'ten phong xet nghiem',
    'laboratory name',
    'name of laboratory',
  ],
  nameEn: ['ten phong tieng anh', 'ten phong thi nghiem tieng anh'],
  owner: ['don vi chu quan', 'chu quan', 'ten don vi', 'ten co quan chu quan', 'organization', 'organisation'],
  address: ['dia diem', 'dia chi phong thi nghiem'],
  phone: ['so dien thoai', 'dt', 'sdt', 'tel', 'telephone'],
  email: ['thu dien tu', 'hop thu', 'e mail'],
  website: ['trang thong tin dien tu', 'trang web', 'web'],
  schemes: ['chuong trinh cong nhan'],
  codes: [
    'so hieu',
    'ma cong nhan',
    'so hieu cong nhan',
    'ma so cong nhan',
    'ma so phong thi nghiem',
    'ma so ptn',
    'so vilas',
  ],
  standards: ['tieu chuan cong nhan', 'tieu chuan ap dung'],
  fields: ['linh vuc cong nhan', 'linh vuc thu nghiem'],
  note: ['ghi chu khac', 'remark', 'remarks', 'notes'],
  decisionNumber: ['quyet dinh', 'so quyet dinh cong nhan', 'quyet dinh so', 'decision'],
  effective: ['hieu luc tu', 'ngay bat dau', 'ngay co hieu luc', 'valid from'],
  decisionExpiry: ['ngay het hieu luc', 'han hieu luc', 'het han'],
}

const headingKey = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const known = new Map<string, { key: HeadingKey; language: Language | null }>()
for (const key of [...listForm.map((column) => column.key), ...decisionKeys] satisfies HeadingKey[]) {
  for (const alias of aliases[key] ?? []) known.set(alias, { key, language: null })
}
for (const key of [...listForm.map((column) => column.key), ...decisionKeys] satisfies HeadingKey[]) {
  for (const language of languages) known.set(headingKey(say(language, `exchange.columns.${key}`)), { key, language })
}

const recognise = (cell: Cell) => known.get(headingKey(textOf(cell) ?? ''))

/** How many different columns of the form a row names. */
function named(cells: readonly Cell[]): number {
  return new Set(cells.flatMap((cell) => recognise(cell)?.key ?? [])).size
}

/** The most columns any of the first rows names: what a guess of delimiter or sheet is judged by. */
export function headerScore(rows: readonly (readonly Cell[])[]): number {
  return Math.max(0, ...rows.slice(0, HEADER_WITHIN).map(named))
}

/** The first of the top rows that names most columns, among them the name or the record id; null: there is none. */
export function findHeader(rows: readonly SheetRow[]): Header | null {
  const top = rows.slice(0, HEADER_WITHIN).map(({ cells }) => (cells.some(identifies) ? named(cells) : 0))
  const most = Math.max(0, ...top)
  const at = top.indexOf(most)
  const row = rows[at]
  if (most < 1 || !row) return null
  const found = row.cells.map((cell) => ({ heading: textOf(cell) ?? '', known: recognise(cell) }))
  const english = found.filter((column) => column.known?.language === 'en').length
  const vietnamese = found.filter((column) => column.known?.language === 'vi').length
  return {
    at,
    language: english > vietnamese ? 'en' : 'vi',
    columns: found.map((column) => ({ heading: column.heading, key: column.known?.key ?? null })),
  }
}

function identifies(cell: Cell): boolean {
  const key = recognise(cell)?.key
  return key === 'nameVi' || key === 'id'
}
