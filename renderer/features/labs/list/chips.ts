// The filter in words: one chip per condition, and the choices each condition offers, named from the register's reference lists.
import { useMemo } from 'react'
import { sectors } from '../../../../db/model/entities'
import type { Reference } from '../../../../db/model/shapes'
import { flags } from '../../../../db/model/status/flags'
import { expiryWindows, statuses } from '../../../../db/model/status/spans'
import { say } from '../../../../db/model/texts/say'
import type { FilterChip } from '../../../components/FilterChips'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { conditionsOf, noFilter, valuesOf, without, type Condition, type FilterKey, type ListFilter } from './filter'
import { useListStore } from './listStore'

export interface Choice {
  value: string
  label: string
  /** heading under which it stands */
  group?: string
}

export type Choices = Readonly<Record<FilterKey, readonly Choice[]>>

/** Scheme key that means “not known”. */
const NO_SCHEME = 'none'
const noReference: Reference = { schemes: [], issuers: [], standards: [], fields: [], units: [] }

/** What each condition can be set to; lists of the register are empty until they are read. */
export function useChoices(): Choices {
  const texts = useTexts()
  const reference = useCall('reference.get', {})
  const data = reference.state === 'ready' ? reference.data : noReference
  return useMemo(() => choicesOf(texts, data), [texts, data])
}

export function choicesOf({ t, language }: Pick<Texts, 't' | 'language'>, reference: Reference): Choices {
  const named = (vi: string, en: string | null): string => (language === 'en' && en !== null ? en : vi)
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  return {
    status: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    scheme: [
      ...reference.schemes.map(({ key }) => ({ value: key, label: key })),
      { value: NO_SCHEME, label: capital(t('labs.filter.noScheme')) },
    ],
    field: reference.fields.map(({ key, vi, en }) => ({ value: key, label: named(vi, en) })),
    standard: reference.standards.map(({ key, title, family }) => ({
      value: key,
      label: title,
      group: t('labs.filter.family', { family }),
    })),
    sector: sectors.map((value) => ({ value, label: capital(say(language, `exchange.sectors.${value}`)) })),
    area: reference.units.map(({ id, name, type, parent, until }) => ({
      value: id,
      label: `${capital(type)} ${name}${parent === null || until === null ? '' : `, ${parent}`}`,
      group: t(until === null ? 'labs.filter.newUnits' : 'labs.filter.oldUnits'),
    })),
    flag: flags.map((value) => ({ value, label: capital(say(language, `exchange.flags.${value}`)) })),
  }
}

/** A condition as part of a sentence: “tình trạng: sắp hết hạn hoặc hết hiệu lực”. */
export function conditionText(
  { t, n, language }: Texts,
  filter: ListFilter,
  condition: Condition,
  choices: Choices,
): string {
  if (condition === 'text') return t('labs.chip.text', { text: filter.text?.trim() ?? '' })
  if (condition === 'expiringWithin') {
    const days = filter.expiringWithin ?? 0
    return days === 0 ? t('labs.chip.expiringToday') : t('labs.chip.expiring', { count: days, shown: n(days) })
  }
  const labels = valuesOf(filter, condition).map(
    (value) => choices[condition].find((choice) => choice.value === value)?.label ?? t('labs.chip.unknownValue'),
  )
  const proper = condition === 'scheme' || condition === 'standard' || condition === 'area'
  const words = proper ? labels : labels.map((label) => label.charAt(0).toLocaleLowerCase(language) + label.slice(1))
  return t(`labs.chip.${condition}`, { values: words.join(` ${t('labs.chip.or')} `) })
}

/** The present filter as chips that take their condition away. */
export function useChips(choices: Choices): FilterChip[] {
  const texts = useTexts()
  const { filter, setFilter } = useListStore()
  return conditionsOf(filter).map((condition) => ({
    id: condition,
    text: conditionText(texts, filter, condition, choices),
    remove: () => setFilter(without(filter, condition)),
  }))
}

export function clearFilter(): void {
  useListStore.getState().setFilter(noFilter)
}

export const expiryChoices = expiryWindows
