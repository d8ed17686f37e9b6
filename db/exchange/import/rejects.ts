// The rows of a preview that cannot be imported, as a workbook of their own: the columns of the file, their cells as put right, and why.
import { basename } from 'node:path'
import { RegistryError } from '../../model/errors'
import type { Job } from '../../jobs/job'
import type { Exported } from '../../model/shapes/exchange'
import { isSayKey, say, type Language } from '../../model/texts/say'
import { LONGEST_CELL, type Cell } from '../cells'
import { withSnapshot } from '../connection'
import { readTable } from '../read-table'
import type { SheetColumn, SheetOut } from '../writing/book'
import { xlsxChunks } from '../writing/xlsx'
import { writeFileWhole } from '../write-file'
import { planTable, type ImportJob } from './plan'
import { isNote, type Problem } from './row-plan'

export interface RejectsJob extends ImportJob {
  /** fingerprint of the preview that the user saw */
  preview: string
  /** where the workbook goes */
  path: string
  language: Language
}

const words = (language: Language, { column, rule, params }: Problem): string => {
  const key = `exchange.rules.${rule}`
  const text = isSayKey(key) ? say(language, key, params ?? {}) : rule
  return column === null ? text : `${column}: ${text}`
}

/** Throws what `planImport` throws; file_changed when that preview is no longer what comes of it. */
export async function saveRejects(job: RejectsJob, watch: Job): Promise<Exported> {
  const table = await readTable(job.source, job.choices)
  const { preview } = await withSnapshot(job.register, (db) => planTable(db, table, job.day, watch))
  if (preview.fingerprint !== job.preview)
    throw new RegistryError('file_changed', 'not as previewed', [{ field: 'file', rule: 'file.changed' }])
  const { columns } = table.header
  const cellsOf = new Map(table.rows.map((row) => [row.number, row.cells]))
  const fixes = new Map((job.choices.fixes ?? []).map(({ row, key, text }) => [`${row} ${key}`, text]))
  const rows = preview.rows
    .filter((row) => row.verdict === 'error' || row.verdict === 'conflict')
    .map((row): Cell[] => [
      String(row.row),
      ...columns.map(({ key }, at) => fixes.get(`${row.row} ${key}`) ?? cellsOf.get(row.row)?.[at] ?? null),
      row.problems
        .filter((problem) => !isNote(problem))
        .map((problem) => words(job.language, problem))
        .join('\n')
        .slice(0, LONGEST_CELL),
    ])
  const text = (heading: string, width: number): SheetColumn => ({ heading, kind: 'text', width, hidden: false })
  const name = say(job.language, 'exchange.sheet')
  const sheet: SheetOut = {
    name,
    above: [],
    columns: [
      text(say(job.language, 'exchange.rejects.row'), 10),
      ...columns.map(({ heading, key }) => text(heading, key === 'nameVi' || key === 'owner' ? 36 : 20)),
      text(say(job.language, 'exchange.rejects.reason'), 70),
    ],
    lines: rows.map((cells) => ({ cells })),
  }
  const book = { sheets: [sheet], title: name, creator: say(job.language, 'menu.app') }
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  const written = await writeFileWhole(job.path, xlsxChunks(book))
  return { file: basename(job.path), rows: rows.length, cells, ...written }
}
