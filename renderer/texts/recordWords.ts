// Records in words: kind, field and logged value as a person says them; never JSON, never an id. Dates keep their precision, codes stand as
// printed, a reference is the name of what it points to.
import { choiceOf } from '../../db/model/choice-words'
import { kindOfTemplate, TEMPLATE_MARK } from '../../db/model/documents/template-setting'
import { CodeValue, Id } from '../../db/model/fields'
import { fieldsOf, type EntityName, entityNames } from '../../db/model/entities'
import { isRedacted } from '../../db/model/redacted'
import { formatDate, isPartialIso, partialDateSchema, type PartialDate } from '../../db/model/dates/partial'
import { formatInstant } from './instants'
import { records } from '../../db/model/texts/vi/records'
import { tasks } from './vi/tasks'
import type { TextKey, Texts } from './texts'

export interface RecordWords {
  /** “phòng thí nghiệm” */
  entity: (entity: string) => string
  /** “Địa chỉ” */
  field: (entity: string, field: string) => string
  /** a logged value; “(trống)” for null */
  value: (entity: string, field: string, value: unknown) => string
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `nameOf` names the records that are not written out in the log (reference data); undefined: not known. */
export function recordWords(texts: Texts, nameOf: (id: string) => string | undefined): RecordWords {
  const { t } = texts
  return {
    entity: (entity) => (Object.hasOwn(records.entities, entity) ? t(`records.entities.${entity}` as TextKey) : entity),
    field: (_entity, field) => (Object.hasOwn(records.fields, field) ? t(`records.fields.${field}` as TextKey) : field),
    value: (entity, field, value) => valueWords({ entity, field, value }, texts, nameOf),
  }
}

interface Logged {
  entity: string
  field: string
  value: unknown
}

function valueWords(logged: Logged, texts: Texts, nameOf: (id: string) => string | undefined): string {
  const { t, n } = texts
  const { value } = logged
  if (value === null || value === undefined || value === '') return t('records.values.empty')
  if (typeof value === 'boolean') return t(value ? 'records.values.yes' : 'records.values.no')
  if (typeof value === 'number') return n(value)
  if (typeof value === 'string') return textWords(logged, value, texts, nameOf)
  const date = partialDateSchema.safeParse(value)
  if (date.success) return dateWords(date.data, texts)
  const code = CodeValue.safeParse(value)
  return code.success ? code.data.raw : t('records.values.otherRecord')
}

function textWords(
  { entity, field }: Logged,
  value: string,
  texts: Texts,
  nameOf: (id: string) => string | undefined,
): string {
  const { t, n, language } = texts
  if (isRedacted(value)) return t('redact.shown')
  if (Id.safeParse(value).success) return nameOf(value) ?? t('records.values.otherRecord')
  const choices = choiceOf[`${entity}.${field}`]
  if (choices !== undefined && Object.hasOwn(records.choices[choices], value))
    return t(`records.choices.${choices}.${value}` as TextKey)
  if (isAttribute(entity, field)) return attributeWords(value, t)
  if (field === 'about' && entity === 'snooze' && Object.hasOwn(tasks.kinds, value))
    return t(`tasks.kinds.${value}` as TextKey)
  if (entity === 'setting' && field === 'key' && kindOfTemplate(value) !== null)
    return t('documents.template.title', { paper: t(`documents.kinds.${kindOfTemplate(value)!}.name`) })
  if (entity === 'setting' && value.startsWith(TEMPLATE_MARK))
    return t('records.template', { size: n(Math.ceil((value.length * 3) / 4 / 1024)) })
  if (field === 'key' && entity === 'setting' && Object.hasOwn(records.settings, value))
    return t(`records.settings.${value}` as TextKey)
  if (INSTANT.test(value)) return formatInstant(value, language)
  return DAY.test(value) && isPartialIso(value) ? formatDate(value, language) : value
}

const isAttribute = (entity: string, field: string): boolean =>
  field === 'attribute' && (entity === 'evidence' || entity === 'statement')

function attributeWords(attribute: string, t: Texts['t']): string {
  const last = attribute.split('.').at(-1) ?? attribute
  return Object.hasOwn(records.fields, last) ? t(`records.fields.${last}` as TextKey) : attribute
}

/** A date as read; the printed words beside it only where they say something else. */
function dateWords(date: PartialDate, { t, language }: Texts): string {
  const read = date.iso === 'none' ? t('records.values.unlimited') : formatDate(date.iso, language)
  if (date.printed === undefined || date.printed === read) return read
  return t('records.values.printed', { date: read, printed: date.printed })
}

/** Whether a logged field is only the place in a hand-ordered list, of no interest to a reader. */
export function isOrder(entity: string, field: string): boolean {
  return field === 'position' && isEntity(entity) && fieldsOf(entity)[field] !== undefined
}

const isEntity = (entity: string): entity is EntityName => (entityNames as readonly string[]).includes(entity)
