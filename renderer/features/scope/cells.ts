// A scope line as cells of text and back. Field, place and kind are typed as words; what names nothing known stays as typed and is told.
import type { ReadRow } from '../../../db/model/scope/reading'
import type { RowChange } from '../../../db/model/scope/many'
import type { AnnexHead, AnnexLine } from '../../../db/model/shapes/scope'
import { offeredEdition } from '../../../db/model/scope/method'
import { inclusions } from '../../../db/model/vocabulary'
import { choiceOf, type Choice } from '../../components/sheet/choices'
import type { Texts } from '../../texts/texts'

export const textColumns = [
  'matrixVi',
  'testVi',
  'quantity',
  'range',
  'cmc',
  'method',
  'methodEdition',
  'matrixEn',
  'testEn',
  'technique',
  'note',
] as const
export type TextColumn = (typeof textColumns)[number]
export type ScopeColumn = TextColumn | 'field' | 'inclusion' | 'site'

/** Longest text of each column, as the register keeps it. */
export const longest: Readonly<Record<TextColumn, number>> = {
  matrixVi: 1000,
  testVi: 1000,
  quantity: 300,
  range: 500,
  cmc: 300,
  method: 600,
  methodEdition: 40,
  matrixEn: 1000,
  testEn: 1000,
  technique: 300,
  note: 1000,
}

/** Columns in the order of the paper's form, then what the register adds. */
export function columnsFor(form: AnnexHead['form'], manySites: boolean): ScopeColumn[] {
  const printed: ScopeColumn[] =
    form === 'AFL 01/13'
      ? ['quantity', 'range', 'method', 'cmc', 'methodEdition', 'field', 'inclusion', 'testVi', 'matrixVi']
      : ['matrixVi', 'testVi', 'range', 'method', 'methodEdition', 'field', 'inclusion']
  return [...printed, ...(manySites ? (['site'] as const) : []), 'matrixEn', 'testEn', 'technique', 'note']
}

/** What words in a cell may mean. */
export interface Lists {
  fields: readonly Choice[]
  sites: readonly Choice[]
  inclusions: readonly Choice[]
}

export function inclusionChoices({ t }: Pick<Texts, 't'>): Choice[] {
  return inclusions.map((id) => ({ id, words: t(`records.choices.inclusions.${id}`) }))
}

export type Cells = Readonly<Record<string, string>>

export function cellsOf(line: AnnexLine, lists: Lists): Cells {
  const cells: Record<string, string> = {}
  for (const column of textColumns) cells[column] = line[column] ?? ''
  const wordsOf = (choices: readonly Choice[], id: string | null): string =>
    choices.find((each) => each.id === id)?.words ?? ''
  cells['field'] = wordsOf(lists.fields, line.field?.id ?? null)
  cells['site'] = wordsOf(lists.sites, line.site)
  // what a line usually is needs no words
  cells['inclusion'] = line.inclusion === 'included' ? '' : wordsOf(lists.inclusions, line.inclusion)
  return cells
}

export function cellsOfRead(row: ReadRow, lists: Lists, withEdition: boolean): Cells {
  const cells: Record<string, string> = {}
  for (const column of textColumns) if (column !== 'methodEdition') cells[column] = row[column] ?? ''
  if (withEdition) cells['methodEdition'] = offeredEdition(row.method) ?? ''
  cells['field'] = (row.field === null ? undefined : choiceOf(lists.fields, row.field)?.words) ?? ''
  cells['inclusion'] =
    row.inclusion === 'included' ? '' : (lists.inclusions.find(({ id }) => id === row.inclusion)?.words ?? '')
  return cells
}

export const isBlank = (cells: Cells): boolean => Object.values(cells).every((text) => text.trim() === '')

/** What the register would be sent of a row. */
export function changeOf(cells: Cells, lists: Lists): RowChange {
  const change: Record<string, string | null> = {}
  for (const column of textColumns) change[column] = cells[column]?.trim().normalize('NFC') || null
  change['field'] = choiceOf(lists.fields, cells['field'] ?? '')?.id ?? null
  change['site'] = choiceOf(lists.sites, cells['site'] ?? '')?.id ?? null
  change['inclusion'] = choiceOf(lists.inclusions, cells['inclusion'] ?? '')?.id ?? 'included'
  return change
}

/** Of an existing line only what differs from what the grid was given. */
export function changedOf(cells: Cells, base: Cells, lists: Lists): RowChange {
  const [now, before] = [changeOf(cells, lists), changeOf(base, lists)] as Record<string, unknown>[]
  return Object.fromEntries(Object.entries(now!).filter(([name, value]) => value !== before![name]))
}

export type CellProblem = 'tooLong' | 'unknownField' | 'unknownSite' | 'unknownInclusion' | 'noWords'

/** What stops a row from being saved, by column. Nothing here changes what was typed. */
export function problemsIn(cells: Cells, lists: Lists): Partial<Record<ScopeColumn, CellProblem>> {
  if (isBlank(cells)) return {}
  const found: Partial<Record<ScopeColumn, CellProblem>> = {}
  for (const column of textColumns) if ((cells[column] ?? '').trim().length > longest[column]) found[column] = 'tooLong'
  const unknown = (choices: readonly Choice[], column: ScopeColumn): boolean =>
    (cells[column] ?? '').trim() !== '' && choiceOf(choices, cells[column] ?? '') === undefined
  if (unknown(lists.fields, 'field')) found.field = 'unknownField'
  if (unknown(lists.sites, 'site')) found.site = 'unknownSite'
  if (unknown(lists.inclusions, 'inclusion')) found.inclusion = 'unknownInclusion'
  const words: readonly TextColumn[] = ['matrixVi', 'testVi', 'matrixEn', 'testEn', 'quantity']
  if (words.every((column) => (cells[column] ?? '').trim() === '')) found.testVi = 'noWords'
  return found
}

export interface Trouble {
  row: number
  column: string
  /** cells that stop the saving, in all rows */
  count: number
}

/** The first cell that stops a saving; null: none does. */
export function firstTrouble(rows: readonly { cells: Cells }[], lists: Lists): Trouble | null {
  const found = rows.flatMap(({ cells }, row) =>
    Object.keys(problemsIn(cells, lists)).map((column) => ({ row, column })),
  )
  return found[0] === undefined ? null : { ...found[0], count: found.length }
}
