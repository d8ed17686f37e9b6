// Which record each row of a sheet is: by its hidden id, else by its code; a code that is not of the export is a row that is added. A copied row has the
// id of the one it was copied from: only the row that kept the code is that record.
import type { BookProblem } from '../../model/shapes/book'
import { exported } from './base'
import { newId } from './names'
import type { BookFile, BookFileRow, BookFileSheet } from './read-book'

export interface IdentifiedRow {
  row: BookFileRow
  /** of the main record */
  id: string
  /** the ids of companions are the row's own */
  own: boolean
  problem: BookProblem | null
}

export interface Identified {
  rows: IdentifiedRow[]
  /** exported records that no row is */
  gone: { id: string; code: string; label: string }[]
}

export function identify(file: BookFile, { sheet, rows }: BookFileSheet): Identified {
  const before = exported(file, sheet.entity, sheet.prefix)
  const codeOf = new Map(before.map(({ id, code }) => [id, code]))
  const idOf = new Map(before.map(({ id, code }) => [code, id]))
  const claims = claimsOf(rows, codeOf)
  const taken = new Map<string, BookFileRow>()
  const found: IdentifiedRow[] = []
  const put = (row: BookFileRow, id: string, own: boolean, rule: string | null = null): void => {
    const first = taken.get(id)
    const twice =
      first === undefined
        ? null
        : { rule: codeOf.has(id) ? 'book.row_twice' : 'book.code_twice', params: { row: first.number } }
    if (first === undefined) taken.set(id, row)
    found.push({ row, id: twice ? `${id} ${row.number}` : id, own, problem: rule === null ? twice : { rule } })
  }
  for (const row of rows) {
    const [given] = row.ids
    const empty = [...row.cells.values()].every((cell) => cell === null || cell === '')
    if (given && claims.get(given) === row) put(row, given, true)
    else if (empty) continue
    else if (given && !codeOf.has(given)) put(row, `${given} ${row.number}`, false, 'book.id_unknown')
    else if (row.code === null) put(row, `${sheet.entity} ${row.number}`, false, 'book.row_needs_code')
    else {
      const known = idOf.get(row.code)
      put(row, known ?? newId(file, sheet.entity, row.code), false)
    }
  }
  return { rows: found, gone: before.filter(({ id }) => !taken.has(id)) }
}

/** The row that is the record of each id: the one that kept its code, else the first that has no code of another. */
function claimsOf(rows: readonly BookFileRow[], codeOf: ReadonlyMap<string, string>): Map<string, BookFileRow> {
  const claims = new Map<string, BookFileRow>()
  const known = rows.filter(({ ids: [id] }) => id != null && codeOf.has(id))
  for (const row of known)
    if (row.code === codeOf.get(row.ids[0]!) && !claims.has(row.ids[0]!)) claims.set(row.ids[0]!, row)
  for (const row of known) if (!claims.has(row.ids[0]!)) claims.set(row.ids[0]!, row)
  return claims
}
