// Finds the header row of a list and what each column means, by folded headings in both languages and the names offices commonly use.
import { createHash } from 'node:crypto'
import { fold } from '../model/text/fold'
import { languages, say, type Language } from '../model/texts/say'
import { KEEP, type ImportChoices } from '../model/imports'
import { textOf, type Cell } from './cells'
import { decisionKeys, listForm, type HeadingKey } from './form'
import type { SheetRow } from './spreadsheet'

/** Rows from the top among which the header must be: offices put a letterhead and a title above it. */
export const HEADER_WITHIN = 20

export interface HeaderColumn {
  heading: string
  key: HeadingKey | null
  /** means nothing to the form and is kept in the note */
  kept?: true
}

export interface Header {
  /** place of the header row among the rows read; of two rows of headings the lower one */
  at: number
  language: Language
  columns: HeaderColumn[]
}

/** Folded headings besides our own; what is not listed is not guessed. */
const aliases: Partial<Record<HeadingKey, readonly string[]>> = {
  index: ['tt', 'so tt', 'so thu tu', 'no', 'stt no'],
  nameVi: [
    'ten phong thi nghiem',
    'phong thi nghiem',
    'ten phong thu nghiem',
    'phong thu nghiem',
    'ten ptn',
    'ten phong xet nghiem',
    'ten phong thi nghiem thu nghiem',
    'ten to chuc thu nghiem',
    'ten phong lab',
    'laboratory',
    'laboratory name',
    'name of laboratory',
  ],
  nameEn: ['ten phong tieng anh', 'ten phong thi nghiem tieng anh'],
  owner: [
    'don vi chu quan',
    'chu quan',
    'ten don vi',
    'ten co quan chu quan',
    'organization',
    'organisation',
    'to chuc chu quan',
    'co quan quan ly',
    'don vi quan ly',
  ],
  address: ['dia diem', 'dia chi ptn', 'dia chi phong thi nghiem'],
  phone: ['so dien thoai', 'dien thoai lien he', 'so dt', 'dt', 'sdt', 'tel', 'telephone'],
  email: ['thu dien tu', 'hop thu', 'e mail'],
  website: ['trang thong tin dien tu', 'trang web', 'web'],
  schemes: ['chuong trinh cong nhan'],
  codes: [
    'ma vilas',
    'so hieu ptn',
    'so hieu phong thi nghiem',
    'so hieu',
    'ma cong nhan',
    'so hieu cong nhan',
    'ma so cong nhan',
    'ma so phong thi nghiem',
    'ma so ptn',
    'so vilas',
  ],
  standards: ['tieu chuan cong nhan', 'tieu chuan ap dung', 'chuan muc cong nhan', 'chuan muc'],
  fields: ['linh vuc cong nhan', 'linh vuc thu nghiem', 'linh vuc hoat dong'],
  note: ['ghi chu khac', 'remark', 'remarks', 'notes'],
  decisionNumber: [
    'quyet dinh',
    'so quyet dinh cong nhan',
    'quyet dinh so',
    'decision',
    'so qd',
    'quyet dinh cong nhan',
    'quyet dinh cong nhan so',
    'cong nhan so quyet dinh',
  ],
  effective: [
    'hieu luc tu',
    'ngay bat dau',
    'ngay co hieu luc',
    'valid from',
    'hieu luc tu ngay',
    'tu ngay',
    'ngay cap',
    'ngay cong nhan',
    'ngay ky',
  ],
  decisionExpiry: [
    'ngay het hieu luc',
    'han hieu luc',
    'het han',
    'den ngay',
    'hieu luc den ngay',
    'thoi han',
    'ngay het han cong nhan',
    'valid to',
    'valid until',
  ],
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

export const recognise = (cell: Cell): { key: HeadingKey; language: Language | null } | undefined =>
  known.get(headingKey(textOf(cell) ?? ''))

/** How many different columns of the form a row names. */
function named(cells: readonly Cell[]): number {
  return new Set(cells.flatMap((cell) => recognise(cell)?.key ?? [])).size
}

/** The most columns any of the first rows names: what a guess of delimiter or sheet is judged by. */
export function headerScore(rows: readonly (readonly Cell[])[]): number {
  return Math.max(0, ...rows.slice(0, HEADER_WITHIN).map(named))
}

/** Two rows of headings as one: what stands below belongs to the group above it, whose cell spans to the right. */
function combined(upper: readonly Cell[], lower: readonly Cell[]): Cell[] {
  let group: string | null = null
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [textOf(upper[at] ?? null), textOf(lower[at] ?? null)]
    group = above ?? (below === null ? null : group)
    if (below === null || above === below) return above
    if (group === null) return below
    // the words of both where they mean something together, else those below
    const both = `${group} ${below}`
    return recognise(both) !== undefined || recognise(below) === undefined ? both : below
  })
}

interface Candidate {
  at: number
  cells: readonly Cell[]
}

function candidates(rows: readonly SheetRow[]): Candidate[] {
  return rows.slice(0, HEADER_WITHIN).flatMap(({ cells }, at): Candidate[] => {
    const lower = rows[at + 1]
    if (lower === undefined || !rows.slice(0, HEADER_WITHIN).includes(lower)) return [{ at, cells }]
    const both = combined(cells, lower.cells)
    const filled = lower.cells.filter((cell) => textOf(cell) !== null)
    // a row of values names no columns; a second row of headings adds to the first
    const isHeading = filled.filter((cell) => recognise(cell) !== undefined).length * 2 >= filled.length
    const adds = isHeading && named(both) > Math.max(named(cells), named(lower.cells))
    return adds
      ? [
          { at: at + 1, cells: both },
          { at, cells },
        ]
      : [{ at, cells }]
  })
}

/** The first of the top rows that names most columns, among them the name or the record id; null: there is none. What a person chose goes before. */
export function findHeader(rows: readonly SheetRow[], choices: ImportChoices = {}): Header | null {
  const found = candidates(rows)
  const chosen = choices.headerRow
  const fitting =
    chosen === undefined
      ? found.filter(({ cells }) => cells.some(identifies))
      : found.filter(({ at }) => rows[at]?.number === chosen)
  const most = Math.max(0, ...fitting.map(({ cells }) => named(cells)))
  const own = rows.findIndex(({ number }) => number === chosen)
  const best =
    fitting.find(({ cells }) => named(cells) === most) ??
    (own === -1 ? undefined : { at: own, cells: rows[own]!.cells })
  if (best === undefined || (most < 1 && choices.columns === undefined)) return null
  return headerOf(best, rows, choices)
}

function headerOf({ at, cells }: Candidate, rows: readonly SheetRow[], { columns: chosen }: ImportChoices): Header {
  const width = Math.max(cells.length, ...(chosen ? rows.slice(at, at + 50).map((row) => row.cells.length) : []))
  const found = Array.from({ length: width }, (_, place) => {
    const cell = cells[place] ?? null
    return { heading: textOf(cell) ?? '', known: recognise(cell) }
  })
  const english = found.filter((column) => column.known?.language === 'en').length
  const vietnamese = found.filter((column) => column.known?.language === 'vi').length
  return {
    at,
    language: english > vietnamese ? 'en' : 'vi',
    columns: found.map(({ heading, known: own }, place): HeaderColumn => {
      const choice = chosen?.[place]
      if (choice === undefined) return { heading, key: own?.key ?? null }
      const key = headingKeys.find((each) => each === choice) ?? null
      return { heading: heading || letters(place), key, ...(choice === KEEP && { kept: true }) }
    }),
  }
}

/** Every key a column can have. */
export const headingKeys: readonly HeadingKey[] = [...listForm.map((column) => column.key), ...decisionKeys]

/** A, B, … AA of a column counted from 0: how a column without heading is called. */
const letters = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)

/** What makes two files the same form: their headings in order, however they are spelt. */
export const formOf = (columns: readonly Pick<HeaderColumn, 'heading'>[]): string =>
  createHash('sha256')
    .update(columns.map(({ heading }) => headingKey(heading)).join('\n'))
    .digest('hex')
    .slice(0, 16)

function identifies(cell: Cell): boolean {
  const key = recognise(cell)?.key
  return key === 'nameVi' || key === 'id'
}
