// Cells of a row → values, each checked once here: this and the router are the only doors into the register.
// What looks damaged (by Excel or a typist) becomes a problem with a suggestion; nothing is repaired silently.
import { codeOffers, parseCode, codeSchemes, type CodeScheme } from '../../model/codes/parse'
import { decisionKind } from '../../model/codes/decision'
import { addDays, firstDay, lastDay, parseDate, type PartialDate } from '../../model/dates/partial'
import { standardKey } from '../../model/standards'
import { fieldsOf, type EntityName } from '../../model/entities'
import { sectors } from '../../model/vocabulary'
import { codeKey } from '../../model/text/fold'
import { folded } from '../folded'
import { languages, say } from '../../model/texts/say'
import { isDay, splitList } from '../cells'
import type { HeadingKey } from '../form'
import type { FileRow } from './file-row'
import type { Link, NewDecision, Problem, Sector } from './row-plan'

/** A scheme, standard or field of the register's own lists. */
export interface Choice {
  id: string
  key: string
  vi: string
  en: string | null
}

export type Read<T> = { value: T } | { problems: Problem[] }
const refuse = <T>(row: FileRow, key: HeadingKey, rule: string, params?: Record<string, string | number>): Read<T> => ({
  problems: [row.problem(key, rule, params)],
})

const byNames = new WeakMap<readonly Choice[], Map<string, Choice>>()

/** The first choice that is called so, in either language or by its key. */
function called(choices: readonly Choice[], typed: string): Choice | undefined {
  let names = byNames.get(choices)
  if (names === undefined) {
    names = new Map()
    for (const choice of choices)
      for (const name of [choice.vi, choice.en, choice.key])
        if (name !== null && !names.has(folded(name))) names.set(folded(name), choice)
    byNames.set(choices, names)
  }
  return names.get(folded(typed))
}

/** Where the text of a column is kept, for its longest length. */
const stored = {
  nameVi: ['laboratory_name', 'vi'],
  nameEn: ['laboratory_name', 'en'],
  owner: ['organization_name', 'vi'],
  address: ['site', 'address'],
  phone: ['laboratory', 'phone'],
  email: ['laboratory', 'email'],
  website: ['laboratory', 'website'],
  note: ['laboratory', 'note'],
  decisionNumber: ['decision', 'number'],
} as const satisfies Partial<Record<HeadingKey, readonly [EntityName, string]>>
export type TextKey = keyof typeof stored

const CELL_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!)$/
/** “[email protected]”: what mirrors of web pages print instead of an address. */
const HIDDEN_EMAIL = /\[email|protected\]/i
/** A Vietnamese number without its leading 0: no subscriber's number begins otherwise (1800 and 1900 are services). */
const LOST_ZERO = /(?<![\d+.\-\s(]|\d[\s.-])(?!1[89]00|84)[1-9]\d{7,9}(?!\d|[\s.-]\d)/g
const lostZero = (text: string): string => text.replaceAll(LOST_ZERO, '0$&')

/** A text cell that is not blank. */
export function readText(row: FileRow, key: TextKey): Read<string> {
  const cell = row.cell(key)
  const typed = row.text(key) ?? ''
  if (isDay(cell)) return refuse(row, key, 'cell_is_date', { typed })
  if (CELL_ERROR.test(typed)) return refuse(row, key, 'cell_error', { typed })
  if (key === 'email' && HIDDEN_EMAIL.test(typed)) return refuse(row, key, 'email_hidden', { typed })
  if (key === 'phone' && lostZero(typed) !== typed)
    return refuse(row, key, 'phone_lost_zero', { typed, suggestion: lostZero(typed) })
  const value = key === 'nameVi' || key === 'owner' ? (row.line(key) ?? '') : typed
  const [entity, field] = stored[key]
  const checked = fieldsOf(entity)[field]!.schema.safeParse(value)
  if (checked.success) return { value }
  const issue = checked.error.issues[0]
  return issue?.code === 'too_big'
    ? refuse(row, key, 'too_long', { max: Number(issue.maximum) })
    : refuse(row, key, 'not_readable', { typed })
}

const sectorWords = new Map<string, Sector>(
  sectors.flatMap(
    (sector) =>
      [
        [folded(sector), sector],
        ...languages.map((language) => [folded(say(language, `exchange.sectors.${sector}`)), sector] as const),
      ] as [string, Sector][],
  ),
)

export function readSector(row: FileRow): Read<Sector> {
  const typed = row.text('sector') ?? ''
  const value = sectorWords.get(folded(typed))
  return value ? { value } : refuse(row, 'sector', 'unknown_sector', { typed })
}

/** The schemes named by key or name, each once. Some names hold commas, so the whole cell is tried first. */
export function readSchemes(row: FileRow, schemes: readonly Choice[]): Read<Choice[]> {
  const text = row.text('schemes') ?? ''
  const find = (typed: string) => called(schemes, typed)
  const found = new Set<Choice>()
  for (const typed of find(text) ? [text] : splitList(text)) {
    const scheme = find(typed)
    if (!scheme) {
      const choices = schemes.map((each) => each.key).join(', ')
      return refuse(row, 'schemes', 'unknown_scheme', { typed, choices })
    }
    found.add(scheme)
  }
  return { value: [...found] }
}

export interface TypedCode {
  raw: string
  key: string
  /** the scheme that the code's form belongs to; null: not recognised */
  scheme: CodeScheme | null
}

/** Equal keys are one code, however it is spelt. */
export const keyOfCode = (text: string): string => codeOf(text).key

interface CodeRead {
  read: ReturnType<typeof parseCode>
  key: string
}

function codeOf(text: string): CodeRead {
  const known = codes.get(text)
  if (known !== undefined) return known
  if (codes.size >= MOST_CODES) codes.clear()
  const read = parseCode(text)
  const made = { read, key: codeKey(read.ok ? read.value.canonical : text) }
  codes.set(text, made)
  return made
}

/** The same code is asked for several times a row. */
const codes = new Map<string, CodeRead>()
const MOST_CODES = 5_000

/** The codes of the cell, each once. `scheme` is what the scheme column says; it serves suggestions only. */
export function readCodes(row: FileRow, scheme: string | undefined): Read<TypedCode[]> {
  if (isDay(row.cell('codes'))) return refuse(row, 'codes', 'cell_is_date', { typed: row.text('codes') ?? '' })
  const found = new Map<string, TypedCode>()
  const hint = codeSchemes.find((each) => each === scheme)
  for (const typed of splitList(row.text('codes') ?? '')) {
    if (CELL_ERROR.test(typed)) return refuse(row, 'codes', 'cell_error', { typed })
    if (typed.length > 120) return refuse(row, 'codes', 'too_long', { max: 120 })
    const read = hint ? parseCode(typed, { scheme: hint }) : codeOf(typed).read
    if (!read.ok && read.problem !== 'unknown_scheme') {
      const alone = read.problem === 'scheme_missing' && read.suggestion !== undefined
      const offers = codeOffers(typed, hint ? { scheme: hint } : {})
      return refuse(row, 'codes', alone ? 'code.number_alone' : `code.${read.problem}`, {
        typed,
        ...(read.suggestion === undefined ? {} : { suggestion: read.suggestion }),
        ...(offers.length > 0 && { offers: offers.join('\n') }),
      })
    }
    const key = keyOfCode(typed)
    if (!found.has(key)) found.set(key, { raw: typed, key, scheme: read.ok ? read.value.scheme : null })
  }
  return { value: [...found.values()] }
}

/** Standards named, each once; words that are in no list are kept as printed. */
export function readStandards(row: FileRow, standards: readonly Choice[]): readonly Link[] {
  return linksOf(standards, row.text('standards') ?? '', splitList, (typed) => {
    const standard = standards.find(
      (each) => standardKey(each.vi) === standardKey(typed) || standardKey(each.key) === standardKey(typed),
    )
    return standard ? { id: standard.id, printed: standard.vi === typed ? null : typed } : null
  })
}

/** Fields named in either language, each once; no field's own name has a comma, so commas part them too. */
export function readFields(row: FileRow, fields: readonly Choice[]): readonly Link[] {
  return linksOf(fields, row.text('fields') ?? '', splitFields, (typed) => {
    const field = called(fields, typed)
    return field ? { id: field.id, printed: null } : null
  })
}

const splitFields = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What each text of a cell links to in a register's list: the same few stand in many rows. */
const linked = new WeakMap<readonly Choice[], Map<string, readonly Link[]>>()

function linksOf(
  choices: readonly Choice[],
  text: string,
  split: (text: string) => string[],
  find: (typed: string) => Link | null,
): readonly Link[] {
  let known = linked.get(choices)
  if (known === undefined) linked.set(choices, (known = new Map<string, readonly Link[]>()))
  let links = known.get(text)
  if (links === undefined) known.set(text, (links = linksFor(split(text), find)))
  return links
}

function linksFor(typed: readonly string[], find: (typed: string) => Link | null): Link[] {
  const found = new Map<string, Link>()
  for (const words of typed) {
    const link = find(words) ?? { id: null, printed: words }
    const key = link.id ?? folded(words)
    if (!found.has(key)) found.set(key, link)
  }
  return [...found.values()]
}

const EXCEL_EPOCH = '1899-12-30'

const dates = new Map<string, ReturnType<typeof parseDate>>()
const MOST_DATES = 5_000

/** The same few days stand in many rows. */
function dateOf(text: string): ReturnType<typeof parseDate> {
  const known = dates.get(text)
  if (known !== undefined) return known
  if (dates.size >= MOST_DATES) dates.clear()
  const made = parseDate(text)
  dates.set(text, made)
  return made
}

/** A date cell: real dates as they are, text as people write it. A bare day count of Excel is not taken for a date without asking. */
export function readDate(row: FileRow, key: 'signed' | 'effective' | 'decisionExpiry'): Read<PartialDate | null> {
  const cell = row.cell(key)
  const typed = row.text(key)
  if (typed === null) return { value: null }
  const serial = /^\d{5}$/.test(typed) ? formatSuggestion(Number(typed)) : null
  if (serial !== null) return refuse(row, key, 'date.day_count', { typed, suggestion: serial })
  const read = dateOf(isDay(cell) ? cell.day : typed)
  // the form's own words with nothing between them (“ngày   tháng   năm”) say that the date is not known
  if (!read.ok && read.problem === 'empty') return { value: null }
  return read.ok ? { value: read.value } : refuse(row, key, `date.${read.problem}`, { typed })
}

function formatSuggestion(serial: number): string {
  return addDays(EXCEL_EPOCH, serial).split('-').reverse().join('/')
}

/** The decision of the row's accreditation; null when all three columns are blank. An end before its beginning is refused. */
export function readDecision(row: FileRow): Read<NewDecision | null> {
  const number = row.text('decisionNumber') === null ? { value: null } : readText(row, 'decisionNumber')
  const effective = readDate(row, 'effective')
  const expiry = readDate(row, 'decisionExpiry')
  if ('problems' in number || 'problems' in effective || 'problems' in expiry)
    return { problems: [number, effective, expiry].flatMap((read) => ('problems' in read ? read.problems : [])) }
  if (effective.value?.iso === 'none')
    return refuse(row, 'effective', 'date.not_a_date', { typed: row.text('effective') ?? '' })
  if (number.value === null && effective.value === null && expiry.value === null) return { value: null }
  const from = effective.value === null ? null : firstDay(effective.value.iso)
  if (from !== null && expiry.value !== null && lastDay(expiry.value.iso) < from)
    return refuse(row, 'decisionExpiry', 'bad_dates')
  return {
    value: {
      kind: (number.value === null ? null : decisionKind(number.value)) ?? 'QD',
      number: number.value,
      effective: effective.value,
      expiry: expiry.value,
    },
  }
}
