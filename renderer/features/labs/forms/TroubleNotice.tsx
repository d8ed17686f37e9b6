// A save that did not go through for a reason that no field carries: what to do, and that nothing typed is lost.
import { Loader } from '@mantine/core'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import type { Trouble } from './trouble'

export function TroubleNotice({ trouble }: { trouble: Trouble | null }): JSX.Element | null {
  const { t } = useTexts()
  if (trouble?.kind === 'waiting') {
    return (
      <div className={classes['notice']} role="alert">
        <p>
          <Loader size={14} aria-hidden /> {t('forms.waiting')}
        </p>
      </div>
    )
  }
  if (trouble?.kind !== 'said') return null
  return (
    <div className={classes['notice']} data-tone="failed" role="alert">
      <p>{t('forms.notSaved', { why: trouble.sentence })}</p>
    </div>
  )
}
