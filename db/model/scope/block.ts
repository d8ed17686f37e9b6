// A block of cells as spreadsheets and word processors put it on the clipboard: tabs between cells, lines between rows, cells that hold
// tabs, lines or quotes in quotes. A quote that does not close such a cell is a letter like any other: nothing is lost.

const BREAK = /[\t\n\r]/

/** Rows of cells; an end of line after the last row makes no further row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = readCell(text, at)
    row.push(cell.value)
    at = cell.end
    if (at >= text.length) break
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function readCell(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = readQuoted(text, start)
    if (quoted !== null) return quoted
  }
  let end = start
  while (end < text.length && !BREAK.test(text[end]!)) end += 1
  return { value: text.slice(start, end), end }
}

/** Null: the quote opens no cell that would end at a tab or a line. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else {
      const end = at + 1
      if (end < text.length && !BREAK.test(text[end]!)) return null
      return {
        value: text
          .slice(start + 1, at)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
        end,
      }
    }
  }
  return null
}

/** The same block for the clipboard; Excel and `readBlock` read it back cell for cell. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(writeCell).join('\t')).join('\r\n')
}

const writeCell = (cell: string): string =>
  BREAK.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
