// “Mở hoặc tạo sổ”: the way to another register, and what stands in the window while none is open, with the reason.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { JSX } from 'react'
import { Page } from '../../components/Page'
import type { ScreenProps } from '../../screens'
import { useNavigation } from '../../stores/navigation'
import { registerFailure } from '../../texts/registerFailure'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { NewRegister } from './NewRegister'
import { OldRegisters } from './OldRegisters'
import classes from './start.module.css'

export function StartScreen({ params }: ScreenProps): JSX.Element {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  const why = info.state === 'error' && info.error.code !== 'no_register' ? info.error : null
  const recovery = useCall('register.recovery', {}, { enabled: why !== null })
  const line = info.state === 'ready' ? t('start.line', { name: info.data.name }) : t('start.closed')
  return (
    <Page title={t('start.title')} {...(info.state !== 'pending' && { line })}>
      <div className={classes['screen']}>
        {why !== null && (
          <p role="alert" className={classes['why']}>
            <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
            <span>{registerFailure(t, why)}</span>
            {recovery.state === 'ready' && recovery.data !== null && (
              <Button size="compact-sm" onClick={() => useNavigation.getState().go('recovery')}>
                {t('recovery.title')}
              </Button>
            )}
          </p>
        )}
        <NewRegister key={params['kind'] ?? ''} kind={params['kind']} focused={info.state === 'ready'} />
        <OldRegisters focused={info.state === 'error'} />
      </div>
    </Page>
  )
}
