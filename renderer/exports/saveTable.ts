// Every export alike: asks where, writes, says what was written and offers to open it. The status line shows how far and can stop it.
import type { PickedFile, TableKind } from '../../db/model/bridge'
import { formatDate } from '../../db/model/dates/partial'
import type { ExportedList } from '../../db/model/shapes/exchange'
import type { Answer } from '../api'
import { toast } from '../components/toast'
import { useDay } from '../stores/day'
import { failureSentence } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import { useExportFormat } from './exportStore'

/** Without a format: in the last one. */
export type Save = (format?: TableKind) => Promise<void>
type Write = (file: PickedFile, format: TableKind) => Promise<Answer<ExportedList>>

export function useSaveTable(title: string, write: Write): Save {
  const { t, n, language } = useTexts()
  const day = useDay()
  return async (wanted) => {
    const format = wanted ?? useExportFormat.getState().format
    const on = formatDate(day, language).replaceAll('/', '-')
    const target = await window.shell.pickSave(format, `${t('exports.fileName', { title, day: on })}.${format}`)
    if (target === null) return
    useExportFormat.getState().remember(format)
    const answer = await write(target, format)
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled')
        toast({ text: t('exports.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
      return
    }
    const { rows, file } = answer.value
    const open = async (): Promise<void> => {
      if (!(await window.shell.openSaved(target.ref))) toast({ text: t('exports.notOpened'), tone: 'failed' })
    }
    toast({
      text: t('exports.done', { count: rows, shown: n(rows), file }),
      actions: [
        { label: t('exports.open'), run: () => void open() },
        { label: t('exports.reveal'), run: () => void window.shell.reveal(target.ref) },
      ],
    })
  }
}
