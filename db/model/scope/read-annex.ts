// The text of an annex, pasted: a table from Excel, Word or LibreOffice (cells between tabs) or lines from a PDF or a web page.
// Law: nothing is dropped. Every piece of the text is in a row, among the facts of the head, or in what is left for placing by hand.
import { readBlock } from './block'
import { formOf, headingRow, isHeadingLine, issueOf, readFact } from './headings'
import { readLines } from './lines'
import type { AnnexReading } from './reading'
import { readTable } from './table'
import { isMethod, splitBoth } from './words'

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const SPACES = /[\u00A0\u2000-\u200A\u202F\u3000]/g

export function readAnnexText(text: string): AnnexReading {
  const clean = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\f\v\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, '')
    .replaceAll(SPACES, ' ')
  const read = clean.includes('\t') ? readTable(clean) : readLines(clean)
  return { ...read, form: formOf(clean) ?? formByColumns(read.rows), issue: issueOf(clean) }
}

const formByColumns = (rows: AnnexReading['rows']): AnnexReading['form'] =>
  rows.some(({ quantity, cmc }) => quantity !== null || cmc !== null) ? 'AFL 01/13' : null

/**
 * Whether pasted text is an annex to be read, not cells to be put where they are pasted: it brings headings, lines of the head, numbered
 * rows or both languages in one cell; or it is lines among which methods stand.
 */
export function looksLikeAnnex(text: string): boolean {
  if (!text.includes('\t')) {
    const lines = text.split(/\r?\n/).map((line) => line.trim())
    return (
      lines.length > 3 && lines.some((line) => isMethod(line) || isHeadingLine(line, false) || readFact(line) !== null)
    )
  }
  const block = readBlock(text).map((cells) => cells.map((cell) => cell.trim()))
  const numbered = block.filter((cells) => cells.length > 3 && /^\d{1,4}\s*[.)]?$/.test(cells[0]!)).length
  if (numbered > 0 && numbered >= block.length / 3) return true
  return block.some(
    (cells) =>
      headingRow(cells) !== null ||
      (cells.filter(Boolean).length === 1 && readFact(cells.join('')) !== null) ||
      cells.some((cell) => isBoth(cell)),
  )
}

function isBoth(cell: string): boolean {
  const { vi, en } = splitBoth(cell)
  return vi !== null && en !== null
}
