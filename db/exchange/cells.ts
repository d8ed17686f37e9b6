// What a sheet's cell can hold, whichever format it came from, and its text as people read it.
// A day stays a day (never text with a guessed order); numbers stay numbers until a column asks for text.
import { formatDate } from '../model/dates/partial'

export interface DayCell {
  /** yyyy-MM-dd */
  day: string
}
export type Cell = string | number | boolean | DayCell | null

/** Longest text a cell of xlsx holds. */
export const LONGEST_CELL = 32_767

export const isDay = (cell: Cell): cell is DayCell => typeof cell === 'object' && cell !== null

/** NFC, line ends as \n, no control characters, no halves of a character, ends trimmed. The same on both sides of every comparison. */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text.trim()
  const joined = text.normalize('NFC')
  return (ODD.test(joined) ? withoutOdd(joined) : joined).trim()
}

/** Letters of Vietnamese and its neighbours, composed, and common signs: there is nothing to compose and nothing odd in it. */
const PLAIN = /^[\t\n -~\u00A0-\u02FF\u1EA0-\u1EF9\u2010-\u2027]*$/
/** Everything below space except tab and line feed, and the two code points XML cannot hold. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g
/** What may have to go; also both halves of a character that is whole. */
const ODD = /[\u0000-\u0008\u000B-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]/

const withoutOdd = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROLS, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')

/** The cell as a person reads it; null when it is blank. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null
  if (isDay(cell)) return formatDate(cell.day)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const text = typeof cell === 'number' ? String(cell) : clean(cell)
  return text === '' ? null : text
}

/** Parts of a cell that lists several values. Both `;` and a new line part them, a comma only before a space (`24,081` is one). */
export function splitList(text: string): string[] {
  if (!/[;,\n]/.test(text)) return text === '' ? [] : [text.trim()].filter((part) => part !== '')
  return text
    .split(/[;\n]|,\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
