// To the trash and back: both name the laboratory, and each can be undone at once.
import type { LabPage } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { toast } from '../../../components/toast'
import { undoSaving } from '../../../frame/takeBack'
import { failureSentence } from '../../../texts/failureText'
import type { Texts } from '../../../texts/texts'

type Named = Pick<LabPage, 'id' | 'nameVi'>

export async function trashLab(texts: Texts, lab: Named): Promise<void> {
  const { t } = texts
  const answer = await call('records.trash', { entity: 'laboratory', id: lab.id })
  if (answer.ok)
    toast({ text: t('labPage.trash.done', { name: lab.nameVi }), undo: () => void undoSaving(texts, answer.value) })
  else toast({ text: t('labPage.trash.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
}

export async function restoreLab(texts: Texts, lab: Named): Promise<void> {
  const { t } = texts
  const answer = await call('records.restore', { entity: 'laboratory', id: lab.id })
  if (answer.ok)
    toast({ text: t('labPage.trash.restored', { name: lab.nameVi }), undo: () => void undoSaving(texts, answer.value) })
  else toast({ text: t('labPage.trash.restoreFailed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
}
