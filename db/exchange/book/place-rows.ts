// Which rows the sheets get: main records in the register's order, each with the companions that hold on the day and a code of its own.
import type { EntityName } from '../../model/entities'
import { bookSheets, sheetOf } from './layout'
import { BETWEEN } from './labels'
import type { BaseRecord } from './manifest'
import { companionsOn, type BookView, type Held } from './view'

export interface Placed {
  code: string
  /** one for each part of the sheet; null: there is no such record */
  records: (Held | null)[]
}

/** What is a companion has no row of its own. */
export function placeRows(view: BookView, day: string): Map<EntityName, Placed[]> {
  const taken = new Set<string>()
  const placed = new Map<EntityName, Placed[]>()
  const ordered = bookSheets.toSorted((a, b) => b.parts.length - a.parts.length)
  for (const sheet of ordered) {
    const companions = sheet.parts.slice(1).map(({ entity, of }) => companionsOn(view, { entity, of: of! }, day))
    const rows = view
      .all(sheet.entity)
      .filter(({ id, trashed }) => !trashed && !taken.has(id))
      .map((main, at) => {
        const records = [main, ...companions.map((found) => found.get(main.id) ?? null)]
        for (const record of records.slice(1)) if (record) taken.add(record.id)
        return { code: `${sheet.prefix}${at + 1}`, records }
      })
    placed.set(sheet.entity, rows)
  }
  return placed
}

/** Whether a record stands in a row as the companion of another: then its code is that of the other's sheet. */
export const isCompanion = ({ entity, code }: BaseRecord): boolean =>
  code !== null && !new RegExp(`^${sheetOf(entity)!.prefix}\\d`).test(code)

/** `P12 · Phòng thử nghiệm …`, or an item of a list by its name. */
export const shownName = ({ code, label }: Pick<BaseRecord, 'code' | 'label'>): string =>
  code === null ? label : label === '' ? code : `${code}${BETWEEN}${label}`
