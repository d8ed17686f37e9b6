// Which sheets the workbook has and what stands in their columns: one sheet per kind of record, its rows in the register's order. A laboratory
// and an owner carry their present name (and owner) in their own row; earlier names have a sheet of their own. Order keys never leave the register.
import { choiceOf } from '../../model/choice-words'
import { entities, fieldsOf, type EntityName } from '../../model/entities'
import { Day, Id, type Field } from '../../model/fields'
import { isSayKey, say, type Language } from '../../model/texts/say'

export type ValueKind = 'text' | 'choice' | 'date' | 'day' | 'code' | 'flag' | 'ref' | 'any'

/** A record that makes up (a part of) a row; `of` is the field by which a companion points to the row's main record. */
export interface Part {
  entity: EntityName
  of: string | null
}

export interface BookColumn {
  /** `laboratory.phone`: unique within the sheet */
  key: string
  /** place of its record among the parts of the row */
  part: number
  entity: EntityName
  field: string
  kind: ValueKind
  /** of a reference */
  target: EntityName | null
}

export interface BookSheet {
  entity: EntityName
  /** begins the row codes of this sheet; unique in the workbook */
  prefix: string
  parts: readonly Part[]
  columns: readonly BookColumn[]
}

const OMITTED = new Set(['position', 'trashedAt'])

function kindOf(field: Field): ValueKind {
  if (field.kind === 'ref' || field.kind === 'code' || field.kind === 'date' || field.kind === 'flag') return field.kind
  if (field.schema === Id) return 'any'
  return field.schema === Day ? 'day' : 'text'
}

function columnsOf(parts: readonly Part[], first: readonly string[]): BookColumn[] {
  const all = parts.flatMap(({ entity, of }, part) =>
    Object.entries(fieldsOf(entity)).flatMap(([field, about]): BookColumn[] => {
      if (OMITTED.has(field) || field === of) return []
      const key = `${entity}.${field}`
      const kind = key in choiceOf ? 'choice' : kindOf(about)
      return [{ key, part, entity, field, kind, target: (about.target as EntityName | undefined) ?? null }]
    }),
  )
  const place = (column: BookColumn): number => (first.includes(column.key) ? first.indexOf(column.key) : first.length)
  return all.toSorted((a, b) => place(a) - place(b))
}

function sheet(
  entity: EntityName,
  prefix: string,
  with_: readonly Part[] = [],
  first: readonly string[] = [],
): BookSheet {
  const parts = [{ entity, of: null }, ...with_]
  return { entity, prefix, parts, columns: columnsOf(parts, first) }
}

export const bookSheets: readonly BookSheet[] = [
  sheet(
    'organization',
    'CQ',
    [{ entity: 'organization_name', of: 'organization' }],
    ['organization_name.vi', 'organization_name.en'],
  ),
  sheet('organization_name', 'TCQ'),
  sheet('organization_predecessor', 'CQT'),
  sheet(
    'laboratory',
    'P',
    [
      { entity: 'laboratory_name', of: 'laboratory' },
      { entity: 'laboratory_owner', of: 'laboratory' },
    ],
    ['laboratory_name.vi', 'laboratory_name.en', 'laboratory_owner.organization'],
  ),
  sheet('laboratory_name', 'TP'),
  sheet('laboratory_owner', 'CP'),
  sheet('site', 'DD'),
  sheet('accreditation', 'CN', [], ['accreditation.code']),
  sheet('accreditation_standard', 'TC'),
  sheet('accreditation_field', 'LV'),
  sheet('coverage', 'PC'),
  sheet('decision', 'QD', [], ['decision.number']),
  sheet('decision_act', 'ND'),
  sheet('act_line', 'DN'),
  sheet('annex', 'PL'),
  sheet('scope_line', 'D', [], ['scope_line.annex', 'scope_line.matrixVi', 'scope_line.testVi']),
  sheet('signatory', 'NK'),
  sheet('signatory_scope', 'PK'),
  sheet('surveillance', 'GS'),
  sheet('statement', 'DT'),
  sheet('evidence', 'NG'),
]

const byEntity = new Map(bookSheets.map((each) => [each.entity, each]))
export const sheetOf = (entity: EntityName): BookSheet | undefined => byEntity.get(entity)

/** Records that a cell may name and the workbook does not edit: they stand in its lists. */
export const listed = ['scheme', 'issuer', 'standard', 'field', 'admin_unit'] as const satisfies readonly EntityName[]
export type Listed = (typeof listed)[number]
export const isListed = (entity: EntityName): entity is Listed => (listed as readonly EntityName[]).includes(entity)

/** Kinds of records that are in the register and not in the workbook; “Đọc trước” names them. */
export const leftOut = (Object.keys(entities) as EntityName[]).filter(
  (entity) => !byEntity.has(entity) && !isListed(entity),
)

export const wordOf = (language: Language, entity: EntityName): string =>
  capital(say(language, `records.entities.${entity}`))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Sheet's name; no kind of record is called by more than the 31 letters a name may have. */
export const sheetName = (language: Language, { entity }: BookSheet): string => wordOf(language, entity).slice(0, 31)

/** Heading of a column: the field's word; of a companion's also whose it is, where the word alone would say something else. */
export function headingOf(language: Language, { columns, parts }: BookSheet, column: BookColumn): string {
  if (column.key === 'laboratory_owner.organization' && column.part > 0) return wordOf(language, 'organization')
  const key = `records.fields.${column.field}`
  const word = isSayKey(key) ? say(language, key) : column.field
  const alike = columns.some((other) => other !== column && other.field === column.field)
  return alike || (column.part > 0 && ['fromAct', 'untilAct'].includes(column.field))
    ? `${wordOf(language, parts[column.part]!.entity)}: ${word.toLowerCase()}`
    : word
}

/** Words of a choice: of the list, or, where that has none (`AFL 01/12`), the choice itself. */
export function choiceWords(language: Language, column: string, value: string): string {
  const key = `records.choices.${choiceOf[column]!}.${value}`
  return isSayKey(key) ? say(language, key) : value
}

/** The choices of a field, in the order of the list. */
export function choicesOf(entity: EntityName, field: string): readonly string[] {
  return (fieldsOf(entity)[field]!.schema as unknown as { options: readonly string[] }).options
}
