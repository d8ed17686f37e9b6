// Until when a thing is put off, and why. It stands where the work is told; Esc leaves it, nothing is written before “Hẹn lại”.
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react'
import { addDays, formatDate } from '../../../db/model/dates/partial'
import type { Task } from '../../../db/model/tasks/kinds'
import { wholeDay } from '../../frame/moment'
import { useDayStore } from '../../stores/day'
import { useTexts } from '../../texts/texts'
import { snooze } from './snooze'
import classes from './tasks.module.css'

/** Days ahead that are offered; the first stands there at the start. */
const AHEAD = [30, 7, 90] as const

export function SnoozeForm({ task, onDone }: { task: Task; onDone: () => void }): JSX.Element {
  const texts = useTexts()
  const { t, n, language } = texts
  const today = useDayStore((state) => state.today)
  const [until, setUntil] = useState(formatDate(task.snoozed?.until ?? addDays(today, AHEAD[0]), language))
  const [reason, setReason] = useState(task.snoozed?.reason ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const day = wholeDay(until)
    const wrong =
      day === null
        ? t('tasks.snooze.notWhole')
        : day <= today
          ? t('tasks.snooze.notLater', { day: formatDate(today, language) })
          : null
    setProblem(wrong)
    if (wrong !== null || day === null) field.current?.focus()
    else if (await snooze(task, { until: day, reason: reason.trim() === '' ? null : reason }, texts)) onDone()
  }
  return (
    <form
      className={classes['form']}
      aria-label={t('tasks.snooze.title')}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <TextInput
        ref={field}
        label={t('tasks.snooze.until')}
        description={t('tasks.snooze.untilHint')}
        error={problem}
        autoComplete="off"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <TextInput
        label={t('tasks.snooze.reason')}
        description={t('tasks.snooze.reasonHint')}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes['ahead']}>
        {AHEAD.toSorted((a, b) => a - b).map((days) => (
          <Button
            key={days}
            variant="default"
            size="compact-sm"
            onClick={() => setUntil(formatDate(addDays(today, days), language))}
          >
            {t('tasks.snooze.inDays', { count: days, shown: n(days) })}
          </Button>
        ))}
      </div>
      <div className={classes['end']}>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('tasks.snooze.save')}</Button>
      </div>
    </form>
  )
}
