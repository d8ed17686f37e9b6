// A row of a list of decisions or scope lines as the preview shows it: the cells that say something else than the register.
import type { ImportRow, RowVerdict } from '../../model/shapes/exchange'
import { say } from '../../model/texts/say'
import type { HeadingKey } from '../form'
import type { FileRow } from './file-row'
import { stoppedBy, type Problem } from './row-plan'

interface Listed {
  row: FileRow
  label: string
  /** unless a problem stops it */
  verdict: RowVerdict
  columns: readonly HeadingKey[]
  /** what the register says, as text; a cell that says the same is not shown */
  before?: Partial<Record<HeadingKey, string | null>>
  problems: readonly Problem[]
}

export function listedRow({ row, label, verdict, columns, before = {}, problems }: Listed): ImportRow {
  const judged = stoppedBy(problems) ?? verdict
  const said = (key: HeadingKey): boolean =>
    problems.some(({ column }) => column !== null && column === row.heading(key))
  const cells = columns.filter(
    (key) => row.text(key) !== null && judged !== 'same' && (said(key) || row.text(key) !== (before[key] ?? null)),
  )
  return {
    row: row.number,
    verdict: judged,
    label,
    cells: cells.map((key) => ({
      column: row.heading(key) ?? say('vi', `exchange.columns.${key}`),
      before: before[key] ?? null,
      after: row.text(key),
    })),
    problems: [...problems],
  }
}
