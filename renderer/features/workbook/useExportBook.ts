// “Xuất sổ làm việc”: asks where, writes the whole register there, and offers to show the file. The status line shows how far.
import { formatDate } from '../../../db/model/dates/partial'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'

export function useExportBook(): () => Promise<void> {
  const { t, n, language } = useTexts()
  const info = useCall('register.info', {})
  return async () => {
    const day = info.state === 'ready' ? formatDate(info.data.today, language).replaceAll('/', '-') : ''
    const target = await window.shell.pickSave('xlsx', `${t('workbook.export.fileName', { day })}.xlsx`)
    if (target === null) return
    const answer = await call('exchange.exportBook', { file: target.ref, language })
    if (answer.ok) {
      const { rows, file } = answer.value
      toast({
        text: t('workbook.export.done', { count: rows, shown: n(rows), file }),
        action: { label: t('workbook.export.reveal'), run: () => void window.shell.reveal(target.ref) },
      })
    } else if (answer.error.code !== 'cancelled')
      toast({ text: t('workbook.export.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
}
