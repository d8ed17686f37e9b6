// Says from the start why nothing here can be changed, and the way back where there is one.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import type { FormLock } from '../../../useFormLock'

export function LockNotice({ lock }: { lock: FormLock }): JSX.Element | null {
  const { t } = useTexts()
  if (lock.reason === null) return null
  return (
    <div className={classes['notice']} data-tone="ask" role="status">
      <p>{lock.reason}</p>
      {lock.past && (
        <div className={classes['buttons']}>
          <Button size="compact-sm" variant="default" onClick={() => useDayStore.getState().present()}>
            {t('frame.day.back')}
          </Button>
        </div>
      )}
    </div>
  )
}
