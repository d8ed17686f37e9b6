// The whole register → one workbook: “Đọc trước”, a sheet per kind of record, the lists that its cells choose from, and the hidden sheet that
// remembers what was exported. Every living record stands in exactly one row; what lies in the trash stays there.
import { basename } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Job } from '../../jobs/job'
import type { EntityName } from '../../model/entities'
import type { ExportedBook } from '../../model/shapes/book'
import { say, type Language } from '../../model/texts/say'
import { currentSeq, prepare, type ReadDb } from '../../store/database'
import { localValue } from '../../store/local'
import { fingerprint } from '../../store/log'
import type { Cell } from '../cells'
import { withSnapshot } from '../connection'
import { writeSheets, type BookSheetOut } from '../spreadsheet'
import { writeFileWhole } from '../write-file'
import { labelsOf } from './labels'
import { bookSheets, headingOf, sheetName, type BookColumn, type BookSheet } from './layout'
import { listsOf, type Lists } from './lists'
import { HIDDEN_SHEET, hiddenRows, type BaseRecord } from './manifest'
import { isCompanion, placeRows, shownName, type Placed } from './place-rows'
import { readFirstRows } from './read-first'
import { shownCell, type Names } from './values'
import { viewBook, type BookView } from './view'

export interface BookExportJob {
  register: string
  /** where the file goes */
  path: string
  day: string
  /** instant of the export */
  now: string
  language: Language
  version: string
}

/** Rows with a code and nothing else at the end of a sheet, for what is added there. */
export const SPARE_ROWS = 100

/** Writes the file whole or not at all. Throws what `writeFileWhole` throws; cancelled. */
export async function exportBook(job: BookExportJob, watch: Job): Promise<ExportedBook> {
  const made = await withSnapshot(job.register, (db) => makeBook(db, job, watch))
  watch.check()
  const bytes = await writeSheets(made.sheets, say(job.language, 'menu.app'))
  watch.check()
  return {
    file: basename(job.path),
    rows: made.rows,
    cells: made.cells,
    ...(await writeFileWhole(job.path, [bytes])),
    base: made.base,
  }
}

interface MadeBook {
  sheets: BookSheetOut[]
  rows: number
  cells: number
  base: string
}

function makeBook(db: ReadDb, job: BookExportJob, watch: Job): MadeBook {
  const { language, day } = job
  const view = viewBook(db, job, watch)
  const placed = placeRows(view, day)
  const records = baseRecords(view, placed, language)
  const about = { ...momentOf(db, job), book: uuidv7() }
  const hidden = hiddenRows(about, records)
  const lists = listsOf(view, records, language)
  const context = { language, names: namesOf(records), lists }
  const sheets = bookSheets.map((sheet, at) => {
    watch.check()
    watch.progress(at, bookSheets.length + 1)
    return sheetOut(sheet, placed.get(sheet.entity)!, context)
  })
  const counts = bookSheets.map((sheet) => ({
    name: sheetName(language, sheet),
    rows: placed.get(sheet.entity)!.length,
    columns: sheet.columns.length,
  }))
  const first = readFirstRows({ ...about, name: localValue(db, 'register_name'), base: hidden.base, counts })
  return {
    sheets: [
      { name: say(language, 'book.readFirst.sheet'), columns: FIRST_COLUMNS, rows: first, bare: true },
      ...sheets,
      lists.sheet,
      { name: HIDDEN_SHEET, hidden: true, bare: true, columns: [], rows: hidden.rows },
    ],
    rows: counts.reduce((sum, { rows }) => sum + rows, 0),
    cells: counts.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    base: hidden.base,
  }
}

const momentOf = (db: ReadDb, { day, now, language, version }: BookExportJob) => ({
  register: localValue(db, 'register_id'),
  set: setAt(db),
  fingerprint: fingerprint(db),
  day,
  exportedAt: now,
  language,
  version,
})

const FIRST_COLUMNS = [34, 110].map((width) => ({ heading: '', width, hidden: false }))

const LAST_SET = 'SELECT id FROM change_set WHERE commit_seq = ?'
const setAt = (db: ReadDb): string | null =>
  prepare<[number], { id: string }>(db, LAST_SET).get(currentSeq(db))?.id ?? null

function baseRecords(view: BookView, placed: ReadonlyMap<EntityName, Placed[]>, language: Language): BaseRecord[] {
  const rows = bookSheets.flatMap(({ entity }) => placed.get(entity)!)
  const nameOf = new Map(rows.flatMap(({ records: [main, name] }) => (main && name ? [[main.id, name.id]] : [])))
  const labels = labelsOf(view, language, (id) => nameOf.get(id))
  return [
    ...rows.flatMap(({ code, records }) =>
      records.flatMap((record, part): BaseRecord[] => {
        if (record === null) return []
        const { entity, id, values } = record
        return [{ entity, id, code, label: part === 0 ? labels.of(id) : '', values }]
      }),
    ),
    ...view.lists.map(({ entity, id, label }): BaseRecord => ({ entity, id, code: null, label, values: {} })),
  ]
}

/** Companions have no name of their own: cells name the row they stand in. */
function namesOf(records: readonly BaseRecord[]): Pick<Names, 'shown'> {
  const known = new Map<string, string>()
  for (const record of records) if (!isCompanion(record)) known.set(record.id, shownName(record))
  return { shown: (id) => known.get(id) ?? null }
}

interface SheetContext {
  language: Language
  names: Pick<Names, 'shown'>
  lists: Lists
}

/** Hidden ids first, then the code, then the fields; spare codes below. */
function sheetOut(sheet: BookSheet, rows: readonly Placed[], { language, names, lists }: SheetContext): BookSheetOut {
  const cellNames: Names = { ...names, find: () => ({ problem: '' }) }
  const hidden = sheet.parts.map(({ entity }) => ({
    heading: `#${entity}`,
    width: 10,
    hidden: true,
  }))
  const spare = Array.from({ length: SPARE_ROWS }, (_, at): Cell[] => [
    ...sheet.parts.map(() => null),
    `${sheet.prefix}${rows.length + at + 1}`,
  ])
  return {
    name: sheetName(language, sheet),
    columns: [
      ...hidden,
      { heading: say(language, 'book.code'), width: 9, hidden: false },
      ...sheet.columns.map((column) => {
        const list = lists.rangeOf(column)
        return {
          heading: headingOf(language, sheet, column),
          width: widthOf(column),
          hidden: false,
          ...(list ? { list } : {}),
        }
      }),
    ],
    rows: [
      ...rows.map(({ code, records }): Cell[] => [
        ...records.map((record) => record?.id ?? null),
        code,
        ...sheet.columns.map((column) => {
          const record = records[column.part]
          return record ? shownCell(language, column, record.values[column.field], cellNames) : null
        }),
      ]),
      ...spare,
    ],
  }
}

function widthOf({ kind, field }: BookColumn): number {
  if (kind === 'date' || kind === 'day') return 14
  if (kind === 'flag' || kind === 'code') return 16
  return ['vi', 'en', 'address', 'note', 'quote', 'excerpt', 'testVi', 'matrixVi', 'method'].includes(field) ? 40 : 24
}
