// The rows with errors as a workbook of their own, each with its reasons, to be put right elsewhere and imported later.
import type { ImportPreview } from '../../../db/model/shapes/exchange'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { inputOf, useImportStore } from './importStore'

export function useRejects(preview: ImportPreview): () => Promise<void> {
  const { t, language } = useTexts()
  return async () => {
    const { stage, choices } = useImportStore.getState()
    if (stage.at !== 'preview') return
    const to = await window.shell.pickSave('xlsx', `${t('importReading.rejectsName')}.xlsx`)
    if (to === null) return
    const source = { ...inputOf(stage.file), choices, preview: preview.fingerprint }
    const answer = await call('exchange.saveRejects', { ...source, to: to.ref, language })
    if (answer.ok)
      toast({
        text: t('imports.form.saved', { file: answer.value.file }),
        action: { label: t('imports.form.reveal'), run: () => void window.shell.reveal(to.ref) },
      })
    else if (answer.error.code !== 'cancelled')
      toast({ text: t('imports.form.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
}
