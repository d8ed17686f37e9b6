// Brings a whole record back to how it stood at a time: first what will change, field by field, then the deed with its reason.
import { Button, Modal, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react'
import type { RestorePlan } from '../../db/model/shapes/history'
import { call } from '../api'
import dialog from '../components/dialog.module.css'
import { toast } from '../components/toast'
import { readMoment } from '../frame/moment'
import { undoSaving } from '../frame/takeBack'
import { failureSentence } from '../texts/failureText'
import { formatInstant } from '../texts/instants'
import { useTexts, type Translate } from '../texts/texts'
import { useCall } from '../useCall'
import { PlanTable } from './PlanTable'
import classes from './restore.module.css'
import { closeRestore, useRestoring, type Asked } from './restoreStore'

export function RestoreDialog(): JSX.Element {
  const { t } = useTexts()
  const { asked } = useRestoring()
  return (
    <Modal
      opened={asked !== null}
      onClose={closeRestore}
      size="lg"
      title={t('journal.restore.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asked !== null && <Restoring key={`${asked.record} ${asked.before?.seq}`} asked={asked} />}
    </Modal>
  )
}

type Point = NonNullable<Asked['before']>

function Restoring({ asked }: { asked: Asked }): JSX.Element {
  const { t, language } = useTexts()
  const [point, setPoint] = useState(asked.before)
  return (
    <div className={dialog['text']}>
      {asked.before === null ? (
        <MomentForm onPoint={setPoint} />
      ) : (
        <p>{t('journal.restore.beforeSet', { at: formatInstant(asked.before.at, language) })}</p>
      )}
      {point !== null && (
        <Preview key={point.seq} record={asked.record} point={point} isMoment={asked.before === null} />
      )}
    </div>
  )
}

function MomentForm({ onPoint }: { onPoint: (point: Point | null) => void }): JSX.Element {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const found = await pointAt(t, text)
    setProblem('problem' in found ? found.problem : null)
    onPoint('problem' in found ? null : found)
  }
  return (
    <form noValidate onSubmit={(event) => void look(event)} className={classes['moment']}>
      <TextInput
        data-autofocus
        label={t('journal.restore.moment')}
        description={t('journal.restore.momentHint')}
        error={problem}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('journal.restore.look')}
      </Button>
    </form>
  )
}

async function pointAt(t: Translate, text: string): Promise<Point | { problem: string }> {
  const at = readMoment(text)
  if (at === null) return { problem: t('frame.day.notMoment') }
  const answer = await call('register.recordedAt', { at })
  if (!answer.ok) return { problem: failureSentence(t, answer.error) }
  return answer.value === null ? { problem: t('frame.day.notYet') } : { seq: answer.value.seq + 1, at }
}

interface PreviewProps {
  record: string
  point: Point
  isMoment: boolean
}

function Preview({ record, point, isMoment }: PreviewProps): JSX.Element {
  const { t, language } = useTexts()
  const plan = useCall('changes.restorePlan', { record, field: null, before: point.seq, rows: true }, { keep: false })
  if (plan.state === 'pending') return <></>
  if (plan.state === 'error')
    return (
      <p role="alert">
        {plan.error.code === 'not_found' ? t('journal.restore.notYet') : failureSentence(t, plan.error)}
      </p>
    )
  if (plan.data.changes.length === 0) return <p role="status">{t('journal.restore.nothing')}</p>
  const what = t(isMoment ? 'journal.restore.as' : 'journal.restore.before', {
    label: plan.data.label,
    at: formatInstant(point.at, language),
  })
  return <Confirm plan={plan.data} asked={{ record, before: point.seq }} what={what} />
}

interface ConfirmProps {
  plan: RestorePlan
  asked: { record: string; before: number }
  what: string
}

function Confirm({ plan, asked, what }: ConfirmProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [problem, setProblem] = useState<string | null>(null)
  // what was looked at; when somebody saves meanwhile the table follows and the person looks again
  const [seen, setSeen] = useState(plan.seq)
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const answer = await call('changes.restore', { ...asked, field: null, rows: true, seen, ...why })
    if (answer.ok) {
      closeRestore()
      toast({ text: t('journal.restore.done', { what }), undo: () => void undoSaving(texts, answer.value) })
    } else {
      setSeen(plan.seq)
      setProblem(answer.error.code === 'conflict' ? t('journal.restore.changed') : failureSentence(t, answer.error))
    }
  }
  const count = plan.changes.length
  return (
    <form noValidate onSubmit={(event) => void run(event)}>
      <p role="status">{t('journal.restore.preview', { count, shown: n(count) })}</p>
      <PlanTable plan={plan} />
      <TextInput
        ref={field}
        label={t('journal.restore.why')}
        description={t('journal.restore.whyHint')}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={classes['dim']}>{t('journal.restore.logged')}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={closeRestore}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('journal.restore.run')}</Button>
      </div>
    </form>
  )
}
