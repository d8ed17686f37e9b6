// A table that a screen shows (work, scope lines, the journal …) → xlsx, ods or csv, with the head, dress and manifest of every exported list.
import { formatDate } from '../model/dates/partial'
import type { Job } from '../jobs/job'
import type { ExportedList } from '../model/shapes/exchange'
import { say, type Language } from '../model/texts/say'
import { fingerprint } from '../store/log'
import type { Cell } from './cells'
import { withSnapshot } from './connection'
import { fitting, type ColumnKind } from './form'
import type { OutLine } from './writing/book'
import { writeList, type ListFormat } from './writing/write-list'

export interface TableJob {
  register: string
  path: string
  format: ListFormat
  title: string
  /** lines under title and day */
  about: readonly string[]
  columns: readonly { heading: string; kind: ColumnKind; width: number }[]
  rows: readonly (readonly Cell[])[]
  day: string
  language: Language
  made: string
  app: string
}

export async function exportTable(job: TableJob, watch: Job): Promise<ExportedList> {
  const { title, about, day, language, made, app } = job
  const register = await withSnapshot(job.register, fingerprint)
  return writeList(
    {
      title,
      about: [say(language, 'exports.day', { day: formatDate(day, language) }), ...about],
      columns: job.columns.map((column) => ({ ...column, hidden: false })),
      lines: lines(job),
      total: job.rows.length,
      of: { day, made, app, register },
      language,
    },
    job,
    watch,
  )
}

function* lines({ columns, rows }: TableJob): Generator<OutLine, void, undefined> {
  for (const cells of rows) yield { cells: columns.map((_, at) => fitting(cells[at] ?? null)) }
}
