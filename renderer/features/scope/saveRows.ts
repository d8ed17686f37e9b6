// One saving of the grid: the rows in their order as one set, of existing lines only what was changed; and what the answer says of which cell.
import type { RowChange } from '../../../db/model/scope/many'
import type { FieldProblem } from '../../../db/model/errors'
import type { SheetRow } from '../../components/sheet/sheet'
import { changedOf, changeOf, isBlank, type Cells, type Lists } from './cells'
import { isNew, lineId, type Kept } from './kept'

export interface Sending {
  rows: RowChange[]
  /** keys of the rows sent, in order */
  keys: string[]
  remove: string[]
}

/** Rows as the call takes them; blank rows are left out, an existing line that was emptied or taken out goes to the trash. */
export function toSend(
  { rows, base, continues, entry }: Omit<Kept, 'seen' | 'pieces' | 'made'>,
  lists: Lists,
): Sending {
  const filled = rows.filter((row) => !isBlank(row.cells))
  const kept = new Set(filled.map(({ key }) => key))
  return {
    rows: filled.map((row) => rowOf(row, { base, continues, entry }, lists)),
    keys: filled.map(({ key }) => key),
    remove: Object.keys(base).filter((id) => !kept.has(id)),
  }
}

function rowOf(
  row: SheetRow,
  { base, continues, entry }: Pick<Kept, 'base' | 'continues' | 'entry'>,
  lists: Lists,
): RowChange {
  const linked = continues[row.key]
  const link = linked === undefined ? {} : { continues: linked }
  const before = base[row.key]
  if (!isNew(row.key) && before !== undefined) return { id: row.key, ...changedOf(row.cells, before, lists), ...link }
  const known = Object.entries(changeOf(row.cells, lists)).filter(([, value]) => value !== null)
  const once = isNew(row.key) ? { newId: lineId(entry, row.key) } : {}
  return { ...Object.fromEntries(known), ...once, ...link } as RowChange
}

/** Whether anything stands there that the register does not have; lines moved count too: their order is what is sent. */
export function isChanged({ rows, base }: Pick<Kept, 'rows' | 'base'>): boolean {
  const filled = rows.filter((row) => !isBlank(row.cells))
  const before = Object.keys(base)
  return (
    filled.length !== before.length ||
    filled.some((row, at) => row.key !== before[at] || !sameCells(row.cells, base[row.key]!))
  )
}

function sameCells(cells: Cells, base: Cells): boolean {
  if (cells === base) return true
  return Object.keys({ ...base, ...cells }).every((id) => (cells[id] ?? '') === (base[id] ?? ''))
}

export interface RowProblem {
  key: string
  column: string
  problem: FieldProblem
}

/** Problems by row key; those that name no row stay out (the failure's own sentence tells them). */
export function problemsByRow(fields: readonly FieldProblem[], keys: readonly string[]): RowProblem[] {
  return fields.flatMap((problem) => {
    const [, at, column] = /^rows\.(\d+)\.(\w+)/.exec(problem.field) ?? []
    const key = keys[Number(at)]
    return column === undefined || key === undefined ? [] : [{ key, column, problem }]
  })
}
