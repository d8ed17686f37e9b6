// Takes a personal value or an attached file out for good: first where it stands and what keeps it, then why, then the deed. It cannot be undone.
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type JSX } from 'react'
import type { Redacted, RedactionPlan } from '../../db/model/shapes/redaction'
import { call } from '../api'
import type { Redact } from '../components/changes/redact'
import dialog from '../components/dialog.module.css'
import { LoadFailed } from '../components/LoadFailed'
import { Skeleton } from '../components/Skeleton'
import { toast } from '../components/toast'
import { capital } from '../texts/capital'
import { failureSentence } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { useRecordWords } from '../useRecordWords'
import classes from './redact.module.css'
import { closeRedact, useRedacting } from './redactStore'

export function RedactDialog(): JSX.Element {
  const { t } = useTexts()
  const { asked } = useRedacting()
  return (
    <Modal
      opened={asked !== null}
      onClose={closeRedact}
      size="lg"
      title={asked !== null && 'file' in asked ? t('redact.titleFile') : t('redact.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asked !== null && ('file' in asked ? <OfFile asked={asked} /> : <OfValue asked={asked} />)}
    </Modal>
  )
}

type OneValue = Extract<Redact, { field: string }>
type OneFile = Extract<Redact, { file: string }>

function OfValue({ asked }: { asked: OneValue }): JSX.Element {
  const { record, field, set, what } = asked
  const plan = useCall('changes.redactionPlan', { record, field, set }, { keep: false })
  const [everywhere, setEverywhere] = useState(false)
  if (plan.state === 'pending') return <Skeleton lines={4} />
  if (plan.state === 'error') return <LoadFailed error={plan.error} onRetry={plan.refetch} />
  const run = (reason: string) => call('changes.redact', { record, field, set, everywhere, reason })
  return (
    <Form run={run} backups={plan.data.backups} danger="redact.run">
      <Where plan={plan.data} what={what} everywhere={everywhere} onEverywhere={setEverywhere} />
    </Form>
  )
}

function OfFile({ asked: { file, what } }: { asked: OneFile }): JSX.Element {
  const { t } = useTexts()
  const list = useCall('backups.list', {})
  const backups = list.state === 'ready' ? list.data.rows.length : 0
  return (
    <Form run={(reason) => call('attachments.redact', { id: file, reason })} backups={backups} danger="redact.runFile">
      <p>{t('redact.file', { what })}</p>
    </Form>
  )
}

interface WhereProps {
  plan: RedactionPlan
  what: string
  everywhere: boolean
  onEverywhere: (everywhere: boolean) => void
}

function Where({ plan, what, everywhere, onEverywhere }: WhereProps): JSX.Element {
  const { t, n, language } = useTexts()
  const words = useRecordWords()
  const others = plan.places.filter(({ own }) => !own)
  const times = plan.places.find(({ own }) => own)?.changes ?? 0
  return (
    <>
      <p className={classes['value']}>{t('redact.value', { what, value: plan.value })}</p>
      <p>{t('redact.times', { count: times, shown: n(times) })}</p>
      {others.length > 0 && (
        <>
          <Checkbox
            className={classes['everywhere']!}
            label={t('redact.everywhere', { count: others.length, shown: n(others.length) })}
            checked={everywhere}
            onChange={(event) => onEverywhere(event.currentTarget.checked)}
          />
          <ul className={classes['places']}>
            {others.slice(0, MOST).map(({ entity, record, field, label }) => (
              <li key={`${record} ${field}`}>
                {capital(words.entity(entity), language)}
                {label === '' ? '' : ` “${label}”`}: {words.field(entity, field).toLowerCase()}
              </li>
            ))}
            {others.length > MOST && <li>{t('redact.more', { shown: n(others.length - MOST) })}</li>}
          </ul>
        </>
      )}
      {plan.within > 0 && <p>{t('redact.within', { count: plan.within, shown: n(plan.within) })}</p>}
      {plan.reasons > 0 && <p>{t('redact.reasons', { count: plan.reasons, shown: n(plan.reasons) })}</p>}
    </>
  )
}

const MOST = 8

interface FormProps {
  run: (reason: string) => Promise<Awaited<ReturnType<typeof call<'changes.redact'>>>>
  backups: number
  danger: 'redact.run' | 'redact.runFile'
  children: JSX.Element
}

function Form({ run, backups, danger, children }: FormProps): JSX.Element {
  const { t, n } = useTexts()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const missing = reason.trim().length < 3
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (missing) return setProblem(t('redact.whyMissing'))
    setBusy(true)
    const answer = await run(reason.trim())
    setBusy(false)
    if (!answer.ok) return setProblem(failureSentence(t, answer.error))
    closeRedact()
    toast({ text: t(doneKey(answer.value), { count: answer.value.changes, shown: n(answer.value.changes) }) })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className={dialog['text']}>
      {children}
      <p>{t('redact.keeps')}</p>
      {backups > 0 && <p>{t('redact.backups', { count: backups, shown: n(backups) })}</p>}
      <TextInput
        data-autofocus
        className={classes['why']!}
        label={t('redact.why')}
        description={t('redact.whyHint')}
        required
        maxLength={500}
        autoComplete="off"
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={classes['final']}>{t('redact.final')}</p>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={closeRedact}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" color="red" loading={busy}>
          {t(danger)}
        </Button>
      </div>
    </form>
  )
}

const doneKey = ({ purged }: Redacted): 'redact.done' | 'redact.doneLater' =>
  purged ? 'redact.done' : 'redact.doneLater'
