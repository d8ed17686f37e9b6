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
    const { text, html } = copyRows(columns, rows)
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    })
    void navigator.clipboard
      .write([item])
      .then(() => toast({ text: t('capability.copied', { count: rows.length, shown: n(rows.length) }) }))
  }, [rows, columns, t, n])
}
