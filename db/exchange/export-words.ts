// A list's filter and the groups it is in, in words, where no screen has said them.
import type { LabGroup, LabQuery } from '../model/inputs'
import type { LabGroupRow } from '../model/shapes/lab'
import { isSayKey, say, type Language, type SayKey } from '../model/texts/say'
import { prepare, type ReadDb } from '../store/database'

const filters = ['text', 'status', 'scheme', 'field', 'standard', 'sector', 'area', 'flag', 'expiringWithin'] as const

/** “tình trạng: sắp hết hạn hoặc hết hiệu lực”, one a condition. */
export function filterWords(db: ReadDb, query: LabQuery, language: Language): string[] {
  const named = namer(db, language)
  return filters.flatMap((filter) => {
    const set = query[filter]
    const values = set === undefined ? [] : Array.isArray(set) ? set : [set]
    if (values.length === 0 || values[0] === '') return []
    return [
      say(language, 'exports.conditionOf', {
        name: say(language, `exports.filters.${filter}`),
        values: values.map((value) => named(filter, String(value))).join(` ${say(language, 'exports.or')} `),
      }),
    ]
  })
}

function namer(db: ReadDb, language: Language): (filter: string, value: string) => string {
  const asked = (sql: string, value: string): string =>
    prepare<[string], { name: string | null }>(db, sql).get(value)?.name ?? value
  const said = (key: string, value: string): string => (isSayKey(key) ? say(language, key satisfies SayKey) : value)
  return (filter, value) => {
    if (filter === 'status') return said(`status.name.${value}`, value)
    if (filter === 'sector') return said(`exchange.sectors.${value}`, value)
    if (filter === 'flag') return said(`exchange.flags.${value}`, value)
    if (filter === 'scheme') return value === 'none' ? say(language, 'exports.noScheme') : value
    if (filter === 'field') return asked(fieldName(language), value)
    if (filter === 'standard') return asked('SELECT title AS name FROM standard WHERE key = ?', value)
    if (filter === 'area') return asked(`SELECT type || ' ' || name AS name FROM admin_unit WHERE id = ?`, value)
    return value
  }
}

const fieldName = (language: Language): string =>
  `SELECT ${language === 'en' ? 'coalesce(en, vi)' : 'vi'} AS name FROM field WHERE key = ?`

/** What a heading of the grouped list calls its group. */
export function groupWords(db: ReadDb, group: LabGroup, language: Language): (row: LabGroupRow) => string {
  const named = namer(db, language)
  return ({ key, label }) => {
    if (key === '') return say(language, `exports.without.${group}`)
    const name = label ?? named(group, key)
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  }
}
