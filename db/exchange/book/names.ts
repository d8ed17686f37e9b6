// Which record a cell names: by the code of its row, by its name where only one is called so, or by an item of a list as it was called at the export.
import type { EntityName } from '../../model/entities'
import { fixedId } from '../../registers/fixed-id'
import { labelsOf, BETWEEN } from './labels'
import { bookSheets, isListed, sheetOf } from './layout'
import type { BookFile, BookFileRow } from './read-book'
import { isId, type Names } from './values'
import type { BookView } from './view'

/** The id of a record that is added in a workbook: the same file gives the same one, however often it comes back. */
export const newId = (file: BookFile, entity: EntityName, code: string): string =>
  fixedId(entity, `workbook ${file.manifest.book} ${code}`)

interface Known {
  id: string
  entity: EntityName
  /** what stands after the code; null: a row that is added, called as its author likes */
  label: string | null
}

export interface BookNames extends Names {
  /** A row that is added can be named from now on. */
  add(row: Pick<BookFileRow, 'code'>, entity: EntityName, id: string): void
  labelOf(id: string): string
}

const keyOf = (code: string): string => code.trim().toUpperCase()

export function bookNames(file: BookFile, view: BookView): BookNames {
  const codes = new Map<string, Known>()
  const byLabel = new Map<string, Known[]>()
  const shown = new Map<string, string>()
  const nameOf = namesOf(view)
  const labels = labelsOf(view, file.manifest.language, (id) => nameOf.get(id))
  for (const { entity, id, code, label } of file.records) {
    if (code !== null && !isOwn(entity, code)) continue
    const known = { id, entity, label }
    shown.set(id, code === null ? label : label === '' ? code : `${code}${BETWEEN}${label}`)
    if (code !== null) codes.set(keyOf(code), known)
    const key = `${entity} ${label}`
    byLabel.set(key, [...(byLabel.get(key) ?? []), known])
  }
  /** rows of the file that were not exported: in the trash they may come back with what names them */
  const added = new Set<string>()
  const listed = new Map(view.lists.map((item) => [item.id, item]))
  const named = (target: EntityName | null, text: string): Known[] =>
    target === null
      ? []
      : (byLabel.get(`${target} ${text}`) ??
        view.lists.filter(({ entity, label }) => entity === target && label === text))

  function known(target: EntityName | null, text: string): Known | { problem: string } {
    const [code = '', ...rest] = text.split(BETWEEN)
    const label = rest.join(BETWEEN)
    const row = target !== null && isListed(target) ? undefined : codes.get(keyOf(code))
    if (row) return label !== '' && row.label !== null && label !== row.label ? { problem: 'book.ref_label' } : row
    const [only, ...others] = named(target, text)
    if (only) return others.length > 0 ? { problem: 'book.ref_ambiguous' } : only
    const record = isId(text) ? view.record(text) : undefined
    return record ? { ...record, label: null } : { problem: 'book.ref_unknown' }
  }

  return {
    shown: (id) => shown.get(id) ?? listed.get(id)?.label ?? (labels.of(id) || null),
    labelOf: (id) => labels.of(id),
    add(row, entity, id) {
      added.add(id)
      if (row.code === null) return
      codes.set(keyOf(row.code), { id, entity, label: null })
      shown.set(id, row.code)
    },
    find(target, text) {
      const found = known(target, text)
      if ('problem' in found) return found
      if (target !== null && found.entity !== target) return { problem: 'book.ref_kind' }
      if (isListed(found.entity)) return listed.has(found.id) ? { id: found.id } : { problem: 'book.ref_unknown' }
      return view.record(found.id)?.trashed && !added.has(found.id) ? { problem: 'book.ref_trashed' } : { id: found.id }
    },
  }
}

const isOwn = (entity: EntityName, code: string): boolean => new RegExp(`^${sheetOf(entity)!.prefix}\\d`).test(code)

/** The record with a living name of each laboratory and owner. */
function namesOf(view: BookView): Map<string, string> {
  const names = bookSheets.flatMap(({ parts }) => (parts[1] === undefined ? [] : [parts[1]]))
  return new Map(
    names.flatMap(({ entity, of }) =>
      view
        .all(entity)
        .flatMap(({ id, trashed, values }): [string, string][] => (trashed ? [] : [[String(values[of!]), id]])),
    ),
  )
}
