// The editions that methods name, put into their own column where that is empty; the method stays as printed.
import { offeredEdition } from '../../../db/model/scope/method'
import { commit, type Sheet } from '../../components/sheet/sheet'

export function withEditions(sheet: Sheet): Sheet {
  const done = commit(sheet)
  const rows = done.rows.map((row) => {
    const edition = (row.cells['methodEdition'] ?? '') === '' ? offeredEdition(row.cells['method'] ?? null) : null
    return edition === null ? row : { ...row, cells: { ...row.cells, methodEdition: edition } }
  })
  return { ...done, rows, past: [...done.past, done.rows], future: [] }
}
