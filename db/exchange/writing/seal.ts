// The seal of an exported sheet: one fingerprint over every cell from the first line to the last, and short marks from which can be told which
// cells differ. Equal for the same sheet whatever format it was written in, and after a spreadsheet program has saved it again.
import { createHash } from 'node:crypto'
import { formatDate } from '../../model/dates/partial'
import { isDay, textOf, type Cell } from '../cells'

/** Letters of a mark: 18 bits, so that of 262,144 changed cells about one goes unnoticed by its mark (never by the fingerprint). */
export const MARK_LETTERS = 3
/** Days before it are written in words by some formats. */
const SURE_DAY = '1900-03-01'

export interface Seal {
  /** SHA-256 */
  fingerprint: string
  /** lines of the sheet, those above the header too */
  lines: number
  /** lines that share one row of marks */
  band: number
  /** bands × columns × MARK_LETTERS */
  marks: string
}

/** The cell as it is sealed: what it is and what it says. */
export function sealed(cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `n${cell}`
  if (isDay(cell)) return cell.day >= SURE_DAY ? `d${cell.day}` : `s${formatDate(cell.day)}`
  const text = textOf(cell)
  return text === null ? '' : `s${text}`
}

export interface Sealer {
  /** the next line; cells beyond the last column are not looked at, missing ones are blank */
  add(cells: readonly Cell[]): void
  close(): Seal
}

export function sealer(columns: number, band: number): Sealer {
  const hash = createHash('sha256')
  const states = new Uint32Array(columns).fill(START)
  const marks: string[] = []
  let lines = 0
  let held = ''
  const endBand = (): void => {
    for (const state of states) marks.push(markOf(state))
    states.fill(START)
  }
  return {
    add(cells) {
      for (let at = 0; at < columns; at += 1) {
        const text = sealed(cells[at] ?? null)
        held += `${text}\u001F`
        states[at] = mixed(states[at]!, text)
      }
      held += '\u001E'
      lines += 1
      if (held.length > 65_536) {
        hash.update(held)
        held = ''
      }
      if (lines % band === 0) endBand()
    },
    close() {
      if (lines % band !== 0) endBand()
      return { fingerprint: hash.update(held).digest('hex'), lines, band, marks: marks.join('') }
    },
  }
}

/** FNV-1a, with an end so that two lines of a band do not run into each other. */
const START = 0x811c9dc5
const PRIME = 0x01000193
function mixed(state: number, text: string): number {
  let hash = state
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return Math.imul(hash ^ 0x1f, PRIME)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const letter = (state: number, by: number): string => LETTERS.charAt((state >>> by) & 63)
function markOf(state: number): string {
  const folded = (state ^ (state >>> 15)) >>> 0
  return letter(folded, 0) + letter(folded, 6) + letter(folded, 12)
}
