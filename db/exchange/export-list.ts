// The list as filtered and sorted → xlsx or csv. The rows come from the very query the screen uses: what one sees is what one gets.
import { basename } from 'node:path'
import type { Job } from '../jobs/job'
import { RegistryError } from '../model/errors'
import type { LabQuery } from '../model/inputs'
import type { Exported } from '../model/shapes/exchange'
import { say, type Language } from '../model/texts/say'
import { prepare, type ReadDb } from '../store/database'
import { labsPage } from '../store/lab-groups'
import type { Cell } from './cells'
import { withSnapshot } from './connection'
import { csvChunks } from './csv'
import { columnOf, emptyForm, listForm, type FormColumn, type FormRow, type FormHeading } from './form'
import { writeWorkbook } from './spreadsheet'
import { writeFileWhole } from './write-file'

export interface ExportJob {
  register: string
  /** where the file goes */
  path: string
  format: 'xlsx' | 'csv'
  /** filter and order; without paging */
  query: LabQuery
  day: string
  language: Language
  /** keys of the form's columns in order; null: all */
  columns: readonly string[] | null
}

const PAGE = 500

/** Writes the file whole or not at all. `cells` counts those below the header, blank ones included. Throws invalid_input for an unknown column. */
export async function exportRows(job: ExportJob, watch: Job): Promise<Exported> {
  const columns = chosen(job.columns)
  const rows = await withSnapshot(job.register, (db) => readRows(db, job, watch, columns))
  watch.check()
  const headings = columns.map((column) => say(job.language, `exchange.columns.${column.key}`))
  const chunks = job.format === 'csv' ? csvChunks(headings, rows) : [await workbook(job.language, columns, rows)]
  watch.check()
  const { bytes, sha256 } = writeFileWhole(job.path, chunks)
  return { file: basename(job.path), rows: rows.length, cells: rows.length * columns.length, sha256, bytes }
}

function chosen(keys: readonly string[] | null): readonly FormColumn[] {
  if (keys === null) return listForm
  if (keys.length === 0 || new Set(keys).size < keys.length)
    throw new RegistryError('invalid_input', 'columns', [{ field: 'columns', rule: 'columns_once' }])
  return keys.map((key) => {
    const column = columnOf(key)
    if (!column)
      throw new RegistryError('invalid_input', `no column ${key}`, [
        { field: 'columns', rule: 'unknown_column', params: { key } },
      ])
    return column
  })
}

function readRows(db: ReadDb, job: ExportJob, watch: Job, columns: readonly FormColumn[]): Cell[][] {
  const rows: Cell[][] = []
  for (const row of formRows(db, job, watch)) rows.push(columns.map((column) => column.read(row)))
  return rows
}

/** Every laboratory of the query as the form shows it, in order. */
export function* formRows(
  db: ReadDb,
  { query, day, language }: Pick<ExportJob, 'query' | 'day' | 'language'>,
  watch: Job,
): Generator<FormRow, void, undefined> {
  const fieldsEn = new Map(
    prepare<[], { vi: string; en: string | null }>(db, 'SELECT vi, en FROM field')
      .all()
      .map((field) => [field.vi, field.en ?? field.vi]),
  )
  const note = prepare<[string], { note: string | null }>(db, 'SELECT note FROM laboratory WHERE id = ?')
  const seen = new Set<string>()
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    watch.check()
    const page = labsPage(db, { ...query, offset, limit: PAGE }, day)
    total = page.total
    watch.progress(offset, total)
    for (const lab of page.rows.filter(({ id }) => !seen.has(id))) {
      seen.add(lab.id)
      yield { index: seen.size, lab, note: note.get(lab.id)?.note ?? null, language, fieldsEn }
    }
  }
}

export interface FormJob {
  /** where the file goes */
  path: string
  language: Language
}

/** Writes a workbook with the headings that an import reads and nothing below them. */
export async function writeEmptyForm({ path, language }: FormJob): Promise<Exported> {
  const written = writeFileWhole(path, [await workbook(language, emptyForm, [])])
  return { file: basename(path), rows: 0, cells: 0, ...written }
}

function workbook(language: Language, columns: readonly FormHeading[], rows: Cell[][]): Promise<Uint8Array> {
  return writeWorkbook({
    name: say(language, 'exchange.sheet'),
    columns: columns.map(({ key, kind, width, hidden }) => ({
      heading: say(language, `exchange.columns.${key}`),
      kind,
      width,
      hidden: hidden === true,
    })),
    rows,
    creator: say(language, 'menu.app'),
  })
}
