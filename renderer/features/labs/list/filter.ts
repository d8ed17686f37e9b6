// The list's filter: reading and writing it as a parameter of the place, changing one condition at a time. Every condition holds a
// list of values, joined by “or”; conditions are joined by “and”.
import { LabFilter } from '../../../../db/model/inputs'

export const filterKeys = ['status', 'scheme', 'field', 'standard', 'sector', 'area', 'flag'] as const
export type FilterKey = (typeof filterKeys)[number]
export type Condition = FilterKey | 'text' | 'expiringWithin'

/** `text` stands as typed (the search box shows it); it is trimmed where it is asked or written down. */
export type ListFilter = Omit<LabFilter, 'day'>

export const noFilter: ListFilter = {}

const Stored = LabFilter.omit({ day: true })
const TEXT_MAX = 300

/** The filter as asked of the registry: text trimmed and cut, empty conditions left out. */
export function asked(filter: ListFilter): ListFilter {
  const text = filter.text?.trim().slice(0, TEXT_MAX)
  const lists = filterKeys.flatMap((key) => {
    const values = valuesOf(filter, key)
    return values.length === 0 ? [] : [[key, values] as const]
  })
  return {
    ...(text ? { text } : {}),
    ...(Object.fromEntries(lists) as ListFilter),
    ...(filter.expiringWithin === undefined ? {} : { expiringWithin: filter.expiringWithin }),
  }
}

/** Equal filters give equal text; '{}' is no filter. */
export function encodeFilter(filter: ListFilter): string {
  return JSON.stringify(asked(filter))
}

/** A filter out of a place (another screen's link, an address); null when it does not read. */
export function readFilter(encoded: string): ListFilter | null {
  try {
    return Stored.safeParse(JSON.parse(encoded)).data ?? null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

export function valuesOf(filter: ListFilter, key: FilterKey): readonly string[] {
  const values = filter[key]
  return values === undefined ? [] : Array.isArray(values) ? values : [values]
}

/** The condition set to these values; an empty list takes it away. */
export function withValues(filter: ListFilter, key: FilterKey, values: readonly string[]): ListFilter {
  const rest = without(filter, key)
  return values.length === 0 ? rest : { ...rest, ...Stored.parse({ [key]: values }) }
}

export function without(filter: ListFilter, condition: Condition): ListFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => key !== condition))
}

/** Conditions that are set, in the order in which their chips stand. */
export function conditionsOf(filter: ListFilter): Condition[] {
  const set = asked(filter)
  return (['text', ...filterKeys, 'expiringWithin'] as const).filter((condition) => set[condition] !== undefined)
}
