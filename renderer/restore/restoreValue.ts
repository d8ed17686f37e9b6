// Brings an earlier value back from the history: a saving of its own, that can be undone like any other. A whole record is asked about first.
import { call } from '../api'
import type { Restore } from '../components/changes/restore'
import { toast } from '../components/toast'
import { undoSaving } from '../frame/takeBack'
import { failureSentence } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import { useCanEdit } from '../useCanEdit'
import { useRestoring } from './restoreStore'

export function useRestoreValue(): ((restore: Restore) => void) | null {
  const texts = useTexts()
  const { t } = texts
  const canEdit = useCanEdit()
  const one = async ({ what, ...asked }: Extract<Restore, { field: string }>): Promise<void> => {
    const answer = await call('changes.restore', asked)
    if (!answer.ok)
      toast({ text: t('journal.restore.failed', { what, why: failureSentence(t, answer.error) }), tone: 'failed' })
    else if (answer.value.changed === 0) toast({ text: t('journal.restore.same', { what }) })
    else toast({ text: t('journal.restore.done', { what }), undo: () => void undoSaving(texts, answer.value) })
  }
  const run = (wanted: Restore): void => {
    if (wanted.field === null) useRestoring.setState({ asked: { record: wanted.record, before: wanted.before } })
    else void one(wanted)
  }
  return canEdit ? run : null
}
