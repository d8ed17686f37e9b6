// Saves of many rows say of each problem which row and field it is in: `rows.3.range`.
import { RegistryError, type FieldProblem } from '../model/errors'

/** A record and field as the caller knows them, where the writer changed another record for it. */
export type Home = (problem: FieldProblem) => Pick<FieldProblem, 'record' | 'field'>

/** Conflicts of a saving of rows, told by row. */
export function byRow(
  error: unknown,
  rows: readonly { id?: string | undefined }[],
  home: Home = (problem) => problem,
): unknown {
  if (!(error instanceof RegistryError) || error.code !== 'conflict' || error.fields === undefined) return error
  const fields = error.fields.map((problem): FieldProblem => {
    const known = { ...problem, ...home(problem) }
    const at = rows.findIndex((row) => row.id !== undefined && row.id === known.record)
    return at < 0 ? problem : { ...known, field: `rows.${at}.${known.field}` }
  })
  return new RegistryError('conflict', error.message, fields)
}
