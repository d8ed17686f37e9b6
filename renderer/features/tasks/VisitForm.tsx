// Records a surveillance visit that was made; the list then asks for the next one. What was recorded can be taken back at once.
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react'
import { parseDate, type PartialDate } from '../../../db/model/dates/partial'
import type { Task } from '../../../db/model/tasks/kinds'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { undoSaving } from '../../frame/takeBack'
import { failureSentence } from '../../texts/failureText'
import { nameOfTask } from '../../texts/taskWords'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './tasks.module.css'

export function VisitForm({ task, onDone }: { task: Task; onDone: () => void }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const [done, setDone] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const read = parseDate(done, { locale: language })
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!read.ok || read.value.iso === 'none') {
      setProblem(t('tasks.visit.unread'))
      field.current?.focus()
    } else if (await record(task, read.value, texts)) onDone()
  }
  return (
    <form
      className={classes['form']}
      aria-label={t('tasks.visit.title')}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <TextInput
        ref={field}
        label={t('tasks.visit.done')}
        description={read.ok ? t('common.date.understood', { date: read.understood }) : t('tasks.visit.doneHint')}
        error={problem}
        autoComplete="off"
        value={done}
        onChange={(event) => setDone(event.currentTarget.value)}
      />
      <div className={classes['end']}>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('tasks.visit.save')}</Button>
      </div>
    </form>
  )
}

async function record(task: Task, done: PartialDate, texts: Texts): Promise<boolean> {
  const { t } = texts
  const answer = await call('surveillance.save', { change: { accreditation: task.record, done } })
  if (!answer.ok) {
    toast({ text: t('tasks.visit.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
    return false
  }
  const name = nameOfTask(task, texts)
  toast({ text: t('tasks.visit.saved', { name }), undo: () => void undoSaving(texts, answer.value) })
  return true
}
