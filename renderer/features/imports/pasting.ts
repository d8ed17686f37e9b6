// What was copied from Excel, Calc or a web page, as rows of cells between tabs.
import { useEffect } from 'react'
import { readFile, useImportStore } from './importStore'

type Copied = Pick<DataTransfer, 'getData'>

/** Null: no table was copied. */
export function tableIn(copied: Copied): string | null {
  const text = copied.getData('text/plain')
  if (text.includes('\t')) return text
  // a browser's plain text of a table may have lost its columns
  const table = new DOMParser().parseFromString(copied.getData('text/html'), 'text/html').querySelector('table')
  if (table !== null) return [...table.rows].map(lineOf).join('\n')
  return /[;,].*\n/.test(text) ? text : null
}

/** A cell that spans columns leaves those beside it blank, as a spreadsheet shows it. */
function lineOf(row: HTMLTableRowElement): string {
  const cells = [...row.cells].flatMap((cell) => [
    cell.textContent.replaceAll(/\s+/g, ' ').trim(),
    ...Array.from({ length: Math.min(cell.colSpan, 200) - 1 }, () => ''),
  ])
  return cells.map((cell) => (/["\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null

/** Ctrl+V anywhere on the screen, unless a field has the focus, brings the table to its preview. */
export function usePastedTable(may: boolean, name: string): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (!may || isField(event.target) || event.clipboardData === null) return
      const { stage } = useImportStore.getState()
      const pasted = stage.at === 'writing' ? null : tableIn(event.clipboardData)
      if (pasted === null) return
      event.preventDefault()
      void readFile({ pasted, name })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [may, name])
}
