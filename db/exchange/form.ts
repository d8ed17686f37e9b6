// The list form: one row per laboratory, the same columns out and in. What an export writes, an import of that file must call “same”.
// Columns without `field` are computed by the register: written, never read back.
import { formatDate } from '../model/dates/partial'
import type { LabRow } from '../model/shapes/lab'
import type { Flag } from '../model/status/flags'
import { say, type Language } from '../model/texts/say'
import type { FileRow } from '../store/labs'
import { LONGEST_CELL, clean, type Cell } from './cells'

/** Grows when columns or their reading change: a preview made by another version cannot be committed. */
export const FORM_VERSION = 2

export type ColumnKind = 'text' | 'date' | 'code' | 'number'

/** A laboratory as the form shows it. */
export interface FormRow {
  /** place in the list, from 1 */
  index: number
  lab: FileRow
  language: Language
  /** English field names by Vietnamese ones */
  fieldsEn: ReadonlyMap<string, string>
}

export interface FormColumn {
  key: ColumnKey
  kind: ColumnKind
  /** width in characters of the default font */
  width: number
  read: (row: FormRow) => Cell
  /** may be imported */
  field: boolean
  hidden?: true
}

/** A column as a sheet needs it. */
export type FormHeading = Pick<FormColumn, 'kind' | 'width' | 'hidden'> & { key: HeadingKey }

const columnKeys = [
  'index',
  'nameVi',
  'nameEn',
  'owner',
  'sector',
  'area',
  'address',
  'phone',
  'email',
  'website',
  'schemes',
  'codes',
  'standards',
  'fields',
  'status',
  'expiry',
  'daysLeft',
  'flags',
  'note',
  'id',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Only read, for new accreditations: the decision that made them. */
export const decisionKeys = ['decisionNumber', 'effective', 'decisionExpiry'] as const
/** Only in lists of decisions, and of scope lines. */
export const paperKeys = ['signed', 'issuer', 'act'] as const
export const lineKeys = ['matrix', 'test', 'quantity', 'technique', 'range', 'cmc', 'method'] as const
export type HeadingKey =
  | ColumnKey
  | (typeof decisionKeys)[number]
  | (typeof paperKeys)[number]
  | (typeof lineKeys)[number]

const joined = (words: readonly string[]): string | null => (words.length > 1 ? words.join('; ') : (words[0] ?? null))
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** What a list says of the same few codes in every row, put together once for each. */
function worded<C extends string>(word: (code: C, language: Language) => string): typeof word {
  const known: Record<Language, Map<C, string>> = { vi: new Map(), en: new Map() }
  return (code, language) => {
    let text = known[language].get(code)
    if (text === undefined) known[language].set(code, (text = word(code, language)))
    return text
  }
}
const sectorWord = worded((sector: NonNullable<LabRow['sector']>, language) =>
  say(language, `exchange.sectors.${sector}`),
)
const statusWord = worded((status: LabRow['status'], language) => capital(say(language, `status.name.${status}`)))
const flagWord = worded((flag: Flag, language) => say(language, `exchange.flags.${flag}`))

function flagWords({ hasExpired, flags }: FileRow, language: Language): string | null {
  if (!hasExpired && flags.length === 0) return null
  const words = flags.map((flag) => flagWord(flag, language))
  return joined(hasExpired ? [say(language, 'exports.hasExpired'), ...words] : words)
}

/** A day is a real date; a month or year stays the text it is; unlimited is said in words. */
function expiryCell(expiry: string | null, language: Language): Cell {
  if (expiry === null) return null
  return expiry.length === 10 ? { day: expiry } : formatDate(expiry, language)
}

type Shape = Pick<FormColumn, 'kind' | 'width' | 'read' | 'field'> & { hidden?: true }
const entered = (kind: ColumnKind, width: number, read: FormColumn['read']): Shape => ({
  kind,
  width,
  read,
  field: true,
})
const computed = (kind: ColumnKind, width: number, read: FormColumn['read']): Shape => ({
  kind,
  width,
  read,
  field: false,
})

const shapes: Record<ColumnKey, Shape> = {
  index: computed('number', 6, (row) => row.index),
  nameVi: entered('text', 42, (row) => row.lab.nameVi),
  nameEn: entered('text', 30, (row) => row.lab.nameEn),
  owner: entered('text', 36, (row) => row.lab.owner?.name ?? null),
  sector: entered('text', 22, ({ lab, language }) => (lab.sector === null ? null : sectorWord(lab.sector, language))),
  area: computed('text', 18, (row) => row.lab.area),
  address: entered('text', 40, (row) => row.lab.address),
  phone: entered('code', 18, (row) => row.lab.phone),
  email: entered('text', 24, (row) => row.lab.email),
  website: entered('text', 22, (row) => row.lab.website),
  schemes: entered('text', 13, (row) => joined(row.lab.schemes)),
  codes: entered('code', 18, (row) => joined(row.lab.codes)),
  standards: entered('text', 22, (row) => joined(row.lab.standards)),
  fields: entered('text', 20, ({ lab, language, fieldsEn }) =>
    joined(language === 'vi' ? lab.fields : lab.fields.map((field) => fieldsEn.get(field) ?? field)),
  ),
  status: computed('text', 18, ({ lab, language }) => statusWord(lab.status, language)),
  expiry: computed('date', 13, ({ lab, language }) => expiryCell(lab.expiry, language)),
  daysLeft: computed('number', 10, (row) => row.lab.daysLeft),
  flags: computed('text', 26, ({ lab, language }) => flagWords(lab, language)),
  note: entered('text', 30, (row) => row.lab.note),
  id: { kind: 'code', width: 38, read: (row) => row.lab.id, field: true, hidden: true },
}

/** All columns in their order; the record id is last and hidden where the format can hide it. */
export const listForm: readonly FormColumn[] = columnKeys.map((key) => ({
  key,
  ...shapes[key],
  read: (row) => fitting(shapes[key].read(row)),
}))

/** What an empty form asks for: everything that can be imported, without the record id, and the decision of a new accreditation. */
export const emptyForm: readonly FormHeading[] = [
  ...listForm
    .filter((column) => column.field && column.hidden !== true)
    .map(({ key, kind, width }) => ({ key, kind, width })),
  { key: 'decisionNumber', kind: 'code', width: 22 },
  { key: 'effective', kind: 'date', width: 15 },
  { key: 'decisionExpiry', kind: 'date', width: 15 },
]

export const columnOf = (key: string): FormColumn | undefined => listForm.find((column) => column.key === key)

/** Cut with a mark where even the longest cell is too short (very many sites); cleaned, so that what is read back compares equal. */
export function fitting(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = clean(cell)
  if (text === '') return null
  return text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 2)} …`
}
