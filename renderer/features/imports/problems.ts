// Why a row is not imported, or what should be looked at, in words; and which row stands under which filter.
import type { ImportPreview, ImportRow } from '../../../db/model/shapes/exchange'
import { isSayKey, say } from '../../../db/model/texts/say'
import type { Texts } from '../../texts/texts'
import type { RowFilter } from './importStore'

export type Words = Pick<Texts, 't' | 'language'>
export type RowProblem = ImportRow['problems'][number]

/** A note is shown and does not stop the row. */
export const isNote = ({ rule }: RowProblem): boolean => rule.startsWith('note.')

export const hasNote = (row: ImportRow): boolean => row.problems.some(isNote)

/** One sentence that says what to do. */
export function problemText({ t, language }: Words, { rule, params = {} }: RowProblem): string {
  const key = `exchange.rules.${rule}`
  return isSayKey(key) ? say(language, key, params) : t('errors.field.invalid')
}

/** The same with the heading of its column before it. */
export function remark(texts: Words, problem: RowProblem): string {
  const text = problemText(texts, problem)
  return problem.column === null ? text : texts.t('imports.remark', { column: problem.column, text })
}

export function rowsUnder({ rows }: ImportPreview, filter: RowFilter): readonly ImportRow[] {
  if (filter === 'all') return rows
  return rows.filter((row) => (filter === 'noted' ? hasNote(row) : row.verdict === filter))
}

/** Rows under each filter; unchanged ones count even where they are too many to be listed. */
export function countsOf({ counts, rows }: ImportPreview): Record<RowFilter, number> {
  const all = counts.new + counts.change + counts.same + counts.conflict + counts.error
  return { ...counts, all, noted: rows.filter(hasNote).length }
}
