// The filter in words: one chip per condition, and the choices each condition offers, named from the register's reference lists.
import { useMemo } from 'react'
import { sectors } from '../../../../db/model/vocabulary'
import type { Reference } from '../../../../db/model/shapes/register'
import { flags } from '../../../../db/model/status/flags'
import { expiryWindows, statuses } from '../../../../db/model/status/spans'
import { say } from '../../../../db/model/texts/say'
import type { FilterChip } from '../../../components/FilterChips'
import { capital } from '../../../texts/capital'
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
  const { t, language } = useTexts()
  const reference = useCall('reference.get', {})
  const data = reference.state === 'ready' ? reference.data : noReference
  return useMemo(() => choicesOf({ t, language }, data), [t, language, data])
}

export function choicesOf({ t, language }: Pick<Texts, 't' | 'language'>, reference: Reference): Choices {
  const named = (vi: string, en: string | null): string => (language === 'en' && en !== null ? en : vi)
  return {
    status: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    scheme: [
      ...reference.schemes.map(({ key }) => ({ value: key, label: key })),
      { value: NO_SCHEME, label: capital(t('labs.filter.noScheme'), language) },
    ],
    field: reference.fields.map(({ key, vi, en }) => ({ value: key, label: named(vi, en) })),
    standard: reference.standards.map(({ key, title, family }) => ({
      value: key,
      label: title,
      group: t('labs.filter.family', { family }),
    })),
    sector: sectors.map((value) => ({ value, label: capital(say(language, `exchange.sectors.${value}`), language) })),
    area: areaChoices(t, reference.units),
    flag: flags.map((value) => ({ value, label: capital(say(language, `exchange.flags.${value}`), language) })),
  }
}

/** Units of today first, then the former districts, then the former communes, which their district tells apart. */
function areaChoices(t: Texts['t'], units: Reference['units']): Choice[] {
  const choices = (
    group: string,
    chosen: Reference['units'],
    label: (unit: Reference['units'][number]) => string,
  ): Choice[] => chosen.map((unit) => ({ value: unit.id, label: label(unit), group }))
  const full = ({ type, name }: Reference['units'][number]): string => `${type} ${name}`
  const old = units.filter((unit) => unit.until !== null)
  const districts = new Set(old.map((unit) => unit.parent))
  return [
    ...choices(
      t('labs.filter.newUnits'),
      units.filter((unit) => unit.until === null),
      full,
    ),
    ...choices(
      t('labs.filter.oldDistricts'),
      old.filter((unit) => districts.has(full(unit))),
      full,
    ),
    ...choices(
      t('labs.filter.oldCommunes'),
      old.filter((unit) => !districts.has(full(unit))),
      (unit) => (unit.parent === null ? full(unit) : `${full(unit)}, ${unit.parent}`),
    ),
  ]
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
