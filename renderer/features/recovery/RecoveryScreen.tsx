// What stands in the window when a register does not open: what will be done about it, and afterwards exactly what came back.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBandage } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { create } from 'zustand'
import type { RecoveryPlan, RecoveryReport } from '../../../db/model/shapes/backup'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Page, Panel } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { toast } from '../../components/toast'
import { leaveRegister } from '../../stores/leave'
import { useNavigation } from '../../stores/navigation'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useCall, useSend } from '../../useCall'
import { SupportButton } from '../../support/SupportButton'
import { UnlockForm } from '../../unlock/UnlockForm'
import { useRegisters } from '../../useRegisters'
import { Recovered } from './Recovered'
import classes from './recovery.module.css'

/** The report outlives the screen: everything is asked anew when the register opens. */
const useReport = create<{ report: RecoveryReport | null }>()(() => ({ report: null }))

export function RecoveryScreen(): JSX.Element {
  const { t } = useTexts()
  const plan = useCall('register.recovery', {})
  const { report } = useReport()
  const ready = plan.state === 'ready' ? plan.data : null
  return (
    <Page
      title={ready === null && report !== null ? t('recovery.done.title', { file: report.file }) : t('recovery.title')}
    >
      {plan.state === 'pending' && <Skeleton />}
      {plan.state === 'error' && <LoadFailed error={plan.error} onRetry={plan.refetch} />}
      {ready !== null && <Offer plan={ready} refetch={plan.refetch} />}
      {plan.state === 'ready' && ready === null && report !== null && <Recovered report={report} />}
      {plan.state === 'ready' && ready === null && report === null && (
        <EmptyState icon={IconBandage} title={t('recovery.nothing')} />
      )}
    </Page>
  )
}

const steps = ['keep', 'backup', 'replay', 'tell'] as const

function Offer({ plan, refetch }: { plan: RecoveryPlan; refetch: () => void }): JSX.Element {
  const { t, n, language } = useTexts()
  const { file, why, number, backup } = plan
  const held = backup && {
    at: formatInstant(backup.madeAt, language),
    labs: n(backup.labs),
    accreditations: n(backup.accreditations),
    decisions: n(backup.decisions),
  }
  return (
    <div className={classes['screen']}>
      <p role="alert" className={classes['why']}>
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
        <span>
          {t(`recovery.why.${why}`, { file, number })} {t(why === 'crashes' ? 'recovery.calmCrashes' : 'recovery.calm')}
        </span>
      </p>
      <Panel title={t('recovery.steps')}>
        <div className={classes['part']}>
          {why === 'crashes' && <p>{t('recovery.retryFirst')}</p>}
          <p>{held === null ? t('recovery.fromNone') : t('recovery.from', held)}</p>
          <ol className={classes['steps']}>
            {steps
              .filter((step) => step !== 'backup' || backup !== null)
              .map((step) => (
                <li key={step}>{t(`recovery.step.${step}`)}</li>
              ))}
          </ol>
          <Buttons plan={plan} refetch={refetch} />
        </div>
      </Panel>
    </div>
  )
}

function Buttons({ plan, refetch }: { plan: RecoveryPlan; refetch: () => void }): JSX.Element {
  const { t } = useTexts()
  const [send, busy] = useSend('register.recover')
  const [failed, setFailed] = useState<string | null>(null)
  const [needed, setNeeded] = useState(false)
  const go = useNavigation((navigation) => navigation.go)
  const recover = async (unlockedOnly = false): Promise<void> => {
    setFailed(null)
    const answer = await send({ unlockedOnly })
    if (answer.ok) {
      useReport.setState({ report: answer.value })
      return go('recovery')
    }
    const { error } = answer
    if (error.code === 'cancelled') return toast({ text: t('errors.cancelled') })
    if (error.code === 'passphrase_needed') return setNeeded(true)
    const hopeless = error.code === 'damaged_register'
    setFailed(hopeless ? t('recovery.hopeless') : t('recovery.failed', { why: failureSentence(t, error) }))
    refetch()
  }
  return (
    <>
      {failed !== null && (
        <p role="alert" className={classes['failed']}>
          {failed}
        </p>
      )}
      {needed && plan.backup !== null && (
        <UnlockForm
          id={plan.backup.id}
          hint={t('recovery.passphrase')}
          onUnlocked={() => {
            setNeeded(false)
            void recover()
          }}
        />
      )}
      {needed && <Forgotten plan={plan} busy={busy} onUse={() => void recover(true)} />}
      <div className={classes['buttons']}>
        {plan.why === 'crashes' && <Again disabled={busy} first />}
        <Button
          data-autofocus={plan.why !== 'crashes' || undefined}
          variant={plan.why === 'crashes' ? 'default' : 'filled'}
          leftSection={<IconBandage size={16} aria-hidden />}
          loading={busy}
          onClick={() => leaveRegister(() => void recover())}
        >
          {t('recovery.do')}
        </Button>
        {plan.why !== 'crashes' && <Again disabled={busy} />}
        <Button variant="subtle" disabled={busy} onClick={() => go('start')}>
          {t('recovery.other')}
        </Button>
        <SupportButton />
      </div>
    </>
  )
}

/** The way on without the passphrase: an older backup that has none, else the log of the damaged file alone. */
function Forgotten({
  plan: { open },
  busy,
  onUse,
}: {
  plan: RecoveryPlan
  busy: boolean
  onUse: () => void
}): JSX.Element {
  const { t, language } = useTexts()
  const words =
    open === null ? t('recovery.forgottenNone') : t('recovery.forgotten', { at: formatInstant(open.madeAt, language) })
  return (
    <div className={classes['forgotten']}>
      <Button variant="default" disabled={busy} onClick={onUse}>
        {words}
      </Button>
      <p className={classes['hint']}>{t(open === null ? 'recovery.forgottenNoneHint' : 'recovery.forgottenHint')}</p>
    </div>
  )
}

/** A disk that was away, or a file that was brought back: the register opened last is tried once more. */
function Again({ disabled, first = false }: { disabled: boolean; first?: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const { openRecent } = useRegisters()
  const recents = useCall('register.recent', {})
  const [last] = recents.state === 'ready' ? recents.data : []
  if (last === undefined || last.open) return null
  return (
    <Button
      data-autofocus={first || undefined}
      variant={first ? 'filled' : 'default'}
      disabled={disabled}
      onClick={() => openRecent(last)}
    >
      {t('recovery.retry')}
    </Button>
  )
}
