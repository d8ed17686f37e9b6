// A logged value as a cell, and a cell as a logged value. A cell that still says what the value says is that value: nothing is lost by being read again.
import { formatDate, parseDate, type PartialDate } from '../../model/dates/partial'
import { entities, fieldsOf, type EntityName } from '../../model/entities'
import { Id, type CodeValue } from '../../model/fields'
import { readCode } from '../../model/rules'
import { fill, say, type Language } from '../../model/texts/say'
import { clean, isDay, textOf, type Cell } from '../cells'
import { choicesOf, choiceWords, type BookColumn } from './layout'

/** How records are called in the workbook. */
export interface Names {
  /** null: the record has no row and stands in no list */
  shown(id: string): string | null
  /** The record that a cell names; `problem`: why none is meant for sure. */
  find(target: EntityName | null, text: string): { id: string } | { problem: string }
}

export interface Problem {
  rule: string
  params: Record<string, string | number>
}
export type Read = { value: unknown } | { problem: Problem }

/** Spreadsheet programs count days from 1900 and disagree on its first two months. */
const FIRST_CELL_DAY = '1900-03-01'
const dayCell = (day: string): Cell => (day < FIRST_CELL_DAY ? formatDate(day) : { day })

export function shownCell(language: Language, column: BookColumn, value: unknown, names: Names): Cell {
  if (value === null || value === undefined) return null
  switch (column.kind) {
    case 'date':
      return shownDate(language, value as PartialDate)
    case 'day':
      return dayCell(value as string)
    case 'code':
      return (value as CodeValue).raw
    case 'flag':
      return say(language, value === true ? 'records.values.yes' : 'records.values.no')
    case 'choice':
      return choiceWords(language, column.key, value as string)
    case 'ref':
    case 'any':
      return names.shown(value as string) ?? (value as string)
    case 'text':
      return clean(value as string)
  }
}

function shownDate(language: Language, { iso, printed }: PartialDate): Cell {
  const date = formatDate(iso, language)
  if (printed !== undefined && printed !== date) return say(language, 'records.values.printed', { date, printed })
  return iso.length === 10 ? dayCell(iso) : date
}

/** The words of a cell or a value as they are compared and shown; null: blank. */
export const wordsOf = (language: Language, column: BookColumn, value: unknown, names: Names): string | null =>
  textOf(shownCell(language, column, value, names))

/** Reads a cell that is not blank. */
export function readCell(language: Language, column: BookColumn, cell: Cell, names: Names): Read {
  const typed = textOf(cell) ?? ''
  const bad = (rule: string, params: Problem['params'] = {}): Read => ({
    problem: { rule, params: { typed, ...params } },
  })
  switch (column.kind) {
    case 'date':
      return readDate(language, cell, typed)
    case 'day': {
      if (isDay(cell)) return checked(column, cell.day, typed)
      const read = parseDate(typed)
      return read.ok && read.value.iso.length === 10 ? checked(column, read.value.iso, typed) : bad('book.not_a_day')
    }
    case 'code': {
      const read = readCode(typed)
      return 'problem' in read ? bad(read.problem.rule, read.problem.params) : checked(column, read.value, typed)
    }
    case 'flag': {
      const flag = flagOf(language, cell, typed)
      return flag === null ? bad('book.not_a_choice', { choices: flagWords(language).join(', ') }) : { value: flag }
    }
    case 'choice':
      return readChoice(language, column, typed)
    case 'ref':
    case 'any': {
      const found = names.find(column.target, typed)
      return 'problem' in found ? bad(found.problem) : { value: found.id }
    }
    case 'text':
      return checked(column, typed, typed)
  }
}

function checked({ entity, field }: BookColumn, value: unknown, typed: string): Read {
  const read = fieldsOf(entity)[field]!.schema.safeParse(value)
  if (read.success) return { value: read.data }
  const long = read.error.issues.find((issue) => issue.code === 'too_big')
  return long !== undefined
    ? { problem: { rule: 'too_long', params: { max: Number(long.maximum) } } }
    : { problem: { rule: 'not_readable', params: { typed } } }
}

function readDate(language: Language, cell: Cell, typed: string): Read {
  if (isDay(cell)) return { value: { iso: cell.day } }
  if (typed.toLowerCase() === formatDate('none', language)) return { value: { iso: 'none' } }
  const said = printedForm(language).exec(typed)
  const read = parseDate(said?.[1] ?? typed)
  if (!read.ok) return { problem: { rule: `date.${read.problem}`, params: { typed } } }
  const printed = said?.[2]?.trim() ?? read.value.printed
  return { value: { iso: read.value.iso, ...(printed ? { printed: printed.slice(0, 200) } : {}) } }
}

/** `25/11/2026 (in là “…”)` of the language, with the date and the printed words as groups. */
function printedForm(language: Language): RegExp {
  const form = say(language, 'records.values.printed', { date: '\u0001', printed: '\u0002' })
  const literal = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${fill(literal, {}).replace('\u0001', '(.*?)').replace('\u0002', '(.*)')}$`, 's')
}

const flagWords = (language: Language): string[] => [
  say(language, 'records.values.yes'),
  say(language, 'records.values.no'),
]

function flagOf(language: Language, cell: Cell, typed: string): boolean | null {
  if (typeof cell === 'boolean') return cell
  const at = flagWords(language).indexOf(typed.toLowerCase())
  return at < 0 ? null : at === 0
}

function readChoice(language: Language, { entity, field, key }: BookColumn, typed: string): Read {
  const choices = choicesOf(entity, field)
  const wanted = clean(typed).toLowerCase()
  const found = choices.find(
    (choice) => choiceWords(language, key, choice).toLowerCase() === wanted || choice === typed,
  )
  if (found !== undefined) return { value: found }
  const words = choices.map((choice) => choiceWords(language, key, choice)).join(', ')
  return { problem: { rule: 'book.not_a_choice', params: { typed, choices: words } } }
}

export const isId = (text: string): boolean => Id.safeParse(text).success

export const isRequired = (entity: EntityName, field: string): boolean =>
  (entities[entity] as Record<string, { required: boolean }>)[field]!.required
