// Copies the whole answer as one table: both groups, the answer in the first column.
import { useCallback } from 'react'
import type { CapabilityRow } from '../../../db/model/capability'
import { copyRows } from '../../components/grid/copy'
import { toast } from '../../components/toast'
import { useTexts } from '../../texts/texts'
import { useCapabilityColumns } from './columns'

export function useCopyTable(rows: readonly CapabilityRow[]): () => void {
  const { t, n } = useTexts()
  const columns = useCapabilityColumns('can')
  return useCallback(() => {
    if (rows.length === 0) return
    const copied = copyRows(columns, rows)
    // a copy event and not the clipboard's own writing: that one would take out of the table what keeps codes text in Excel
    const onCopy = (event: ClipboardEvent): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      event.clipboardData?.setData('text/plain', copied.text)
      event.clipboardData?.setData('text/html', copied.html)
      toast({ text: t('capability.copied', { count: rows.length, shown: n(rows.length) }) })
    }
    document.addEventListener('copy', onCopy, { capture: true, once: true })
    document.execCommand('copy')
    document.removeEventListener('copy', onCopy, { capture: true })
  }, [rows, columns, t, n])
}
