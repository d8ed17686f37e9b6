// Puts work off and brings it back; each says what it did and can be undone at once.
import { formatDate } from '../../../db/model/dates/partial'
import type { Saved } from '../../../db/model/shapes/answer'
import type { Task } from '../../../db/model/tasks/kinds'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { undoSaving } from '../../frame/takeBack'
import { failureSentence } from '../../texts/failureText'
import { nameOfTask } from '../../texts/taskWords'
import type { Texts } from '../../texts/texts'

export interface PutOff {
  until: string
  reason: string | null
}

/** True when it was written. */
export async function snooze(task: Task, wanted: PutOff, texts: Texts): Promise<boolean> {
  const { t, language } = texts
  const saved = await put(task, wanted, texts)
  if (saved !== null)
    toast({
      text: t('tasks.snooze.done', { name: nameOfTask(task, texts), day: formatDate(wanted.until, language) }),
      undo: () => void undoSaving(texts, saved),
    })
  return saved !== null
}

export async function unsnooze(task: Task, texts: Texts): Promise<void> {
  const saved = task.snoozed === null ? null : await put(task, null, texts)
  if (saved === null) return
  toast({
    text: texts.t('tasks.snooze.back', { name: nameOfTask(task, texts) }),
    undo: () => void undoSaving(texts, saved),
  })
}

async function put({ record, about }: Task, wanted: PutOff | null, { t }: Texts): Promise<Saved | null> {
  const answer = await call('tasks.snooze', { record, about, ...(wanted ?? { until: null }) })
  if (!answer.ok) toast({ text: t('tasks.snooze.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  return answer.ok ? answer.value : null
}
