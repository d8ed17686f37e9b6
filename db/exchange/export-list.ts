// The list as filtered, grouped and sorted → xlsx, ods or csv. The rows come from the very query the screen uses: what one sees is what one gets.
import { basename } from 'node:path'
import type { Job } from '../jobs/job'
import { formatDate } from '../model/dates/partial'
import { RegistryError } from '../model/errors'
import type { LabQuery } from '../model/inputs'
import type { Exported, ExportedList } from '../model/shapes/exchange'
import type { LabGroupRow } from '../model/shapes/lab'
import { say, type Language } from '../model/texts/say'
import { prepare, type ReadDb } from '../store/database'
import { wholeList, type WholeList } from '../store/lab-groups'
import { fingerprint } from '../store/log'
import { withSnapshot } from './connection'
import { filterWords, groupWords } from './export-words'
import { columnOf, emptyForm, listForm, type FormColumn, type FormRow } from './form'
import type { OutLine, SheetColumn } from './writing/book'
import { groupHeading } from './writing/manifest'
import { writeList, type ListFormat } from './writing/write-list'
import { xlsxChunks } from './writing/xlsx'
import { writeFileWhole } from './write-file'

export interface ExportJob {
  register: string
  /** where the file goes */
  path: string
  format: ListFormat
  /** filter, order and grouping; without paging */
  query: LabQuery
  day: string
  language: Language
  /** keys of the form's columns in order; null: all */
  columns: readonly string[] | null
  /** the filter in the words of the screen; null: in our own */
  conditions?: readonly string[] | null
  /** keys of groups whose rows are folded away */
  closed?: readonly string[]
  made: string
  app: string
}

const PAGE = 500

/** Writes the file whole or not at all. `cells` counts those below the header, blank ones included. Throws invalid_input for an unknown column. */
export function exportRows(job: ExportJob, watch: Job): Promise<ExportedList> {
  const columns = chosen(job.columns)
  const { language, day, made, app, query } = job
  return withSnapshot(job.register, (db) => {
    const list = wholeList(db, query, day)
    const total = list.total + list.groups.length
    return writeList(
      {
        title: say(language, 'exports.title'),
        about: aboutOf(db, job, list),
        columns: columns.map((column) => headed(language, column)),
        lines: linesOf(db, job, list, { columns, watch }),
        total,
        of: { day, made, app, register: fingerprint(db) },
        language,
      },
      job,
      watch,
    )
  })
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

const headed = (
  language: Language,
  {
    key,
    kind,
    width,
    hidden,
  }: Pick<FormColumn, 'kind' | 'width' | 'hidden'> & { key: (typeof emptyForm)[number]['key'] },
): SheetColumn => ({ heading: say(language, `exchange.columns.${key}`), kind, width, hidden: hidden === true })

/** What stands under the title: day, filter, order, count. */
function aboutOf(db: ReadDb, { day, language, query, conditions }: ExportJob, list: WholeList): string[] {
  const n = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  const words = conditions ?? filterWords(db, query, language)
  const sort = say(language, `exports.sorts.${query.sort ?? 'name'}`)
  const by = query.descending ? say(language, 'exports.descending', { by: sort }) : sort
  const order = [
    ...(query.group === undefined
      ? []
      : [say(language, 'exports.grouped', { by: say(language, `exports.groups.${query.group}`) })]),
    say(language, 'exports.sorted', { by }),
  ]
  const count =
    list.total === list.labs
      ? say(language, 'exports.count', { count: n.format(list.labs) })
      : say(language, 'exports.countInGroups', { count: n.format(list.labs), lines: n.format(list.total) })
  return [
    say(language, 'exports.day', { day: formatDate(day, language) }),
    words.length === 0
      ? say(language, 'exports.everything')
      : say(language, 'exports.conditions', { words: words.join('; ') }),
    order.join('. '),
    count,
  ]
}

interface Reading {
  columns: readonly FormColumn[]
  watch: Job
}

function* linesOf(
  db: ReadDb,
  { query, language, day, closed = [] }: ExportJob,
  list: WholeList,
  { columns, watch }: Reading,
): Generator<OutLine, void, undefined> {
  const rows = rowsOf(db, list, { day, language }, watch)
  const cells = (row: FormRow): OutLine & { cells: unknown } => ({ cells: columns.map((column) => column.read(row)) })
  if (query.group === undefined) {
    for (const row of rows) yield cells(row)
    return
  }
  const word = groupWords(db, query.group, language)
  for (const group of list.groups) {
    const folded = closed.includes(group.key)
    yield { heading: headingOf(group, word, language) }
    for (let left = group.count; left > 0; left -= 1) {
      const next = rows.next()
      if (next.done) return
      yield { ...cells(next.value), under: folded ? 'closed' : 'open' }
    }
  }
}

function headingOf(group: LabGroupRow, word: (group: LabGroupRow) => string, language: Language): string {
  const n = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  return groupHeading(word(group), say(language, 'exports.inGroup', { count: n.format(group.count) }))
}

/** Every laboratory of the query as the form shows it, in order. */
export function formRows(
  db: ReadDb,
  { query, day, language }: Pick<ExportJob, 'query' | 'day' | 'language'>,
  watch: Job,
): Generator<FormRow, void, undefined> {
  return rowsOf(db, wholeList(db, query, day), { day, language }, watch)
}

function* rowsOf(
  db: ReadDb,
  list: WholeList,
  { language }: Pick<ExportJob, 'day' | 'language'>,
  watch: Job,
): Generator<FormRow, void, undefined> {
  const fieldsEn = new Map(
    prepare<[], { vi: string; en: string | null }>(db, 'SELECT vi, en FROM field')
      .all()
      .map((field) => [field.vi, field.en ?? field.vi]),
  )
  let index = 0
  for (const page of list.pages(PAGE)) {
    watch.check()
    watch.progress(index, list.total)
    for (const lab of page) {
      index += 1
      yield { index, lab, language, fieldsEn }
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
  const name = say(language, 'exchange.sheet')
  const columns = emptyForm.map((column) => headed(language, column))
  const book = {
    sheets: [{ name, above: [], columns, lines: [] }],
    title: name,
    creator: say(language, 'menu.app'),
  }
  return { file: basename(path), rows: 0, cells: 0, ...(await writeFileWhole(path, xlsxChunks(book))) }
}
