// The filter of a list in words, as the paper's heading says it: “tình trạng: sắp hết hạn; chương trình: VILAS”.
import type { LabFilter } from '../../model/inputs'
import { say } from '../../model/texts/say'
import { prepare, type ReadDb } from '../../store/database'
import { joined } from './values'

const many = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

const NAMES = {
  field: 'SELECT vi AS name FROM field WHERE key = ?',
  standard: 'SELECT title AS name FROM standard WHERE key = ?',
  area: `SELECT type || ' ' || name AS name FROM admin_unit WHERE id = ?`,
} as const

export function filterWords(db: ReadDb, filter: LabFilter): string {
  const named = (kind: keyof typeof NAMES): string[] =>
    many(filter[kind]).map((key) => prepare<[string], { name: string }>(db, NAMES[kind]).get(key)?.name ?? key)
  const part = (title: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `${title}: ${values.join(', ')}`
  return joined([
    filter.text ? `có chữ “${filter.text}”` : '',
    part('tình trạng', many(filter.status).map((each) => say('vi', `status.name.${each}`))),
    part('chương trình', many(filter.scheme).map((key) => (key === 'none' ? 'chưa rõ' : key))),
    part('lĩnh vực', named('field')),
    part('tiêu chuẩn', named('standard')),
    part('loại hình', many(filter.sector).map((each) => say('vi', `exchange.sectors.${each}`))),
    part('địa bàn', named('area')),
    part('cần xem', many(filter.flag).map((each) => say('vi', `exchange.flags.${each}`))),
    filter.expiringWithin === undefined ? '' : `hết hiệu lực trong ${filter.expiringWithin} ngày tới`,
  ])
}
