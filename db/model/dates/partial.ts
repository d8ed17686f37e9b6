// Partial dates: reduced ISO text plus the words as printed, and the reading of what people write.
// A missing day or month is never invented (BoA annexes often leave them blank); an unknown date is null, not an object.
import { z } from 'zod'
import { stripMarks } from '../text/fold'

/** `iso` is `2026-11-25`, `2026-11`, `2026`, or `none` for “stated to be unlimited”; `printed` the words of the source. */
export type PartialDate = { iso: string; printed?: string }
export type Precision = 'day' | 'month' | 'year' | 'none'
export type DateLocale = 'vi' | 'en'
export type DateProblem =
  | 'empty'
  | 'not_a_date'
  /** Read as day/month/year the month is 13–31: probably typed month first, which is never guessed. */
  | 'month_first'
  | 'no_such_month'
  | 'no_such_day'
  | 'year_missing'
  | 'year_out_of_range'
export type ParsedDate = { ok: true; value: PartialDate; understood: string } | { ok: false; problem: DateProblem }
export interface ParseDateOptions {
  /** The year to take when only day and month are written (“25/11”); without it that is `year_missing`. */
  base?: number
  /** Language of `understood`, Vietnamese unless told. */
  locale?: DateLocale
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2999
/** The last day of what never ends. */
const END_OF_TIME = '9999-12-31'
const START_OF_TIME = '0001-01-01'
const [START_MS, END_MS] = [Date.parse(START_OF_TIME), Date.parse(END_OF_TIME)]
const DAY_MS = 86_400_000
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days of the month in which the day `yyyy-MM-dd` lies. */
const monthLength = (day: string): number => daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

function problemOf(year: number, month?: number, day?: number): DateProblem | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'year_out_of_range'
  if (month === undefined) return null
  if (month < 1 || month > 12) return 'no_such_month'
  if (day === undefined) return null
  return day < 1 || day > daysInMonth(year, month) ? 'no_such_day' : null
}

function toIso(year: number, month?: number, day?: number): string {
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join('-')
}

/** Reduced ISO text of a day, month or year that exists, years 1900–2999, or `none`. */
export function isPartialIso(iso: string): boolean {
  if (iso === 'none') return true
  const found = ISO.exec(iso)
  if (found === null) return false
  const [, year, month, day] = found
  return (
    problemOf(
      Number(year),
      month === undefined ? undefined : Number(month),
      day === undefined ? undefined : Number(day),
    ) === null
  )
}

export const partialDateSchema = z.strictObject({
  iso: z.string().refine(isPartialIso, 'not_a_partial_date'),
  printed: z.string().normalize('NFC').trim().min(1).max(200).exactOptional(),
})

const MOST_KEPT = 20_000

/** A register names the same days again and again: what was found of one is kept. */
function kept<K, V extends {}>(find: (of: K) => V): (of: K) => V {
  const all = new Map<K, V>()
  return (of) => {
    let found = all.get(of)
    if (found !== undefined) return found
    found = find(of)
    if (all.size >= MOST_KEPT) all.clear()
    all.set(of, found)
    return found
  }
}

/** How much of the date is known. Throws a RangeError for text that is no reduced ISO date. */
export const precision = kept((iso: string): Precision => {
  if (!isPartialIso(iso)) throw new RangeError('not_a_partial_date')
  if (iso === 'none') return 'none'
  return iso.length === 10 ? 'day' : iso.length === 7 ? 'month' : 'year'
})

/** First possible day `yyyy-MM-dd`; null for `none`, which never comes. */
export function firstDay(iso: string): string | null {
  const known = precision(iso)
  if (known === 'none') return null
  return known === 'day' ? iso : known === 'month' ? `${iso}-01` : `${iso}-01-01`
}

/** Last possible day `yyyy-MM-dd`; `9999-12-31` for `none`. */
export function lastDay(iso: string): string {
  const known = precision(iso)
  if (known === 'none') return END_OF_TIME
  if (known === 'day') return iso
  return known === 'year' ? `${iso}-12-31` : `${iso}-${daysInMonth(Number(iso.slice(0, 4)), Number(iso.slice(5)))}`
}

/** Whether a month or a year may stand behind the day as its last possible one. */
export const isLastOfMonth = (day: string): boolean => day.slice(8) >= '28' && Number(day.slice(8)) === monthLength(day)

const UNLIMITED: Record<DateLocale, string> = { vi: 'không thời hạn', en: 'no expiry' }

/** `dd/MM/yyyy`, `MM/yyyy`, `yyyy`, or the words for unlimited. Takes any day that exists, so 9999-12-31 too. */
export function formatDate(iso: string, locale: DateLocale = 'vi'): string {
  return iso === 'none' ? UNLIMITED[locale] : iso.split('-').reverse().join('/')
}

/** Unaccented words without “kể từ ngày” and a midnight time; every blank of a form (dots, ellipses) becomes one space. */
function plainWords(text: string): string {
  return stripMarks(text)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\.{2,}|…|_{2,}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/(?:t| )0?0:00(?::00(?:\.0+)?)?$/, '')
    .replace(/^(?:ke tu |tu |den |het )/, '')
    .replace(/^(?:ngay(?! ?\d{0,2} ?(?:thang|$))(?: ?\/ ?(?:from|to|date))?|from |to ) ?:? ?/, '')
}

const SEPARATOR = String.raw` ?[/.\-] ?`
const UNLIMITED_WORDS = /^(?:vo|khong|khong xac dinh|khong gioi han) thoi han$|^(?:unlimited|indefinite)$/
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:${SEPARATOR}(\d{1,2})(?:${SEPARATOR}(\d{1,2}))?)?$`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})${SEPARATOR}(\d{1,2})${SEPARATOR}(\d{4}|\d{2})$`)
const MONTH_YEAR = new RegExp(String.raw`^(?:${SEPARATOR}|thang )?(\d{1,2})${SEPARATOR}(\d{4})$`)
const YEAR_ONLY = new RegExp(String.raw`^(?:(?:${SEPARATOR}){1,2}|nam )(\d{4})$`)
const DAY_MONTH = new RegExp(String.raw`^(\d{1,2})${SEPARATOR}(\d{1,2})$`)
const IN_WORDS = /^(?:ngay ?(\d{1,2})? ?)?thang ?(\d{1,2})? ?,? ?nam ?(\d{4})$/
/** Slashes alone, or the words of the form with nothing between them. */
const BLANK = /^(?:[/.\- ]*|(?:ngay)? ?(?:thang)? ?(?:nam)?)$/

type Parts = { year: number; month?: number; day?: number }

function parts(year: string | undefined, month?: string, day?: string): Parts {
  const full = year?.length === 2 ? 2000 + Number(year) : Number(year)
  return {
    year: full,
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

function dayFirst(year: string | undefined, month: string | undefined, day: string | undefined): Parts | DateProblem {
  const swapped = Number(month) >= 13 && Number(month) <= 31 && Number(day) >= 1 && Number(day) <= 12
  return swapped ? 'month_first' : parts(year, month, day)
}

function readParts(words: string, base: number | undefined): Parts | DateProblem {
  if (BLANK.test(words)) return 'empty'
  let found = YEAR_FIRST.exec(words)
  if (found !== null) return parts(found[1], found[2], found[3])
  found = DAY_FIRST.exec(words)
  if (found !== null) return dayFirst(found[3], found[2], found[1])
  found = MONTH_YEAR.exec(words)
  if (found !== null) return parts(found[2], found[1])
  found = YEAR_ONLY.exec(words)
  if (found !== null) return parts(found[1])
  found = IN_WORDS.exec(words)
  if (found !== null) {
    // “tháng năm 2023” is May as well as a blank month; only the printed form “ngày   tháng   năm 2023” is surely blank
    const blankMonth = words.startsWith('ngay') && found[1] === undefined
    return found[2] === undefined && !blankMonth ? 'not_a_date' : parts(found[3], found[2], found[1])
  }
  found = DAY_MONTH.exec(words)
  if (found === null) return 'not_a_date'
  return base === undefined ? 'year_missing' : dayFirst(String(base), found[2], found[1])
}

/**
 * Reads a date as written by people and printed on annexes: day first, never month first; two-digit years are 20yy.
 * `printed` is kept where the text is more than the plain form of the date. A blank form (“ngày   tháng   năm”) is `empty`.
 */
export function parseDate(text: string, options: ParseDateOptions = {}): ParsedDate {
  const words = plainWords(text)
  const printed = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const done = (iso: string): ParsedDate => {
    const plain = printed === iso || printed === formatDate(iso)
    return {
      ok: true,
      value: plain || printed.length > 200 ? { iso } : { iso, printed },
      understood: formatDate(iso, options.locale),
    }
  }
  if (UNLIMITED_WORDS.test(words)) return done('none')
  const read = readParts(words, options.base)
  if (typeof read === 'string') return { ok: false, problem: read }
  const problem = problemOf(read.year, read.month, read.day)
  return problem === null ? done(toIso(read.year, read.month, read.day)) : { ok: false, problem }
}

const fromEpoch = kept((ms: number): string => {
  if (ms >= END_MS) return END_OF_TIME
  return ms <= START_MS ? START_OF_TIME : new Date(ms).toISOString().slice(0, 10)
})

const DAY = /^\d{4}-\d{2}-\d{2}$/

const toEpoch = kept((day: string): number => {
  const ms = DAY.test(day) ? Date.parse(day) : Number.NaN
  // 30/02 would be read as 02/03
  const exists = day.slice(8) <= '28' || Number(day.slice(8)) <= monthLength(day)
  if (Number.isNaN(ms) || !exists) throw new RangeError('not_a_day')
  return ms
})

/** The day `count` days later (earlier if negative), held within 0001-01-01 … 9999-12-31. Throws a RangeError for no day. */
export function addDays(day: string, count: number): string {
  return fromEpoch(toEpoch(day) + count * DAY_MS)
}

/** The same day of the month `count` months later; a day that month does not have becomes its last (29/02 + 12 → 28/02). */
export function addMonths(day: string, count: number): string {
  toEpoch(day)
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  if (year > 9999) return END_OF_TIME
  if (year < 1) return START_OF_TIME
  const month = (months % 12) + 1
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative when `to` is earlier. Throws a RangeError for no day. */
export function daysBetween(from: string, to: string): number {
  return (toEpoch(to) - toEpoch(from)) / DAY_MS
}

/**
 * Milliseconds that Vietnam's clocks are ahead of UTC: since 13/06/1975 always seven hours, without summer time (IANA time zone database,
 * Asia/Ho_Chi_Minh). The register holds no earlier instant.
 */
const VIETNAM_AHEAD_MS = 7 * 3_600_000

/** Date and time in Vietnam at that instant, whatever the machine's own zone: `yyyy-MM-ddTHH:mm:ss.sss`. */
export const clockInVietnam = (epochMs: number): string =>
  new Date(epochMs + VIETNAM_AHEAD_MS).toISOString().slice(0, -1)

/** The calendar day `yyyy-MM-dd` in Vietnam at that instant. */
export const dayInVietnam = (epochMs: number): string => clockInVietnam(epochMs).slice(0, 10)
