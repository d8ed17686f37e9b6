// Brings an earlier value, or all values of a record, back from the history: a saving of its own, that can be undone like any other.
import { call } from './api'
import type { Restore } from './components/changes/restore'
import { toast } from './components/toast'
import { failureSentence } from './texts/failureText'
import { useTexts } from './texts/texts'
import { useCanEdit } from './useCanEdit'

export function useRestoreValue(): ((restore: Restore) => void) | null {
  const { t } = useTexts()
  const canEdit = useCanEdit()
  const restore = async ({ what, ...asked }: Restore): Promise<void> => {
    const answer = await call('changes.restore', asked)
    if (!answer.ok)
      toast({ text: t('journal.restore.failed', { what, why: failureSentence(t, answer.error) }), tone: 'failed' })
    else toast({ text: t(answer.value.changed === 0 ? 'journal.restore.same' : 'journal.restore.done', { what }) })
  }
  return canEdit ? (wanted) => void restore(wanted) : null
}
