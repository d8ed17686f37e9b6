// A workbook and a register → what bringing it back would do, with a fingerprint over all of it. Writes nothing.
import { createHash } from 'node:crypto'
import type { Job } from '../../jobs/job'
import type { BookPreview, BookRow, BookSheetSummary, BookVerdict } from '../../model/shapes/book'
import { currentSeq, type ReadDb } from '../../store/database'
import { localValue } from '../../store/local'
import { fingerprint } from '../../store/log'
import { RegistryError } from '../../model/errors'
import { withSnapshot } from '../connection'
import { baseOf } from './base'
import { checkRules } from './check-rules'
import { bookSheets } from './layout'
import { mergeRows, rememberedBy, type Merging, type RowPlan } from './merge-rows'
import { bookNames } from './names'
import { missingSheet, readBook, type BookFile } from './read-book'
import { viewBook } from './view'

export interface BookJob {
  register: string
  path: string
  day: string
}

export interface BookPlan {
  preview: BookPreview
  /** rows in which something may be written */
  rows: RowPlan[]
  seq: number
}

/** Throws what `readBook` throws; bad_file for a workbook of another register; cancelled. */
export async function planBook({ register, path, day }: BookJob, watch: Job): Promise<BookPlan> {
  const file = await readBook(path)
  watch.check()
  return withSnapshot(register, (db) => mergeBook(db, file, day, watch))
}

export function mergeBook(db: ReadDb, file: BookFile, day: string, watch: Job): BookPlan {
  if (file.manifest.register !== localValue(db, 'register_id'))
    throw new RegistryError('bad_file', 'another register', [{ field: 'file', rule: 'file.book_other_register' }])
  const view = viewBook(db, { day, language: file.manifest.language }, watch)
  const remembered = new Map(file.records.map(({ entity, code, id }) => [rememberedBy(entity, code), id]))
  const base = baseOf(db, file, view)
  const merging: Merging = { db, file, view, day, base, names: bookNames(file, view), remembered, watch }
  const rows = mergeRows(merging)
  checkRules(merging, rows)
  const shown = rows.map(({ row }) => row)
  const counts: Record<BookVerdict, number> = { error: 0, conflict: 0, asked: 0, new: 0, change: 0, same: 0 }
  for (const { verdict } of shown) counts[verdict] += 1
  const told = shown.filter(({ verdict }) => verdict !== 'same')
  const register = fingerprint(db)
  const preview: BookPreview = {
    fingerprint: fingerprintOf(file, register, told),
    file: file.file,
    sha256: file.sha256,
    format: file.format,
    carried: file.carried,
    register,
    exportedAt: file.manifest.exportedAt,
    day: file.manifest.day,
    base: merging.base.from,
    counts,
    sheets: summaries(file),
    rows: told,
  }
  return {
    preview,
    rows: rows.filter(({ row }) => row.verdict !== 'same' && row.verdict !== 'error'),
    seq: currentSeq(db),
  }
}

const summaries = ({ sheets, manifest }: BookFile): BookSheetSummary[] =>
  bookSheets.map((sheet) => {
    const found = sheets.find((each) => each.sheet === sheet)
    if (found === undefined) return { sheet: sheet.entity, rows: 0, ...missingSheet(manifest.language, sheet) }
    return { sheet: sheet.entity, name: found.name, rows: found.rows.length, notes: found.notes }
  })

/** Over the file, the register, and every row in which something happens: equal only when a commit would do the same. */
function fingerprintOf({ sha256 }: BookFile, register: string, rows: readonly BookRow[]): string {
  const hash = createHash('sha256').update(JSON.stringify([sha256, register]))
  for (const row of rows) hash.update('\n').update(JSON.stringify(row))
  return hash.digest('hex')
}
