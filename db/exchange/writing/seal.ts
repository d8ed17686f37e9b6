// The seal of an exported sheet: one fingerprint over every cell from the first line to the last, and short marks from which can be told which
// cells differ. Equal for the same sheet whatever format it was written in, and after a spreadsheet program has saved it again.
import { createHash } from 'node:crypto'
import { formatDate } from '../../model/dates/partial'
import { isDay, type Cell } from '../cells'

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

/** A cell is sealed as a letter for what it is and what it says, a blank one as nothing. Texts are clean()ed already, as the cells of a list that goes out are. */
function words(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell === null) return ''
  if (!isDay(cell)) return String(cell)
  return cell.day >= SURE_DAY ? cell.day : formatDate(cell.day)
}

function letterOf(cell: Cell): 's' | 'n' | 'd' | 'b' | '' {
  if (typeof cell === 'string') return cell === '' ? '' : 's'
  if (cell === null) return ''
  if (isDay(cell)) return cell.day >= SURE_DAY ? 'd' : 's'
  return typeof cell === 'number' ? 'n' : 'b'
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
        const cell = cells[at] ?? null
        const [kind, text] = [letterOf(cell), words(cell)]
        held += kind + text + END
        states[at] = mixed(mixed(mixed(states[at]!, kind), text), END)
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
const END = '\u001F'
function mixed(state: number, text: string): number {
  let hash = state | 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const markLetter = (state: number, by: number): string => LETTERS.charAt((state >>> by) & 63)
function markOf(state: number): string {
  const folded = (state ^ (state >>> 15)) >>> 0
  return markLetter(folded, 0) + markLetter(folded, 6) + markLetter(folded, 12)
}
