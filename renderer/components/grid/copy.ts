// A copied selection: tab-separated text for Word and mail, an HTML table for Excel. Text cells carry Excel's text format,
// so that codes (`016`), telephone numbers, partial dates (`11/2023`) and anything that looks like a formula arrive as they are.
import type { Column } from './column'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
const oneLine = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ').trim()

export interface Copied {
  text: string
  html: string
}

/** Headings go along as soon as there is more than one row. */
export function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Copied {
  const headings = columns.map((column) => oneLine(column.label))
  const cells = rows.map((row) => columns.map((column) => oneLine(column.text(row))))
  const lines = rows.length > 1 ? [headings, ...cells] : cells
  const head = rows.length > 1 ? `<tr>${headings.map((heading) => `<th>${escaped(heading)}</th>`).join('')}</tr>` : ''
  const body = cells.map((row) => `<tr>${row.map((cell, index) => htmlCell(columns[index], cell)).join('')}</tr>`)
  return {
    text: lines.map((line) => line.join('\t')).join('\r\n'),
    html: `<meta charset="utf-8"><table>${head}${body.join('')}</table>`,
  }
}

function htmlCell<Row>(column: Column<Row> | undefined, cell: string): string {
  return column?.number ? `<td>${escaped(cell)}</td>` : `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`
}
