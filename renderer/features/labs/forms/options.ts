// What the choices of the forms offer, from the register's reference lists and the kinds that db/model knows, in words.
import { formatDate } from '../../../../db/model/dates/partial'
import type { Reference } from '../../../../db/model/shapes/register'
import type { ComboOption } from '../../../components/fields/ComboField'
import { textOf } from '../../../components/fields/PartialDateField'
import type { Option } from '../../../components/fields/SelectField'
import type { Language } from '../../../texts/formats'
import type { Texts } from '../../../texts/texts'

/** Words of a list start with a capital where they stand alone. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

export function choiceOptions<const V extends string>(values: readonly V[], words: (value: V) => string): Option[] {
  return values.map((value) => ({ value, label: capital(words(value)) }))
}

const named = (language: Language, item: { vi: string; en: string | null }): string =>
  language === 'en' ? (item.en ?? item.vi) : item.vi

/** “VILAS – Công nhận phòng thí nghiệm”. */
export function schemeOptions(reference: Reference, language: Language): Option[] {
  return reference.schemes.map((scheme) => ({ value: scheme.id, label: `${scheme.key} – ${named(language, scheme)}` }))
}

export function issuerOptions(reference: Reference): Option[] {
  return reference.issuers.map(({ id, key, name }) => ({ value: id, label: name === key ? name : `${key} – ${name}` }))
}

export function fieldOptions(reference: Reference, language: Language): Option[] {
  return reference.fields.map((field) => ({ value: field.id, label: named(language, field) }))
}

/** Standards with the day until which an edition is recognised: an old one may still be what the decision says. */
export function standardOptions(reference: Reference, { t, language }: Texts): Option[] {
  return reference.standards.map(({ id, title, lastDay }) => ({
    value: id,
    label: lastDay === null ? title : t('forms.accreditation.edition', { title, day: formatDate(lastDay, language) }),
  }))
}

const FIRST_NEW_DAY = '2025-07-01'

/** Units in force since 01/07/2025, or those until then; a unit's parent tells equal names apart. */
export function unitOptions(reference: Reference, era: 'old' | 'new'): ComboOption[] {
  return reference.units
    .filter(({ from, until }) =>
      era === 'new' ? until === null && (from === null || from >= FIRST_NEW_DAY) : until !== null,
    )
    .map(({ id, type, name, parent }) => ({
      value: id,
      label: capital(`${type} ${name}`),
      ...(parent !== null && era === 'old' ? { note: parent } : {}),
    }))
}

export function optionWords(
  options: readonly { value: string; label: string }[],
  value: unknown,
  texts: Texts,
): string {
  return options.find((option) => option.value === value)?.label ?? plainWords(value, texts)
}

/** A value of a form as a person reads it; unknown is said, never left blank. */
export function plainWords(value: unknown, { t, language }: Texts): string {
  if (value === null || value === undefined || value === '') return t('records.values.empty')
  if (typeof value === 'boolean') return t(value ? 'records.values.yes' : 'records.values.no')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (isDate(value)) return textOf(value, language)
  return t('records.values.otherRecord')
}

function isDate(value: unknown): value is { iso: string; printed?: string } {
  return typeof value === 'object' && value !== null && 'iso' in value && typeof value.iso === 'string'
}

export function listWords(options: readonly Option[], value: unknown, texts: Texts): string {
  const chosen = Array.isArray(value) ? (value as unknown[]) : []
  return chosen.length === 0
    ? texts.t('records.values.empty')
    : chosen.map((each) => optionWords(options, each, texts)).join('; ')
}
