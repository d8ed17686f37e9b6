// A working copy in the hands of a test: exported from a register, edited as a person would in a spreadsheet program, compared and brought back.
import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { readXlsx, writeXlsx, type CellValue, type Sheet } from 'hucre/xlsx'
import { applyBook } from '../../../db/exchange/book/apply'
import { exportBook } from '../../../db/exchange/book/export'
import { planBook, type BookPlan } from '../../../db/exchange/book/plan'
import { sourceOf } from '../../../db/exchange/import/apply'
import { unwatched } from '../../../db/jobs/job'
import { tally, type BookChoices } from '../../../db/model/book-choices'
import type { Language } from '../../../db/model/texts/say'
import type { OpenRegister } from '../../../db/store/open'
import { writeSet, type Written } from '../../../db/store/write'
import type { MergedBook } from '../../../db/exchange/book/apply'
import { DAY, NOW, temporaryFolder } from '../../support/register'

export async function exported({ file }: OpenRegister, language: Language = 'vi'): Promise<string> {
  const path = join(temporaryFolder(), 'so-lam-viec.xlsx')
  await exportBook({ register: file, path, day: DAY, now: NOW, language, version: '1.0.0' }, unwatched)
  return path
}

export const compare = ({ file }: OpenRegister, path: string): Promise<BookPlan> =>
  planBook({ register: file, path, day: DAY }, unwatched)

/** Writes a plan as the call does; answers null while a question is open. */
export function bringBack({ db }: OpenRegister, plan: BookPlan, choices: BookChoices = {}): Written<MergedBook> {
  if (tally(plan.preview, choices).open > 0) throw new Error('open questions')
  const source = sourceOf(plan.preview)
  return writeSet(db, { actor: 'an', now: NOW, kind: 'import', batch: 'b', source }, (tx) =>
    applyBook({ tx, choices, source, now: NOW }, plan.rows),
  )
}

export interface EditedSheet {
  name: string
  rows: CellValue[][]
  /** place of a heading */
  at(heading: string): number
  /** the row whose cell under `heading` is `value` */
  row(heading: string, value: CellValue): CellValue[]
  /** the first row with a code and nothing else */
  spare(): CellValue[]
}

const CODE = 'Mã dòng'

function editable(sheet: Pick<Sheet, 'name' | 'rows'>): EditedSheet {
  const rows = sheet.rows as CellValue[][]
  const at = (heading: string): number => {
    const place = rows[0]!.indexOf(heading)
    if (place < 0) throw new Error(`no column ${heading} in ${sheet.name}: ${rows[0]!.join(', ')}`)
    return place
  }
  return {
    name: sheet.name,
    rows,
    at,
    row(heading, value) {
      const found = rows.find((row) => row[at(heading)] === value)
      if (!found) throw new Error(`no row ${String(value)} under ${heading}`)
      return found
    },
    spare() {
      const code = at(CODE)
      return rows
        .slice(1)
        .find((row) =>
          row.every((cell, place) => (place === code) === (cell !== null && cell !== undefined && cell !== '')),
        )!
    },
  }
}

export type Edit = (sheet: (name: string) => EditedSheet, all: EditedSheet[]) => void

/** Another file with the edits, written without styles, validations or hidden columns: only values count. */
export async function edited(path: string, edit: Edit): Promise<string> {
  const book = await readXlsx(new Uint8Array(readFileSync(path)))
  const sheets = book.sheets.map(editable)
  edit((name) => {
    const found = sheets.find((sheet) => sheet.name === name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }, sheets)
  const target = join(temporaryFolder(), 'so-da-sua.xlsx')
  writeFileSync(target, await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }))
  return target
}

export const set = (sheet: EditedSheet, row: CellValue[], heading: string, value: CellValue): void => {
  while (row.length <= sheet.at(heading)) row.push(null)
  row[sheet.at(heading)] = value
}

/** Verdict, label, and per cell what happens to it, of all rows in which something does. */
export const told = ({ preview }: BookPlan): string[] =>
  preview.rows.map(({ verdict, code, cells, problems, case: about }) =>
    [
      `${verdict}${about === null ? '' : ` (${about})`} ${code}`,
      ...cells.map(
        ({ heading, kind, base, ours, theirs, problem }) =>
          `${heading} ${kind}: ${base} | ${ours} | ${theirs}${problem ? ` ! ${problem.rule}` : ''}`,
      ),
      ...problems.map(({ rule }) => `! ${rule}`),
    ].join('\n  '),
  )
