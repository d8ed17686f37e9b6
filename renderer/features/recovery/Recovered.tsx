// What a recovery gave back, in numbers: nothing is said to be whole that is not.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { RecoveryReport } from '../../../db/model/shapes/backup'
import { Facts, Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import classes from './recovery.module.css'

export function Recovered({ report }: { report: RecoveryReport }): JSX.Element {
  const { t, n, language } = useTexts()
  const { backup, returned, firstReturned: first, lastReturned: last, missing, endKnown, unplaced, kept } = report
  const whole = missing.length === 0 && unplaced.length === 0 && endKnown
  const at = (instant: string): string => formatInstant(instant, language)
  const sentence = whole
    ? 'recovery.done.whole'
    : returned === 0
      ? 'recovery.done.onlyBackup'
      : 'recovery.done.notWhole'
  const counts = { labs: n(report.labs), accreditations: n(report.accreditations), decisions: n(report.decisions) }
  const span =
    first === null || last === null
      ? n(returned)
      : t('recovery.done.returnedSpan', { shown: n(returned), first: at(first), last: at(last) })
  const numbers = missing.map(({ from, to }) => (from === to ? n(from) : `${n(from)}–${n(to)}`)).join(', ')
  const lost = [
    ...(numbers === '' ? [] : [numbers]),
    ...(endKnown ? [] : [t(kept === null ? 'recovery.done.noFile' : 'recovery.done.endUnknown')]),
  ].join('; ')
  return (
    <div className={classes['screen']}>
      <Panel title={t(sentence)}>
        <div className={classes['part']} role="status">
          <Facts
            facts={[
              { label: t('recovery.done.now'), value: t('recovery.done.counts', counts) },
              {
                label: t('recovery.done.backup'),
                value: backup === null ? t('recovery.done.noBackup') : at(backup.madeAt),
              },
              { label: t('recovery.done.returned'), value: span },
              { label: t('recovery.done.missing'), value: lost === '' ? t('recovery.done.none') : lost },
              {
                label: t('recovery.done.unplaced'),
                value: unplaced.length === 0 ? t('recovery.done.none') : unplaced.map((seq) => n(seq)).join(', '),
              },
              {
                label: t('recovery.done.kept'),
                value: <span className={classes['exact']}>{kept ?? t('recovery.done.gone')}</span>,
              },
            ]}
          />
          {!whole && <p className={classes['hint']}>{t('recovery.done.missingHint')}</p>}
          <div className={classes['buttons']}>
            <Button data-autofocus autoFocus onClick={() => useNavigation.getState().go('overview')}>
              {t('recovery.done.go')}
            </Button>
          </div>
        </div>
      </Panel>
    </div>
  )
}
