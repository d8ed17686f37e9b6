// “Xuất”: asks where, writes the list exactly as filtered, sorted and seen, and offers to show the file. The status line shows how far.
import type { Input } from '../../../../db/contract'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabRow } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { shownColumns, type Column } from '../../../components/grid/column'
import { toast } from '../../../components/toast'
import { useGridLayout } from '../../../stores/layouts'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { LIST_LAYOUT, useListQuery } from './listStore'

export type ExportFormat = Input<'exchange.exportList'>['format']

export function useExport(columns: readonly Column<LabRow>[]): (format: ExportFormat) => Promise<void> {
  const { t, n, language } = useTexts()
  const query = useListQuery()
  const [layout] = useGridLayout(LIST_LAYOUT)
  return async (format) => {
    const day = formatDate(query.day ?? '', language).replaceAll('/', '-')
    const target = await window.shell.pickSave(format, `${t('labs.exported.fileName', { day })}.${format}`)
    if (target === null) return
    const answer = await call('exchange.exportList', {
      ...query,
      file: target.ref,
      format,
      language,
      columns: shownColumns(columns, layout).map((column) => column.id),
    })
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') {
        toast({ text: t('labs.exported.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
      }
      return
    }
    const { rows, file } = answer.value
    toast({
      text: t('labs.exported.done', { count: rows, shown: n(rows), file }),
      action: { label: t('labs.exported.reveal'), run: () => void window.shell.reveal(target.ref) },
    })
  }
}
