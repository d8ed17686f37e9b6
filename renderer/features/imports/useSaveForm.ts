// The two ways to a file with the right columns: an empty form, and the whole list with its record ids to edit and bring back.
import type { PickedFile } from '../../../db/model/bridge'
import type { Exported } from '../../../db/model/shapes/exchange'
import { call, type Answer } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'

export function useSaveForm(): { saveEmpty: () => Promise<void>; saveList: () => Promise<void> } {
  const { t, language } = useTexts()
  const save = async (name: string, write: (file: PickedFile) => Promise<Answer<Exported>>): Promise<void> => {
    const target = await window.shell.pickSave('xlsx', name)
    if (target === null) return
    const answer = await write(target)
    if (answer.ok)
      toast({
        text: t('imports.form.saved', { file: answer.value.file }),
        action: { label: t('imports.form.reveal'), run: () => void window.shell.reveal(target.ref) },
      })
    else if (answer.error.code !== 'cancelled')
      toast({ text: t('imports.form.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
  return {
    saveEmpty: () =>
      save(`${t('imports.form.emptyName')}.xlsx`, ({ ref }) => call('exchange.saveForm', { file: ref, language })),
    saveList: () =>
      save(`${t('imports.form.listName')}.xlsx`, ({ ref }) =>
        call('exchange.exportList', { file: ref, format: 'xlsx', language }),
      ),
  }
}
