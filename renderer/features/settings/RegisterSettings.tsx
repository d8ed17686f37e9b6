// What the register keeps and takes along: the office's own facts, and where its file lies.
import type { JSX } from 'react'
import { LoadFailed } from '../../components/LoadFailed'
import { Panel } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { OfficeFields } from './OfficeFields'
import { RegisterPlace } from './RegisterPlace'
import classes from './settings.module.css'

export function RegisterSettings(): JSX.Element {
  const { t } = useTexts()
  const settings = useCall('settings.get', {})
  return (
    <Panel title={t('settings.register.title')}>
      <p className={classes['hint']}>{t('settings.register.hint')}</p>
      <div className={classes['parts']}>
        {settings.state === 'pending' && <Skeleton lines={4} />}
        {settings.state === 'error' && <LoadFailed error={settings.error} onRetry={settings.refetch} />}
        {settings.state === 'ready' && <OfficeFields stored={settings.data} />}
        <RegisterPlace />
      </div>
    </Panel>
  )
}
