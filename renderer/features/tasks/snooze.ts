// Puts work off and brings it back; each says what it did and can be undone at once: what stood before stands again.
import { formatDate } from '../../../db/model/dates/partial'
import type { Task } from '../../../db/model/tasks/kinds'
import { call } from '../../api'
import { toast } from '../../components/toast'
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
  const isWritten = await put(task, wanted, texts)
  if (isWritten)
    toast({
      text: t('tasks.snooze.done', { name: nameOfTask(task, texts), day: formatDate(wanted.until, language) }),
      undo: () => void put(task, task.snoozed, texts),
    })
  return isWritten
}

export async function unsnooze(task: Task, texts: Texts): Promise<void> {
  const before = task.snoozed
  if (before === null || !(await put(task, null, texts))) return
  toast({
    text: texts.t('tasks.snooze.back', { name: nameOfTask(task, texts) }),
    undo: () => void put(task, before, texts),
  })
}

async function put({ record, about }: Task, wanted: PutOff | null, { t }: Texts): Promise<boolean> {
  const answer = await call('tasks.snooze', { record, about, ...(wanted ?? { until: null }) })
  if (!answer.ok) toast({ text: t('tasks.snooze.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  return answer.ok
}
