// The text of an annex, pasted: a table from Excel, Word or LibreOffice (cells between tabs) or lines from a PDF or a web page.
// Law: nothing is dropped. Every piece of the text is in a row, among the facts of the head, or in what is left for placing by hand.
import { formOf, issueOf } from './headings'
import { readLines } from './lines'
import type { AnnexReading } from './reading'
import { readTable } from './table'

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
