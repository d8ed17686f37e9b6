// Bands under the top bar: the register is being reconnected, a file did not open, or another day than today is shown.
import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconClockHour4, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../db/model/dates/partial'
import { useCloser } from '../actions/closers'
import { useConnection } from '../stores/connection'
import { useDayStore } from '../stores/day'
import { useNavigation, usePlace } from '../stores/navigation'
import { formatInstant } from '../texts/instants'
import { useOpening } from '../stores/opening'
import { registerFailure } from '../texts/registerFailure'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { useTimesLine } from '../useTimesLine'
import day from './day.module.css'
import classes from './frame.module.css'

export function Bands(): JSX.Element {
  return (
    <div className={classes['bands']}>
      <ConnectionBand />
      <OpeningBand />
      <DayBand />
    </div>
  )
}

function ConnectionBand(): JSX.Element | null {
  const { t } = useTexts()
  const state = useConnection((connection) => connection.state)
  if (state === 'ready' || state === 'connecting') return null
  const failed = state === 'failed'
  return (
    <div role={failed ? 'alert' : 'status'} className={classes['band']} data-tone={failed ? 'failed' : 'calm'}>
      {failed ? <IconPlugConnectedX size={16} aria-hidden /> : <IconRefresh size={16} aria-hidden />}
      {t(`frame.connection.${state}`)}
    </div>
  )
}

/** Stays until it is closed or another register is tried: it says what to do, and that takes a while. */
function OpeningBand(): JSX.Element | null {
  const { t } = useTexts()
  const failed = useOpening((opening) => opening.failed)
  const close = (): void => useOpening.getState().change({ failed: null })
  useCloser(failed !== null, close)
  if (failed === null) return null
  return (
    <div role="alert" className={classes['band']} data-tone="failed">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{registerFailure(t, failed.failure, failed.name)}</span>
      <ToRecovery onGo={close} />
      <CloseButton size="sm" aria-label={t('start.dismiss')} onClick={close} />
    </div>
  )
}

/** Only where the registry can do something about it. */
function ToRecovery({ onGo }: { onGo: () => void }): JSX.Element | null {
  const { t } = useTexts()
  const recovery = useCall('register.recovery', {})
  const place = usePlace()
  if (recovery.state !== 'ready' || recovery.data === null || place.screen === 'recovery') return null
  const go = (): void => {
    onGo()
    useNavigation.getState().go('recovery')
  }
  return (
    <Button size="compact-sm" variant="default" onClick={go}>
      {t('recovery.title')}
    </Button>
  )
}

function DayBand(): JSX.Element | null {
  const { t, language } = useTexts()
  const { asOf, recorded, today, present } = useDayStore()
  if (asOf === null && recorded === null) return null
  const shown = formatDate(asOf ?? today, language)
  return (
    <div role="status" className={classes['band']} data-tone="day">
      <IconClockHour4 size={16} aria-hidden />
      {recorded === null
        ? t('frame.day.band', { day: shown })
        : t('frame.day.bandRecorded', { day: shown, moment: formatInstant(recorded.asked, language) })}
      {recorded !== null && (
        <span className={classes['bandNote']}>
          {t('frame.day.lastSet', { moment: formatInstant(recorded.committedAt, language), actor: recorded.actor })}
        </span>
      )}
      <Button variant="subtle" size="compact-sm" onClick={present}>
        {t('frame.day.back')}
      </Button>
    </div>
  )
}

/** On paper only: which register, and both times it was looked at. */
export function PrintedTimes(): JSX.Element | null {
  const line = useTimesLine()
  return line === null ? null : (
    <p className={day['printed']} aria-hidden>
      {line}
    </p>
  )
}
