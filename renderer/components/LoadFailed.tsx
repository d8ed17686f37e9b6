// A read that failed: what to do next, the number to read out on the telephone, and a way to try again.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { Failure } from '../failure'
import { failureText } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import classes from './page.module.css'

export interface LoadFailedProps {
  error: Failure
  onRetry: () => void
}

export function LoadFailed({ error, onRetry }: LoadFailedProps): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={classes['failed']} role="alert">
      <IconAlertTriangle size={22} stroke={1.6} aria-hidden />
      <div>
        <p className={classes['emptyTitle']}>{t('errors.load')}</p>
        <p>{failureText(t, error)}</p>
        {error.number !== undefined && <p className={classes['dim']}>{t('errors.number', { number: error.number })}</p>}
        <Button variant="default" mt="sm" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </div>
    </div>
  )
}
